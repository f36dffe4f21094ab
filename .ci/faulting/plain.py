"""A store as the version before sealing wrote it, in clear."""
import contextlib
import datetime
import hashlib
import json
import re
import shutil
import sqlite3

from home import ROOT, Home

SCHEMA = ROOT / "Sources/ClaimStore/Opening/PlainSchema.swift"
APPLICATION_ID = 0x43434C4D
MOMENT = 1_795_000_000_000
BACKUPS = ("2026-11-20", "2026-11-21")


def steps():
    """The statements of each version, as the program has them."""
    return re.findall(r'"""\n(.*?)\n\s*"""', SCHEMA.read_text(encoding="utf-8"), re.S)


def claims(count):
    """The JSON of made-up claims."""
    with Home() as scratch:
        scratch.add_claims(count)
        return list(scratch.drafts().values())


def write(home, lines):
    """Writes claims, a version of each and two backups."""
    home.store.mkdir(parents=True, mode=0o700)
    with contextlib.closing(sqlite3.connect(home.database)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        for number, step in enumerate(steps(), 1):
            connection.executescript(step)
            connection.execute(f"PRAGMA user_version = {number}")
        for number, line in enumerate(lines, 1):
            insert(connection, number, line)
        connection.commit()
        for day in BACKUPS:
            back_up(home, connection, day)
        connection.execute("PRAGMA journal_mode = WAL")
    home.database.chmod(0o600)


def insert(connection, number, line):
    draft = json.loads(line)
    person, day = draft["patient"], datetime.datetime.strptime(draft["lines"][0]["from"], "%m/%d/%Y").date()
    birth = datetime.datetime.strptime(person["birthDate"], "%m/%d/%Y").date().isoformat()
    name = f"{person['lastName']}, {person['firstName']}"
    connection.execute(
        "INSERT INTO claim (number, id, revision, status, account, patient, day, payer, policy, errors, warnings,"
        " rules, member, person, birth, createdAt, updatedAt)"
        " VALUES (?, ?, 3, 'draft', ?, ?, ?, ?, '', 0, 0, '', ?, ?, ?, ?, ?)",
        (number, draft["id"], draft["account"], name, (day - datetime.date(1970, 1, 1)).days, draft["payer"]["name"],
         draft["subscriber"]["memberID"], f"{name} {birth}", birth, MOMENT, MOMENT))
    connection.execute("INSERT INTO draft (claim, json) VALUES (?, ?)", (number, line))
    connection.execute(
        "INSERT INTO version (claim, status, json, keptAt) VALUES (?, 'draft', ?, ?)", (number, line, MOMENT))


def back_up(home, connection, day):
    path = home.store / f"backups/claims-{day}.db"
    path.parent.mkdir(mode=0o700, exist_ok=True)
    with contextlib.closing(sqlite3.connect(path)) as copy:
        connection.backup(copy)
    path.with_name(path.name + ".sha256").write_text(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n", encoding="ascii")


def put_back(home, kept):
    """Puts the folders of data and keys back as they were kept."""
    for name in ("cleanclaim", "cleanclaim-keys"):
        shutil.rmtree(home.path / "data" / name, ignore_errors=True)
        if (kept / name).exists():
            shutil.copytree(kept / name, home.path / "data" / name)
