"""What two desks do with each other, and what only one may do at a time."""
import threading

FREE = "Nobody has this claim open"


class TakeOver:
    """A claim that one desk has open and another one gets: given, or taken since nobody answers."""

    def __init__(self, ledger, is_given):
        self.ledger, self.is_given = ledger, is_given
        self.name = None
        self.is_ready, self.is_done = threading.Event(), threading.Event()

    def hold(self, biller):
        """At the desk that has the claim."""
        name = biller.key_claim()
        if not biller.hands.open(name):
            biller.hands.wait(FREE)
            biller.hands.key("\x1ba")
            biller.hands.wait("You can change this claim now")
        biller.key_trial(2)
        self.name = name
        self.is_ready.set()
        biller.hands.wait("asks for this claim")
        if self.is_given:
            biller.hands.key("\x1bg")
            biller.hands.wait("Given to", FREE)
        else:
            biller.hands.wait("has taken this claim over")
        del biller.claims[name]
        self.is_done.wait(120)
        biller.hands.leave()

    def take(self, biller):
        """At the desk that wants it."""
        hands = biller.hands
        try:
            while not self.is_ready.wait(0.05):
                hands.rest(0.2, 0.3)
            hands.open(self.name)
            hands.wait("READ-ONLY")
            hands.key("\x1ba")
            hands.wait("Reason")
            hands.key("the payer is on the phone\r")
            hands.wait("You can change this claim now", "takes the claim over now", FREE)
            if "takes the claim over now" in biller.desk.text:
                hands.key("\x1bo")
            elif FREE in biller.desk.text:
                hands.key("\x1ba")
            hands.wait("You can change this claim now")
            biller.key_trial(3)
            self.ledger.count("claims given" if self.is_given else "claims taken over")
            hands.leave()
        finally:
            self.is_done.set()


class Submitting:
    """Two desks submit at one moment; each marks claims ready first."""

    def __init__(self, ledger):
        self.ledger = ledger
        self.both = threading.Barrier(2, timeout=60)

    @staticmethod
    def mark(hands, account):
        """Marks a clean claim ready, once nobody reads it any longer."""
        hands.key(account)
        hands.wait(f"Filter: {account}")
        hands.ask("\r", "1 Claim")
        if "READ-ONLY" in hands.desk.text:
            hands.wait(FREE)
            hands.key("\x1ba")
            hands.wait("You can change this claim now")
        hands.press("F12")
        hands.wait("Mark ready")
        hands.press("F8")
        hands.wait("READY")
        hands.leave()

    def submit(self, accounts):
        """What a desk does that marks these claims."""
        def job(biller):
            for account in accounts:
                self.mark(biller.hands, account)
                self.ledger.count("claims marked ready")
            try:
                self.both.wait()
            except threading.BrokenBarrierError:
                pass
            hands = biller.hands
            hands.ask("\x16", "cannot be undone", "No claim is ready", "already running")
            if "cannot be undone" in biller.desk.text:
                hands.press("Enter")
                hands.wait("Submitted:", "Nothing was submitted", "already running", "submitting")
            self.ledger.count("submissions" if "Submitted:" in biller.desk.text else "submissions that came second")
        return job
