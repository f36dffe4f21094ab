"""A store that others lock, move, change or damage."""
import os
import shutil
import signal
import sqlite3
import time

from desk import Desk
from home import Home
from table import fault

# The desk tries each second; a slow machine gets more.
KEY_LIMIT = 1.0


def keys_while_locked(trial, desk, seconds):
    """Keys fields; returns them, and the longest time until a key was answered."""
    slowest, names = 0, []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        names.append(f"LOCKED{len(names)}")
        for key in [*names[-1], "\r"]:
            slowest = max(slowest, desk.answer(key, KEY_LIMIT * 3))
        desk.type("\t" * 7)
        desk.pump(0.02)
    trial.note(f"slowest key {slowest * 1000:.0f} ms")
    trial.check(slowest < KEY_LIMIT, f"a key took {slowest:.1f} s")
    return names


@fault("lock", "the database locked by another program; fields")
def locked(trial):
    with Home() as home:
        with Desk.opened(home) as desk:
            desk.begin_claim()
            desk.type("FIRST\r")
            desk.pump(0.3)
            desk.press("Trials")
            holder = sqlite3.connect(home.database, isolation_level=None)
            holder.execute("BEGIN IMMEDIATE")
            names = keys_while_locked(trial, desk, 20 if trial.is_long else 2)
            desk.press("Save")
            desk.wait("Another program is using the database")
            holder.execute("ROLLBACK")
            holder.close()
            desk.save()
            text = home.text()
            missing = [name for name in names if name not in text]
            trial.check(not missing, f"{len(missing)} of {len(names)} fields were not saved once it was free")
            trial.lost += len(missing)
        ended_while_locked(trial, home)


def ended_while_locked(trial, home):
    with Desk.opened(home) as desk:
        desk.open_claim()
        holder = sqlite3.connect(home.database, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        desk.type("\tRESCUED\r")
        desk.pump(0.2)
        start = time.monotonic()
        desk.signal(signal.SIGTERM)
        code = desk.status()
        trial.note(f"SIGTERM {time.monotonic() - start:.1f} s")
        trial.check(code == 143 and time.monotonic() - start < 5, f"SIGTERM: status {code}")
        holder.execute("ROLLBACK")
        holder.close()
    with Desk.opened(home) as desk:
        desk.pump(0.3)
    kept = "RESCUED" in home.text()
    trial.lost += not kept
    trial.check(kept, "what was keyed is not in the store after the next start")


@fault("moved", "the data folder moved away under an open desk")
def moved(trial):
    for is_replaced in (False, True):
        with Home() as home:
            home.add_claims(2)
            away = home.path / "away"
            with Desk.opened(home) as desk:
                desk.open_claim()
                os.rename(home.store, away)
                if is_replaced:
                    shutil.copytree(away, home.store)
                desk.type("\tMOVED\r")
                desk.press("Save")
                desk.wait("The data folder was moved or replaced")
                other = is_replaced and "MOVED" in home.text()
                trial.check(not other, "it was written into the other folder")
                if is_replaced:
                    shutil.rmtree(home.store)
                os.rename(away, home.store)
                desk.save()
            kept = "MOVED" in home.text()
            trial.lost += not kept
            trial.check(kept, "what was keyed is not in the folder that came back")


@fault("row", "a damaged row of the store")
def damaged_row(trial):
    changes = ["status = 'x'", "account = x'00'", "createdAt = 9223372036854775807",
               "day = 9223372036854775807", "revision = -9223372036854775808", "face = x'00'"]
    for change in changes:
        with Home() as home:
            home.add_claims(3)
            home.change(f"UPDATE claim SET {change} WHERE number = 2")
            with Desk.opened(home) as desk:
                desk.pump(0.2)
                listed = desk.text
                desk.signal(signal.SIGTERM)
                said = desk.raw.decode("utf-8", "ignore")
                code = desk.status()
            check = home.run("store", "check")
            names = (check.stdout + check.stderr).decode()
            trial.check(code == 143 and "RIVERA" in listed.upper() and "Row.swift" not in said and check.returncode == 1
                        and "2" in names and "OSEI" not in names.upper(),
                        f"{change}: status {code}, store check {check.returncode}: {names}")


@fault("damage", "a database cut off, overwritten or emptied: opened from the backup")
def damaged_database(trial):
    def cut(path):
        os.truncate(path, path.stat().st_size // 2)

    def scribble(path):
        with open(path, "r+b") as file:
            file.seek(4096)
            file.write(os.urandom(8192))

    for damage in (cut, scribble, lambda path: os.truncate(path, 0)):
        with Home() as home:
            home.add_claims(3)
            with Desk.opened(home) as desk:
                desk.signal(signal.SIGTERM)
                desk.status()
            home.run("store", "backup")
            for path in home.store.glob("claims.db-*"):
                path.unlink()
            damage(home.database)
            with Desk.opened(home) as desk:
                desk.wait("damaged")
                trial.check("3 claims" in desk.text, f"it is not opened from the backup:\n{desk.text}")
            trial.check(any((home.store / "replaced").iterdir()), "the damaged database is not kept")


@fault("paste", "a paste into the worklist")
def pasted(trial):
    with Home() as home:
        home.add_claims(150 if trial.is_long else 20)
        for length in (1000, 16000) if trial.is_long else (1000,):
            with Desk.opened(home) as desk:
                desk.settle()
                start = time.monotonic()
                desk.type(b"\x1b[200~" + b"A" * length + b"\x1b[201~")
                desk.settle()
                took = time.monotonic() - start
                trial.note(f"{length:,} letters {took:.2f} s")
                trial.check(took < 2, f"a paste of {length} letters took {took:.1f} s")
                desk.type(b"\x1b[200~" + b"A" * length)
                start = time.monotonic()
                desk.signal(signal.SIGTERM)
                code = desk.status()
                trial.check(code == 143 and time.monotonic() - start < 2, f"SIGTERM within a paste: status {code}")
