# The recipe for PostgreSQL: `make stores` races 128 clients through it, and kills them.

import random
import time
from collections.abc import Callable
from typing import TypeVar

import psycopg
from psycopg.errors import DeadlockDetected, SerializationFailure

from sceau.challenge import Challenge
from sceau.state import Transition

OutcomeT = TypeVar("OutcomeT")
Row = tuple[str, str, str, str]
"""Account, purpose, channel, destination: what one row is for."""

TABLE = """
create table if not exists challenge (
    account     text   not null,
    purpose     text   not null,
    channel     text   not null,
    destination text   not null,
    generation  bigint not null check (generation > 0),
    state       bytea  not null check (length(state) = 96),
    primary key (account, purpose, channel, destination)
)
"""
LOAD = """
select state from challenge
where account = %s and purpose = %s and channel = %s and destination = %s
"""
FIRST = """
insert into challenge (generation, state, account, purpose, channel, destination)
values (%s, %s, %s, %s, %s, %s)
on conflict do nothing
"""
NEXT = """
update challenge set generation = %s, state = %s
where account = %s and purpose = %s and channel = %s and destination = %s and generation = %s
"""
TRIES = 200


class StoreBusyError(Exception):
    """Others were quicker two hundred times. There is no outcome: nothing was decided."""


class ChallengeStore:
    """One connection. Each thread and each process opens its own, or borrows one from a pool."""

    def __init__(self, conninfo: str, level: psycopg.IsolationLevel | None = None) -> None:
        self.connection = psycopg.connect(conninfo, autocommit=True)
        self.connection.isolation_level = level

    def create_table(self) -> None:
        self.connection.execute(TABLE)

    def change(
        self, row: Row, machine: Callable[[Challenge | None], Transition[OutcomeT, Challenge]]
    ) -> OutcomeT:
        """Runs the machine on the row; returns what it says once the next state is committed."""
        if self.connection.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
            raise RuntimeError("inside a transaction of the caller's nothing is committed yet")
        for tries in range(TRIES):
            try:
                with self.connection.transaction():  # commits; rolls back if anything is raised
                    stored = self.load(row)
                    made = machine(stored)
                    saved = self.save(row, stored, made.next)
            except (SerializationFailure, DeadlockDetected):
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
