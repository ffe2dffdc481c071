"""Outcomes and identifiers are values."""

from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from typing_extensions import assert_never

from people import BINDING, KEY, NAM, NOW
from sceau.challenge import (
    Challenge,
    ChallengeAccepted,
    ChallengeAlreadyUsed,
    ChallengeBinding,
    ChallengeChannel,
    ChallengeExhausted,
    ChallengeExpired,
    ChallengeMalformed,
    ChallengeOutcome,
    ChallengePurpose,
    ChallengeWrong,
    Issued,
)
from sceau.identifier import Nam, Nas


def test_an_outcome_is_frozen_and_compares_by_value() -> None:
    wrong: Any = ChallengeWrong(left=4)
    assert wrong == ChallengeWrong(left=4) != ChallengeWrong(left=3)
    assert hash(wrong) == hash(ChallengeWrong(left=4))
    for change in ("left", "name", "more"):
        with pytest.raises((FrozenInstanceError, AttributeError, TypeError)):
            setattr(wrong, change, 9)


def test_a_match_over_an_outcome_is_checked_to_be_complete() -> None:
    assert tell(ChallengeWrong(left=2)) == "2 left"
    assert tell(ChallengeExpired()) == "expired"


def tell(outcome: ChallengeOutcome) -> str:
    match outcome:
        case ChallengeAccepted():
            return "in"
        case ChallengeWrong(left):
            return f"{left} left"
        case ChallengeExpired() | ChallengeExhausted() | ChallengeAlreadyUsed():
            return outcome.name
        case ChallengeMalformed():
            return "?"
        case never:
            assert_never(never)


def test_identifiers_are_values() -> None:
    spaced, compact = Nam.parse("sere 7561 3018"), Nam.parse(NAM)
    assert spaced == compact and len({spaced, compact}) == 1
    assert Nam.parse("BOUF94011417") < compact <= spaced
    assert Nas.parse("130692544") != compact
    with pytest.raises(TypeError):
        assert compact < Nas.parse("130692544")


@pytest.mark.parametrize("purpose", ChallengePurpose)
def test_a_code_serves_its_own_purpose_only(purpose: ChallengePurpose) -> None:
    binding = ChallengeBinding(
        purpose=purpose, channel=ChallengeChannel.TEXT, user=b"u", destination=bytearray(b"d")
    )
    issued = Challenge.issue(None, key=KEY, binding=binding, now=NOW)
    assert isinstance(issued.outcome, Issued)
    verified = issued.next.verify(issued.outcome.code.display, key=KEY, binding=binding, now=NOW)
    assert verified.outcome == ChallengeAccepted()
