"""Lists: one call for many texts says of each what a call for it alone says."""

import datetime
import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from families import KINDS
from people import NAM, TODAY, raising
from sceau import Language
from sceau.identifier import EmailAddress, Identifier, IdentifierError, Level, Nam, Nas
from sceau.name import PersonNameError, fold, fold_icao, keys, keys_icao

MEBIBYTE = 1 << 20
RANDOM = 4_000
ALPHABET = "0123456789 -.'@ABOUFSEREabéÉœøß٣０\u0301\u200b\xa0\0А\ud800\U0001f600"
BAD = ["", " ", "-", "\ud800", "A\udc80B", "e" + "\u0301" * 40, "é" * MEBIBYTE, "1" * MEBIBYTE]
GOOD = [
    NAM, "sere 7561 3018", "BOUF94011417", "BOUF94011418", "130692544", "130 692 544", "130692545",
    "046454286", "846454286", "1165326208", "1165326209", "G1R 4P5", "+1 418 555 0123",
    "1975-11-30", "1975-02-30", "eseraphin", "elise@exemple.ca", "Élise", "L'Écuyer", "Müller",
    "St-Pierre", "Benoi\u0302t",
]  # fmt: skip
LISTS: list[Callable[[Any], list[Any]]] = [
    Nas.levels,
    Nam.levels,
    EmailAddress.levels,
    keys,
    keys_icao,
]


def texts() -> list[str]:
    """Returns good texts, bad ones, random ones, and good ones with one random character."""
    rng = random.Random(20261125)
    made = ["".join(rng.choices(ALPHABET, k=rng.randrange(16))) for _ in range(RANDOM)]
    made += [f"{rng.randrange(10**9):09}" for _ in range(RANDOM)]
    for text in GOOD:
        for at in range(len(text)):
            made.append(text[:at] + rng.choice(ALPHABET) + text[at + 1 :])
    return [*GOOD, *BAD, *made]


def alone(kind: type[Identifier], text: str) -> tuple[Any, ...]:
    """Returns what two calls for one text say."""
    try:
        return (kind.parse(text).level(today=TODAY),)
    except IdentifierError as error:
        return said(error)


def said(answer: Level | IdentifierError | None) -> tuple[Any, ...]:
    """Returns an answer of a list as something that compares."""
    if isinstance(answer, IdentifierError):
        return answer.reason, answer.at, answer.message(Language.FRENCH)
    return (answer,)


def key_alone(name: str) -> str | None:
    try:
        return fold(name).versioned
    except PersonNameError:
        return None


def key_icao_alone(name: str) -> str | None:
    try:
        return fold_icao(name).versioned
    except PersonNameError:
        return None


@pytest.mark.parametrize("kind", KINDS.values())
def test_a_list_of_levels_says_what_each_text_alone_says(kind: type[Identifier]) -> None:
    asked = texts()
    levels = kind.levels(asked, today=TODAY)
    assert list(map(said, levels)) == [alone(kind, text) for text in asked]
    # It would be seen if answers stood one place off, or were all alike.
    assert list(map(said, levels[1:])) != [alone(kind, text) for text in asked[:-1]]


def test_the_texts_have_every_level_and_most_reasons() -> None:
    answers = [answer for kind in KINDS.values() for answer in kind.levels(texts(), today=TODAY)]
    levels = {answer for answer in answers if isinstance(answer, Level)}
    reasons = {answer.reason for answer in answers if isinstance(answer, IdentifierError)}
    assert levels == set(Level)
    assert {"empty", "too_short", "too_long", "character", "look_alike", "date"} <= reasons


@pytest.mark.parametrize(
    ("of_a_list", "of_one"), [(keys, key_alone), (keys_icao, key_icao_alone)]
)
def test_a_list_of_keys_says_what_each_name_alone_says(
    of_a_list: Callable[[Sequence[str]], list[str | None]], of_one: Callable[[str], str | None]
) -> None:
    asked = texts()
    answers = of_a_list(asked)
    expected = list(map(of_one, asked))
    assert answers == expected
    assert answers[1:] != expected[:-1]
    assert None in answers
    prefixes = {key.partition(":")[0] for key in answers if key is not None}
    assert len(prefixes) == 1
    assert all(key.partition(":")[2] for key in answers if key is not None)


def test_none_stays_none_and_what_is_no_name_has_no_key() -> None:
    levels = Nas.levels([None, "130692544", None, "130692545", "13069254"])
    assert levels[:4] == [None, Level.CHECK_DIGIT, None, Level.WELL_FORMED]
    assert said(levels[4])[:2] == ("too_short", 8)
    assert keys([None, "Côté", "", "-", "R2D2", "COTE"]) == [
        None, "ramq1:COTE", None, None, None, "ramq1:COTE",
    ]  # fmt: skip
    assert keys_icao(["Müller"]) == ["icao1:MUELLER"]


def test_the_day_counts() -> None:
    # 29 February 1900 did not exist, that of 2000 did.
    leap = "ABCD00022910"
    assert Nam.levels([leap], today=datetime.date(1950, 1, 1)) == [Level.WELL_FORMED]
    assert Nam.levels([leap], today=TODAY) == [Level.PLAUSIBLE]
    assert Nam.levels([leap, NAM]) == [Nam.parse(leap).level(), Nam.parse(NAM).level()]


def test_answers_are_shared() -> None:
    levels = Nas.levels(["130692544", "x", "130 692 544", "y", "1x"])
    assert levels[0] is levels[2] is Level.CHECK_DIGIT
    assert levels[1] is levels[3] is not levels[4]


@pytest.mark.parametrize("call", LISTS)
def test_any_iterable_is_a_list_and_a_text_is_none(call: Callable[[Any], list[Any]]) -> None:
    asked = ["130692544", NAM, "Élise", "elise@exemple.ca"]
    expected = list(map(shown, call(asked)))
    shapes: list[Any] = [tuple(asked), iter(asked), dict.fromkeys(asked), (a for a in asked)]
    for shape in shapes:
        assert list(map(shown, call(shape))) == expected
    assert call([]) == call(iter(())) == []
    for none in ("130692544", "", None, 7, object()):
        with pytest.raises(TypeError):
            call(none)


def shown(answer: Any) -> Any:
    return said(answer) if isinstance(answer, IdentifierError) else answer


@pytest.mark.parametrize("call", LISTS)
@pytest.mark.parametrize("wrong", [7, 1.5, float("nan"), b"130692544", ["Élise"]], ids=str)
def test_a_wrong_item_is_a_type_error_that_names_its_index_and_nothing_of_it(
    call: Callable[[Any], list[Any]], wrong: Any
) -> None:
    for at in (0, 3):
        asked: list[Any] = ["Élise", None, "", "130692544"]
        asked[at] = wrong
        before = list(asked)
        error = raising(TypeError, call, asked)
        assert str(error) == f"item {at} is neither str nor None"
        assert all(now is then for now, then in zip(asked, before, strict=True))


@pytest.mark.parametrize("call", LISTS)
def test_what_an_iterable_raises_is_raised(call: Callable[[Any], list[Any]]) -> None:
    def failing() -> Iterator[str]:
        yield "130692544"
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        call(failing())


@pytest.mark.parametrize("call", LISTS)
def test_a_length_that_is_a_lie_does_no_harm(call: Callable[[Any], list[Any]]) -> None:
    class Liar(list[str]):
        def __len__(self) -> int:
            return (1 << 63) - 1

    assert len(call(Liar(["130692544"]))) == 1


@pytest.mark.parametrize("call", LISTS)
def test_a_mebibyte_of_items_and_a_list_that_grows_meanwhile(
    call: Callable[[Any], list[Any]],
) -> None:
    answers = call(["130692544", None] * (MEBIBYTE // 2))
    assert len(answers) == MEBIBYTE and answers[1::2] == [None] * (MEBIBYTE // 2)

    class Growing:
        def __init__(self) -> None:
            self.texts = ["Élise"]

        def __iter__(self) -> Iterator[str]:
            for text in self.texts:
                if len(self.texts) < 100:
                    self.texts += [text, text]
                yield text

    assert len(call(Growing())) == 101


def test_a_text_of_a_subclass_is_text() -> None:
    class Text(str):
        pass

    assert Nas.levels([Text("130692544")]) == [Level.CHECK_DIGIT]
    assert keys([Text("Élise")]) == ["ramq1:ELISE"]
