"""`device/life.txt`: a port of tests/families/devices.rs."""

from sceau.device import Device, DeviceAccepted, DeviceOutcome, DevicePolicy, DevicePolicyError
from sceau.device import selector_of

from records import Record
from states import Row, said, steps


def device(record: Record) -> str:
    lifetime = record.optional("lifetime")
    try:
        policy = DevicePolicy() if lifetime is None else DevicePolicy(lifetime_s=int(lifetime))
    except DevicePolicyError as reason:
        return f"error {reason}"
    return steps(record, DeviceRow(record, policy).step)


class DeviceRow(Row):
    def __init__(self, record: Record, policy: DevicePolicy) -> None:
        super().__init__(record)
        self.policy = policy

    def step(self, step: str) -> str:
        verb, _, rest = step.partition(" ")
        now, _, token = rest.partition(" ")
        match verb:
            case "remember":
                return self.remember(int(now))
            case "verify":
                verified = Device(self.stored).verify(
                    token, key=self.key, user=self.user, now=int(now)
                )
                self.state = bytes(verified.next)
                return said(answer(verified.outcome), verified.clock_back)
            case "revoke":
                state = Device(self.stored)
                self.state = bytes(state.revoke(key=self.key, user=self.user, now=int(now)))
                return "done"
            case "find":
                found = selector_of(rest)
                assert found == selector_of(rest.encode())
                return "none" if found is None else found.hex()
            case "selector":
                return Device(self.stored).selector.hex()
            case "generation":
                return str(Device(self.stored).generation)
        return self.common(step)

    def remember(self, now: int) -> str:
        remembered = Device.remember(
            key=self.key,
            user=self.user,
            entropy=bytes.fromhex(self.record.text("entropy")),
            now=now,
            policy=self.policy,
        )
        self.state = bytes(remembered.state)
        return f"remembered {remembered.token.text} {remembered.expires_s}"


def answer(outcome: DeviceOutcome) -> str:
    if isinstance(outcome, DeviceAccepted):
        rotated = " rotated" if outcome.rotated else ""
        return f"accepted {outcome.token.text} {outcome.expires_s}{rotated}"
    return outcome.name
