"""What may still log in, what may be newly made, and the peppers."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from sceau import _native
from sceau._native import ServiceKey
from sceau._password_stored import StoredFormat


class PasswordAlgorithm(StrEnum):
    """The algorithm of a hash, as a PHC string names it."""

    PBKDF2_SHA256 = "pbkdf2-sha256"
    PBKDF2_SHA512 = "pbkdf2-sha512"

    @property
    def recommended_iterations(self) -> int:
        """What OWASP's Password Storage Cheat Sheet recommends: 600,000 and 220,000."""
        return _native.recommended_iterations(self)


_FORMATS, _ITERATIONS, _MIN_SALT_BYTES, _MIN_KEY_BYTES = _native.accept_defaults()
_MAX_MEMORY_KIB, _MAX_PASSES, _MAX_LANES = _native.argon2_defaults()


@dataclass(frozen=True, slots=True, kw_only=True)
class IterationRange:
    """From how many iterations to how many."""

    min: int = _ITERATIONS[0]
    """The fewest, 1,000 or more."""
    max: int = _ITERATIONS[1]
    """The most, 10,000,000 or fewer: a planted hash must not keep the machine busy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Argon2Limits:
    """The most of everything that an Argon2id hash may ask for, before any memory is touched."""

    max_memory_kib: int = _MAX_MEMORY_KIB
    """The most working memory in KiB, 8 to 1,048,576."""
    max_passes: int = _MAX_PASSES
    """The most passes over it, 1 to 64."""
    max_lanes: int = _MAX_LANES
    """The most lanes, 1 to 64."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptPolicy:
    """Which stored hashes may still log in. What is outside is an error, never a wrong password.

    Raises `PasswordError` (`iterations`, `salt_length`, `key_length`, `argon2_limits`).
    """

    formats: Set[StoredFormat] = frozenset(map(StoredFormat, _FORMATS))
    """The formats that are accepted: by default PHC strings of PBKDF2 only.

    One whose cost is fixed (`DJANGO_SHA1`, `LDAP_SALTED`, `ASPNET_V2`) is accepted by its name.
    """
    sha1: IterationRange = IterationRange()
    """The iterations of PBKDF2-HMAC-SHA-1, which only legacy formats have."""
    sha256: IterationRange = IterationRange()
    """The iterations of PBKDF2-HMAC-SHA-256."""
    sha512: IterationRange = IterationRange()
    """The iterations of PBKDF2-HMAC-SHA-512."""
    min_salt_bytes: int = _MIN_SALT_BYTES
    """The shortest salt, 8 or more."""
    min_key_bytes: int = _MIN_KEY_BYTES
    """The shortest key, 16 or more."""
    argon2: Argon2Limits = Argon2Limits()
    """The most that Argon2id may ask for."""
    require_pepper: bool = False
    """Whether a hash without a pepper is refused: who can write to the database could plant one.

    Turn it on once every hash has been made again.
    """
    unchecked: ClassVar[bool] = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "formats", frozenset(map(StoredFormat, self.formats)))
        _native.accept_policy(self)

    @staticmethod
    def unchecked_policy(
        *,
        formats: Set[StoredFormat] = frozenset(map(StoredFormat, _FORMATS)),
        sha1: IterationRange = IterationRange(),
        sha256: IterationRange = IterationRange(),
        sha512: IterationRange = IterationRange(),
        min_salt_bytes: int = _MIN_SALT_BYTES,
        min_key_bytes: int = _MIN_KEY_BYTES,
        argon2: Argon2Limits = Argon2Limits(),
        require_pepper: bool = False,
    ) -> "AcceptPolicy":
        """Takes any numbers: for published test vectors, and for a migration that knows why."""
        return _UncheckedAcceptPolicy(
            formats=formats,
            sha1=sha1,
            sha256=sha256,
            sha512=sha512,
            min_salt_bytes=min_salt_bytes,
            min_key_bytes=min_key_bytes,
            argon2=argon2,
            require_pepper=require_pepper,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Peppers:
    """The peppers of a service, each derived from a service key, whose id stands in the hash.

    A stolen database cannot be guessed at without them.
    """

    current: ServiceKey | None = None
    """The key of new hashes; `None` for none."""
    retired: Sequence[ServiceKey] = ()
    """The keys that old hashes still name: those are verified, and then to be made again."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "retired", tuple(self.retired))
        _native.password_peppers(self)
