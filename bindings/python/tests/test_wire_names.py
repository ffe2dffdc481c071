"""The classes of Python and the variants of the core are the same, with the same wire names."""

from enum import StrEnum
from typing import get_args

import pytest

from sceau import (
    Language,
    SceauError,
    _errors,
    _native,
    challenge,
    device,
    identifier,
    identity,
    name,
    otp,
    password,
    recovery,
    throttle,
)
from sceau.message import Outcome, Reason

OUTCOMES = {
    "ChallengeOutcome": challenge.ChallengeOutcome,
    "DeliverOutcome": challenge.DeliverOutcome,
    "DeviceOutcome": device.DeviceOutcome,
    "HotpOutcome": otp.HotpOutcome,
    "IssueOutcome": challenge.IssueOutcome,
    "PasswordOutcome": password.PasswordOutcome,
    "RecoveryOutcome": recovery.RecoveryOutcome,
    "ThrottleOutcome": throttle.ThrottleOutcome,
    "TotpOutcome": otp.TotpOutcome,
}

ENUMS: list[type[StrEnum]] = [
    Language,
    challenge.ChallengeChannel,
    challenge.ChallengePurpose,
    identifier.Level,
    identifier.NasKind,
    identifier.NeqKind,
    identifier.SexCode,
    identifier.TypedEdit,
    identifier.TypingState,
    identity.DocumentKind,
    identity.Field,
    identity.IdentityOutcome,
    identity.Verdict,
    name.Difference,
    name.Side,
    otp.OtpAlgorithm,
    otp.OtpReading,
    password.PasswordDigest,
    password.PasswordProfile,
    password.PasswordReason,
    password.RehashReason,
    password.StoredFormat,
]

ERRORS = [
    error
    for error in vars(_errors).values()
    if isinstance(error, type) and issubclass(error, SceauError) and error is not SceauError
]


@pytest.mark.parametrize("kind", OUTCOMES)
def test_every_outcome_of_the_core_is_a_class(kind: str) -> None:
    classes = get_args(OUTCOMES[kind])
    assert [outcome.name for outcome in classes] == _native.wire_names(kind)
    assert {outcome._kind for outcome in classes} == {kind}


@pytest.mark.parametrize("enum", ENUMS)
def test_every_member_of_the_core_is_a_member(enum: type[StrEnum]) -> None:
    assert [member.value for member in enum] == _native.wire_names(enum.__name__)


def test_every_reason_has_two_sentences() -> None:
    kinds = [*OUTCOMES, *(error._kind for error in ERRORS)]
    kinds += [enum.__name__ for enum in ENUMS if issubclass(enum, Reason)]
    for kind in kinds:
        for wire_name in _native.wire_names(kind):
            french, english = (_native.message(kind, wire_name, each) for each in Language)
            assert french != english and french.endswith(".") and english.endswith(".")


def test_every_rule_for_new_passwords_has_two_sentences() -> None:
    for reason in password.PasswordReason:
        finding = password.PasswordFinding(reason, at=0, length=1, number=7)
        french, english = map(finding.message, Language)
        assert french != english and french.endswith(".") and english.endswith(".")
        assert "{" not in french + english
    short = password.PasswordFinding(password.PasswordReason.TOO_SHORT, 0, 1, 15)
    assert short.message(Language.ENGLISH) == "Choose a password of at least 15 characters."


def test_an_outcome_says_its_sentence() -> None:
    wrong = challenge.ChallengeWrong(left=4)
    assert wrong.message(Language.ENGLISH) == "Wrong security code. Attempts left: 4."
    assert isinstance(wrong, Outcome)
    accepted = recovery.RecoveryAccepted(left=7)
    assert accepted.message(Language.ENGLISH) == "The recovery code is accepted. Codes left: 7."


def test_nothing_unknown_is_made_up() -> None:
    for kind, wire_name in (("OtpError", "nonsense"), ("Nonsense", "accepted")):
        with pytest.raises(LookupError):
            _native.message(kind, wire_name, "fr")
    with pytest.raises(ValueError):
        _native.message("OtpError", "otp_period", "de")


def test_every_kind_of_identifier_is_a_class() -> None:
    classes = {found for found in vars(identifier).values() if isinstance(found, type)}
    kinds = {found.kind for found in classes if hasattr(found, "kind")}
    assert kinds == set(_native.identifier_kinds())
