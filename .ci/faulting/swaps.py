"""Sealed rows that are exchanged, put back from earlier or moved; a keyring that is damaged, gone or another one."""
import os
import shutil

import samples
from desk import Desk
from home import Home
from table import fault

# A remittance that pays the first claim.
PAYMENT = samples.remittance("CLP*N-000000*1*255*200**12*X1", "NM1*QC*1*RIVERA*DANA")


def exchange(home, table, key, *columns):
    """What exchanges columns of the first two rows of a table."""
    rows = home.change(f"SELECT {', '.join(columns)} FROM {table} WHERE {key} IN (1, 2) ORDER BY {key} DESC")
    sets = ", ".join(f"{column} = ?" for column in columns)
    return [(f"UPDATE {table} SET {sets} WHERE {key} = {number}", row) for number, row in enumerate(rows, 1)]


def put(table, row):
    return f"INSERT OR REPLACE INTO {table} VALUES ({', '.join('?' * len(row))})", row


def swapped(home):
    """Ways to change sealed rows, each as the statements that do it, made from the rows as they are now."""
    draft, = home.change("SELECT * FROM draft WHERE claim = 2")
    claim, = home.change("SELECT * FROM claim WHERE number = 2")
    with Desk.opened(home) as desk:
        desk.type("N-000001")
        desk.wait("Filter: N-000001")
        desk.open_claim()
        desk.type("\tCHANGED\r")
        desk.save()
        desk.press("Esc")
        desk.wait("Filter")
    return [
        ("two drafts exchanged", exchange(home, "draft", "claim", "body")),
        ("two drafts exchanged with their revisions", exchange(home, "draft", "claim", "item", "saved", "body")),
        ("two claims' rows exchanged", exchange(home, "claim", "number", "face")),
        ("a draft put back from earlier", [put("draft", draft)]),
        ("a claim's row put back from earlier", [put("claim", claim)]),
        ("a claim put back from earlier as a whole", [put("draft", draft), put("claim", claim)]),
        ("a status changed", [("UPDATE claim SET status = 'paid' WHERE number = 2", ())]),
        ("a draft moved to another table",
         [("UPDATE claim SET face = (SELECT body FROM draft WHERE claim = 2) WHERE number = 2", ())]),
        ("a response replaced by a draft", [("UPDATE answer SET body = (SELECT body FROM draft WHERE claim = 1)", ())]),
        ("a version given to another claim", [("UPDATE version SET claim = 2", ())]),
        ("an entry of the reference files exchanged", exchange(home, "reference", "number", "body")),
        ("the practice's record overwritten", [("UPDATE practice SET body = x'00'", ())]),
    ]


@fault("swapped", "a sealed row exchanged, put back from earlier, or moved: found by opening it and by store check")
def swapped_rows(trial):
    with Home() as home:
        home.add_claims(3)
        home.need("answers", "-", given=PAYMENT.encode())
        for name, statements in swapped(home):
            attempt_swap(trial, home, name, statements)


def attempt_swap(trial, home, name, statements):
    kept = home.path / "kept"
    shutil.copytree(home.store, kept)
    for sql, values in statements:
        home.change(sql, *values)
    check = home.run("store", "check")
    read = home.run("export", "--clear", "N-000001")
    # What does not lie in the claim's own rows does not stop it from being opened.
    is_refused = any(f"{verb} {table} " in sql for sql, _ in statements for verb in ("UPDATE", "INTO")
                     for table in ("claim", "draft"))
    is_found = b"damaged" in check.stdout.lower() or b"put back from an earlier time" in check.stdout
    trial.check(check.returncode == 1 and is_found and (read.returncode == 2) == is_refused,
                f"{name}: store check {check.returncode}, {check.stdout.decode()}; export {read.returncode}, "
                f"{read.stderr.decode()}")
    shutil.rmtree(home.store)
    kept.rename(home.store)


def cut(path):
    os.truncate(path, path.stat().st_size // 2)


def scribble(path, start=4096, length=8192):
    with open(path, "r+b") as file:
        file.seek(start)
        file.write(os.urandom(length))


@fault("keyring", "the keyring cut off, overwritten, emptied or removed: opened from its copy")
def damaged_keyring(trial):
    damages = {"cut": cut, "overwritten": scribble, "its head overwritten": lambda path: scribble(path, 0, 200),
               "emptied": lambda path: os.truncate(path, 0), "removed": os.unlink}
    with Home() as home:
        home.add_claims(3)
        for name, damage in damages.items():
            damage(home.keyring)
            with Desk.opened(home) as desk:
                listed = "3 claims" in desk.text
            trial.check(listed and home.is_sound() and len(home.drafts()) == 3, f"{name}: not opened from the copy")


@fault("keyring-gone", "the keyring gone with its copy, or that of another office: said, and nothing is touched")
def keyring_gone(trial):
    with Home() as home, Home() as other:
        home.add_claims(3)
        other.add_claims(1)
        kept = home.path / "kept"
        home.keys.rename(kept)
        for name in ("gone", "damaged", "another"):
            shutil.rmtree(home.keys, ignore_errors=True)
            if name == "damaged":
                shutil.copytree(kept, home.keys)
                for path in home.keys.glob("*.db"):
                    scribble(path, 0, 200)
            elif name == "another":
                shutil.copytree(other.keys, home.keys)
            refused(trial, home, name)
        shutil.rmtree(home.keys, ignore_errors=True)
        kept.rename(home.keys)
        trial.check(home.is_sound() and len(home.drafts()) == 3, "not opened by the keyring that was put back")


def refused(trial, home, name):
    """Every door says that the keyring is not there or not the right one, and leaves the database as it is."""
    before = contents(home)
    claims = home.path / "claims.837"
    for arguments in (("export", "--clear"), ("store", "check"), ("import", claims, "--again"), ("store", "rekey"),
                      ("audit", "verify")):
        done = home.run(*arguments)
        said = (done.stdout + done.stderr).decode()
        trial.check(done.returncode in (1, 2) and "cleanclaim-keys" in said,
                    f"{name}: {arguments[0]} {done.returncode}, {said}")
    with Desk(home) as desk:
        code = desk.status()
        said = "cleanclaim-keys" in desk.raw.decode()
        trial.check(code == 2 and said, f"{name}: the desk ends with {code}\n{desk.text}")
    trial.check(contents(home) == before, f"{name}: the database was changed")


def contents(home):
    return {path.name: path.read_bytes() for path in home.store.rglob("*") if path.is_file() and path.suffix == ".db"}
