"""Several desks on one server: at one claim, with a wrong clock, somebody removed, a damaged rescue file."""
import signal
import time

from desk import Desk
from home import Home, Unmet
from server import Server
from servers import AWAY, check_kept, head, key_names
from signing import NAME, OTHER, PASSPHRASE, add_person, answer, protect, sign_in_as
from table import fault

REMOVED = b"You were removed from the people"


def office(server, home, other):
    """An office of two people, each with a home folder."""
    server.serves(home)
    protect(home)
    add_person(home, OTHER)
    server.serves(other)


def signed_in(home, name):
    """The worklist of somebody."""
    desk = Desk(home)
    sign_in_as(desk, name)
    desk.wait("Type to filter", "Practice setup")
    if "Practice setup" in desk.text:
        desk.press("Esc")
        desk.wait("Type to filter")
    return desk


@fault("two-desks", "two desks at one claim: the second one reads, learns who has it, asks for it and goes on; fields")
def two_desks(trial):
    with Server() as server, Home() as home, Home() as other:
        office(server, home, other)
        with signed_in(home, NAME) as first, signed_in(other, OTHER) as second:
            first.begin_claim()
            first.press("Trials")
            names = key_names(trial, first, 2)
            first.save()
            second.wait("1 claim")
            second.press("Enter")
            second.wait("READ-ONLY")
            trial.check(NAME in head(second), f"it does not say who has the claim:\n{head(second)}")
            second.press("Trials")
            second.type("S")
            second.wait("has this claim open")
            trial.check(names[0] in second.text, f"what was saved is not shown:\n{second.text}")
            second.type("\x1ba")
            second.wait("Reason")
            second.type("to finish it\r")
            first.wait("asks for this claim")
            trial.check("to finish it" in first.text, f"the reason is not shown:\n{first.text}")
            names += key_names(trial, first, 1)
            first.type("\x1bg")
            second.wait("You can change this claim now")
            second.press("Trials", "F8", "F8", "F8")
            names += key_names(trial, second, 2)
            second.save()
        check_kept_by_lead(trial, home, names)


@fault("spool", "a rescue file damaged while the server was away: said, not taken, and kept")
def damaged_spool(trial):
    with Server() as server, Home() as home:
        server.serves(home)
        for place in (0, 0.3, 0.6, 0.999) if trial.is_long else (0.6,):
            with Desk.opened(home) as desk:
                desk.begin_claim()
                server.kill()
                desk.type("DAMAGEDENTRY\r")
                desk.wait(AWAY)
                desk.signal(signal.SIGTERM)
                desk.status()
            server.begin()
            file, = (home.store / "rescue").glob("*.rescue")
            content = bytearray(file.read_bytes())
            content[int(len(content) * place)] ^= 0x20
            file.write_bytes(content)
            with Desk.opened(home) as desk:
                desk.wait("A rescue file cannot be read")
            kept = file.exists() and file.read_bytes() == bytes(content)
            trial.check(kept and "DAMAGEDENTRY" not in home.text() and home.is_sound(),
                        f"byte at {place:.0%}: the file is kept: {kept}")
            file.unlink(missing_ok=True)


@fault("wrong-day", "a desk whose day is a year off: both desks' claims are kept, and the audit trail verifies",
       only_long=True)
def wrong_day(trial):
    with Server() as server, Home() as home:
        server.serves(home)
        home.begin()
        for day in ("2027-11-23", "2025-11-23"):
            with home.sharing() as other, Desk.opened(home) as right, Desk.opened(other, CLEANCLAIM_TODAY=day) as wrong:
                names = []
                for desk in (right, wrong):
                    desk.begin_claim()
                    desk.press("Trials")
                for desk in (right, wrong, right):
                    names += key_names(trial, desk, 2)
                    desk.save()
                for desk in (wrong, right):
                    desk.signal(signal.SIGTERM)
                    desk.status()
                check_kept(trial, home, names, f"on {day}")
        audit = home.run("audit", "verify")
        trial.check(audit.returncode == 0, f"audit verify: {audit.stdout.decode()}{audit.stderr.decode()}")
        trial.note("the clock itself is not changed")


@fault("removed", "somebody removed while signed in elsewhere: their desk ends with words, and what was saved is there",
       only_long=True)
def removed_person(trial):
    with Server() as server, Home() as home, Home() as other:
        office(server, home, other)
        with signed_in(other, OTHER) as desk:
            desk.begin_claim()
            desk.press("Trials")
            names = key_names(trial, desk, 2)
            desk.save()
            with Desk(home, "people", "remove", OTHER) as lead:
                answer(lead, ("Your name:", NAME), ("Passphrase:", PASSPHRASE))
                lead.status(60)
                trial.check("is removed" in lead.text and "has the records open" in lead.text,
                            f"people remove does not say that a desk is open: status {lead.code}\n{lead.text}")
            # A desk asks every five seconds, as it saves, whether its person may still save.
            desk.pump(6)
            start = time.monotonic()
            desk.type("\tOnceMore")
            desk.status(60)
            trial.check(REMOVED in desk.raw, f"the desk does not say what happened:\n{desk.text}")
            trial.note(f"ended after {time.monotonic() - start:.0f} s")
        with Desk(other) as desk:
            sign_in_as(desk, OTHER)
            desk.wait("is wrong")
        for words in (("store", "rekey"), ("store", "check")):
            with Desk(home, *words) as lead:
                answer(lead, ("Your name:", NAME), ("Passphrase:", PASSPHRASE))
                trial.check(lead.status(60) == 0, f"{' '.join(words)}: status {lead.code}\n{lead.text}")
        check_kept_by_lead(trial, home, names)


def exported(home):
    """The claims of an office that opens with a passphrase, as JSON."""
    path = home.path / "clear.jsonl"
    path.unlink(missing_ok=True)
    with Desk(home, "export", "--clear", "--to", str(path)) as lead:
        answer(lead, ("Your name:", NAME), ("Passphrase:", PASSPHRASE))
        if lead.status(60) != 0:
            raise Unmet(f"export: {lead.text}")
    return path.read_text(encoding="utf-8")


def check_kept_by_lead(trial, home, names):
    text = exported(home)
    lost = [name for name in names if name not in text]
    trial.count(len(names), len(lost))
    if lost:
        trial.failures.append(f"{len(lost)} of {len(names)} fields are lost")
