"""One-time codes of RFC 4226 (HOTP, by counter) and RFC 6238 (TOTP, by time)."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeAlias

from sceau import _native
from sceau._errors import OtpError
from sceau._input import Moment, seconds
from sceau._native import Code, OtpSecret
from sceau.message import Outcome, by_name

__all__ = [
    "Hotp",
    "HotpAccepted",
    "HotpMalformed",
    "HotpMismatch",
    "HotpOutcome",
    "OtpAlgorithm",
    "OtpError",
    "OtpSecret",
    "Totp",
    "TotpAccepted",
    "TotpMalformed",
    "TotpMismatch",
    "TotpOutcome",
    "TotpReplayed",
]


class OtpAlgorithm(StrEnum):
    """The hash under a code's HMAC, as `otpauth://` writes it."""

    SHA1 = "SHA1"
    """RFC 4226's, and what every authenticator app reads."""
    SHA256 = "SHA256"
    SHA512 = "SHA512"


class _HotpOutcome(Outcome):
    __slots__ = ()
    _kind = "HotpOutcome"


@dataclass(frozen=True, slots=True)
class HotpAccepted(_HotpOutcome):
    """The code is right."""

    name: ClassVar[str] = "accepted"
    next: int
    """The counter behind the code's: store it, and pass it as `counter` the next time."""


@dataclass(frozen=True, slots=True)
class HotpMismatch(_HotpOutcome):
    """No counter from the stored one to the end of the look-ahead yields the code."""

    name: ClassVar[str] = "mismatch"


@dataclass(frozen=True, slots=True)
class HotpMalformed(_HotpOutcome):
    """Not the expected number of decimal digits."""

    name: ClassVar[str] = "malformed"


HotpOutcome: TypeAlias = HotpAccepted | HotpMismatch | HotpMalformed
"""What became of a code that a person typed."""

_HOTP: dict[str, Callable[..., HotpOutcome]] = by_name(
    HotpAccepted, HotpMismatch, HotpMalformed
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotp:
    """Codes by counter, with the parameters that both sides agreed upon. Raises `OtpError`."""

    look_ahead: int
    """How many counters beyond the expected one are tried, 0 to 100 (RFC 4226 §7.4)."""
    algorithm: OtpAlgorithm = OtpAlgorithm.SHA1
    digits: int = 6
    """6 to 9."""

    def __post_init__(self) -> None:
        _native.hotp(self)

    def code(self, secret: OtpSecret, *, counter: int) -> Code:
        """Returns the code of `counter`, 0 to 2⁶⁴ − 1."""
        return _native.hotp_code(self, secret=secret, counter=counter)

    def verify(self, typed: str, *, secret: OtpSecret, counter: int) -> HotpOutcome:
        """Verifies what a person typed against the counters from `counter` on.

        Raises `OtpError` (`otp_counter_exhausted`) if `counter` is 2⁶⁴ − 1.
        """
        name, fields = _native.hotp_verify(self, secret=secret, typed=typed, counter=counter)
        return _HOTP[name](*fields)


class _TotpOutcome(Outcome):
    __slots__ = ()
    _kind = "TotpOutcome"


@dataclass(frozen=True, slots=True)
class TotpAccepted(_TotpOutcome):
    """The code is right."""

    name: ClassVar[str] = "accepted"
    step: int
    """The code's step: store it, and pass it as `last` the next time."""


@dataclass(frozen=True, slots=True)
class TotpReplayed(_TotpOutcome):
    """The code is right, and its step was accepted before (RFC 6238 §5.2)."""

    name: ClassVar[str] = "replayed"


@dataclass(frozen=True, slots=True)
class TotpMismatch(_TotpOutcome):
    """No step in the window yields the code."""

    name: ClassVar[str] = "mismatch"


@dataclass(frozen=True, slots=True)
class TotpMalformed(_TotpOutcome):
    """Not the expected number of decimal digits."""

    name: ClassVar[str] = "malformed"


TotpOutcome: TypeAlias = TotpAccepted | TotpReplayed | TotpMismatch | TotpMalformed
"""What became of a code that a person typed."""

_TOTP: dict[str, Callable[..., TotpOutcome]] = by_name(
    TotpAccepted, TotpReplayed, TotpMismatch, TotpMalformed
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Totp:
    """Codes by time, with the parameters that both sides agreed upon. Raises `OtpError`.

    The defaults are what every authenticator app reads.
    """

    algorithm: OtpAlgorithm = OtpAlgorithm.SHA1
    digits: int = 6
    """6 to 9."""
    period_s: int = 30
    """How long a step lasts: 15 to 120 s."""
    past: int = 1
    """How many steps before the current one are accepted, 0 to 10 (RFC 6238 §5.2)."""
    future: int = 1
    """How many steps after the current one are accepted, 0 to 10."""

    def __post_init__(self) -> None:
        _native.totp(self)

    def step(self, now: Moment | None = None) -> int:
        """Returns the step at `now`: the seconds since the Unix epoch, divided by the period."""
        return _native.totp_step(self, now=seconds(now))

    def remaining_s(self, now: Moment | None = None) -> int:
        """Returns how long the current step still lasts: 1 s to the period."""
        return _native.totp_remaining(self, now=seconds(now))

    def code(self, secret: OtpSecret, *, now: Moment | None = None) -> Code:
        """Returns the code at `now`."""
        return _native.totp_code(self, secret=secret, now=seconds(now))

    def verify(
        self, typed: str, *, secret: OtpSecret, last: int | None, now: Moment | None = None
    ) -> TotpOutcome:
        """Verifies what a person typed; `last` is the step that was accepted last.

        The whole window is always computed, and the highest step that yields the code is claimed.
        """
        name, fields = _native.totp_verify(
            self, secret=secret, typed=typed, now=seconds(now), last=last
        )
        return _TOTP[name](*fields)
