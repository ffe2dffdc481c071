"""128 clients race for one row of a real database, at every level that it has: `race.py FOLDER`."""

import os
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass

import laws
from asks import Ask, Status, issued_row, new_row
from clients import race
from server import Server
from stores import Client, Level, Open, opened, postgresql_levels, sqlite_levels

CLIENTS = 64
CONTROLS = 40
"""How often a wrong variant may race before it must have been caught."""


@dataclass(frozen=True)
class Entry:
    """Who takes part in a race."""

    name: str
    right: int = 0
    wrong: int = 0
    first: int = 0
    """How many want a first code, where no row is."""


ENTRIES = (
    Entry("right and wrong codes", right=CLIENTS, wrong=CLIENTS),
    Entry("two right codes among wrong ones", right=2, wrong=30),
    Entry("right codes", right=CLIENTS),
    Entry("first codes", first=CLIENTS),
)


class Figures:
    """What the races came to."""

    def __init__(self) -> None:
        self.races = 0
        self.told: Counter[str] = Counter()
        self.lost = 0

    def judge(self, open_store: Open, entry: Entry, early: bool = False) -> str | None:
        """Runs one race, and returns the law that is broken."""
        row = new_row()
        with opened(open_store) as store:
            right, wrong = ("", "") if entry.first else issued_row(store, row)
            begun = store.load(row)
        asks = [Ask(right)] * entry.right + [Ask(wrong)] * entry.wrong
        asks += [Ask(None, os.urandom(16)) for _ in range(entry.first)]
        random.shuffle(asks)
        attempts = race(lambda: Client(open_store(), row, early), [[ask] for ask in asks]).attempts
        self.races += 1
        self.told.update(attempt.answer.partition(" ")[0] or "busy" for attempt in attempts)
        self.lost += sum(max(0, attempt.runs - 1) for attempt in attempts)
        if any(attempt.status in (Status.UNBORN, Status.BEGUN) for attempt in attempts):
            return "somebody was cut off"
        with opened(open_store) as store:
            return laws.broken(row, begun, attempts, store.load(row), right)


def must_hold(level: Level) -> None:
    """Races the recipe."""
    figures, begun = Figures(), time.monotonic()
    for entry in ENTRIES:
        said = figures.judge(level.open, entry)
        if said is not None:
            raise SystemExit(f"stores: {level.name}, {entry.name}: {said}")
    told = ", ".join(f"{count} {name}" for name, count in sorted(figures.told.items()))
    seconds = time.monotonic() - begun
    print(f"  {level.name:36} {told}; {figures.lost} discarded; {seconds:.1f} s", flush=True)


def must_be_caught(name: str, open_store: Open, entry: Entry, expected: str, early: bool) -> None:
    """Races a wrong variant until that law is broken."""
    figures = Figures()
    for _ in range(CONTROLS):
        if figures.judge(open_store, entry, early) == expected:
            print(f"  caught, {name}: {expected} (race {figures.races})", flush=True)
            return
    raise SystemExit(f"stores: {CONTROLS} races do not catch: {name}, {expected}")


def refuses_an_older_state(level: Level) -> None:
    """A row that somebody put back, or read long ago, is not written over a newer one."""
    row = new_row()
    with opened(level.open) as store:
        right, wrong = issued_row(store, row)
        old = store.load(row)
        assert old is not None
        newer, stale = Ask(wrong).run(row, old).next, Ask(right).run(row, old).next
        stored = store.save(row, old, newer) and store.load(row) == newer
        again = store.save(row, old, stale) or store.save(row, None, old)
        if not stored or again or store.load(row) != newer:
            raise SystemExit(f"stores: {level.name}: an older state is stored")


def run(levels: list[Level], control: Level) -> None:
    for level in levels:
        with opened(level.open) as store:
            store.create_table()
        refuses_an_older_state(level)
        must_hold(level)
    right, wrong = Entry("right codes", right=CLIENTS), Entry("wrong codes", wrong=CLIENTS)
    early = f"{control.name}: tells first, stores then"
    must_be_caught(early, control.open, right, "accepted twice", early=True)
    must_be_caught(early, control.open, wrong, "more guesses than attempts", early=True)
    careless = f"{control.name}: no generation in the update"
    must_be_caught(careless, control.careless, right, "accepted twice", early=False)
    must_be_caught(careless, control.careless, wrong, "more guesses than attempts", early=False)


def main() -> None:
    (folder,) = sys.argv[1:]
    levels = sqlite_levels(folder)
    print(f"races of {CLIENTS} clients with right codes, as many with wrong ones:")
    run(levels, levels[-1])
    with Server() as server:
        levels = postgresql_levels(server.conninfo)
        run(levels, levels[1])


if __name__ == "__main__":
    main()
