"""Signals: those that ask the program to end, and those of a failure in it."""
import signal

from desk import Desk
from home import Home
from table import fault

REQUESTS = "TERM INT HUP QUIT USR1 USR2 ALRM VTALRM PROF XCPU IO PWR".split()
FAILURES = "SEGV BUS ILL TRAP FPE ABRT".split()
LINE = "CleanClaim stopped because of an error in the program."


def number(name):
    return getattr(signal, f"SIG{name}")


@fault("signals", "signals that end a program: saved, terminal restored, status 128 and the number")
def asked_to_end(trial):
    with Home() as home:
        for name in REQUESTS * (5 if trial.is_long else 1):
            with Desk.opened(home) as desk:
                desk.begin_claim()
                desk.type(f"Quill{name}")
                desk.wait(f"Quill{name}")
                desk.signal(number(name))
                code = desk.status()
                kept = f"Quill{name}" in home.text()
                trial.check(code == 128 + number(name) and desk.is_restored() and kept,
                            f"SIG{name}: status {code}, restored {desk.is_restored()}, saved {kept}")


@fault("crashes", "failures in the program: one line, no core, terminal restored")
def crashed(trial):
    with Home() as home:
        for name in FAILURES * (5 if trial.is_long else 1):
            work = home.path / "work"
            work.mkdir(exist_ok=True)
            with Desk.opened(home, before=("env", "-C", str(work)), SWIFT_BACKTRACE="enable=yes,color=no") as desk:
                desk.signal(number(name))
                code = desk.status()
                said = desk.raw.decode("utf-8", "ignore")
                trial.check(
                    code == 128 + number(name) and desk.is_restored() and LINE in " ".join(said.split())
                    and "Backtrace" not in said and not list(work.iterdir()),
                    f"SIG{name}: status {code}, restored {desk.is_restored()}, left {list(work.iterdir())}")


@fault("file-limit", "a limit on the size of files (ulimit -f)")
def limited(trial):
    for blocks in (60, 140, 300) if trial.is_long else (300,):
        with Home() as home:
            home.begin()
            with Desk(home, before=("sh", "-c", f'ulimit -f {blocks}; exec "$0" "$@"')) as desk:
                desk.settle()
                code = desk.status(0.2)
                if code is None:
                    for count in range(40):
                        desk.type(f"FIELD{count:044}\r", 0.01)
                    desk.pump()
                    code = desk.status(0)
                trial.check(code in (None, 2), f"ulimit -f {blocks}: status {code}")
