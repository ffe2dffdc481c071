"""The recipes of docs/migration-otp.md, run as they are written, on what the peers have stored."""

import ctypes
import io
import json
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyotp
import pytest

from sceau.otp import Hotp, HotpAccepted, OtpSecret, OtpUri, Totp, TotpAccepted, TotpMismatch

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "migration-otp.md"
DEVICES = Path(__file__).with_name("django_otp_devices.py")
KEY = b"12345678901234567890"
HEX, BASE32 = KEY.hex(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
NOW = 1_800_000_015

Ask = Callable[..., Any]


def blocks(language: str, *, that_has: str) -> list[str]:
    """Returns the blocks of the guide in a language that contain a text, without their indent."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^ *```", GUIDE.read_text("utf-8"), re.M | re.S)
    texts = [re.sub(rf"^{indent}", "", block, flags=re.M) for indent, block in found]
    return [text for text in texts if that_has in text]


def recipes() -> dict[str, Any]:
    """Returns what the guide's Python defines."""
    names: dict[str, Any] = {}
    for block in blocks("python", that_has="def "):
        exec(block, names)
    return names


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Returns a database with the guide's table, of which rows are read by name."""
    db = sqlite3.connect(tmp_path / "db.sqlite3")
    db.row_factory = sqlite3.Row
    (table,) = blocks("sql", that_has="create table")
    db.execute(table)
    yield db
    db.close()


def row(db: sqlite3.Connection, account: int) -> sqlite3.Row:
    read = db.execute("select * from authenticator where account = ?", (account,)).fetchone()
    assert isinstance(read, sqlite3.Row)
    return read


def code(step_or_counter: int) -> str:
    return Hotp(look_ahead=0).code(OtpSecret(KEY), counter=step_or_counter).compact


@pytest.fixture
def django(db: sqlite3.Connection, tmp_path: Path) -> Iterator[Ask]:
    """Returns a function that has django-otp do something in the same database."""
    command = [sys.executable, str(DEVICES), str(tmp_path / "db.sqlite3")]
    with subprocess.Popen(command, stdin=-1, stdout=-1, text=True) as process:
        assert process.stdin and process.stdout

        def ask(call: str, **arguments: Any) -> Any:
            assert process.stdin and process.stdout
            process.stdin.write(json.dumps([call, arguments]) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield ask
        process.stdin.close()


def test_a_totp_device_of_django_otp_moves_with_its_step_and_drift(
    db: sqlite3.Connection, django: Ask
) -> None:
    step = NOW // 30
    used = django("create", kind="totp", key=HEX, tolerance=2)
    fresh = django("create", kind="totp", key=HEX)
    later = django("create", kind="totp", key=HEX, t0=300)
    django("create", kind="totp", key=HEX, t0=7)
    assert django("verify", kind="totp", user=used, token=code(step - 2), now=NOW)
    assert not django("verify", kind="totp", user=used, token=code(step - 2), now=NOW)
    assert django("verify", kind="totp", user=later, token=code(step - 10), now=NOW)

    (move,) = blocks("sql", that_has="from otp_totp_totpdevice")
    db.execute(move)
    db.commit()
    moved = db.execute("select account, last_step, drift from authenticator").fetchall()
    expected = [(used, step - 2, -2), (fresh, None, 0), (later, step, 0)]
    assert [tuple(each) for each in moved] == expected

    check = recipes()["check_totp"]
    assert check(db, row(db, used), code(step - 2), NOW) == "replayed"
    # Its clock is two steps behind, and so is its window.
    assert check(db, row(db, used), code(step + 1), NOW) == "mismatch"
    assert check(db, row(db, used), code(step - 1), NOW) == "accepted"
    assert tuple(row(db, used))[6:8] == (-1, step - 1)
    assert check(db, row(db, fresh), code(step + 1), NOW) == "accepted"
    # Two requests with one row: the second has been overtaken.
    before = row(db, fresh)
    assert check(db, before, code(step + 2), NOW + 30) == "accepted"
    assert check(db, before, code(step + 2), NOW + 30) == "replayed"


def test_a_hotp_device_of_django_otp_moves_with_its_counter(
    db: sqlite3.Connection, django: Ask
) -> None:
    user = django("create", kind="hotp", key=HEX)
    assert django("verify", kind="hotp", user=user, token=code(5), now=NOW)
    (move,) = blocks("sql", that_has="from otp_hotp_hotpdevice")
    db.execute(move)
    db.commit()
    assert (row(db, user)["counter"], row(db, user)["tolerance"]) == (6, 5)

    check = recipes()["check_hotp"]
    assert check(db, row(db, user), code(5)) == "mismatch"
    assert check(db, row(db, user), code(12)) == "mismatch"
    before = row(db, user)
    assert check(db, before, code(11)) == "accepted"
    assert check(db, before, code(11)) == "mismatch"
    assert row(db, user)["counter"] == 12


def test_what_django_otp_takes_for_a_code(db: sqlite3.Connection, django: Ask) -> None:
    # FACTS of RFC 4226's key: counter 44 is 000152, 62 is 005080.
    for typed, ours in [
        ("+005080", "malformed"),
        ("5080", "malformed"),
        ("005_080", "malformed"),
        (" 005080 ", "accepted"),
    ]:
        user = django("create", kind="hotp", key=HEX, counter=62)
        assert django("verify", kind="hotp", user=user, token=typed, now=NOW)
        outcome = Hotp(look_ahead=0).verify(typed, secret=OtpSecret(KEY), counter=62)
        assert outcome.name == ours
    user = django("create", kind="hotp", key=HEX, counter=62)
    assert not django("verify", kind="hotp", user=user, token="005 080", now=NOW)


def test_the_calls_of_pyotp_have_their_counterparts(db: sqlite3.Connection) -> None:
    theirs, secret = pyotp.TOTP(BASE32), OtpSecret.from_base32(BASE32)
    step = NOW // 30
    assert theirs.verify(code(step - 1), for_time=NOW, valid_window=1)
    assert Totp().verify(code(step - 1), secret=secret, last=None, now=NOW) == TotpAccepted(step - 1)
    assert not theirs.verify(code(step - 1), for_time=NOW)
    narrow = Totp(past=0, future=0)
    assert narrow.verify(code(step - 1), secret=secret, last=None, now=NOW) == TotpMismatch()
    assert theirs.at(NOW) == Totp().code(secret, now=NOW).compact
    assert pyotp.HOTP(BASE32).verify(code(7), 7)
    outcome = Hotp(look_ahead=0).verify(code(7), secret=secret, counter=7)
    assert outcome == HotpAccepted(8)
    read = OtpUri.parse(theirs.provisioning_uri(name="elise@example.org", issuer_name="Sceau"))
    assert (read.issuer, read.account, read.secret.expose()) == ("Sceau", "elise@example.org", KEY)
    # Accepted twice there, and refused with spaces.
    assert all(theirs.verify(code(step), for_time=NOW) for _ in range(2))
    assert not theirs.verify("+" + code(step), for_time=NOW)
    assert not theirs.verify(f"{code(step)[:3]} {code(step)[3:]}", for_time=NOW)

    db.execute("create table users (id integer, otp_secret text)")
    db.execute("insert into users values (1, ?), (2, null)", (BASE32,))
    (move,) = blocks("sql", that_has="from users")
    db.execute(move)
    check = recipes()["check_totp"]
    assert check(db, row(db, 1), f"{code(step)[:3]} {code(step)[3:]}", NOW) == "accepted"
    assert check(db, row(db, 1), code(step), NOW) == "replayed"


def test_a_users_file_of_pam_oath_moves_with_its_counters(tmp_path: Path) -> None:
    liboath = ctypes.CDLL("liboath.so.0")
    assert liboath.oath_init() == 0
    users = tmp_path / "users.oath"
    tokens = [f"HOTP{kind} user{i} - {HEX}" for i, kind in enumerate(["", "", "/T30/6", "/T30/6"])]
    users.write_text("\n".join([*tokens, f"HOTP user4 - {HEX} 5", ""]))

    def authenticate(user: str, typed: str) -> int:
        last = ctypes.c_long()
        given = [text.encode() for text in (str(users), user, typed)]
        window = ctypes.c_size_t(1)
        status = liboath.oath_authenticate_usersfile(*given, window, None, ctypes.byref(last))
        return int(status)

    while time.time() % 30 > 25:
        time.sleep(1)
    now = int(time.time())
    command = ["oathtool", "--totp", "--now", f"@{now}", HEX]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    assert shown == code(now // 30)
    assert authenticate("user1", code(1)) == 0
    assert authenticate("user1", code(1)) == -7, "OATH_REPLAYED_OTP"
    assert authenticate("user3", shown) == 0

    rows = list(recipes()["rows_of"](io.StringIO(users.read_text()), window=1))
    assert [each["user"] for each in rows] == [f"user{i}" for i in range(5)]
    assert [each.get("counter") for each in rows] == [0, 2, None, None, 5]
    assert [each["period_s"] for each in rows] == [None, None, 30, 30, None]
    assert "last_step" not in rows[2]
    step = now // 30
    assert rows[3]["last_step"] in (step + 1, step + 2)
    # Nothing that was accepted there is accepted once more.
    for offset in (-1, 0, 1):
        outcome = Totp().verify(
            code(step + offset), secret=OtpSecret(KEY), last=rows[3]["last_step"], now=now
        )
        assert not isinstance(outcome, TotpAccepted)
    secret = OtpSecret(bytes.fromhex(rows[1]["secret"]))
    outcomes = [
        Hotp(look_ahead=1).verify(code(n), secret=secret, counter=rows[1]["counter"]).name
        for n in (1, 2)
    ]
    assert outcomes == ["mismatch", "accepted"]


def test_the_queries_find_short_secrets_and_long_periods(db: sqlite3.Connection) -> None:
    (short,) = blocks("sql", that_has="length(secret) < 32")
    (long,) = blocks("sql", that_has="period_s > 120")
    insert = "insert into authenticator (account, secret, form, period_s) values (?, ?, 'hex', ?)"
    db.execute(insert, (1, HEX, 30))
    assert (db.execute(short).fetchone()[0], db.execute(long).fetchone()[0]) == (0, 0)
    db.execute(insert, (2, HEX[:30], 30))
    db.execute(insert, (3, HEX, 600))
    assert (db.execute(short).fetchone()[0], db.execute(long).fetchone()[0]) == (1, 1)
