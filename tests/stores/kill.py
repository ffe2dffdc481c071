"""Clients, and a server, are killed by SIGKILL at random moments: `kill.py FOLDER`.

What was told is stored, what is stored was asked, and the row is one that the machine makes.
"""

import os
import random
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

import laws
from asks import Ask, Status, issued_row, new_row
from clients import kill, race
from server import Server
from stores import Client, Level, Open, opened, postgresql_levels, sqlite_levels

ROUNDS = 30
CLIENTS, ASKS = 6, 3
CONTROLS = 300
"""How many rounds a wrong variant may have before it must have been caught."""
CALM = 5
SERVER_ROUNDS, SERVER_CLIENTS = 4, 48
SERVER_CONTROLS = 10

Meanwhile = Callable[[Sequence[int]], None]


def nothing() -> None:
    """What has to be waited for, where the database is a file."""


class Rounds:
    """Rounds of one kind, and what they came to."""

    def __init__(self, open_store: Open, settle: Callable[[], None], early: bool = False) -> None:
        self.open_store = open_store
        self.settle = settle
        """Waits until what was killed has left the database."""
        self.early = early
        self.seconds = 0.0
        self.rounds = self.killed = self.told = self.cut_off = self.committed = 0

    def __str__(self) -> str:
        return (
            f"{self.rounds} rounds, {self.killed} clients killed, {self.told} attempts told,"
            f" {self.cut_off} cut off, {self.committed} of them committed"
        )

    def judge(self, clients: int, asks: int, meanwhile: Meanwhile | None = None) -> str | None:
        """Runs one round on a new row, and returns the law that is broken."""
        row, right = new_row(), ""
        each = [[Ask(None, os.urandom(16))] for _ in range(clients)]
        if asks:
            with opened(self.open_store) as store:
                right, wrong = issued_row(store, row)
            each = [[Ask(random.choice((right, wrong))) for _ in range(asks)] for _ in each]
        with opened(self.open_store) as store:
            begun = store.load(row)
        ended = race(lambda: Client(self.open_store(), row, self.early), each, meanwhile)
        self.settle()
        with opened(self.open_store) as store:
            last = store.load(row)
        told = sum(attempt.status == Status.TOLD for attempt in ended.attempts)
        self.rounds += 1
        self.seconds = ended.seconds
        self.killed += ended.killed
        self.told += told
        self.cut_off += sum(attempt.status == Status.BEGUN for attempt in ended.attempts)
        self.committed += max(0, laws.generation(last) - laws.generation(begun) - told)
        said = laws.broken(row, begun, ended.attempts, last, right)
        if said is None and not self.serves(row, right):
            return "a row that no longer serves"
        return said

    def calm(self, clients: int, asks: int) -> float:
        """How long a round takes if nobody is killed: the least of several, since a machine that
        was busy once would have every client killed when it has ended.
        """
        seconds = []
        for _ in range(CALM):
            said = self.judge(clients, asks)
            if said is not None and not self.early:
                raise SystemExit(f"stores: nobody killed: {said}")
            seconds.append(self.seconds)
        return min(seconds)

    def serves(self, row: tuple[str, str, str, str], typed: str) -> bool:
        """Whether the next attempt finds its place: the columns fit the state."""
        with opened(self.open_store) as store:
            before = store.load(row)
            ask = Ask(None, os.urandom(16)) if before is None else Ask(typed or "000000")
            store.change(row, lambda stored: ask.run(row, stored))
            return laws.generation(store.load(row)) == laws.generation(before) + 1


def kill_clients(level: Level, settle: Callable[[], None]) -> None:
    """Kills the recipe's clients; then those that tell before they commit, who must be caught."""
    rounds, begun = Rounds(level.open, settle), time.monotonic()
    said = None
    within = rounds.calm(CLIENTS, ASKS)
    for number in range(ROUNDS):
        # Every fourth round begins without a row.
        asks = ASKS if number % 4 else 0
        said = said or rounds.judge(CLIENTS, asks, partial(kill, within=within))
    if said is not None:
        raise SystemExit(f"stores: {level.name}, clients killed: {said}")
    if not rounds.killed or not rounds.cut_off:
        raise SystemExit(f"stores: {level.name}: nobody was killed midway")
    print(f"  {level.name:36} {rounds}; {time.monotonic() - begun:.1f} s", flush=True)

    control = Rounds(level.open, settle, early=True)
    meanwhile = partial(kill, within=control.calm(1, ASKS))
    must_be_caught(
        f"{level.name}: tells, then commits",
        control,
        CONTROLS,
        lambda: control.judge(1, ASKS, meanwhile),
    )


def must_be_caught(
    name: str, control: Rounds, limit: int, judge: Callable[[], str | None]
) -> None:
    for _ in range(limit):
        if judge() == "told and not stored":
            print(f"  caught, {name}: told and not stored (round {control.rounds})", flush=True)
            return
    raise SystemExit(f"stores: {limit} rounds do not catch: {name}")


def kill_server(server: Server, level: Level, careless: Level) -> None:
    """Kills the server amid a race, or ends it without a checkpoint, and starts it again."""

    def restart() -> None:
        server.start()
        server.settle()

    rounds = Rounds(level.open, restart)
    begun, said = time.monotonic(), None
    calm = Rounds(level.open, server.settle)
    said = calm.judge(SERVER_CLIENTS, 1)
    for number in range(SERVER_ROUNDS):
        end = server.stop_at_once if number % 4 == 3 else server.kill
        said = said or rounds.judge(SERVER_CLIENTS, 2, later(end, calm.seconds))
    if said is not None:
        raise SystemExit(f"stores: {level.name}, server killed: {said}")
    if not rounds.cut_off:
        raise SystemExit(f"stores: {level.name}: the server was killed amid nothing")
    print(f"  {level.name}, server killed: {rounds}; {time.monotonic() - begun:.1f} s", flush=True)

    control = Rounds(careless.open, restart)
    must_be_caught(
        "PostgreSQL, synchronous_commit off, server killed",
        control,
        SERVER_CONTROLS,
        lambda: control.judge(SERVER_CLIENTS, 2, later(server.kill, calm.seconds)),
    )


def later(end: Callable[[], None], within: float) -> Meanwhile:
    """Does it at a random moment within so many seconds, but not at once."""

    def meanwhile(_: Sequence[int]) -> None:
        time.sleep(random.uniform(0.2, 0.9) * within)
        end()

    return meanwhile


def main() -> None:
    (folder,) = sys.argv[1:]
    print(f"SIGKILL, {CLIENTS} clients a round:")
    for level in sqlite_levels(folder):
        if level.name.endswith(", immediate"):
            with opened(level.open) as store:
                store.create_table()
            kill_clients(level, nothing)
    with Server() as server:
        levels = postgresql_levels(server.conninfo)
        with opened(levels[0].open) as store:
            store.create_table()
        for level in (levels[1], levels[3]):
            kill_clients(level, server.settle)
        careless = postgresql_levels(f"{server.conninfo} options='-c synchronous_commit=off'")
        kill_server(server, levels[1], careless[1])


if __name__ == "__main__":
    main()
