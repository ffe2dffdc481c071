"""What is stored of a password: a string that says itself how it was made, or its parts."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from sceau import _native
from sceau._input import Buffer, TextOrBytes


class StoredFormat(StrEnum):
    """A format of stored hashes. Only PHC strings of PBKDF2 are ever written."""

    PHC = "phc"
    """PHC strings of PBKDF2: `$pbkdf2-sha256$i=600000$salt$hash`."""
    DJANGO = "django"
    """Django's `pbkdf2_sha256$N$salt$hash`, and `pbkdf2_sha1`."""
    DJANGO_SHA1 = "django_sha1"
    """Django's oldest: `sha1$salt$hash`, a salted digest."""
    PASSLIB = "passlib"
    """passlib's and libpass's `$pbkdf2-sha256$N$salt$hash`; of SHA-1, `$pbkdf2$`."""
    WERKZEUG = "werkzeug"
    """Werkzeug's `pbkdf2:sha256:N$salt$hash`, of Flask."""
    LDAP_PBKDF2 = "ldap_pbkdf2"
    """LDAP's `{PBKDF2-SHA256}N$salt$hash`, as OpenLDAP or 389 Directory Server writes it."""
    LDAP_SALTED = "ldap_salted"
    """LDAP's salted digests: `{SSHA}`, `{SSHA256}`, `{SSHA512}`."""
    ASPNET_V2 = "aspnet_v2"
    """ASP.NET Identity, version 2: 1,000 iterations of SHA-1."""
    ASPNET_V3 = "aspnet_v3"
    """ASP.NET Identity, version 3."""
    SPRING = "spring"
    """Spring Security's `Pbkdf2PasswordEncoder`, whose strings do not say how they were made."""
    KEYCLOAK = "keycloak"
    """Keycloak's two JSON values."""
    ARGON2ID = "argon2id"
    """PHC strings of Argon2id."""


class PasswordDigest(StrEnum):
    """A hash function under a stored password. SHA-1 is read and never written."""

    SHA1 = "sha1"
    SHA256 = "sha256"
    SHA512 = "sha512"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SpringParameters:
    """How Spring Security's `Pbkdf2PasswordEncoder` was set up. Its `repr` shows the type only."""

    digest: PasswordDigest
    iterations: int
    salt_bytes: int
    """The bytes of salt: the rest is the key."""
    secret: Buffer = b""
    """The encoder's secret, at most 112 bytes; usually none."""

    def __post_init__(self) -> None:
        _native.spring_parameters(self)

    @staticmethod
    def v5_8(*, secret: Buffer = b"") -> "SpringParameters":
        """Returns the defaults of Spring Security 5.8 and later: 310,000 iterations of SHA-256."""
        return _spring(_V5_8, secret)

    @staticmethod
    def v5_5(*, secret: Buffer = b"") -> "SpringParameters":
        """Returns the defaults until Spring Security 5.5: 185,000 iterations of SHA-1."""
        return _spring(_V5_5, secret)

    def __repr__(self) -> str:
        return "SpringParameters(..)"


_V5_8, _V5_5 = _native.spring_defaults()


def _spring(defaults: tuple[str, int, int], secret: Buffer) -> SpringParameters:
    digest, iterations, salt_bytes = defaults
    return SpringParameters(
        digest=PasswordDigest(digest), iterations=iterations, salt_bytes=salt_bytes, secret=secret
    )


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class StoredSpring:
    """A string of Spring Security's `Pbkdf2PasswordEncoder`, and how that was set up.

    Its `repr` shows the type only.
    """

    hash: TextOrBytes
    """Hexadecimal, without a delegating encoder's `{id}`."""
    parameters: SpringParameters

    def __repr__(self) -> str:
        return "StoredSpring(..)"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class StoredKeycloak:
    """Two columns of Keycloak's table `credential`, as they are. Its `repr` shows the type only."""

    credential_data: TextOrBytes
    """A JSON object with `hashIterations` and `algorithm`."""
    secret_data: TextOrBytes
    """A JSON object with `value` and `salt`."""

    def __repr__(self) -> str:
        return "StoredKeycloak(..)"


StoredPassword: TypeAlias = TextOrBytes | StoredSpring | StoredKeycloak
"""What is stored of a password: a string that says itself how it was made, or its parts."""
