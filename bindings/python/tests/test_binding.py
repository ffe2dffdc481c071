"""What only the binding can break: types, ownership, threads, the system's clock and randomness."""

import array
import os
import threading
import time
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from typing_extensions import Buffer, assert_never

from people import BINDING, CREATE, KEY, NAM, NOW, OLD, PASSWORD, SECRET, TODAY, raising
from sceau import ServiceKey, SceauError, identity, password
from sceau.challenge import (
    Challenge,
    ChallengeAccepted,
    ChallengeAlreadyUsed,
    ChallengeBinding,
    ChallengeExhausted,
    ChallengeExpired,
    ChallengeMalformed,
    ChallengeOutcome,
    ChallengePolicy,
    ChallengePolicyError,
    ChallengePurpose,
    ChallengeWrong,
    Issued,
)
from sceau.identifier import BirthDate, EmailAddress, Identifier, Nam, Nas, Username
from sceau.name import Difference, NamePolicy, PersonNameError, compare, fold
from sceau.otp import Hotp, OtpError, OtpSecret, Totp, TotpMalformed
from sceau.password import (
    AcceptPolicy,
    CreatePolicy,
    PasswordError,
    PasswordMatch,
    PasswordMismatch,
    PasswordPolicy,
)
from sceau.state import ServiceKeyError
from sceau.throttle import Throttle, ThrottlePolicy, ThrottlePolicyError

MEBIBYTE = 1 << 20
TOTP = Totp()
HOTP = Hotp(look_ahead=0)


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
        lambda it: PasswordPolicy.SAG_2024.check(it),
        lambda it: TOTP.verify(it, secret=SECRET, now=NOW, last=None),
        lambda it: TOTP.verify("123456", secret=it, now=NOW, last=None),
        lambda it: Challenge(it),
        lambda it: Challenge.issue(None, key=it, binding=BINDING, now=NOW),
        lambda it: Challenge.issue(None, key=KEY, binding=it, now=NOW),
        lambda it: Throttle.begin(None, key=KEY, subject=it, now=NOW),
        lambda it: Nam.parse(it),
        lambda it: fold(it),
        lambda it: compare("Élise", it),
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


@pytest.mark.parametrize(
    ("policy", "field", "outside"),
    [
        (ChallengePolicy, "lifetime_s", [0, 601]),
        (ChallengePolicy, "attempts", [0, 11]),
        (ChallengePolicy, "cooldown_s", [601]),
        (ChallengePolicy, "period_s", [599, 30 * 86_400 + 1]),
        (ChallengePolicy, "issues", [0, 101]),
        (ChallengePolicy, "failures", [0, 101]),
        (ThrottlePolicy, "delay_s", [0, 3_601]),
        (ThrottlePolicy, "suspend_after", [4]),
        (ThrottlePolicy, "suspension_s", [0]),
        (ThrottlePolicy, "failures", [9, 101]),
        (AcceptPolicy, "min_iterations", [999]),
        (AcceptPolicy, "max_iterations", [10_000_001]),
        (AcceptPolicy, "min_salt_bytes", [7]),
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
        with pytest.raises((ChallengePolicyError, ThrottlePolicyError, PasswordError, OtpError)):
            policy(**{field: number})
    for number in (-1, 1 << 64):
        with pytest.raises((OverflowError, TypeError)):
            policy(**{field: number})


@pytest.mark.parametrize("digits", [-1, 0, 5, 10, 256, 6.0, None, "6"])
def test_a_code_has_six_to_nine_digits(digits: Any) -> None:
    for policy in (Totp, ChallengePolicy):
        with pytest.raises((ValueError, TypeError)):
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
    raising(PersonNameError, fold, "é" * MEBIBYTE)
    raising(PasswordError, password.verify_absent, b"a" * MEBIBYTE)
    raising(PasswordError, lambda: password.verify("a", stored="$" * MEBIBYTE))
    assert TOTP.verify("1" * MEBIBYTE, secret=SECRET, now=NOW, last=None) == TotpMalformed()


def test_every_byte_is_answered() -> None:
    for byte in range(256):
        text = bytes([byte])
        for call in (password.verify_absent, PasswordPolicy.SAG_2024.check):
            try:
                call(text)
            except PasswordError as error:
                assert error.at in (None, 0)
        for kind in Identifier.__subclasses__():
            raising(SceauError, kind.parse, chr(byte))


def test_an_offset_counts_bytes_of_utf8() -> None:
    error = raising(PersonNameError, compare, "Zoé", "Éli3e")
    assert (error.reason, error.at, error.side) == ("character", 4, "second")


# Buffers


def test_any_buffer_holds_bytes() -> None:
    typed = PASSWORD.encode()
    interleaved = bytes(byte for pair in zip(typed, typed) for byte in pair)
    buffers: list[Buffer] = [typed, bytearray(typed), memoryview(typed), array.array("B", typed)]
    for buffer in [*buffers, memoryview(interleaved)[::2]]:
        assert password.verify(buffer, stored=OLD, create=CREATE, accept=LENIENT) == PasswordMatch()


LENIENT = AcceptPolicy(min_iterations=1_000)


def test_a_bytearray_may_change_during_the_call() -> None:
    create = CreatePolicy(iterations=1_000_000)
    stored = password.hash(PASSWORD, create=create)
    typed, answers = bytearray(PASSWORD.encode()), list[object]()
    begun = threading.Event()

    def verify() -> None:
        begun.set()
        answers.append(password.verify(typed, stored=stored, create=create))

    thread = threading.Thread(target=verify)
    thread.start()
    begun.wait()
    time.sleep(0.05)
    while thread.is_alive():
        typed[0] ^= 0xFF
    thread.join()
    typed.extend(b"no buffer is held")
    assert answers == [PasswordMatch()]


# Threads


def test_other_threads_run_while_a_password_is_verified() -> None:
    create = CreatePolicy(iterations=2_000_000)
    arguments = {"create": create}
    thread = threading.Thread(target=password.verify_absent, args=("a",), kwargs=arguments)
    thread.start()
    turns = 0
    while thread.is_alive():
        time.sleep(0.001)
        turns += 1
    assert turns > 20


def test_threads_do_not_mix_their_answers() -> None:
    typed = [f"mot-de-passe-{i}" for i in range(8)]
    stored = [password.hash(each, create=CREATE) for each in typed]
    answers: dict[tuple[int, int], object] = {}

    def verify(i: int) -> None:
        for j in range(8):
            answers[i, j] = password.verify(
                typed[i], stored=stored[j], create=CREATE, accept=LENIENT
            )

    threads = [threading.Thread(target=verify, args=(i,)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    expected = {True: PasswordMatch(), False: PasswordMismatch()}
    assert answers == {(i, j): expected[i == j] for i in range(8) for j in range(8)}


# The system's clock and randomness


def test_the_clock_is_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: 59.9)
    assert TOTP.step() == 1
    assert TOTP.remaining_s() == 1
    assert TOTP.code(SECRET).compact == TOTP.code(SECRET, now=59).compact
    issued = Challenge.issue(None, key=KEY, binding=BINDING).outcome
    assert isinstance(issued, Issued) and issued.expires_s == 659


def test_the_randomness_is_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[int]()

    def urandom(length: int) -> bytes:
        asked.append(length)
        return b"\7" * length

    assert bytes(first_row()) != bytes(first_row())
    monkeypatch.setattr(os, "urandom", urandom)
    assert bytes(first_row()) == bytes(first_row())
    assert "$BwcHBwcHBwcHBwcHBwcHBw$" in password.hash(PASSWORD, create=CREATE)
    assert asked == [16, 16, 16]


def first_row() -> Challenge:
    return Challenge.issue(None, key=KEY, binding=BINDING, now=NOW).next


@pytest.mark.parametrize("length", [0, 15, 17, MEBIBYTE])
def test_entropy_has_sixteen_bytes(length: int) -> None:
    with pytest.raises(ValueError):
        Challenge.issue(None, key=KEY, binding=BINDING, now=NOW, entropy=bytes(length))


def test_a_datetime_is_a_moment_if_it_has_a_time_zone() -> None:
    moment = datetime(1970, 1, 1, 0, 0, 59, 999_999, tzinfo=UTC)
    assert TOTP.step(moment) == TOTP.step(59) == 1
    with pytest.raises(ValueError):
        TOTP.step(moment.replace(tzinfo=None))
    with pytest.raises(OverflowError):
        TOTP.step(datetime(1970, 1, 1, tzinfo=UTC) - timedelta(microseconds=1))
    for wrong in (59.0, "59"):
        with pytest.raises(TypeError):
            TOTP.step(wrong)  # type: ignore[arg-type]


def test_any_date_of_the_calendar_is_a_day() -> None:
    for day in (date.min, date(2000, 2, 29), date.max):
        assert BirthDate.of(day).date == day


# Values


def test_an_outcome_is_frozen_and_compares_by_value() -> None:
    wrong: Any = ChallengeWrong(left=4)
    assert wrong == ChallengeWrong(left=4) != ChallengeWrong(left=3)
    assert hash(wrong) == hash(ChallengeWrong(left=4))
    for change in ("left", "name", "more"):
        with pytest.raises((FrozenInstanceError, AttributeError, TypeError)):
            setattr(wrong, change, 9)


def test_a_match_over_an_outcome_is_checked_to_be_complete() -> None:
    assert tell(ChallengeWrong(left=2)) == "2 left"
    assert tell(ChallengeExpired()) == "expired"


def tell(outcome: ChallengeOutcome) -> str:
    match outcome:
        case ChallengeAccepted():
            return "in"
        case ChallengeWrong(left):
            return f"{left} left"
        case ChallengeExpired() | ChallengeExhausted() | ChallengeAlreadyUsed():
            return outcome.name
        case ChallengeMalformed():
            return "?"
        case never:
            assert_never(never)


def test_identifiers_are_values() -> None:
    spaced, compact = Nam.parse("sere 7561 3018"), Nam.parse(NAM)
    assert spaced == compact and len({spaced, compact}) == 1
    assert Nam.parse("BOUF94011417") < compact <= spaced
    assert Nas.parse("130692544") != compact
    with pytest.raises(TypeError):
        assert compact < Nas.parse("130692544")


@pytest.mark.parametrize("purpose", ChallengePurpose)
def test_a_code_serves_its_own_purpose_only(purpose: ChallengePurpose) -> None:
    binding = ChallengeBinding(
        purpose=purpose, channel=BINDING.channel, user=b"u", destination=bytearray(b"d")
    )
    issued = Challenge.issue(None, key=KEY, binding=binding, now=NOW)
    assert isinstance(issued.outcome, Issued)
    verified = issued.next.verify(issued.outcome.code.display, key=KEY, binding=binding, now=NOW)
    assert verified.outcome == ChallengeAccepted()
