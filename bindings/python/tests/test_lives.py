"""Random lives of every kind of row, told alike by the wheel and by the models of tests/peers.

The models share no code with the core. A life is a record as in the vectors; its answers, and the
bytes of its states, have to be the same in both. A failure prints the record.
"""

import importlib.util
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest

import devices
import states
from records import Record

Tell = Callable[[dict[str, str]], str]

LIVES = {"challenge": 250, "throttle": 250, "recovery": 60, "device": 250}
PEERS = Path(__file__).parents[3] / "tests" / "peers"
START = 1_795_442_400
AHEAD = 400 * 86_400
EDGES = (0, 1_767_225_599, 1_767_225_600, 3_471_292_799, 3_471_292_800, 2**64 - 1)
HOUSE = ("2001:db8:0:7::1", "2001:DB8:0:7:ffff::", "2001:db8:0:7:1:2:3:4", "2001:db8:0:8::1")
SCHOOL = ("203.0.113.7", "::ffff:203.0.113.7", "::FFFF:cb00:7107", "203.0.113.8", "203.0.113.07")


def peer(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"peer_{name}", PEERS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Life:
    """A life as it is led: its steps, what the model told so far, and a clock."""

    def __init__(self, rng: Random, tell: Tell, record: dict[str, str], first: str) -> None:
        key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
        self.rng, self.tell, self.now = rng, tell, START
        self.record = {"comment": "a random life", "key": key, **record, "steps": first}

    @property
    def told(self) -> list[str]:
        return self.tell(self.record).split("; ")

    def add(self, step: str) -> None:
        self.record["steps"] += f"; {step}"

    def codes(self) -> list[str]:
        """Every code and token that was given, the last one at the end."""
        given = re.compile("(?:issued|remembered|accepted|made) ([0-9A-Za-z ]+)")
        found = (match[1].split(" ") for match in map(given.match, self.told) if match)
        return [word for words in found for word in words if len(word) in (6, 9, 13, 17, 80)]

    def pass_time(self, little: tuple[int, ...] = (1, 2, 3, 30, 60)) -> None:
        """Not at all, a little, to a moment that was told, back, or far."""
        moments = re.findall("[0-9]{10}(?![0-9a-f])", self.told[-1])
        moves: list[Callable[[], int]] = [
            lambda: self.now,
            lambda: self.now + self.rng.choice(little),
            lambda: int(self.rng.choice(moments or [str(self.now)])) + self.rng.choice((-1, 0, 1)),
            lambda: START + self.rng.randrange(100),
            lambda: self.now - self.rng.choice((1, 5, 1_000)),
            lambda: self.now + AHEAD + self.rng.choice((-1, 0, 1)),
            lambda: self.rng.choice(EDGES),
        ]
        (move,) = self.rng.choices(moves, weights=(30, 25, 25, 10, 6, 3, 1))
        self.now = min(max(move(), 0), 2**64 - 1)

    def typed(self, code: str) -> str:
        """A code as people type it."""
        if len(code) == 80:
            return code
        between = self.rng.choice(("", "", " ", "\u00a0", "\u200b", "-"))
        typed = between.join(code)
        return typed.lower() if self.rng.random() < 0.3 else typed


def challenge_life(rng: Random, tell: Tell) -> Life:
    posted = rng.random() < 0.4
    record = {
        "user": "eseraphin",
        "destination": "elise@example.org",
        "entropy": rng.randbytes(16).hex(),
        "lifetime": str(rng.choice((5, 60, 600))),
        "cooldown": str(rng.choice((0, 1, 5))),
        "period": "600",
        "attempts": str(rng.randrange(1, 5)),
        "issues": str(rng.randrange(1, 6)),
        "failures": str(rng.randrange(1, 6)),
        **({"channel": "post", "policy": "post"} if posted else {"digits": rng.choice("69")}),
    }
    life = Life(rng, tell, record, f"issue {START}")
    for _ in range(rng.randrange(1, 20)):
        if rng.random() < 0.5:
            life.pass_time()
        codes = life.codes()
        wrong = "0" * (13 if posted else int(record["digits"]))
        typed = life.typed(rng.choice([*codes[-2:], *codes[-1:], wrong, wrong, "x"]))
        steps = [f"issue {life.now}", f"verify {life.now} {typed}", f"deliver {life.now}"]
        steps += [f"lift {life.now}", "state", rng.choice(("user eseraphim", "user eseraphin"))]
        steps += [rng.choice(("purpose recovery", "purpose address_validation")), "generation"]
        (step,) = rng.choices(steps, weights=(25, 50, 8, 6, 10, 2, 2, 3))
        life.add(step)
    return life


def throttle_life(rng: Random, tell: Tell) -> Life:
    free = rng.randrange(4)
    after = free + rng.randrange(1, 4)
    record = {
        "free": str(free),
        "delay": str(rng.choice((1, 2, 30))),
        "suspend-after": str(after),
        "suspension": str(rng.choice((5, 100, 900))),
        "failures": str(after + rng.randrange(4)),
    }
    names: tuple[str, ...] = ("subject eseraphin", "subject eseraphi")
    if rng.random() < 0.6:
        names = tuple(f"origin {address}" for address in rng.choice((HOUSE, SCHOOL)))
        record |= {"policy": "origins", "window": str(rng.choice((60, 90, 600)))}
    kind, _, name = names[0].partition(" ")
    life = Life(rng, tell, record | {kind: name}, f"begin {START}")
    for _ in range(rng.randrange(1, 30)):
        life.pass_time()
        steps = [f"begin {life.now}", f"succeed {life.now}", f"lift {life.now}", "state"]
        steps += [rng.choice(names), "generation"]
        (step,) = rng.choices(steps, weights=(60, 12, 8, 10, 8, 2))
        life.add(step)
    return life


def recovery_life(rng: Random, tell: Tell) -> Life:
    record = {"user": "eseraphin", "entropy": rng.randbytes(16).hex()}
    life = Life(rng, tell, record, "generate")
    codes = life.codes()
    for _ in range(rng.randrange(1, 20)):
        slip = rng.choice(codes)[:-1] + rng.choice("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        typed = rng.choice([life.typed(rng.choice(codes[-10:])), rng.choice(codes), slip, "x"])
        steps = [f"verify {typed}", "generate", f"generate {rng.randbytes(16).hex()}", "left"]
        steps += ["state", rng.choice(("user eseraphim", "user eseraphin")), "generation"]
        (step,) = rng.choices(steps, weights=(60, 4, 4, 10, 10, 6, 6))
        life.add(step)
        if step.startswith("generate"):
            codes = life.codes()
    return life


def device_life(rng: Random, tell: Tell) -> Life:
    record = {
        "user": "eseraphin",
        "entropy": rng.randbytes(32).hex(),
        "lifetime": str(rng.choice((60, 200, 86_400))),
    }
    life = Life(rng, tell, record, f"remember {START}")
    for _ in range(rng.randrange(1, 20)):
        # The token before the current one is excused for 60 s.
        life.pass_time((1, 59, 60))
        tokens = life.codes()
        damaged = tokens[-1][:-1] + rng.choice("0123456789abcdef")
        sent = rng.choice([*tokens[-2:], *tokens[-2:], rng.choice(tokens), damaged, "x"])
        steps = [f"verify {life.now} {sent}", f"revoke {life.now}", "state", "generation"]
        steps += [rng.choice(("user eseraphim", "user eseraphin")), f"find {sent}"]
        (step,) = rng.choices(steps, weights=(75, 2, 10, 4, 5, 4))
        life.add(step)
    return life


def told_by_challenge(model: ModuleType) -> Tell:
    return lambda record: "; ".join(model.answers(model.Challenge, record))


def told_by_throttle(model: ModuleType) -> Tell:
    return lambda record: "; ".join(model.answers(model.Throttle, record))


def told_by_recovery(model: ModuleType) -> Tell:
    def tell(record: dict[str, str]) -> str:
        return str(model.live(record))

    return tell


def told_by_device(model: ModuleType) -> Tell:
    return lambda record: "; ".join(model.life(record))


Lead = Callable[[Random, Tell], Life]
KINDS: dict[str, tuple[str, Callable[[ModuleType], Tell], Callable[[Record], str], Lead]] = {
    "challenge": ("challenge", told_by_challenge, states.challenge, challenge_life),
    "throttle": ("challenge", told_by_throttle, states.throttle, throttle_life),
    "recovery": ("recovery", told_by_recovery, states.recovery, recovery_life),
    "device": ("device", told_by_device, devices.device, device_life),
}


def disagreements(kind: str, rng: Random, model: ModuleType) -> Iterator[dict[str, str]]:
    """Leads lives, and returns those that the model and the wheel tell otherwise."""
    _, teller, ours, lead = KINDS[kind]
    told: list[str] = []
    for _ in range(LIVES[kind]):
        life = lead(rng, teller(model))
        life.add("state")
        theirs = life.tell(life.record)
        told += theirs.split("; ")
        if ours(Record(life.record)) != theirs:
            yield life.record | {"model": theirs}
    # Lives in which nothing happens would agree as well.
    for word in TOLD[kind]:
        assert sum(answer.startswith(word) for answer in told) >= 5, f"hardly any {word}"


TOLD = {
    "challenge": ("issued", "accepted", "wrong", "exhausted", "expired", "already_used")
    + ("malformed", "live", "too_soon", "too_many", "disabled", "done", "error state_unauthentic"),
    "throttle": ("allowed", "delayed", "suspended", "disabled", "done", "error state_unauthentic"),
    "recovery": ("made", "accepted", "already_used", "wrong", "malformed"),
    "device": ("accepted", "stolen", "expired", "unknown", "malformed", "revoked"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_model_and_the_wheel_tell_every_life_alike(kind: str, rng: Random) -> None:
    model = peer(KINDS[kind][0])
    for record in disagreements(kind, rng, model):
        pytest.fail(f"told otherwise: {record}")


def unlifted(row: Any, now: int, *_: object) -> str:
    """Writes the row as it was, and says that it was lifted."""
    row.open()
    row.set_clock(now)
    row.seal()
    return "done"


def test_a_model_with_a_fault_is_noticed(rng: Random, monkeypatch: pytest.MonkeyPatch) -> None:
    model = peer("challenge")
    monkeypatch.setattr(model.Challenge, "lift", unlifted)
    monkeypatch.setattr(model.Throttle, "lift", unlifted)
    assert any(disagreements("challenge", rng, model))
    assert any(disagreements("throttle", rng, model))
    recovery, device = peer("recovery"), peer("device")
    monkeypatch.setattr(recovery, "check_of", lambda values: sum(values) % 32)
    assert any(disagreements("recovery", rng, recovery))
    monkeypatch.setattr(device, "GRACE", 61)
    assert any(disagreements("device", rng, device))
