"""Files and arguments of others: pipes, tables cut off, one name for two papers, sums without end."""
import os
import pathlib
import shutil
import subprocess
import time

import samples
from desk import Desk
from home import PROGRAM, Home
from table import Skipped, fault


@fault("sums", "amounts in remittances whose sums overflow")
def overflowing_sums(trial):
    with Home() as home:
        home.add_claims(1)
        for text in samples.overflowing():
            done = home.run("answers", "-", given=text.encode())
            trial.check(done.returncode == 2, f"answers ended with {done.returncode}")


@fault("tables", "the code tables cut off or written over under an open desk")
def tables_cut(trial):
    built = pathlib.Path(PROGRAM).parent
    for is_cut in (True, False):
        with Home() as home:
            place = home.path / "installed"
            place.mkdir()
            shutil.copy(PROGRAM, place)
            for resources in built.glob("cleanclaim_*.resources"):
                shutil.copytree(resources, place / resources.name)
            with Desk.opened(home, program=str(place / "cleanclaim")) as desk:
                desk.begin_claim()
                for path in place.rglob("*.codes"):
                    if is_cut:
                        os.truncate(path, 4096)
                    else:
                        path.write_bytes(os.urandom(path.stat().st_size))
                desk.type("\x0f2")
                desk.wait("Diagnos")
                desk.press("F2")
                desk.type("depress")
                desk.wait("F3")
                trial.check(desk.status(0) is None, f"status {desk.code}")
            done = home.run("codes", "verify", program=str(place / "cleanclaim"))
            trial.check(done.returncode in (1, 2), f"codes verify: status {done.returncode}")
            done = home.run("codes", "find", "F33.2", program=str(place / "cleanclaim"))
            trial.check(done.returncode in (0, 1, 2) and b"can't be used" in done.stderr,
                        f"codes find on damaged tables: status {done.returncode}, {done.stderr.decode()}")


@fault("names", "two papers written to one name at one moment")
def two_papers(trial):
    with Home() as home:
        home.add_claims(2)
        for number in range(40 if trial.is_long else 4):
            paper = home.path / f"paper{number}.txt"
            runs = [home.start("print", f"N-00000{claim}", "--to", paper) for claim in (0, 1)]
            for run in runs:
                run.communicate()
            codes = sorted(run.returncode for run in runs)
            trial.check(codes == [0, 2] and paper.exists(), f"the statuses are {codes}")


@fault("left", "files that killed copies have left: removed at the next start, by age and owner")
def left_over(trial):
    with Home() as home:
        home.add_claims(1)
        old, new = home.store / "claims.db.new-1-1", home.store / "claims.db.new-2-2"
        lock = home.store / "locks" / "no-such-claim.lock"
        for path in (old, new, lock):
            path.touch(mode=0o600)
        os.utime(old, (time.time() - 7200,) * 2)
        with Desk.opened(home):
            trial.check(not old.exists(), "an old unfinished database is still there")
            trial.check(not lock.exists(), "a lock that nobody holds is still there")
            trial.check(new.exists(), "a file that another copy may be writing is gone")


@fault("pipes", "named pipes among the policies and in a checked folder")
def pipes(trial):
    with Home() as home:
        folder = home.path / "claims"
        policies = home.path / "config/cleanclaim/policies"
        for path in (folder, policies):
            path.mkdir(parents=True, mode=0o700)
        (folder / "claims.837").write_text(samples.claims(2), encoding="ascii")
        os.mkfifo(folder / "pipe.837")
        os.mkfifo(policies / "mine.yaml")
        for arguments in (("check", folder), ("policy", "lint"), ("policy", "list")):
            try:
                code = home.run(*arguments, seconds=60).returncode
                trial.check(code in (0, 1), f"{arguments[0]}: status {code}")
            except subprocess.TimeoutExpired:
                trial.check(False, f"{arguments[0]} hangs")
        with Desk.opened(home):
            trial.check(True, "")


@fault("lp", "a printer program that hangs", only_long=True)
def hanging_printer(trial):
    with Home() as home:
        home.add_claims(1)
        printer = home.path / "lp"
        printer.write_text("#!/bin/sh\nsleep 600\n", encoding="ascii")
        printer.chmod(0o700)
        start = time.monotonic()
        done = home.run("print", "N-000000", "--printer", "front", PATH=f"{home.path}:{os.environ['PATH']}")
        trial.note(f"given up after {time.monotonic() - start:.0f} s")
        trial.check(done.returncode == 2 and b"did not answer" in done.stderr, done.stderr.decode())


@fault("arguments", "malformed arguments, names with control characters, no /proc")
def arguments(trial):
    with Home() as home:
        policies = home.path / "config/cleanclaim/policies"
        policies.mkdir(parents=True, mode=0o700)
        (policies / "a\x1b[31m.yaml").write_text("id: [\n", encoding="ascii")
        odd = [["--"], [""], ["-"], ["check"], ["check", "\x1b]0;x\x07"], ["check", b"\xff\xfe"], ["print", "-" * 9999],
               ["codes", "find", "\u202e"], ["export", "--to"], ["policy", "lint"],
               ["policy", "show", "../../etc"], ["forget", "--person", "99999999999999999999"], ["nonsense"],
               ["submissions", "-1"], ["codes", "find", "x", "--limit", "-5"], ["store", "restore", "0000-00-00"]]
        for words in odd:
            done = subprocess.run([PROGRAM, *words], env=home.environment(), input=b"", capture_output=True,
                                  timeout=60, check=False)
            trial.check(0 <= done.returncode <= 2 and b"\x1b" not in done.stdout + done.stderr,
                        f"{words}: status {done.returncode}, {done.stderr[:200]}")


@fault("no-proc", "no /proc: said, and nothing is opened", needs_root=True)
def without_proc(trial):
    with Home() as home:
        hidden = ["unshare", "-m", "sh", "-c", 'mount -t tmpfs none /proc && exec "$0" --version', PROGRAM]
        if subprocess.run(hidden[:2] + ["true"], check=False).returncode:
            raise Skipped("no mount namespace can be made here")
        done = subprocess.run(hidden, env=home.environment(), capture_output=True, check=False)
        trial.check(done.returncode == 2 and b"/proc is not mounted" in done.stderr, done.stderr.decode())
