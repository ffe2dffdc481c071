# The recipe for SQLite: `make stores` races 128 clients through it, and kills them.

import random
import sqlite3
import time
from collections.abc import Callable
from typing import TypeVar

from sceau.challenge import Challenge
from sceau.state import Transition

OutcomeT = TypeVar("OutcomeT")
Row = tuple[str, str, str, str]
"""Account, purpose, channel, destination: what one row is for."""

TABLE = """
create table if not exists challenge (
    account     text    not null,
    purpose     text    not null,
    channel     text    not null,
    destination text    not null,
    generation  integer not null check (generation > 0),
    state       blob    not null check (length(state) = 96),
    primary key (account, purpose, channel, destination)
) strict
"""
LOAD = """
select state from challenge
where account = ? and purpose = ? and channel = ? and destination = ?
"""
FIRST = """
insert into challenge (generation, state, account, purpose, channel, destination)
values (?, ?, ?, ?, ?, ?)
on conflict do nothing
"""
NEXT = """
update challenge set generation = ?, state = ?
where account = ? and purpose = ? and channel = ? and destination = ? and generation = ?
"""
TRIES = 200


class StoreBusyError(Exception):
    """Others were quicker two hundred times. There is no outcome: nothing was decided."""


class ChallengeStore:
    """One connection. Each thread and each process opens its own."""

    def __init__(self, path: str, begin: str = "begin immediate") -> None:
        self.begin = begin
        # A short wait: among many clients, SQLite's own waiting grows until nobody holds the lock.
        self.connection = sqlite3.connect(path, timeout=0.02, isolation_level=None)
        self.connection.execute("pragma synchronous = full")  # a commit outlives a power cut

    def create_table(self) -> None:
        self.connection.execute(TABLE)

    def change(
        self, row: Row, machine: Callable[[Challenge | None], Transition[OutcomeT, Challenge]]
    ) -> OutcomeT:
        """Runs the machine on the row; returns what it says once the next state is committed."""
        for tries in range(TRIES):
            try:
                with self.connection:  # commits; rolls back if anything is raised
                    self.connection.execute(self.begin)
                    stored = self.load(row)
                    made = machine(stored)
                    saved = self.save(row, stored, made.next)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
                saved = False
            if saved:
                return made.outcome
            time.sleep(random.uniform(0, min(0.001 * 2**tries, 0.05)))  # forget it, begin again
        raise StoreBusyError

    def load(self, row: Row) -> Challenge | None:
        found = self.connection.execute(LOAD, row).fetchone()
        return None if found is None else Challenge(found[0])

    def save(self, row: Row, stored: Challenge | None, new: Challenge) -> bool:
        """Compare and set: whether the row was still as it was loaded."""
        values = (new.generation, bytes(new), *row)
        if stored is None:
            return self.connection.execute(FIRST, values).rowcount == 1
        return self.connection.execute(NEXT, (*values, stored.generation)).rowcount == 1
