"""A throw-away home folder, and the built program run in it."""
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile

import samples

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("CLEANCLAIM", str(ROOT / ".build/debug/cleanclaim"))


class Unmet(Exception):
    """Something that has to happen has not."""


class Home:
    """A throw-away home folder; nothing of the user's is read or written."""

    def __init__(self, folder=None):
        self.path = pathlib.Path(folder or tempfile.mkdtemp(prefix="cleanclaim-faults-"))
        for name in ("data", "config"):
            (self.path / name).mkdir(exist_ok=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    @property
    def store(self):
        return self.path / "data/cleanclaim"

    @property
    def database(self):
        return self.store / "claims.db"

    @property
    def keys(self):
        return self.path / "data/cleanclaim-keys"

    @property
    def keyring(self):
        return self.keys / "keyring.db"

    def environment(self, **changes):
        """The variables of a run."""
        return {"HOME": str(self.path), "XDG_DATA_HOME": str(self.path / "data"), "TMPDIR": str(self.path),
                "XDG_CONFIG_HOME": str(self.path / "config"), "LANG": "C.UTF-8", "TERM": "vt100",
                "PATH": os.environ["PATH"], "CLEANCLAIM_TODAY": "2026-11-23", **changes}

    def run(self, *arguments, seconds=120, given=None, program=PROGRAM, **changes):
        """Runs a command to its end; its status is negative where a signal ended it."""
        return subprocess.run([program, *map(str, arguments)], env=self.environment(**changes), input=given,
                              capture_output=True, timeout=seconds, check=False)

    def start(self, *arguments, **changes):
        """Starts a command and does not wait for it."""
        return subprocess.Popen([PROGRAM, *map(str, arguments)], env=self.environment(**changes),
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def configure(self, text, instead_of=None):
        """Adds lines to config.yaml; those that begin with `instead_of` go."""
        path = self.path / "config/cleanclaim/config.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        kept = [line for line in lines if instead_of is None or not line.startswith(instead_of)]
        path.write_text("\n".join([*kept, text]) + "\n", encoding="utf-8")

    def sharing(self):
        """Another home folder with the same settings and the same keys."""
        other = Home()
        for folder in ("config", "data/cleanclaim-keys"):
            if (self.path / folder).exists():
                shutil.copytree(self.path / folder, other.path / folder, dirs_exist_ok=True)
        return other

    def begin(self):
        """Makes the keyring that opens by the key file of this machine, so that the desk does not ask for it."""
        if not self.keyring.exists():
            self.need("store", "check")

    def need(self, *arguments, **changes):
        """Runs a command that has to succeed; what it prints."""
        done = self.run(*arguments, **changes)
        if done.returncode:
            raise Unmet(f"{' '.join(map(str, arguments))}: status {done.returncode}, {done.stderr.decode()}")
        return done.stdout

    def change(self, sql, *arguments, path=None):
        """Reads or damages the database past the program; what is sealed can be neither read nor written so."""
        with sqlite3.connect(path or self.database, timeout=10) as connection:
            rows = connection.execute(sql, arguments).fetchall()
        connection.close()
        return rows

    def drafts(self):
        """The JSON of every claim by its id, as the program reads it."""
        lines = self.need("export", "--clear").decode().splitlines()
        return {json.loads(line)["id"]: line for line in lines}

    def text(self):
        """The JSON of every claim, in one."""
        return "\n".join(self.drafts().values())

    def files(self):
        """How many entries each reference file has."""
        return self.need("reference", "list").decode()

    def is_sound(self):
        """Whether the database, every record in it and every backup are whole."""
        return self.run("store", "check").returncode == 0

    def add_claims(self, count=1, are_clean=False):
        """Imports claims of made-up people, `count` of them."""
        self.need("import", self.write_claims(count, are_clean))

    def write_claims(self, count=1, are_clean=False):
        """Writes a file with claims of made-up people; its path."""
        file = self.path / "claims.837"
        file.write_text(samples.claims(count, are_clean), encoding="ascii")
        return file
