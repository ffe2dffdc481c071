"""Names: the key letters that Québec's health insurance board makes of one, and how two differ.

A name is at most 256 bytes of UTF-8: Latin letters with their accents, composed or not, and
separators (spaces, hyphens, apostrophes, periods).
"""

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from sceau import _native
from sceau._errors import PersonNameError
from sceau.message import Reason

__all__ = [
    "Comparison",
    "Difference",
    "NameKey",
    "NamePolicy",
    "PersonNameError",
    "Place",
    "Side",
    "compare",
    "fold",
]


class Difference(Reason):
    """One way in which two names differ."""

    CASE = "case"
    """A capital for a small letter."""
    TYPOGRAPHY = "typography"
    """Another separator, or one on one side only."""
    DIACRITICS = "diacritics"
    """Other accents, a stroke or a missing dot."""
    LIGATURE = "ligature"
    """One letter that stands for two."""
    DIFFERENT = "different"
    """Other letters."""


class Side(StrEnum):
    """One of two names."""

    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True, repr=False)
class NameKey:
    """A name's letters for comparison, `A` to `Z`. Its `repr` shows the type only."""

    letters: str

    def __repr__(self) -> str:
        return "NameKey(..)"


@dataclass(frozen=True, slots=True, repr=False)
class Place:
    """Where two names differ. Its `repr` shows the type only."""

    first: int
    """The offset in the first name, in bytes of UTF-8; its length if the name ends there."""
    second: int
    """The same in the second name."""
    letter_first: str | None
    """The letter of the first name with its accents, or the separator; `None` if there is none."""
    letter_second: str | None
    """The same of the second name."""

    def __repr__(self) -> str:
        return "Place(..)"


class Comparison:
    """How two names differ: in nothing, or in a set of ways, each with the first place of it.

    Its `repr` shows the type only.
    """

    __slots__ = ("_native",)

    def __init__(self, native: _native.NameComparison) -> None:
        self._native = native

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The ways in which the names differ, in the order of `Difference`; none if identical."""
        return tuple(map(Difference, self._native.differences()))

    @property
    def is_identical(self) -> bool:
        """Whether the names do not differ."""
        return not self._native.differences()

    def place(self, difference: Difference) -> Place | None:
        """Returns the first place where the names differ so; `None` if they do not."""
        place = self._native.place(difference)
        return None if place is None else Place(*place)

    def __repr__(self) -> str:
        return "Comparison(..)"


@dataclass(frozen=True, slots=True)
class NamePolicy:
    """The set of differences with which two names still count as the same.

    Raises `ValueError` if `Difference.DIFFERENT` is among them.
    """

    accepted: Set[Difference]
    SAG: ClassVar["NamePolicy"]
    """Accepts none: "written exactly alike on every document" (SAG, "identité uniforme")."""
    TOLERANT: ClassVar["NamePolicy"]
    """Accepts other case, separators, accents and ligatures."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "accepted", frozenset(self.accepted))
        _native.name_policy(self)

    def accepts(self, comparison: Comparison) -> bool:
        """Whether two names that compare so count as the same."""
        return _native.name_accepts(self, comparison._native)


NamePolicy.SAG = NamePolicy(frozenset(map(Difference, _native.name_profile("sag"))))
NamePolicy.TOLERANT = NamePolicy(frozenset(map(Difference, _native.name_profile("tolerant"))))


def fold(name: str) -> NameKey:
    """Folds a name to the key letters from which RAMQ makes a number. Raises `PersonNameError`."""
    return NameKey(_native.name_fold(name))


def compare(first: str, second: str) -> Comparison:
    """Compares two names letter by letter. Raises `PersonNameError`, whose `side` says which."""
    return Comparison(_native.name_compare(first, second))
