"""Stored passwords: PBKDF2 as PHC strings, verified under two policies; rules for new ones.

What may still log in (the accept policy) and what may be newly made (the create policy) are two
questions: a hash that is weak, old or odd is never silently a wrong password. Hashing and verifying
let other threads run.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeAlias

from sceau import _native
from sceau._errors import PasswordError
from sceau._input import Buffer, TextOrBytes, random_bytes
from sceau.message import Outcome, Reason, by_name

__all__ = [
    "AcceptPolicy",
    "CreatePolicy",
    "PasswordAlgorithm",
    "PasswordError",
    "PasswordMatch",
    "PasswordMatchRehash",
    "PasswordMismatch",
    "PasswordOutcome",
    "PasswordPolicy",
    "PasswordReason",
    "RehashReason",
    "hash",
    "verify",
    "verify_absent",
]


class RehashReason(Reason):
    """In what a stored hash is weaker than the create policy."""

    COST = "cost"
    """Fewer iterations."""
    SALT = "salt"
    """A shorter salt than 16 bytes."""
    KEY = "key"
    """A shorter key than the algorithm's digest."""


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


class PasswordAlgorithm(StrEnum):
    """The algorithm of a hash, as a PHC string names it."""

    PBKDF2_SHA256 = "pbkdf2-sha256"
    PBKDF2_SHA512 = "pbkdf2-sha512"

    @property
    def recommended_iterations(self) -> int:
        """What OWASP's Password Storage Cheat Sheet recommends: 600,000 and 220,000."""
        return _native.recommended_iterations(self)


_MIN_ITERATIONS, _MAX_ITERATIONS, _MIN_SALT_BYTES = _native.accept_defaults()


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptPolicy:
    """Which stored hashes may still log in: PHC strings within these limits.

    Raises `PasswordError` (`iterations`, `salt_length`).
    """

    min_iterations: int = _MIN_ITERATIONS
    """The fewest iterations, 1,000 or more."""
    max_iterations: int = _MAX_ITERATIONS
    """The most, 10,000,000 or fewer: a planted hash must not keep the machine busy."""
    min_salt_bytes: int = _MIN_SALT_BYTES
    """The shortest salt, 8 or more."""
    unchecked: ClassVar[bool] = False

    def __post_init__(self) -> None:
        _native.accept_policy(self)

    @staticmethod
    def unchecked_policy(
        *, min_iterations: int, max_iterations: int, min_salt_bytes: int
    ) -> "AcceptPolicy":
        """Takes any numbers: for published test vectors, and for a migration that knows why."""
        return _UncheckedAcceptPolicy(
            min_iterations=min_iterations,
            max_iterations=max_iterations,
            min_salt_bytes=min_salt_bytes,
        )


class _UncheckedAcceptPolicy(AcceptPolicy):
    __slots__ = ()
    unchecked = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatePolicy:
    """How a new password is hashed. Salts have 16 to 64 bytes, keys the digest's length.

    Raises `PasswordError` (`iterations`).
    """

    algorithm: PasswordAlgorithm = PasswordAlgorithm.PBKDF2_SHA256
    iterations: int = PasswordAlgorithm.PBKDF2_SHA256.recommended_iterations
    """At least the algorithm's recommended iterations, at most 10,000,000."""
    unchecked: ClassVar[bool] = False

    def __post_init__(self) -> None:
        _native.create_policy(self)

    @staticmethod
    def unchecked_policy(*, algorithm: PasswordAlgorithm, iterations: int) -> "CreatePolicy":
        """Takes any iterations and salts from 1 byte on: for published test vectors, and tests."""
        return _UncheckedCreatePolicy(algorithm=algorithm, iterations=iterations)


class _UncheckedCreatePolicy(CreatePolicy):
    __slots__ = ()
    unchecked = True


_ACCEPT = AcceptPolicy()
_CREATE = CreatePolicy()


def hash(
    password: TextOrBytes, *, create: CreatePolicy = _CREATE, salt: Buffer | None = None
) -> str:
    """Returns the PHC string to store, which is a secret: whoever has it can guess offline.

    The password has at most 512 bytes of UTF-8, and is prepared as RFC 8265's OpaqueString. The
    salt is 16 bytes of `os.urandom`. Raises `PasswordError`.
    """
    return _native.password_hash(password, salt=random_bytes(salt, 16), create=create)


def verify(
    password: TextOrBytes,
    *,
    stored: TextOrBytes,
    accept: AcceptPolicy = _ACCEPT,
    create: CreatePolicy = _CREATE,
) -> PasswordOutcome:
    """Verifies a password against a stored PHC string.

    Raises `PasswordError`. After `hash_outside_accept_policy` run `verify_absent` before answering.
    """
    name, fields = _native.password_verify(password, stored=stored, accept=accept, create=create)
    return _OUTCOMES[name](*map(RehashReason, fields))


def verify_absent(password: TextOrBytes, *, create: CreatePolicy = _CREATE) -> PasswordOutcome:
    """Does the work of `verify` for an account that does not exist: a mismatch.

    Raises `PasswordError`, as for an account that exists.
    """
    name, fields = _native.password_verify_absent(password, create=create)
    return _OUTCOMES[name](*map(RehashReason, fields))


class PasswordReason(Reason):
    """A rule that a password breaks."""

    TOO_SHORT = "too_short"
    """Fewer characters than the profile asks for."""
    REPETITION = "repetition"
    """A character three times or more in a row."""
    SEQUENCE = "sequence"
    """Four or more letters or digits in the order of the alphabet, or backwards."""
    USER_NAME = "user_name"
    """The user name is in it."""
    EMAIL_ADDRESS = "email_address"
    """It is an e-mail address."""


class PasswordPolicy(StrEnum):
    """The rules for new passwords, by named profile."""

    SAG_2024 = "sag_2024"
    """SAG's: 10 characters, "sans répétition ni séquence", no user name, no e-mail address."""

    def check(self, password: TextOrBytes, *, user_name: str = "") -> tuple[PasswordReason, ...]:
        """Returns every rule that a password breaks; none, if it may be used.

        An empty `user_name` is one that is not known. Raises `PasswordError`.
        """
        broken = _native.password_check(password, policy=self, user_name=user_name)
        return tuple(map(PasswordReason, broken))
