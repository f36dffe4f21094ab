"""Disks that lose power, are full, or cannot be written."""
import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

from desk import Desk
from home import Home, Unmet
from kills import word
from table import fault


def mount(*arguments):
    done = subprocess.run(["mount", *map(str, arguments)], capture_output=True, check=False)
    if done.returncode:
        raise Unmet(f"mount: {done.stderr.decode()}")


@contextlib.contextmanager
def mounted(*arguments, on=None):
    """A folder with a file system, a new one unless it is named; mount's arguments without the folder."""
    folder = pathlib.Path(on or tempfile.mkdtemp(prefix="cleanclaim-disk-"))
    mount(*arguments, folder)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)
        folder.rmdir()


def small_disk(size="3m", on=None):
    return mounted("-t", "tmpfs", "-o", f"size={size}", "tmpfs", on=on)


def fill(folder, leave=0):
    """Fills a disk but for so many bytes."""
    space = os.statvfs(folder)
    with open(folder / "filler", "ab") as file, contextlib.suppress(OSError):
        file.write(b"x" * max(space.f_bavail * space.f_frsize - leave, 0))
        file.flush()


@fault("power", "power cut: an ext4 disk as its device has it at that moment; fields said to be saved", needs_root=True)
def power_cut(trial):
    with tempfile.TemporaryDirectory() as folder:
        image, cut = pathlib.Path(folder) / "disk", pathlib.Path(folder) / "cut"
        for number in range(12 if trial.is_long else 1):
            with open(image, "wb") as file:
                file.truncate(64 << 20)
            subprocess.run(["mkfs.ext4", "-q", "-F", str(image)], check=True)
            with mounted("-o", "loop", image) as disk:
                confirmed = keyed_before(trial, Home(disk), number, lambda: shutil.copyfile(image, cut))
            with mounted("-o", "loop", cut) as disk:
                home = Home(disk)
                text = home.text()
                lost = [name for name in confirmed if name not in text]
                trial.count(len(confirmed), len(lost))
                if lost or not home.is_sound():
                    trial.failures.append(f"cut {number}: {len(lost)} of {len(confirmed)} fields are lost")
        trial.note(f"{number + 1} cuts")


def keyed_before(trial, home, number, cut):
    """Keys until the power is cut; the fields for which *Saved* was shown before."""
    confirmed, pending = [], []
    with Desk.opened(home) as desk:
        desk.begin_claim()
        desk.press("Trials")
        end = time.monotonic() + trial.random.uniform(2, 8 if trial.is_long else 3)
        while time.monotonic() < end:
            for _ in range(trial.random.randint(1, 3)):
                pending.append(word(trial.random))
                desk.type(pending[-1] + "\r" + "\t" * 7)
                desk.pump(0.03)
            desk.save()
            confirmed += pending
            pending = []
            desk.pump(trial.random.uniform(0.05, 0.4))
        if number % 3 == 2:
            desk.press("Esc")
        cut()
    return confirmed


@fault("full", "a disk that fills up while keying; fields after space came back", needs_root=True)
def full_while_keying(trial):
    rounds = 20 if trial.is_long else 2
    for number in range(rounds):
        with small_disk() as disk:
            home, names = Home(disk), []
            with Desk.opened(home) as desk:
                desk.begin_claim()
                desk.press("Trials")
                full_at, leave = trial.random.randint(0, 12), trial.random.choice([0, 0, 4096, 16384, 32768])
                for place in range(20):
                    if place == full_at:
                        fill(disk, leave)
                    names.append(word(trial.random))
                    desk.type(names[-1] + "\r" + "\t" * 7)
                    desk.pump(0.02)
                if leave == 0:
                    desk.wait("The disk is full")
                (disk / "filler").unlink()
                desk.pump(1.5)
                desk.save()
                desk.signal(signal.SIGKILL)
                desk.status()
            text = home.text()
            lost = [name for name in names if name not in text]
            trial.count(len(names), len(lost))
            if lost or not home.is_sound():
                trial.failures.append(f"run {number}: {len(lost)} fields are lost")
    trial.note(f"{rounds} runs")


@fault("full-leaving", "a full disk on leaving with a new claim", needs_root=True)
def full_on_leaving(trial):
    with small_disk() as disk:
        home = Home(disk)
        with Desk.opened(home) as desk:
            desk.begin_claim()
            fill(disk)
            desk.type("UNSAVEDNAME\r")
            desk.pump(0.5)
            desk.press("Esc")
            desk.wait("NOT SAVED")
            trial.check("UNSAVEDNAME" in desk.text.upper(), "the claim is not listed")
            desk.press("Esc")
            desk.wait("1 claim is not saved")
            trial.check("Everything is saved" not in desk.text, "it says that everything is saved")


@fault("full-import", "import of JSON onto a disk that fills up; all or nothing", needs_root=True)
def full_while_importing(trial):
    with Home() as source:
        source.add_claims(300 if trial.is_long else 30)
        lines = source.need("export", "--clear")
    for leave in (1 << 20, 1 << 18, 1 << 16) if trial.is_long else (1 << 16,):
        with small_disk() as disk, tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "claims.jsonl"
            file.write_bytes(lines)
            home = Home(disk)
            home.run("overrides")
            fill(disk, leave)
            done = home.run("import", file)
            (disk / "filler").unlink()
            count = len(home.drafts())
            whole = done.returncode == 0 and count == lines.count(b"\n")
            trial.check(whole or (done.returncode == 2 and count == 0 and b"full" in done.stderr),
                        f"status {done.returncode}, {count} claims, {done.stderr.decode()}")


@fault("read-only", "a read-only disk: read, and refused in words where something would be saved", needs_root=True)
def read_only(trial):
    with small_disk("16m") as disk:
        home = Home(disk)
        home.add_claims(3)
        if trial.is_long:
            # A copy that was killed has left its log.
            with Desk.opened(home) as desk:
                desk.open_claim()
                desk.signal(signal.SIGKILL)
        mount("-o", "remount,ro", disk)
        with tempfile.TemporaryDirectory() as folder:
            reading(trial, home, pathlib.Path(folder))
        with Desk.opened(home) as desk:
            trial.check("3 claims" in desk.text, f"the claims are not listed:\n{desk.text}")
            desk.open_claim()
            desk.type("\tREADONLY\r")
            desk.wait("READ-ONLY")
            trial.check(True, "")


def reading(trial, home, folder):
    done = home.run("export", "--clear")
    trial.check(done.returncode == 0 and done.stdout.count(b"\n") == 3, f"export: {done.stderr.decode()}")
    done = home.run("print", "N-000001", "--to", folder / "paper.txt", TMPDIR=str(folder))
    trial.check(done.returncode == 0, f"print: {done.stderr.decode()}")
    done = home.run("store", "check")
    trial.check(done.returncode == 0, f"store check: {done.stderr.decode()}")
    done = home.run("answers", "-", given=b"", TMPDIR=str(folder))
    trial.check(done.returncode == 2, f"answers: status {done.returncode}")
    claims = home.path / "claims.837"
    done = home.run("import", claims, "--again", TMPDIR=str(folder))
    trial.check(done.returncode == 2 and b"read-only" in done.stderr, f"import: {done.stderr.decode()}")
