"""A PostgreSQL server of the test's own: its own data folder, a Unix socket, no port.

Nothing of its settings makes a commit less durable. It runs as the user `postgres` where the test
runs as root, since the server refuses to be root's. It ends with the test, however that ends.
"""

import glob
import os
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from types import TracebackType

import psycopg

SETTINGS = {
    "listen_addresses": "",
    "max_connections": "160",
    "shared_buffers": "16MB",
    # A control turns synchronous_commit off for itself, and what it commits must then be lost.
    "wal_writer_delay": "10s",
    "wal_writer_flush_after": "1GB",
}


class Server:
    def __init__(self) -> None:
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin")) or [
            os.path.dirname(shutil.which("postgres") or "")
        ]
        self.programs = found[-1]
        self.folder = tempfile.mkdtemp(prefix="sceau-postgresql-")
        self.data = f"{self.folder}/data"
        self.as_user: list[str] = []
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
            self.as_user = ["--reuid=postgres", "--regid=postgres", "--clear-groups"]
        self.process: subprocess.Popen[bytes] | None = None
        self.conninfo = f"host={self.folder} user=postgres dbname=postgres"

    def __enter__(self) -> "Server":
        try:
            options = ["--pgdata", self.data, "--username=postgres", "--auth=trust"]
            initdb = self.command("initdb", *options)
            subprocess.run(initdb, stdout=subprocess.DEVNULL, check=True, cwd=self.folder)
            self.start()
        except BaseException:
            self.remove()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.remove()

    def command(self, program: str, *arguments: str) -> list[str]:
        """The program as the server's user; it is told to end when the test does."""
        path = f"{self.programs}/{program}"
        return ["setpriv", *self.as_user, "--pdeathsig=INT", path, *arguments]

    def start(self) -> None:
        settings = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
        with open(f"{self.folder}/log", "ab") as log:
            self.process = subprocess.Popen(
                self.command("postgres", "-D", self.data, "-k", self.folder, *settings),
                stdout=log,
                stderr=log,
                cwd=self.folder,
            )
        for _ in range(600):
            with suppress(psycopg.OperationalError), psycopg.connect(self.conninfo):
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        with open(f"{self.folder}/log", encoding="utf-8", errors="replace") as said:
            raise SystemExit(f"stores: PostgreSQL does not start:\n{said.read()[-2000:]}")

    def kill(self) -> None:
        """Kills the server and each of its processes by SIGKILL: nothing more can be written."""
        assert self.process is not None
        # Stopped first, so that none is born in between.
        os.kill(self.process.pid, signal.SIGSTOP)
        children = self.children()
        for process in [self.process.pid, *children]:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self.process.wait()
        while any(os.path.exists(f"/proc/{child}") for child in children):
            time.sleep(0.01)

    def stop_at_once(self) -> None:
        """Ends the server without a checkpoint: `pg_ctl stop -m immediate`."""
        assert self.process is not None
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait()

    def children(self) -> list[int]:
        assert self.process is not None
        with open(f"/proc/{self.process.pid}/task/{self.process.pid}/children") as children:
            return [int(child) for child in children.read().split()]

    def settle(self) -> None:
        """Waits until no client that was killed has a session left."""
        with psycopg.connect(self.conninfo, autocommit=True) as connection:
            for _ in range(2000):
                left = connection.execute(
                    "select count(*) from pg_stat_activity"
                    " where backend_type = 'client backend' and pid <> pg_backend_pid()"
                ).fetchone()
                if left == (0,):
                    return
                time.sleep(0.005)
        raise SystemExit("stores: sessions of killed clients do not end")

    def remove(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)
