"""What lies on the disk in clear after a day of work."""
import contextlib
import signal
import sqlite3

import clear
import samples
from desk import Desk
from home import Home, Unmet
from kills import prepare_submission
from table import fault

# Each is keyed, imported or received; none may lie in clear anywhere but in what goes to payers and on paper.
KEYED = ["QUIXOTTE", "ZEBEDEE", "77 WYVERN LANE", "02/29/1948", "ZQX884412907", "VEXED BY GRYPHONS", "F43.12",
         "GRYPHONINE"]
IMPORTED = ['"lastName":"RIVERA"', "12 ELM ST", "01/01/1950", "123456700000"]
MARKS = ["CALL MRS OBERON", "AWAITING TITANIA", "LUMINARY RESCUE", "PAYERCLAIM77"]
# As the store might keep them besides.
FORMS = ["QUIXOTTE, ZEBEDEE", "1948-02-29", "19480229", "RIVERA, DANA", "1950-01-01", "N-000000"]
TEXTS = [*KEYED, *IMPORTED, *MARKS, *FORMS]


@fault("raw-files", "a day of work, a kill, a crash with cores allowed: texts of claims in clear in a file or its name")
def raw_files(trial):
    for _ in range(3 if trial.is_long else 1):
        with Home() as home:
            outside = home.path / "outgoing"
            outside.mkdir(mode=0o700)
            work(home, outside)
            crash(home)
            rescue(home)
            found = clear.found(home.path, TEXTS, without={*outside.iterdir(), home.path / "claims.837"})
            trial.count(len(TEXTS), len({place.split(" in ")[0] for place in found}))
            trial.failures += found[:10]
            if len(clear.found(outside, KEYED + IMPORTED)) < len(KEYED + IMPORTED):
                trial.failures.append("the search does not find what is in clear by design")
            exposed = [path for folder in (outside, home.store, home.keys) for path in clear.open_to_others(folder)]
            cores = [str(path) for path in home.path.rglob("*core*") if path.is_file()]
            if exposed or cores:
                trial.failures.append(f"open to others: {exposed}; cores: {cores}")
            trial.note(f"{sum(path.is_file() for path in home.path.rglob('*'))} files")


def work(home, outside):
    """Claims are imported, keyed, marked, submitted, printed, exported and answered, and the store is backed up."""
    prepare_submission(home, 2)
    with Desk.opened(home) as desk:
        key_claim(desk)
        desk.signal(signal.SIGKILL)
        desk.status()
    with Desk.opened(home) as desk:
        mark_claim(desk)
    text = home.text()
    if missing := [word for word in KEYED + IMPORTED if word not in text]:
        raise Unmet(f"It was not keyed: {missing}")
    home.need("export", "--format", "837p", "--to", outside / "submission.837")
    home.need("answers", "-", given=samples.remittance(
        "CLP*N-000000*1*255*200**12*PAYERCLAIM77", "NM1*QC*1*RIVERA*DANA").encode())
    home.need("print", "N-000000", "--to", outside / "paper.txt")
    home.need("export", "--clear", "--to", outside / "clear.jsonl")
    home.need("export", "--to", home.path / "sealed.jsonl")
    home.need("store", "backup")


def key_claim(desk):
    desk.begin_claim()
    desk.type("QUIXOTTE\rZEBEDEE\r\t02/29/1948\rM\r\t77 WYVERN LANE\r" + "\t" * 9 + "ZQX884412907\r", 0.02)
    desk.type("\x0f1" + "\t" * 5 + "VEXED BY GRYPHONS\r", 0.02)
    desk.type("\x0f2F43.12\r", 0.02)
    desk.press("Trials")
    desk.type("GRYPHONINE\r", 0.02)
    desk.save()


def mark_claim(desk):
    """Comments on the claim that was keyed, and holds it."""
    desk.type("QUIXOTTE")
    desk.wait("1 claim,")
    desk.type("\x07")
    desk.wait("Comment on")
    desk.type("CALL MRS OBERON\r")
    desk.wait("CALL MRS OBERON")
    desk.press("F9")
    desk.wait("Reason")
    desk.type("AWAITING TITANIA\r")
    desk.wait("held ")


def crash(home):
    """The program fails while a claim is open, where the system would write a core."""
    allowed = f'cd "{home.path}"; ulimit -c unlimited; exec "$0" "$@"'
    with Desk.opened(home, before=("sh", "-c", allowed), SWIFT_BACKTRACE="enable=yes,color=no") as desk:
        desk.open_claim()
        desk.type("\tLUMINARY CRASH\r")
        desk.signal(signal.SIGSEGV)
        desk.status()


def rescue(home):
    """What cannot be saved as the desk ends is kept in a file."""
    with Desk.opened(home) as desk, contextlib.closing(sqlite3.connect(home.database, isolation_level=None)) as holder:
        desk.open_claim()
        holder.execute("BEGIN IMMEDIATE")
        desk.type("\tLUMINARY RESCUE\r")
        desk.pump(0.2)
        desk.signal(signal.SIGTERM)
        desk.status()
    if not list((home.store / "rescue").glob("*.rescue")):
        raise Unmet("There is no rescue file.")
