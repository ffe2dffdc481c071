"""The remembered device ("Se souvenir de moi"): a token that changes at each use.

One row holds one `Device`, under its `selector`; `selector_of` reads it out of the cookie. Nothing
of the token is stored. Two browser tabs may send one token at once, and a reply can be lost: so the
token before the current one is still accepted for 60 s, and answered with the current one. An older
token is a copy, and the row is stolen from then on. What anybody can make up is unknown or
malformed and changes nothing. See `sceau.state` for when to store the next state: of two tabs in a
race, the slower one loads the row again, and its token is then the one before.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from sceau import _native
from sceau._errors import DevicePolicyError
from sceau._input import Buffer, Moment, TextOrBytes, random_bytes, seconds
from sceau._native import DeviceToken, ServiceKey
from sceau.message import Outcome, by_name
from sceau.state import StoredState, Transition

__all__ = [
    "Device",
    "DeviceAccepted",
    "DeviceExpired",
    "DeviceMalformed",
    "DeviceOutcome",
    "DevicePolicy",
    "DevicePolicyError",
    "DeviceRevoked",
    "DeviceStolen",
    "DeviceToken",
    "DeviceUnknown",
    "RememberedDevice",
    "selector_of",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicePolicy:
    """For how long a device is remembered. SAG's is not public. Raises `DevicePolicyError`."""

    lifetime_s: int = _native.device_defaults()
    """From when the person signed in on: 1 s to 365 days. Use does not lengthen it."""

    def __post_init__(self) -> None:
        _native.device_policy(self)


class _DeviceOutcome(Outcome):
    __slots__ = ()
    _kind = "DeviceOutcome"


@dataclass(frozen=True, slots=True)
class DeviceAccepted(_DeviceOutcome):
    """The device is the remembered one. Whatever it sent, it keeps `token` from now on."""

    name: ClassVar[str] = "accepted"
    token: DeviceToken
    """What the device is to keep and to send the next time."""
    expires_s: int
    """The first moment at which the device is no longer remembered."""
    rotated: bool
    """Whether `token` is new; else the device sent the one before the current one."""


@dataclass(frozen=True, slots=True)
class DeviceStolen(_DeviceOutcome):
    """A token that was replaced for good was used: it, or its successor, is a copy.

    The row is refused from now on; end every session of the person, and say so.
    """

    name: ClassVar[str] = "stolen"


@dataclass(frozen=True, slots=True)
class DeviceExpired(_DeviceOutcome):
    """The device's time is over."""

    name: ClassVar[str] = "expired"


@dataclass(frozen=True, slots=True)
class DeviceRevoked(_DeviceOutcome):
    """The device was forgotten."""

    name: ClassVar[str] = "revoked"


@dataclass(frozen=True, slots=True)
class DeviceUnknown(_DeviceOutcome):
    """Not a token of this row. Nothing is changed, not even the generation."""

    name: ClassVar[str] = "unknown"


@dataclass(frozen=True, slots=True)
class DeviceMalformed(_DeviceOutcome):
    """Not the text of a token. Nothing is changed, not even the generation."""

    name: ClassVar[str] = "malformed"


DeviceOutcome: TypeAlias = (
    DeviceAccepted | DeviceStolen | DeviceExpired | DeviceRevoked | DeviceUnknown | DeviceMalformed
)
"""What became of a token that a device sent."""

_DEVICE: dict[str, Callable[..., DeviceOutcome]] = by_name(
    DeviceAccepted, DeviceStolen, DeviceExpired, DeviceRevoked, DeviceUnknown, DeviceMalformed
)
_POLICY = DevicePolicy()


@dataclass(frozen=True, slots=True)
class RememberedDevice:
    """A device that is remembered from now on."""

    token: DeviceToken
    """What the device is to keep and to send, once `state` is stored."""
    state: "Device"
    """The new row, stored under its selector."""
    expires_s: int
    """The first moment at which the device is no longer remembered."""


def selector_of(token: TextOrBytes, /) -> bytes | None:
    """Returns the key of the row of a token, or `None` if it has not the form of one.

    `token` is what came with the request, whatever it is.
    """
    return _native.device_token_selector(token)


class Device(StoredState):
    """The stored state of a remembered device: 104 opaque bytes, `bytes(device)`.

    Whether they are authentic is checked wherever they are used. They hold no part of the token but
    its selector and its number.
    """

    __slots__ = ()

    @staticmethod
    def _read(stored: Buffer, /) -> tuple[bytes, int]:
        return _native.device_state(stored)

    @property
    def selector(self) -> bytes:
        """The key of the row: 16 bytes, which are not secret."""
        return _native.device_selector(self._bytes)

    @classmethod
    def remember(
        cls,
        *,
        key: ServiceKey,
        user: TextOrBytes,
        policy: DevicePolicy = _POLICY,
        entropy: Buffer | None = None,
        now: Moment | None = None,
    ) -> RememberedDevice:
        """Remembers a device of `user`, who has just signed in.

        `entropy` is 32 bytes that are used for nothing else.
        """
        token, state, expires_s = _native.device_remember(
            key=key,
            user=user,
            entropy=random_bytes(entropy, 32),
            now=seconds(now),
            policy=policy,
        )
        return RememberedDevice(token, cls(state), expires_s)

    def verify(
        self,
        token: TextOrBytes,
        /,
        *,
        key: ServiceKey,
        user: TextOrBytes,
        now: Moment | None = None,
    ) -> "Transition[DeviceOutcome, Device]":
        """Verifies the token that a device of `user` sent. Raises `StateError`.

        `user` is the row's; `token` is what came with the request, whatever it is.
        """
        (name, fields), (next_state, clock_back) = _native.device_verify(
            self._bytes, key=key, user=user, token=token, now=seconds(now)
        )
        return Transition(_DEVICE[name](*fields), Device(next_state), clock_back)

    def revoke(
        self, *, key: ServiceKey, user: TextOrBytes, now: Moment | None = None
    ) -> "Device":
        """Forgets the device; a stolen one stays stolen. Raises `StateError`."""
        return Device(_native.device_revoke(self._bytes, key=key, user=user, now=seconds(now)))
