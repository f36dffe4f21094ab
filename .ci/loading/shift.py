"""A shift: every biller works for a time, and what happens meanwhile."""
import itertools
import random
import threading
import time

from biller import Biller
from home import Unmet
from jobs import Submitting, TakeOver
from ledger import Ledger

# How many claims each desk of a submission marks ready, and how long the office is without a server.
MARKED, WITHOUT = 2, 5.0


class Shift:
    """Of an office, for so many minutes."""

    def __init__(self, office, minutes, take_overs, submissions, has_failover):
        self.office, self.minutes = office, minutes
        self.ledger = Ledger()
        self.billers = [Biller(number, name, home, self.ledger, random.Random(number))
                        for number, (name, home) in enumerate(zip(office.people, office.homes))]
        self.events = sorted(
            [((number + 0.3) / take_overs * 0.75, self.take_over(number)) for number in range(take_overs)]
            + [((number + 0.2) / submissions * 0.8, self.submit(number)) for number in range(submissions)]
            + [(0.55, self.fail_over)] * has_failover, key=lambda event: event[0])
        self.accounts = (f"N-{number:06}" for number in itertools.count())
        self.server_time = {}
        # Between which moments there was no server, or desks were still finding the new one.
        self.outage = None

    @staticmethod
    def claims(submissions):
        """How many clean claims are needed."""
        return submissions * 2 * MARKED

    def run(self):
        for biller in self.billers:
            biller.open()
        self.watch_server()
        before = dict(self.server_time)
        self.ledger.start = start = time.monotonic()
        for biller in self.billers:
            biller.start()
        for moment, event in self.events:
            self.wait(start + moment * self.minutes * 60)
            event()
        self.wait(start + self.minutes * 60)
        for biller in self.billers:
            biller.is_over.set()
        for biller in self.billers:
            biller.join()
        self.watch_server()
        self.seconds = time.monotonic() - start
        self.server_seconds = sum(self.server_time.values()) - sum(before.values())
        closing = [threading.Thread(target=biller.close) for biller in self.billers]
        for thread in closing:
            thread.start()
        for thread in closing:
            thread.join()
        if codes := [biller.code for biller in self.billers if biller.code != 143]:
            self.ledger.fault("-", f"programs ended with {codes}")

    def wait(self, moment):
        while (left := moment - time.monotonic()) > 0:
            time.sleep(min(left, 2))
            self.watch_server()

    def watch_server(self):
        """A server that is killed takes its own count along."""
        for server in (self.office.server, self.office.standby):
            try:
                if server:
                    self.server_time[server.folder] = server.processor_time()
            except (OSError, IndexError, ValueError):
                pass

    def pair(self):
        """Two desks that have nothing else to do."""
        free = [biller for biller in self.billers if not biller.jobs and not biller.is_over.is_set()]
        return random.sample(free, 2) if len(free) >= 2 else None

    def take_over(self, number):
        def event():
            if pair := self.pair():
                job = TakeOver(self.ledger, is_given=number % 2 == 0)
                pair[0].jobs.append(job.hold)
                pair[1].jobs.append(job.take)
        return event

    def submit(self, _):
        def event():
            if not (pair := self.pair()):
                return
            job, accounts = Submitting(self.ledger), [next(self.accounts) for _ in range(2 * MARKED)]
            done = []
            for biller, own in zip(pair, (accounts[:MARKED], accounts[MARKED:])):
                def work(biller, own=own):
                    try:
                        job.submit(own)(biller)
                    finally:
                        done.append(biller)
                        if len(done) == 2:
                            threading.Thread(target=self.answer, args=(accounts,), daemon=True).start()
                biller.jobs.append(work)
        return event

    def answer(self, accounts):
        """The payer's answers come in while everybody works."""
        for account in accounts:
            try:
                self.office.take_answer(account)
                self.ledger.count("answers")
            except Unmet as what:
                self.ledger.fault("-", what)

    def fail_over(self):
        self.watch_server()
        begun = time.monotonic()
        self.office.server.kill()
        time.sleep(WITHOUT)
        self.office.standby.promote()
        promoted = time.monotonic()
        while time.monotonic() < promoted + 60 and not any(saved > promoted for saved, _ in self.ledger.saves):
            time.sleep(0.2)
        self.ledger.count("fail-overs")
        self.outage = (begun, promoted)
