"""What was tried, what was survived, what was lost: a row for each fault."""
import os
import random


class Skipped(Exception):
    """Why a fault cannot be tried here."""


class Trial:
    """One fault's attempts and their results."""

    def __init__(self, is_long, seed):
        self.is_long = is_long
        self.random = random.Random(seed)
        self.tried = self.survived = self.lost = 0
        self.notes, self.failures = [], []

    def check(self, holds, failure):
        """Counts one attempt; `failure` says what went wrong if it did."""
        self.tried += 1
        if holds:
            self.survived += 1
        else:
            self.failures.append(failure)

    def count(self, tried, lost):
        """Counts several things at once, of which some are lost."""
        self.tried += tried
        self.survived += tried - lost
        self.lost += lost

    def note(self, text):
        self.notes.append(text)


FAULTS = []


def fault(name, title, needs_root=False, only_long=False):
    """Registers a function that tries a fault."""
    def register(function):
        def tried(is_long, seed=1):
            trial = Trial(is_long, seed)
            if needs_root and os.geteuid() != 0:
                raise Skipped("only root can mount disks")
            function(trial)
            return trial
        FAULTS.append((name, title, only_long, tried))
        return tried
    return register


HEAD = "| fault | tried | survived | lost | notes |\n|---|---|---|---|---|"


def row(title, trial):
    return f"| {title} | {trial.tried:,} | {trial.survived:,} | {trial.lost:,} | {'; '.join(dict.fromkeys(trial.notes))} |"


def skipped(title, why):
    return f"| {title} | 0 | 0 | 0 | not tried: {why} |"
