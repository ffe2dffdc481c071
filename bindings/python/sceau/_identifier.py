"""What all identifiers have in common. The public names are those of `sceau.identifier`."""

from collections.abc import Iterable
from dataclasses import dataclass
import datetime
from enum import StrEnum
from functools import total_ordering
from typing import Any, ClassVar, NoReturn, TypeVar

from sceau import _native
from sceau._errors import IdentifierError
from sceau._input import TextOrBytes, civil_date
from sceau._native import ServiceKey

IdentifierT = TypeVar("IdentifierT", bound="Identifier")


class TypedEdit(StrEnum):
    """What the last edit of a form's field was."""

    INSERTION = "insertion"
    """Something was typed or pasted before the caret."""
    BACKSPACE = "backspace"
    """What stood before the caret was deleted."""
    DELETE = "delete"
    """What stood behind the caret was deleted."""


class TypingState(StrEnum):
    """What a form's field holds."""

    EMPTY = "empty"
    """Nothing."""
    PARTIAL = "partial"
    """The beginning of such an identifier."""
    COMPLETE = "complete"
    """One that parses; more may follow where the kind has several lengths."""
    IMPOSSIBLE = "impossible"
    """Something that no further typing at the end makes one."""


@dataclass(frozen=True, slots=True, repr=False)
class Typing:
    """What to show in a form's field after an edit."""

    state: TypingState
    """What the field holds."""
    text: str
    """The text to show: in its groups, or as it was typed."""
    caret: int
    """Where the caret belongs in `text`, in characters."""
    error: IdentifierError | None
    """Why no further typing makes it such an identifier, and where in the text as typed."""

    def __repr__(self) -> str:
        return "Typing(..)"


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

    @classmethod
    def levels(
        cls, texts: Iterable[str | None], *, today: datetime.date | None = None
    ) -> list[Level | IdentifierError | None]:
        """Parses many texts in one call, and returns in their order how much of each holds.

        For each text there is the `Level` that `cls(text).level(today=today)` returns, or, if it is
        no such identifier, the `IdentifierError` that `cls(text)` raises: its `reason`, and `at` in
        bytes of UTF-8. `None` stays `None`. A number whose check digit or date is wrong has a lower
        level than others of its kind; `check`, where the kind has it, says what is wrong.

        Texts with the same reason at the same place share one error: it is to be read, not raised.
        Raises `TypeError` for an item that is neither `str` nor `None`, and names its index; and for
        a text alone, which is no list. Nothing is returned then.
        """
        return _native.identifier_levels(cls.kind, texts, today=civil_date(today))

    def pseudonym(self, *, key: ServiceKey, group: TextOrBytes) -> bytes:
        """Returns the 32 bytes that stand for it in the tables of one group that may be joined.

        Two groups, as two ministries, have different ones and cannot join. Who holds the key can try
        all numbers and has them back: a pseudonym stays personal information.
        """
        return _native.identifier_pseudonym(self.kind, self._compact, key=key, group=group)

    @classmethod
    def typing(
        cls, text: str, *, caret: int | None = None, edit: TypedEdit = TypedEdit.INSERTION
    ) -> Typing:
        """Says what a form's field holds after an edit that left the caret at `caret`.

        The caret counts characters of `text`; without it, it is at the end.
        """
        state, new, at_byte, reason, at = _native.identifier_typing(
            cls.kind, text, caret=len(_bytes(text[:caret])), edit=edit
        )
        shown = text if new is None else new
        before = _bytes(shown)[:at_byte].decode("utf-8", "surrogatepass")
        error = None if reason is None else IdentifierError(reason, at)
        return Typing(TypingState(state), shown, len(before), error)

    @classmethod
    def synthetic(cls: type[IdentifierT], number: int) -> IdentifierT | None:
        """Returns the number that `number` chooses among those that nobody can have been given.

        `None` for the kinds of which none are known: only NAS, NAM and NEQ have any, and `check`
        refuses them.
        """
        compact = _native.identifier_synthetic(cls.kind, number)
        return None if compact is None else cls(compact)

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


class Secret(Identifier):
    """A secret that a person types. It is not compared, hashed or pickled."""

    __slots__ = ()
    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> NoReturn:
        raise TypeError("a secret is not compared")

    def __lt__(self, other: Identifier) -> NoReturn:
        raise TypeError("a secret is not compared")

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not pickled")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
