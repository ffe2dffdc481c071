"""Languages of the sentences, and what every reason has in common."""

from collections.abc import Callable
from enum import StrEnum
from typing import ClassVar, TypeVar

from sceau import _native

__all__ = ["Language", "Outcome", "Reason"]

T = TypeVar("T")


class Language(StrEnum):
    """A language of the sentences."""

    FRENCH = "fr"
    """French, as in Québec."""
    ENGLISH = "en"


class Outcome:
    """What became of an input: a frozen value with a wire name and two sentences."""

    __slots__ = ()

    name: ClassVar[str]
    """The stable wire name, shared by every language."""
    _kind: ClassVar[str]

    def message(self, language: Language) -> str:
        """Returns the sentence that says it to a person."""
        return _native.message(self._kind, self.name, language)


class WaitOutcome(Outcome):
    """An outcome that is until a moment."""

    __slots__ = ()

    until_s: int

    def message(self, language: Language, *, until: str | None = None) -> str:
        """Returns the sentence that says it to a person.

        `until` is how the person is told the moment: the local time, in their language. Without it
        the moment is told in Coordinated Universal Time.
        """
        return _native.message(
            self._kind, self.name, language, until_s=self.until_s, until=until
        )


class Reason(StrEnum):
    """One of several reasons; its value is its stable wire name."""

    def message(self, language: Language) -> str:
        """Returns the sentence that says it to a person."""
        return _native.message(type(self).__name__, self.value, language)


def by_name(*outcomes: Callable[..., T]) -> dict[str, Callable[..., T]]:
    """Returns the classes of one kind of outcome by their wire names."""
    return {vars(outcome)["name"]: outcome for outcome in outcomes}
