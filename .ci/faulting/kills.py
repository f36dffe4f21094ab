"""The program is killed: while keys come, while it submits, while it imports."""
import json
import os
import shutil
import signal
import threading
import time

import samples
from desk import Desk
from home import Home, Unmet
from table import fault

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# A save is due when a field is left, and a second after the first unsaved key; then the disk has to take it.
LIMIT = 1.5


def word(random, length=10):
    return "".join(random.choice(LETTERS) for _ in range(length))


class Killer:
    """Kills a desk after a time, from a thread of its own, so that it may happen at any moment."""

    def __init__(self, desk, seconds):
        self.moment = None
        self.desk = desk
        self.timer = threading.Timer(seconds, self.strike)
        self.timer.start()

    def strike(self):
        self.moment = time.monotonic()
        os.kill(self.desk.pid, signal.SIGKILL)

    def key(self, random, pace):
        """Keys drug names until the end, a row each; returns each with the moment of its Enter."""
        done = []
        try:
            while self.moment is None:
                name = word(random)
                for letter in name:
                    self.desk.type(letter, random.uniform(0, pace))
                    if self.moment is not None:
                        return done
                self.desk.type("\r")
                done.append((name, time.monotonic()))
                self.desk.type("\t" * 7, random.uniform(0, pace))
        except OSError:
            pass
        finally:
            self.timer.join()
        return done


@fault("kill", "killed while keying; fields")
def killed_while_keying(trial):
    rounds = int(os.environ.get("FAULTS_KILLS", "300" if trial.is_long else "5"))
    oldest = 0
    paces = {0.002: [0, []], 0.02: [0, []], 0.06: [0, []]}
    with Home() as home:
        before = {}
        for number in range(rounds):
            with Desk.opened(home) as desk:
                desk.begin_claim()
                desk.press("Trials")
                pace = trial.random.choice(list(paces))
                killer = Killer(desk, trial.random.uniform(0.1, 4 if trial.is_long else 2))
                done = killer.key(trial.random, pace)
            now = home.drafts()
            text = "".join(now.values())
            lost = [killer.moment - moment for name, moment in done if moment < killer.moment and name not in text]
            trial.count(len(done), len(lost))
            paces[pace][0] += len(done)
            paces[pace][1] += lost
            oldest = max([oldest, *lost])
            if any(now.get(claim) != draft for claim, draft in before.items()):
                trial.failures.append(f"kill {number}: an earlier claim has changed")
            if not home.is_sound():
                trial.failures.append(f"kill {number}: the database is damaged")
            before = now
    trial.note(f"{rounds} kills")
    for pace, (keyed, lost) in paces.items():
        age = f", the oldest {max(lost) * 1000:.1f} ms before the kill" if lost else ""
        trial.note(f"a key each {pace * 500:.0f} ms: {len(lost)} of {keyed} lost{age}")
    if oldest > LIMIT:
        trial.failures.append(f"a field that was keyed {oldest:.2f} s before the kill is lost")


@fault("kill-typing", "killed in the middle of a field; letters")
def killed_in_a_field(trial):
    rounds = 60 if trial.is_long else 2
    oldest = 0
    with Home() as home:
        for _ in range(rounds):
            typed = []
            with Desk.opened(home) as desk:
                desk.begin_claim()
                name = word(trial.random, 18)
                end = time.monotonic() + trial.random.uniform(0.5, 3.2)
                while time.monotonic() < end:
                    if len(typed) < len(name):
                        desk.type(name[len(typed)])
                        typed.append(time.monotonic())
                    desk.read(min(trial.random.uniform(0.02, 0.35), max(0, end - time.monotonic())))
                killed = time.monotonic()
                desk.signal(signal.SIGKILL)
                desk.status()
            drafts = map(json.loads, home.drafts().values())
            names = (draft.get("patient", {}).get("lastName", "") for draft in drafts)
            kept = max((kept for kept in names if name.startswith(kept)), key=len, default="")
            old = [moment for moment in typed if killed - moment > LIMIT]
            missing = typed[len(kept):]
            oldest = max([oldest, *(killed - moment for moment in missing)])
            trial.count(len(typed), len(missing))
            if len(kept) < len(old):
                trial.failures.append(f"{len(old) - len(kept)} letters older than {LIMIT} s are lost")
    trial.note(f"{rounds} kills; the oldest lost letter was keyed {oldest:.2f} s before")


def killed_imports(trial, home, file, least):
    """Imports a file as a whole, then again and again into an empty store, killed on the way; yields after each."""
    home.run("overrides")
    empty = home.path / "empty"
    shutil.copytree(home.store, empty)
    begun = time.monotonic()
    home.run("import", file)
    length = time.monotonic() - begun
    yield
    for _ in range(20 if trial.is_long else 3):
        shutil.rmtree(home.store)
        shutil.copytree(empty, home.store)
        run = home.start("import", file)
        time.sleep(trial.random.uniform(length * least, length))
        run.kill()
        run.communicate()
        yield


@fault("kill-import", "killed while importing JSON; a file whole or not at all")
def killed_while_importing(trial):
    wanted = 100 if trial.is_long else 20
    with Home() as source:
        source.add_claims(wanted)
        lines = source.need("export", "--clear")
    with Home() as home:
        file = home.path / "claims.jsonl"
        file.write_bytes(lines)
        imports = killed_imports(trial, home, file, 0.2)
        next(imports)
        for _ in imports:
            count = len(home.drafts())
            trial.check(count in (0, wanted) and home.is_sound(), f"{count} of {wanted} claims are taken in")


@fault("kill-837", "killed while importing an 837P, and imported again; claims, and whom they name")
def killed_while_importing_claims(trial):
    wanted, cuts = 3000 if trial.is_long else 600, 0
    with Home() as home:
        file = home.path / "claims.837"
        file.write_text(samples.claims(wanted), encoding="ascii")
        imports = killed_imports(trial, home, file, 0.1)
        next(imports)
        whole = home.files()
        for _ in imports:
            cuts += 0 < len(home.drafts()) < wanted
            home.run("import", file)
            count, files = len(home.drafts()), home.files()
            trial.check(count == wanted and files == whole and home.is_sound(),
                        f"{count} of {wanted} claims; {files} instead of {whole}".replace("\n", " "))
    trial.note(f"{cuts} of them in the middle of the claims")


@fault("kill-submitting", "killed while submitting; a file whole and recorded or not at all")
def killed_while_submitting(trial):
    wanted = 30 if trial.is_long else 5
    with Home() as home:
        prepare_submission(home, wanted)
        kept = home.path / "kept"
        shutil.copytree(home.store, kept)
        begun = time.monotonic()
        done = home.run("export", "--format", "837p", "--to", home.path / "first.837")
        length = time.monotonic() - begun
        if done.returncode:
            raise Unmet(f"Nothing was submitted: {done.stderr.decode()}")
        for number in range(30 if trial.is_long else 3):
            shutil.rmtree(home.store)
            shutil.copytree(kept, home.store)
            file, next_file = home.path / f"a{number}.837", home.path / f"b{number}.837"
            run = home.start("export", "--format", "837p", "--to", file)
            time.sleep(trial.random.uniform(length * 0.3, length))
            run.kill()
            run.communicate()
            # What was not recorded yet is removed by a submission into the same folder, once it is an hour old.
            for part in home.path.glob("*part"):
                os.utime(part, (time.time() - 7200,) * 2)
            home.run("export", "--format", "837p", "--to", next_file)
            submitted = home.change("SELECT count(*) FROM claim WHERE status = 'submitted'")[0][0]
            whole = [path for path in (file, next_file) if path.exists()]
            left = [path.name for path in home.path.iterdir() if "part" in path.name]
            fine = submitted == wanted and len(whole) == 1 and whole[0].read_text("ascii").count("CLM*") == wanted
            trial.check(fine and not left and home.is_sound(),
                        f"{submitted} claims are submitted, {len(whole)} files written, left behind {left}")


def prepare_submission(home, count):
    """Claims that are ready, and a submitter who submits them."""
    set_interchange(home)
    home.add_claims(count, are_clean=True)
    with Desk(home) as desk:
        desk.wait("Practice setup")
        set_submitter(desk)
        for number in range(count):
            mark_ready(desk, f"N-{number:06}")


def set_interchange(home):
    home.configure('interchange:\n  sender: "ZZ:LAKESIDE"\n  receiver: "ZZ:CLEARHOUSE"\n'
                   "  receiver_name: Clearhouse Inc\n  usage: production")


def set_submitter(desk):
    """Keys the submitter in Practice setup, which is open."""
    while "Submitter ID" not in desk.text:
        desk.press("Down")
    desk.press("Down", "Down")
    for text in ("Lakeside Behavioral Health LLC", "LBH001", "Pat Quinn", "2165550100"):
        desk.type(text + "\r")
    desk.press("Esc")
    desk.wait("Type to filter")


def mark_ready(desk, account):
    desk.type(account)
    desk.wait(f"Filter: {account}")
    desk.open_claim()
    desk.press("F12")
    desk.wait("Mark ready")
    desk.press("F8")
    desk.wait("READY")
    desk.press("Esc", "Esc")
    desk.wait("Type to filter")
