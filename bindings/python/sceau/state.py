"""The service's key, and what every stored state has in common.

A state is what one row of the database holds. Store the next state **with a compare-and-set on its
generation** before you act on an outcome or show it, even a wrong code's; if the compare-and-set is
lost, discard the outcome, load the row and call again. Otherwise parallel guesses on one state each
learn something. A state never leaves the server: no cookie, no hidden field.
"""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sceau._errors import ServiceKeyError, StateError
from sceau._input import Buffer
from sceau._native import ServiceKey

__all__ = ["ServiceKey", "ServiceKeyError", "StateError", "StoredState", "Transition"]

OutcomeT = TypeVar("OutcomeT", covariant=True)
StateT = TypeVar("StateT", covariant=True)


@dataclass(frozen=True, slots=True)
class Transition(Generic[OutcomeT, StateT]):
    """What a machine makes of an input: the outcome, and the state to store before acting on it."""

    outcome: OutcomeT
    next: StateT
    """What to store, with a compare-and-set on the generation."""
    clock_back: bool
    """The clock was behind the last time that the state knows, which was used instead."""


class StoredState:
    """The opaque bytes of a state, `bytes(state)`. Its `repr` shows the type only."""

    __slots__ = ("_bytes", "_generation")

    def __init__(self, stored: Buffer) -> None:
        """Takes the bytes of a stored state. Raises `StateError` (`state_length`).

        Whether they are authentic is checked wherever they are used.
        """
        self._bytes, self._generation = self._read(stored)

    @staticmethod
    def _read(stored: Buffer, /) -> tuple[bytes, int]:
        """Returns the bytes and the generation of this kind of state."""
        raise NotImplementedError

    @property
    def generation(self) -> int:
        """The number for the store's compare-and-set; 1 is the first state's."""
        return self._generation

    def __bytes__(self) -> bytes:
        return self._bytes

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self._bytes == other._bytes

    def __hash__(self) -> int:
        return hash(self._bytes)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(..)"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._bytes,)
