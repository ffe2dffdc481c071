"""Lock-out: consecutive failures, delays that grow, suspension.

`Throttle.begin` counts an attempt **before** the password or code is compared, and `succeed` takes
the count back when it was right. See `sceau.state` for when to store it. Absent accounts go through
it too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from sceau import _native
from sceau._errors import ThrottlePolicyError
from sceau._input import Buffer, Moment, TextOrBytes, seconds
from sceau._native import ServiceKey
from sceau.message import Outcome, by_name
from sceau.state import StoredState, Transition

__all__ = [
    "Throttle",
    "ThrottleAllowed",
    "ThrottleDelayed",
    "ThrottleDisabled",
    "ThrottleOutcome",
    "ThrottlePolicy",
    "ThrottlePolicyError",
    "ThrottleSuspended",
]

_FREE, _DELAY, _SUSPEND_AFTER, _SUSPENSION, _FAILURES = _native.throttle_defaults()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThrottlePolicy:
    """How many failures a service bears, and what they cost. Raises `ThrottlePolicyError`."""

    free: int = _FREE
    """How many failures cost nothing: 0 to 99."""
    delay_s: int = _DELAY
    """The pause after the first one beyond them, which doubles with each: 1 to 3,600 s."""
    suspend_after: int = _SUSPEND_AFTER
    """From how many failures on each one suspends: more than `free`."""
    suspension_s: int = _SUSPENSION
    """How long a suspension lasts: 1 s to 30 days."""
    failures: int = _FAILURES
    """From how many consecutive failures on nothing is allowed: `suspend_after` to 100."""

    def __post_init__(self) -> None:
        _native.throttle_policy(self)


class _ThrottleOutcome(Outcome):
    __slots__ = ()
    _kind = "ThrottleOutcome"


@dataclass(frozen=True, slots=True)
class ThrottleAllowed(_ThrottleOutcome):
    """The attempt is counted; compare now."""

    name: ClassVar[str] = "allowed"


@dataclass(frozen=True, slots=True)
class ThrottleDelayed(_ThrottleOutcome):
    """Too soon after a failure; nothing is counted."""

    name: ClassVar[str] = "delayed"
    until_s: int
    """When the next attempt is allowed."""


@dataclass(frozen=True, slots=True)
class ThrottleSuspended(_ThrottleOutcome):
    """Suspended after many failures; nothing is counted."""

    name: ClassVar[str] = "suspended"
    until_s: int
    """When the suspension ends."""


@dataclass(frozen=True, slots=True)
class ThrottleDisabled(_ThrottleOutcome):
    """As many consecutive failures as the policy bears; only the service can lift it."""

    name: ClassVar[str] = "disabled"


ThrottleOutcome: TypeAlias = (
    ThrottleAllowed | ThrottleDelayed | ThrottleSuspended | ThrottleDisabled
)
"""Whether an attempt may go on."""

_THROTTLE: dict[str, Callable[..., ThrottleOutcome]] = by_name(
    ThrottleAllowed, ThrottleDelayed, ThrottleSuspended, ThrottleDisabled
)

_POLICY = ThrottlePolicy()


class Throttle(StoredState):
    """The stored state of one account's or address's failures: 64 opaque bytes."""

    __slots__ = ()

    @staticmethod
    def _read(stored: Buffer, /) -> tuple[bytes, int]:
        return _native.throttle_state(stored)

    @classmethod
    def begin(
        cls,
        previous: "Throttle | None",
        *,
        key: ServiceKey,
        subject: TextOrBytes,
        policy: ThrottlePolicy = _POLICY,
        now: Moment | None = None,
    ) -> "Transition[ThrottleOutcome, Throttle]":
        """Begins an attempt for `subject`: an account's name or an address of origin.

        Raises `StateError`.
        """
        (name, fields), (next_state, clock_back) = _native.throttle_begin(
            None if previous is None else previous._bytes,
            key=key,
            subject=subject,
            now=seconds(now),
            policy=policy,
        )
        return Transition(_THROTTLE[name](*fields), cls(next_state), clock_back)

    def succeed(
        self, *, key: ServiceKey, subject: TextOrBytes, now: Moment | None = None
    ) -> "Throttle":
        """Ends the row of failures: the attempt that was begun succeeded. Raises `StateError`."""
        next_state = _native.throttle_succeed(
            self._bytes, key=key, subject=subject, now=seconds(now)
        )
        return Throttle(next_state)
