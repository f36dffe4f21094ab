"""The line to the server: slow, or leading to a standby that takes over."""
import signal
import time

from desk import Desk
from home import Home
from link import Link
from server import Server
from servers import AWAY, check_head, check_keys, check_kept, key_names
from table import fault


# In seconds: a slow line is slow at everything but keys.
PATIENCE = 180


@fault("server-slow", "a line to the server that becomes slow, 200 ms each way: keys are drawn at once; fields")
def slow_line(trial):
    with Server() as server, Link(server) as link, Home() as home:
        server.serves(home, link.address)
        with Desk.opened(home) as desk:
            desk.begin_claim()
            desk.press("Trials")
            link.delay = 0.2
            times = []
            names = key_names(trial, desk, 100 if trial.is_long else 10, times)
            check_keys(trial, times, "slow line")
            start = time.monotonic()
            desk.save(PATIENCE)
            trial.note(f"saved after {time.monotonic() - start:.1f} s")
            if not trial.is_long:
                link.delay = 0
            desk.press("Esc")
            desk.wait("Type to filter", seconds=PATIENCE)
        if trial.is_long:
            start = time.monotonic()
            with Desk.opened(home, seconds=PATIENCE) as desk:
                trial.note(f"opened after {time.monotonic() - start:.1f} s")
        link.delay = 0
        check_kept(trial, home, names, "slow line")


@fault("server-cut", "the line cut once a save has reached the server, before its answer: saved once, no question; fields")
def cut_line(trial):
    with Server() as server, Link(server) as link, Home() as home:
        server.serves(home, link.address)
        for number in range(10 if trial.is_long else 1):
            with Desk.opened(home) as desk:
                desk.begin_claim()
                desk.press("Trials")
                names = key_names(trial, desk, 2)
                desk.save()
                desk.type("HALFAWORD")
                link.cut_after = b"COMMIT"
                while link.cut_after:
                    desk.read(0.1)
                desk.type(f"ANDMORE{number}\r")
                desk.save()
                trial.check("another window" not in desk.text.lower() and "Not saved" not in desk.text,
                            f"its own save counts as another desk's:\n{desk.text}")
            check_kept(trial, home, [*names, f"HALFAWORDANDMORE{number}"], f"cut {number}")


@fault("server-promoted", "the server killed, its standby promoted: desks go on, nothing that was saved is gone; fields")
def promoted_standby(trial):
    for number in range(10 if trial.is_long else 1):
        with Server() as server, server.standby() as standby, Home() as home:
            both = server.address.replace(str(server.socket), f"{server.socket},{standby.socket}")
            server.serves(home, f"{both} target_session_attrs=read-write")
            home.begin()
            with home.sharing() as other, Desk.opened(home) as first, Desk.opened(other) as second:
                confirmed, names = [], []
                for desk in (first, second):
                    desk.begin_claim()
                    desk.press("Trials")
                for _ in range(trial.random.randint(2, 5)):
                    for desk in (first, second):
                        names += key_names(trial, desk, 2)
                        desk.save()
                        confirmed = list(names)
                names += key_names(trial, first, 1)
                server.kill()
                for desk in (first, second):
                    names += key_names(trial, desk, 2)
                    desk.wait(AWAY)
                    check_head(trial, desk, is_away=True)
                standby.promote()
                start = time.monotonic()
                for desk in (first, second):
                    desk.save()
                trial.note(f"saved {time.monotonic() - start:.1f} s after the promotion")
                first.signal(signal.SIGKILL)
                first.status()
                check_kept(trial, home, names, f"run {number}")
                trial.note(f"{len(confirmed)} of them said to be saved before")
