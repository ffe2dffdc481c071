"""One citizen's story, as every language tells it: the transcripts are equal to the byte.

Clock and entropy are fixed, so that the code is `996 729`, the one on SAG's own screen. Answers go
to standard output; the number of calls into the library goes to standard error.
"""

import sys
from datetime import date
from typing import Protocol, TypeVar

from sceau import Language, ServiceKey, identity, password
from sceau.challenge import Challenge, ChallengeBinding, ChallengeChannel, ChallengePurpose, Issued
from sceau.identifier import (
    AssessmentNotice,
    BirthDate,
    CardReference,
    EmailAddress,
    IdentifierError,
    Nam,
    Nas,
    Username,
)
from sceau.identity import Document, DocumentKind, Verdict
from sceau.name import NamePolicy
from sceau.otp import OtpSecret, Totp, TotpAccepted
from sceau.password import PasswordContext, PasswordMatchRehash, PasswordProfile
from sceau.throttle import Throttle, ThrottleDelayed, ThrottleDisabled, ThrottleSuspended

USER = "eseraphin"
PASSWORD = "Érable-à-sucre"
NOW = 1_795_442_400
"""23 November 2026, nine o'clock in Québec."""
ENTROPY = b"sceau-demo\0\0\0\0\xc5\xc1"
OLD_HASH = (
    "$pbkdf2-sha256$i=20000$Y2xpY1NFUVVSLTIwMDkhIQ$W7pQsURJ0P0FNy2Zs6gNKJJhw2NOtjPkv4GrwpktF4k"
)
BINDING = ChallengeBinding(
    purpose=ChallengePurpose.ADDRESS_VALIDATION,
    channel=ChallengeChannel.EMAIL,
    user=USER,
    destination="elise.seraphin@example.org",
)

T = TypeVar("T")


class Said(Protocol):
    """What has a sentence in both languages."""

    def message(self, language: Language) -> str: ...


class Story:
    def __init__(self) -> None:
        self.calls = 0

    def call(self, answer: T) -> T:
        """Counts a call into the library."""
        self.calls += 1
        return answer

    def sign_up(self) -> None:
        chapter("1 · Élise s'inscrit · Élise signs up")
        user = self.call(Username.parse(USER))
        field("nom d'utilisateur", user.compact)
        email = self.call(EmailAddress.parse(" Elise.Seraphin@EXAMPLE.org"))
        field("courriel", email.compact)

        for typed in ("Eseraphin1234", PASSWORD):
            field("mot de passe", typed)
            context = PasswordContext(user_name=USER)
            for finding in self.call(PasswordProfile.SAG_2024.policy.check(typed, context=context)):
                self.say(finding.reason, finding)
        stored = self.call(password.hash(PASSWORD, salt=b"sel de l'erable!"))
        field("conservé · stored", stored)

    def prove_the_address(self) -> None:
        chapter("2 · Le code envoyé par courriel · The code sent by e-mail")
        key = self.service_key()
        issued = self.call(
            Challenge.issue(None, key=key, binding=BINDING, entropy=ENTROPY, now=at(0))
        )
        self.say(issued.outcome.name, issued.outcome)
        if isinstance(issued.outcome, Issued):
            field("courriel", issued.outcome.code.display)
            field("valide (s) · valid (s)", issued.outcome.expires_s - NOW)
        row = issued.next
        for later, typed in ((20, "996 728"), (35, " 996\u00a0729"), (50, "996729")):
            verified = self.call(row.verify(typed, key=key, binding=BINDING, now=at(later)))
            row = verified.next
            field(f"Élise, +{later} s", typed.strip())
            self.say(verified.outcome.name, verified.outcome)
        field("génération", self.call(row.generation))

    def give_the_numbers(self) -> tuple[Nam, BirthDate]:
        chapter("3 · Ses documents · Her documents")
        nam = self.call(Nam.parse("sere 7561-3018"))
        field("NAM", nam.masked)
        birth = self.call(nam.check(today=TODAY))
        field("code de sexe · sex code", birth.marker)
        nas = self.call(Nas.parse("130 692 544"))
        field("NAS", nas.masked)
        field("", self.call(nas.check()))
        mistyped = self.call(Nas.parse("130 692 545"))
        try:
            field("", mistyped.check())
        except IdentifierError as reason:
            self.say(reason.reason, reason)
        notice = self.call(AssessmentNotice.parse("q12-3abc 4567"))
        field("avis de cotisation", notice.masked)
        reference = self.call(CardReference.parse("125 478 569"))
        field("référence de la carte", reference.masked)
        born = self.call(BirthDate.parse("1975/11/30"))
        field("âge · age", self.call(born.age_on(TODAY)))
        self.calls += 1
        try:
            field("", Nam.parse("SERE 756\u0406 3018").masked)
        except IdentifierError as reason:
            self.say(reason.reason, reason)
        return nam, born

    def prove_the_identity(self, nam: Nam, born: BirthDate) -> None:
        notice, card = DocumentKind.ASSESSMENT_NOTICE, DocumentKind.HEALTH_CARD
        documents = (
            Document(kind=notice, surname="Séraphin", given_name="Élise"),
            Document(kind=card, surname="SERAPHIN", given_name="ELISE"),
        )
        for policy in (NamePolicy.SAG, NamePolicy.TOLERANT):
            report = self.call(
                identity.check(
                    documents,
                    nam=nam,
                    birth_date=born,
                    today=TODAY,
                    policy=policy,
                    minimum_age=identity.SAG_MINIMUM_AGE,
                )
            )
            field("identité · identity", report.outcome)
            for finding in report.findings:
                print(f"    {finding.field} · {finding.verdict}")
                if finding.verdict is not Verdict.AGREES:
                    self.sentences(finding)

    def pair_an_app(self) -> int:
        chapter("4 · Une application d'authentification · An authenticator app")
        totp, secret = self.totp(), self.secret()
        code = self.call(totp.code(secret, now=at(600)))
        field("l'application affiche", code.display)
        field("encore · still (s)", self.call(totp.remaining_s(at(600))))
        outcome = self.call(totp.verify(code.display, secret=secret, now=at(625), last=None))
        self.say(outcome.name, outcome)
        assert isinstance(outcome, TotpAccepted)
        field("à conserver · to store", outcome.step)
        return outcome.step

    def come_back(self) -> None:
        chapter("5 · Une ancienne empreinte clicSÉQUR · An old clicSÉQUR hash")
        typed = "Vieux-mot-de-passe"
        outcome = self.call(password.verify(typed, stored=OLD_HASH))
        self.say(outcome.name, outcome)
        if isinstance(outcome, PasswordMatchRehash):
            self.say(outcome.why, outcome.why)
        renewed = self.call(password.hash(typed, salt=b"un sel tout neuf"))
        outcome = self.call(password.verify(typed, stored=renewed))
        self.say(outcome.name, outcome)

    def keep_the_thief_out(self, accepted: int) -> None:
        chapter("6 · Le voleur · The thief")
        totp, secret = self.totp(), self.secret()
        seen = totp.code(secret, now=at(600)).compact
        field("le voleur · the thief", seen)
        replayed = self.call(totp.verify(seen, secret=secret, now=at(640), last=accepted))
        self.say(replayed.name, replayed)

        key = self.service_key()
        row = self.call(
            Challenge.issue(None, key=key, binding=BINDING, entropy=ENTROPY, now=at(700))
        ).next
        for guess in ("123456", "000000", "111111", "654321", "996729", "121212"):
            verified = self.call(row.verify(guess, key=key, binding=BINDING, now=at(710)))
            row = verified.next
            field("le voleur · the thief", guess)
            self.say(verified.outcome.name, verified.outcome)
        field("sans compte · no account", "pas-de-compte")
        absent = self.call(password.verify_absent("pas-de-compte"))
        self.say(absent.name, absent)
        self.suspend(key)

    def suspend(self, key: ServiceKey) -> None:
        row: Throttle | None = None
        now = 800
        while True:
            begun = self.call(Throttle.begin(row, key=key, subject=USER, now=at(now)))
            row = begun.next
            match begun.outcome:
                case ThrottleDelayed(until_s=until_s):
                    pause = until_s - NOW - now
                    field("il attend · he waits (s)", pause)
                    now += pause
                case ThrottleSuspended(until_s=until_s):
                    self.say(begun.outcome.name, begun.outcome)
                    field("suspension (s)", until_s - NOW - now)
                    return
                case ThrottleDisabled():
                    return

    def say(self, name: str, reason: Said) -> None:
        """Prints a reason's wire name and its two sentences."""
        print(f"    {name}")
        self.sentences(reason)

    def sentences(self, reason: Said) -> None:
        self.calls += 2
        print(f"        fr  {reason.message(Language.FRENCH)}")
        print(f"        en  {reason.message(Language.ENGLISH)}")

    def service_key(self) -> ServiceKey:
        return self.call(ServiceKey(bytes(range(32)), key_id=1))

    def totp(self) -> Totp:
        return self.call(Totp())

    def secret(self) -> OtpSecret:
        return self.call(OtpSecret(b"12345678901234567890"))


TODAY = date(2026, 11, 23)


def at(later: int) -> int:
    return NOW + later


def chapter(title: str) -> None:
    print(f"\n{title}\n")


def field(label: str, value: object) -> None:
    """Prints a value under its label, which takes 26 columns."""
    print(f"  {label:<26}{value}")


def main() -> None:
    story = Story()
    print("Sceau · une histoire, cinq langages · one story, five languages")
    story.sign_up()
    story.prove_the_address()
    story.prove_the_identity(*story.give_the_numbers())
    accepted = story.pair_an_app()
    story.come_back()
    story.keep_the_thief_out(accepted)
    print(f"calls: {story.calls}", file=sys.stderr)


if __name__ == "__main__":
    main()
