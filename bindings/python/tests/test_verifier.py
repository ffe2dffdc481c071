"""Passwords verified in steps: cuts, cancelling, threads, memory, and the measurement."""

import itertools
import math
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from people import CREATE, KEY, OLD, PASSWORD, raising
from sceau import ServiceKey, password
from sceau.password import (
    AcceptPolicy,
    Argon2Limits,
    CreatePolicy,
    IterationRange,
    PasswordAlgorithm,
    PasswordError,
    PasswordMatch,
    PasswordMatchRehash,
    PasswordMismatch,
    PasswordProgress,
    PasswordVerifier,
    Peppers,
    RehashReason,
    SpringParameters,
    StoredFormat,
    StoredKeycloak,
    StoredSpring,
)

LENIENT = AcceptPolicy(sha256=IterationRange(min=1_000))
ENDLESS = CreatePolicy.unchecked_policy(
    algorithm=PasswordAlgorithm.PBKDF2_SHA256, iterations=(1 << 32) - 1
)


def begun(typed: str = PASSWORD) -> PasswordVerifier:
    return PasswordVerifier.begin(typed, stored=OLD, accept=LENIENT, create=CREATE)


@pytest.mark.parametrize("step", [1, 7, 333, 1_000, (1 << 32) - 1])
def test_the_outcome_is_the_same_however_the_work_is_cut(step: int) -> None:
    for typed, expected in ((PASSWORD, PasswordMatch()), ("faux", PasswordMismatch())):
        with begun(typed) as verifier:
            done = 0
            while (progress := verifier.step(step)).left > 0:
                assert progress == verifier.progress == PasswordProgress(done + step, 1_000)
                done = progress.done
            assert verifier.finish() == expected


def test_finish_before_the_end_is_an_error_after_which_one_can_go_on() -> None:
    verifier = begun()
    verifier.step(999)
    assert raising(PasswordError, verifier.finish).reason == "unfinished"
    verifier.step(1)
    assert verifier.finish() == PasswordMatch()


@pytest.mark.parametrize("end", ["finish", "close", "leave"])
def test_nothing_is_left_of_a_verifier_that_has_ended(end: str) -> None:
    with begun() as verifier:
        verifier.step(1_000)
        if end != "leave":
            getattr(verifier, end)()
    for call in (lambda: verifier.step(1), verifier.finish, lambda: verifier.progress):
        with pytest.raises(ValueError, match="finished or closed"):
            call()
    verifier.close()
    assert repr(verifier) == "PasswordVerifier(..)"


@pytest.mark.parametrize("wrong", [-1, 1 << 32, 1.0, None])
def test_a_step_is_a_number_of_32_bits(wrong: object) -> None:
    with pytest.raises((OverflowError, TypeError)):
        begun().step(wrong)  # type: ignore[arg-type]


def test_progress_comes_to_its_end() -> None:
    create = CreatePolicy.unchecked_policy(
        algorithm=PasswordAlgorithm.PBKDF2_SHA256, iterations=100_000
    )
    seen = list[PasswordProgress]()
    assert password.verify_absent("x", create=create, progress=seen.append) == PasswordMismatch()
    assert [one.done for one in seen] == sorted({one.done for one in seen})
    assert len(seen) >= 3 and {one.total for one in seen} == {100_000} and seen[-1].left == 0
    seen.clear()
    assert password.verify("faux", stored=OLD, create=create, accept=LENIENT, progress=seen.append)
    assert {one.total for one in seen} == {100_000} and seen[-1].left == 0


def test_an_exception_in_progress_gives_up() -> None:
    class ChangedMyMind(Exception):
        pass

    def progress(_: PasswordProgress) -> None:
        raise ChangedMyMind

    with pytest.raises(ChangedMyMind):
        password.verify_absent("x", create=ENDLESS, progress=progress)


@pytest.fixture
def alarm() -> Iterator[Callable[[], None]]:
    """Sets a signal off a moment later, whose handler does as Ctrl-C's."""

    def set_off() -> None:
        signal.setitimer(signal.ITIMER_REAL, 0.05)

    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    yield set_off
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def test_ctrl_c_ends_what_would_take_an_hour(alarm: Callable[[], None]) -> None:
    alarm()
    with pytest.raises(KeyboardInterrupt):
        password.verify_absent("x", create=ENDLESS)
    alarm()
    with pytest.raises(KeyboardInterrupt):
        password.verify("x", stored=OLD, create=ENDLESS, accept=LENIENT)


def test_threads_may_share_a_verifier() -> None:
    create = CreatePolicy.unchecked_policy(
        algorithm=PasswordAlgorithm.PBKDF2_SHA256, iterations=40_000
    )
    stored = password.hash(PASSWORD, create=create)
    verifier = PasswordVerifier.begin(PASSWORD, stored=stored, accept=LENIENT, create=create)

    def steps() -> None:
        for _ in range(100):
            verifier.step(100)

    threads = [threading.Thread(target=steps) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert verifier.progress == PasswordProgress(done=40_000, total=40_000)
    assert verifier.finish() == PasswordMatch()


# Peppers and parts


def test_a_pepper_is_rotated_one_sign_in_at_a_time() -> None:
    new = ServiceKey(bytes(32), key_id=2)
    old_peppers, both = Peppers(current=KEY), Peppers(current=new, retired=[KEY])
    stored = password.hash(PASSWORD, create=CREATE, peppers=old_peppers)
    assert stored.startswith("$pbkdf2-sha256$i=1000,keyid=1$")

    def verified(stored: str, peppers: Peppers, accept: AcceptPolicy = LENIENT) -> object:
        return password.verify(
            PASSWORD, stored=stored, create=CREATE, accept=accept, peppers=peppers
        )

    assert verified(stored, old_peppers) == PasswordMatch()
    assert verified(stored, Peppers(retired=[KEY])) == PasswordMatch()
    assert verified(stored, both) == PasswordMatchRehash(why=RehashReason.PEPPER)
    assert verified(OLD, both) == PasswordMatchRehash(why=RehashReason.PEPPER)
    again = password.hash(PASSWORD, create=CREATE, peppers=both)
    assert verified(again, both) == PasswordMatch()
    error = raising(PasswordError, verified, stored, Peppers(current=new))
    assert error.reason == "unknown_pepper"
    accept = AcceptPolicy(sha256=IterationRange(min=1_000), require_pepper=True)
    error = raising(PasswordError, verified, OLD, both, accept)
    assert error.reason == "hash_outside_accept_policy"
    for wrong in (bytes(32), "key", [KEY]):
        with pytest.raises(TypeError):
            Peppers(current=wrong)  # type: ignore[arg-type]
        with pytest.raises(TypeError):
            Peppers(retired=[wrong])  # type: ignore[list-item]
    assert repr(both) == "Peppers(current=ServiceKey(..), retired=(ServiceKey(..),))"


def test_parts_do_not_show_what_they_hold() -> None:
    spring = StoredSpring(hash="a1b2", parameters=SpringParameters.v5_8(secret=b"s3cret"))
    keycloak = StoredKeycloak(credential_data="{}", secret_data="{}")
    for value in (spring, spring.parameters, keycloak):
        assert repr(value) == f"{type(value).__name__}(..)"


def test_spring_s_defaults_are_the_core_s() -> None:
    accept = AcceptPolicy(formats={StoredFormat.SPRING})
    for parameters, typed, hexadecimal in (
        (
            SpringParameters.v5_8(),
            "password",
            "fefe5120467e5d4ccff442dbb2fa86d276262d97435c0c54e5eebced51ffd144fcb05eb53fea2677"
            "216c4f3250010006",
        ),
        (
            SpringParameters.v5_5(secret=b"secret"),
            "password",
            "ab1146a8458d4ce4e65789e5a3f60e423373cfa10b01abd23739e5ae2fdc37f8e9ede4ae6da65264",
        ),
    ):
        stored = StoredSpring(hash=hexadecimal, parameters=parameters)
        outcome = password.verify(typed, stored=stored, accept=accept, create=CREATE)
        assert outcome == PasswordMatchRehash(why=RehashReason.FORMAT)


@pytest.mark.parametrize(
    "stored", [5, None, ["$pbkdf2"], SpringParameters.v5_8(), StoredSpring]
)
def test_what_is_stored_is_text_or_parts(stored: object) -> None:
    with pytest.raises(TypeError):
        password.verify("x", stored=stored)  # type: ignore[arg-type]


def test_a_format_is_one_of_the_core_s() -> None:
    with pytest.raises(ValueError):
        AcceptPolicy(formats={"bcrypt"})  # type: ignore[arg-type]
    policy = AcceptPolicy(formats={StoredFormat.PHC, StoredFormat.DJANGO})
    assert policy == AcceptPolicy(formats=frozenset({StoredFormat.DJANGO, StoredFormat.PHC}))
    assert hash(policy) == hash(AcceptPolicy(formats=set(policy.formats)))


# Argon2id


def verify_argon2id(memory_kib: int, **limits: int) -> None:
    """Prints the reason of an error, and how many MiB the verification took at most."""
    accept = AcceptPolicy(formats={StoredFormat.ARGON2ID}, argon2=Argon2Limits(**limits))
    stored = f"$argon2id$v=19$m={memory_kib},t=1,p=1$c2VsIGRlIG1lciAxNiBvYw${'A' * 43}"
    before_kib = most_kib()
    try:
        answer = password.verify("x", stored=stored, accept=accept, create=CREATE).name
    except PasswordError as error:
        answer = error.reason
    print(answer, (most_kib() - before_kib) // 1_024)


def most_kib() -> int:
    """The most memory that this process has had; `getrusage` would begin with its parent's."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("VmHWM:")[1].split()[0])


@pytest.mark.parametrize(
    ("memory_kib", "answer", "least_mib", "most_mib"),
    [
        (131_072, "mismatch", 120, 200),
        (131_073, "hash_outside_accept_policy", 0, 20),
        ((1 << 32) - 1, "hash_outside_accept_policy", 0, 20),
    ],
)
def test_no_memory_is_touched_for_what_the_policy_refuses(
    memory_kib: int, answer: str, least_mib: int, most_mib: int
) -> None:
    found, taken_mib = in_a_process_of_its_own(f"verify_argon2id({memory_kib})")
    assert found == answer
    assert least_mib <= taken_mib <= most_mib


def test_memory_that_cannot_be_had_is_an_error() -> None:
    limit = "resource.setrlimit(resource.RLIMIT_AS, (512 << 20, 512 << 20))"
    found, taken_mib = in_a_process_of_its_own(
        "verify_argon2id(1_048_576, max_memory_kib=1_048_576)", before=f"import resource; {limit}"
    )
    assert found == "memory"
    assert taken_mib < 20


def in_a_process_of_its_own(call: str, *, before: str = "") -> tuple[str, int]:
    """Runs a function of this file, and returns the word and the number that it prints."""
    path = [folder for folder in sys.path if folder]
    program = f"import sys; sys.path[:0] = {path!r}; import test_verifier; {before}"
    command = [sys.executable, "-c", f"{program}\ntest_verifier.{call}"]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return output[0], int(output[1])


# The measurement


def clock_of(*steps_ns: int) -> Callable[[], int]:
    """A clock of which every second look finds it so much later, over and over."""
    between = itertools.chain.from_iterable((1, step_ns) for step_ns in itertools.cycle(steps_ns))
    times_ns = itertools.accumulate(between)
    return lambda: next(times_ns)


@pytest.mark.parametrize(
    ("steps_ns", "target_s", "iterations"),
    [
        ([10_000_000], 0.5, 1_000_000),
        ([10_000_000], 0.4567, 913_400),
        ([10_000_000, 5_000_000_000], 0.5, 1_000_000),
        ([10_000_000], 0.1, 600_000),
        ([10_000_000_000], 0.1, 600_000),
        ([10_000_000], 60, 10_000_000),
        ([0], 60, 600_000),
    ],
)
def test_calibrate_divides_the_target_by_the_fastest_step(
    steps_ns: list[int], target_s: float, iterations: int
) -> None:
    found = password.calibrate(target_s, clock_ns=clock_of(*steps_ns))
    assert found == iterations
    assert CreatePolicy(iterations=found).iterations == iterations


def test_calibrate_measures_this_machine() -> None:
    for algorithm in PasswordAlgorithm:
        recommended = algorithm.recommended_iterations
        assert password.calibrate(0, algorithm=algorithm) == recommended
        assert recommended <= password.calibrate(1, algorithm=algorithm) <= 10_000_000


@pytest.mark.parametrize("target_s", [-1.0, math.inf, 1e30])
def test_a_target_that_is_no_time_is_an_overflow(target_s: float) -> None:
    with pytest.raises(OverflowError):
        password.calibrate(target_s)
