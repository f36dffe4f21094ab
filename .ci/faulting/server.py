"""A throw-away PostgreSQL server (.ci/cluster), and what can happen to it."""
import contextlib
import os
import pathlib
import shutil
import signal
import subprocess

from home import ROOT, Unmet
from table import Skipped

CLUSTER = ROOT / ".ci/cluster"


def cluster(*words):
    """Runs `.ci/cluster`; what it prints."""
    done = subprocess.run([CLUSTER, *map(str, words)], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if b"There is no PostgreSQL server here" in done.stderr:
        raise Skipped("no PostgreSQL server is installed")
    if done.returncode:
        raise Unmet(f".ci/cluster {' '.join(map(str, words))}: {done.stderr.decode()}")
    return done.stdout.decode().strip()


class Server:
    """A server in a folder of its own; it is removed at the end."""

    def __init__(self, folder=None):
        self.folder = pathlib.Path(folder or cluster("folder"))
        self.address = cluster("start", self.folder)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        with contextlib.suppress(Unmet):
            self.thaw()
        cluster("stop", self.folder)

    @property
    def data(self):
        return self.folder / "data"

    @property
    def socket(self):
        """The folder of its Unix socket."""
        return self.folder / "socket"

    def serves(self, home, address=None):
        """Lets a home's desk keep its records here, by way of another address where one is named."""
        home.configure(f'store: "{address or self.address}"', instead_of="store:")

    def sql(self, statement, database="cleanclaim"):
        """Runs a statement as the superuser; the rows, their columns parted by `|`."""
        return cluster("tool", "psql", "--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--set=ON_ERROR_STOP=1",
                       f"--host={self.socket}", "--username=postgres", f"--command={statement}", database)

    def control(self, *words):
        cluster("tool", "pg_ctl", f"--pgdata={self.data}", f"--log={self.data}/log", "--wait", "--silent", *words)

    def kill(self):
        """Ends it as a crash does."""
        self.control("--mode=immediate", "stop")

    def begin(self):
        self.control("start")

    def set(self, name, value):
        """Changes a setting, of those that a running server takes."""
        self.sql(f"ALTER SYSTEM SET {name} = {value}")
        self.control("reload")

    def promote(self):
        self.control("promote")

    def processes(self):
        """The numbers of its processes, the first one first."""
        first = int((self.data / "postmaster.pid").read_text(encoding="ascii").split()[0])
        return [first, *children(first)]

    def processor_time(self):
        """The processor time that it has used, in seconds."""
        first, *others = self.processes()
        return sum(used(process, with_children=process == first) for process in (first, *others))

    def freeze(self):
        """Lets it say nothing any more, with every connection left open."""
        for process in self.processes():
            os.kill(process, signal.SIGSTOP)

    def thaw(self):
        with contextlib.suppress(OSError):
            for process in self.processes():
                os.kill(process, signal.SIGCONT)

    @contextlib.contextmanager
    def standby(self):
        """A second server that copies this one all the time, each commit before it is said to be done."""
        second = Server.__new__(Server)
        second.folder = pathlib.Path(cluster("folder"))
        second.folder.chmod(0o711)
        try:
            second.socket.mkdir()
            for folder in (second.folder, second.socket):
                shutil.chown(folder, self.data.owner())
            cluster("tool", "pg_basebackup", f"--pgdata={second.data}", f"--host={self.socket}", "--username=postgres",
                    "--write-recovery-conf", "--checkpoint=fast", "--no-sync")
            with open(second.data / "postgresql.conf", "a", encoding="ascii") as file:
                file.write(f"unix_socket_directories = '{second.socket}'\n")
            second.begin()
            self.set("synchronous_standby_names", "'*'")
            second.address = self.address.replace(str(self.socket), str(second.socket))
            yield second
        finally:
            with contextlib.suppress(Unmet):
                second.kill()
            shutil.rmtree(second.folder, ignore_errors=True)


def children(process):
    """The numbers of a process's children."""
    found = []
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(statistics(stat.parent.name)[1]) == process:
                found.append(int(stat.parent.name))
    return found


def statistics(process):
    """What the system says of a process after its name (proc(5), stat)."""
    text = pathlib.Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    return text.rsplit(")", 1)[1].split()


def used(process, with_children):
    """The processor time of a process, in seconds, also that of its children that have ended."""
    with contextlib.suppress(OSError):
        words = statistics(process)
        return sum(map(int, words[11:15 if with_children else 13])) / os.sysconf("SC_CLK_TCK")
    return 0.0
