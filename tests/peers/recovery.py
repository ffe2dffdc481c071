"""An independent model of recovery codes, with nothing but Python's hmac, hashlib and unicodedata.

Lives every record of tests/vectors/otp/recovery.txt and golden/recovery.txt, and fails where the
vectors say otherwise. With `--write`, it writes what it says into the files instead.
"""

import hashlib
import hmac
import pathlib
import re
import struct
import sys
import unicodedata

VECTORS = pathlib.Path(__file__).parent.parent / "vectors"
FILES = ("otp/recovery.txt", "golden/recovery.txt")
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
DROPPED = "-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d\xad\u200b\u200c\u200d\u2060\ufeff"
SIZE, TAGS, TAG_AT = 208, 32, 192


def mac(key, message):
    return hmac.new(key, message, hashlib.sha256).digest()


def field(value):
    return struct.pack(">I", len(value)) + value


def times(a, b):
    """Multiplies two polynomials over GF(2), and takes the rest by x^5 + x^2 + 1."""
    product = 0
    for power in range(5):
        if b >> power & 1:
            product ^= a << power
    for power in range(8, 4, -1):
        if product >> power & 1:
            product ^= 0b100101 << (power - 5)
    return product


def weighted(values):
    """Sums the values, each times its own power of x: the last one times 1."""
    total, power = 0, 1
    for value in reversed(values):
        total ^= times(value, power)
        power = times(power, 2)
    return total


def check_of(values):
    """Finds the value that makes the sum with it 0, by trying all."""
    return next(check for check in range(32) if weighted([*values, check]) == 0)


def write(values):
    return "".join(ALPHABET[value] for value in [*values, check_of(values)])


def grouped(code):
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def read(typed):
    """Returns the sixteen values of a typed code, or None."""
    if len(typed.encode()) > 128:
        return None
    values = []
    for character in typed:
        if character in DROPPED or unicodedata.category(character) == "Zs":
            continue
        if unicodedata.decimal(character, None) is not None:
            character = str(unicodedata.decimal(character))
        if "\uff21" <= character <= "\uff3a" or "\uff41" <= character <= "\uff5a":
            character = chr(ord(character) - 0xFEE0)
        if not character.isascii():
            return None
        character = character.upper().translate({ord("O"): "0", ord("I"): "1", ord("L"): "1"})
        if character not in ALPHABET:
            return None
        values.append(ALPHABET.index(character))
    return values[:16] if len(values) == 17 and weighted(values) == 0 else None


class Row:
    """One user's row, as its bytes, and who asks, with which key."""

    def __init__(self, record):
        self.key = bytes.fromhex(record["key"])
        self.key_id = int(record.get("key-id", "1"))
        self.user = record["user"]
        self.entropy = record["entropy"]
        self.state = None
        self.codes = []

    def subkey(self, role):
        return mac(self.key, b"sceau/v1/" + role)

    def list_key(self, made):
        return mac(self.subkey(b"recovery"), field(self.user.encode()) + struct.pack(">Q", made))

    def code(self, made, index, entropy):
        bits = int.from_bytes(mac(self.list_key(made), bytes([1, index]) + entropy)[:10], "big")
        return [bits >> (75 - 5 * place) & 31 for place in range(16)]

    def stored(self, made, index, values):
        return mac(self.list_key(made), bytes([2, index]) + bytes(values))[:16]

    def tag(self, body):
        return mac(self.subkey(b"state-recovery"), body + field(self.user.encode()))[:16]

    def seal(self, used, generation, made, tags):
        head = struct.pack(">BBH8xIQQ", 1, 4, used, self.key_id, generation, made)
        body = head + b"".join(tags)
        self.state = body + self.tag(body)

    def open(self):
        if len(self.state) != SIZE:
            raise ValueError("state_length")
        version, kind, used, key_id, generation, made = struct.unpack(">BBH8xIQQ", self.state[:32])
        if version != 1:
            raise ValueError("state_version")
        if kind != 4:
            raise ValueError("state_kind")
        if key_id != self.key_id:
            raise ValueError("state_unknown_key")
        if self.tag(self.state[:TAG_AT]) != self.state[TAG_AT:]:
            raise ValueError("state_unauthentic")
        return used, generation, made, [self.state[at : at + 16] for at in range(TAGS, TAG_AT, 16)]

    def next(self, generation):
        if generation == 2**64 - 1:
            raise ValueError("state_generation_exhausted")
        return generation + 1

    def generate(self, entropy):
        made = self.next(self.open()[1] if self.state is not None else 0)
        values = [self.code(made, index, bytes.fromhex(entropy)) for index in range(10)]
        tags = [self.stored(made, index, values[index]) for index in range(10)]
        self.seal(0, made, made, tags)
        self.codes = [write(code) for code in values]
        return " ".join(["made", *self.codes])

    def verify(self, typed):
        used, generation, made, tags = self.open()
        generation = self.next(generation)
        values, answer = read(typed), "malformed"
        if values is not None:
            places = [i for i in range(10) if self.stored(made, i, values) == tags[i]]
            answer = "wrong"
            if places:
                bit = 1 << places[0]
                answer = "already_used"
                if not used & bit:
                    used |= bit
                    answer = f"accepted {10 - used.bit_count()}"
        self.seal(used, generation, made, tags)
        return answer

    def step(self, step):
        verb, _, rest = step.partition(" ")
        match verb:
            case "generate":
                return self.generate(rest or self.entropy)
            case "verify":
                return self.verify(rest)
            case "display":
                return grouped(self.codes[int(rest) - 1])
            case "left":
                return str(10 - self.open()[0].bit_count())
            case "generation":
                if len(self.state) != SIZE:
                    raise ValueError("state_length")
                return str(struct.unpack(">Q", self.state[16:24])[0])
            case "state":
                return self.state.hex()
            case "user":
                self.user = rest
            case "key-id":
                self.key_id = int(rest)
            case "cut":
                self.state = self.state[: int(rest)]
            case "set":
                at, _, new = rest.partition(" ")
                at, new = int(at), bytes.fromhex(new)
                self.state = self.state[:at] + new + self.state[at + len(new) :]
            case _:
                raise AssertionError(step)
        return "-"


def live(record):
    row, answers = Row(record), []
    for step in record["steps"].split("; "):
        try:
            answers.append(row.step(step))
        except ValueError as reason:
            answers.append(f"error {reason}")
    return "; ".join(answers)


def records(text):
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            pairs = [line.split(":", 1) for line in lines]
            yield block, {name: value.strip() for name, value in pairs}


def check(path, writes):
    text, count = path.read_text("utf-8"), 0
    for block, record in records(text):
        says = live(record)
        if writes:
            text = text.replace(block, re.sub("(?m)^expect:.*$", f"expect: {says}", block))
        elif record["expect"] != says:
            sys.exit(f"recovery: {record['comment']}\n  not {record['expect']}\n  but {says}")
        count += 1
    if writes:
        path.write_text(text, "utf-8")
    if not count:
        sys.exit(f"recovery: nothing was checked in {path.name}")
    return count


def main(arguments):
    counts = [check(VECTORS / name, arguments == ["--write"]) for name in FILES]
    print(f"recovery: {sum(counts)} lives of a row agree with Python's hmac")


if __name__ == "__main__":
    main(sys.argv[1:])
