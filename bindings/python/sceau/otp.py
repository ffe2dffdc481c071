"""One-time codes of RFC 4226 (HOTP, by counter) and RFC 6238 (TOTP, by time)."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeAlias

from sceau import _native
from sceau._errors import OtpError, OtpTextError
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
    "OtpReading",
    "OtpSecret",
    "OtpTextError",
    "OtpUri",
    "PreparedHotp",
    "PreparedTotp",
    "Totp",
    "TotpAccepted",
    "TotpLearned",
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


class OtpReading(StrEnum):
    """How a text that holds a secret is read."""

    LENIENT = "lenient"
    """As people type and other programs write it: any case, spaces, hyphens, padding."""
    STRICT = "strict"
    """As Sceau writes it, and no other way."""


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
    resync: int = 100
    """How many counters beyond the expected one two codes are searched for, 0 to 1,000."""
    unchecked: ClassVar[bool] = False

    def __post_init__(self) -> None:
        _native.hotp(self)

    @staticmethod
    def unchecked_policy(
        *,
        look_ahead: int,
        algorithm: OtpAlgorithm = OtpAlgorithm.SHA1,
        digits: int = 6,
        resync: int = 100,
    ) -> "Hotp":
        """Takes a look-ahead of up to 255: for what another system tries so far."""
        return _UncheckedHotp(
            look_ahead=look_ahead, algorithm=algorithm, digits=digits, resync=resync
        )

    def prepare(self, secret: OtpSecret) -> "PreparedHotp":
        """Absorbs a secret once, for as many codes as there are to come."""
        return PreparedHotp(self, secret)

    def code(self, secret: OtpSecret, *, counter: int) -> Code:
        """Returns the code of `counter`, 0 to 2⁶⁴ − 1."""
        return _native.hotp_code(self, secret=secret, counter=counter)

    def verify(self, typed: str, *, secret: OtpSecret, counter: int) -> HotpOutcome:
        """Verifies what a person typed against the counters from `counter` on.

        Raises `OtpError` (`otp_counter_exhausted`) if `counter` is 2⁶⁴ − 1.
        """
        name, fields = _native.hotp_verify(self, secret=secret, typed=typed, counter=counter)
        return _HOTP[name](*fields)


class _UncheckedHotp(Hotp):
    __slots__ = ()
    unchecked = True


class PreparedHotp:
    """Codes by counter for one secret: as secret as it."""

    __slots__ = ("_key",)

    def __init__(self, hotp: Hotp, secret: OtpSecret) -> None:
        self._key = _native.HotpKey(hotp, secret)

    def code(self, *, counter: int) -> Code:
        """Returns the code of `counter`, 0 to 2⁶⁴ − 1."""
        return self._key.code(counter=counter)

    def verify(self, typed: str, *, counter: int) -> HotpOutcome:
        """Verifies as `Hotp.verify` does."""
        name, fields = self._key.verify(typed, counter=counter)
        return _HOTP[name](*fields)

    def resynchronize(self, first: str, second: str, *, counter: int) -> HotpOutcome:
        """Finds a token that ran far ahead by two codes that it showed one after the other.

        Tries the counters from `counter` on as far as `resync` lets it (RFC 4226 §7.4). Count an
        attempt for each call. Raises `OtpError` (`otp_counter_exhausted`) from 2⁶⁴ − 2 on.
        """
        name, fields = self._key.resynchronize(first, second, counter=counter)
        return _HOTP[name](*fields)

    def __repr__(self) -> str:
        return "PreparedHotp(..)"


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
    past_s: int = 0
    """For how many seconds after its end a step counts as current."""
    future_s: int = 0
    """For how many seconds before its beginning. All comes to at most 10 steps on either side."""
    drift: int = 0
    """How far a clock's drift is followed, in steps: 0, which follows none, to 20."""
    unchecked: ClassVar[bool] = False

    def __post_init__(self) -> None:
        _native.totp(self)

    @staticmethod
    def unchecked_policy(
        *,
        algorithm: OtpAlgorithm = OtpAlgorithm.SHA1,
        digits: int = 6,
        period_s: int = 30,
        past: int = 1,
        future: int = 1,
        past_s: int = 0,
        future_s: int = 0,
        drift: int = 0,
    ) -> "Totp":
        """Takes any period and windows of up to 255 steps: for what another system agreed upon."""
        return _UncheckedTotp(
            algorithm=algorithm,
            digits=digits,
            period_s=period_s,
            past=past,
            future=future,
            past_s=past_s,
            future_s=future_s,
            drift=drift,
        )

    def prepare(self, secret: OtpSecret) -> "PreparedTotp":
        """Absorbs a secret once, for as many codes as there are to come."""
        return PreparedTotp(self, secret)

    def accepted_until(self, step: int) -> int:
        """Returns the second from which on a code of `step` is accepted no longer."""
        return _native.totp_accepted_until(self, step=step)

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


class _UncheckedTotp(Totp):
    __slots__ = ()
    unchecked = True


@dataclass(frozen=True, slots=True)
class TotpLearned:
    """What became of a code, and the drift to store whatever became of it."""

    outcome: TotpOutcome
    drift: int
    """By how many steps the authenticator's clock is ahead, or behind if it is negative."""


class PreparedTotp:
    """Codes by time for one secret: as secret as it."""

    __slots__ = ("_key",)

    def __init__(self, totp: Totp, secret: OtpSecret) -> None:
        self._key = _native.TotpKey(totp, secret)

    def code(self, *, now: Moment | None = None) -> Code:
        """Returns the code at `now`."""
        return self._key.code(now=seconds(now))

    def verify(self, typed: str, *, last: int | None, now: Moment | None = None) -> TotpOutcome:
        """Verifies as `Totp.verify` does."""
        name, fields = self._key.verify(typed, now=seconds(now), last=last)
        return _TOTP[name](*fields)

    def verify_drifting(
        self, typed: str, *, last: int | None, drift: int, now: Moment | None = None
    ) -> TotpLearned:
        """Verifies a code of an authenticator whose clock is ahead by `drift` steps, 0 at first.

        An accepted code tells the drift anew (RFC 6238 §6), within the bound of `Totp.drift`: store
        it with the step.
        """
        name, fields, learned = self._key.verify_drifting(
            typed, now=seconds(now), last=last, drift=drift
        )
        return TotpLearned(_TOTP[name](*fields), learned)

    def __repr__(self) -> str:
        return "PreparedTotp(..)"


class OtpUri:
    """An `otpauth://` URI, by which a QR code carries a secret into an app: as secret as it.

    `issuer` is the service, and `account` the person's name there, as the app shows them. The rest
    is what every app reads, the defaults; or a counter, and no period. Raises `OtpTextError`.
    """

    __slots__ = ("_uri",)

    def __init__(
        self,
        *,
        issuer: str,
        account: str,
        secret: OtpSecret,
        algorithm: OtpAlgorithm = OtpAlgorithm.SHA1,
        digits: int = 6,
        period_s: int | None = None,
        counter: int | None = None,
    ) -> None:
        self._uri = _native.OtpUri(
            issuer=issuer,
            account=account,
            secret=secret,
            algorithm=algorithm,
            digits=digits,
            period_s=period_s,
            counter=counter,
            unchecked=False,
        )

    @staticmethod
    def unchecked_policy(
        *,
        issuer: str,
        account: str,
        secret: OtpSecret,
        algorithm: OtpAlgorithm = OtpAlgorithm.SHA1,
        digits: int = 6,
        period_s: int | None = None,
        counter: int | None = None,
    ) -> "OtpUri":
        """Takes any parameters.

        Many apps ignore what they do not know, and then show codes that are always wrong: for apps
        that one has tried.
        """
        return OtpUri._of(
            _native.OtpUri(
                issuer=issuer,
                account=account,
                secret=secret,
                algorithm=algorithm,
                digits=digits,
                period_s=period_s,
                counter=counter,
                unchecked=True,
            )
        )

    @staticmethod
    def parse(text: str, reading: OtpReading = OtpReading.LENIENT) -> "OtpUri":
        """Reads a URI whose secret has 16 to 128 bytes, and whose period is 15 to 120 s."""
        return OtpUri._of(_native.OtpUri.parse(text, reading=reading, unchecked=False))

    @staticmethod
    def parse_unchecked_policy(
        text: str, reading: OtpReading = OtpReading.LENIENT
    ) -> "OtpUri":
        """Reads a URI with a secret from one byte and a period from one second."""
        return OtpUri._of(_native.OtpUri.parse(text, reading=reading, unchecked=True))

    @staticmethod
    def _of(native: _native.OtpUri) -> "OtpUri":
        uri = OtpUri.__new__(OtpUri)
        uri._uri = native
        return uri

    @property
    def issuer(self) -> str:
        """The service's name, empty if the URI names none."""
        return self._uri.issuer

    @property
    def account(self) -> str:
        """The person's name at the service."""
        return self._uri.account

    @property
    def secret(self) -> OtpSecret:
        """The secret."""
        return self._uri.secret

    @property
    def algorithm(self) -> OtpAlgorithm:
        """The hash under a code's HMAC."""
        return OtpAlgorithm(self._uri.algorithm)

    @property
    def digits(self) -> int:
        """How many digits a code has."""
        return self._uri.digits

    @property
    def period_s(self) -> int | None:
        """How long a step lasts; `None` for codes by counter."""
        return self._uri.period_s

    @property
    def counter(self) -> int | None:
        """The counter of the first code; `None` for codes by time."""
        return self._uri.counter

    def text(self) -> str:
        """Returns the URI, which holds the secret: to be shown once, and not logged."""
        return self._uri.text()

    def qr_svg(self) -> str:
        """Returns the QR code as an SVG image. Needs the extra `sceau[qr]`."""
        import segno

        return segno.make(self.text(), error="m", micro=False).svg_inline(scale=4)

    def __repr__(self) -> str:
        return "OtpUri(..)"
