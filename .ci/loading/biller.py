"""A biller and the program at one desk."""
import collections
import os
import threading

from desk import KEYS, Desk
from hands import PATIENCE, Hands, Over
from home import Unmet
from signing import PASSPHRASE, sign_in_as

# More rows than this are on the next page.
ROWS = 5


class Biller(threading.Thread):
    """Works until it is over; what others want done in between is in `jobs`."""

    def __init__(self, number, name, home, ledger, random):
        super().__init__(daemon=True)
        self.number, self.person, self.home, self.ledger, self.random = number, name, home, ledger, random
        self.jobs = collections.deque()
        self.is_over = threading.Event()
        self.desk = self.hands = None
        # The claims that were begun here: the patient's name, and how many rows of trials.
        self.claims = {}
        self.processor_time, self.memory, self.code = 0.0, 0, None

    def open(self):
        """Starts the program and signs in."""
        self.desk = Desk(self.home, before=("env", "-C", str(self.home.path)))
        if self.person:
            sign_in_as(self.desk, self.person, PASSPHRASE, seconds=PATIENCE)
        self.desk.wait("Type to filter", "Practice setup", seconds=PATIENCE)
        if "Practice setup" in self.desk.text:
            self.desk.press("Esc")
            self.desk.wait("Type to filter", seconds=PATIENCE)
        before = self.hands
        self.hands = Hands(self.desk, self.number, self.ledger, self.random, self.is_over)
        if before:
            self.hands.words = before.words

    def run(self):
        while not self.is_over.is_set():
            try:
                if self.jobs:
                    self.jobs.popleft()(self)
                else:
                    self.work()
            except Over:
                break
            except (Unmet, OSError) as what:
                self.ledger.fault(self.number, what)
                self.recover()

    def work(self):
        kind = self.random.random()
        if kind < 0.6 or not self.claims:
            self.key_claim()
        elif kind < 0.8:
            self.add_trial(self.random.choice(list(self.claims)))
        elif kind < 0.92:
            self.look()
        else:
            self.comment()
        self.hands.rest(1, 6)

    def key_claim(self):
        """A new claim; its name."""
        hands = self.hands
        hands.ask(KEYS["F8"], "New claim")
        hands.word()
        name = hands.claim = hands.pending[-1]
        hands.save()
        hands.key("ANNA\r\t02/28/1948\rF\r\t")
        hands.word()
        hands.key(" LANE")
        hands.save()
        hands.key("\x0f2F33.2\rF41.1")
        hands.save()
        hands.key("\x0f311/10/2026\r\r11\r99213\r\rA\r150\r1")
        hands.save()
        hands.press("Trials")
        for _ in range(2):
            hands.word()
            hands.save()
            hands.key("\t" * 7)
        self.claims[name] = 2
        self.ledger.count("claims")
        hands.leave()
        return name

    def add_trial(self, name):
        """One more row on a claim of this desk."""
        if self.claims[name] >= ROWS:
            del self.claims[name]
            return
        if self.hands.open(name):
            self.key_trial(self.claims[name])
            self.claims[name] += 1
            self.ledger.count("claims changed")
        else:
            self.ledger.count("read while open elsewhere")
        self.hands.leave()

    def key_trial(self, rows):
        """A row after so many."""
        self.hands.press("Trials")
        for _ in range(rows):
            self.hands.press("F8")
        self.hands.word()
        self.hands.save()

    def look(self):
        """Reads a claim, most likely another desk's."""
        for _ in range(self.random.randint(0, 12)):
            self.hands.press("Down")
        self.hands.ask("\r", "1 Claim")
        self.ledger.count("read while open elsewhere" if "READ-ONLY" in self.desk.text else "claims read")
        self.hands.rest(1, 4)
        self.hands.leave()

    def comment(self):
        for _ in range(self.random.randint(0, 12)):
            self.hands.press("Down")
        self.hands.ask("\x07", "Comment on")
        self.hands.key("CALLED THE PAYER\r")
        self.ledger.count("comments")

    def recover(self):
        """Back to the worklist, by a new start where nothing else helps."""
        for _ in range(4):
            if self.desk.status(0) is None and not self.is_at_worklist():
                self.desk.press("Esc")
        self.hands.pending = []
        if self.is_at_worklist() and self.desk.status(0) is None:
            return
        self.ledger.count("new starts")
        self.close()
        try:
            self.open()
        except (Unmet, OSError) as what:
            self.ledger.fault(self.number, what)
            self.is_over.set()

    def is_at_worklist(self):
        return "Type to filter" in self.desk.text and "Quit CleanClaim" not in self.desk.text

    def close(self):
        """Ends the program as a hangup does, and notes what it has used."""
        self.processor_time += self.desk.work()[1] / os.sysconf("SC_CLK_TCK")
        try:
            with open(f"/proc/{self.desk.pid}/status", encoding="utf-8") as file:
                resident = next(line for line in file if line.startswith("VmRSS:"))
                self.memory = max(self.memory, int(resident.split()[1]) // 1024)
        except (OSError, StopIteration):
            pass
        with self.desk:
            self.desk.signal(15)
            self.code = self.desk.status(PATIENCE)
