"""The recipes of docs/migration.md, run as they are written."""

import hashlib
import re
import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest

from sceau import password
from sceau.password import AcceptPolicy, CreatePolicy, IterationRange, PasswordAlgorithm

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "migration.md"
CHEAP = CreatePolicy.unchecked_policy(algorithm=PasswordAlgorithm.PBKDF2_SHA256, iterations=1000)
ACCEPT = AcceptPolicy.unchecked_policy(sha256=IterationRange(min=1, max=1000))

STORED = {
    "phc": "$pbkdf2-sha256$i=4096,keyid=7$c2FsdHNhbHRzYWx0$AAAA",
    "django": "pbkdf2_sha256$390000$seasalt$8xBlGd3jVgvJ+92hWPxi5ww0uuAuAnKgC45eudxro7c=",
    "django_sha1": "sha1$seasalt$cff36ea83f5706ce9aa7454e63e431fc726b2dc8",
    "passlib": "$pbkdf2-sha256$6400$.6UI/S.nXIk8jcbdHx3Fhg$98jZicV16ODfEsEZeYPGHU3kbrUrvUEXOPimVSQ",
    "werkzeug": "pbkdf2:sha256:1000$salt$00",
    "ldap_pbkdf2": "{PBKDF2}10000$8muAzQL.wFBo0phhjcMveQ$ac91mnXD6sxQQWub2qwonD5Q.QE",
    "ldap_salted": "{SSHA}UGF8ZBMrQUTT3jYqzw6F4MsPLK4B/xCA",
    "argon2id": "$argon2id$v=19$m=64,t=2,p=1$c2VsIGRlIG1lciAxNiBvYw$9c",
    "aspnet_v3": "AQAAAAEAACcQAAAAEAABAgMEBQYHCAkKCwwNDg+yWU7rLgUwPZb1Itsmra7c",
    "aspnet_v2": "AAABAgMEBQYHCAkKCwwNDg+ukCEMDf0yyQ29NYubggHIVY0sdEUfdyeM+E1LtH1uJg==",
    "other": "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
}


def blocks(language: str, *, that_has: str) -> list[str]:
    """Returns the blocks of the guide in a language that contain a text."""
    found = re.findall(rf"```{language}\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    return [block for block in found if that_has in block]


@pytest.fixture
def db() -> sqlite3.Connection:
    """Returns a table of accounts, one for each format."""
    db = sqlite3.connect(":memory:")
    db.execute(
        "create table account"
        " (id integer primary key, password text, wrapped_salt text, last_login text)"
    )
    rows = [(stored,) for stored in STORED.values()]
    db.executemany("insert into account (password, last_login) values (?, '2026-11-25')", rows)
    return db


def test_the_query_of_what_is_left_knows_every_format(db: sqlite3.Connection) -> None:
    (query,) = blocks("sql", that_has="as format")
    found = {row[0]: row[1] for row in db.execute(query)}
    assert found == dict.fromkeys(STORED, 1)


def test_the_queries_of_peppers_and_cost_find_what_is_behind(db: sqlite3.Connection) -> None:
    (peppers,) = blocks("sql", that_has="keyid=7$")
    (cost,) = blocks("sql", that_has="600000")
    assert db.execute(peppers).fetchone() == (0,)
    assert db.execute(cost).fetchone() == (1,)
    db.execute("insert into account (password) values ('$pbkdf2-sha256$i=600000$salt$hash')")
    assert db.execute(peppers).fetchone() == (1,)
    assert db.execute(cost).fetchone() == (1,)


def test_a_wrapped_digest_signs_in_and_becomes_an_ordinary_hash(db: sqlite3.Connection) -> None:
    wrap, unwrap = blocks("python", that_has="wrapped_salt")
    cheap = SimpleNamespace(
        hash=lambda text: password.hash(text, create=CHEAP),
        verify=lambda text, *, stored: password.verify(
            text,
            stored=stored,
            create=CHEAP,
            accept=ACCEPT,
        ),
        PasswordMismatch=password.PasswordMismatch,
    )
    exec(wrap, {"db": db, "password": cheap})

    def row() -> SimpleNamespace:
        query = "select id, password, wrapped_salt from account where id = 3"
        id, stored, salt = db.execute(query).fetchone()
        return SimpleNamespace(id=id, password=stored, wrapped_salt=salt)

    def sign_in(typed: str) -> None:
        names = {"db": db, "password": cheap, "hashlib": hashlib, "row": row(), "typed": typed}
        exec(unwrap, names)

    wrapped = row()
    assert wrapped.password.startswith("$pbkdf2-sha256$i=1000$")
    assert wrapped.wrapped_salt == "seasalt"
    sign_in("letmein")
    assert row() == wrapped
    sign_in("lètmein")
    assert row().wrapped_salt is None
    assert cheap.verify("lètmein", stored=row().password) == password.PasswordMatch()
