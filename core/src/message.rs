//! One French and one English sentence for every reason, which a citizen or an operator can act on.
//!
//! French is Québec's: *courriel*, *code de sécurité*, *avis de cotisation*. A sentence says nothing
//! of the input; only [`crate::identity`]'s may name the one letter that differs.

mod answer;
mod by_post;
mod catalog;
mod code;
mod device;
mod identifier;
mod identity;
mod moment;
mod name;
mod password;
mod password_rules;
mod state;
pub(crate) mod template;

pub use answer::OfAnswer;
pub use by_post::OfPost;
pub use catalog::{CATALOG, Chapter, Entry, Placeholder, PlaceholderKind, Reader};

use crate::time::UnixTime;

/// A language of the sentences.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Language {
    /// French, as in Québec.
    French,
    /// English.
    English,
}

wire_names!(Language { French => "fr", English => "en" });

impl Language {
    const fn choose<T: Copy>(self, french: T, english: T) -> T {
        match self {
            Self::French => french,
            Self::English => english,
        }
    }
}

/// A sentence, at most 512 bytes of UTF-8.
pub type Sentence = heapless::String<512>;

/// A reason that can be said to a person.
pub trait Reason {
    /// Returns the sentence with its placeholder, `{n}` or `{until}`, if it has one.
    fn template(&self, language: Language) -> &'static str;

    /// Returns the number that stands for `{n}`.
    fn number(&self) -> Option<u64> {
        None
    }

    /// Returns the moment that stands for `{until}`.
    fn until(&self) -> Option<UnixTime> {
        None
    }

    /// Returns the sentence; a moment in it is told in Coordinated Universal Time, as
    /// `2026-11-23 14:05:00 UTC`.
    ///
    /// # Example
    ///
    /// ```
    /// use sceau::challenge::ChallengeOutcome;
    /// use sceau::message::{Language, Reason};
    ///
    /// let outcome = ChallengeOutcome::Wrong { left: 4 };
    /// assert_eq!(outcome.message(Language::English), "Wrong security code. Attempts left: 4.");
    /// ```
    fn message(&self, language: Language) -> Sentence {
        self.message_until(language, &moment::utc(self.until().unwrap_or(UnixTime::MIN)))
    }

    /// Returns the sentence, with the caller's words for the moment in it: the local time, in the
    /// person's language. Where the sentence has no moment, `until` is not looked at. The moment ends
    /// the sentence: where `until` ends with a period (`9:05 a.m.`), there is no second one.
    ///
    /// # Example
    ///
    /// ```
    /// use sceau::message::{Language, Reason};
    /// use sceau::throttle::ThrottleOutcome;
    /// use sceau::time::UnixTime;
    ///
    /// let outcome = ThrottleOutcome::Suspended { until: UnixTime::new(1_795_442_700) };
    /// assert_eq!(
    ///     outcome.message_until(Language::French, "9 h 05"),
    ///     "Votre compte est temporairement suspendu. Vous pourrez réessayer à partir de ce \
    ///      moment\u{a0}: 9 h 05.",
    /// );
    /// ```
    fn message_until(&self, language: Language, until: &str) -> Sentence {
        let number = template::decimal(self.number().unwrap_or(0));
        let until = until.strip_suffix(".").unwrap_or(until);
        template::render(self.template(language), &[("n", &number), ("until", until)])
    }
}

/// Gives a type of reasons its sentences, French first.
macro_rules! sentences {
    ($type:ty $(, n = $number:expr)? $(, until = $until:expr)?; $($variant:ident => $french:literal, $english:literal;)+) => {
        impl $crate::message::Reason for $type {
            fn template(&self, language: $crate::message::Language) -> &'static str {
                let (french, english) = match self {
                    $(Self::$variant { .. } => ($french, $english)),+
                };
                language.choose(french, english)
            }

            $(fn number(&self) -> Option<u64> {
                let number: fn(&Self) -> Option<u64> = $number;
                number(self)
            })?

            $(fn until(&self) -> Option<$crate::time::UnixTime> {
                let until: fn(&Self) -> Option<$crate::time::UnixTime> = $until;
                until(self)
            })?
        }
    };
}
use sentences;

#[cfg(test)]
mod tests {
    use super::{Language, Reason};
    use crate::password::PasswordFinding;
    use crate::time::UnixTime;

    /// Every sentence ends as one, the languages differ, and their placeholders agree.
    fn check<R: Reason>(all: &[R]) {
        for reason in all {
            let french = reason.template(Language::French);
            let english = reason.template(Language::English);
            assert_ne!(french, english);
            for sentence in [french, english] {
                assert!(sentence.ends_with('.'), "{sentence}");
                assert!(sentence.len() > 10 && sentence.len() < 400, "{sentence}");
                assert!(!sentence.contains("  "), "{sentence}");
                assert_eq!(sentence.contains("{n}"), french.contains("{n}"), "{sentence}");
                assert_eq!(sentence.contains("{n}"), reason.number().is_some(), "{sentence}");
                assert_eq!(sentence.contains("{until}"), reason.until().is_some(), "{sentence}");
                let known = sentence.replacen("{n}", "", 1).replacen("{until}", "", 1);
                assert!(!known.contains(['{', '}']), "{sentence}");
            }
            assert!(!reason.message(Language::French).contains('{'));
        }
    }

    #[test]
    fn a_moment_brings_no_second_period() {
        let outcome = crate::throttle::ThrottleOutcome::Delayed { until: UnixTime::MIN };
        for until in ["9:05 a.m.", "9:05 a.m"] {
            let sentence = outcome.message_until(Language::English, until);
            assert!(sentence.ends_with("try again after 9:05 a.m."), "{sentence}");
        }
        let outcome = crate::challenge::ChallengeOutcome::Wrong { left: 4 };
        assert_eq!(
            outcome.message_until(Language::English, "."),
            outcome.message(Language::English)
        );
    }

    #[test]
    fn every_reason_has_two_sentences() {
        check(crate::mac::KeyError::ALL);
        check(crate::state::StateError::ALL);
        check(crate::challenge::ChallengePolicyError::ALL);
        check(crate::challenge::IssueOutcome::ALL);
        check(crate::challenge::ChallengeOutcome::ALL);
        check(crate::challenge::DeliverOutcome::ALL);
        check(crate::device::DevicePolicyError::ALL);
        check(crate::device::DeviceOutcome::ALL);
        check(crate::throttle::ThrottlePolicyError::ALL);
        check(crate::throttle::ThrottleOutcome::ALL);
        check(crate::otp::OtpError::ALL);
        check(crate::otp::OtpTextError::ALL);
        check(crate::otp::HotpOutcome::ALL);
        check(crate::otp::TotpOutcome::ALL);
        check(crate::otp::RecoveryOutcome::ALL);
        check(crate::password::PasswordError::ALL);
        check(crate::password::PasswordOutcome::ALL);
        check(crate::password::RehashReason::ALL);
        check(crate::password::PasswordPolicyError::ALL);
        let findings = crate::password::PasswordReason::ALL.iter().map(|&reason| PasswordFinding {
            reason,
            at: 0,
            length: 0,
            number: 4,
        });
        check(&findings.collect::<std::vec::Vec<_>>());
        for &outcome in crate::password::PasswordOutcome::ALL {
            check(&[super::OfAnswer(outcome)]);
        }
        for outcome in crate::challenge::IssueOutcome::ALL {
            check(&[super::OfPost(outcome.clone())]);
        }
        for &outcome in crate::challenge::ChallengeOutcome::ALL {
            check(&[super::OfPost(outcome)]);
        }
        for outcome in crate::challenge::DeliverOutcome::ALL {
            check(&[super::OfPost(outcome.clone())]);
        }
        for &error in crate::password::PasswordError::ALL {
            check(&[super::OfAnswer(error)]);
            let french = super::OfAnswer(error).message(Language::French);
            assert!(!french.contains("mot de passe"), "{french}");
        }
        check(crate::identifier::IdentifierError::ALL);
        check(crate::identity::IdentityError::ALL);
        check(crate::name::NameError::ALL);
        check(crate::name::Difference::ALL);
        check(crate::text::TextError::ALL);
    }
}
