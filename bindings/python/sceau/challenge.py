"""The code that is e-mailed, texted or posted: six digits that live ten minutes.

Or, by post, twelve letters and a check character that live three weeks (`ChallengePolicy.post()`).
One row holds one `Challenge` for each user, purpose, channel and destination. See `sceau.state` for
when to store it. The row is never deleted before its period ends, or the caps would begin anew.
Nothing of the code is stored: who reads the database without the key learns nothing.
"""

from dataclasses import dataclass
from enum import StrEnum

from sceau import _native
from sceau._challenge import (
    CHALLENGE,
    DELIVER,
    ISSUE,
    ChallengeAccepted,
    ChallengeAlreadyUsed,
    ChallengeExhausted,
    ChallengeExpired,
    ChallengeMalformed,
    ChallengeOutcome,
    ChallengeWrong,
    DeliverAlreadyUsed,
    DeliverExhausted,
    DeliverExpired,
    DeliverLive,
    DeliverOutcome,
    IssueDisabled,
    IssueOutcome,
    IssueTooMany,
    IssueTooSoon,
    Issued,
)
from sceau._errors import ChallengePolicyError
from sceau._input import Buffer, Moment, TextOrBytes, random_bytes, seconds
from sceau._native import ServiceKey
from sceau.message import Language
from sceau.state import StoredState, Transition

__all__ = [
    "Challenge",
    "ChallengeAccepted",
    "ChallengeAlreadyUsed",
    "ChallengeBinding",
    "ChallengeChannel",
    "ChallengeExhausted",
    "ChallengeExpired",
    "ChallengeMalformed",
    "ChallengeOutcome",
    "ChallengePolicy",
    "ChallengePolicyError",
    "ChallengePurpose",
    "ChallengeWrong",
    "DeliverAlreadyUsed",
    "DeliverExhausted",
    "DeliverExpired",
    "DeliverLive",
    "DeliverOutcome",
    "IssueDisabled",
    "IssueOutcome",
    "IssueTooMany",
    "IssueTooSoon",
    "Issued",
    "post_message",
]


class ChallengePurpose(StrEnum):
    """What a code is for. NIST SP 800-63B-4 does not count e-mail as an authentication channel."""

    ADDRESS_VALIDATION = "address_validation"
    """Shows that a person reads the mail of an address."""
    RECOVERY = "recovery"
    """Gives an account back."""
    SIGN_IN = "sign_in"
    """Signs in: by text message only (NIST SP 800-63B-4)."""
    SIGN_IN_UNCHECKED_POLICY = "sign_in_unchecked_policy"
    """Signs in over a channel that NIST SP 800-63B-4 does not count, as SAG does by e-mail."""


class ChallengeChannel(StrEnum):
    """How a code travels."""

    EMAIL = "email"
    TEXT = "text"
    POST = "post"
    """On paper: letters that live for weeks, under `ChallengePolicy.post()`."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ChallengeBinding:
    """What a code is bound to. Its `repr` shows the type only."""

    purpose: ChallengePurpose
    channel: ChallengeChannel
    user: TextOrBytes
    """The account, as the service names it."""
    destination: TextOrBytes
    """The address or number that the code is sent to, in one canonical form."""

    def __repr__(self) -> str:
        return "ChallengeBinding(..)"


_DIGITS, _LIFETIME, _ATTEMPTS, _COOLDOWN, _PERIOD, _ISSUES, _FAILURES = (
    _native.challenge_defaults(post=False)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChallengePolicy:
    """What a service allows of a code; SAG's where it is public. Raises `ChallengePolicyError`.

    The defaults are for a code that is e-mailed or texted; `ChallengePolicy.post()` has those for
    one that is posted.
    """

    digits: int | None = _DIGITS
    """6 to 9. `None` for a posted code, which has twelve letters and a check character."""
    lifetime_s: int = _LIFETIME
    """How long a code is accepted: 1 to 600 s (NIST SP 800-63B-4's bound); by post to 30 days."""
    attempts: int = _ATTEMPTS
    """How many attempts each code has: 1 to 10."""
    cooldown_s: int = _COOLDOWN
    """How long after a code no other can be had: at most the lifetime."""
    period_s: int = _PERIOD
    """The time over which issues are counted: the lifetime to 30 days."""
    issues: int = _ISSUES
    """How many codes a period has: 1 to 100."""
    failures: int = _FAILURES
    """How many consecutive wrong codes, over all codes, disable the row: 1 to 100."""

    def __post_init__(self) -> None:
        _native.challenge_policy(self)

    @classmethod
    def post(cls) -> "ChallengePolicy":
        """Returns the default policy of a posted code: 21 days, three letters in thirty."""
        digits, lifetime, attempts, cooldown, period, issues, failures = (
            _native.challenge_defaults(post=True)
        )
        return cls(
            digits=digits,
            lifetime_s=lifetime,
            attempts=attempts,
            cooldown_s=cooldown,
            period_s=period,
            issues=issues,
            failures=failures,
        )


_POLICY = ChallengePolicy()


class Challenge(StoredState):
    """The stored state of a code: 96 opaque bytes, `bytes(challenge)`.

    Whether they are authentic is checked wherever they are used. They hold no part of the code.
    """

    __slots__ = ()

    @staticmethod
    def _read(stored: Buffer, /) -> tuple[bytes, int]:
        return _native.challenge_state(stored)

    @classmethod
    def issue(
        cls,
        previous: "Challenge | None",
        *,
        key: ServiceKey,
        binding: ChallengeBinding,
        policy: ChallengePolicy = _POLICY,
        entropy: Buffer | None = None,
        now: Moment | None = None,
    ) -> "Transition[IssueOutcome, Challenge]":
        """Issues a code: carries failures, cooldown and number of issues over from `previous`.

        `entropy` is 16 bytes that are used for nothing else. Raises `StateError`.
        """
        (name, fields), (next_state, clock_back) = _native.challenge_issue(
            None if previous is None else previous._bytes,
            key=key,
            binding=binding,
            entropy=random_bytes(entropy, 16),
            now=seconds(now),
            policy=policy,
        )
        return Transition(ISSUE[name](*fields), cls(next_state), clock_back)

    def verify(
        self,
        typed: str,
        *,
        key: ServiceKey,
        binding: ChallengeBinding,
        now: Moment | None = None,
    ) -> "Transition[ChallengeOutcome, Challenge]":
        """Verifies what a person typed. Raises `StateError`; nothing is consumed then."""
        (name, fields), (next_state, clock_back) = _native.challenge_verify(
            self._bytes, key=key, binding=binding, typed=typed, now=seconds(now)
        )
        return Transition(CHALLENGE[name](*fields), Challenge(next_state), clock_back)

    def deliver(
        self, *, key: ServiceKey, binding: ChallengeBinding, now: Moment | None = None
    ) -> DeliverOutcome:
        """Computes the live code again, to send it a second time. Changes nothing.

        Raises `StateError`.
        """
        name, fields = _native.challenge_deliver(
            self._bytes, key=key, binding=binding, now=seconds(now)
        )
        return DELIVER[name](*fields)

    def lift(
        self, *, key: ServiceKey, binding: ChallengeBinding, now: Moment | None = None
    ) -> "Challenge":
        """Lifts what weighs on a row: failures, cooldown and the count of issues begin anew.

        A live code is over, and the row's time becomes `now`, even if it ran ahead. For the
        service, never for the person: it has made sure by other means who asks, and it trusts its
        clock. Raises `StateError`.
        """
        next_state = _native.challenge_lift(
            self._bytes, key=key, binding=binding, now=seconds(now)
        )
        return Challenge(next_state)


def post_message(
    outcome: IssueOutcome | ChallengeOutcome | DeliverOutcome,
    language: Language,
    *,
    until: str | None = None,
) -> str:
    """Returns the sentence that says an outcome to a person, of a posted code.

    That is an identification secret to them. `until` is how the person is told the moment until
    which they wait, where the outcome has one: the local time, in their language. Without it the
    moment is told in Coordinated Universal Time.
    """
    return _native.post_message(
        outcome._kind,
        outcome.name,
        language,
        left=outcome.left if isinstance(outcome, ChallengeWrong) else 0,
        until_s=outcome.until_s if isinstance(outcome, IssueTooSoon | IssueTooMany) else 0,
        until=until,
    )
