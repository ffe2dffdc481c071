"""The outcomes of `sceau.password`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from sceau.message import Outcome, Reason, by_name


class RehashReason(Reason):
    """Why a hash is to be made again. Different and stronger is no reason."""

    COST = "cost"
    """Fewer iterations."""
    SALT = "salt"
    """A shorter salt than 16 bytes."""
    KEY = "key"
    """A shorter key than the algorithm's digest."""
    FORMAT = "format"
    """A format of another system."""
    TEXT = "text"
    """A format of another system, and a text that was hashed as it was typed, not normalized."""
    PEPPER = "pepper"
    """No pepper, or one that is retired."""


class _PasswordOutcome(Outcome):
    __slots__ = ()
    _kind = "PasswordOutcome"


@dataclass(frozen=True, slots=True)
class PasswordMatch(_PasswordOutcome):
    """The password is right."""

    name: ClassVar[str] = "match"


@dataclass(frozen=True, slots=True)
class PasswordMatchRehash(_PasswordOutcome):
    """The password is right, and its hash weak: hash it again and store that."""

    name: ClassVar[str] = "match_rehash"
    why: RehashReason
    """What is weaker."""


@dataclass(frozen=True, slots=True)
class PasswordMismatch(_PasswordOutcome):
    """The password is wrong."""

    name: ClassVar[str] = "mismatch"


PasswordOutcome: TypeAlias = PasswordMatch | PasswordMatchRehash | PasswordMismatch
"""What became of a password."""

OUTCOMES: dict[str, Callable[..., PasswordOutcome]] = by_name(
    PasswordMatch, PasswordMatchRehash, PasswordMismatch
)
