"""Names: the key letters that Québec's health insurance board (RAMQ) makes of one, those of a
passport (ICAO), and how two names differ.

A name is at most 256 bytes of UTF-8: Latin letters with their accents, composed or not, and
separators (spaces, hyphens, apostrophes, periods).
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from sceau import _native
from sceau._errors import PersonNameError
from sceau.message import Reason

__all__ = [
    "Comparison",
    "Difference",
    "IcaoKey",
    "NameKey",
    "NamePolicy",
    "PersonNameError",
    "Place",
    "Side",
    "compare",
    "distance",
    "fold",
    "fold_icao",
    "keys",
    "keys_icao",
    "matches_icao",
]


class Difference(Reason):
    """One way in which two names differ."""

    CASE = "case"
    """A capital for a small letter (`Lavoie`, `LAVOIE`)."""
    TYPOGRAPHY = "typography"
    """Another separator, or one on one side only (`Jean-Pierre`, `Jean Pierre`)."""
    DIACRITICS = "diacritics"
    """Other accents, a stroke or a missing dot (`Hélène`, `Helene`; `Ø`, `O`)."""
    LIGATURE = "ligature"
    """One letter that stands for two (`Cœur`, `Coeur`; `ß`, `ss`; `Müller`, `Mueller`)."""
    ABBREVIATION = "abbreviation"
    """A word of the class St, Ste, Saint, Sainte for another one, or Mc for Mac."""
    PARTICLE = "particle"
    """A particle apart, joined to the word behind it, or left out (`De Grandpré`, `Degrandpré`)."""
    SUBSET_OF_GIVEN_NAMES = "subset_of_given_names"
    """A word that only one of the names has (`Marie Josée`, `Marie`)."""
    COMPOUND_PART = "compound_part"
    """A part of a word with a hyphen that only one of the names has (`Tremblay-Roy`, `Roy`)."""
    SWAPPED = "swapped"
    """The same words in another order."""
    INITIAL_ONLY = "initial_only"
    """A word cut to its first letter (`J.`, `Jean`)."""
    AMBIGUOUS = "ambiguous"
    """The reading of another difference is a guess: St for Sainte, Mc for Mac, or a particle left
    out may as well be another name."""
    DIFFERENT = "different"
    """Other letters."""


class Side(StrEnum):
    """One of two names."""

    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True, repr=False)
class NameKey:
    """A name's letters for comparison. Its `repr` shows the type only."""

    letters: str
    """One to 128 of `A` to `Z`."""
    versioned: str
    """The key behind the name of its rule and its version, to be stored: `ramq1:COTE`."""

    def __repr__(self) -> str:
        return "NameKey(..)"


@dataclass(frozen=True, slots=True, repr=False)
class IcaoKey:
    """A name as a machine readable zone writes it. Its `repr` shows the type only."""

    letters: str
    """One to 128 of `A` to `Z` and of the filler, `<`."""
    versioned: str
    """The key behind the name of its rule and its version, to be stored: `icao1:MUELLER`."""

    def __repr__(self) -> str:
        return "IcaoKey(..)"


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
    return NameKey(*_native.name_fold(name))


def fold_icao(name: str) -> IcaoKey:
    """Folds a name as ICAO Doc 9303-3 (8th edition, section 6) recommends.

    `Ä` is `AE`, `Å` `AA`, `Ö` and `Ø` `OE`, `Ü` `UE`; all other letters are as in `fold`. Spaces
    and hyphens are a filler, `<`; apostrophes and periods are left out. Raises `PersonNameError`.
    """
    return IcaoKey(*_native.name_fold_icao(name))


def keys(names: Iterable[str | None]) -> list[str | None]:
    """Folds many names in one call, and returns in their order the key of each to be stored.

    A key is `fold(name).versioned`: `ramq1:COTE`, never empty. `None` stands for `None`, and for a
    text that is no name; `fold` says why it is none. So `None` is no key, and equals none: leave
    it out where keys are joined, since some libraries join `None` with `None`.

    Raises `TypeError` for an item that is neither `str` nor `None`, and names its index; and for a
    text alone, which is no list. Nothing is returned then.
    """
    return _native.name_keys(names)


def keys_icao(names: Iterable[str | None]) -> list[str | None]:
    """Folds many names in one call, as `keys` does: a key is `fold_icao(name).versioned`."""
    return _native.name_keys_icao(names)


def matches_icao(machine: str, name: str) -> bool:
    """Whether a machine readable zone's writing of a name, `machine`, can be that of `name`.

    It can under the letters of `fold_icao`, or under those that the document allows beside them
    (`A` for `Ä` and `Å`, `O` for `Ö`, `U` or `UXX` for `Ü`, `NXX` for `Ñ`). `machine` has `A` to
    `Z` and fillers, several of which count as one, and at most 88 characters after that; a name
    that the zone cuts short does not match. Raises `PersonNameError`, whose `side` is `first` for
    `machine`.
    """
    return _native.name_matches_icao(machine, name)


def compare(first: str, second: str) -> Comparison:
    """Compares two names letter by letter and, where letters are other ones, word by word.

    One name may have a word less, cut to its first letter, abbreviated, or elsewhere; what that
    does not explain is `Difference.DIFFERENT`. Raises `PersonNameError`, whose `side` says which.
    """
    return Comparison(_native.name_compare(first, second))


def distance(first: str, second: str) -> int | None:
    """Counts the slips of the finger between the keys (`fold`) of two names: 0 to 2, or `None`.

    A slip is a letter left out, put in, replaced, or exchanged with its neighbour; `None` stands
    for more than two. For a clerk's list of suggestions: no policy asks for it, and it is evidence
    of nothing (Roy and Ray are one slip apart, and two families). Raises `PersonNameError`, whose
    `side` says which.
    """
    return _native.name_distance(first, second)
