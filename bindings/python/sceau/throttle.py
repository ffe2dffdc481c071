"""Lock-out: consecutive failures, delays that grow, suspension.

`Throttle.begin` counts an attempt **before** the password or code is compared, and `succeed` takes
the count back when it was right. See `sceau.state` for when to store it. Absent accounts go through
it too.

Two rows guard a sign-in: that of the address of origin, `Origin`, and that of the account, in this
order. What the first delays is not counted against the second.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from sceau import _native
from sceau._errors import ThrottlePolicyError
from sceau._input import Buffer, Moment, TextOrBytes, seconds
from sceau._native import Origin, ServiceKey
from sceau.message import Outcome, WaitOutcome, by_name
from sceau.state import StoredState, Transition

__all__ = [
    "Origin",
    "Throttle",
    "ThrottleAllowed",
    "ThrottleDelayed",
    "ThrottleDisabled",
    "ThrottleOutcome",
    "ThrottlePolicy",
    "ThrottlePolicyError",
    "ThrottleSuspended",
]

_FREE, _DELAY, _SUSPEND_AFTER, _SUSPENSION, _FAILURES, _WINDOW = _native.throttle_defaults(
    origins=False
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThrottlePolicy:
    """How many failures a service bears, and what they cost. Raises `ThrottlePolicyError`.

    The defaults are for accounts; `ThrottlePolicy.origins()` has those for addresses of origin.
    """

    free: int = _FREE
    """How many failures cost nothing: fewer than `suspend_after`."""
    delay_s: int = _DELAY
    """The pause after the first one beyond them, which doubles with each: 1 to 3,600 s."""
    suspend_after: int = _SUSPEND_AFTER
    """From how many failures on each one suspends: more than `free`."""
    suspension_s: int = _SUSPENSION
    """How long a suspension lasts: 1 s to 30 days."""
    failures: int = _FAILURES
    """From how many failures on nothing is allowed: `suspend_after` to 100 in a row for an account,
    until the service lifts it; to 10,000 for an address, until the window ends."""
    window_s: int = _WINDOW
    """How long failures are remembered: 0 for an account, for as long as they follow one another;
    60 s to 30 days for an address."""

    def __post_init__(self) -> None:
        _native.throttle_policy(self)

    @classmethod
    def origins(cls) -> "ThrottlePolicy":
        """Returns the default policy for addresses of origin, behind which many people can be."""
        free, delay, suspend_after, suspension, failures, window = _native.throttle_defaults(
            origins=True
        )
        return cls(
            free=free,
            delay_s=delay,
            suspend_after=suspend_after,
            suspension_s=suspension,
            failures=failures,
            window_s=window,
        )


class _ThrottleOutcome(Outcome):
    __slots__ = ()
    _kind = "ThrottleOutcome"


@dataclass(frozen=True, slots=True)
class ThrottleAllowed(_ThrottleOutcome):
    """The attempt is counted; compare now."""

    name: ClassVar[str] = "allowed"


@dataclass(frozen=True, slots=True)
class ThrottleDelayed(WaitOutcome):
    """Too soon after a failure, or too many from one address; nothing is counted."""

    _kind = "ThrottleOutcome"
    name: ClassVar[str] = "delayed"
    until_s: int
    """When the next attempt is allowed."""


@dataclass(frozen=True, slots=True)
class ThrottleSuspended(WaitOutcome):
    """An account is suspended after many failures; nothing is counted."""

    _kind = "ThrottleOutcome"
    name: ClassVar[str] = "suspended"
    until_s: int
    """When the suspension ends."""


@dataclass(frozen=True, slots=True)
class ThrottleDisabled(_ThrottleOutcome):
    """An account has as many failures as the policy bears; only the service can lift it."""

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
        subject: TextOrBytes | Origin,
        policy: ThrottlePolicy = _POLICY,
        now: Moment | None = None,
    ) -> "Transition[ThrottleOutcome, Throttle]":
        """Begins an attempt for `subject`: an account's name or an `Origin`.

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
        self, *, key: ServiceKey, subject: TextOrBytes | Origin, now: Moment | None = None
    ) -> "Throttle":
        """Says that the attempt that was begun succeeded. Raises `StateError`.

        It ends an account's failures. To an address it gives back the one attempt, and shortens no
        delay: or a thief would clear the row of his address by signing in to an account of his.
        """
        next_state = _native.throttle_succeed(
            self._bytes, key=key, subject=subject, now=seconds(now)
        )
        return Throttle(next_state)

    def lift(
        self, *, key: ServiceKey, subject: TextOrBytes | Origin, now: Moment | None = None
    ) -> "Throttle":
        """Lifts a delay, a suspension or `ThrottleDisabled`: failures begin anew.

        The row's time becomes `now`, even if it ran ahead. For the service, never for the person:
        it has made sure by other means who asks, and it trusts its clock. Raises `StateError`.
        """
        next_state = _native.throttle_lift(self._bytes, key=key, subject=subject, now=seconds(now))
        return Throttle(next_state)
