"""Keys of the desk on a store of many claims."""
import statistics
import time

import claims
from desk import KEYS
from kills import set_submitter
from measure import Command, TimedDesk

F = {2: "\x1bOQ", 3: "\x1bOR", 4: "\x1bOS", 6: "\x1b[17~"}
CLEAR, INSERT, UP, HOME, END = "\x15", "\x1b[2~", "\x1b[A", "\x1b[1~", "\x1b[4~"


def shown(desk, seconds=60):
    """Waits for the first frame of the list."""
    desk.wait("Type to filter", "Practice setup", seconds=seconds)
    if "Practice setup" in desk.text:
        set_submitter(desk)


def opened(home, seconds=300, **settings):
    """The desk once the whole list is read."""
    home.begin()
    desk = TimedDesk(home, **settings)
    shown(desk, seconds)
    end = time.monotonic() + seconds
    while "reading the others" in desk.text and time.monotonic() < end:
        desk.read(0.1)
    while desk.work_of(0.5) > 20 and time.monotonic() < end:
        pass
    return desk


def mark_ready(home, number):
    """Marks the clean claims of a thousand ready, as a biller does: that of claim `number`."""
    with opened(home) as desk:
        desk.type(f"status:clean account:{claims.account(number)[:-3]}")
        desk.pump(0.5)
        bulk(desk, MARK_ALL)
        bulk(desk, MARK_READY)
        desk.wait("will be changed", seconds=120)
        desk.type("\r")
        desk.wait("done,", seconds=300)
        print("    " + next(line for line in desk.text.splitlines() if "done," in line).strip())


# The lines of the acts on marked claims.
MARK_ALL, MARK_READY = 0, 9


def bulk(desk, line):
    """Chooses an act on the marked claims: up to the first line, then so many down."""
    desk.type("\x1bm")
    desk.wait("Marked claims")
    desk.type(UP * 20 + KEYS["Down"] * line)
    desk.pump(0.5)
    desk.type("\r")
    desk.pump(0.5)


def time_reading(home, seconds=25):
    """A key each 30 ms from the first frame on, while all others of a long store are read.

    Always the same one, which draws something whatever the desk draws besides: two that undo each other, taken at once,
    draw nothing.
    """
    home.begin()
    with TimedDesk(home, lines=24, columns=132) as desk:
        shown(desk)
        end, times = time.monotonic() + seconds, []
        while time.monotonic() < end:
            times.append(desk.answer(KEYS["Down"]))
    slowest = ", ".join(f"{value:.0f}" for value in sorted(times)[:-4:-1])
    print(f"{len(times)} keys while the rest is read: the slowest took {slowest} ms", flush=True)


def time_keys(home, count):
    start = time.monotonic()
    home.begin()
    starts = []
    for _ in range(5):
        begun = time.monotonic()
        with TimedDesk(home) as desk:
            desk.wait("Type to filter", "Practice setup", seconds=60)
            starts.append((time.monotonic() - begun) * 1000)
    print(f"start to the list: {statistics.median(starts):.0f} ms ({min(starts):.0f} to {max(starts):.0f})", flush=True)
    time_reading(home)
    with opened(home, lines=24, columns=132) as desk:
        print(f"    with the whole list {desk.spent():.0f} ms of the processor, at most {desk.memory:.0f} MB", flush=True)
        work = Works(desk)
        work.each("a letter of the filter", list("rivera") + [CLEAR])
        work.each("a letter of status:denied", list("status:denied"), after=CLEAR)
        work.each("a letter of payer:mutual", list("payer:mutual"), after=CLEAR)
        work.each("a letter of patient:riv", list("patient:riv"), after=CLEAR)
        work.each("a letter of cpt:9083", list("cpt:9083"), after=CLEAR)
        work.each("a letter of amount>200", list("amount>200"), after=CLEAR)
        work.each("a letter of dos:11/1-11/20", list("dos:11/1-11/20"), after=CLEAR)
        work.each("Down", [KEYS["Down"]] * 10)
        work.each("End, Home", [END, HOME] * 3)
        work.each("F2: the terms", [F[2]] * 1, before=None, after=KEYS["Esc"], times=5)
        work.each("a term taken from F2", ["\r"], before=F[2] + KEYS["Down"] * 3, after=CLEAR, times=3)
        work.each("F4: sorting, column by column", [F[4]] * 11)
        work.each("Alt-z: the other way round", ["\x1bz"] * 4)
        work.each("F3: grouping", [F[3]] * 6)
        work.one("F3", F[3])
        work.each("Enter on a title: folding", ["\r"] * 4)
        work.one("F3", F[3])
        work.each("a view: Alt-v, Down, Enter", ["\x1bv" + KEYS["Down"] + "\r", "\x1bv\r"] * 3)
        work.each("a column shown or hidden: Alt-l … Enter", ["\x1bl" + END + INSERT + "\r"] * 2)
        work.each("F6: the next flagged claim", [F[6]] * 4)
        desk.type("\x1bm")
        desk.pump(0.3)
        work.each("all listed marked", ["\r"])
        work.each("Alt-m with all marked", ["\x1bm"], after=KEYS["Esc"], times=2)
        desk.type("\x1bm" + KEYS["Down"] * 2 + "\r")
        desk.pump(0.5)
        work.each("Alt-y: what is due", ["\x1by"], after=KEYS["Esc"], times=3)
        changes(home, desk)
        changes(home, desk, grouped=True)
        report(desk)
        print(f"memory at the end: at most {desk.memory:.0f} MB")


class Works:
    """Keys of one desk, timed one by one."""

    def __init__(self, desk):
        self.desk = desk

    def one(self, _, key):
        self.desk.type(key)
        self.desk.pump(0.3)

    def each(self, name, keys, before="", after="", times=1):
        drawn, spent = [], []
        for _ in range(times):
            if before:
                self.one("", before)
            for key in keys:
                time_drawn, time_spent = self.desk.timed(key)
                drawn.append(time_drawn)
                spent.append(time_spent)
            if after:
                self.one("", after)
        print(f"{name}: drawn after {statistics.median(drawn):.1f} ms (at most {max(drawn):.1f}), "
              f"processor {statistics.median(spent):.1f} ms (at most {max(spent):.1f})", flush=True)


def changes(home, desk, grouped=False):
    """Another process comments on claims; what the desk spends on each."""
    if grouped:
        desk.type(F[3])
        desk.pump(0.5)
    spent = []
    for number in range(3):
        desk.idle()
        before = desk.spent()
        Command(home, "next", claims.account(20 + number * 10), "--follow-up", f"2026-12-{10 + number + (5 if grouped else 0)}")
        time.sleep(7)
        desk.pump(0.05)
        spent.append(desk.spent() - before)
    print(f"a claim changed by another process{', grouped' if grouped else ''}: processor "
          f"{statistics.median(spent):.1f} ms with all looks at the store (at most {max(spent):.1f})", flush=True)
    if grouped:
        desk.type(F[3])
        desk.pump(0.5)


def report(desk):
    """The aging report on the screen."""
    desk.type("\x1bu")
    desk.pump(0.3)
    before, start = desk.spent(), time.monotonic()
    desk.type("\r")
    desk.wait("Prev page", seconds=120)
    print(f"a report on the screen: {time.monotonic() - start:.1f} s, processor {desk.spent() - before:.0f} ms", flush=True)
    desk.press("Esc")
