"""The errors, which the native module raises.

The public names are those of the families' modules. No error holds anything of the input.
"""

from typing import ClassVar

from sceau import _native
from sceau.message import Language


class SceauError(ValueError):
    """Says why a request could not be decided. Safe to log."""

    _kind: ClassVar[str]

    def __init__(self, reason: str, at: int | None = None) -> None:
        super().__init__(reason, at)
        self._reason = reason
        self._at = at

    @property
    def reason(self) -> str:
        """The stable wire name, shared by every language."""
        return self._reason

    @property
    def at(self) -> int | None:
        """Where in the input, in bytes of UTF-8, if the reason has a place."""
        return self._at

    def message(self, language: Language) -> str:
        """Returns the sentence that says it to a person."""
        return _native.message(self._kind, self._reason, language)

    def __str__(self) -> str:
        return self._reason if self._at is None else f"{self._reason} at {self._at}"


class ServiceKeyError(SceauError):
    """Says why bytes are no service key."""

    _kind = "KeyError"


class StateError(SceauError):
    """Says why a stored state was not used. Nothing is consumed, nothing is to be stored."""

    _kind = "StateError"


class ChallengePolicyError(SceauError):
    """Says which number of a policy is out of its range."""

    _kind = "ChallengePolicyError"


class DevicePolicyError(SceauError):
    """Says which number of a policy is out of its range."""

    _kind = "DevicePolicyError"


class ThrottlePolicyError(SceauError):
    """Says which number of a policy is out of its range."""

    _kind = "ThrottlePolicyError"


class OtpError(SceauError):
    """Says why one-time codes cannot be made or checked with these parameters."""

    _kind = "OtpError"


class OtpTextError(SceauError):
    """Says why a text is no Base32 secret or no `otpauth://` URI, and where."""

    _kind = "OtpTextError"


class PasswordError(SceauError):
    """Says why a password was neither right nor wrong."""

    _kind = "PasswordError"


class PasswordPolicyError(SceauError):
    """Says which number of the rules for new passwords is out of its range."""

    _kind = "PasswordPolicyError"


class IdentifierError(SceauError):
    """Says why a text is not such an identifier, and where."""

    _kind = "IdentifierError"


class IdentityError(SceauError):
    """Says why a claim could not be checked at all."""

    _kind = "IdentityError"


class PersonNameError(SceauError):
    """Says why a text is not a name that can be compared, and where.

    The core calls it `NameError`, which is another thing in Python.
    """

    _kind = "NameError"

    def __init__(self, reason: str, at: int | None = None, side: str | None = None) -> None:
        super().__init__(reason, at)
        self.args = (reason, at, side)
        self._side = side

    @property
    def side(self) -> str | None:
        """Which of two names is at fault, `first` or `second`; `None` where there is one."""
        return self._side
