"""The wheel's HOTP against pyotp's: one run, in turn, as ratios.

The columns are those of `benches/src/peers/table.rs`. It decides nothing: it prints.
"""

import sys
from collections.abc import Callable
from importlib import metadata

import pyotp
from pairs import compare, row

from sceau.otp import Hotp, OtpSecret

KEY = b"12345678901234567890"
TEXT = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
CODES = 200

# Both keep the key, and both absorb it again for each code.
HOTP, SECRET = Hotp(look_ahead=0), OtpSecret(KEY)
PREPARED = HOTP.prepare(SECRET)
PEER = pyotp.HOTP(TEXT)


def from_key(counter: int) -> str:
    """Returns a code from the key."""
    return HOTP.code(SECRET, counter=counter).compact


def prepared(counter: int) -> str:
    """Returns a code from the prepared key."""
    return PREPARED.code(counter=counter).compact


def codes(code: Callable[[int], str]) -> Callable[[], None]:
    """Returns the work of making many codes."""

    def make() -> None:
        for counter in range(CODES):
            code(counter)

    return make


for each in range(CODES):
    if not from_key(each) == prepared(each) == PEER.at(each):
        sys.exit("pyotp makes another code")

name = f"pyotp {metadata.version('pyotp')}"
row("HOTP, key", name, compare(codes(from_key), codes(PEER.at)))
row("HOTP, prepared", name, compare(codes(prepared), codes(PEER.at)))
