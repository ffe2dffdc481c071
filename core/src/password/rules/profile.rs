//! The numbers of the rules, and the named profiles: data.

use super::PasswordPolicy;

/// The rules for new passwords, as numbers; 0 turns a rule off.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PasswordRules {
    /// The fewest characters, 8 to 64. A code point of the prepared text is one character.
    pub min_characters: u8,
    /// How many words make a passphrase, which may be shorter: 2 to 16, or 0 for no passphrases. A
    /// word is two letters or digits or more, between spaces or punctuation.
    pub passphrase_words: u8,
    /// The fewest characters of a passphrase, 8 to 64; not looked at without passphrases.
    pub passphrase_characters: u8,
    /// How many times in a row a character, or a group of at most 8 characters, is a repetition:
    /// 2 to 16. 3 by default: `aaa`, `121212`.
    pub repetition: u8,
    /// How many letters in the order of the alphabet, or digits, are a sequence: 3 to 16. 4 by
    /// default: `abcd`, `4321`. Without regard to case; forwards or backwards; 0 follows 9, and a
    /// does not follow z.
    pub sequence: u8,
    /// How many keys side by side in one row of a keyboard are too many: 3 to 16. 5 by default:
    /// `azert`, `poiuy`. Without regard to case; the rows are those of QWERTY (United States),
    /// AZERTY (France), Canadian French and Canadian Multilingual Standard.
    ///
    /// With 4, `trez` (entrez) and `erty` (property) would be barred; no word of 66,099 in French
    /// and 49,160 in English has five.
    pub keyboard: u8,
    /// From how many letters and digits on a word of the person's is looked for: 3 to 16. 4 by
    /// default.
    pub context: u8,
    /// Whether the person's words are compared with the whole password, as NIST asks, and not
    /// looked for in it.
    pub whole_context: bool,
    /// Whether a password in the form of an e-mail address is refused.
    pub address: bool,
    /// Whether the whole password is compared with the most common ones. In a build without the
    /// feature `blocklist` it must be off.
    pub blocklist: bool,
}

impl PasswordRules {
    /// Returns what is wrong with the first number out of its range.
    pub(super) const fn first_out_of_range(&self) -> Option<PasswordPolicyError> {
        use PasswordPolicyError as Error;
        let phrases = self.passphrase_words != 0;
        match () {
            () if !within(self.min_characters, 8, 64) => Some(Error::MinCharacters),
            () if !off_or_within(self.passphrase_words, 2, 16) => Some(Error::Passphrase),
            () if phrases && !within(self.passphrase_characters, 8, 64) => Some(Error::Passphrase),
            () if !off_or_within(self.repetition, 2, 16) => Some(Error::Repetition),
            () if !off_or_within(self.sequence, 3, 16) => Some(Error::Sequence),
            () if !off_or_within(self.keyboard, 3, 16) => Some(Error::Keyboard),
            () if !off_or_within(self.context, 3, 16) => Some(Error::Context),
            () if self.blocklist && !cfg!(feature = "blocklist") => Some(Error::Blocklist),
            () => None,
        }
    }
}

/// A named profile.
///
/// Without the feature `blocklist` there is `Sag2024` only: the others ask for one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PasswordProfile {
    /// [`PasswordPolicy::SAG_2024`].
    Sag2024,
    /// [`PasswordPolicy::NIST_63B_4`].
    #[cfg(feature = "blocklist")]
    Nist63b4,
    /// [`PasswordPolicy::NIST_63B_4_SECOND_FACTOR`].
    #[cfg(feature = "blocklist")]
    Nist63b4SecondFactor,
    /// [`PasswordPolicy::CCCS`].
    #[cfg(feature = "blocklist")]
    Cccs,
}

impl PasswordProfile {
    /// Every profile of this build, in the order of declaration.
    pub const ALL: &'static [Self] = &[
        Self::Sag2024,
        #[cfg(feature = "blocklist")]
        Self::Nist63b4,
        #[cfg(feature = "blocklist")]
        Self::Nist63b4SecondFactor,
        #[cfg(feature = "blocklist")]
        Self::Cccs,
    ];

    /// The stable wire name: the same in vectors, C, Kotlin, Swift and Python.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Sag2024 => "sag_2024",
            #[cfg(feature = "blocklist")]
            Self::Nist63b4 => "nist_63b_4",
            #[cfg(feature = "blocklist")]
            Self::Nist63b4SecondFactor => "nist_63b_4_second_factor",
            #[cfg(feature = "blocklist")]
            Self::Cccs => "cccs",
        }
    }

    /// Returns the profile as a policy.
    pub const fn policy(self) -> PasswordPolicy {
        let rules = match self {
            Self::Sag2024 => SAG_2024,
            #[cfg(feature = "blocklist")]
            Self::Nist63b4 => NIST_63B_4,
            #[cfg(feature = "blocklist")]
            Self::Nist63b4SecondFactor => PasswordRules { min_characters: 8, ..NIST_63B_4 },
            #[cfg(feature = "blocklist")]
            Self::Cccs => CCCS,
        };
        PasswordPolicy { rules }
    }
}

const SAG_2024: PasswordRules = PasswordRules {
    min_characters: 10,
    passphrase_words: 0,
    passphrase_characters: 0,
    repetition: 3,
    sequence: 4,
    keyboard: 5,
    context: 4,
    whole_context: false,
    address: true,
    blocklist: false,
};

#[cfg(feature = "blocklist")]
const NIST_63B_4: PasswordRules = PasswordRules {
    min_characters: 15,
    passphrase_words: 0,
    passphrase_characters: 0,
    repetition: 0,
    sequence: 0,
    keyboard: 0,
    context: 4,
    whole_context: true,
    address: false,
    blocklist: true,
};

#[cfg(feature = "blocklist")]
const CCCS: PasswordRules = PasswordRules {
    min_characters: 12,
    passphrase_words: 4,
    passphrase_characters: 15,
    whole_context: false,
    ..NIST_63B_4
};

// A profile is a policy that `new` takes.
const _: () = {
    let mut rest = PasswordProfile::ALL;
    while let [profile, left @ ..] = rest {
        assert!(profile.policy().rules().first_out_of_range().is_none());
        rest = left;
    }
};

/// Which number of a policy for new passwords is out of its range.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PasswordPolicyError {
    /// The fewest characters are not 8 to 64.
    MinCharacters,
    /// The words of a passphrase are not 2 to 16, or its characters not 8 to 64.
    Passphrase,
    /// The repetition is not 2 to 16.
    Repetition,
    /// The sequence is not 3 to 16.
    Sequence,
    /// The keys in a row are not 3 to 16.
    Keyboard,
    /// The letters of the person's words are not 3 to 16.
    Context,
    /// This build has no blocklist.
    Blocklist,
}

wire_names!(PasswordPolicyError {
    MinCharacters => "password_policy_min_characters",
    Passphrase => "password_policy_passphrase",
    Repetition => "password_policy_repetition",
    Sequence => "password_policy_sequence",
    Keyboard => "password_policy_keyboard",
    Context => "password_policy_context",
    Blocklist => "password_policy_blocklist",
});
error_display!(PasswordPolicyError);

const fn within(number: u8, least: u8, most: u8) -> bool {
    least <= number && number <= most
}

const fn off_or_within(number: u8, least: u8, most: u8) -> bool {
    number == 0 || within(number, least, most)
}
