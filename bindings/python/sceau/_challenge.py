"""The outcomes of `sceau.challenge`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from sceau import _native
from sceau._native import Code, LetterCode
from sceau.message import Language, Outcome, WaitOutcome, by_name


class _IssueOutcome(Outcome):
    __slots__ = ()
    _kind = "IssueOutcome"


@dataclass(frozen=True, slots=True)
class Issued(_IssueOutcome):
    """Send `code`. It replaces every earlier one."""

    name: ClassVar[str] = "issued"
    code: Code | LetterCode
    """Digits, or the letters of a posted code."""
    expires_s: int
    """The first moment at which it is no longer accepted."""


@dataclass(frozen=True, slots=True)
class IssueTooSoon(WaitOutcome):
    """The last code is too fresh."""

    _kind = "IssueOutcome"
    name: ClassVar[str] = "too_soon"
    until_s: int
    """When a new one can be had."""


@dataclass(frozen=True, slots=True)
class IssueTooMany(WaitOutcome):
    """As many codes as a period allows have been issued."""

    _kind = "IssueOutcome"
    name: ClassVar[str] = "too_many"
    until_s: int
    """When the period ends."""


@dataclass(frozen=True, slots=True)
class IssueDisabled(_IssueOutcome):
    """Too many wrong codes since the last accepted one; a new code does not help."""

    name: ClassVar[str] = "disabled"


IssueOutcome: TypeAlias = Issued | IssueTooSoon | IssueTooMany | IssueDisabled
"""What became of the wish for a new code."""

ISSUE: dict[str, Callable[..., IssueOutcome]] = by_name(
    Issued, IssueTooSoon, IssueTooMany, IssueDisabled
)


class _ChallengeOutcome(Outcome):
    __slots__ = ()
    _kind = "ChallengeOutcome"


@dataclass(frozen=True, slots=True)
class ChallengeAccepted(_ChallengeOutcome):
    """The code is right. It will not be accepted again."""

    name: ClassVar[str] = "accepted"


@dataclass(frozen=True, slots=True)
class ChallengeWrong(_ChallengeOutcome):
    """The code is wrong."""

    name: ClassVar[str] = "wrong"
    left: int
    """How many attempts this code still has."""

    def message(self, language: Language) -> str:
        """Returns the sentence that says it to a person, with the attempts left."""
        return _native.message(self._kind, self.name, language, left=self.left)


@dataclass(frozen=True, slots=True)
class ChallengeExpired(_ChallengeOutcome):
    """The code's time is over."""

    name: ClassVar[str] = "expired"


@dataclass(frozen=True, slots=True)
class ChallengeExhausted(_ChallengeOutcome):
    """The code has no attempts left."""

    name: ClassVar[str] = "exhausted"


@dataclass(frozen=True, slots=True)
class ChallengeAlreadyUsed(_ChallengeOutcome):
    """The code was accepted before."""

    name: ClassVar[str] = "already_used"


@dataclass(frozen=True, slots=True)
class ChallengeMalformed(_ChallengeOutcome):
    """Not the expected number of decimal digits. Counts as no attempt.

    Of a posted code: not thirteen of its characters, or the check character does not fit.
    """

    name: ClassVar[str] = "malformed"


ChallengeOutcome: TypeAlias = (
    ChallengeAccepted
    | ChallengeWrong
    | ChallengeExpired
    | ChallengeExhausted
    | ChallengeAlreadyUsed
    | ChallengeMalformed
)
"""What became of a code that a person typed."""

CHALLENGE: dict[str, Callable[..., ChallengeOutcome]] = by_name(
    ChallengeAccepted,
    ChallengeWrong,
    ChallengeExpired,
    ChallengeExhausted,
    ChallengeAlreadyUsed,
    ChallengeMalformed,
)


class _DeliverOutcome(Outcome):
    __slots__ = ()
    _kind = "DeliverOutcome"


@dataclass(frozen=True, slots=True)
class DeliverLive(_DeliverOutcome):
    """Send `code` again."""

    name: ClassVar[str] = "live"
    code: Code | LetterCode
    """The code, the same as before."""


@dataclass(frozen=True, slots=True)
class DeliverExpired(_DeliverOutcome):
    """The code's time is over."""

    name: ClassVar[str] = "expired"


@dataclass(frozen=True, slots=True)
class DeliverExhausted(_DeliverOutcome):
    """The code has no attempts left."""

    name: ClassVar[str] = "exhausted"


@dataclass(frozen=True, slots=True)
class DeliverAlreadyUsed(_DeliverOutcome):
    """The code was accepted before."""

    name: ClassVar[str] = "already_used"


DeliverOutcome: TypeAlias = DeliverLive | DeliverExpired | DeliverExhausted | DeliverAlreadyUsed
"""What became of the wish to send the live code again."""

DELIVER: dict[str, Callable[..., DeliverOutcome]] = by_name(
    DeliverLive, DeliverExpired, DeliverExhausted, DeliverAlreadyUsed
)
