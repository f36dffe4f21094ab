"""Hands at a desk: keys at the pace of a person, and what the screen says to them."""
import os
import re
import time

from desk import KEYS
from home import Unmet
from ledger import words
from servers import AWAY

# How long a save or an opening may take: a fail-over may lie in between.
PATIENCE = 120
# Seconds between two keys, and how many of the keys are timed.
PACE, TIMED = (0.06, 0.12), 0.05

SAVED, BUSY = "Saved at", "Another program is using the database"
# A letter, or what the terminal sends for one key.
KEY = r"\x1b(?:\[[0-9;]*[A-Z~]|O[A-Z]|[^\[O])|\x0f.|[^\x1b]|\x1b"


class Over(Exception):
    """The time is over."""


class Hands:
    """Those of one biller."""

    def __init__(self, desk, number, ledger, random, is_over):
        self.desk, self.number, self.ledger, self.random, self.is_over = desk, number, ledger, random, is_over
        self.words = words(number)
        # Keyed and not yet said to be saved; and on whose claim.
        self.pending, self.claim = [], ""

    def rest(self, least, most):
        """Reads what is drawn meanwhile."""
        if self.is_over.is_set():
            raise Over
        end = time.monotonic() + self.random.uniform(least, most)
        while (left := end - time.monotonic()) > 0:
            self.desk.read(left)
            if self.desk.status(0) is not None:
                raise Unmet(f"the program ended with {self.desk.code}:\n{self.desk.text}")

    def key(self, text, timed=0.0):
        for key in re.findall(KEY, text):
            if self.random.random() < timed:
                begun = time.monotonic()
                self.ledger.note_key(begun, self.desk.echo(key, PATIENCE))
            else:
                os.write(self.desk.terminal, key.encode())
            self.rest(*PACE)

    def press(self, name):
        self.key(KEYS[name])

    def word(self):
        """Keys a word of its own."""
        word = next(self.words)
        self.key(word, TIMED)
        self.pending.append(word)
        self.ledger.note_typed()

    def save(self):
        """Leaves the field; how long it takes until the desk says that everything is saved."""
        if SAVED in self.desk.text:
            raise Unmet(f"an earlier save is still shown:\n{self.desk.text}")
        begun = asked = time.monotonic()
        os.write(self.desk.terminal, b"\r" + KEYS["Save"].encode())
        while SAVED not in self.desk.text:
            self.desk.read(0.1)
            took = time.monotonic() - begun
            if "Not saved:" in self.desk.text:
                self.ledger.count("conflicts")
                raise Unmet(f"a conflict:\n{self.desk.text}")
            if took > PATIENCE or self.desk.status(0) is not None:
                raise Unmet(f"not saved after {took:.0f} s:\n{self.desk.text}")
            # Another message may have taken the place of the one that is waited for.
            if time.monotonic() - asked > 0.5 and SAVED not in self.desk.text:
                asked = time.monotonic()
                os.write(self.desk.terminal, KEYS["Save"].encode())
        self.ledger.note_saved(self.pending, f"desk {self.number}, claim of {self.claim}", begun, time.monotonic() - begun)
        self.pending = []

    def wait(self, *texts):
        self.desk.wait(*texts, seconds=PATIENCE)

    def ask(self, key, *texts):
        """Presses a key until one of the texts is shown: what needs the records is refused while they cannot be reached."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.key(key)
            self.wait(*texts, AWAY, BUSY)
            if AWAY in self.desk.text or BUSY in self.desk.text:
                self.rest(2, 3)
            if any(text in self.desk.text for text in texts):
                return
            self.ledger.count("keys in vain")
        raise Unmet(f"{texts} is not shown:\n{self.desk.text}")

    def leave(self):
        """Back to the worklist, its filter cleared."""
        self.press("Esc")
        self.wait("Type to filter", "Filter:")
        if "Filter:" in self.desk.text:
            self.press("Esc")
            self.wait("Type to filter")

    def find(self, name):
        """Filters the worklist by a patient's name."""
        self.key(name)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if f"Filter: {name}" in self.desk.text and "1 claim," in self.desk.text:
                return
            self.desk.read(0.2)
        raise Unmet(f"{name} is not listed:\n{self.desk.text}")

    def open(self, name):
        """Opens the claim of a patient; whether it can be changed here."""
        self.find(name)
        self.ask("\r", "1 Claim")
        self.claim = name
        return "READ-ONLY" not in self.desk.text
