"""URIs and codes of pyotp and otpauth.js are read, theirs read ours, and a scanner reads our QR.

The inputs are random; a failure prints the seed, which SCEAU_SEED repeats.
"""

import json
import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyotp
import pytest
import segno

from sceau.otp import Hotp, OtpAlgorithm, OtpReading, OtpSecret, OtpUri, Totp

SEED = os.environ.get("SCEAU_SEED") or os.urandom(8).hex()
ROOT = Path(__file__).parents[3]
MODULES = ROOT / "build" / "node"
NODE = shutil.which("node") if (MODULES / "node_modules" / "otpauth").is_dir() else None
LETTERS = "aZ09 -._~@+&=?/#%'()é€漢🔑"


@pytest.fixture
def rng() -> Iterator[random.Random]:
    print(f"SCEAU_SEED={SEED}")
    yield random.Random(SEED)


def name(rng: random.Random) -> str:
    return "".join(rng.choices(LETTERS, k=rng.randint(1, 20))).strip() or "x"


def parameters(rng: random.Random) -> dict[str, Any]:
    return {
        "issuer": name(rng),
        "account": name(rng),
        "secret": OtpSecret(rng.randbytes(rng.randint(16, 64))),
        "algorithm": rng.choice(list(OtpAlgorithm)),
        "digits": rng.randint(6, 8),
    } | ({"period_s": rng.randint(15, 120)} if rng.random() < 0.5 else {"counter": rng.getrandbits(40)})


def said(uri: OtpUri) -> tuple[object, ...]:
    moving = uri.period_s if uri.counter is None else uri.counter
    secret = uri.secret.expose()
    return uri.issuer, uri.account, uri.algorithm, uri.digits, secret, uri.counter is None, moving


def code(uri: OtpUri, now: int) -> str:
    """Returns the code of the URI's counter, or of the step at `now`."""
    if uri.counter is not None:
        hotp = Hotp(algorithm=uri.algorithm, digits=uri.digits, look_ahead=0)
        return hotp.code(uri.secret, counter=uri.counter).compact
    assert uri.period_s is not None
    totp = Totp(algorithm=uri.algorithm, digits=uri.digits, period_s=uri.period_s)
    return totp.code(uri.secret, now=now).compact


def test_pyotp_writes_what_is_read_and_reads_what_is_written(rng: random.Random) -> None:
    for _ in range(500):
        ours = OtpUri.unchecked_policy(**parameters(rng))
        peer: Any = pyotp.parse_uri(ours.text())
        now = rng.getrandbits(33)
        assert (peer.name, peer.issuer, peer.digits) == (ours.account, ours.issuer, ours.digits)
        assert peer.byte_secret() == ours.secret.expose()
        if isinstance(peer, pyotp.TOTP):
            assert peer.interval == ours.period_s
            assert peer.at(now) == code(ours, now)
        else:
            assert peer.initial_count == ours.counter
            assert peer.at(0) == code(ours, now)
        written = OtpUri.parse(peer.provisioning_uri())
        assert said(written) == said(ours)


def test_otpauth_js_writes_what_is_read_and_reads_what_is_written(rng: random.Random) -> None:
    ours = [OtpUri.unchecked_policy(**parameters(rng)) for _ in range(500)]
    now = rng.getrandbits(33)
    requests: list[dict[str, object]] = [{"uri": uri.text()} for uri in ours]
    for uri in ours:
        by_time = {"period": uri.period_s, "now": now}
        requests.append(
            {
                "issuer": uri.issuer,
                "label": uri.account,
                "algorithm": uri.algorithm,
                "digits": uri.digits,
                "secret": uri.secret.expose().hex(),
            }
            | (by_time if uri.counter is None else {"counter": uri.counter})
        )
    answers = ask_node(requests)
    for uri, read, made in zip(ours, answers[:500], answers[500:], strict=True):
        moving = read.get("period") if uri.counter is None else read.get("counter")
        assert moving == (uri.period_s if uri.counter is None else uri.counter)
        assert (read["issuer"], read["label"]) == (uri.issuer, uri.account)
        assert (read["algorithm"], read["digits"]) == (uri.algorithm, uri.digits)
        assert bytes.fromhex(read["secret"]) == uri.secret.expose()
        assert said(OtpUri.parse(made["uri"])) == said(uri)
        assert made["code"] == code(uri, now)


def ask_node(requests: list[dict[str, object]]) -> list[dict[str, Any]]:
    assert NODE is not None
    script = ROOT / "tests" / "peers" / "js" / "otpauth.js"
    lines = "".join(json.dumps(request) + "\n" for request in requests)
    done = subprocess.run(
        [NODE, str(script), str(MODULES)], input=lines, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_scanner_reads_the_qr_code(rng: random.Random, tmp_path: Path) -> None:
    for i in range(8):
        secret = OtpSecret(rng.randbytes(20))
        ours = OtpUri(issuer=f"Services Québec {i}", account=name(rng), secret=secret)
        image = tmp_path / f"{i}.png"
        # As in `qr_svg`, in a format that the scanner reads.
        segno.make(ours.text(), error="m", micro=False).save(str(image), scale=4)
        scanned = subprocess.run(
            ["zbarimg", "--quiet", "--raw", str(image)], capture_output=True, text=True, check=True
        )
        read = OtpUri.parse(scanned.stdout.rstrip("\n"), OtpReading.STRICT)
        assert said(read) == said(ours)
        assert "<svg" in ours.qr_svg()
