"""What only Python adds to answers: sentences, the system's salt."""

import pytest

from sceau import Language, answer
from sceau.password import (
    AcceptPolicy,
    CreatePolicy,
    PasswordAlgorithm,
    PasswordError,
    PasswordMatch,
    PasswordMismatch,
)

CREATE = CreatePolicy.unchecked_policy(algorithm=PasswordAlgorithm.PBKDF2_SHA256, iterations=10)


def test_every_sentence_is_about_an_answer() -> None:
    with pytest.raises(PasswordError) as empty:
        answer.hash("?!", create=CREATE)
    assert answer.message(empty.value, Language.ENGLISH) == (
        "Enter an answer with at least one letter or digit."
    )
    assert answer.message(PasswordMismatch(), Language.FRENCH) == "La réponse est inexacte."
    assert answer.message(PasswordMatch(), Language.ENGLISH) == "The answer is right."


def test_every_salt_is_another() -> None:
    first, second = (answer.hash("Saint-Étienne", create=CREATE) for _ in range(2))
    assert first != second
    assert answer.verify_absent("Saint-Étienne", create=CREATE) == PasswordMismatch()


def test_an_answer_verifies_as_it_is_written_otherwise() -> None:
    stored = answer.hash("Saint-Étienne")
    accept = AcceptPolicy()
    assert answer.verify("saint etienne", stored=stored, accept=accept) == PasswordMatch()
    assert answer.verify("Saint-Eustache", stored=stored, accept=accept) == PasswordMismatch()
