"""What a command or a key takes: time, processor time and memory."""
import os
import pathlib
import select
import subprocess
import time

from desk import Desk
from home import PROGRAM, Unmet


class Command:
    """One run of the program: `seconds`, `processor` seconds, `memory` in MB at most, and `words` on standard error."""

    def __init__(self, home, *arguments, allows=(0,)):
        start = time.monotonic()
        with open(home.path / "words", "w+", encoding="utf-8") as words:
            process = subprocess.Popen([PROGRAM, *map(str, arguments)], env=home.environment(), stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=words)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            words.seek(0)
            self.words = words.read()
        self.seconds = time.monotonic() - start
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        if process.returncode not in allows:
            raise Unmet(f"{' '.join(map(str, arguments))}: status {process.returncode}, {self.words[-500:]}")

    @property
    def text(self):
        return f"{self.seconds:.2f} s, processor {self.processor:.2f} s, at most {self.memory:.0f} MB"


class TimedDesk(Desk):
    """A desk whose keys are timed."""

    def spent(self):
        """Processor time of all threads, in milliseconds."""
        total = 0
        for task in pathlib.Path(f"/proc/{self.pid}/task").iterdir():
            try:
                total += int((task / "schedstat").read_text(encoding="ascii").split()[0])
            except (OSError, IndexError):
                pass
        return total / 1e6

    def work_of(self, seconds):
        """Milliseconds of the processor within so many seconds."""
        before, end = self.spent(), time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.read(left)
        return self.spent() - before

    def idle(self):
        """Waits until it does nothing."""
        while self.work_of(0.5) > 1:
            pass

    def timed(self, keys, quiet=0.08):
        """Writes keys: milliseconds until the last of what they draw, and milliseconds of the processor."""
        self.pump(0.02)
        before, start = self.spent(), time.monotonic()
        os.write(self.terminal, keys.encode())
        last = start
        while select.select([self.terminal], [], [], quiet if last > start else 5)[0]:
            if not self.read(0):
                break
            last = time.monotonic()
        return (last - start) * 1000, self.spent() - before

    def answer(self, keys, seconds=30, quiet=0.03):
        """Writes keys: milliseconds until the first of what they draw; the rest of it is read, too."""
        start = time.monotonic()
        os.write(self.terminal, keys.encode())
        if not select.select([self.terminal], [], [], seconds)[0]:
            raise Unmet(f"{keys!r} drew nothing for {seconds} s")
        answered = time.monotonic()
        while select.select([self.terminal], [], [], quiet)[0] and self.read(0):
            pass
        return (answered - start) * 1000

    @property
    def memory(self):
        """At most so far, in MB."""
        for line in pathlib.Path(f"/proc/{self.pid}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
        return 0


def load():
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
