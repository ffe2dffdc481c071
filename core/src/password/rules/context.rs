//! What the rules know of the person.

use super::PasswordRules;
use super::reason::{PasswordReason, Place};
use super::unit::is_separator;
use super::word::{self, Word};

/// What the rules know of the person and the service. Empty text stands for nothing known.
///
/// Words are compared without regard to case, accents and punctuation. A space in the password ends
/// a word, unless the word has a space itself; in numbers spaces are passed over. Of each word at
/// most the first 64 letters and digits are looked for, of each number the first 16.
#[derive(Clone, Copy, Default)]
pub struct PasswordContext<'a> {
    /// The user name.
    pub user_name: &'a str,
    /// The e-mail address: all of it, and what stands before the last at sign.
    pub email_address: &'a str,
    /// The given name or names: together, and each part of them; at most 16 parts.
    pub given_name: &'a str,
    /// The surname: whole, and each part of it; at most 16 parts.
    pub surname: &'a str,
    /// The health insurance number: six or more of its characters in a row, so that the birth date
    /// that it codes is one of the parts. Spaces do not matter.
    pub nam: &'a str,
    /// The social insurance number: six or more of its digits in a row. Spaces do not matter.
    pub nas: &'a str,
    /// The name of the service.
    pub service: &'a str,
}

impl PasswordContext<'_> {
    /// Looks for every word, and adds what it finds.
    pub(super) fn find(
        &self,
        text: &str,
        rules: &PasswordRules,
        add: &mut impl FnMut(PasswordReason, Option<Place>),
    ) {
        let least = rules.context;
        let whole = Place { at: 0, end: text.len() };
        let find = |word: &str| {
            if rules.whole_context {
                return word::is_whole(text, word, least).then_some(whole);
            }
            Word::new(word, least)?.find(text)
        };
        let number = |number: &str| {
            if rules.whole_context { find(number) } else { word::find_number(text, number) }
        };
        let local = self.email_address.rsplit_once(['@']).map_or("", |(local, _)| local);
        let email = Place::first(find(self.email_address), find(local));
        let names = Place::first(names(self.given_name, find), names(self.surname, find));
        add(PasswordReason::UserName, find(self.user_name));
        add(PasswordReason::OwnEmailAddress, email);
        add(PasswordReason::PersonName, names);
        add(PasswordReason::OwnNam, number(self.nam));
        add(PasswordReason::OwnNas, number(self.nas));
        add(PasswordReason::ServiceName, find(self.service));
    }
}

/// Returns the first place of a name or of one of its parts.
fn names(name: &str, find: impl Fn(&str) -> Option<Place>) -> Option<Place> {
    let parts = name.split(is_separator).filter(|part| !part.is_empty()).take(MAX_PARTS);
    parts.map(&find).fold(find(name), Place::first)
}

/// The most parts of a name that are looked for.
const MAX_PARTS: usize = 16;
