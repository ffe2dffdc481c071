"""Answers to security questions, of estates that still have them: clicSÉQUR's secret questions.

Not for anything new: what an answer says is found in a register, in a social network or by asking,
and NIST SP 800-63B-4 (section 3.1.1.2) forbids to ask for one. They are here so that an old account
can be recovered once, and its owner given something better.

An answer is compared up to case, accents and typography: « Saint-Étienne » is `saint etienne`.
Letters of other scripts lose case and accents, digits and symbols stay. Hashing and verifying let
other threads run.
"""

from sceau import _native
from sceau._errors import PasswordError
from sceau._input import Buffer, TextOrBytes, random_bytes
from sceau.message import Language
from sceau.password import (
    AcceptPolicy,
    CreatePolicy,
    PasswordOutcome,
    PasswordVerifier,
    Peppers,
    StoredPassword,
)

__all__ = ["hash", "message", "verify", "verify_absent"]

_ACCEPT = AcceptPolicy()
_CREATE = CreatePolicy()
_NO_PEPPERS = Peppers()
_STEP = 20_000


def hash(
    answer: TextOrBytes,
    *,
    create: CreatePolicy = _CREATE,
    peppers: Peppers = _NO_PEPPERS,
    salt: Buffer | None = None,
) -> str:
    """Returns the PHC string to store, to replace the hash of an old estate.

    The answer has at most 512 bytes of UTF-8. The salt is 16 bytes of `os.urandom`. Raises
    `PasswordError`: `password_empty` also if nothing is left but spaces and punctuation.
    """
    return _native.answer_hash(
        answer, salt=random_bytes(salt, 16), create=create, peppers=peppers
    )


def verify(
    answer: TextOrBytes,
    *,
    stored: StoredPassword,
    accept: AcceptPolicy = _ACCEPT,
    create: CreatePolicy = _CREATE,
    peppers: Peppers = _NO_PEPPERS,
) -> PasswordOutcome:
    """Verifies an answer against a stored hash.

    A PHC string of PBKDF2 is one of `hash`'s. A hash of another system is tried with the text as it
    was typed, then as a password is prepared, then as an answer is; a match asks for a new hash.
    Raises `PasswordError`. Whatever is wrong with the stored hash, run `verify_absent` before
    answering.
    """
    return _run(
        _native.Verifier.begin_answer(
            answer, stored=stored, accept=accept, create=create, peppers=peppers
        )
    )


def verify_absent(answer: TextOrBytes, *, create: CreatePolicy = _CREATE) -> PasswordOutcome:
    """Does the work of `verify` for an account that does not exist: a mismatch.

    Raises `PasswordError`, as for an account that exists.
    """
    return _run(_native.Verifier.begin_answer_absent(answer, create=create))


def _run(begun: _native.Verifier) -> PasswordOutcome:
    """Goes on to the end, in steps, between which Python looks for Ctrl-C."""
    with PasswordVerifier(begun) as verifier:
        while verifier.step(_STEP).left > 0:
            pass
        return verifier.finish()


def message(reason: PasswordOutcome | PasswordError, language: Language) -> str:
    """Returns the sentence that says a reason to a person, of an answer in place of a password."""
    name = reason.reason if isinstance(reason, PasswordError) else reason.name
    return _native.answer_message(name, language)
