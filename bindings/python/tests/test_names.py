"""What only Python can break of names: sets of differences, keys as values, the side of an error."""

from typing import Any

import pytest

from people import NAM, TODAY, raising
from sceau.identifier import BirthDate, Nam
from sceau.identity import Document, DocumentKind, Field, IdentityOutcome, Report, Verdict, check
from sceau.message import Language
from sceau.name import (
    Difference,
    IcaoKey,
    NameKey,
    NamePolicy,
    PersonNameError,
    compare,
    distance,
    fold,
    fold_icao,
    matches_icao,
)

PAIRS = [
    ("Lavoie", "LAVOIE", {Difference.CASE}),
    ("Jean-Pierre", "Jean Pierre", {Difference.TYPOGRAPHY}),
    ("Hélène", "Helene", {Difference.DIACRITICS}),
    ("Müller", "Mueller", {Difference.LIGATURE}),
    ("St-Pierre", "Saint-Pierre", {Difference.ABBREVIATION}),
    ("De Grandpré", "Degrandpré", {Difference.CASE, Difference.PARTICLE}),
    ("Marie Josée", "Marie", {Difference.SUBSET_OF_GIVEN_NAMES}),
    ("Tremblay-Roy", "Tremblay", {Difference.COMPOUND_PART}),
    ("Anne Marie", "Marie Anne", {Difference.SWAPPED}),
    ("J.", "Jean", {Difference.INITIAL_ONLY}),
    ("Ste-Anne", "Saint-Anne", {Difference.ABBREVIATION, Difference.AMBIGUOUS}),
]


@pytest.mark.parametrize(("first", "second", "expected"), PAIRS)
def test_a_policy_accepts_a_set_and_no_less(
    first: str, second: str, expected: set[Difference]
) -> None:
    comparison = compare(first, second)
    assert set(comparison.differences) == expected
    assert all(comparison.place(difference) is not None for difference in expected)
    assert NamePolicy(expected).accepts(comparison)
    for missing in expected:
        assert not NamePolicy(set(Difference) - {missing, Difference.DIFFERENT}).accepts(comparison)


def test_the_pairs_show_every_difference_that_a_policy_can_accept() -> None:
    shown = {difference for _, _, expected in PAIRS for difference in expected}
    assert shown == set(Difference) - {Difference.DIFFERENT}
    assert NamePolicy(shown).accepted == shown


def test_keys_of_two_rules_are_never_taken_for_one_another() -> None:
    key, zone = fold("Côté"), fold_icao("Côté")
    assert (key.letters, zone.letters) == ("COTE", "COTE")
    assert (key.versioned, zone.versioned) == ("ramq1:COTE", "icao1:COTE")
    assert key == fold("COTE") == NameKey("COTE", "ramq1:COTE")
    assert zone == fold_icao("cote") == IcaoKey("COTE", "icao1:COTE")
    assert len({key, zone}) == 2


def test_a_distance_is_a_number_or_none() -> None:
    assert distance("Séraphin", "SÉRAPHIN") == 0
    assert distance("Tremblay", "Trembaly") == 1
    assert distance("Séraphin", "Serafin") == 2
    assert distance("Tremblay", "Gagnon") is None


def test_an_error_tells_which_of_two_texts_is_at_fault() -> None:
    for call, first, second, side, reason, at in (
        (matches_icao, "Roy", "Roy", "first", "character", 1),
        (matches_icao, "<<", "Roy", "first", "empty", 0),
        (matches_icao, "A" * 89, "Roy", "first", "too_long", 88),
        (matches_icao, "ROY", "R0y", "second", "character", 1),
        (distance, "", "", "first", "empty", 0),
        (distance, "Roy", "Рой", "second", "unsupported", 0),
    ):
        error = raising(PersonNameError, call, first, second)
        assert (error.side, error.reason, error.at) == (side, reason, at)
    assert matches_icao("A" * 88, "Roy") is False


def claim(*, other_surname: Any, policy: NamePolicy = NamePolicy.SAG) -> Report:
    card = Document(kind=DocumentKind.HEALTH_CARD, surname="Séraphin", given_name="Élise")
    notice = Document(
        kind=DocumentKind.ASSESSMENT_NOTICE,
        surname="Tremblay",
        given_name="Élise",
        other_surname=other_surname,
    )
    return check(
        [card, notice],
        nam=Nam.parse(NAM),
        birth_date=BirthDate.parse("1975-11-30"),
        today=TODAY,
        policy=policy,
        minimum_age=14,
    )


def test_another_surname_of_a_document_counts_as_well_as_the_first() -> None:
    assert claim(other_surname=None).outcome is IdentityOutcome.REFUSED
    assert claim(other_surname="Séraphin").outcome is IdentityOutcome.UNIFORM
    for wrong in (7, b"Tremblay", ["Tremblay"]):
        with pytest.raises(TypeError):
            claim(other_surname=wrong)


def test_a_finding_says_a_difference_of_words() -> None:
    compound = claim(other_surname="Séraphin-Roy").findings[5]
    assert (compound.field, compound.verdict) == (Field.SURNAME, Verdict.DIFFERS)
    assert compound.main is Difference.COMPOUND_PART
    said = compound.message(Language.ENGLISH)
    assert said.startswith("On the notice of assessment, the surname is a compound;")
    tolerant = NamePolicy({Difference.COMPOUND_PART})
    assert claim(other_surname="Séraphin-Roy", policy=tolerant).outcome is IdentityOutcome.TOLERATED
