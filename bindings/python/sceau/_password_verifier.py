"""Passwords verified in steps."""

from dataclasses import dataclass
from types import TracebackType

from sceau import _native
from sceau._input import TextOrBytes
from sceau._password_outcome import OUTCOMES, PasswordOutcome, RehashReason
from sceau._password_policy import AcceptPolicy, CreatePolicy, Peppers
from sceau._password_stored import StoredPassword


@dataclass(frozen=True, slots=True)
class PasswordProgress:
    """How far a verification has come, in iterations of a hash."""

    done: int
    """The iterations that are done."""
    total: int
    """The iterations that a mismatch takes. A match may end before."""

    @property
    def left(self) -> int:
        """The iterations that are left at most: 0 says that it is time to finish."""
        return self.total - self.done


class PasswordVerifier:
    """A verification under way, as a context manager: at its end the secrets are wiped.

    Call `step` until nothing is left, then `finish`. The outcome is the same however the work is
    cut. Who leaves before has cancelled, and nothing is to be stored. After `finish` and `close`
    every method but `close` raises `ValueError`.
    """

    __slots__ = ("_native",)

    def __init__(self, native: _native.Verifier, /) -> None:
        """Is for `begin` and `begin_absent`."""
        self._native = native

    @staticmethod
    def begin(
        password: TextOrBytes,
        *,
        stored: StoredPassword,
        accept: AcceptPolicy = AcceptPolicy(),
        create: CreatePolicy = CreatePolicy(),
        peppers: Peppers = Peppers(),
    ) -> "PasswordVerifier":
        """Takes in a password and what is stored. Argon2id, which cannot be cut, is done here.

        Raises `PasswordError`. Whatever is wrong with the stored hash, go through an account that
        does not exist before answering.
        """
        return PasswordVerifier(
            _native.Verifier.begin(
                password, stored=stored, accept=accept, create=create, peppers=peppers
            )
        )

    @staticmethod
    def begin_absent(
        password: TextOrBytes, *, create: CreatePolicy = CreatePolicy()
    ) -> "PasswordVerifier":
        """Takes in a password for an account that does not exist: the same work, a mismatch.

        Raises `PasswordError`, as for an account that exists.
        """
        return PasswordVerifier(_native.Verifier.begin_absent(password, create=create))

    def step(self, iterations: int) -> PasswordProgress:
        """Does at most so many iterations while other threads run; returns how far it has come."""
        return PasswordProgress(*self._native.step(iterations))

    @property
    def progress(self) -> PasswordProgress:
        """How far it has come."""
        return PasswordProgress(*self._native.progress())

    def finish(self) -> PasswordOutcome:
        """Returns the outcome, and wipes the rest.

        Raises `PasswordError` (`unfinished`) if there is work left, which can then be done.
        """
        name, fields = self._native.finish()
        return OUTCOMES[name](*map(RehashReason, fields))

    def close(self) -> None:
        """Gives up, if it is not finished, and wipes."""
        self._native.close()

    def __enter__(self) -> "PasswordVerifier":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return "PasswordVerifier(..)"
