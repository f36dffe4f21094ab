"""The program is killed while it seals a store of the version before, or reseals one with another key."""
import json
import shutil
import subprocess
import time

import clear
import plain
from home import Home
from table import fault


def kill_until_done(trial, home, command, length):
    """Starts a command and kills it, later after a few times, until it ends by itself; how often it was killed."""
    kills = 0
    while True:
        run = home.start(*command)
        try:
            _, said = run.communicate(timeout=length * trial.random.uniform(0.1, max(0.9, kills / 4)))
            if run.returncode:
                trial.failures.append(f"{' '.join(command)} ended with {run.returncode}: {said.decode()}")
            return kills
        except subprocess.TimeoutExpired:
            run.kill()
            run.communicate()
            kills += 1


def names(lines):
    """What tells who the patients are."""
    drafts = [json.loads(line) for line in lines]
    return ({f'"lastName":"{draft["patient"]["lastName"]}"' for draft in drafts} | {"RIVERA, DANA", "12 ELM ST"}
            | {draft["subscriber"]["memberID"] for draft in drafts})


@fault("sealed-over", "killed while a store in clear is sealed, until it is done; claims")
def sealed_over(trial):
    lines = plain.claims(300 if trial.is_long else 60)
    wanted = {json.loads(line)["id"]: line for line in lines}
    with Home() as home:
        plain.write(home, lines)
        kept = home.path / "kept"
        shutil.copytree(home.path / "data", kept)
        begun = time.monotonic()
        home.need("overrides")
        length, kills = time.monotonic() - begun, 0
        for _ in range(20 if trial.is_long else 2):
            plain.put_back(home, kept)
            kills += kill_until_done(trial, home, ("overrides",), length)
            now = home.drafts()
            trial.count(len(wanted), sum(now.get(name) != line for name, line in wanted.items()))
            check_sealed(trial, home, lines)
    trial.note(f"{kills} kills")


def check_sealed(trial, home, lines):
    backups = [path.name for path in sorted((home.store / "backups").glob("*.db"))]
    left = clear.found(home.path / "data", names(lines))
    if left or not home.is_sound() or len(backups) != len(plain.BACKUPS) or (home.store / "claims.db.clear").exists():
        said = home.run("store", "check").stdout.decode()
        trial.failures.append(f"in clear: {left[:4]}; backups {backups}; {said}")


@fault("re-keyed", "killed while every record is sealed with a new key, until it is done; claims")
def re_keyed(trial):
    with Home() as home:
        home.add_claims(300 if trial.is_long else 60)
        home.need("store", "backup")
        wanted = home.drafts()
        begun = time.monotonic()
        home.need("store", "rekey")
        length, kills = time.monotonic() - begun, 0
        for _ in range(20 if trial.is_long else 2):
            before = home.database.read_bytes()
            kills += kill_until_done(trial, home, ("store", "rekey"), length)
            now = home.drafts()
            trial.count(len(wanted), sum(now.get(name) != line for name, line in wanted.items()))
            if not home.is_sound() or home.database.read_bytes() == before or earlier_keys(home):
                trial.failures.append(f"after {kills} kills: {home.run('store', 'check').stdout.decode()}")
    trial.note(f"{kills} kills")


def earlier_keys(home):
    """How many data keys are known besides the present one."""
    return home.change("SELECT count(*) FROM generation WHERE previous IS NOT NULL", path=home.keyring)[0][0]
