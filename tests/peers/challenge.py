"""An independent model of the code that is e-mailed, texted or posted, and of the throttle.

With nothing but Python's library it leads every row of tests/vectors/challenge and of throttle
through its life, as DESIGN.md has it, and fails where the vectors say otherwise. `--answers` prints
what it would say.
"""

import hashlib
import hmac
import ipaddress
import pathlib
import struct
import sys
import unicodedata

VECTORS = pathlib.Path(__file__).parent.parent / "vectors"
PURPOSES = {"address_validation": 1, "recovery": 2, "sign_in": 3, "sign_in_unchecked_policy": 4}
CHANNELS = {"email": 1, "text": 2, "post": 3}
DAY = 86_400
# Byte 4 of the state of a posted code: the alphabet of letters, twelve of them and one to check.
LETTERS = 1 << 4 | 13
LAST = 2**64 - 1
EARLIEST, LATEST, AHEAD = 1_767_225_600, 3_471_292_800, 400 * DAY
DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
HYPHENS = "-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
READ_AS = {"O": "0", "I": "1", "L": "1"}
# The powers of a root of x^5 + x^2 + 1, one after the other: 1, x, x^2 … x^30.
POWERS = [1]
while len(POWERS) < 31:
    POWERS.append((POWERS[-1] << 1) ^ (0b100101 if POWERS[-1] & 16 else 0))


class Refused(Exception):
    """The request cannot be decided, for the reason of this wire name."""


def refuse(condition, reason):
    if condition:
        raise Refused(reason)


def mac(key, message):
    return hmac.new(key, message, hashlib.sha256).digest()


def field(value):
    return struct.pack(">I", len(value)) + value


def subkey(key, role):
    return mac(key, b"sceau/v1/" + role)


def later(moment, seconds):
    return min(moment + seconds, LAST)


def check_sum(values):
    """The sum of the values, each times a power of x: the last one times 1. By logarithms."""
    total = 0
    for place, value in enumerate(reversed(values)):
        total ^= POWERS[(POWERS.index(value) + place) % 31] if value else 0
    return total


def letter(character):
    """The value of a typed letter or digit, or None."""
    decimal = unicodedata.decimal(character, None)
    if decimal is not None:
        return decimal
    if "\uff01" <= character <= "\uff5e":
        character = unicodedata.normalize("NFKC", character)
    upper = character.upper() if character.isascii() else character
    found = ALPHABET.find(READ_AS.get(upper, upper))
    return None if found < 0 else found


class Row:
    """What both machines have: who asks, the stored bytes, and the clock."""

    def __init__(self, record):
        self.key, self.key_id = bytes.fromhex(record["key"]), int(record.get("key-id", "1"))
        self.state = None

    def number(self, name, default):
        return int(self.record.get(name, default))

    def open(self):
        blob = self.state
        refuse(len(blob) != self.SIZE, "state_length")
        refuse(blob[0] != 1, "state_version")
        refuse(blob[1] != self.KIND, "state_kind")
        refuse(struct.unpack(">I", blob[12:16])[0] != self.key_id, "state_unknown_key")
        refuse(self.tag(blob[:-16]) != blob[-16:], "state_unauthentic")
        self.read(struct.unpack(self.LAYOUT, blob[:-16]))

    def tag(self, body):
        return mac(subkey(self.key, self.ROLE), body + b"".join(map(field, self.bound())))[:16]

    def seal(self):
        body = struct.pack(self.LAYOUT, *self.written())
        self.state = body + self.tag(body)

    def advance(self, now):
        refuse(now >= LATEST, "state_clock_ahead")
        refuse(self.mark >= EARLIEST and now > later(self.mark, AHEAD), "state_clock_ahead")
        back, self.mark = now < self.mark, max(now, self.mark)
        self.generation += 1
        return " clock_back" if back else ""

    def set_clock(self, now):
        refuse(now >= LATEST, "state_clock_ahead")
        self.mark, self.generation = now, self.generation + 1

    def common(self, verb, rest):
        if verb == "state":
            return self.state.hex()
        if verb == "generation":
            return str(struct.unpack(">Q", self.state[16:24])[0])
        if verb == "cut":
            self.state = self.state[: int(rest[0])]
        elif verb == "set":
            at, new = int(rest[0]), bytes.fromhex(rest[1])
            self.state = self.state[:at] + new + self.state[at + len(new) :]
        else:
            assert verb == "key-id", verb
            self.key_id = int(rest[0])
        return "-"


class Challenge(Row):
    SIZE, KIND, ROLE = 96, 1, b"state-challenge"
    LAYOUT = ">8BBBHIQQQQQ16s8x"

    def __init__(self, record):
        super().__init__(record)
        self.record = record
        self.user, self.destination = record["user"].encode(), record["destination"].encode()
        self.purpose = record.get("purpose", "address_validation")
        self.channel = record.get("channel", "email")
        digits, lifetime, cooldown, period, issues = 6, 600, 60, DAY, 10
        if record.get("policy") == "post":
            digits, lifetime, cooldown, period, issues = 0, 21 * DAY, 7 * DAY, 30 * DAY, 3
        self.most_digits = self.number("digits", digits)
        self.most_attempts = self.number("attempts", 5)
        self.lifetime = self.number("lifetime", lifetime)
        self.cooldown = self.number("cooldown", cooldown)
        self.period, self.most_issues = self.number("period", period), self.number("issues", issues)
        self.most_failures = self.number("failures", 100)
        longest = 600 if self.most_digits else 30 * DAY
        refuse(not 1 <= self.lifetime <= longest, "challenge_policy_lifetime")
        refuse(not 1 <= self.most_attempts <= 10, "challenge_policy_attempts")
        refuse(self.cooldown > self.lifetime, "challenge_policy_cooldown")
        refuse(not self.lifetime <= self.period <= 30 * DAY, "challenge_policy_period")
        refuse(not 1 <= self.most_issues <= 100, "challenge_policy_issues")
        refuse(not 1 <= self.most_failures <= 100, "challenge_policy_failures")

    def bound(self):
        return [self.user, self.destination]

    def read(self, fields):
        (_, _, purpose, channel, byte, self.used, self.attempts, self.allowed) = fields[:8]
        self.digits = 0 if byte == LETTERS else byte
        self.issues, _, self.failures, _, self.generation = fields[8:13]
        self.issued, self.expires, self.start, self.mark, self.nonce = fields[13:]
        asked = (PURPOSES[self.purpose], CHANNELS[self.channel])
        refuse((purpose, channel) != asked, "state_wrong_purpose")

    def written(self):
        purpose, channel = PURPOSES[self.purpose], CHANNELS[self.channel]
        kind = self.digits or LETTERS
        yield from (1, 1, purpose, channel, kind, self.used, self.attempts, self.allowed)
        yield from (self.issues, 0, self.failures, self.key_id, self.generation, self.issued)
        yield from (self.expires, self.start, self.mark, self.nonce)

    def code(self):
        bound = self.nonce + struct.pack(">Q", self.issued)
        bound += bytes((PURPOSES[self.purpose], CHANNELS[self.channel]))
        bound += b"".join(map(field, self.bound()))
        tag = mac(mac(subkey(self.key, b"code"), bound), struct.pack(">Q", self.issues))
        if not self.digits:
            bits = int.from_bytes(tag, "big") >> 256 - 60
            values = [bits >> 5 * place & 31 for place in reversed(range(12))]
            check = next(value for value in range(32) if check_sum([*values, value]) == 0)
            return "".join(ALPHABET[value] for value in [*values, check])
        offset = tag[-1] & 15
        number = struct.unpack(">I", tag[offset : offset + 4])[0] & 0x7FFFFFFF
        return str(number % 10**self.digits).zfill(self.digits)

    def typed(self, text):
        kept = [c for c in text if c not in DROPPED and unicodedata.category(c) != "Zs"]
        if not self.digits:
            values = [letter(c) for c in kept if c not in HYPHENS]
            if len(text.encode()) > 128 or len(values) != 13 or None in values or check_sum(values):
                return None
            return "".join(ALPHABET[value] for value in values)
        values = [unicodedata.decimal(c, None) for c in kept]
        if len(text.encode()) > 128 or len(values) != self.digits or None in values:
            return None
        return "".join(map(str, values))

    def step(self, verb, rest):
        if verb in ("user", "purpose", "channel"):
            setattr(self, verb, rest[0].encode() if verb == "user" else rest[0])
            return "-"
        if verb not in ("issue", "verify", "deliver", "lift"):
            return self.common(verb, rest)
        if verb != "issue" or self.state is not None:
            refuse(len(self.state) != self.SIZE, "state_length")
        refuse(self.purpose == "sign_in" and self.channel != "text", "state_sign_in_channel")
        return getattr(self, verb)(int(rest[0]), " ".join(rest[1:]))

    def issue(self, now, _):
        refuse(bool(self.most_digits) == (self.channel == "post"), "state_wrong_policy")
        first = self.state is None
        if first:
            self.digits, self.used, self.attempts, self.allowed = 6, 1, 0, 0
            self.issues, self.failures, self.generation, self.nonce = 0, 0, 0, bytes(16)
            self.issued = self.expires = self.start = self.mark = now
        else:
            self.open()
        back = self.advance(now)
        answer = self.refusal(first) or self.renew()
        self.seal()
        return answer + back

    def refusal(self, first):
        if self.failures >= self.most_failures:
            return "disabled"
        rested, end = later(self.issued, self.cooldown), later(self.start, self.period)
        if not first and self.mark < rested:
            return f"too_soon {rested}"
        if not first and self.issues >= self.most_issues and self.mark < end:
            return f"too_many {end}"
        return None

    def renew(self):
        if self.mark >= later(self.start, self.period):
            self.start, self.issues = self.mark, 0
        self.allowed = min(self.most_attempts, self.most_failures - self.failures)
        self.attempts, self.used, self.digits = 0, 0, self.most_digits
        self.issues += 1
        self.issued, self.expires = self.mark, later(self.mark, self.lifetime)
        self.nonce = bytes.fromhex(self.record["entropy"])
        return f"issued {self.code()} {self.expires}"

    def verify(self, now, text):
        self.open()
        back = self.advance(now)
        answer = self.judge(text)
        self.seal()
        return answer + back

    def judge(self, text):
        typed = self.typed(text)
        if typed is None:
            return "malformed"
        dead = self.dead("already_used", "exhausted")
        if dead:
            return dead
        self.attempts, self.failures = self.attempts + 1, self.failures + 1
        if typed != self.code():
            return f"wrong {self.allowed - self.attempts}"
        self.used, self.failures = 1, 0
        return "accepted"

    def dead(self, used, exhausted):
        if self.mark >= self.expires:
            return "expired"
        if self.used:
            return used
        return exhausted if self.attempts >= self.allowed else None

    def deliver(self, now, _):
        self.open()
        self.advance(now)
        return self.dead("already_used", "exhausted") or f"live {self.code()}"

    def lift(self, now, _):
        self.open()
        self.set_clock(now)
        self.used, self.attempts, self.allowed, self.issues, self.failures = 1, 0, 0, 0, 0
        self.issued, self.expires, self.start = 0, now, now
        self.seal()
        return "done"


class Throttle(Row):
    SIZE, KIND, ROLE = 64, 2, b"state-throttle"
    LAYOUT = ">4BH6xIQQQQ"

    def __init__(self, record):
        super().__init__(record)
        self.record = record
        free, after, most, window = 4, 10, 100, 0
        if record.get("policy") == "origins":
            free, after, most, window = 200, 210, 1_000, DAY
        self.free, self.delay = self.number("free", free), self.number("delay", 2)
        self.after, self.suspension = self.number("suspend-after", after), self.number("suspension", 900)
        self.most, self.window = self.number("failures", most), self.number("window", window)
        refuse(not 1 <= self.delay <= 3_600, "throttle_policy_delay")
        refuse(self.after <= self.free, "throttle_policy_suspend_after")
        refuse(not 1 <= self.suspension <= 30 * DAY, "throttle_policy_suspension")
        bound = 10_000 if self.window else 100
        refuse(not self.after <= self.most <= bound, "throttle_policy_failures")
        refuse(self.window and not 60 <= self.window <= 30 * DAY, "throttle_policy_window")
        self.account, self.address = record.get("subject"), None
        if "origin" in record:
            assert self.origin(record["origin"]) == "-", record
            assert self.address is not None

    def origin(self, text):
        try:
            address = ipaddress.ip_address(text)
        except ValueError:
            return "not_an_address"
        if getattr(address, "scope_id", None):
            return "not_an_address"
        address = getattr(address, "ipv4_mapped", None) or address
        self.address = address.packed[:8]
        return "-"

    def bound(self):
        return [self.account.encode() if self.address is None else self.address]

    def read(self, fields):
        _, _, kind, _, self.failures, _, self.generation, self.until, self.mark, self.start = fields
        refuse(kind != (self.address is not None), "state_wrong_purpose")

    def written(self):
        kind = 0 if self.address is None else 1
        yield from (1, 2, kind, 0, self.failures, self.key_id, self.generation)
        yield from (self.until, self.mark, self.start)

    def step(self, verb, rest):
        if verb == "subject":
            self.account, self.address = rest[0], None
            return "-"
        if verb == "origin":
            return self.origin(" ".join(rest))
        if verb not in ("begin", "succeed", "lift"):
            return self.common(verb, rest)
        return getattr(self, verb)(int(rest[0]))

    def begin(self, now):
        if self.state is not None:
            refuse(len(self.state) != self.SIZE, "state_length")
        refuse(bool(self.window) != (self.address is not None), "state_wrong_policy")
        if self.state is None:
            self.failures = self.generation = self.until = self.start = 0
            self.mark = now
        else:
            self.open()
        back = self.advance(now)
        answer = self.attempt()
        self.seal()
        return answer + back

    def attempt(self):
        full, end = self.failures >= self.most, later(self.start, self.window)
        if self.window:
            until = max(self.until, end) if full else self.until
            if self.mark < until:
                return f"delayed {until}"
            if self.failures == 0 or self.mark >= end:
                self.failures, self.start = 0, self.mark
        elif full:
            return "disabled"
        elif self.mark < self.until:
            kind = "suspended" if self.failures >= self.after else "delayed"
            return f"{kind} {self.until}"
        self.failures += 1
        self.until = later(self.mark, self.pause())
        return "allowed"

    def pause(self):
        if self.failures >= self.after:
            return self.suspension
        over = self.failures - self.free
        return 0 if over <= 0 else min(self.delay * 2 ** (over - 1), self.suspension)

    def succeed(self, now):
        self.open()
        self.advance(now)
        if self.address is None:
            self.failures = self.until = self.start = 0
        else:
            self.failures = max(self.failures - 1, 0)
        self.seal()
        return "done"

    def lift(self, now):
        self.open()
        self.set_clock(now)
        self.failures = self.until = self.start = 0
        self.seal()
        return "done"


def answers(machine, record):
    try:
        row = machine(record)
    except Refused as refused:
        return [f"error {refused}"]
    said = []
    for step in record["steps"].split("; "):
        kept = vars(row).copy()
        try:
            verb, *rest = step.split(" ")
            said.append(row.step(verb, rest))
        except Refused as refused:
            vars(row).update(kept)
            said.append(f"error {refused}")
    return said


def records(path):
    for block in path.read_text("utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        pairs = [line.split(":", 1) for line in lines]
        if pairs:
            yield {name: value.strip() for name, value in pairs}


def main():
    for name, machine in (
        ("challenge/life", Challenge),
        ("challenge/post", Challenge),
        ("throttle/life", Throttle),
    ):
        checked = 0
        for record in records(VECTORS / f"{name}.txt"):
            ours = answers(machine, record)
            if "--answers" in sys.argv:
                print(f"comment: {record['comment']}\nexpect: {'; '.join(ours)}\n")
            elif ours != record["expect"].split("; "):
                sys.exit(f"{record['comment']}: {'; '.join(ours)}")
            checked += len(ours)
        assert checked, f"{name}: nothing was checked"
        print(f"{name}: {checked} answers, codes and states agree with hashlib")
    return 0


if __name__ == "__main__":
    sys.exit(main())
