"""What a record of each vector file asks, and how the answer is written down.

A port of tests/families/*.rs.
"""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from typing import Any

from sceau import SceauError, ServiceKey, answer, identifier, otp, password
from sceau.identifier import (
    BirthDate,
    CardExpiry,
    Identifier,
    IdentifierError,
    Nam,
    NamBirth,
    Nas,
    Neq,
    TypedEdit,
)
from sceau.identity import (
    SAG_MINIMUM_AGE,
    Document,
    DocumentKind,
    Finding,
    IdentityError,
    Verdict,
    check,
)
from sceau.name import Comparison, Difference, IcaoKey, NameKey, NamePolicy, PersonNameError
from sceau.name import compare as compare_names
from sceau.name import distance as distance_of_names
from sceau.name import fold as fold_name
from sceau.name import fold_icao as fold_name_icao
from sceau.name import matches_icao as name_matches_icao
from sceau.otp import (
    HotpAccepted,
    HotpOutcome,
    OtpAlgorithm,
    OtpError,
    OtpReading,
    OtpSecret,
    OtpTextError,
    OtpUri,
    TotpAccepted,
    TotpOutcome,
)
from sceau.password import (
    AcceptPolicy,
    CreatePolicy,
    IterationRange,
    PasswordAlgorithm,
    PasswordContext,
    PasswordDigest,
    PasswordError,
    PasswordFinding,
    PasswordMatchRehash,
    PasswordOutcome,
    PasswordPolicy,
    PasswordPolicyError,
    PasswordProfile,
    PasswordVerifier,
    Peppers,
    SpringParameters,
    StoredFormat,
    StoredKeycloak,
    StoredPassword,
    StoredSpring,
)

from devices import device
from records import Record
from states import challenge, recovery, throttle

Handler = Callable[[Record], str]


def error(reason: SceauError) -> str:
    """Writes an error down: its wire name, and the offset that it carries."""
    at = "" if reason.at is None else f" {reason.at}"
    return f"error {reason.reason}{at}"


# otp/*.txt


def hotp(record: Record) -> str:
    counter = record.number("counter", 0)
    try:
        parameters, key = hotp_of(record), secret(record)
    except OtpError as reason:
        return error(reason)
    code = parameters.code(key, counter=counter).compact
    assert code == parameters.prepare(key).code(counter=counter).compact
    return code


def hotp_verify(record: Record) -> str:
    counter, typed = record.number("counter", 0), record.text("code")
    try:
        parameters, key = hotp_of(record), secret(record)
        outcome = parameters.verify(typed, secret=key, counter=counter)
    except OtpError as reason:
        return error(reason)
    assert outcome == parameters.prepare(key).verify(typed, counter=counter)
    return hotp_said(outcome)


def hotp_resync(record: Record) -> str:
    first, second = record.text("first"), record.text("second")
    try:
        outcome = (
            hotp_of(record)
            .prepare(secret(record))
            .resynchronize(first, second, counter=record.number("counter", 0))
        )
    except OtpError as reason:
        return error(reason)
    return hotp_said(outcome)


def hotp_said(outcome: HotpOutcome) -> str:
    return f"accepted {outcome.next}" if isinstance(outcome, HotpAccepted) else outcome.name


def totp(record: Record) -> str:
    now = record.number("now", 0)
    try:
        parameters, key = totp_of(record), secret(record)
    except OtpError as reason:
        return error(reason)
    code = parameters.code(key, now=now).compact
    assert code == parameters.prepare(key).code(now=now).compact
    return code


def totp_clock(record: Record) -> str:
    now = record.number("now", 0)
    try:
        parameters = totp_of(record)
    except OtpError as reason:
        return error(reason)
    step, remaining = parameters.step(now), parameters.remaining_s(now)
    return f"step {step} remaining {remaining} until {parameters.accepted_until(step)}"


def totp_verify(record: Record) -> str:
    last = None if record.optional("last") is None else record.number("last", 0)
    now, typed = record.number("now", 0), record.text("code")
    try:
        parameters, key = totp_of(record), secret(record)
    except OtpError as reason:
        return error(reason)
    prepared = parameters.prepare(key)
    if record.optional("drift-bound") is not None:
        drift = record.number("drift", 0)
        learned = prepared.verify_drifting(typed, now=now, last=last, drift=drift)
        return f"{totp_said(learned.outcome)} drift {learned.drift}"
    outcome = parameters.verify(typed, secret=key, now=now, last=last)
    assert outcome == prepared.verify(typed, now=now, last=last)
    return totp_said(outcome)


def totp_said(outcome: TotpOutcome) -> str:
    return f"accepted {outcome.step}" if isinstance(outcome, TotpAccepted) else outcome.name


def hotp_of(record: Record) -> otp.Hotp:
    make = otp.Hotp.unchecked_policy if unchecked(record) else otp.Hotp
    return make(
        algorithm=OtpAlgorithm(record.optional("algorithm") or "SHA1"),
        digits=record.number("digits", 6),
        look_ahead=record.number("look-ahead", 0),
        resync=record.number("resync", 100),
    )


def totp_of(record: Record) -> otp.Totp:
    make = otp.Totp.unchecked_policy if unchecked(record) else otp.Totp
    return make(
        algorithm=OtpAlgorithm(record.optional("algorithm") or "SHA1"),
        digits=record.number("digits", 6),
        period_s=record.number("period", 30),
        past=record.number("past", 1),
        future=record.number("future", 1),
        past_s=record.number("past-s", 0),
        future_s=record.number("future-s", 0),
        drift=record.number("drift-bound", 0),
    )


def unchecked(record: Record) -> bool:
    return record.optional("unchecked") is not None


def secret(record: Record) -> OtpSecret:
    octets = bytes.fromhex(record.text("secret"))
    return OtpSecret.unchecked_policy(octets) if unchecked(record) else OtpSecret(octets)


def base32(record: Record) -> str:
    read = OtpSecret.from_base32_unchecked_policy if unchecked(record) else OtpSecret.from_base32
    try:
        found = read(record.bytes("text").decode(), reading(record))
    except OtpTextError as reason:
        return error(reason)
    assert found.base32() == found.base32_groups().replace(" ", "")
    return f"{found.expose().hex()} {found.base32_groups()}"


def uri(record: Record) -> str:
    read = OtpUri.parse_unchecked_policy if unchecked(record) else OtpUri.parse
    try:
        found = read(record.bytes("text").decode(), reading(record))
    except OtpTextError as reason:
        return error(reason)
    kind = f"totp {found.period_s}" if found.counter is None else f"hotp {found.counter}"
    parameters = f"{kind} {found.algorithm} {found.digits} {found.secret.expose().hex()}"
    return f"{parameters} [{found.issuer}] [{found.account}]"


def uri_write(record: Record) -> str:
    by_time = record.text("kind") == "totp"
    make = OtpUri.unchecked_policy if unchecked(record) else OtpUri
    try:
        return make(
            issuer=record.bytes("issuer").decode(),
            account=record.bytes("account").decode(),
            secret=OtpSecret.unchecked_policy(bytes.fromhex(record.text("secret"))),
            algorithm=OtpAlgorithm(record.optional("algorithm") or "SHA1"),
            digits=record.number("digits", 6),
            period_s=record.number("period", 30) if by_time else None,
            counter=None if by_time else record.number("counter", 0),
        ).text()
    except OtpTextError as reason:
        return error(reason)


def reading(record: Record) -> OtpReading:
    return OtpReading(record.optional("reading") or "lenient")


# password/*.txt


def password_hash(record: Record) -> str:
    typed, salt = record.bytes("password"), record.bytes("salt")
    try:
        return password.hash(typed, salt=salt, create=create(record), peppers=peppers(record))
    except PasswordError as reason:
        return error(reason)


def password_verify(record: Record) -> str:
    try:
        verifier = PasswordVerifier.begin(
            record.bytes("password"),
            stored=stored(record),
            accept=accept(record),
            create=create(record),
            peppers=peppers(record),
        )
        while verifier.step(record.number("slice", (1 << 32) - 1)).left > 0:
            pass
        outcome = verifier.finish()
    except PasswordError as reason:
        return error(reason)
    return verified(outcome)


def password_answer(record: Record) -> str:
    typed = record.bytes("answer")
    policy, keys = create(record), peppers(record)
    try:
        if record.optional("stored") is not None or record.optional("spring") is not None:
            return verified(
                answer.verify(
                    typed,
                    stored=stored(record),
                    accept=accept(record),
                    create=policy,
                    peppers=keys,
                )
            )
        if record.optional("salt-hex") is not None:
            return answer.hash(typed, salt=record.bytes("salt"), create=policy, peppers=keys)
        return verified(answer.verify_absent(typed, create=policy))
    except PasswordError as reason:
        return error(reason)


def verified(outcome: PasswordOutcome) -> str:
    if isinstance(outcome, PasswordMatchRehash):
        return f"match_rehash {outcome.why}"
    return outcome.name


def stored(record: Record) -> StoredPassword:
    """Returns a string that says itself what it is, or the parts of one that does not."""
    if record.optional("spring") is not None:
        parameters = SpringParameters(
            digest=PasswordDigest(record.text("spring-digest")),
            iterations=record.number("spring-iterations", 0),
            salt_bytes=record.number("spring-salt-bytes", 0),
            secret=(record.optional("spring-secret") or "").encode(),
        )
        return StoredSpring(hash=record.bytes("spring"), parameters=parameters)
    if record.optional("credential-data") is not None:
        return StoredKeycloak(
            credential_data=record.bytes("credential-data"),
            secret_data=record.bytes("secret-data"),
        )
    return record.bytes("stored")


def accept(record: Record) -> AcceptPolicy:
    iterations = IterationRange(
        min=record.number("min-iterations", 1_000), max=record.number("max-iterations", 1_000_000)
    )
    return AcceptPolicy.unchecked_policy(
        formats=set(map(StoredFormat, (record.optional("formats") or "phc").split(" "))),
        sha1=iterations,
        sha256=iterations,
        sha512=iterations,
        min_salt_bytes=record.number("min-salt-bytes", 8),
        min_key_bytes=record.number("min-key-bytes", 16),
        require_pepper=record.optional("require-pepper") == "yes",
    )


def peppers(record: Record) -> Peppers:
    """Returns `pepper` for new hashes, and `retired`: a key id, and the key in hexadecimal."""
    keys = {}
    for name in ("pepper", "retired"):
        if (text := record.optional(name)) is not None:
            key_id, key = text.split(" ")
            keys[name] = ServiceKey(bytes.fromhex(key), key_id=int(key_id))
    retired = [keys["retired"]] if "retired" in keys else []
    return Peppers(current=keys.get("pepper"), retired=retired)


def password_policy(record: Record) -> str:
    context = PasswordContext(
        user_name=record.optional("user-name") or "",
        email_address=record.optional("email-address") or "",
        given_name=record.optional("given-name") or "",
        surname=record.optional("surname") or "",
        nam=record.optional("nam") or "",
        nas=record.optional("nas") or "",
        service=record.optional("service") or "",
    )
    try:
        findings = password_rules(record).check(record.bytes("password"), context=context)
    except (PasswordError, PasswordPolicyError) as reason:
        return error(reason)
    return " ".join(map(said, findings)) or "none"


def password_rules(record: Record) -> PasswordPolicy:
    rules = PasswordProfile(record.optional("policy") or "sag_2024").rules
    changes: dict[str, Any] = {}
    for name in (field.name for field in fields(rules)):
        kind = type(getattr(rules, name))
        changes[name] = kind(record.number(name.replace("_", "-"), getattr(rules, name)))
    return PasswordPolicy(replace(rules, **changes))


def said(finding: PasswordFinding) -> str:
    number = f"/{finding.number}" if finding.number else ""
    return f"{finding.reason}{number}@{finding.at}+{finding.length}"


def create(record: Record) -> CreatePolicy:
    return CreatePolicy.unchecked_policy(
        algorithm=PasswordAlgorithm(record.optional("algorithm") or "pbkdf2-sha256"),
        iterations=record.number("iterations", 1_000),
    )


# identifier/*.txt, name/*.txt, identity/check.txt


def parse(record: Record) -> str:
    try:
        found = kind(record).parse(record.text("text"))
    except IdentifierError as reason:
        return error(reason)
    return f"{found.compact}; {found.display}; {found.masked}"


def level(record: Record) -> str:
    today = date.fromisoformat(record.text("today"))
    try:
        return kind(record).parse(record.text("text")).level(today=today)
    except IdentifierError as reason:
        return error(reason)


def typing(record: Record) -> str:
    """`text` has a `|` where the caret is, and so has the answer."""
    before, behind = record.text("text").split("|")
    edit = TypedEdit(record.optional("edit") or "insertion")
    found = kind(record).typing(before + behind, caret=len(before), edit=edit)
    why = "" if found.error is None else f" {found.error.reason} {found.error.at}"
    shown = f"{found.text[: found.caret]}|{found.text[found.caret :]}"
    return f"{found.state}{why}; {shown}"


def pseudonym(record: Record) -> str:
    key = ServiceKey(record.bytes("key"), key_id=1)
    try:
        found = kind(record).parse(record.text("text"))
    except IdentifierError as reason:
        return error(reason)
    return found.pseudonym(key=key, group=record.bytes("group")).hex()


def synthetic(record: Record) -> str:
    found = kind(record).synthetic(record.number("number", 0))
    return "none" if found is None else found.compact


def kind(record: Record) -> type[Identifier]:
    return KINDS[record.text("kind")]


def nam(record: Record) -> str:
    today = date.fromisoformat(record.text("today"))
    try:
        number = Nam.parse(record.text("text"))
    except IdentifierError as reason:
        return error(reason)
    try:
        born = record.optional("born")
        birth = number.check(today=today) if born is None else number.check_born(civil(born))
        answer = birth_answer(birth)
    except IdentifierError as reason:
        answer = error(reason)
    return f"{number.level(today=today)}; {answer}"


def birth_answer(birth: NamBirth) -> str:
    return f"{BirthDate.of(birth.date).compact} {birth.marker}"


def nas(record: Record) -> str:
    try:
        return Nas.parse(record.text("text")).check()
    except IdentifierError as reason:
        return error(reason)


def neq(record: Record) -> str:
    try:
        return Neq.parse(record.text("text")).check()
    except IdentifierError as reason:
        return error(reason)


def expiry(record: Record) -> str:
    try:
        return CardExpiry.parse(record.text("text")).last_day.isoformat()
    except IdentifierError as reason:
        return error(reason)


def age(record: Record) -> str:
    try:
        return str(BirthDate.parse(record.text("born")).age_on(civil(record.text("today"))))
    except IdentifierError as reason:
        return error(reason)


def fold(record: Record) -> str:
    try:
        return fold_name(record.text("name")).letters
    except PersonNameError as reason:
        return error(reason)


def fold_icao(record: Record) -> str:
    try:
        return fold_name_icao(record.text("name")).letters
    except PersonNameError as reason:
        return error(reason)


def matches_icao(record: Record) -> str:
    try:
        matches = name_matches_icao(record.text("machine"), record.text("name"))
    except PersonNameError as reason:
        return f"{reason.side} {error(reason)}"
    return "yes" if matches else "no"


def versioned(record: Record) -> str:
    rules: dict[str, Callable[[str], NameKey | IcaoKey]] = {
        "ramq": fold_name,
        "icao": fold_name_icao,
    }
    try:
        return rules[record.text("rule")](record.text("name")).versioned
    except PersonNameError as reason:
        return error(reason)


def distance(record: Record) -> str:
    try:
        slips = distance_of_names(record.text("first"), record.text("second"))
    except PersonNameError as reason:
        return f"{reason.side} {error(reason)}"
    return "more" if slips is None else str(slips)


def compare(record: Record) -> str:
    try:
        comparison = compare_names(record.text("first"), record.text("second"))
    except PersonNameError as reason:
        return f"{reason.side} {error(reason)}"
    if comparison.is_identical:
        return "identical"
    return "; ".join(place(comparison, difference) for difference in comparison.differences)


def place(comparison: Comparison, difference: Difference) -> str:
    """Returns a difference's name, the offsets on both sides, the characters on both sides."""
    found = comparison.place(difference)
    assert found is not None
    letters = (found.letter_first, found.letter_second)
    first, second = ("-" if letter is None else f"[{letter}]" for letter in letters)
    return f"{difference} {found.first} {found.second} {first} {second}"


def identity(record: Record) -> str:
    """Compares `form`, `card` and `notice`, those that there are, in this order."""
    documents = [
        document(kind, names)
        for field, kind in DOCUMENTS.items()
        if (names := record.optional(field)) is not None
    ]
    try:
        report = check(
            documents,
            nam=Nam.parse(record.text("nam")),
            birth_date=BirthDate.of(civil(record.text("born"))),
            today=civil(record.text("today")),
            policy={"sag": NamePolicy.SAG, "tolerant": NamePolicy.TOLERANT}[record.text("policy")],
            minimum_age=record.number("minimum-age", SAG_MINIMUM_AGE),
        )
    except IdentityError as reason:
        return error(reason)
    return "; ".join([report.outcome, *map(finding_answer, report.findings)])


def document(kind: DocumentKind, names: str) -> Document:
    """`names` are `surname | given name | other surname`, the last one if there is one."""
    surname, given_name, *other = (name.strip() for name in names.split("|"))
    other_surname = other[0] if other else None
    return Document(
        kind=kind, surname=surname, given_name=given_name, other_surname=other_surname
    )


def finding_answer(finding: Finding) -> str:
    """A finding that agrees is its field's name; another adds verdict, what differs, and where."""
    words: list[str] = [finding.field]
    if finding.verdict is not Verdict.AGREES:
        letters = (finding.letter_first, finding.letter_second)
        words += [finding.verdict, *finding.differences]
        words += [f"[{letter}]" for letter in letters if letter is not None]
        if (unreadable := finding.unreadable) is not None:
            words += [str(unreadable.side), unreadable.reason]
    return " ".join(words)


def civil(text: str) -> date:
    return BirthDate.parse(text).date


KINDS: dict[str, type[Identifier]] = {
    found.kind: found
    for found in vars(identifier).values()
    if isinstance(found, type) and issubclass(found, Identifier) and hasattr(found, "kind")
}

DOCUMENTS = {
    "form": DocumentKind.FORM,
    "card": DocumentKind.HEALTH_CARD,
    "notice": DocumentKind.ASSESSMENT_NOTICE,
}

HANDLERS: dict[str, Handler] = {
    "challenge/life": challenge,
    "challenge/post": challenge,
    "device/life": device,
    "golden/challenge": challenge,
    "golden/device": device,
    "golden/recovery": recovery,
    "golden/throttle": throttle,
    "identifier/age": age,
    "identifier/expiry": expiry,
    "identifier/level": level,
    "identifier/nam": nam,
    "identifier/nas": nas,
    "identifier/neq": neq,
    "identifier/parse": parse,
    "identifier/pseudonym": pseudonym,
    "identifier/synthetic": synthetic,
    "identifier/typing": typing,
    "identity/check": identity,
    "name/compare": compare,
    "name/distance": distance,
    "name/fold": fold,
    "name/fold_icao": fold_icao,
    "name/matches_icao": matches_icao,
    "name/versioned": versioned,
    "otp/base32": base32,
    "otp/hotp": hotp,
    "otp/hotp_resync": hotp_resync,
    "otp/hotp_verify": hotp_verify,
    "otp/recovery": recovery,
    "otp/totp": totp,
    "otp/totp_clock": totp_clock,
    "otp/totp_verify": totp_verify,
    "otp/uri": uri,
    "otp/uri_write": uri_write,
    "password/answer": password_answer,
    "password/hash": password_hash,
    "password/argon2": password_verify,
    "password/legacy": password_verify,
    "password/pepper": password_verify,
    "password/policy": password_policy,
    "password/verify": password_verify,
    "throttle/life": throttle,
}
