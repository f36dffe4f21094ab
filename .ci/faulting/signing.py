"""People and their passphrases: killed while scrypt runs, and wrong passphrases."""
import signal
import time

from desk import Desk
from home import Home
from table import fault

NAME, OTHER = "A. Biller", "B. Keyer"
PASSPHRASE, WRONG = "correct horse battery", "incorrect horse cart"
# The form begins in the passphrase, with the user's name above it: Shift-Tab, Ctrl-U.
SET_PASSPHRASE = f"\x1b[Z\x15{NAME}\r{PASSPHRASE}\r{PASSPHRASE}\r"


def protect(home):
    """Makes the records open with a name and a passphrase, at the desk's first start."""
    with Desk(home) as desk:
        begin(desk)


def begin(desk):
    """Answers the first start's question with a name and a passphrase, which is all that a server asks; the recovery key."""
    desk.wait("Who can", "open them?", "First start on this server")
    if "First start on this server" not in desk.text:
        desk.type("2")
    desk.wait("Passphrase again")
    desk.type(SET_PASSPHRASE)
    desk.wait("not shown again")
    key = next(line.strip() for line in desk.text.splitlines() if line.count("-") == 7)
    desk.type(key.rsplit("-", 1)[1] + "\r")
    desk.wait("Practice setup")
    return key


def sign_in(desk, passphrase=PASSPHRASE):
    desk.wait("Enter your name and passphrase")
    desk.type(passphrase + "\r")


def sign_in_as(desk, name, passphrase=PASSPHRASE, seconds=None):
    """Signs in with another name than the one that the form has."""
    desk.wait("Enter your name and passphrase", seconds=seconds)
    desk.type(f"\x1b[Z\x15{name}\r{passphrase}\r")


def add_person(home, name):
    """Adds somebody to an office that opens with a passphrase."""
    with Desk(home, "people", "add", name) as desk:
        answer(desk, ("Your name:", NAME), ("Passphrase:", PASSPHRASE), ("New passphrase", PASSPHRASE),
               ("The same again", PASSPHRASE))
        desk.wait("may sign in now")


def answer(desk, *answers):
    """Answers the questions of a command."""
    for question, text in answers:
        desk.wait(question)
        desk.type(text + "\r")
        desk.pump(0.1)


def is_opened(home):
    """Whether the right passphrase opens the records."""
    with Desk(home) as desk:
        sign_in(desk)
        desk.wait("Practice setup")
        return "Damage" not in desk.text


@fault("signing-in", "killed while a passphrase is checked; afterwards the right one opens the records")
def killed_signing_in(trial):
    with Home() as home:
        protect(home)
        for _ in range(30 if trial.is_long else 4):
            with Desk(home) as desk:
                sign_in(desk)
                time.sleep(trial.random.uniform(0, 0.5))
                desk.signal(signal.SIGKILL)
                desk.status()
            trial.check(is_opened(home), "the right passphrase does not open the records")


@fault("people-add", "killed while somebody is added: there or not, and the keyring is whole")
def killed_adding(trial):
    with Home() as home:
        home.begin()
        home.add_claims(2)
        for number in range(30 if trial.is_long else 4):
            with Desk(home, "people", "add", f"{OTHER} {number}") as desk:
                answer(desk, ("New passphrase", PASSPHRASE))
                desk.wait("The same again")
                desk.type(PASSPHRASE + "\r")
                time.sleep(trial.random.uniform(0, 1.2))
                desk.signal(signal.SIGKILL)
                desk.status()
            people = home.run("people", "list")
            trial.check(people.returncode == 0 and home.is_sound() and len(home.drafts()) == 2,
                        f"people list: {people.stderr.decode()}")
        count = home.need("people", "list").decode().count(OTHER)
        trial.note(f"{count} of {trial.tried} were added before they were killed")


@fault("first-start", "killed in the first start: started again, it asks again or opens")
def killed_first_start(trial):
    for _ in range(30 if trial.is_long else 4):
        with Home() as home:
            with Desk(home) as desk:
                desk.wait("Who can", "open them?")
                desk.type("2")
                desk.wait("Passphrase again")
                desk.type(SET_PASSPHRASE)
                time.sleep(trial.random.uniform(0, 0.6))
                desk.signal(signal.SIGKILL)
                desk.status()
            with Desk(home) as desk:
                desk.wait("open them?", "Enter your name and passphrase")
                if "open them?" in desk.text:
                    begin(desk)
                else:
                    sign_in(desk)
                    desk.wait("Practice setup")
                trial.check(True, "")


@fault("wrong", "wrong passphrases: refused, after three only with a wait; then the right one opens")
def wrong_passphrases(trial):
    with Home() as home:
        protect(home)
        with Desk(home) as desk:
            for number in range(1, 6 if trial.is_long else 4):
                sign_in(desk, WRONG)
                desk.settle()
                desk.wait("is wrong")
                if number >= 3:
                    # The right one at once, too.
                    desk.type(PASSPHRASE + "\r")
                    desk.wait("Too many failed attempts")
                    trial.check("Practice setup" not in desk.text, f"no wait after {number} failures")
                    trial.note(f"{wait_out(desk):.0f} s after {number}")
            sign_in(desk)
            desk.wait("Practice setup")
            trial.check(True, "")


def wait_out(desk):
    """Waits until another attempt is taken; how many seconds that took."""
    start = time.monotonic()
    while "Wait " in desk.text and time.monotonic() - start < 60:
        desk.read(0.2)
    return time.monotonic() - start
