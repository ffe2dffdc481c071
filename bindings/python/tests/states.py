"""`challenge`, `throttle/life.txt` and `otp/recovery.txt`: a port of tests/families.

`steps` and `expect` have the same number of parts between `; `. `set AT HEX` overwrites bytes of
the stored state, `cut N` keeps its first N bytes, `user`, `purpose`, `channel`, `key-id`, `subject`
and `origin` change who asks; these answer `-`.
"""

from collections.abc import Callable
from dataclasses import replace

from sceau import ServiceKey
from sceau.challenge import (
    Challenge,
    ChallengeBinding,
    ChallengeChannel,
    ChallengeOutcome,
    ChallengePolicy,
    ChallengePolicyError,
    ChallengePurpose,
    ChallengeWrong,
    DeliverLive,
    IssueDisabled,
    Issued,
    IssueOutcome,
)
from sceau.code import LetterCode
from sceau.recovery import RecoveryAccepted, RecoveryCodes, RecoveryOutcome
from sceau.state import StateError
from sceau.throttle import (
    Origin,
    Throttle,
    ThrottleDelayed,
    ThrottleOutcome,
    ThrottlePolicy,
    ThrottlePolicyError,
    ThrottleSuspended,
)

from records import Record


def challenge(record: Record) -> str:
    given = {name: record.optional(name) for name in CHALLENGE_FIELDS}
    limits = {CHALLENGE_FIELDS[name]: int(text) for name, text in given.items() if text is not None}
    defaults = ChallengePolicy.post() if record.optional("policy") else ChallengePolicy()
    try:
        policy = replace(defaults, **limits)
    except ChallengePolicyError as reason:
        return f"error {reason}"
    return steps(record, ChallengeRow(record, policy).step)


def throttle(record: Record) -> str:
    given = {name: record.optional(name) for name in THROTTLE_FIELDS}
    limits = {THROTTLE_FIELDS[name]: int(text) for name, text in given.items() if text is not None}
    defaults = ThrottlePolicy.origins() if record.optional("policy") else ThrottlePolicy()
    try:
        policy = replace(defaults, **limits)
    except ThrottlePolicyError as reason:
        return f"error {reason}"
    return steps(record, ThrottleRow(record, policy).step)


def recovery(record: Record) -> str:
    return steps(record, RecoveryRow(record).step)


def steps(record: Record, run: Callable[[str], str]) -> str:
    def answer(step: str) -> str:
        try:
            return run(step)
        except StateError as reason:
            return f"error {reason}"

    return "; ".join(answer(step) for step in record.text("steps").split("; "))


class Row:
    """The bytes of a stored state, and who asks, with which key."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.key_bytes = bytes.fromhex(record.text("key"))
        self.key_id = record.number("key-id", 1)
        self.user = record.optional("user") or record.optional("subject") or ""
        address = record.optional("origin")
        self.origin = None if address is None else Origin(address)
        self.purpose = record.optional("purpose") or "address_validation"
        self.channel = record.optional("channel") or "email"
        self.state: bytes | None = None

    @property
    def key(self) -> ServiceKey:
        return ServiceKey(self.key_bytes, key_id=self.key_id)

    @property
    def stored(self) -> bytes:
        assert self.state is not None
        return self.state

    def common(self, step: str) -> str:
        """Runs the steps that all machines have, on the bytes of the state."""
        verb, _, rest = step.partition(" ")
        match verb:
            case "user" | "subject":
                self.user, self.origin = rest, None
            case "origin":
                try:
                    self.origin = Origin(rest)
                except ValueError:
                    return "not_an_address"
            case "channel":
                self.channel = rest
            case "purpose":
                self.purpose = rest
            case "key-id":
                self.key_id = int(rest)
            case "state":
                return (self.state or b"").hex()
            case "cut":
                self.state = self.stored[: int(rest)]
            case "set":
                offset, _, hexadecimal = rest.partition(" ")
                at, new = int(offset), bytes.fromhex(hexadecimal)
                self.state = self.stored[:at] + new + self.stored[at + len(new) :]
            case _:
                raise ValueError(f"step {step}")
        return "-"


class ChallengeRow(Row):
    def __init__(self, record: Record, policy: ChallengePolicy) -> None:
        super().__init__(record)
        self.policy = policy

    @property
    def binding(self) -> ChallengeBinding:
        return ChallengeBinding(
            purpose=ChallengePurpose(self.purpose),
            channel=ChallengeChannel(self.channel),
            user=self.user,
            destination=self.record.text("destination"),
        )

    def step(self, step: str) -> str:
        verb, _, rest = step.partition(" ")
        now, _, typed = rest.partition(" ")
        match verb:
            case "issue":
                return self.issue(int(now))
            case "verify":
                verified = Challenge(self.stored).verify(
                    typed, key=self.key, binding=self.binding, now=int(now)
                )
                self.state = bytes(verified.next)
                return said(challenge_answer(verified.outcome), verified.clock_back)
            case "deliver":
                delivered = Challenge(self.stored).deliver(
                    key=self.key, binding=self.binding, now=int(now)
                )
                if isinstance(delivered, DeliverLive):
                    return f"live {delivered.code.compact}"
                return delivered.name
            case "lift":
                lifted = Challenge(self.stored).lift(
                    key=self.key, binding=self.binding, now=int(now)
                )
                self.state = bytes(lifted)
                return "done"
            case "generation":
                return str(Challenge(self.stored).generation)
        return self.common(step)

    def issue(self, now: int) -> str:
        issued = Challenge.issue(
            None if self.state is None else Challenge(self.state),
            key=self.key,
            binding=self.binding,
            entropy=bytes.fromhex(self.record.text("entropy")),
            now=now,
            policy=self.policy,
        )
        self.state = bytes(issued.next)
        return said(issue_answer(issued.outcome), issued.clock_back)


class ThrottleRow(Row):
    def __init__(self, record: Record, policy: ThrottlePolicy) -> None:
        super().__init__(record)
        self.policy = policy

    @property
    def subject(self) -> str | Origin:
        return self.user if self.origin is None else self.origin

    def step(self, step: str) -> str:
        verb, _, now = step.partition(" ")
        match verb:
            case "begin":
                begun = Throttle.begin(
                    None if self.state is None else Throttle(self.state),
                    key=self.key,
                    subject=self.subject,
                    now=int(now),
                    policy=self.policy,
                )
                self.state = bytes(begun.next)
                return said(throttle_answer(begun.outcome), begun.clock_back)
            case "succeed":
                state = Throttle(self.stored)
                self.state = bytes(state.succeed(key=self.key, subject=self.subject, now=int(now)))
                return "done"
            case "lift":
                state = Throttle(self.stored)
                self.state = bytes(state.lift(key=self.key, subject=self.subject, now=int(now)))
                return "done"
            case "generation":
                return str(Throttle(self.stored).generation)
        return self.common(step)


class RecoveryRow(Row):
    def __init__(self, record: Record) -> None:
        super().__init__(record)
        self.codes: tuple[LetterCode, ...] = ()

    def step(self, step: str) -> str:
        verb, _, rest = step.partition(" ")
        match verb:
            case "generate":
                made = RecoveryCodes.generate(
                    None if self.state is None else RecoveryCodes(self.state),
                    key=self.key,
                    user=self.user,
                    entropy=bytes.fromhex(rest or self.record.text("entropy")),
                )
                self.state, self.codes = bytes(made.next), made.outcome
                return " ".join(["made", *(code.compact for code in self.codes)])
            case "verify":
                state = RecoveryCodes(self.stored)
                verified = state.verify(rest, key=self.key, user=self.user)
                self.state = bytes(verified.next)
                return recovery_answer(verified.outcome)
            case "left":
                return str(RecoveryCodes(self.stored).left(key=self.key, user=self.user))
            case "display":
                return self.codes[int(rest) - 1].display
            case "generation":
                return str(RecoveryCodes(self.stored).generation)
        return self.common(step)


def said(answer: str, clock_back: bool) -> str:
    return f"{answer} clock_back" if clock_back else answer


def issue_answer(outcome: IssueOutcome) -> str:
    match outcome:
        case Issued(code=code, expires_s=expires_s):
            return f"issued {code.compact} {expires_s}"
        case IssueDisabled():
            return outcome.name
    return f"{outcome.name} {outcome.until_s}"


def challenge_answer(outcome: ChallengeOutcome) -> str:
    if isinstance(outcome, ChallengeWrong):
        return f"wrong {outcome.left}"
    return outcome.name


def recovery_answer(outcome: RecoveryOutcome) -> str:
    if isinstance(outcome, RecoveryAccepted):
        return f"accepted {outcome.left}"
    return outcome.name


def throttle_answer(outcome: ThrottleOutcome) -> str:
    if isinstance(outcome, ThrottleDelayed | ThrottleSuspended):
        return f"{outcome.name} {outcome.until_s}"
    return outcome.name


CHALLENGE_FIELDS = {
    "digits": "digits",
    "lifetime": "lifetime_s",
    "attempts": "attempts",
    "cooldown": "cooldown_s",
    "period": "period_s",
    "issues": "issues",
    "failures": "failures",
}

THROTTLE_FIELDS = {
    "free": "free",
    "delay": "delay_s",
    "suspend-after": "suspend_after",
    "suspension": "suspension_s",
    "failures": "failures",
    "window": "window_s",
}
