"""Reads the golden blobs with nothing but hashlib, by the layouts in DESIGN.md.

Of each blob in tests/vectors/golden it computes the tag, and the code if one is alive, and fails
where the vectors say otherwise. The control: any one byte changed, and the tag is another.
"""

import hashlib
import hmac
import ipaddress
import pathlib
import struct
import sys

VECTORS = pathlib.Path(__file__).parent.parent / "vectors" / "golden"


def mac(key, message):
    return hmac.new(key, message, hashlib.sha256).digest()


def field(value):
    return struct.pack(">I", len(value)) + value


def subkey(record, role):
    return mac(bytes.fromhex(record["key"]), b"sceau/v1/" + role)


def records(path):
    for block in path.read_text("utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            yield {name: value.strip() for name, value in (line.split(":", 1) for line in lines)}


def authentic(record, blob, role, bound):
    """The tag, and the fields that every kind has: version, key id."""
    body, tag = blob[:-16], blob[-16:]
    expected = mac(subkey(record, role), body + b"".join(map(field, bound)))[:16]
    return tag == expected and blob[0] == 1 and blob[12:16] == struct.pack(
        ">I", int(record.get("key-id", "1"))
    )


def code(record, blob):
    """The code of a challenge's blob, which does not hold it."""
    user, destination = record["user"].encode(), record["destination"].encode()
    bound = blob[56:72] + blob[24:32] + blob[2:4] + field(user) + field(destination)
    tag = mac(mac(subkey(record, b"code"), bound), struct.pack(">Q", blob[8]))
    if blob[4] == 0x1D:
        return letters(tag)
    number = struct.unpack(">I", tag[tag[-1] & 15 :][:4])[0] & 0x7FFFFFFF
    digits = blob[4] & 15
    return str(number % 10**digits).zfill(digits)


def letters(tag):
    """Twelve of 32 characters, and the one with which all, times powers of x, sum to nothing."""
    bits = "".join(f"{byte:08b}" for byte in tag[:8])
    values = [int(bits[at : at + 5], 2) for at in range(0, 60, 5)]
    check = 0
    for value in values:
        check = (check ^ value) << 1
        check ^= 0b100101 if check > 31 else 0
    return "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[value] for value in [*values, check])


def origin(record):
    """An IPv4 address, or the first half of an IPv6 address."""
    return ipaddress.ip_address(record["origin"]).packed[:8]


def check(name, record):
    """Checks the golden blob and the one that the record ends with; returns how many things."""
    size, role, kind = {
        "challenge": (96, b"state-challenge", 1),
        "device": (104, b"state-device", 3),
        "recovery": (208, b"state-recovery", 4),
        "throttle": (64, b"state-throttle", 2),
    }[name]
    names = {"challenge": ("user", "destination"), "throttle": ("subject",)}.get(name, ("user",))
    bound = [record[part].encode() for part in names if part in record] or [origin(record)]
    steps, answers = record["steps"].split("; "), record["expect"].split("; ")
    assert len(steps) == len(answers) and steps[1].startswith("set 0 "), record["comment"]
    golden, last = bytes.fromhex(steps[1][6:]), bytes.fromhex(answers[-1])
    for blob in (golden, last):
        assert len(blob) == size and blob[1] == kind, record["comment"]
        assert authentic(record, blob, role, bound), record["comment"]
    assert answers[2] == str(struct.unpack(">Q", golden[16:24])[0]), record["comment"]
    for at in range(size):
        damaged = bytes(byte ^ (at == place) for place, byte in enumerate(golden))
        assert not authentic(record, damaged, role, bound), (record["comment"], at)
    live = [answer.split(" ")[1] for answer in answers if answer.startswith("live ")]
    assert all(said == code(record, golden) for said in live), record["comment"]
    return 2 + len(live)


def main():
    for name in ("challenge", "device", "recovery", "throttle"):
        checked = sum(check(name, record) for record in records(VECTORS / f"{name}.txt"))
        print(f"golden, {name}: {checked} blobs and codes agree with hashlib")
        if not checked:
            sys.exit(f"golden, {name}: nothing was checked")
    return 0


if __name__ == "__main__":
    sys.exit(main())
