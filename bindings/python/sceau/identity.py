"""A person across documents: "identité uniforme", and the health insurance number.

SAG asks that surname and given names be written exactly alike on every document, and that the
number agree with them. A report never says which document is right.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from sceau import _native
from sceau._errors import IdentityError, PersonNameError
from sceau._input import civil_date
from sceau.identifier import BirthDate, Nam
from sceau.message import Language
from sceau.name import Difference, NamePolicy

__all__ = [
    "SAG_MINIMUM_AGE",
    "Document",
    "DocumentKind",
    "Field",
    "Finding",
    "IdentityError",
    "IdentityOutcome",
    "Report",
    "Verdict",
    "check",
]

SAG_MINIMUM_AGE: Final = _native.sag_minimum_age()
"""The least age for an account, in years (SAG sign-up screen)."""


class DocumentKind(StrEnum):
    """Where a name is written."""

    FORM = "form"
    """What the person typed."""
    HEALTH_CARD = "health_card"
    """The health insurance card (RAMQ)."""
    ASSESSMENT_NOTICE = "assessment_notice"
    """The notice of assessment (Revenu Québec)."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Document:
    """A document, and the names as they are written on it. Its `repr` shows the type only."""

    kind: DocumentKind
    surname: str
    """The surname."""
    given_name: str
    """The given name or names."""
    other_surname: str | None = None
    """Another surname of the same person that the document gives, as of birth or by marriage; it
    counts as well as the first. SAG knows none: a spouse's name blocks an account there."""

    def __repr__(self) -> str:
        return "Document(..)"


class Field(StrEnum):
    """What was looked at."""

    NAM_CHECK_DIGIT = "nam_check_digit"
    NAM_SURNAME = "nam_surname"
    """Three letters of the number, of the surname at birth."""
    NAM_GIVEN_NAME = "nam_given_name"
    """One letter of the number, of the usual given name."""
    NAM_BIRTH_DATE = "nam_birth_date"
    AGE = "age"
    SURNAME = "surname"
    GIVEN_NAME = "given_name"


class Verdict(StrEnum):
    """What became of a field."""

    AGREES = "agrees"
    TOLERATED = "tolerated"
    """It differs in ways that the policy accepts."""
    WARNING = "warning"
    """The letters of the number are not those of the name, which refuses nobody."""
    DIFFERS = "differs"
    UNREADABLE = "unreadable"
    """A name cannot be compared, or the number has a date that does not exist."""
    TOO_YOUNG = "too_young"
    """The age is below the least one, or the birth lies ahead."""


class Finding:
    """What was found of one field; `message` says it. Its `repr` shows the type only."""

    __slots__ = ("_native",)

    def __init__(self, native: _native.IdentityFinding) -> None:
        self._native = native

    @property
    def field(self) -> Field:
        """The field."""
        return Field(self._native.field)

    @property
    def verdict(self) -> Verdict:
        """What became of it."""
        return Verdict(self._native.verdict)

    @property
    def first(self) -> DocumentKind | None:
        """The first document, where its names were looked at."""
        return None if self._native.first is None else DocumentKind(self._native.first)

    @property
    def second(self) -> DocumentKind | None:
        """The document compared with the first one."""
        return None if self._native.second is None else DocumentKind(self._native.second)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """In what the names on the two documents differ."""
        return tuple(map(Difference, self._native.differences))

    @property
    def main(self) -> Difference | None:
        """The difference that matters most: one that the policy refuses, if there is one."""
        return None if self._native.main is None else Difference(self._native.main)

    @property
    def letter_first(self) -> str | None:
        """Where the main difference shows, the letter or separator of the first document."""
        return self._native.letter_first

    @property
    def letter_second(self) -> str | None:
        """The letter or separator of the second document there."""
        return self._native.letter_second

    @property
    def unreadable(self) -> PersonNameError | None:
        """Why a name is unreadable, and which of the two."""
        found = self._native.unreadable
        return None if found is None else PersonNameError(*found)

    @property
    def minimum_age(self) -> int | None:
        """The least age that was asked for, in years, where the field is the age."""
        return self._native.minimum_age

    def message(self, language: Language) -> str:
        """Returns the sentence that says it to the person; it names at most one letter."""
        return self._native.message(language)

    def __repr__(self) -> str:
        return "Finding(..)"


class IdentityOutcome(StrEnum):
    """What the findings of a report come to, from the best to the worst."""

    UNIFORM = "uniform"
    """Every field agrees."""
    TOLERATED = "tolerated"
    """There are differences that the policy accepts, or warnings, and nothing worse."""
    REFUSED = "refused"
    """At least one field differs, could not be read, or tells of too low an age."""


@dataclass(frozen=True, slots=True, repr=False)
class Report:
    """What was found of each field, in a fixed order. Its `repr` shows the type only."""

    outcome: IdentityOutcome
    findings: tuple[Finding, ...]

    def __repr__(self) -> str:
        return "Report(..)"


def check(
    documents: Sequence[Document],
    *,
    nam: Nam,
    birth_date: BirthDate,
    policy: NamePolicy,
    minimum_age: int,
    today: date | None = None,
) -> Report:
    """Checks a claim, field by field: the number against the first document, then the others.

    `documents` are one to four, all compared with the first; `minimum_age` is `SAG_MINIMUM_AGE` for
    a SAG account. Raises `IdentityError`; a name that cannot be read is a finding.
    """
    outcome, findings = _native.identity_check(
        documents,
        nam=nam.compact,
        birth_date=birth_date.compact,
        today=civil_date(today),
        policy=policy,
        minimum_age=minimum_age,
    )
    return Report(IdentityOutcome(outcome), tuple(map(Finding, findings)))
