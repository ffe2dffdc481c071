"""An independent model of one-time codes, Base32 and otpauth URIs, with Python's own library.

Reads tests/vectors/otp/*.txt, computes every answer that is not an error anew, and fails where the
vectors say otherwise; of an error it says that there is one. `--two-steps PREFIX` searches for a
secret that yields the same code in two steps that follow one another, as the vectors have them.
"""

import base64
import hashlib
import hmac
import pathlib
import re
import struct
import sys
import urllib.parse

VECTORS = pathlib.Path(__file__).parent.parent / "vectors" / "otp"
LAST = 2**64 - 1


class Refused(Exception):
    """There is no answer, but an error."""


def refuse(condition):
    if condition:
        raise Refused


def number(record, name, default):
    return int(record.get(name, default))


def code_of(secret, counter, algorithm="SHA1", digits=6):
    tag = hmac.new(secret, struct.pack(">Q", counter), algorithm.lower()).digest()
    offset = tag[-1] & 15
    word = struct.unpack(">I", tag[offset : offset + 4])[0] & 0x7FFFFFFF
    return str(word % 10**digits).zfill(digits)


def typed(text, digits):
    """Returns what a person typed, or None: narrow digits only, spaces dropped, up to 128 bytes."""
    if len(text.encode()) > 128:
        return None
    drop = dict.fromkeys(map(ord, " \u00a0\u202f\u200b\u00ad"))
    text = text.translate(drop | {0xFF10 + i: ord("0") + i for i in range(10)})
    return text if len(text) == digits and text.isascii() and text.isdigit() else None


class Parameters:
    def __init__(self, record):
        self.secret = bytes.fromhex(record["secret"])
        self.unchecked = "unchecked" in record
        refuse(not (1 if self.unchecked else 16) <= len(self.secret) <= 128)
        self.algorithm = record.get("algorithm", "SHA1")
        self.digits = number(record, "digits", 6)

    def code(self, counter):
        return code_of(self.secret, counter, self.algorithm, self.digits)


class Counter(Parameters):
    def __init__(self, record):
        super().__init__(record)
        self.ahead, self.resync = number(record, "look-ahead", 0), number(record, "resync", 100)
        refuse(self.ahead > (255 if self.unchecked else 100) or self.resync > 1000)


class Time(Parameters):
    def __init__(self, record):
        super().__init__(record)
        self.period = number(record, "period", 30)
        refuse(not (1 if self.unchecked else 15) <= self.period <= (LAST if self.unchecked else 120))
        self.past = number(record, "past", 1), number(record, "past-s", 0)
        self.future = number(record, "future", 1), number(record, "future-s", 0)
        for steps, seconds in (self.past, self.future):
            refuse(steps > 255 or seconds > 65535)
            refuse(not self.unchecked and steps * self.period + seconds > 10 * self.period)
        self.bound = number(record, "drift-bound", 0)
        refuse(self.bound > 20)

    def step(self, now):
        return min(max(now, 0), LAST) // self.period

    def window(self, now, drift):
        first = self.step(now - self.past[1] - self.past[0] * self.period)
        last = self.step(now + self.future[1] + self.future[0] * self.period)
        return max(first + drift, 0), min(max(last + drift, 0), LAST)


def hotp(record):
    return Counter(record).code(number(record, "counter", 0))


def hotp_verify(record):
    token, counter = Counter(record), number(record, "counter", 0)
    refuse(counter == LAST)
    code = typed(record["code"], token.digits)
    if code is None:
        return "malformed"
    for tried in range(counter, min(counter + token.ahead, LAST - 1) + 1):
        if token.code(tried) == code:
            return f"accepted {tried + 1}"
    return "mismatch"


def hotp_resync(record):
    token, counter = Counter(record), number(record, "counter", 0)
    refuse(counter >= LAST - 1)
    codes = [typed(record[name], token.digits) for name in ("first", "second")]
    if None in codes:
        return "malformed"
    for tried in range(counter, min(counter + token.resync, LAST - 2) + 1):
        if [token.code(tried), token.code(tried + 1)] == codes:
            return f"accepted {tried + 2}"
    return "mismatch"


def totp(record):
    app = Time(record)
    return app.code(app.step(number(record, "now", 0)))


def totp_clock(record):
    app, now = Time(record), number(record, "now", 0)
    step = app.step(now)
    end = (step + 1) * app.period
    until = min(min(end, LAST) + app.past[0] * app.period + app.past[1], LAST)
    return f"step {step} remaining {end - now} until {until}"


def totp_verify(record):
    app, now, last = Time(record), number(record, "now", 0), number(record, "last", -1)
    drift = max(-app.bound, min(app.bound, number(record, "drift", 0)))
    answer, code = "mismatch", typed(record["code"], app.digits)
    first, highest = app.window(now, drift)
    found = [step for step in range(first, highest + 1) if app.code(step) == code]
    if code is None:
        answer = "malformed"
    elif found and found[-1] <= last:
        answer = "replayed"
    elif found:
        answer = f"accepted {found[-1]}"
        drift = max(-app.bound, min(app.bound, found[-1] - app.step(now)))
    return f"{answer} drift {drift}" if "drift-bound" in record else answer


def text_of(record, name):
    return bytes.fromhex(record[name + "-hex"]) if name + "-hex" in record else record[name].encode()


def decode(text, record):
    """Returns the bytes of Base32: strict is what is written again in the same way."""
    strict, padding = record.get("reading") == "strict", "="
    clean = text if strict else "".join(c for c in text if c not in " -\u00a0\u200b").upper()
    symbols = clean.rstrip(padding)
    refuse(len(symbols) % 8 in (1, 3, 6) or (clean != symbols and len(clean) % 8 != 0))
    refuse(len(clean) - len(symbols) > 6)
    try:
        secret = base64.b32decode(symbols + padding * (-len(symbols) % 8))
    except ValueError:
        raise Refused from None
    refuse(strict and text != base64.b32encode(secret).decode().rstrip(padding))
    refuse(not (1 if "unchecked" in record else 16) <= len(secret) <= 128)
    return secret


def base32(record):
    secret = decode(text_of(record, "text").decode(), record)
    text = base64.b32encode(secret).decode().rstrip("=")
    return " ".join([secret.hex()] + [text[i : i + 4] for i in range(0, len(text), 4)])


def read(part):
    """Decodes percent-encoding; urllib leaves what is none as it is, which is refused here."""
    try:
        text = urllib.parse.unquote(part, errors="strict")
    except ValueError:
        raise Refused from None
    refuse(re.search("%(?![0-9A-Fa-f]{2})", part))
    return text


def integer(text):
    refuse(not re.fullmatch("0|[1-9][0-9]*", text))
    return int(text)


def uri(record):
    """Reads by way of urllib; every refusal that is not urllib's stands here once more."""
    text = text_of(record, "text").decode()
    refuse(len(text.encode()) > 2048 or any(ord(c) < 32 or c == "#" for c in text))
    parts = urllib.parse.urlsplit(text)
    kind = parts.netloc.lower()
    refuse(parts.scheme.lower() != "otpauth" or kind not in ("totp", "hotp"))
    label = read(parts.path[1:])
    issuer, colon, account = label.rpartition(":")
    issuer, account = issuer.strip(), account.strip()
    refuse(not account or ":" in issuer or (colon and not issuer))
    values = {}
    for pair in filter(None, parts.query.split("&")):
        name, _, value = pair.partition("=")
        name = read(name).lower()
        known = name in ("secret", "issuer", "algorithm", "digits", "period", "counter")
        refuse(known and name in values)
        values[name] = read(value)
    refuse("secret" not in values or (kind == "hotp" and "counter" not in values))
    named = values.get("issuer", "").strip()
    refuse(any(c == ":" or ord(c) < 32 for c in named) or any(ord(c) < 32 for c in label))
    refuse(issuer and named and issuer != named)
    secret = decode(values["secret"], {"unchecked": ""} if "unchecked" in record else {})
    algorithm = values.get("algorithm", "SHA1").upper().replace("-", "").removeprefix("HMAC")
    refuse(algorithm not in ("SHA1", "SHA256", "SHA512"))
    digits, factor = values.get("digits", "6"), values.get("period", "30")
    refuse(digits not in tuple("6789"))
    refuse(not (1 if "unchecked" in record else 15) <= integer(factor) <= 120)
    if kind == "hotp":
        factor = values["counter"]
        refuse(integer(factor) > LAST)
    issuer = issuer or named
    shown = f"{kind} {factor} {algorithm} {digits} {secret.hex()} [{issuer}] [{account}]"
    written = write(kind, factor, algorithm, digits, secret, issuer, account)
    refuse(record.get("reading") == "strict" and written != text)
    return shown


def write(kind, factor, algorithm, digits, secret, issuer, account):
    issuer, account = (urllib.parse.quote(name, safe="") for name in (issuer, account))
    secret = base64.b32encode(secret).decode().rstrip("=")
    moving = "period" if kind == "totp" else "counter"
    return (
        f"otpauth://{kind}/{issuer}{':' if issuer else ''}{account}?secret={secret}"
        f"{'&issuer=' if issuer else ''}{issuer}&algorithm={algorithm}&digits={digits}"
        f"&{moving}={factor}"
    )


def uri_write(record):
    secret, kind = bytes.fromhex(record["secret"]), record["kind"]
    issuer, account = (text_of(record, name).decode() for name in ("issuer", "account"))
    algorithm, digits = record.get("algorithm", "SHA1"), record.get("digits", "6")
    factor = record.get("period", "30") if kind == "totp" else record.get("counter", "0")
    for name in (issuer, account):
        refuse(not name or name != name.strip() or any(c == ":" or ord(c) < 32 for c in name))
    usual = (algorithm, digits) == ("SHA1", "6") and (kind == "hotp" or factor == "30")
    refuse("unchecked" not in record and (not usual or len(secret) < 16))
    refuse(kind == "totp" and factor == "0")
    return write(kind, factor, algorithm, digits, secret, issuer, account)


def records(path):
    for block in path.read_text("utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        pairs = [line.split(":", 1) for line in lines]
        if pairs:
            yield {name: value.strip() for name, value in pairs}


def two_steps(prefix, step=59848080):
    """Finds the first secret that begins with `prefix` and has one code for two steps."""
    for i in range(2**32):
        secret = prefix + struct.pack(">I", i)
        if code_of(secret, step) == code_of(secret, step + 1):
            return secret.hex()
    return "none"


def answer(family, record):
    try:
        return globals()[family](record)
    except Refused:
        return "error"


def main():
    if sys.argv[1:2] == ["--two-steps"]:
        print(two_steps(sys.argv[2].encode()))
        return 0
    checked = wrong = 0
    # recovery.py computes these.
    for path in sorted(set(VECTORS.glob("*.txt")) - {VECTORS / "recovery.txt"}):
        for record in records(path):
            expected, actual = record["expect"], answer(path.stem, record)
            checked += 1
            if actual != ("error" if expected.startswith("error ") else expected):
                print(f"{path.stem}: {record.get('comment')}\n  not {actual}\n  but {expected}")
                wrong += 1
    print(f"one-time codes: {checked} records computed again, {wrong} otherwise")
    return int(wrong > 0 or checked < 50)


if __name__ == "__main__":
    sys.exit(main())
