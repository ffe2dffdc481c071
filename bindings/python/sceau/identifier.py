"""Québec's identifiers: what a person types becomes a value whose shape is right, or a reason.

To parse says that a text *could* be such an identifier; whether a date exists in it or a check
digit fits is a second question, asked with `check` or `level`. Neither says that the number was issued.
"""

from dataclasses import dataclass
import datetime
from enum import StrEnum
from functools import total_ordering
from typing import Any, ClassVar, TypeVar

from sceau import _native
from sceau._errors import IdentifierError
from sceau._input import civil_date

__all__ = [
    "AssessmentNotice",
    "BirthDate",
    "CardReference",
    "EmailAddress",
    "Identifier",
    "IdentifierError",
    "Level",
    "Nam",
    "NamBirth",
    "Nas",
    "NasKind",
    "SexCode",
    "Username",
]

IdentifierT = TypeVar("IdentifierT", bound="Identifier")


class Level(StrEnum):
    """How much of an identifier holds; each level contains the one before it."""

    WELL_FORMED = "well_formed"
    """The characters are those of such an identifier."""
    PLAUSIBLE = "plausible"
    """What it says can be: the date in it exists."""
    CHECK_DIGIT = "check_digit"
    """Its check digit fits as well."""


@total_ordering
class Identifier:
    """The one shape of every identifier: a frozen value, ordered by its compact form.

    Its `repr` shows the type only; pickled, it is its compact form.
    """

    __slots__ = ("_compact",)

    kind: ClassVar[str]
    """The stable wire name of the kind, shared by every language."""

    def __init__(self, text: str) -> None:
        """Parses what a person typed, and says nothing of dates and check digits.

        Raises `IdentifierError`, whose `at` counts in `text` as it was typed.
        """
        self._compact = _native.identifier_parse(self.kind, text)

    @classmethod
    def parse(cls: type[IdentifierT], text: str) -> IdentifierT:
        """Parses what a person typed, as `cls(text)` does."""
        return cls(text)

    @property
    def compact(self) -> str:
        """The canonical form: what to store, compare and send."""
        return self._compact

    @property
    def display(self) -> str:
        """The form that people read, which parses back to the same value."""
        return _native.identifier_display(self.kind, self._compact)

    @property
    def masked(self) -> str:
        """The display form with a dot for every letter and digit; a number's last two stay."""
        return _native.identifier_masked(self.kind, self._compact)

    def level(self, *, today: datetime.date | None = None) -> Level:
        """Returns how much of the number could be checked, on the civil date `today`."""
        return Level(_native.identifier_level(self.kind, self._compact, today=civil_date(today)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self._compact == other._compact

    def __lt__(self, other: "Identifier") -> bool:
        return self._compact < other._compact if isinstance(other, type(self)) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.kind, self._compact))

    def __repr__(self) -> str:
        return f"{type(self).__name__}(..)"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._compact,)


class SexCode(StrEnum):
    """Which of two codes a NAM's month carries; of the person it says nothing."""

    F = "f"
    """The month is 51–62."""
    M = "m"
    """The month is 01–12."""


@dataclass(frozen=True, slots=True, repr=False)
class NamBirth:
    """What a NAM whose check digit fits says of a birth; it does not say whose."""

    date: datetime.date
    """The birth date, in the century that the check digit tells."""
    marker: SexCode
    """The code of the month."""

    def __repr__(self) -> str:
        return "NamBirth(..)"


class Nam(Identifier):
    """A number of Québec's health insurance (RAMQ): `BOUF 9401 1417`."""

    __slots__ = ()
    kind = "nam"

    def check(self, *, today: datetime.date | None = None) -> NamBirth:
        """Checks the date and the check digit of a number whose century nobody told.

        It tries the hundred years that end `today`, then the hundred before. Raises
        `IdentifierError` (`date`, `check_digit`), whose `at` counts in the compact form.
        """
        return _birth(*_native.nam_check(self._compact, today=civil_date(today)))

    def check_born(self, born: datetime.date) -> NamBirth:
        """Checks the date and the check digit, in the century of a declared birth date.

        Raises as `check` does. Whether the date found is `born` is the caller's to compare.
        """
        return _birth(*_native.nam_check_born(self._compact, born=born))


class NasKind(StrEnum):
    """Whose number a NAS is, as its first digit tells."""

    PERMANENT = "permanent"
    """A citizen's or permanent resident's."""
    TEMPORARY = "temporary"
    """A temporary resident's: it expires on a date that is not in the number."""


class Nas(Identifier):
    """A number of Canada's social insurance: nine digits, `130 692 544`."""

    __slots__ = ()
    kind = "nas"

    def check(self) -> NasKind:
        """Checks the check digit (Luhn) and the class of the number.

        Raises `IdentifierError` (`check_digit`, `not_a_sin`).
        """
        return NasKind(_native.nas_check(self._compact))


class AssessmentNotice(Identifier):
    """A number of Revenu Québec's notice of assessment: Q or M, then ten letters and digits."""

    __slots__ = ()
    kind = "assessment_notice"


class CardReference(Identifier):
    """The reference number on the back of RAMQ cards issued after January 2018: nine digits."""

    __slots__ = ()
    kind = "card_reference"


class Username(Identifier):
    """A user name: at least 5 characters, letters and digits only (SAG sign-up screen)."""

    __slots__ = ()
    kind = "username"


class EmailAddress(Identifier):
    """An e-mail address as browsers accept it (WHATWG HTML), with a dot in its domain."""

    __slots__ = ()
    kind = "email_address"


class BirthDate(Identifier):
    """A birth date, `AAAA-MM-JJ` (year, month, day): a day that exists."""

    __slots__ = ()
    kind = "birth_date"

    @classmethod
    def of(cls, day: datetime.date) -> "BirthDate":
        """Makes a birth date of a day that is known."""
        return cls(_native.birth_date_new(day))

    @property
    def date(self) -> datetime.date:
        """The day."""
        return datetime.date(*_native.birth_date_date(self._compact))

    def age_on(self, today: datetime.date) -> int:
        """Returns the age in full years on the day `today`; 0 if the birth lies ahead."""
        return _native.birth_date_age_on(self._compact, today=today)


def _birth(born: tuple[int, int, int], marker: str) -> NamBirth:
    return NamBirth(datetime.date(*born), SexCode(marker))
