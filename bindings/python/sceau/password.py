"""Stored passwords: PBKDF2 as PHC strings, verified under two policies; rules for new ones.

What may still log in (the accept policy) and what may be newly made (the create policy) are two
questions: a hash that is weak, old or odd is never silently a wrong password. Hashes of other
systems are read, each format switched on by name in the accept policy, and never written. Hashing
and verifying let other threads run.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeAlias

from sceau import _native
from sceau._errors import PasswordError, PasswordPolicyError
from sceau._input import Buffer, TextOrBytes, random_bytes
from sceau._password_policy import (
    AcceptPolicy,
    Argon2Limits,
    CreatePolicy,
    IterationRange,
    PasswordAlgorithm,
    Peppers,
)
from sceau._password_rules import (
    PasswordContext,
    PasswordFinding,
    PasswordPolicy,
    PasswordProfile,
    PasswordReason,
    PasswordRules,
)
from sceau._password_stored import (
    PasswordDigest,
    SpringParameters,
    StoredFormat,
    StoredKeycloak,
    StoredPassword,
    StoredSpring,
)
from sceau.message import Outcome, Reason, by_name

__all__ = [
    "AcceptPolicy",
    "Argon2Limits",
    "CreatePolicy",
    "IterationRange",
    "PasswordAlgorithm",
    "PasswordContext",
    "PasswordDigest",
    "PasswordError",
    "PasswordFinding",
    "PasswordMatch",
    "PasswordMatchRehash",
    "PasswordMismatch",
    "PasswordOutcome",
    "PasswordPolicy",
    "PasswordPolicyError",
    "PasswordProfile",
    "PasswordReason",
    "PasswordRules",
    "Peppers",
    "RehashReason",
    "SpringParameters",
    "StoredFormat",
    "StoredKeycloak",
    "StoredPassword",
    "StoredSpring",
    "hash",
    "verify",
    "verify_absent",
]


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

_OUTCOMES: dict[str, Callable[..., PasswordOutcome]] = by_name(
    PasswordMatch, PasswordMatchRehash, PasswordMismatch
)


_ACCEPT = AcceptPolicy()
_CREATE = CreatePolicy()
_NO_PEPPERS = Peppers()


def hash(
    password: TextOrBytes,
    *,
    create: CreatePolicy = _CREATE,
    peppers: Peppers = _NO_PEPPERS,
    salt: Buffer | None = None,
) -> str:
    """Returns the PHC string to store, which is a secret: whoever has it can guess offline.

    The password has at most 512 bytes of UTF-8, and is prepared as RFC 8265's OpaqueString. The
    salt is 16 bytes of `os.urandom`. Raises `PasswordError`.
    """
    return _native.password_hash(
        password, salt=random_bytes(salt, 16), create=create, peppers=peppers
    )


def verify(
    password: TextOrBytes,
    *,
    stored: StoredPassword,
    accept: AcceptPolicy = _ACCEPT,
    create: CreatePolicy = _CREATE,
    peppers: Peppers = _NO_PEPPERS,
) -> PasswordOutcome:
    """Verifies a password against a stored hash.

    Raises `PasswordError`. Whatever is wrong with the stored hash, run `verify_absent` before
    answering.
    """
    name, fields = _native.password_verify(
        password, stored=stored, accept=accept, create=create, peppers=peppers
    )
    return _OUTCOMES[name](*map(RehashReason, fields))


def verify_absent(password: TextOrBytes, *, create: CreatePolicy = _CREATE) -> PasswordOutcome:
    """Does the work of `verify` for an account that does not exist: a mismatch.

    Raises `PasswordError`, as for an account that exists.
    """
    name, fields = _native.password_verify_absent(password, create=create)
    return _OUTCOMES[name](*map(RehashReason, fields))
