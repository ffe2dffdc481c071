"""An independent model of the remembered device, with nothing but hashlib.

Reads tests/vectors/device/life.txt, leads each record's row through its steps as DESIGN.md says, computes
every token and every blob, and fails where the vectors say otherwise.
"""

import dataclasses
import hashlib
import hmac
import pathlib
import re
import struct
import sys

VECTORS = pathlib.Path(__file__).parent.parent / "vectors" / "device" / "life.txt"
LAYOUT = struct.Struct(">BBB9xIQQQQQ16s16s")
LIVE, REVOKED, STOLEN = 0, 1, 2
GRACE, MAX_AHEAD, DAY = 60, 400 * 86_400, 86_400
EARLIEST, LATEST = 1_767_225_600, 3_471_292_800
GREATEST = 2**64 - 1


def mac(key, message):
    return hmac.new(key, message, hashlib.sha256).digest()


def subkey(key, role):
    return mac(key, b"sceau/v1/" + role)


def field(value):
    return struct.pack(">I", len(value)) + value


class Refusal(Exception):
    """An error of the state: nothing is stored."""


@dataclasses.dataclass
class Who:
    """Who asks, with which key, and for how long a device is remembered."""

    key: bytes
    key_id: int
    user: bytes
    lifetime: int

    def token(self, selector, number, seed):
        message = selector + struct.pack(">Q", number) + seed + field(self.user)
        tag = mac(subkey(self.key, b"device"), message)[:16]
        return (selector + struct.pack(">Q", number) + tag).hex()

    def seal(self, row):
        body = LAYOUT.pack(
            1, 3, row["status"], self.key_id, row["generation"], row["number"], row["rotated"],
            row["expires"], row["mark"], row["selector"], row["seed"],
        )
        return body + mac(subkey(self.key, b"state-device"), body + field(self.user))[:16]

    def open(self, blob, now):
        if len(blob) != 104:
            raise Refusal("state_length")
        names = ("status", "key_id", "generation", "number", "rotated", "expires", "mark",
                 "selector", "seed")
        version, kind, *fields = LAYOUT.unpack(blob[:88])
        row = dict(zip(names, fields, strict=True))
        if version != 1:
            raise Refusal("state_version")
        if kind != 3:
            raise Refusal("state_kind")
        if row["key_id"] != self.key_id:
            raise Refusal("state_unknown_key")
        if mac(subkey(self.key, b"state-device"), blob[:88] + field(self.user))[:16] != blob[88:]:
            raise Refusal("state_unauthentic")
        ahead = row["mark"] >= EARLIEST and now > row["mark"] + MAX_AHEAD
        if now >= LATEST or ahead:
            raise Refusal("state_clock_ahead")
        if row["generation"] == GREATEST:
            raise Refusal("state_generation_exhausted")
        row["back"], row["mark"] = now < row["mark"], max(now, row["mark"])
        row["generation"] += 1
        return row


def remember(who, entropy, now):
    row = {
        "status": LIVE, "generation": 1, "number": 1, "rotated": now, "mark": now,
        "expires": min(now + who.lifetime, GREATEST), "selector": entropy[:16], "seed": entropy[16:],
    }
    token = who.token(row["selector"], 1, row["seed"])
    return f"remembered {token} {row['expires']}", who.seal(row)


def verify(who, blob, now, text):
    row = who.open(blob, now)
    answer, kept = judge(who, row, text)
    return answer + (" clock_back" if row["back"] else ""), blob if kept else who.seal(row)


def judge(who, row, text):
    """Returns the answer, and whether the row stays as it was."""
    if not re.fullmatch("[0-9a-f]{80}", text):
        return "malformed", True
    number = int(text[32:48], 16)
    if text != who.token(row["selector"], number, row["seed"]):
        return "unknown", True
    if row["status"] != LIVE:
        return {REVOKED: "revoked", STOLEN: "stolen"}[row["status"]], False
    if row["mark"] >= row["expires"]:
        return "expired", False
    if number > row["number"]:
        raise Refusal("state_rolled_back")
    rotated = number == row["number"]
    if rotated:
        row["number"], row["rotated"] = number + 1, row["mark"]
    elif number != row["number"] - 1 or row["mark"] >= row["rotated"] + GRACE:
        row["status"] = STOLEN
        return "stolen", False
    token = who.token(row["selector"], row["number"], row["seed"])
    return f"accepted {token} {row['expires']}" + (" rotated" if rotated else ""), False


def revoke(who, blob, now):
    row = who.open(blob, now)
    if row["status"] == LIVE:
        row["status"] = REVOKED
    return "done", who.seal(row)


def life(record):
    """Yields what a record's steps answer."""
    lifetime = int(record.get("lifetime", 30 * DAY))
    if not 1 <= lifetime <= 365 * DAY:
        yield "error device_policy_lifetime"
        return
    who = Who(bytes.fromhex(record["key"]), int(record.get("key-id", 1)), record["user"].encode(),
              lifetime)
    blob = b""
    for step in record["steps"].split("; "):
        verb, _, rest = step.partition(" ")
        now, _, text = rest.partition(" ")
        answer = "-"
        try:
            if verb == "remember":
                answer, blob = remember(who, bytes.fromhex(record["entropy"]), int(now))
            elif verb == "verify":
                answer, blob = verify(who, blob, int(now), text)
            elif verb == "revoke":
                answer, blob = revoke(who, blob, int(now))
            elif verb == "find":
                answer = rest[:32] if re.fullmatch("[0-9a-f]{80}", rest) else "none"
            elif verb == "selector":
                answer = blob[56:72].hex()
            elif verb == "generation":
                answer = str(struct.unpack(">Q", blob[16:24])[0])
            elif verb == "state":
                answer = blob.hex()
            elif verb == "user":
                who.user = rest.encode()
            elif verb == "key-id":
                who.key_id = int(rest)
            elif verb == "cut":
                blob = blob[: int(rest)]
            elif verb == "set":
                at, written = int(now), bytes.fromhex(text)
                blob = (blob[:at] + written + blob[at + len(written) :])[: len(blob)]
            else:
                sys.exit(f"step {verb}")
        except Refusal as refusal:
            answer = f"error {refusal}"
        yield answer


def records(path):
    for block in path.read_text("utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        pairs = [line.split(":", 1) for line in lines]
        if pairs:
            yield {name: value.strip() for name, value in pairs}


def write():
    """Writes the model's answers into the vectors: the way to add a record."""
    lines, record = [], {}
    for line in VECTORS.read_text("utf-8").splitlines():
        name, _, value = line.partition(":")
        if not line:
            record = {}
        elif name == "expect":
            line = "expect: " + "; ".join(life(record))
        elif not line.startswith("#"):
            record[name] = value.strip()
        lines.append(line)
    VECTORS.write_text("\n".join(lines) + "\n", "utf-8")


def main():
    if sys.argv[1:] == ["--write"]:
        write()
    checked = 0
    for record in records(VECTORS):
        ours = "; ".join(life(record))
        if ours != record["expect"]:
            sys.exit(f"{record['comment']}:\n  model   {ours}\n  vectors {record['expect']}")
        checked += ours.count("; ") + 1
    if not checked:
        sys.exit("device: nothing was checked")
    print(f"device: {checked} steps agree with a model over hashlib")


if __name__ == "__main__":
    main()
