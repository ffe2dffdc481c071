"""An independent model of the e-mailed code and of both state blobs, with nothing but hashlib.

Reads tests/vectors/challenge/life.txt and throttle/life.txt, recomputes every `issued`, `live` and
`state` in them from the construction in DESIGN.md, and fails where the vectors say otherwise.
"""

import hashlib
import hmac
import pathlib
import struct
import sys

VECTORS = pathlib.Path(__file__).parent.parent / "vectors"
PURPOSES = {"address_validation": 1, "recovery": 2, "sign_in": 3}


def mac(key, message):
    return hmac.new(key, message, hashlib.sha256).digest()


def field(value):
    return struct.pack(">I", len(value)) + value


def subkey(key, role):
    return mac(key, b"sceau/v1/" + role)


def code(key, nonce, issued, purpose, channel, user, destination, issues, digits):
    bound = nonce + struct.pack(">QBB", issued, purpose, channel) + field(user) + field(destination)
    tag = mac(mac(subkey(key, b"code"), bound), struct.pack(">Q", issues))
    offset = tag[-1] & 15
    number = struct.unpack(">I", tag[offset : offset + 4])[0] & 0x7FFFFFFF
    return str(number % 10**digits).zfill(digits)


def authentic(key, role, blob, fields):
    body, tag = blob[:-16], blob[-16:]
    return mac(subkey(key, role), body + b"".join(map(field, fields)))[:16] == tag


def records(path):
    for block in path.read_text("utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        pairs = [line.split(":", 1) for line in lines]
        if pairs:
            yield {name: value.strip() for name, value in pairs}


def check_challenge(record):
    key, nonce = bytes.fromhex(record["key"]), bytes.fromhex(record["entropy"])
    user, destination = record["user"].encode(), record["destination"].encode()
    purpose, digits = PURPOSES[record.get("purpose", "address_validation")], 6
    checked, issues, issued = 0, 0, 0
    digits = int(record.get("digits", "6"))
    steps = zip(record["steps"].split("; "), record["expect"].split("; "), strict=True)
    for step, result in steps:
        words, result = step.split(" "), result.split(" ")
        if words[0] == "issue" and result[0] == "issued":
            period = int(record.get("period", "86400"))
            if issues == 0 or int(words[1]) >= start + period:
                issues, start = 0, int(words[1])
            issues, issued = issues + 1, int(words[1])
        if result[0] in ("issued", "live"):
            ours = code(key, nonce, issued, purpose, 1, user, destination, issues, digits)
            assert result[1] == ours, (record["comment"], ours)
            checked += 1
        if words[0] == "state":
            blob = bytes.fromhex(result[0])
            assert len(blob) == 96, record["comment"]
            assert authentic(key, b"state-challenge", blob, [user, destination]), record["comment"]
            assert struct.unpack(">Q", blob[24:32])[0] == issued and blob[56:72] == nonce
            checked += 1
    return checked


def check_throttle(record):
    key, checked = bytes.fromhex(record["key"]), 0
    for step, result in zip(record["steps"].split("; "), record["expect"].split("; "), strict=True):
        if step == "state":
            blob = bytes.fromhex(result)
            subject = record["subject"].encode()
            assert len(blob) == 64 and authentic(key, b"state-throttle", blob, [subject])
            checked += 1
    return checked


def main():
    total = 0
    for name, check in (("challenge", check_challenge), ("throttle", check_throttle)):
        checked = sum(check(record) for record in records(VECTORS / name / "life.txt"))
        print(f"{name}: {checked} codes and blobs agree with hashlib")
        total += checked
        if not checked:
            sys.exit(f"{name}: nothing was checked")
    return 0


if __name__ == "__main__":
    sys.exit(main())
