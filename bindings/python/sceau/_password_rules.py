"""The rules for new passwords, which `sceau.password` shows."""

from dataclasses import dataclass
from enum import StrEnum

from sceau import _native
from sceau._input import TextOrBytes
from sceau.message import Language


class PasswordReason(StrEnum):
    """A rule that a password breaks; its value is its stable wire name."""

    TOO_SHORT = "too_short"
    """Fewer characters than the policy asks for."""
    REPETITION = "repetition"
    """A character, or a group of characters, several times in a row."""
    SEQUENCE = "sequence"
    """Letters or digits in the order of the alphabet, or backwards."""
    KEYBOARD_ROW = "keyboard_row"
    """Keys side by side in one row of a keyboard."""
    EMAIL_ADDRESS = "email_address"
    """It is an e-mail address."""
    USER_NAME = "user_name"
    """The user name is in it."""
    OWN_EMAIL_ADDRESS = "own_email_address"
    """The person's e-mail address is in it, or what stands before the at sign."""
    PERSON_NAME = "person_name"
    """A name of the person's is in it."""
    OWN_NAM = "own_nam"
    """Six or more characters of the person's health insurance number are in it."""
    OWN_NAS = "own_nas"
    """Six or more digits of the person's social insurance number are in it."""
    SERVICE_NAME = "service_name"
    """The name of the service is in it."""
    COMMON = "common"
    """It is one of the most common passwords."""


@dataclass(frozen=True, slots=True)
class PasswordFinding:
    """A rule that a password breaks, and the first place where it does."""

    reason: PasswordReason
    """Which rule."""
    at: int
    """Where the place begins in the text as it was typed, in bytes of UTF-8."""
    length: int
    """How long the place is, in bytes. Of a rule on the whole password it is all of it."""
    number: int
    """The number that the sentence says; 0 where it says none."""

    def message(self, language: Language) -> str:
        """Returns the sentence that says it to a person."""
        return _native.password_finding_message(self.reason, self.number, language)


class PasswordProfile(StrEnum):
    """A named profile of rules; its value is its stable wire name."""

    SAG_2024 = "sag_2024"
    """SAG's: 10 characters, "sans répétition ni séquence", no user name, no e-mail address."""
    NIST_63B_4 = "nist_63b_4"
    """NIST SP 800-63B-4 for a password on its own: 15 characters, and the blocklist."""
    NIST_63B_4_SECOND_FACTOR = "nist_63b_4_second_factor"
    """As before, for a password beside a second factor: 8 characters."""
    CCCS = "cccs"
    """ITSAP.30.032: 12 characters, or a passphrase of 4 words and 15; the blocklist is ours."""

    @property
    def rules(self) -> "PasswordRules":
        """The numbers, to change some of them with `dataclasses.replace`."""
        return PasswordRules(*_native.password_rules(self))

    @property
    def policy(self) -> "PasswordPolicy":
        """The profile as a policy."""
        return PasswordPolicy(self.rules)


@dataclass(frozen=True, slots=True)
class PasswordRules:
    """The numbers of the rules for new passwords; 0 turns a rule off."""

    min_characters: int
    """The fewest characters, 8 to 64. A code point of the prepared text is one character."""
    passphrase_words: int
    """How many words make a passphrase, which may be shorter: 2 to 16, or 0 for none."""
    passphrase_characters: int
    """The fewest characters of a passphrase, 8 to 64; not looked at without passphrases."""
    repetition: int
    """How many times in a row a character, or a group of at most 8, is a repetition: 2 to 16."""
    sequence: int
    """How many letters in order, or digits, are a sequence, either way: 3 to 16."""
    keyboard: int
    """How many keys side by side in one row of a keyboard are too many: 3 to 16."""
    context: int
    """From how many letters and digits on a word of the person's is looked for: 3 to 16."""
    whole_context: bool
    """Whether the person's words are compared with the whole password, not looked for in it."""
    address: bool
    """Whether a password in the form of an e-mail address is refused."""
    blocklist: bool
    """Whether the whole password is compared with the most common ones."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PasswordContext:
    """What the rules know of the person and the service; empty text stands for nothing known.

    Words are compared without regard to case, accents and punctuation. Its `repr` shows nothing.
    """

    user_name: str = ""
    """The user name."""
    email_address: str = ""
    """The e-mail address: all of it, and what stands before the last at sign."""
    given_name: str = ""
    """The given name or names: together, and each part of them."""
    surname: str = ""
    """The surname: whole, and each part of it."""
    nam: str = ""
    """The health insurance number: six or more of its characters in a row."""
    nas: str = ""
    """The social insurance number: six or more of its digits in a row."""
    service: str = ""
    """The name of the service."""

    def __repr__(self) -> str:
        return "PasswordContext(..)"


_NOTHING = PasswordContext()


@dataclass(frozen=True, slots=True)
class PasswordPolicy:
    """Rules for new passwords, whose numbers are checked.

    Raises `PasswordPolicyError` for the first number outside the range that its field states.
    """

    rules: PasswordRules
    """The numbers."""

    def __post_init__(self) -> None:
        _native.password_policy(self.rules)

    def check(
        self, password: TextOrBytes, *, context: PasswordContext = _NOTHING
    ) -> tuple[PasswordFinding, ...]:
        """Returns every rule that a password breaks; none, if it may be used.

        Raises `PasswordError` for a text that could not be hashed.
        """
        broken = _native.password_check(password, rules=self.rules, context=context)
        return tuple(PasswordFinding(PasswordReason(it[0]), *it[1:]) for it in broken)
