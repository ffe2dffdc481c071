"""What other systems store, made by their own software: Django, Werkzeug, libpass, argon2-cffi,
OpenLDAP. The passwords are random; a failure prints the seed, which SCEAU_SEED repeats.
"""

import random
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import argon2
import passlib.hash  # type: ignore[import-untyped]
import pytest
from django.conf import settings  # type: ignore[import-untyped]
from django.contrib.auth import hashers  # type: ignore[import-untyped]
from werkzeug.security import generate_password_hash

from people import CREATE, raising
from sceau import password
from sceau.password import (
    AcceptPolicy,
    IterationRange,
    PasswordError,
    PasswordMatchRehash,
    PasswordMismatch,
    RehashReason,
    StoredFormat,
)

Make = Callable[[str, random.Random], str]

# What scripts/setup/openldap.sh unpacks.
SLAPPASSWD = Path(__file__).resolve().parents[3] / "build" / "openldap" / "slappasswd"
LETTERS = ["aZ09 -.$éÀœßŸ’€", "ЖдёїЯЩ", "🍁🦫🎿", "Ωλ漢字あ한"]
SALT = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


# Django keeps its oldest hasher until 5.0, and says so.
pytestmark = pytest.mark.filterwarnings("ignore:.*SHA1PasswordHasher is deprecated")
settings.configure()


def random_password(rng: random.Random) -> str:
    """Returns French, Cyrillic or any letters and emoji, half of the time decomposed (NFD)."""
    letters = "".join(rng.sample(LETTERS, rng.randint(1, len(LETTERS))))
    typed = "".join(rng.choices(letters, k=rng.randint(1, 40)))
    return unicodedata.normalize(rng.choice(["NFC", "NFD"]), typed)


def django_hasher(hasher: type[hashers.BasePasswordHasher]) -> Make:
    def make(typed: str, rng: random.Random) -> str:
        salt = "".join(rng.choices(SALT, k=rng.randint(8, 22)))
        if issubclass(hasher, hashers.PBKDF2PasswordHasher):
            return str(hasher().encode(typed, salt, iterations=rng.randint(1, 2_000)))
        return str(hasher().encode(typed, salt))

    return make


class Argon2OfDjango(hashers.Argon2PasswordHasher):  # type: ignore[misc]
    """Django's, quicker."""

    memory_cost, time_cost, parallelism = 64, 1, 2


def libpass(hasher: str) -> Make:
    def make(typed: str, rng: random.Random) -> str:
        handler = getattr(passlib.hash, hasher)
        options = {"salt_size": rng.randint(8, 16)} if "salt_size" in handler.setting_kwds else {}
        if "rounds" in handler.setting_kwds:
            options["rounds"] = rng.randint(1, 2_000)
        return str(handler.using(**options).hash(typed))

    return make


def werkzeug(digest: str) -> Make:
    def make(typed: str, rng: random.Random) -> str:
        method = f"pbkdf2:{digest}:{rng.randint(1, 2_000)}"
        return generate_password_hash(typed, method=method, salt_length=rng.randint(8, 24))

    return make


def argon2_cffi(typed: str, rng: random.Random) -> str:
    return argon2.PasswordHasher(
        time_cost=rng.randint(1, 3),
        memory_cost=rng.randint(64, 512),
        parallelism=rng.randint(1, 4),
        hash_len=rng.randint(16, 64),
        salt_len=rng.randint(8, 32),
    ).hash(typed)


def slappasswd(scheme: str, module: str = "") -> Make:
    """Debian's OpenLDAP; `module` is what makes the scheme, if it is none of slapd's own."""
    load = ["-o", f"module-load={module}"] if module else []
    command = [str(SLAPPASSWD), *load, "-n", "-h", f"{{{scheme}}}", "-T", "/dev/stdin"]

    def make(typed: str, rng: random.Random) -> str:
        made = subprocess.run(command, input=typed.encode(), check=True, capture_output=True)
        return made.stdout.decode()

    return make


PEERS: dict[str, tuple[StoredFormat, Make]] = {
    "Django PBKDF2": (StoredFormat.DJANGO, django_hasher(hashers.PBKDF2PasswordHasher)),
    "Django PBKDF2SHA1": (StoredFormat.DJANGO, django_hasher(hashers.PBKDF2SHA1PasswordHasher)),
    "Django SHA1": (StoredFormat.DJANGO_SHA1, django_hasher(hashers.SHA1PasswordHasher)),
    "Django Argon2": (StoredFormat.ARGON2ID, django_hasher(Argon2OfDjango)),
    "libpass django_pbkdf2_sha256": (StoredFormat.DJANGO, libpass("django_pbkdf2_sha256")),
    "libpass django_salted_sha1": (StoredFormat.DJANGO_SHA1, libpass("django_salted_sha1")),
    "libpass pbkdf2_sha1": (StoredFormat.PASSLIB, libpass("pbkdf2_sha1")),
    "libpass pbkdf2_sha256": (StoredFormat.PASSLIB, libpass("pbkdf2_sha256")),
    "libpass pbkdf2_sha512": (StoredFormat.PASSLIB, libpass("pbkdf2_sha512")),
    "libpass ldap_pbkdf2_sha1": (StoredFormat.LDAP_PBKDF2, libpass("ldap_pbkdf2_sha1")),
    "libpass ldap_pbkdf2_sha256": (StoredFormat.LDAP_PBKDF2, libpass("ldap_pbkdf2_sha256")),
    "libpass ldap_pbkdf2_sha512": (StoredFormat.LDAP_PBKDF2, libpass("ldap_pbkdf2_sha512")),
    "libpass ldap_salted_sha1": (StoredFormat.LDAP_SALTED, libpass("ldap_salted_sha1")),
    "libpass ldap_salted_sha256": (StoredFormat.LDAP_SALTED, libpass("ldap_salted_sha256")),
    "libpass ldap_salted_sha512": (StoredFormat.LDAP_SALTED, libpass("ldap_salted_sha512")),
    "Werkzeug sha1": (StoredFormat.WERKZEUG, werkzeug("sha1")),
    "Werkzeug sha256": (StoredFormat.WERKZEUG, werkzeug("sha256")),
    "Werkzeug sha512": (StoredFormat.WERKZEUG, werkzeug("sha512")),
    "argon2-cffi": (StoredFormat.ARGON2ID, argon2_cffi),
    "slappasswd SSHA": (StoredFormat.LDAP_SALTED, slappasswd("SSHA")),
    "slappasswd SSHA256": (StoredFormat.LDAP_SALTED, slappasswd("SSHA256", "pw-sha2.so")),
    "slappasswd SSHA512": (StoredFormat.LDAP_SALTED, slappasswd("SSHA512", "pw-sha2.so")),
    "slappasswd PBKDF2": (StoredFormat.LDAP_PBKDF2, slappasswd("PBKDF2", "pw-pbkdf2.so")),
    "slappasswd PBKDF2-SHA1": (
        StoredFormat.LDAP_PBKDF2,
        slappasswd("PBKDF2-SHA1", "pw-pbkdf2.so"),
    ),
    "slappasswd PBKDF2-SHA256": (
        StoredFormat.LDAP_PBKDF2,
        slappasswd("PBKDF2-SHA256", "pw-pbkdf2.so"),
    ),
    "slappasswd PBKDF2-SHA512": (
        StoredFormat.LDAP_PBKDF2,
        slappasswd("PBKDF2-SHA512", "pw-pbkdf2.so"),
    ),
}


@pytest.mark.parametrize("peer", PEERS)
def test_what_the_peer_stores_is_verified(peer: str, rng: random.Random) -> None:
    stored_format, make = PEERS[peer]
    few = IterationRange(min=1, max=10_000)
    accept = AcceptPolicy.unchecked_policy(
        formats={stored_format}, sha1=few, sha256=few, sha512=few, min_salt_bytes=4
    )
    others = AcceptPolicy.unchecked_policy(
        formats=set(StoredFormat) - {stored_format}, sha1=few, sha256=few, sha512=few
    )
    for typed in passwords(rng):
        stored = make(typed, rng)

        def verified(typed: str, accept: AcceptPolicy = accept) -> object:
            return password.verify(typed, stored=stored, accept=accept, create=CREATE)

        composed = unicodedata.normalize("NFC", typed)
        why = RehashReason.FORMAT if typed == composed else RehashReason.TEXT
        assert verified(typed) == PasswordMatchRehash(why=why), ascii((typed, stored))
        if typed == composed:
            decomposed = unicodedata.normalize("NFD", typed)
            assert verified(decomposed) == PasswordMatchRehash(why=RehashReason.FORMAT)
        assert verified(typed + "x") == PasswordMismatch()
        assert verified(typed[:-1] + "\N{SNOWMAN}") == PasswordMismatch()
        error = raising(PasswordError, verified, typed, others)
        assert error.reason == "hash_outside_accept_policy"


def passwords(rng: random.Random) -> Iterator[str]:
    yield "É" * 40
    yield unicodedata.normalize("NFD", "Érable-à-sucre")
    for _ in range(8):
        yield random_password(rng)
