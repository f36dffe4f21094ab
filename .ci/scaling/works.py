"""Commands on a store of many claims."""
import claims
from keys import mark_ready
from kills import set_interchange
from measure import Command


def note(what, command):
    print(f"{what}: {command.text}", flush=True)
    return command


def make(home, count):
    """Fills a home folder: claims of every kind of status."""
    file = home.path / "claims.837"
    claims.write_claims(file, count)
    done = note(f"import of {count} claims", Command(home, "import", file, allows=(0, 1)))
    print(f"    {count / done.seconds:.0f} claims a second, {count / done.processor:.0f} for each second of the processor")
    file.unlink()
    set_interchange(home)
    for number in range(count // 50, min(count, count // 50 + 3000), 1000):
        mark_ready(home, number)
    file = home.path / "submission.837"
    done = note("a submission", Command(home, "export", "--format", "837p", "--to", file, allows=(0, 1)))
    print(f"    of {file.read_text(encoding='ascii').count('CLM*')} claims: {done.words.splitlines()[-1]}")
    file = home.path / "answers.835"
    claims.write_remittances(file, range(0, count, 10))
    note(f"a remittance of {count // 10} claims", Command(home, "answers", file, allows=(0, 1)))


def commands(home):
    note("list", Command(home, "list"))
    note("list --format csv", Command(home, "list", "--format", "csv"))
    note("list status:denied", Command(home, "list", "status:denied"))
    for report in ("aging", "denials", "keyers"):
        note(f"report {report}", Command(home, "report", report))
    note("overrides", Command(home, "overrides"))
    note("history of a claim", Command(home, "history", claims.account(123)))
    note("export --clear", Command(home, "export", "--clear"))
