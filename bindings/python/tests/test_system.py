"""Buffers, threads, and the system's clock and randomness."""

import array
import os
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from typing_extensions import Buffer

from people import BINDING, CREATE, KEY, NOW, OLD, PASSWORD, SECRET
from sceau import password
from sceau.challenge import Challenge, Issued
from sceau.identifier import BirthDate
from sceau.otp import Totp
from sceau.password import (
    AcceptPolicy,
    CreatePolicy,
    IterationRange,
    PasswordMatch,
    PasswordMismatch,
    PasswordVerifier,
    StoredFormat,
)

MEBIBYTE = 1 << 20
TOTP = Totp()
ALL = AcceptPolicy(formats=set(StoredFormat))
ARGON2ID = f"$argon2id$v=19$m=65536,t=10,p=1$c2VsIGRlIG1lciAxNiBvYw${'A' * 43}"
LENIENT = AcceptPolicy(sha256=IterationRange(min=1_000))


# Buffers


def test_any_buffer_holds_bytes() -> None:
    typed = PASSWORD.encode()
    interleaved = bytes(byte for pair in zip(typed, typed) for byte in pair)
    buffers: list[Buffer] = [typed, bytearray(typed), memoryview(typed), array.array("B", typed)]
    for buffer in [*buffers, memoryview(interleaved)[::2]]:
        assert password.verify(buffer, stored=OLD, create=CREATE, accept=LENIENT) == PasswordMatch()


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


def turns_of_another_thread_during(call: Callable[[], object]) -> int:
    """Counts them where another thread has its turn only while the GIL is let go."""
    turns, begun, done = 0, threading.Event(), threading.Event()

    def take_turns() -> None:
        nonlocal turns
        begun.set()
        while not done.is_set():
            turns += 1
            time.sleep(0)

    thread = threading.Thread(target=take_turns)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(3_600)
    try:
        thread.start()
        begun.wait()
        before = turns
        call()
        after = turns
    finally:
        done.set()
        sys.setswitchinterval(interval)
        thread.join()
    return after - before


@pytest.mark.parametrize(
    "call",
    [
        lambda create: password.hash(PASSWORD, create=create),
        lambda create: password.verify("faux", stored=OLD, create=create, accept=LENIENT),
        lambda create: password.verify_absent(PASSWORD, create=create),
        lambda create: PasswordVerifier.begin_absent("x", create=create).step(2_000_000),
        lambda create: PasswordVerifier.begin("x", stored=ARGON2ID, create=create, accept=ALL),
    ],
    ids=["hash", "verify", "verify_absent", "step", "Argon2id"],
)
def test_other_threads_run_during(call: Callable[[CreatePolicy], object]) -> None:
    assert turns_of_another_thread_during(lambda: call(CreatePolicy(iterations=2_000_000))) > 0


def test_no_other_thread_runs_where_the_gil_is_kept() -> None:
    """The control of the test above: this sum takes as long, and lets nothing go."""
    assert turns_of_another_thread_during(lambda: sum(range(10_000_000))) == 0


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
