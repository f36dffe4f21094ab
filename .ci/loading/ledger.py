"""What was keyed, what the desks said is saved, and how long things took."""
import itertools
import string
import threading
import time


class Ledger:
    """Of all desks together."""

    def __init__(self):
        self.lock = threading.Lock()
        self.start = time.monotonic()
        # Of each word that was said to be saved, when it was, and where it was keyed.
        self.saved = {}
        self.typed = 0
        # Durations in seconds, with the moment at which each began.
        self.saves, self.keys = [], []
        self.counts, self.faults = {}, []

    def count(self, name, number=1):
        with self.lock:
            self.counts[name] = self.counts.get(name, 0) + number

    def fault(self, desk, what):
        """Something did not happen that had to."""
        with self.lock:
            self.faults.append(f"{time.monotonic() - self.start:.0f} s, desk {desk}: {what}")

    def note_typed(self):
        with self.lock:
            self.typed += 1

    def note_saved(self, words, where, began, seconds):
        with self.lock:
            self.saved.update(dict.fromkeys(words, (began, where)))
            self.saves.append((began, seconds))

    def note_key(self, began, seconds):
        with self.lock:
            self.keys.append((began, seconds))

    def lost(self, text):
        """The words that were said to be saved and are not in the records: when, where, and what the claim has instead."""
        lines = text.splitlines()
        return [f"{word} at {began - self.start:.0f} s, {where}: {[line for line in lines if where.split()[-1] in line]}"
                for word, (began, where) in self.saved.items() if word not in text]


def words(desk):
    """Words of letters that no other desk makes; none is a part of another one."""
    letters = string.ascii_uppercase
    prefix = "Q" + letters[desk // 26] + letters[desk % 26]
    for number in itertools.product(letters[:16], repeat=5):
        yield prefix + "".join(number)
