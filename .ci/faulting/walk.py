"""Random keys at the desk."""
import collections
import os
import signal

from desk import Desk
from home import Home
from table import fault

FUNCTION_KEYS = [b"\x1bOP", b"\x1bOQ", b"\x1bOR", b"\x1bOS", b"\x1b[15~", b"\x1b[17~", b"\x1b[18~", b"\x1b[19~", b"\x1b[20~",
                 b"\x1b[21~", b"\x1b[24~", b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[H", b"\x1b[F", b"\x1b[5~",
                 b"\x1b[6~", b"\x1b[2~", b"\x1b[3~", b"\x1b[Z", b"\x1b[17;2~", b"\x1b[M !!", b"\x1b[I", b"\x1b[<0;10;10M"]
LETTERS = ["é", "ß", "漢字", "👩‍👩‍👧‍👦", "\u202e", "\u200b", "\u0301" * 5, "\ufeff", "\u2066", "Ａ", "İ", "\U0001f600", "\u0e33",
           "\u00ad", "𝒳"]
TEXTS = [b"RIVERA", b"F33.2", b"96365", b"J3490", b"11/10/2026", b"00143950801", b"210.00", b"999999999999", b"t-1",
         b"medmutual", b"g2083", b"-1", b"A,B;C", b"\"'\\", b"%n%s%d"]
PIECES = [b"\x1b", b"\x1b[", b"\x1bO", b"\x1b[1;", b"\x1b[200~", b"\x1b[201~", b"\x1b]52;c;AAAA\x07", b"\x1bP+q\x1b\\",
          b"\x1b[999999999999999999~", b"\x1b[24;80R", b"\x9b", b"\xc3", b"\xe2\x82", b"\xf0\x9f", b"\xff\xfe", b"\x00",
          b"\x1b\x1b\x1b", b"\x1b[;;;;;;~", b"\x1b[97;5u"]
TERMINALS = ["vt100", "xterm-256color", "screen-256color", "linux", "tmux-256color"]
SIZES = [(24, 80), (24, 80), (40, 120), (1, 1), (5, 10), (23, 79), (100, 300), (25, 132)]


def key(random):
    """One key, or what a terminal might send for one."""
    kind = random.random()
    if kind < 0.42:
        return random.choice(FUNCTION_KEYS)
    if kind < 0.57:
        return bytes([random.randrange(1, 32)])
    if kind < 0.72:
        return random.choice([b"\r", b"\t"])
    if kind < 0.80:
        return bytes([random.randrange(32, 127)])
    if kind < 0.86:
        return random.choice(TEXTS)
    if kind < 0.90:
        return random.choice(LETTERS).encode("utf-8", "surrogatepass")
    if kind < 0.93:
        return random.choice(PIECES)
    if kind < 0.955:
        return random.choice([b"\x1b", b"\x0f"]) + bytes([random.choice(b"0123456789bs")])
    if kind < 0.965:
        return b"\x1b[200~" + random.randbytes(random.randint(0, 300)) + b"\x1b[201~"
    return bytes([random.randrange(256)])


@fault("monkey", "random keys")
def random_keys(trial):
    wanted = int(os.environ.get("FAULTS_KEYS", "1000000" if trial.is_long else "5000"))
    slowest, sessions = 0, 0
    endings = collections.Counter()
    while trial.tried < wanted:
        sessions += 1
        term = TERMINALS[sessions % len(TERMINALS)]
        with Home() as home, Desk(home, "demo", before=("env", "-C", str(home.path)), TERM=term) as desk:
            pressed = 0
            desk.settle()
            while trial.tried + pressed < wanted and pressed < 8000 and desk.status(0) is None:
                count = trial.random.randint(1, 100 if trial.is_long else 30)
                keys = b"".join(key(trial.random) for _ in range(count))
                pressed += count
                if trial.random.random() < 0.05:
                    desk.resize(*trial.random.choice(SIZES))
                try:
                    desk.type(keys)
                    slowest = max(slowest, desk.settle())
                except OSError:
                    break
            if desk.status(0) is None:
                desk.signal(signal.SIGTERM)
            code = desk.status()
            endings[code] += 1
            trial.tried += pressed
            # Random keys may quit, or send the signal of Ctrl-\\ where the terminal is not raw.
            if code in (0, 143):
                trial.survived += pressed
            else:
                trial.failures.append(f"after {trial.tried} keys: status {code}\n{desk.text}")
    trial.note(f"{sessions} sessions; slowest answer to a handful {slowest:.2f} s")
