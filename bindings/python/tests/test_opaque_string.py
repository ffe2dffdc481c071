"""Passwords are prepared as `precis_i18n` prepares them: RFC 8265's OpaqueString, all of Unicode.

The core knows Unicode 18.0, the peer what Python's `unicodedata` does (14.0 with Python 3.11). A
text may differ only by a character that Python does not know yet.
"""

import base64
import hashlib
import os
import random
import sys
import unicodedata
from collections.abc import Iterable

from precis_i18n import get_profile

from sceau import password
from sceau.password import CreatePolicy, PasswordAlgorithm, PasswordError

SEED = os.environ.get("SCEAU_SEED") or os.urandom(8).hex()
SALT = bytes(16)
CREATE = CreatePolicy.unchecked_policy(algorithm=PasswordAlgorithm.PBKDF2_SHA256, iterations=1)
OPAQUE_STRING = get_profile("OpaqueString")
SCALARS = [chr(c) for c in range(sys.maxunicode + 1) if not 0xD800 <= c < 0xE000]


def hashed(typed: str) -> str | None:
    """The hash of what the core prepares, or None if it refuses the text."""
    try:
        return password.hash(typed, salt=SALT, create=CREATE)
    except PasswordError as reason:
        expected = {"password_control", "password_disallowed", "password_unnormalizable"}
        assert reason.reason in expected, ascii(typed)
        return None


def expected(typed: str) -> str | None:
    """The same by the peer and hashlib."""
    try:
        prepared = OPAQUE_STRING.enforce(typed)
    except UnicodeEncodeError:
        return None
    key = hashlib.pbkdf2_hmac("sha256", prepared.encode(), SALT, 1)
    salt, digest = (base64.b64encode(part).decode().rstrip("=") for part in (SALT, key))
    return f"$pbkdf2-sha256$i=1${salt}${digest}"


def is_known(typed: str) -> bool:
    return all(unicodedata.category(c) != "Cn" for c in typed)


def compared(texts: Iterable[str]) -> tuple[int, int, int]:
    """Counts the texts allowed by both, refused by both, and allowed by the newer Unicode."""
    allowed = refused = newer = 0
    for typed in texts:
        ours, theirs = hashed(typed), expected(typed)
        if ours == theirs:
            allowed += ours is not None
            refused += ours is None
        else:
            newer += 1
            assert theirs is None and not is_known(typed), ascii(typed)
    return allowed, refused, newer


def test_every_scalar_is_prepared_alike() -> None:
    allowed, refused, newer = compared(SCALARS)
    print(f"{allowed} allowed, {refused} refused, {newer} newer than Python's Unicode")
    assert allowed + newer > 170_000 and refused > 900_000
    if unicodedata.unidata_version == "14.0.0":
        assert newer == 28_104


def test_random_texts_are_prepared_alike() -> None:
    print(f"SCEAU_SEED={SEED}")
    rng = random.Random(SEED)
    digits = [*range(0x660, 0x66A), *range(0x6F0, 0x6FA)]
    placed = "".join(map(chr, [0x200C, 0x200D, 0xB7, 0x375, 0x387, 0x5F3, 0x5F4, 0x30FB, *digits]))
    pools = [
        [chr(c) for c in range(0x600, 0x780)] + list(placed * 4),
        [chr(c) for c in range(0x900, 0xE00)] + list(placed * 8),
        [chr(c) for c in [*range(0x1100, 0x1200), *range(0xAC00, 0xAC60)]],
        [*"laαωאבカあ漢é\u0301\u3000", *placed],
        [c for c in SCALARS if unicodedata.category(c) not in {"Cn", "Cc", "Co"}],
    ]
    texts = ("".join(rng.choices(rng.choice(pools), k=rng.randint(1, 6))) for _ in range(50_000))
    allowed, refused, _ = compared(texts)
    assert allowed > 10_000 and refused > 5_000


def test_a_text_that_is_canonically_the_same_has_the_same_hash() -> None:
    for typed in ("한국어", "Ệlise", "ΐώ", "ש\u05bc\u05c1\u05b4", "क़"):
        forms = {hashed(unicodedata.normalize(form, typed)) for form in ("NFC", "NFD")}
        assert forms == {hashed(typed)} != {None}
