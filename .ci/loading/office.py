"""An office of many people: on a server with a standby, or in one data folder."""
import contextlib
import json
import re

import samples
from desk import Desk
from home import Home, Unmet
from kills import set_interchange, set_submitter
from server import Server
from signing import NAME, PASSPHRASE, add_person, answer, begin

# How many sessions a desk may have on a server.
SESSIONS = 5


class Office:
    """Its first home folder, and those of its desks."""

    def __init__(self, desks, clean, server=None, standby=None):
        self.server, self.standby = server, standby
        self.home = Home()
        self.people = [NAME, *(f"Biller {number:02}" for number in range(1, desks))]
        set_interchange(self.home)
        if server:
            both = server.address.replace(str(server.socket), f"{server.socket},{standby.socket}")
            server.serves(self.home, f"{both} target_session_attrs=read-write")
        with Desk(self.home) as desk:
            begin(desk)
            set_submitter(desk)
        for name in self.people[1:]:
            add_person(self.home, name)
        self.key = self.home.path / "service.key"
        with Desk(self.home, "people", "service", "load", "--key-file", str(self.key)) as desk:
            answer(desk, ("Your name:", NAME), ("Passphrase:", PASSPHRASE))
            if desk.status() != 0:
                raise Unmet(desk.text)
        self.run("import", self.home.write_claims(clean, are_clean=True))
        self.homes = [self.home, *(self.home.sharing() if server else self.home for _ in self.people[1:])]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for home in self.homes:
            with home:
                pass

    def run(self, *arguments, given=None):
        """Runs a command as the service; what it prints."""
        return self.home.need(*arguments, "--key", self.key, given=given, seconds=600)

    def take_answer(self, account):
        self.run("answers", "-", given=samples.remittance(f"CLP*{account}*1*255*200**12*P{account}",
                                                          "NM1*QC*1*RIVERA*DANA").encode())

    def text(self):
        """The JSON of every claim."""
        return self.run("export", "--clear").decode()

    def flaws(self, text):
        """What is wrong with the records at the end, in words."""
        found = []
        accounts = [json.loads(line).get("account") for line in text.splitlines()]
        if twice := {account for account in accounts if accounts.count(account) > 1}:
            found.append(f"account numbers given twice: {sorted(twice)}")
        files = [path.read_text(encoding="ascii")
                 for home in set(self.homes) for path in home.path.glob("claims-*.837")]
        sent = [account for file in files for account in re.findall(r"CLM\*([^*]+)", file)]
        if twice := {account for account in sent if sent.count(account) > 1}:
            found.append(f"claims submitted twice: {sorted(twice)}")
        numbers = [re.search(r"ISA.{87}(\d{9})", file)[1] for file in files]
        if len(set(numbers)) < len(numbers):
            found.append(f"control numbers given twice: {sorted(numbers)}")
        for words in (("store", "check"), ("audit", "verify")):
            done = self.home.run(*words, "--key", self.key, seconds=600)
            if done.returncode:
                found.append(f"{' '.join(words)}: {done.stdout.decode()}{done.stderr.decode()}")
        return found


class Alone:
    """So many people, each with a data folder of their own that the key file of this machine opens."""

    server = standby = None

    def __init__(self, desks):
        self.homes = [Home() for _ in range(desks)]
        self.people = [None] * desks
        for home in self.homes:
            home.begin()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for home in self.homes:
            with home:
                pass

    def text(self):
        return "\n".join(home.text() for home in self.homes)

    def flaws(self, _):
        return [f"store check of desk {number}" for number, home in enumerate(self.homes) if not home.is_sound()]


@contextlib.contextmanager
def on_server(desks, clean):
    """On a server with a standby that has each commit before it is said to be saved."""
    with Server() as server:
        server.set("max_connections", SESSIONS * desks + 20)
        server.control("restart")
        with server.standby() as standby, Office(desks, clean, server, standby) as office:
            yield office
