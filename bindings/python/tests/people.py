"""What the tests share: the citizen of FACTS 1.1, a key, a quick policy."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pytest

from sceau import ServiceKey, password
from sceau.challenge import ChallengeBinding, ChallengeChannel, ChallengePurpose
from sceau.otp import OtpSecret
from sceau.password import CreatePolicy, PasswordAlgorithm

ErrorT = TypeVar("ErrorT", bound=BaseException)

NOW = 1_800_000_000
TODAY = date(2026, 11, 23)
NAM = "SERE75613018"
PASSWORD = "Érable-à-sucre"
KEY = ServiceKey(bytes(range(32)), key_id=1)
SECRET = OtpSecret(b"12345678901234567890")
BINDING = ChallengeBinding(
    purpose=ChallengePurpose.ADDRESS_VALIDATION,
    channel=ChallengeChannel.EMAIL,
    user="eseraphin",
    destination="elise.seraphin@example.org",
)
CREATE = CreatePolicy.unchecked_policy(algorithm=PasswordAlgorithm.PBKDF2_SHA256, iterations=1_000)
OLD = password.hash(PASSWORD, create=CREATE)


def raising(kind: type[ErrorT], call: Callable[..., object], *arguments: object) -> ErrorT:
    """Returns the error that the call raises."""
    with pytest.raises(kind) as caught:
        call(*arguments)
    return caught.value
