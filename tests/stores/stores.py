"""The recipes under test, the databases' levels, and two ways to do it wrong.

The recipes are bindings/python/examples/{sqlite,postgresql}_store.py, as docs/stores.md shows them.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import postgresql_store
import psycopg
import sqlite_store
from sceau.challenge import Challenge
from sceau.state import Transition

from asks import Ask, Made, Row, Slots, Status, answer


class Closeable(Protocol):
    def close(self) -> None: ...


class Store(Protocol):
    """What the recipes have in common."""

    @property
    def connection(self) -> Closeable: ...
    def create_table(self) -> None: ...
    def change(
        self, row: Row, machine: Callable[[Challenge | None], Transition[object, Challenge]], /
    ) -> object: ...
    def load(self, row: Row, /) -> Challenge | None: ...
    def save(self, row: Row, stored: Challenge | None, new: Challenge, /) -> bool: ...


Open = Callable[[], Store]


@contextmanager
def opened(open_store: Open) -> Iterator[Store]:
    """Opens a store and closes it: no connection may be open where clients are forked."""
    store = open_store()
    try:
        yield store
    finally:
        store.connection.close()


@dataclass(frozen=True)
class Level:
    """A way in which a database keeps transactions apart."""

    name: str
    open: Open
    careless: Open
    """The same, with a store that leaves the generation out of its update."""


class Client:
    """A connection, and a row that its attempts are about."""

    def __init__(self, store: Store, row: Row, early: bool = False) -> None:
        self.store = store
        self.row = row
        self.early = early
        """Whether it tells the outcome before the next state is committed: the mistake."""

    def ask(self, ask: Ask, slots: Slots, number: int) -> bool:
        """Makes one attempt; false if the connection was lost: nobody knows what was committed."""
        runs = 0
        made: Made

        def tell() -> None:
            told = answer(made.outcome)
            slots.end(number, Status.TOLD, made.next.generation, told, runs)

        def machine(stored: Challenge | None) -> Made:
            nonlocal runs, made
            runs += 1
            made = ask.run(self.row, stored)
            if self.early and runs == 1:
                tell()
                time.sleep(0.005)  # a page is shown, and only then is anything stored
            return made

        slots.begin(number)
        try:
            self.store.change(self.row, machine)
        except (sqlite_store.StoreBusyError, postgresql_store.StoreBusyError):
            if not self.early:
                slots.end(number, Status.BUSY, 0, "", runs)
            return True
        except psycopg.OperationalError:
            return False
        if not self.early:
            tell()
        return True


class CarelessSqlite(sqlite_store.ChallengeStore):
    """Leaves the generation out of its update."""

    def save(self, row: Row, stored: Challenge | None, new: Challenge) -> bool:
        if stored is None:
            return super().save(row, stored, new)
        values = (new.generation, bytes(new), *row)
        return self.connection.execute(without_generation(sqlite_store.NEXT), values).rowcount == 1


class CarelessPostgresql(postgresql_store.ChallengeStore):
    """Leaves the generation out of its update."""

    def save(self, row: Row, stored: Challenge | None, new: Challenge) -> bool:
        if stored is None:
            return super().save(row, stored, new)
        values = (new.generation, bytes(new), *row)
        next_ = without_generation(postgresql_store.NEXT)
        return self.connection.execute(next_.encode(), values).rowcount == 1


def without_generation(update: str) -> str:
    head, condition, _ = update.partition(" and generation = ")
    assert condition, "the recipe compares the generation"
    return head


def sqlite_levels(folder: str) -> list[Level]:
    """Every kind of transaction, with a rollback journal and with a write-ahead log."""
    levels = []
    for journal in ("delete", "wal"):
        path = f"{folder}/{journal}.db"
        with sqlite3.connect(path) as connection:
            connection.execute(f"pragma journal_mode = {journal}")
        connection.close()
        # Without a begin, each statement is a transaction of its own.
        for name in ("deferred", "immediate", "exclusive", "none"):
            begin = "select 1" if name == "none" else f"begin {name}"
            levels.append(
                Level(
                    f"SQLite, {journal}, {'each statement alone' if name == 'none' else name}",
                    partial(sqlite_store.ChallengeStore, path, begin),
                    partial(CarelessSqlite, path, begin),
                )
            )
    return levels


def postgresql_levels(conninfo: str) -> list[Level]:
    return [
        Level(
            f"PostgreSQL, {level.name.lower().replace('_', ' ')}",
            partial(postgresql_store.ChallengeStore, conninfo, level),
            partial(CarelessPostgresql, conninfo, level),
        )
        for level in psycopg.IsolationLevel
    ]
