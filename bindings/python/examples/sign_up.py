# A sign-up with an e-mailed code, in fifty lines. `send` is the service's way to send an e-mail.

import sqlite3
from collections.abc import Callable

from sceau import Language, ServiceKey
from sceau import challenge as c

TABLES = """
create table if not exists account (email text primary key) strict;
create table if not exists challenge
    (email text primary key, generation integer not null, state blob not null) strict;
"""
SAVE = """
insert into challenge values (?, ?, ?)
on conflict do update set generation = excluded.generation, state = excluded.state
where challenge.generation = excluded.generation - 1
"""


class SignUp:
    def __init__(self, path: str, key: ServiceKey, send: Callable[[str, str], None]) -> None:
        self.key, self.send = key, send
        self.rows = sqlite3.connect(path, timeout=10, isolation_level=None)
        self.rows.executescript(TABLES)

    def ask(self, email: str, language: Language) -> str:
        with self.rows:  # commits, before anything is sent or shown
            made = c.Challenge.issue(self.locked(email), key=self.key, binding=binding(email))
            self.save(email, made.next)
        if isinstance(made.outcome, c.Issued):
            self.send(email, made.outcome.code.display)
        return made.outcome.message(language)

    def confirm(self, email: str, typed: str, language: Language) -> str:
        with self.rows:
            row = self.locked(email)
            if row is None:
                return c.ChallengeExpired().message(language)
            made = row.verify(typed, key=self.key, binding=binding(email))
            self.save(email, made.next)
            if isinstance(made.outcome, c.ChallengeAccepted):
                self.rows.execute("insert or ignore into account values (?)", [email])
        return made.outcome.message(language)

    def locked(self, email: str) -> c.Challenge | None:
        self.rows.execute("begin immediate")  # nobody else reads the row until the commit
        found = self.rows.execute("select state from challenge where email = ?", [email])
        return next((c.Challenge(state) for (state,) in found), None)

    def save(self, email: str, state: c.Challenge) -> None:
        if self.rows.execute(SAVE, (email, state.generation, bytes(state))).rowcount != 1:
            raise RuntimeError("the row has changed")  # rolls back, and nothing is shown


def binding(email: str) -> c.ChallengeBinding:
    purpose, channel = c.ChallengePurpose.ADDRESS_VALIDATION, c.ChallengeChannel.EMAIL
    return c.ChallengeBinding(purpose=purpose, channel=channel, user=email, destination=email)
