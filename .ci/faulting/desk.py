"""Drives the built program in a pseudo terminal and reads its screen."""
import fcntl
import os
import pathlib
import pty
import select
import signal
import struct
import termios
import time

from home import PROGRAM, Unmet
from screen import Screen

# A slow machine gets more time before a thing counts as not happened.
PATIENCE = float(os.environ.get("FAULTS_PATIENCE", "20"))
KEYS = {"F1": "\x1bOP", "F2": "\x1bOQ", "F7": "\x1b[18~", "F8": "\x1b[19~", "F9": "\x1b[20~", "F12": "\x1b[24~",
        "Esc": "\x1b", "Enter": "\r", "Tab": "\t", "Down": "\x1b[B", "Save": "\x13", "Trials": "\x0f6"}


class Desk:
    """The workstation in a terminal of 24 lines and 80 columns."""

    def __init__(self, home, *arguments, program=PROGRAM, before=(), lines=24, columns=80, **changes):
        self.home = home
        self.screen = Screen(lines, columns)
        self.raw = bytearray()
        self.code = None
        size = struct.pack("HHHH", lines, columns, 0, 0)
        command = [*before, program, *arguments]
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            for number in (signal.SIGXFSZ, signal.SIGPIPE):
                signal.signal(number, signal.SIG_DFL)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execvpe(command[0], command, home.environment(**changes))
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, size)
        # The other end, for its settings and what still waits in it (TIOCGPTN, ioctl_tty(2)).
        number = struct.unpack("I", fcntl.ioctl(self.terminal, 0x80045430, b"\0" * 4))[0]
        self.line = os.open(f"/dev/pts/{number}", os.O_RDWR | os.O_NOCTTY)

    @classmethod
    def opened(cls, home, *arguments, seconds=None, **settings):
        """The worklist, the practice set-up passed; within so many seconds."""
        home.begin()
        desk = cls(home, *arguments, **settings)
        desk.wait("Type to filter", "Practice setup", seconds=seconds)
        if "Practice setup" in desk.text:
            desk.press("Esc")
            desk.wait("Type to filter", seconds=seconds)
        return desk

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.signal(signal.SIGKILL)
        self.status()
        for descriptor in (self.terminal, self.line):
            os.close(descriptor)

    @property
    def text(self):
        return self.screen.text

    def resize(self, lines, columns):
        self.screen = Screen(lines, columns)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def read(self, seconds):
        """Takes in what the program writes; whether there was anything."""
        ready, _, _ = select.select([self.terminal], [], [], max(seconds, 0))
        if not ready:
            return False
        try:
            data = os.read(self.terminal, 1 << 16)
        except OSError:
            return False
        self.raw += data
        self.screen.feed(data)
        return bool(data)

    def pump(self, seconds=0.05):
        """Reads until nothing has come for so long."""
        while self.read(seconds):
            pass

    def type(self, text, pause=0.0):
        """Writes keys; what the program shows meanwhile is read, so that neither waits for the other."""
        data = text if isinstance(text, bytes) else text.encode()
        for start in range(0, len(data), 512):
            _, ready, _ = select.select([], [self.terminal], [], 5)
            if ready:
                os.write(self.terminal, data[start:start + 512])
            self.read(pause)

    def echo(self, letter, seconds):
        """Types a letter; how long it took until it was drawn where the cursor was, in seconds."""
        self.pump(0.01)
        row, column = self.screen.row, self.screen.column
        start = time.monotonic()
        os.write(self.terminal, letter.encode())
        while self.screen.cells[row][column] != letter and time.monotonic() - start < seconds:
            if not self.read(0.005) and self.status(0) is not None:
                break
        return time.monotonic() - start

    def answer(self, key, seconds):
        """Writes a key; how long it took until something was drawn for it, in seconds."""
        self.pump(0.01)
        start = time.monotonic()
        os.write(self.terminal, key.encode())
        self.read(seconds)
        return time.monotonic() - start

    def press(self, *names):
        for name in names:
            self.type(KEYS[name])
            self.pump()

    def wait(self, *texts, seconds=None):
        """Waits until one of the texts is on the screen."""
        end = time.monotonic() + (seconds or PATIENCE)
        while time.monotonic() < end:
            if any(text in self.text for text in texts):
                return
            if not self.read(0.05) and self.status(0) is not None:
                break
        if any(text in self.text for text in texts):
            return
        raise Unmet(f"{' or '.join(texts)!r} is not shown (status {self.code}):\n{self.text}")

    def settle(self, seconds=None):
        """Waits until every key is handled and the program sleeps; how long that took, in seconds."""
        start, before = time.monotonic(), None
        while time.monotonic() - start < (seconds or PATIENCE):
            self.read(0.004)
            state, work = self.work()
            waiting = bytearray(4)
            fcntl.ioctl(self.line, termios.FIONREAD, waiting)
            if state in "ZX" or (state == "S" and not any(waiting) and work == before
                                 and not select.select([self.terminal], [], [], 0)[0]):
                return time.monotonic() - start
            before = work
        return time.monotonic() - start

    def work(self):
        """The state of the process and the processor time that it has used."""
        try:
            words = pathlib.Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        except OSError:
            return "X", 0
        return words[0], int(words[11]) + int(words[12])

    def signal(self, number):
        if self.code is None:
            os.kill(self.pid, number)

    def status(self, seconds=None):
        """The exit status, 128 and its number for a signal; `None` while it runs."""
        end = time.monotonic() + (PATIENCE if seconds is None else seconds)
        while self.code is None:
            ended, code = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                self.code = 128 + (code & 0x7F) if code & 0x7F else code >> 8
                break
            if time.monotonic() >= end:
                break
            self.read(0.01)
        self.pump(0.01)
        return self.code

    def is_restored(self):
        """Whether the terminal is as a shell wants it: settings, screen and paste mode."""
        master, slave = pty.openpty()
        wanted = termios.tcgetattr(slave)[:4]
        os.close(master)
        os.close(slave)
        pasted = self.raw.rfind(b"\x1b[?2004h") <= self.raw.rfind(b"\x1b[?2004l")
        return termios.tcgetattr(self.line)[:4] == wanted and pasted

    def save(self, seconds=None):
        """Saves until it is said that everything is."""
        end = time.monotonic() + (seconds or PATIENCE)
        while time.monotonic() < end:
            self.press("Save")
            self.pump(0.3)
            # "Saved automatically" is said before it is done.
            if "Saved at" in self.text or "Saved." in self.text:
                return
        raise Unmet(f"It is not saved:\n{self.text}")

    def begin_claim(self):
        self.press("F8")
        self.wait("New claim")

    def open_claim(self):
        self.press("Enter")
        self.wait("1 Claim")
