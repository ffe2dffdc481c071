"""The sign-up of docs/sign-up.md: bindings/python/examples/sign_up.py, as it is written."""

import importlib.util
import sqlite3
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from sceau import Language, ServiceKey
from sceau.challenge import (
    ChallengeAccepted,
    ChallengeAlreadyUsed,
    ChallengeExhausted,
    ChallengeExpired,
    ChallengeWrong,
    IssueTooSoon,
)

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "sign_up.py"
EMAIL = "elise.seraphin@example.org"
EN = Language.ENGLISH


class Service:
    """A sign-up over a file, and the mailbox that its codes arrive in."""

    def __init__(self, path: Path) -> None:
        spec = importlib.util.spec_from_file_location("sign_up", EXAMPLE)
        assert spec is not None and spec.loader is not None
        self.module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.module)
        self.path = str(path / "service.db")
        self.mailbox: list[tuple[str, str]] = []

    def open(self) -> Any:
        key = ServiceKey(bytes(range(32)), key_id=1)
        return self.module.SignUp(self.path, key, lambda *mail: self.mailbox.append(mail))

    def accounts(self) -> list[str]:
        rows = sqlite3.connect(self.path).execute("select email from account").fetchall()
        return [email for (email,) in rows]


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return Service(tmp_path)


def test_has_fifty_lines() -> None:
    lines = EXAMPLE.read_text("utf-8").splitlines()[1:]
    assert sum(line != "" for line in lines) <= 50


def test_signs_up_with_a_mistyped_and_a_pasted_code(service: Service) -> None:
    sign_up = service.open()
    assert sign_up.ask(EMAIL, EN) == "A security code has been sent to you."
    ((email, code),) = service.mailbox
    assert email == EMAIL and len(code) == 7
    wrong = f"{(int(code.replace(' ', '')) + 1) % 10**6:06}"
    assert sign_up.confirm(EMAIL, wrong, EN) == ChallengeWrong(4).message(EN)
    assert service.accounts() == []
    assert sign_up.confirm(EMAIL, f" {code} ", EN) == ChallengeAccepted().message(EN)
    assert service.accounts() == [EMAIL]
    assert sign_up.confirm(EMAIL, code, EN) == ChallengeAlreadyUsed().message(EN)


def test_refuses_who_never_asked_who_asks_too_soon_and_who_guesses(service: Service) -> None:
    sign_up = service.open()
    assert sign_up.confirm(EMAIL, "000000", EN) == ChallengeExpired().message(EN)
    before = int(time.time())
    sign_up.ask(EMAIL, EN)
    said = sign_up.ask(EMAIL, EN)
    untils = range(before + 60, int(time.time()) + 61)
    assert said in {IssueTooSoon(until).message(EN) for until in untils}
    ((_, code),) = service.mailbox
    wrong = f"{(int(code.replace(' ', '')) + 1) % 10**6:06}"
    for left in (4, 3, 2, 1, 0):
        assert sign_up.confirm(EMAIL, wrong, EN) == ChallengeWrong(left).message(EN)
    assert sign_up.confirm(EMAIL, code, EN) == ChallengeExhausted().message(EN)
    assert service.accounts() == []


def test_the_code_of_one_address_is_not_anothers(service: Service) -> None:
    sign_up = service.open()
    sign_up.ask(EMAIL, EN)
    sign_up.ask("emilie@example.org", EN)
    (_, code), (_, other) = service.mailbox
    if code != other:
        assert sign_up.confirm("emilie@example.org", code, EN) == ChallengeWrong(4).message(EN)


def test_sixteen_at_once_are_one_account(service: Service) -> None:
    service.open().ask(EMAIL, EN)
    ((_, code),) = service.mailbox
    said, start = [], threading.Barrier(16)

    def confirm() -> None:
        sign_up = service.open()
        start.wait()
        said.append(sign_up.confirm(EMAIL, code, EN))

    threads = [threading.Thread(target=confirm) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    used = [ChallengeAlreadyUsed().message(EN)] * 15
    assert sorted(said) == sorted([ChallengeAccepted().message(EN), *used])


def test_shows_nothing_where_the_row_has_changed(service: Service) -> None:
    """The compare-and-set: the lock taken away, an older state is refused all the same."""
    sign_up = service.open()
    sign_up.ask(EMAIL, EN)
    sign_up.rows.execute("update challenge set generation = 7")
    with pytest.raises(RuntimeError):
        sign_up.confirm(EMAIL, "000000", EN)
    kept = sqlite3.connect(service.path).execute("select generation from challenge").fetchone()
    assert kept == (7,)
