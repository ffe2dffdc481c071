"""Stored passwords: PBKDF2 as PHC strings, verified under two policies; rules for new ones.

What may still log in (the accept policy) and what may be newly made (the create policy) are two
questions: a hash that is weak, old or odd is never silently a wrong password. Hashes of other
systems are read, each format switched on by name in the accept policy, and never written. Hashing
and verifying let other threads run, and verifying can be cut into steps (`PasswordVerifier`).
"""

import time
from collections.abc import Callable

from sceau import _native
from sceau._errors import PasswordError, PasswordPolicyError
from sceau._input import Buffer, TextOrBytes, random_bytes
from sceau._password_outcome import (
    PasswordMatch,
    PasswordMatchRehash,
    PasswordMismatch,
    PasswordOutcome,
    RehashReason,
)
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
from sceau._password_verifier import PasswordProgress, PasswordVerifier

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
    "PasswordProgress",
    "PasswordReason",
    "PasswordRules",
    "PasswordVerifier",
    "Peppers",
    "RehashReason",
    "SpringParameters",
    "StoredFormat",
    "StoredKeycloak",
    "StoredPassword",
    "StoredSpring",
    "calibrate",
    "hash",
    "verify",
    "verify_absent",
]


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
    progress: Callable[[PasswordProgress], object] | None = None,
) -> PasswordOutcome:
    """Verifies a password against a stored hash.

    `progress` is called some thirty times; an exception in it, or Ctrl-C, gives up. Raises
    `PasswordError`. Whatever is wrong with the stored hash, run `verify_absent` before answering.
    """
    with PasswordVerifier.begin(
        password, stored=stored, accept=accept, create=create, peppers=peppers
    ) as verifier:
        return _run(verifier, progress)


def verify_absent(
    password: TextOrBytes,
    *,
    create: CreatePolicy = _CREATE,
    progress: Callable[[PasswordProgress], object] | None = None,
) -> PasswordOutcome:
    """Does the work of `verify` for an account that does not exist: a mismatch.

    Raises `PasswordError`, as for an account that exists.
    """
    with PasswordVerifier.begin_absent(password, create=create) as verifier:
        return _run(verifier, progress)


def _run(
    verifier: PasswordVerifier, progress: Callable[[PasswordProgress], object] | None
) -> PasswordOutcome:
    """Goes on to the end, in steps, between which Python looks for Ctrl-C."""
    while True:
        come = verifier.step(_STEP)
        if progress is not None:
            progress(come)
        if come.left == 0:
            return verifier.finish()


def calibrate(
    target_s: float,
    *,
    algorithm: PasswordAlgorithm = PasswordAlgorithm.PBKDF2_SHA256,
    clock_ns: Callable[[], int] = time.perf_counter_ns,
) -> int:
    """Measures this machine, and returns how many iterations make a verification last so long.

    The recommended figure at the least, 10,000,000 at the most. It is a measurement, for an
    operator to look at and to write into a configuration: it differs from run to run, and is not
    for a start-up script. The fastest of a few steps counts.
    """
    with PasswordVerifier.begin_absent("x", create=CreatePolicy(algorithm=algorithm)) as verifier:
        taken_ns = min(_step_ns(verifier, clock_ns) for _ in range(6))
    return _native.calibrated_iterations(
        algorithm, done=_STEP, taken_ns=taken_ns, target_ns=int(target_s * 1e9)
    )


def _step_ns(verifier: PasswordVerifier, clock_ns: Callable[[], int]) -> int:
    begun_ns = clock_ns()
    verifier.step(_STEP)
    return clock_ns() - begun_ns


_STEP = 20_000
"""The iterations of a step, a few milliseconds."""
