"""The wheel's PBKDF2 against hashlib's, and two threads against one: one run, in turn, as ratios.

A row is the median of five runs, each the median of its pairs; then the least and greatest of the
five, and the quartiles and the range of all pairs. It decides nothing: it prints.
"""

import base64
import hashlib
import ssl
import statistics
import sys
import threading
import time
from collections.abc import Callable
from importlib import metadata

from sceau import password
from sceau.password import CreatePolicy, PasswordAlgorithm

RUNS, PAIRS = 5, 31
TYPED = "Érable-à-sucre"
SALT = b"sel de l'erable!"
ITERATIONS = {PasswordAlgorithm.PBKDF2_SHA256: 20_000, PasswordAlgorithm.PBKDF2_SHA512: 4_000}
# Long enough that starting a thread costs nothing beside it.
THREADED_ITERATIONS = 200_000


def seconds(work: Callable[[], object]) -> float:
    """Returns how long `work` takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def compare(ours: Callable[[], object], theirs: Callable[[], object], pairs: int) -> list[float]:
    """Returns the columns: of the ratios of the time of ours to that of theirs, who begin in turn."""
    ours()
    theirs()
    ratios, medians = list[float](), list[float]()
    for _ in range(RUNS):
        run = list[float]()
        for pair in range(pairs):
            if pair % 2:
                other = seconds(theirs)
                run.append(seconds(ours) / other)
            else:
                mine = seconds(ours)
                run.append(mine / seconds(theirs))
        medians.append(statistics.median(run))
        ratios += run
    lower, _, upper = statistics.quantiles(ratios, n=4, method="inclusive")
    middle = statistics.median(medians)
    return [middle, min(medians), max(medians), lower, upper, min(ratios), max(ratios)]


def row(work: str, peer: str, columns: list[float]) -> None:
    """Prints one row, as `benches/src/peers/table.rs` does."""
    middle, *ends = (f"{column:.3f}" for column in columns)
    runs, quartiles, extremes = ("..".join(ends[i : i + 2]) for i in (0, 2, 4))
    print(f"{work:<15} {peer:<28} {middle:>6}  {runs:<13} {quartiles:<13} {extremes}")


def ours(algorithm: PasswordAlgorithm, iterations: int) -> str:
    """Returns a PHC string."""
    create = CreatePolicy.unchecked_policy(algorithm=algorithm, iterations=iterations)
    return password.hash(TYPED, salt=SALT, create=create)


def against_hashlib(algorithm: PasswordAlgorithm) -> None:
    """Compares one algorithm with hashlib's, after checking that both derive the same key."""
    digest, iterations = algorithm.removeprefix("pbkdf2-"), ITERATIONS[algorithm]

    def theirs() -> bytes:
        return hashlib.pbkdf2_hmac(digest, TYPED.encode(), SALT, iterations)

    key = base64.b64encode(theirs()).decode().rstrip("=")
    if not ours(algorithm, iterations).endswith(f"${key}"):
        sys.exit(f"hashlib derives another key with {digest}")
    # A module of the interpreter that is linked with OpenSSL has the same version as ssl.
    peer = " ".join(["hashlib,", *ssl.OPENSSL_VERSION.split()[:2]])
    name = digest.upper().replace("SHA", "PBKDF2-SHA-")
    row(name, peer, compare(lambda: ours(algorithm, iterations), theirs, PAIRS))


def in_two_threads() -> None:
    """Compares the work of two threads in the time of one: 2 where both run at once."""
    algorithm = PasswordAlgorithm.PBKDF2_SHA256

    def one() -> None:
        ours(algorithm, THREADED_ITERATIONS)

    def both() -> None:
        threads = [threading.Thread(target=one) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    row("two threads", "work done by one thread", [2 * x for x in compare(one, both, 7)])


print(f"From Python {sys.version.split()[0]}, sceau {metadata.version('sceau')}:")
for each in PasswordAlgorithm:
    against_hashlib(each)
in_two_threads()
