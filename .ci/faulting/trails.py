"""The audit trail: records that are cut, removed, changed or moved, and a verification that is killed."""
import shutil
import signal
import time

from desk import Desk
from home import Home
from table import fault

LAST = "(SELECT max(place) FROM trail)"
CUTS = {
    "the last record cut": [f"DELETE FROM trail WHERE place = {LAST}"],
    "the last record cut with its head": [
        f"DELETE FROM trail WHERE place = {LAST}",
        f"UPDATE trailHead SET place = {LAST}, link = (SELECT link FROM trail WHERE place = {LAST})"],
    "the second half cut": [f"DELETE FROM trail WHERE place > {LAST} / 2"],
    "a record in the middle removed": [f"DELETE FROM trail WHERE place = {LAST} / 2"],
    "every record removed": ["DELETE FROM trail", "DELETE FROM trailHead"],
    "two records exchanged": ["UPDATE trail SET place = -1 WHERE place = 2",
                              "UPDATE trail SET place = 2 WHERE place = 3",
                              "UPDATE trail SET place = 3 WHERE place = -1"],
    "a record's kind changed": [f"UPDATE trail SET kind = 'opened' WHERE place = {LAST} / 2"],
    "a record's time changed": [f"UPDATE trail SET at = at - 1000 WHERE place = {LAST} / 2"],
    "a record's content overwritten": ["UPDATE trail SET body = x'00' WHERE body IS NOT NULL"],
    "who did it overwritten": [
        f"UPDATE trail SET who = (SELECT who FROM trail WHERE place = 1) WHERE place = {LAST} / 2"],
}


@fault("trail", "records of the audit trail cut, removed, changed or exchanged: found by audit verify and store check")
def cut_trail(trial):
    with Home() as home:
        home.add_claims(3)
        with Desk.opened(home) as desk:
            desk.open_claim()
            desk.type("\tCHANGED\r")
            desk.save()
            desk.signal(signal.SIGTERM)
            desk.status()
        home.need("audit", "verify")
        for name, statements in CUTS.items():
            kept = home.path / "kept"
            shutil.copytree(home.store, kept)
            for sql in statements:
                home.change(sql)
            codes = [home.run(*words).returncode for words in (("audit", "verify"), ("store", "check"))]
            trial.check(codes == [1, 1], f"{name}: audit verify and store check end with {codes}")
            shutil.rmtree(home.store)
            kept.rename(home.store)
        trial.check(home.is_sound() and len(home.drafts()) == 3, "put back as it was it is not sound")


@fault("verifying", "killed while the trail is verified: nothing is changed, and it verifies afterwards")
def killed_verifying(trial):
    with Home() as home:
        home.add_claims(2000 if trial.is_long else 300)
        begun = time.monotonic()
        home.need("audit", "verify")
        length = time.monotonic() - begun
        before = home.database.read_bytes()
        for _ in range(20 if trial.is_long else 3):
            run = home.start("audit", "verify")
            time.sleep(length * trial.random.uniform(0.1, 0.9))
            run.kill()
            run.communicate()
            trial.check(home.run("audit", "verify").returncode == 0 and home.database.read_bytes() == before,
                        "the trail does not verify any more, or the database was changed")
