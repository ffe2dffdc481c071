"""A posted code: its letters, its policy, and its sentences."""

import pytest
from sceau import ServiceKey
from sceau.challenge import (
    Challenge,
    ChallengeAccepted,
    ChallengeBinding,
    ChallengeChannel,
    ChallengeMalformed,
    ChallengePolicy,
    ChallengePurpose,
    ChallengeWrong,
    DeliverLive,
    Issued,
    IssueTooSoon,
    post_message,
)
from sceau.code import LetterCode
from sceau.message import Language
from sceau.state import StateError

KEY = ServiceKey(bytes(32), key_id=1)
BINDING = ChallengeBinding(
    purpose=ChallengePurpose.ADDRESS_VALIDATION,
    channel=ChallengeChannel.POST,
    user="eseraphin",
    destination="1000 rue Principale, Québec QC G1R 4P5",
)
NOW = 1_795_442_400
WEEK = 7 * 86_400


def test_a_letter_is_posted_and_typed() -> None:
    policy = ChallengePolicy.post()
    issued = Challenge.issue(None, key=KEY, binding=BINDING, policy=policy, now=NOW)
    assert isinstance(issued.outcome, Issued)
    code = issued.outcome.code
    assert isinstance(code, LetterCode)
    assert issued.outcome.expires_s == NOW + 3 * WEEK
    assert code.display == "-".join(code.compact[at : at + 4] for at in range(0, 13, 4))
    assert repr(code) == "LetterCode(..)"

    slip = code.compact[:-1] + ("0" if code.compact[-1] != "0" else "1")
    verified = issued.next.verify(slip, key=KEY, binding=BINDING, now=NOW + WEEK)
    assert verified.outcome == ChallengeMalformed()
    again = verified.next.deliver(key=KEY, binding=BINDING, now=NOW + WEEK)
    assert isinstance(again, DeliverLive)
    assert again.code.compact == code.compact
    typed = code.display.lower().replace("-", " ")
    verified = verified.next.verify(typed, key=KEY, binding=BINDING, now=NOW + WEEK)
    assert verified.outcome == ChallengeAccepted()


def test_it_has_sentences_of_its_own() -> None:
    malformed = post_message(ChallengeMalformed(), Language.FRENCH)
    assert malformed.startswith("Il y a une faute de frappe dans le secret d'identification.")
    wrong = post_message(ChallengeWrong(4), Language.ENGLISH)
    assert wrong == "Wrong identification secret. Attempts left: 4."
    soon = IssueTooSoon(NOW)
    assert post_message(soon, Language.ENGLISH).endswith(" after 2026-11-23 14:00:00 UTC.")
    assert post_message(soon, Language.FRENCH, until="9 h").endswith("\u00a0: 9 h.")


@pytest.mark.parametrize("channel", [ChallengeChannel.EMAIL, ChallengeChannel.TEXT])
def test_its_policy_is_for_post_alone(channel: ChallengeChannel) -> None:
    digits = ChallengeBinding(
        purpose=BINDING.purpose, channel=channel, user="eseraphin", destination="x"
    )
    for binding, policy in ((digits, ChallengePolicy.post()), (BINDING, ChallengePolicy())):
        with pytest.raises(StateError, match="state_wrong_policy"):
            Challenge.issue(None, key=KEY, binding=binding, policy=policy, now=NOW)
