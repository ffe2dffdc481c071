"""What the binding refuses: wrong types, numbers out of range, text that is none."""

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from typing import Any

import pytest

from families import KINDS
from people import BINDING, KEY, NAM, NOW, PASSWORD, SECRET, TODAY, raising
from sceau import ServiceKey, SceauError, identity, password
from sceau.challenge import Challenge, ChallengeBinding, ChallengePolicy, ChallengePolicyError
from sceau.device import Device, DevicePolicy, DevicePolicyError, selector_of
from sceau.identifier import (
    BirthDate,
    ClicsequrUserCode,
    EmailAddress,
    IdentifierError,
    LicenceReference,
    Nam,
    Nas,
    PostalSecret,
    TemporaryAccessCode,
    Username,
)
from sceau.name import (
    Difference,
    NamePolicy,
    PersonNameError,
    compare,
    distance,
    fold,
    fold_icao,
    matches_icao,
)
from sceau.otp import Hotp, OtpError, OtpSecret, Totp, TotpMalformed
from sceau.password import (
    AcceptPolicy,
    Argon2Limits,
    CreatePolicy,
    IterationRange,
    PasswordContext,
    PasswordError,
    PasswordPolicy,
    PasswordPolicyError,
    PasswordProfile,
)
from sceau.state import ServiceKeyError
from sceau.throttle import Throttle, ThrottlePolicy, ThrottlePolicyError

MEBIBYTE = 1 << 20
TOTP = Totp()
HOTP = Hotp(look_ahead=0)
POLICY_ERRORS = (
    ChallengePolicyError,
    DevicePolicyError,
    ThrottlePolicyError,
    PasswordError,
    OtpError,
)
OPAQUE = {LicenceReference, ClicsequrUserCode, PostalSecret, TemporaryAccessCode}


# Types


@pytest.mark.parametrize("wrong", [None, 7, 1.5, [], object()], ids=str)
@pytest.mark.parametrize(
    "call",
    [
        lambda it: ServiceKey(it, key_id=1),
        lambda it: OtpSecret(it),
        lambda it: password.hash(it),
        lambda it: it_is_no_salt(it),
        lambda it: password.verify("Érable-à-sucre", stored=it),
        lambda it: password.verify_absent(it),
        lambda it: PasswordProfile.SAG_2024.policy.check(it),
        lambda it: TOTP.verify(it, secret=SECRET, now=NOW, last=None),
        lambda it: TOTP.verify("123456", secret=it, now=NOW, last=None),
        lambda it: Challenge(it),
        lambda it: Challenge.issue(None, key=it, binding=BINDING, now=NOW),
        lambda it: Challenge.issue(None, key=KEY, binding=it, now=NOW),
        lambda it: Throttle.begin(None, key=KEY, subject=it, now=NOW),
        lambda it: Device.remember(key=it, user="eseraphin"),
        lambda it: Device.remember(key=KEY, user=it),
        lambda it: selector_of(it),
        lambda it: Nam.parse(it),
        lambda it: fold(it),
        lambda it: fold_icao(it),
        lambda it: matches_icao(it, "Élise"),
        lambda it: matches_icao("ELISE", it),
        lambda it: compare("Élise", it),
        lambda it: distance("Élise", it),
        lambda it: it_is_no_document(it),
    ],
)
def test_a_wrong_type_is_a_type_error(call: Callable[[Any], object], wrong: Any) -> None:
    # What has no such field is not asked further: as Python's own, an attribute error.
    with pytest.raises((TypeError, AttributeError)):
        call(wrong)


def it_is_no_salt(it: Any) -> object:
    salt: Any = 7 if it is None else it
    return password.hash(PASSWORD, salt=salt)


def it_is_no_document(it: Any) -> object:
    document = identity.Document(
        kind=identity.DocumentKind.FORM, surname=it, given_name="Élise"
    )
    return check_documents([document])


def check_documents(documents: Any) -> identity.Report:
    return identity.check(
        documents,
        nam=Nam.parse(NAM),
        birth_date=BirthDate.parse("1975-11-30"),
        today=TODAY,
        policy=NamePolicy.SAG,
        minimum_age=14,
    )


@pytest.mark.parametrize(
    "call",
    [
        lambda: Nam.parse(b"SERE75613018"),  # type: ignore[arg-type]
        lambda: TOTP.verify(b"123456", secret=SECRET, now=NOW, last=None),  # type: ignore[arg-type]
        lambda: ServiceKey("k" * 32, key_id=1),  # type: ignore[arg-type]
        lambda: OtpSecret("s" * 20),  # type: ignore[arg-type]
    ],
)
def test_text_is_not_taken_for_bytes_nor_bytes_for_text(call: Callable[[], object]) -> None:
    with pytest.raises(TypeError):
        call()


def test_a_member_of_an_enumeration_may_be_its_wire_name_and_nothing_else() -> None:
    assert issue(purpose="recovery").name == "issued"
    with pytest.raises(ValueError):
        issue(purpose="Recovery")


def issue(purpose: Any) -> Any:
    binding = ChallengeBinding(
        purpose=purpose, channel=BINDING.channel, user="u", destination="d"
    )
    return Challenge.issue(None, key=KEY, binding=binding, now=NOW).outcome


def test_arguments_beyond_the_first_have_names() -> None:
    call: Any = password.verify
    with pytest.raises(TypeError):
        call("a", "b")


# Numbers


def test_rules_for_new_passwords_are_checked_in_the_constructor() -> None:
    rules = PasswordProfile.SAG_2024.rules
    for field, outside in {
        "min_characters": [0, 7, 65, 255],
        "passphrase_words": [1, 17],
        "repetition": [1, 17],
        "sequence": [2, 17],
        "keyboard": [2, 17],
        "context": [2, 17],
    }.items():
        changes: list[dict[str, Any]] = [{field: number} for number in outside]
        for change in changes:
            with pytest.raises(PasswordPolicyError):
                PasswordPolicy(replace(rules, **change))
        changes = [{field: number} for number in (-1, 256, 1 << 64)]
        for change in changes:
            with pytest.raises((OverflowError, TypeError)):
                PasswordPolicy(replace(rules, **change))
    for profile in PasswordProfile:
        assert PasswordPolicy(profile.rules) == profile.policy


def test_a_context_of_any_length_and_of_text_only() -> None:
    policy = PasswordProfile.SAG_2024.policy
    names = [field.name for field in fields(PasswordContext)]
    for name in names:
        context = PasswordContext(**{name: "é" * MEBIBYTE})
        assert policy.check("plume-verte-7", context=context) == ()
        wrong: Any = {name: b"eseraphin"}
        with pytest.raises(TypeError):
            policy.check("plume-verte-7", context=PasswordContext(**wrong))


def test_a_time_beyond_its_type_is_an_overflow() -> None:
    for now in (-1, 1 << 64, 1 << 200):
        with pytest.raises(OverflowError):
            TOTP.code(SECRET, now=now)
        with pytest.raises(OverflowError):
            Challenge.issue(None, key=KEY, binding=BINDING, now=now)
    assert len(TOTP.code(SECRET, now=(1 << 64) - 1).compact) == 6
    assert len(HOTP.code(SECRET, counter=(1 << 64) - 1).compact) == 6


def test_a_counter_at_its_end_is_an_error() -> None:
    with pytest.raises(OtpError, match="otp_counter_exhausted"):
        HOTP.verify("123456", secret=SECRET, counter=(1 << 64) - 1)


def accepting(field: str) -> Callable[..., AcceptPolicy]:
    """Returns what makes an accept policy of one number of a part of it."""
    part: Callable[..., object] = Argon2Limits if field == "argon2" else IterationRange

    def policy(**numbers: int) -> AcceptPolicy:
        fields: dict[str, Any] = {field: part(**numbers)}
        return AcceptPolicy(**fields)

    return policy


@pytest.mark.parametrize(
    ("policy", "field", "outside"),
    [
        (ChallengePolicy, "lifetime_s", [0, 601]),
        (ChallengePolicy, "attempts", [0, 11]),
        (ChallengePolicy, "cooldown_s", [601]),
        (ChallengePolicy, "period_s", [599, 30 * 86_400 + 1]),
        (ChallengePolicy, "issues", [0, 101]),
        (ChallengePolicy, "failures", [0, 101]),
        (DevicePolicy, "lifetime_s", [0, 365 * 86_400 + 1]),
        (ThrottlePolicy, "delay_s", [0, 3_601]),
        (ThrottlePolicy, "suspend_after", [4]),
        (ThrottlePolicy, "suspension_s", [0]),
        (ThrottlePolicy, "failures", [9, 101]),
        (accepting("sha1"), "min", [999]),
        (accepting("sha256"), "min", [999]),
        (accepting("sha512"), "max", [10_000_001]),
        (AcceptPolicy, "min_salt_bytes", [7]),
        (AcceptPolicy, "min_key_bytes", [15]),
        (accepting("argon2"), "max_memory_kib", [7, 1_048_577]),
        (accepting("argon2"), "max_passes", [0, 65]),
        (accepting("argon2"), "max_lanes", [0, 65]),
        (CreatePolicy, "iterations", [599_999, 10_000_001]),
        (Totp, "period_s", [0, 14, 121]),
        (Totp, "past", [11]),
        (Totp, "future", [11]),
    ],
)
def test_wrong_configuration_fails_in_the_constructor(
    policy: Callable[..., object], field: str, outside: list[int]
) -> None:
    for number in outside:
        with pytest.raises(POLICY_ERRORS):
            policy(**{field: number})
    for number in (-1, 1 << 64):
        with pytest.raises((OverflowError, TypeError)):
            policy(**{field: number})


@pytest.mark.parametrize("digits", [-1, 0, 5, 10, 256, 6.0, None, "6"])
def test_a_code_has_six_to_nine_digits(digits: Any) -> None:
    # None at all are a posted code's.
    policies: list[Any] = [Totp, partial(Hotp, look_ahead=0)]
    if digits is not None:
        policies.append(ChallengePolicy)
    for policy in policies:
        with pytest.raises(ValueError, match="6 to 9 digits"):
            policy(digits=digits)


def test_no_policy_accepts_other_letters() -> None:
    with pytest.raises(ValueError):
        NamePolicy({Difference.CASE, Difference.DIFFERENT})


def test_a_key_has_32_to_1024_bytes_and_an_id_32_bits() -> None:
    for length, reason in ((31, "key_too_short"), (1025, "key_too_long")):
        with pytest.raises(ServiceKeyError, match=reason):
            ServiceKey(bytes(length), key_id=1)
    with pytest.raises(OverflowError):
        ServiceKey(bytes(32), key_id=1 << 32)
    assert ServiceKey(bytes(1024), key_id=(1 << 32) - 1).key_id == (1 << 32) - 1


# Text


def test_a_lone_surrogate_is_refused_where_it_stands() -> None:
    refused: list[tuple[type[SceauError], str, int, str, Callable[[str], object]]] = [
        (PasswordError, "password_invalid_utf8", 3, "éa\udc80b", password.verify_absent),
        (PersonNameError, "character", 3, "éa\udc80b", fold),
        (PersonNameError, "character", 3, "éa\udc80b", fold_icao),
        (PersonNameError, "character", 1, "A\udc80B", lambda text: matches_icao(text, "Ab")),
        (PersonNameError, "character", 3, "éa\udc80b", lambda text: distance("Ab", text)),
        (SceauError, "character", 3, "éa\ud800bcdef", Username.parse),
        (SceauError, "character", 2, "ea\udc80@b.ca", EmailAddress.parse),
        (SceauError, "character", 2, "12\udfff345678", Nas.parse),
    ]
    for kind, reason, at, text, call in refused:
        error = raising(kind, call, text)
        assert (error.reason, error.at, error.__context__) == (reason, at, None)
    outcome = TOTP.verify("28708\ud8002", secret=SECRET, now=59, last=None)
    assert outcome == TotpMalformed()


def test_a_mebibyte_is_refused() -> None:
    for kind in (Nam, Nas, BirthDate, EmailAddress, Username):
        raising(SceauError, kind.parse, "1" * MEBIBYTE)
    for key in (fold, fold_icao):
        raising(PersonNameError, key, "é" * MEBIBYTE)
    raising(PersonNameError, matches_icao, "A" * MEBIBYTE, "Élise")
    raising(PersonNameError, distance, "Élise", "é" * MEBIBYTE)
    raising(PasswordError, password.verify_absent, b"a" * MEBIBYTE)
    raising(PasswordError, lambda: password.verify("a", stored="$" * MEBIBYTE))
    assert TOTP.verify("1" * MEBIBYTE, secret=SECRET, now=NOW, last=None) == TotpMalformed()


def test_every_byte_is_answered() -> None:
    for byte in range(256):
        text = bytes([byte])
        for call in (password.verify_absent, PasswordProfile.SAG_2024.policy.check):
            try:
                call(text)
            except PasswordError as error:
                assert error.at in (None, 0)
        for kind in KINDS.values():
            try:
                kind.parse(chr(byte))
            except IdentifierError as error:
                assert error.at in (None, 0, len(chr(byte).encode()))
            else:
                assert kind in OPAQUE


def test_an_offset_counts_bytes_of_utf8() -> None:
    error = raising(PersonNameError, compare, "Zoé", "Éli3e")
    assert (error.reason, error.at, error.side) == ("character", 4, "second")
