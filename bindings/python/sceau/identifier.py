"""Québec's identifiers: what a person types becomes a value whose shape is right, or a reason.

To parse says that a text *could* be such an identifier; whether a date exists in it or a check
digit fits is a second question, asked with `check` or `level`. Neither says that the number was issued.
"""

from dataclasses import dataclass
import datetime
from enum import StrEnum

from sceau import _native
from sceau._errors import IdentifierError
from sceau._identifier import Identifier, Level, Secret, TypedEdit, Typing, TypingState
from sceau._input import civil_date

__all__ = [
    "ActivationKey",
    "AssessmentNotice",
    "BirthDate",
    "BusinessNumber",
    "CardExpiry",
    "CardReference",
    "CardSequence",
    "ClicsequrUserCode",
    "EmailAddress",
    "Identifier",
    "IdentifierError",
    "Level",
    "LicenceNumber",
    "LicenceReference",
    "Nam",
    "NamBirth",
    "Nas",
    "NasKind",
    "Neq",
    "NeqKind",
    "PhoneNumber",
    "PostalCode",
    "PostalSecret",
    "QstNumber",
    "Secret",
    "SexCode",
    "TemporaryAccessCode",
    "TypedEdit",
    "Typing",
    "TypingState",
    "Username",
]


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


class CardSequence(Identifier):
    """The sequential number of a health insurance card (RAMQ): two digits."""

    __slots__ = ()
    kind = "card_sequence"


class CardExpiry(Identifier):
    """The expiry of a health insurance card (RAMQ), `AAAA-MM` (year, month)."""

    __slots__ = ()
    kind = "card_expiry"

    @property
    def last_day(self) -> datetime.date:
        """The last day of the month; that the card is good until then is an assumption."""
        return datetime.date(*_native.card_expiry_last_day(self._compact))


class ActivationKey(Secret):
    """The activation key of the Carnet santé (RAMQ): four digits."""

    __slots__ = ()
    kind = "activation_key"


class LicenceNumber(Identifier):
    """The number of a driver's licence (SAAQ): a letter and twelve digits."""

    __slots__ = ()
    kind = "licence_number"


class LicenceReference(Identifier):
    """The reference number of a driver's licence, whose format is not public: kept as typed."""

    __slots__ = ()
    kind = "licence_reference"


class NeqKind(StrEnum):
    """Whether the register issues numbers that begin as this one."""

    ISSUED = "issued"
    """It begins with 11, 22, 33 or 88."""
    RESERVED = "reserved"
    """It begins with 44, 55, 66, 77 or 99, which are kept for the future."""


class Neq(Identifier):
    """A number of Québec's enterprise register: ten digits."""

    __slots__ = ()
    kind = "neq"

    def check(self) -> NeqKind:
        """Checks how the number begins, and the check digit (Luhn) of the eight digits behind.

        Raises `IdentifierError` (`character`, `check_digit`).
        """
        return NeqKind(_native.neq_check(self._compact))


class BusinessNumber(Identifier):
    """A federal business number, with or without a program account: `12302 6635 RC0001`."""

    __slots__ = ()
    kind = "business_number"


class QstNumber(Identifier):
    """A number of Québec sales tax: `1012345671 TQ 0001`; its check digit is advisory."""

    __slots__ = ()
    kind = "qst_number"


class PostalCode(Identifier):
    """A postal code of Canada: `G1R 4P5`."""

    __slots__ = ()
    kind = "postal_code"


class PhoneNumber(Identifier):
    """A telephone number of the North American Numbering Plan: `+1 418 555 0123`."""

    __slots__ = ()
    kind = "phone_number"


class PostalSecret(Secret):
    """The identification secret sent by post, whose format is not public: kept as typed."""

    __slots__ = ()
    kind = "postal_secret"


class TemporaryAccessCode(Secret):
    """A temporary access code of clicSÉQUR, whose format is not public: kept as typed."""

    __slots__ = ()
    kind = "temporary_access_code"


class ClicsequrUserCode(Identifier):
    """A user code of clicSÉQUR, whose format is not public: kept as typed."""

    __slots__ = ()
    kind = "clicsequr_user_code"


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
