"""Independent programs say the same: hashlib, mrz, pyotp, python-stdnum, unicodedata.

The inputs are random; a failure prints the seed, which SCEAU_SEED repeats.
"""

import base64
import doctest
import hashlib
import hmac
import pathlib
import random
import re
import sys
import tarfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator

import pyotp
import pytest
from mrz.base.functions import transliterate  # type: ignore[import-untyped]
from mrz.generator.dictionaries.latin_based import (  # type: ignore[import-untyped]
    transliteration,
)
from stdnum import luhn
from stdnum.ca import bn, sin
from stdnum.util import clean

from sceau import ServiceKey, password
from sceau.identifier import BusinessNumber, IdentifierError, Level, Nas, NasKind
from sceau.name import PersonNameError, compare, fold, fold_icao, matches_icao
from sceau.otp import Hotp, HotpAccepted, OtpAlgorithm, OtpSecret, Totp, TotpAccepted
from sceau.password import (
    AcceptPolicy,
    CreatePolicy,
    IterationRange,
    PasswordAlgorithm,
    PasswordMatch,
)

RANGE = IterationRange(min=1, max=10_000)
DIGESTS = {
    OtpAlgorithm.SHA1: hashlib.sha1,
    OtpAlgorithm.SHA256: hashlib.sha256,
    OtpAlgorithm.SHA512: hashlib.sha512,
}


@pytest.mark.parametrize("algorithm", PasswordAlgorithm)
def test_hashlib_derives_the_same_keys(
    algorithm: PasswordAlgorithm, rng: random.Random
) -> None:
    digest = algorithm.removeprefix("pbkdf2-")
    accept = AcceptPolicy.unchecked_policy(
        sha256=RANGE, sha512=RANGE, min_salt_bytes=1
    )
    for _ in range(200):
        typed = "".join(rng.choices("aZ09 -éÀœß’€", k=rng.randint(1, 60)))
        iterations, salt = rng.randint(1, 2_000), rng.randbytes(rng.randint(16, 64))
        create = CreatePolicy.unchecked_policy(algorithm=algorithm, iterations=iterations)
        stored = password.hash(typed, salt=salt, create=create)
        _, scheme, cost, *parts = stored.split("$")
        key = hashlib.pbkdf2_hmac(digest, typed.encode(), salt, iterations)
        assert [scheme, cost] == [algorithm, f"i={iterations}"]
        assert parts == [phc_base64(salt), phc_base64(key)]
        outcome = password.verify(typed, stored=stored, accept=accept, create=create)
        assert outcome == PasswordMatch()


def phc_base64(octets: bytes) -> str:
    return base64.b64encode(octets).decode().rstrip("=")


@pytest.mark.parametrize("algorithm", OtpAlgorithm)
def test_pyotp_shows_the_same_hotp_codes(algorithm: OtpAlgorithm, rng: random.Random) -> None:
    for _ in range(500):
        secret, digits = rng.randbytes(rng.randint(16, 128)), rng.randint(6, 9)
        counter = rng.getrandbits(rng.choice([4, 32, 63]))
        peer = pyotp.HOTP(base32(secret), digits=digits, digest=DIGESTS[algorithm])
        hotp = Hotp(algorithm=algorithm, digits=digits, look_ahead=2)
        code = hotp.code(OtpSecret(secret), counter=counter).compact
        assert code == peer.at(counter)
        outcome = hotp.verify(peer.at(counter), secret=OtpSecret(secret), counter=counter)
        assert outcome == HotpAccepted(next=counter + 1)


@pytest.mark.parametrize("algorithm", OtpAlgorithm)
def test_pyotp_shows_the_same_totp_codes(algorithm: OtpAlgorithm, rng: random.Random) -> None:
    for _ in range(500):
        secret, digits = rng.randbytes(rng.randint(16, 128)), rng.randint(6, 9)
        period, now = rng.randint(15, 120), rng.getrandbits(36)
        peer = pyotp.TOTP(
            base32(secret), digits=digits, digest=DIGESTS[algorithm], interval=period
        )
        totp = Totp(algorithm=algorithm, digits=digits, period_s=period, past=0, future=0)
        typed = peer.at(now)
        assert totp.code(OtpSecret(secret), now=now).compact == typed
        outcome = totp.verify(typed, secret=OtpSecret(secret), now=now, last=None)
        assert outcome == TotpAccepted(step=now // period)


def base32(secret: bytes) -> str:
    return base64.b32encode(secret).decode().rstrip("=")


def test_stdnum_accepts_the_same_social_insurance_numbers(rng: random.Random) -> None:
    accepted = 0
    for _ in range(20_000):
        digits = f"{rng.randrange(10**9):09}"
        try:
            kind = Nas.parse(digits).check()
        except IdentifierError as reason:
            expected = "not_a_sin" if luhn.is_valid(digits) else "check_digit"
            assert reason.reason == expected, digits
            assert not sin.is_valid(digits), digits
        else:
            accepted += 1
            assert sin.is_valid(digits), digits
            assert (kind is NasKind.TEMPORARY) == (digits[0] == "9")
    assert accepted > 1_000


def test_hmac_computes_the_same_pseudonyms(rng: random.Random) -> None:
    for _ in range(1_000):
        key, group = rng.randbytes(rng.randint(32, 1024)), rng.randbytes(rng.randint(0, 200))
        nas = Nas.parse(f"{rng.randrange(10**9):09}")
        subkey = mac(mac(key, b"sceau/v1/pseudonym"), field(group))
        expected = mac(subkey, field(b"nas") + field(nas.compact.encode()))
        assert nas.pseudonym(key=ServiceKey(key, key_id=1), group=group) == expected


def mac(key: bytes, message: bytes) -> bytes:
    return hmac.digest(key, message, "sha256")


def field(content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + content


# Half of a million: social insurance numbers take one half, business numbers the other.
TEXTS = 500_000


def random_texts(
    rng: random.Random, alphabet: str, heads: Callable[[], str], tails: list[str]
) -> Iterator[str]:
    """Yields numbers, numbers with one character changed, and noise."""
    for count in range(TEXTS):
        characters = list(heads() + rng.choice(tails))
        if count % 10 == 0:
            characters = rng.choices(alphabet, k=rng.randint(0, 20))
        elif count % 2:
            change = rng.choice(["", rng.choice(alphabet), rng.choice(alphabet) * 2])
            characters[rng.randrange(len(characters))] = change
        yield "".join(characters)


def right_digits(rng: random.Random) -> str:
    head = f"{rng.randrange(10**8):08}"
    last = luhn.calc_check_digit(head) if rng.randrange(4) else str(rng.randrange(10))
    return rng.choice([head + last, f"{head[:3]} {head[3:6]}-{head[6:]}{last}"])


Answers = Callable[[str], str | None]
"""What a program makes of a text: the number in its compact form, or nothing."""


def disagreements(
    texts: Iterator[str], ours: Answers, theirs: Answers, explained: Callable[[str], str | None]
) -> Counter[str]:
    """Counts agreements and explained differences; another difference fails."""
    found = Counter[str]()
    for text in texts:
        our, their = ours(text), theirs(text)
        if our == their:
            found["both accept" if our else "both refuse"] += 1
            continue
        reason = explained(text)
        assert reason is not None, f"{ascii(text)}: {our} here, {their} in stdnum"
        found[reason] += 1
    print(dict(found))
    return found


def sin_texts(rng: random.Random) -> Iterator[str]:
    return random_texts(rng, "0123456789 -\u2011\u00a0O\t", lambda: right_digits(rng), [""])


def bn_texts(rng: random.Random) -> Iterator[str]:
    programs = ["", "RC0001", "RT 0002", "rp0001", "RR0001", "AA0001", "RC001"]
    return random_texts(rng, "0123456789 -RCMPTA\t", lambda: right_digits(rng), programs)


def control_at_an_end(text: str) -> str | None:
    without = clean(text, "- ")
    return "stdnum strips controls at the ends" if without != without.strip() else None


def written_otherwise(text: str) -> str | None:
    """stdnum reads capitals only, and four programs, of which the agency has more: in a text of
    such a program it accepts the same number."""
    our, their = our_bn(text), stdnum_bn(re.sub("[Rr][A-Za-z]", "RC", text))
    if our is None or their is None or (our[:9], our[11:]) != (their[:9], their[11:]):
        return control_at_an_end(text)
    four = our[9:11] in ("RC", "RM", "RP", "RT")
    return "stdnum reads capitals only" if four else "stdnum knows four programs"


def stdnum_sin(text: str) -> str | None:
    return sin.compact(text) if sin.is_valid(text) else None


def stdnum_bn(text: str) -> str | None:
    return bn.compact(text) if bn.is_valid(text) else None


def test_stdnum_accepts_the_same_texts_as_social_insurance_numbers(rng: random.Random) -> None:
    found = disagreements(sin_texts(rng), our_sin, stdnum_sin, control_at_an_end)
    assert found.total() == TEXTS
    assert found["both accept"] > 50_000
    assert found["both refuse"] > 50_000


def test_stdnum_accepts_the_same_texts_as_business_numbers(rng: random.Random) -> None:
    found = disagreements(bn_texts(rng), our_bn, stdnum_bn, written_otherwise)
    assert found.total() == TEXTS
    assert found["both accept"] > 50_000
    assert found["both refuse"] > 50_000


def unclassed(text: str) -> str | None:
    """A peer with a fault: numbers that begin with 0 and 8 pass."""
    digits = sin.compact(text)
    return digits if len(digits) == 9 and luhn.is_valid(digits) else None


def undashed(text: str) -> str | None:
    """A peer with a fault: no digit is ever doubled."""
    digits = bn.compact(text)[:9]
    fits = len(digits) == 9 and digits.isascii() and digits.isdigit()
    return bn.compact(text) if fits and sum(map(int, digits)) % 10 == 0 else None


def test_a_peer_with_a_fault_is_noticed(rng: random.Random) -> None:
    """The control of the comparisons with stdnum."""
    with pytest.raises(AssertionError, match="here, .* in stdnum"):
        disagreements(sin_texts(rng), our_sin, unclassed, control_at_an_end)
    with pytest.raises(AssertionError, match="here, .* in stdnum"):
        disagreements(bn_texts(rng), our_bn, undashed, written_otherwise)


def test_stdnum_documents_the_same_answers() -> None:
    """Runs the examples of stdnum's documentation: what they validate, and what they refuse."""
    assert same_answers(sin.__doc__ or "", our_sin) == 4
    assert same_answers(bn.__doc__ or "", our_bn) == 4


def test_stdnum_tests_the_same_business_numbers() -> None:
    """Runs the tests that stdnum has of business numbers: four examples, a hundred issued numbers."""
    [archive] = pathlib.Path(sys.prefix).parent.glob("python/sdist/python_stdnum-*.tar.gz")
    name = f"{archive.name.removesuffix('.tar.gz')}/tests/test_ca_bn.doctest"
    with tarfile.open(archive) as files:
        member = files.extractfile(name)
        assert member is not None
        text = member.read().decode()
    assert same_answers(text, our_bn) == 4
    issued = re.findall(r"^\.\.\. (\d{9}RC\d{4})$", text, re.MULTILINE)
    assert len(issued) == 100
    assert [number for number in issued if our_bn(number) != number] == []


def same_answers(text: str, ours: Answers) -> int:
    """Compares what `validate` returns or refuses in these examples; returns how many there are."""
    examples = 0
    for example in doctest.DocTestParser().get_examples(text):
        called = re.fullmatch(r"(?:bn\.)?validate\('(.*)'\)(?: +#.*)?\n", example.source)
        if called is None:
            continue
        examples += 1
        expected = None if example.exc_msg else example.want.strip().strip("'")
        assert ours(called[1]) == expected, called[1]
    return examples


def our_sin(text: str) -> str | None:
    try:
        nas = Nas.parse(text)
        nas.check()
    except IdentifierError:
        return None
    return nas.compact


def our_bn(text: str) -> str | None:
    try:
        number = BusinessNumber.parse(text)
    except IdentifierError:
        return None
    return number.compact if number.level() == Level.CHECK_DIGIT else None


LATIN = [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]


def test_unicodedata_folds_the_same_letters() -> None:
    folded = 0
    for letter in map(chr, LATIN):
        decomposed = unicodedata.normalize("NFD", letter)
        if not (decomposed[0].isascii() and decomposed[0].isalpha() and len(decomposed) > 1):
            continue
        folded += 1
        assert fold(letter).letters == decomposed[0].upper()
        assert fold(decomposed).letters == decomposed[0].upper()
        assert compare(f"A{letter}", f"A{decomposed}").is_identical
    assert folded == 488


def test_mrz_writes_the_same_zones(rng: random.Random) -> None:
    """mrz knows 186 letters and the apostrophe, and leaves what it does not know as it is."""
    letters = [letter for letter in transliteration if letter != "'"]
    assert len(letters) == 186
    for letter in letters:
        assert fold_icao(letter).letters == transliteration[letter].upper()
    for _ in range(5_000):
        words = ["".join(rng.choices([*letters, *"AbcXyz"], k=rng.randint(1, 9))) for _ in "123"]
        name = rng.choice("- ").join(words) + rng.choice(["", "'" + words[0]])
        theirs = transliterate(name, transliteration)
        assert fold_icao(name).letters == theirs
        if len(theirs) <= 88:
            assert matches_icao(theirs, name)


def test_unicodedata_composes_the_same_letters(rng: random.Random) -> None:
    marks = [chr(mark) for mark in range(0x300, 0x345)]
    same = 0
    for _ in range(5_000):
        text = rng.choice("aeiouyclsnzAEO") + "".join(rng.sample(marks, rng.randint(1, 3)))
        forms = [unicodedata.normalize(form, text) for form in ("NFC", "NFD")]
        try:
            comparison = compare(*forms)
        except PersonNameError as reason:
            assert reason.reason == "unsupported", ascii(text)
        else:
            same += 1
            assert comparison.is_identical, ascii(text)
    # About a fifth of such texts stays within the tables: 1,000, and ten deviations below it.
    assert same > 700
