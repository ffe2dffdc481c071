"""The wheel's PBKDF2 against hashlib's, and two threads against one: one run, in turn, as ratios.

The columns are those of `benches/src/peers/table.rs`. It decides nothing: it prints.
"""

import hashlib
import ssl
import sys
import threading
from collections.abc import Callable
from importlib import metadata

from pairs import compare, row

from sceau import password
from sceau.password import (
    AcceptPolicy,
    CreatePolicy,
    IterationRange,
    PasswordMatchRehash,
    StoredFormat,
)

THREADED_PAIRS = 21
TYPED = "Érable-à-sucre"
SALT = "sel-de-l-erable!"
ITERATIONS = {"sha1": 8_000, "sha256": 8_000, "sha512": 2_000}
# Long enough that starting a thread costs nothing beside it.
THREADED_ITERATIONS = 200_000

RANGE = IterationRange(min=1_000)
ACCEPT = AcceptPolicy(
    formats={StoredFormat.WERKZEUG}, sha1=RANGE, sha256=RANGE, sha512=RANGE
)
# A match costs what its own hash costs; this is more, so that the format is a reason to rehash.
CREATE = CreatePolicy()


def derived(digest: str, iterations: int) -> bytes:
    """Returns hashlib's key."""
    return hashlib.pbkdf2_hmac(digest, TYPED.encode(), SALT.encode(), iterations)


def verification(digest: str, iterations: int) -> Callable[[], None]:
    """Returns the verification of the stored hash that holds hashlib's key; it must match."""
    key = derived(digest, iterations).hex()
    stored = f"pbkdf2:{digest}:{iterations}${SALT}${key}"

    def verify() -> None:
        outcome = password.verify(TYPED, stored=stored, accept=ACCEPT, create=CREATE)
        if not isinstance(outcome, PasswordMatchRehash):
            sys.exit(f"hashlib derives another key with {digest}")

    return verify


def against_hashlib(digest: str) -> None:
    """Compares verifying with deriving the same key."""
    iterations = ITERATIONS[digest]
    # The interpreter's hashlib and its ssl are linked with one OpenSSL.
    peer = " ".join(["hashlib,", *ssl.OPENSSL_VERSION.split()[:2]])
    ours = verification(digest, iterations)
    row(f"PBKDF2, {digest}", peer, compare(ours, lambda: derived(digest, iterations)))


def in_two_threads() -> None:
    """Compares the work of two threads with that of one in the same time: 2 is twice as much."""
    one = verification("sha256", THREADED_ITERATIONS)

    def both() -> None:
        threads = [threading.Thread(target=one) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    work = [2 * ratio for ratio in compare(one, both, THREADED_PAIRS)]
    row("PBKDF2, sha256", "(one thread: work of two)", work)


print(f"From Python {sys.version.split()[0]}, sceau {metadata.version('sceau')}:")
for each in ITERATIONS:
    against_hashlib(each)
in_two_threads()
