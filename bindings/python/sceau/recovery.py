"""Recovery codes: ten codes on paper, each good once, for who has lost the telephone.

Stored is a MAC of each code, and no code: who reads the database cannot use one. Guesses are not
counted here, since a code has 80 bits (NIST SP 800-63B-4 asks for a throttle below 64);
`sceau.throttle` still goes before it, as before whatever an account is entered by. See
`sceau.state` for when to store the next state.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from sceau import _native
from sceau._input import Buffer, TextOrBytes, random_bytes
from sceau._native import LetterCode, ServiceKey
from sceau.message import Language, Outcome, by_name
from sceau.state import StoredState, Transition

__all__ = [
    "RecoveryAccepted",
    "RecoveryAlreadyUsed",
    "RecoveryCodes",
    "RecoveryMalformed",
    "RecoveryOutcome",
    "RecoveryWrong",
]


class _RecoveryOutcome(Outcome):
    __slots__ = ()
    _kind = "RecoveryOutcome"


@dataclass(frozen=True, slots=True)
class RecoveryAccepted(_RecoveryOutcome):
    """The code is right. It will not be accepted again."""

    name: ClassVar[str] = "accepted"
    left: int
    """How many codes are left; at 0 it is time to make new ones."""

    def message(self, language: Language) -> str:
        """Returns the sentence that says it to a person, with the codes left."""
        return _native.message(self._kind, self.name, language, left=self.left)


@dataclass(frozen=True, slots=True)
class RecoveryWrong(_RecoveryOutcome):
    """The code is none of this user's."""

    name: ClassVar[str] = "wrong"


@dataclass(frozen=True, slots=True)
class RecoveryAlreadyUsed(_RecoveryOutcome):
    """The code is this user's, and was accepted before.

    Only who has held the list hears this, since a code cannot be guessed.
    """

    name: ClassVar[str] = "already_used"


@dataclass(frozen=True, slots=True)
class RecoveryMalformed(_RecoveryOutcome):
    """Not the characters of a code, or the check character does not fit: a slip."""

    name: ClassVar[str] = "malformed"


RecoveryOutcome: TypeAlias = (
    RecoveryAccepted | RecoveryWrong | RecoveryAlreadyUsed | RecoveryMalformed
)
"""What became of a recovery code that a person typed."""

_RECOVERY: dict[str, Callable[..., RecoveryOutcome]] = by_name(
    RecoveryAccepted, RecoveryWrong, RecoveryAlreadyUsed, RecoveryMalformed
)


class RecoveryCodes(StoredState):
    """The stored state of one user's recovery codes: 208 opaque bytes, which hold no code."""

    __slots__ = ()

    @staticmethod
    def _read(stored: Buffer, /) -> tuple[bytes, int]:
        return _native.recovery_state(stored)

    @classmethod
    def generate(
        cls,
        previous: "RecoveryCodes | None",
        *,
        key: ServiceKey,
        user: TextOrBytes,
        entropy: Buffer | None = None,
    ) -> "Transition[tuple[LetterCode, ...], RecoveryCodes]":
        """Makes ten new codes for `user`; they replace all of `previous`.

        Store the next state, then show the codes: they cannot be had again. `entropy` is 16 bytes.
        Raises `StateError`.
        """
        codes, next_state = _native.recovery_generate(
            None if previous is None else previous._bytes,
            key=key,
            user=user,
            entropy=random_bytes(entropy, 16),
        )
        return Transition(tuple(codes), cls(next_state), False)

    def verify(
        self, typed: str, /, *, key: ServiceKey, user: TextOrBytes
    ) -> "Transition[RecoveryOutcome, RecoveryCodes]":
        """Verifies what a person typed: O is read as 0, I and L as 1. Raises `StateError`.

        There is no clock: `clock_back` is never set.
        """
        (name, fields), next_state = _native.recovery_verify(
            self._bytes, key=key, user=user, typed=typed
        )
        return Transition(_RECOVERY[name](*fields), RecoveryCodes(next_state), False)

    def left(self, *, key: ServiceKey, user: TextOrBytes) -> int:
        """Returns how many codes are left, 0 to 10. Raises `StateError`."""
        return _native.recovery_left(self._bytes, key=key, user=user)
