"""No `repr`, no error and no pickle tells what is a person's or a secret."""

import copy
import pickle
import traceback
from collections.abc import Callable

import pytest

from people import BINDING, KEY, NAM, NOW, OLD, PASSWORD, SECRET, TODAY, raising
from sceau import SceauError, _errors, identity, password
from sceau.challenge import Challenge, ChallengeWrong, Issued
from sceau.device import Device, DeviceAccepted
from sceau.identifier import (
    ActivationKey,
    AssessmentNotice,
    BirthDate,
    BusinessNumber,
    CardExpiry,
    CardReference,
    CardSequence,
    ClicsequrUserCode,
    EmailAddress,
    Identifier,
    LicenceNumber,
    LicenceReference,
    Nam,
    Nas,
    Neq,
    PhoneNumber,
    PostalCode,
    PostalSecret,
    QstNumber,
    TemporaryAccessCode,
    Username,
)
from sceau.name import NamePolicy, Place, compare, distance, fold, fold_icao, matches_icao
from sceau.otp import Hotp, OtpUri, Totp
from sceau.password import (
    PasswordMatchRehash,
    PasswordVerifier,
    RehashReason,
    SpringParameters,
    StoredKeycloak,
    StoredSpring,
)
from sceau.recovery import RecoveryAccepted, RecoveryCodes
from sceau.throttle import Throttle

IDENTIFIERS: list[Identifier] = [
    Nam.parse(NAM),
    Nas.parse("130692544"),
    AssessmentNotice.parse("Q123ABC4567"),
    CardReference.parse("125478569"),
    Username.parse("eseraphin"),
    EmailAddress.parse("elise.seraphin@example.org"),
    BirthDate.parse("1975-11-30"),
    CardSequence.parse("01"),
    CardExpiry.parse("2028-02"),
    LicenceNumber.parse("S123456789012"),
    LicenceReference.parse("ABC-12"),
    Neq.parse("1165326209"),
    BusinessNumber.parse("123026635RC0001"),
    QstNumber.parse("1012345671TQ0001"),
    PostalCode.parse("G1R 4P5"),
    PhoneNumber.parse("418 555-0123"),
    ClicsequrUserCode.parse("MARTINE-42"),
]
SECRETS: list[Identifier] = [
    ActivationKey.parse("4921"),
    PostalSecret.parse("k7-Qr 9"),
    TemporaryAccessCode.parse("Ab12"),
]


def personal_values() -> list[object]:
    issued = Challenge.issue(None, key=KEY, binding=BINDING, now=NOW)
    assert isinstance(issued.outcome, Issued)
    comparison = compare("Elise", "Élise")
    place = comparison.place(comparison.differences[0])
    assert isinstance(place, Place)
    report = claim()
    throttle = Throttle.begin(None, key=KEY, subject="eseraphin", now=NOW).next
    made = RecoveryCodes.generate(None, key=KEY, user="eseraphin")
    device = Device.remember(key=KEY, user="eseraphin", now=NOW)
    uri = OtpUri(issuer="Sceau", account="elise", secret=SECRET)
    prepared = [Hotp(look_ahead=0).prepare(SECRET), Totp().prepare(SECRET), uri]
    secrets: list[object] = [made.next, *made.outcome, device.token, device.state]
    secrets += [*prepared, KEY, SECRET, issued.outcome.code, BINDING, issued.next, throttle]
    people = [*IDENTIFIERS, *SECRETS, Nam.typing(NAM), Nam.parse(NAM).check(today=TODAY), fold("Élise"), fold_icao("Élise"), comparison, place]
    return [*secrets, *people, report, *report.findings]


def claim() -> identity.Report:
    document = identity.Document(
        kind=identity.DocumentKind.FORM,
        surname="Séraphin",
        given_name="Élise",
        other_surname="Tremblay",
    )
    assert repr(document) == "Document(..)"
    known = password.PasswordContext(user_name="eseraphin", surname="Séraphin")
    assert repr(known) == str(known) == "PasswordContext(..)"
    return identity.check(
        [document],
        nam=Nam.parse(NAM),
        birth_date=BirthDate.parse("1975-11-30"),
        today=TODAY,
        policy=NamePolicy.SAG,
        minimum_age=14,
    )


def test_repr_and_str_show_the_type_only() -> None:
    for value in personal_values():
        assert repr(value) == str(value) == f"{value}" == f"{type(value).__name__}(..)"


def test_what_holds_a_code_does_not_show_it() -> None:
    issued = Challenge.issue(None, key=KEY, binding=BINDING, now=NOW)
    assert isinstance(issued.outcome, Issued)
    assert repr(issued.outcome) == f"Issued(code=Code(..), expires_s={NOW + 600})"
    assert issued.outcome.code.compact not in repr(issued)
    assert "next=Challenge(..)" in repr(issued)
    made = RecoveryCodes.generate(None, key=KEY, user="eseraphin")
    assert all(code.compact not in repr(made) for code in made.outcome)


def test_what_holds_a_token_does_not_show_it() -> None:
    remembered = Device.remember(key=KEY, user="eseraphin", now=NOW)
    verified = remembered.state.verify(
        remembered.token.text, key=KEY, user="eseraphin", now=NOW
    )
    assert isinstance(verified.outcome, DeviceAccepted)
    expires = f"expires_s={NOW + 30 * 86_400}"
    assert repr(verified.outcome) == f"DeviceAccepted(token=DeviceToken(..), {expires}, rotated=True)"
    assert verified.outcome.token.text not in repr(verified)
    assert repr(remembered) == f"RememberedDevice(token=DeviceToken(..), state=Device(..), {expires})"


def test_secrets_are_not_pickled_nor_copied() -> None:
    code = Totp().code(SECRET, now=NOW)
    (printed, *_) = RecoveryCodes.generate(None, key=KEY, user="eseraphin").outcome
    token = Device.remember(key=KEY, user="eseraphin").token
    secrets = [KEY, SECRET, code, printed, token, *SECRETS]
    for secret in (*secrets, compare("Elise", "Élise"), claim()):
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            with pytest.raises(TypeError):
                pickle.dumps(secret, protocol)
        # The oldest protocols name the type of what they cannot save, and cannot load it.
        for protocol in (0, 1):
            with pytest.raises(TypeError):
                pickle.loads(pickle.dumps(secret, protocol))
    for secret in secrets:
        with pytest.raises(TypeError):
            copy.copy(secret)


def test_secrets_that_a_person_types_are_not_compared_nor_hashed() -> None:
    for secret in SECRETS:
        for wrong in (lambda: secret == secret, lambda: secret < secret, lambda: {secret}):
            with pytest.raises(TypeError):
                wrong()


def test_identifiers_states_and_outcomes_are_pickled() -> None:
    state = Challenge.issue(None, key=KEY, binding=BINDING, now=NOW).next
    throttle = Throttle.begin(None, key=KEY, subject="eseraphin", now=NOW).next
    recovery = RecoveryCodes.generate(None, key=KEY, user="eseraphin").next
    device = Device.remember(key=KEY, user="eseraphin", now=NOW).state
    outcomes = [RecoveryAccepted(left=3), ChallengeWrong(left=3), PasswordMatchRehash(why=RehashReason.COST)]
    for value in [*IDENTIFIERS, state, throttle, recovery, device, *outcomes]:
        assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value


SECRET_TEXT = "Tr0ub4dor&3-SERE75613018"
SPRING = SpringParameters.v5_8(secret=SECRET_TEXT.encode())

FAILING: list[Callable[[str], object]] = [
    Nam.parse,
    Nas.parse,
    EmailAddress.parse,
    BirthDate.parse,
    fold,
    fold_icao,
    lambda text: matches_icao(text, "Élise"),
    lambda text: matches_icao("ELISE", text),
    lambda text: compare("Élise", text),
    lambda text: distance(text, "Élise"),
    lambda text: password.verify(text + "\0", stored=OLD),
    lambda text: password.verify(PASSWORD, stored=text),
    lambda text: password.verify_absent(text + "\udc80"),
    lambda text: password.verify(PASSWORD, stored=StoredSpring(hash=text, parameters=SPRING)),
    lambda text: password.verify(
        PASSWORD, stored=StoredKeycloak(credential_data=f'{{"{text}":1}}', secret_data=text)
    ),
    lambda text: PasswordVerifier.begin(text + "\0", stored=OLD),
    lambda text: password.hash(text, salt=text.encode() * 3),
    lambda text: Challenge(text.encode()),
    lambda text: Device(text.encode()),
    lambda text: Nam.parse(text + "\udc80"),
]


@pytest.mark.parametrize("call", FAILING)
def test_an_error_holds_nothing_of_the_input(call: Callable[[str], object]) -> None:
    error = raising(SceauError, call, SECRET_TEXT)
    shown = "".join(traceback.format_exception(error))
    shown += repr(error) + str(error) + repr(error.args) + repr(vars(error))
    shown += repr(pickle.dumps(error, 0))
    for part in (SECRET_TEXT, "Tr0ub4dor", NAM, SECRET_TEXT.encode().hex()):
        assert part not in shown
    assert error.__cause__ is None and error.__context__ is None


def test_an_error_survives_a_pickle() -> None:
    errors = (_errors.PersonNameError("character", 4, "second"), _errors.OtpError("otp_period"))
    for error in errors:
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), again.args, str(again)) == (type(error), error.args, str(error))
