"""Stored states: what is not authentic, not whole, or of another time is an error."""

from collections.abc import Callable

import pytest

from people import BINDING, KEY, NOW, raising
from sceau import ServiceKey
from sceau.challenge import Challenge, ChallengeBinding
from sceau.device import Device, DeviceMalformed, selector_of
from sceau.recovery import RecoveryCodes
from sceau.state import StateError, StoredState
from sceau.throttle import Throttle

MEBIBYTE = 1 << 20
LATEST = (1 << 64) - 1


def use_challenge(stored: bytes, now: int = NOW, key: ServiceKey = KEY) -> object:
    return Challenge(stored).verify("000000", key=key, binding=BINDING, now=now)


def use_throttle(stored: bytes, now: int = NOW, key: ServiceKey = KEY) -> object:
    return Throttle.begin(Throttle(stored), key=key, subject="eseraphin", now=now)


def use_device(stored: bytes, now: int = NOW, key: ServiceKey = KEY) -> object:
    return Device(stored).verify("0" * 80, key=key, user="eseraphin", now=now)


def use_recovery(stored: bytes, key: ServiceKey = KEY) -> object:
    return RecoveryCodes(stored).verify("", key=key, user="eseraphin")


Use = Callable[..., object]
MACHINES: list[tuple[StoredState, Use]] = [
    (Challenge.issue(None, key=KEY, binding=BINDING, now=NOW).next, use_challenge),
    (Throttle.begin(None, key=KEY, subject="eseraphin", now=NOW).next, use_throttle),
    (Device.remember(key=KEY, user="eseraphin", now=NOW).state, use_device),
    (RecoveryCodes.generate(None, key=KEY, user="eseraphin").next, use_recovery),
]
NAMES = ["challenge", "throttle", "device", "recovery"]
machines = pytest.mark.parametrize(("state", "use"), MACHINES, ids=NAMES)
clocked = pytest.mark.parametrize(("state", "use"), MACHINES[:3], ids=NAMES[:3])


def reason(call: Callable[..., object], *arguments: object) -> str:
    return raising(StateError, call, *arguments).reason


@machines
def test_every_other_length_is_refused(state: StoredState, use: Use) -> None:
    stored = bytes(state)
    for other in [stored[:cut] for cut in range(len(stored))] + [stored + b"\0", bytes(MEBIBYTE)]:
        assert reason(use, other) == "state_length"


@machines
def test_every_flipped_bit_is_refused(state: StoredState, use: Use) -> None:
    for bit in range(8 * len(bytes(state))):
        flipped = bytearray(bytes(state))
        flipped[bit // 8] ^= 1 << bit % 8
        expected = {0: "state_version", 1: "state_kind"}.get(bit // 8, "state_unauthentic")
        if 12 <= bit // 8 < 16:
            expected = "state_unknown_key"
        assert reason(use, bytes(flipped)) == expected


@machines
def test_a_future_version_and_another_machine_are_refused(state: StoredState, use: Use) -> None:
    stored = bytes(state)
    assert reason(lambda: use(b"\2" + stored[1:])) == "state_version"
    assert reason(lambda: use(stored[:1] + b"\7" + stored[2:])) == "state_kind"


@machines
def test_another_key_is_refused(state: StoredState, use: Use) -> None:
    other_id = ServiceKey(bytes(range(32)), key_id=2)
    assert reason(lambda: use(bytes(state), key=other_id)) == "state_unknown_key"
    other_key = ServiceKey(bytes(32), key_id=1)
    assert reason(lambda: use(bytes(state), key=other_key)) == "state_unauthentic"


@clocked
def test_time_runs_from_nought_to_its_bound(state: StoredState, use: Use) -> None:
    use(bytes(state), now=0)
    assert reason(lambda: use(bytes(state), now=LATEST)) == "state_clock_ahead"


def test_another_persons_state_is_refused() -> None:
    other = ChallengeBinding(
        purpose=BINDING.purpose, channel=BINDING.channel, user="jtremblay", destination="j@b.ca"
    )
    state = Challenge.issue(None, key=KEY, binding=BINDING, now=NOW).next
    calls: list[Callable[[], object]] = [
        lambda: state.verify("000000", key=KEY, binding=other, now=NOW),
        lambda: state.deliver(key=KEY, binding=other, now=NOW),
        lambda: Challenge.issue(state, key=KEY, binding=other, now=NOW),
    ]
    for call in calls:
        assert reason(call) == "state_unauthentic"


def test_another_persons_recovery_codes_are_refused() -> None:
    made = RecoveryCodes.generate(None, key=KEY, user="eseraphin")
    code = made.outcome[0].display
    calls: list[Callable[[], object]] = [
        lambda: made.next.verify(code, key=KEY, user="jtremblay"),
        lambda: made.next.left(key=KEY, user="jtremblay"),
        lambda: RecoveryCodes.generate(made.next, key=KEY, user="jtremblay"),
    ]
    for call in calls:
        assert reason(call) == "state_unauthentic"
    assert made.next.left(key=KEY, user=b"eseraphin") == 10


def test_recovery_codes_are_of_the_systems_entropy() -> None:
    made = [RecoveryCodes.generate(None, key=KEY, user="eseraphin") for _ in range(2)]
    assert len({code.compact for each in made for code in each.outcome}) == 20
    assert not any(each.clock_back for each in made)
    for wrong in (b"", bytes(15), bytes(17)):
        with pytest.raises(ValueError):
            RecoveryCodes.generate(None, key=KEY, user="u", entropy=wrong)


@machines
def test_a_state_is_its_bytes(state: StoredState, use: Use) -> None:
    again = type(state)(memoryview(bytes(state)))
    assert again == state and hash(again) == hash(state) and again.generation == 1
    assert again != bytes(state)


def test_another_persons_device_is_refused() -> None:
    remembered = Device.remember(key=KEY, user="eseraphin", now=NOW)
    calls: list[Callable[[], object]] = [
        lambda: remembered.state.verify(remembered.token.text, key=KEY, user="j", now=NOW),
        lambda: remembered.state.revoke(key=KEY, user="j", now=NOW),
    ]
    for call in calls:
        assert reason(call) == "state_unauthentic"


def test_a_device_is_found_by_its_cookie_whose_text_may_be_anything() -> None:
    first, second = (Device.remember(key=KEY, user="eseraphin", now=NOW) for _ in range(2))
    cookie = first.token.text
    assert selector_of(cookie) == selector_of(cookie.encode()) == first.state.selector
    assert first.state.selector != second.state.selector
    for text in ("", cookie.upper(), cookie[:-1] + "\udc80", b"\xff" * 80, "0" * MEBIBYTE):
        assert selector_of(text) is None
        verified = first.state.verify(text, key=KEY, user="eseraphin", now=NOW)
        assert verified.outcome == DeviceMalformed() and verified.next == first.state


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_the_entropy_of_a_device_has_32_bytes(length: int) -> None:
    with pytest.raises(ValueError):
        Device.remember(key=KEY, user="eseraphin", entropy=bytes(length))
