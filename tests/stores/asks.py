"""What a client asks of a row, and what it was told: a slot of shared memory for each attempt.

A slot outlives the client. It is written in an order that a SIGKILL cannot spoil: what was told
first, and the flag that says so last.
"""

import mmap
import os
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import count
from typing import Any, Protocol

from sceau import ServiceKey
from sceau.challenge import (
    Challenge,
    ChallengeBinding,
    ChallengeChannel,
    ChallengeOutcome,
    ChallengePurpose,
    ChallengeWrong,
    IssueOutcome,
)
from sceau.state import Transition

Row = tuple[str, str, str, str]
Made = Transition[ChallengeOutcome, Challenge] | Transition[IssueOutcome, Challenge]

NOW = 1_795_442_400
KEY = ServiceKey(bytes(range(32)), key_id=1)


@dataclass(frozen=True)
class Ask:
    """A code that is typed, or entropy for a new one."""

    typed: str | None
    entropy: bytes = b""

    def run(self, row: Row, stored: Challenge | None) -> Made:
        """Asks the machine. The clock stands still, so that the answer can be computed again."""
        if self.typed is None:
            return Challenge.issue(
                stored, key=KEY, binding=binding(row), entropy=self.entropy, now=NOW
            )
        assert stored is not None, "a row"
        return stored.verify(self.typed, key=KEY, binding=binding(row), now=NOW)


def binding(row: Row) -> ChallengeBinding:
    return ChallengeBinding(
        purpose=ChallengePurpose(row[1]),
        channel=ChallengeChannel(row[2]),
        user=row[0],
        destination=row[3],
    )


def answer(outcome: ChallengeOutcome | IssueOutcome) -> str:
    return f"wrong {outcome.left}" if isinstance(outcome, ChallengeWrong) else outcome.name


class Status(IntEnum):
    UNBORN = 0
    """The client never began."""
    BEGUN = 1
    """It began, and was killed, or its connection was: nobody knows what was committed."""
    TOLD = 2
    """It was told an outcome."""
    BUSY = 3
    """It gave up, and was told nothing."""


@dataclass(frozen=True)
class Attempt:
    ask: Ask
    status: Status
    generation: int
    """Of the state that was committed for it."""
    answer: str
    runs: int
    """How often the machine was asked: one more than compare-and-sets that were lost."""


class Slots:
    """The attempts of all clients of a race."""

    LAYOUT = struct.Struct("<QQ24s")
    SIZE = LAYOUT.size + 1

    def __init__(self, count: int) -> None:
        self._count = count
        self._memory = mmap.mmap(-1, max(1, count) * self.SIZE)

    def begin(self, number: int) -> None:
        self._memory[number * self.SIZE] = Status.BEGUN

    def end(self, number: int, status: Status, generation: int, told: str, runs: int) -> None:
        at = number * self.SIZE
        self.LAYOUT.pack_into(self._memory, at + 1, generation, runs, told.encode())
        self._memory[at] = status

    def attempts(self, asks: list[Ask]) -> Iterator[Attempt]:
        for number, ask in enumerate(asks):
            at = number * self.SIZE
            generation, runs, told = self.LAYOUT.unpack_from(self._memory, at + 1)
            status = Status(self._memory[at])
            yield Attempt(ask, status, generation, told.rstrip(b"\0").decode(), runs)


class Opened(Protocol):
    """What issues a code needs of a store."""

    def change(
        self, row: Row, machine: Callable[[Challenge | None], Transition[Any, Challenge]], /
    ) -> Any: ...


_rows = count(1)


def new_row() -> Row:
    """Returns the key of a row that is not there yet."""
    return f"user{next(_rows)}", "address_validation", "email", "elise.seraphin@example.org"


def issued_row(store: Opened, row: Row) -> tuple[str, str]:
    """Issues a code; returns it, and one that is wrong."""
    outcome = store.change(row, lambda stored: Ask(None, os.urandom(16)).run(row, stored))
    right: str = outcome.code.compact
    return right, f"{(int(right) + 1) % 10**6:06}"
