"""A full disk while records are sealed, resealed, or keys are made."""
import contextlib
import json

import plain
import signing
from desk import Desk
from disks import fill, small_disk
from home import Home
from table import fault

LEFT = (0, 4096, 28672, 65536, 131072, 262144, 524288)


def lefts(trial):
    """How many bytes are left on the disk."""
    return LEFT if trial.is_long else (0, 28672)


@contextlib.contextmanager
def home_on_disk():
    with small_disk("8m") as disk:
        yield Home(disk)


def empty_again(home):
    (home.path / "filler").unlink()


@fault("full-sealing", "a full disk while a store in clear is sealed: said; afterwards done; claims", needs_root=True)
def full_sealing(trial):
    lines = plain.claims(40)
    wanted = {json.loads(line)["id"]: line for line in lines}
    for left in lefts(trial):
        with home_on_disk() as home:
            plain.write(home, lines)
            fill(home.path, left)
            done = home.run("overrides")
            said = done.stderr.decode()
            is_said = done.returncode == 2 and "full" in said or done.returncode == 0
            empty_again(home)
            again = home.run("overrides")
            now = home.drafts()
            trial.count(len(wanted), sum(now.get(name) != line for name, line in wanted.items()))
            sealed = all(is_sealed(home, path) for path in home.store.rglob("*.db"))
            if not (is_said and home.is_sound() and sealed) or (home.store / "claims.db.clear").exists():
                trial.failures.append(f"{left} bytes left: {done.returncode}, {said}; then {again.stderr.decode()}")


def is_sealed(home, path):
    return home.change("PRAGMA user_version", path=path)[0][0] > len(plain.steps())


@fault("full-rekey", "a full disk while records get a new key: said; afterwards done; claims", needs_root=True)
def full_rekeying(trial):
    for left in lefts(trial):
        with home_on_disk() as home:
            home.add_claims(40)
            home.need("store", "backup")
            wanted = home.drafts()
            fill(home.path, left)
            done = home.run("store", "rekey")
            is_said = done.returncode == 2 and b"full" in done.stderr or done.returncode == 0
            empty_again(home)
            home.need("store", "rekey")
            now = home.drafts()
            trial.count(len(wanted), sum(now.get(name) != line for name, line in wanted.items()))
            if not (is_said and home.is_sound()):
                trial.failures.append(f"{left} bytes left: {done.returncode}, {done.stderr.decode()}")


@fault("full-people", "a full disk while somebody is added: said, and the keyring is whole", needs_root=True)
def full_adding(trial):
    for left in lefts(trial):
        with home_on_disk() as home:
            home.add_claims(2)
            fill(home.path, left)
            with Desk(home, "people", "add", signing.OTHER) as desk:
                signing.answer(desk, ("New passphrase", signing.PASSPHRASE), ("The same again", signing.PASSPHRASE))
                code, said = desk.status(), desk.text
            added = signing.OTHER in home.run("people", "list").stdout.decode()
            empty_again(home)
            is_said = (code == 0) == added and (code == 0 or "full" in said)
            trial.check(is_said and home.is_sound() and len(home.drafts()) == 2,
                        f"{left} bytes left: status {code}, added {added}\n{said}")


@fault("full-start", "a full disk in the first start: said; afterwards it starts", needs_root=True)
def full_first_start(trial):
    for left in lefts(trial):
        for choice in ("1", "2"):
            with home_on_disk() as home:
                fill(home.path, left)
                with Desk(home) as desk:
                    desk.wait("open them?")
                    desk.type(choice if choice == "1" else f"2{signing.SET_PASSPHRASE}")
                    desk.wait("full", "Practice setup", "not shown again")
                    said = desk.text
                empty_again(home)
                with Desk(home) as desk:
                    desk.wait("open them?", "Enter your name and passphrase", "Practice setup")
                    if "open them?" in desk.text:
                        desk.type("1")
                    elif "Practice setup" not in desk.text:
                        signing.sign_in(desk)
                    desk.wait("Practice setup")
                trial.check(True, said)
