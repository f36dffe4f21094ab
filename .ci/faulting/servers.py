"""The server of several desks: killed, gone, silent, full, or with a right missing."""
import contextlib
import signal
import time

from desk import Desk
from disks import fill, small_disk
from home import Home, Unmet
from kills import LIMIT, word
from server import Server, cluster
from table import fault

# What is drawn for a key is drawn at once; a slow machine gets more.
KEY_LIMIT = 0.3
AWAY = "The server cannot be reached"


def key_names(trial, desk, count, slowest=None):
    """Keys drug names, a row each; the times to draw a letter go to `slowest`."""
    names = []
    for _ in range(count):
        names.append(word(trial.random))
        for letter in names[-1]:
            if slowest is None:
                desk.type(letter)
            else:
                slowest.append(desk.echo(letter, 10 * KEY_LIMIT))
        desk.type("\r" + "\t" * 7)
        desk.pump(0.02)
    return names


def head(desk):
    """The lines above the claim."""
    return "\n".join(desk.text.splitlines()[:3])


def check_head(trial, desk, is_away):
    """Whether the header comes to say that the server is away, or no longer says it."""
    end = time.monotonic() + 10
    while ("SERVER AWAY" in head(desk)) != is_away and time.monotonic() < end:
        desk.read(0.2)
    trial.check(("SERVER AWAY" in head(desk)) == is_away, f"the header says of the server:\n{head(desk)}")


def check_kept(trial, home, names, when):
    """Counts which of the names the records have."""
    text = home.text()
    lost = [name for name in names if name not in text]
    trial.count(len(names), len(lost))
    if lost:
        trial.failures.append(f"{when}: {len(lost)} of {len(names)} fields are lost")
    if not home.is_sound():
        trial.failures.append(f"{when}: store check finds damage")


def check_keys(trial, times, what):
    trial.note(f"slowest of {len(times):,} keys {max(times) * 1000:.0f} ms")
    late = sum(time > KEY_LIMIT for time in times)
    trial.check(not late, f"{what}: {late} of {len(times)} keys were drawn late, one after {max(times):.2f} s")


@fault("server-killed", "the server killed while keying, and started again; fields")
def killed_server(trial):
    with Server() as server, Home() as home:
        server.serves(home)
        names = []
        with Desk.opened(home) as desk:
            desk.begin_claim()
            desk.press("Trials")
            for _ in range(10 if trial.is_long else 1):
                names += key_names(trial, desk, 4)
                server.kill()
                times = []
                names += key_names(trial, desk, 4, times)
                check_keys(trial, times, "server killed")
                desk.wait(AWAY)
                check_head(trial, desk, is_away=True)
                server.begin()
                desk.save()
                check_head(trial, desk, is_away=False)
            desk.signal(signal.SIGKILL)
            desk.status()
        check_kept(trial, home, names, "server killed")


@fault("server-gone", "the server gone for a time, the desk killed meanwhile: what it tried to save is there; fields")
def gone_server(trial):
    gone = 60 if trial.is_long else 4
    with Server() as server, Home() as home:
        server.serves(home)
        for number in range(3 if trial.is_long else 1):
            names = []
            with Desk.opened(home) as desk:
                desk.begin_claim()
                desk.press("Trials")
                names += key_names(trial, desk, 2)
                desk.save()
                server.kill()
                end = time.monotonic() + gone
                while time.monotonic() < end:
                    names += key_names(trial, desk, 1)
                    desk.pump(gone / 20)
                desk.pump(LIMIT)
                desk.signal(signal.SIGKILL)
                desk.status()
            server.begin()
            with Desk.opened(home) as desk:
                desk.wait("Recovered from the last session")
            check_kept(trial, home, names, f"run {number}")
        trial.note(f"gone for {gone} s")


@fault("server-silent", "a server that says nothing, its connections left open: words, keys at once, and the desk ends",
       only_long=True)
def silent_server(trial):
    with Server() as server, Home() as home:
        server.serves(home)
        for is_ended in (False, True):
            with Desk.opened(home) as desk:
                desk.begin_claim()
                desk.press("Trials")
                names = key_names(trial, desk, 1)
                desk.save()
                server.freeze()
                start, times = time.monotonic(), []
                names += key_names(trial, desk, 10 if trial.is_long else 2, times)
                check_keys(trial, times, "silent")
                if is_ended:
                    desk.signal(signal.SIGTERM)
                    trial.check(desk.status(45) == 143, f"SIGTERM: status {desk.code} within 45 s")
                    trial.note(f"SIGTERM {time.monotonic() - start:.1f} s")
                    server.thaw()
                else:
                    with contextlib.suppress(Unmet):
                        desk.wait(AWAY, seconds=45)
                    trial.check(AWAY in desk.text, f"nothing is said within 45 s:\n{desk.text}")
                    trial.note(f"said after {time.monotonic() - start:.0f} s")
                    server.thaw()
                    desk.save()
            if is_ended:
                with Desk.opened(home) as desk:
                    desk.pump(0.3)
            check_kept(trial, home, names, "ended" if is_ended else "went on")


@fault("server-full", "the server's disk full: said, and saved once there is space; fields", needs_root=True)
def full_server(trial):
    for _ in range(5 if trial.is_long else 1):
        with small_disk("160m", on=cluster("folder")) as disk, Server(disk / "server") as server, Home() as home:
            server.serves(home)
            with Desk.opened(home) as desk:
                desk.begin_claim()
                desk.press("Trials")
                names = key_names(trial, desk, 2)
                desk.save()
                fill(disk)
                for _ in range(40):
                    names += key_names(trial, desk, 1)
                    desk.pump(0.1)
                    if "The disk of the server is full" in desk.text:
                        break
                desk.wait("The disk of the server is full")
                names += key_names(trial, desk, 3)
                (disk / "filler").unlink()
                desk.save()
            check_kept(trial, home, names, "full")


@fault("server-refuses", "a right taken away on the server while keying: said, and saved once it is back; fields")
def refusing_server(trial):
    rights = ["UPDATE", "INSERT", "SELECT"] if trial.is_long else ["UPDATE"]
    with Server() as server, Home() as home:
        server.serves(home)
        for right in rights:
            with Desk.opened(home) as desk:
                desk.begin_claim()
                desk.press("Trials")
                names = key_names(trial, desk, 2)
                desk.save()
                server.sql(f"REVOKE {right} ON ALL TABLES IN SCHEMA cleanclaim FROM cleanclaim")
                names += key_names(trial, desk, 3)
                desk.wait("right is missing")
                trial.check(True, "")
                server.sql(f"GRANT {right} ON ALL TABLES IN SCHEMA cleanclaim TO cleanclaim")
                desk.save()
            check_kept(trial, home, names, f"{right} revoked")
