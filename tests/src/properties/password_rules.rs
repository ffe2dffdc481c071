//! Laws of the rules for new passwords.

use sceau::password::{
    PasswordContext, PasswordError, PasswordFinding, PasswordPolicy, PasswordProfile,
    PasswordReason, PasswordRules,
};

use super::Input;

/// What tells the rules that a password breaks, in the order of their declaration.
pub trait Check:
    Fn(&[u8], &PasswordContext<'_>, &PasswordPolicy) -> Result<Vec<PasswordFinding>, PasswordError>
{
}

impl<C> Check for C where
    C: Fn(
        &[u8],
        &PasswordContext<'_>,
        &PasswordPolicy,
    ) -> Result<Vec<PasswordFinding>, PasswordError>
{
}

/// Rules for new passwords: of ASCII, the same as a plain reading of them; of the rest, a reason.
pub fn law(bytes: &[u8]) {
    rules_agree(bytes, |password, context, policy| {
        Ok(policy.check(password, context)?.iter().collect())
    });
}

/// The rules `check`ed are those that are read plainly here, for printable ASCII; they are the same
/// for every way to write a letter; every place is one of the text.
pub fn rules_agree(bytes: &[u8], check: impl Check) {
    let mut input = Input::new(bytes);
    let Some(policy) = policy(&mut input) else { return };
    let words: [_; 7] = std::array::from_fn(|_| input.text());
    let [user_name, email_address, given_name, surname, nam, nas, service] =
        std::array::from_fn(|i| &*words[i]);
    let context =
        PasswordContext { user_name, email_address, given_name, surname, nam, nas, service };
    let password = input.rest();
    let findings = match check(password, &context, &policy) {
        Ok(findings) => findings,
        Err(reason) => return assert_place(password, reason),
    };
    let Ok(text) = str::from_utf8(password) else { panic!("no UTF-8, and checked") };
    assert_places(text, &findings);
    let mut composed = heapless::String::<512>::new();
    if sceau::text::nfc(text, &mut composed).is_ok() {
        let again = check(composed.as_bytes(), &context, &policy).expect("NFC of what was checked");
        let reasons =
            |all: &[PasswordFinding]| all.iter().map(|one| one.reason).collect::<Vec<_>>();
        assert_eq!(reasons(&findings), reasons(&again), "composed letters break other rules");
    }
    let plain = |text: &str| text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if plain(text) && words.iter().all(|word| plain(word)) {
        let expected = Reading { text, rules: policy.rules(), found: Vec::new() };
        let expected = expected.read(&context, &findings);
        assert_eq!(findings, expected, "other rules are broken");
    }
}

/// Takes a profile, or numbers of its own: `None` if they are out of range.
fn policy(input: &mut Input<'_>) -> Option<PasswordPolicy> {
    let choice = usize::from(input.below(6));
    if let Some(profile) = PasswordProfile::ALL.get(choice) {
        return Some(profile.policy());
    }
    let switches = input.byte();
    let rules = PasswordRules {
        min_characters: 7 + input.below(60),
        passphrase_words: input.below(18),
        passphrase_characters: 7 + input.below(60),
        repetition: input.below(18),
        sequence: input.below(18),
        keyboard: input.below(18),
        context: input.below(18),
        whole_context: switches & 1 != 0,
        address: switches & 2 != 0,
        blocklist: switches & 4 != 0,
    };
    PasswordPolicy::new(rules).ok()
}

/// A plain reading of the rules, for printable ASCII: every window against every rule.
struct Reading<'a> {
    text: &'a str,
    rules: PasswordRules,
    found: Vec<PasswordFinding>,
}

impl Reading<'_> {
    fn read(
        mut self,
        context: &PasswordContext<'_>,
        told: &[PasswordFinding],
    ) -> Vec<PasswordFinding> {
        let (text, rules) = (self.text, self.rules);
        let whole = Some((0, text.len()));
        let words = text.split(|c: char| !c.is_ascii_alphanumeric());
        let words = words.filter(|word| word.len() > 1).count();
        let passphrase = rules.passphrase_words > 0
            && words >= rules.passphrase_words.into()
            && text.len() >= rules.passphrase_characters.into();
        let short = text.len() < rules.min_characters.into() && !passphrase;
        self.add(PasswordReason::TooShort, whole.filter(|_| short), rules.min_characters);
        let groups = (1..=8).filter_map(|group| self.repetition(group));
        self.add(PasswordReason::Repetition, longest_first(groups), rules.repetition);
        let runs = ["abcdefghijklmnopqrstuvwxyz", "012345678901234567890123456789"];
        let sequence = longest_first(runs.iter().flat_map(|run| self.runs(run, rules.sequence)));
        self.add(PasswordReason::Sequence, sequence, rules.sequence);
        let keyboard = longest_first(ROWS.iter().flat_map(|row| self.runs(row, rules.keyboard)));
        self.add(PasswordReason::KeyboardRow, keyboard, rules.keyboard);
        // What an address is and which passwords are common have no plainer reading.
        self.copy(PasswordReason::EmailAddress, rules.address, told);
        if rules.context > 0 {
            self.context(context);
        }
        self.copy(PasswordReason::Common, rules.blocklist, told);
        self.found
    }

    fn context(&mut self, context: &PasswordContext<'_>) {
        let local = context.email_address.rfind('@').map_or("", |at| &context.email_address[..at]);
        let address = [self.word(context.email_address), self.word(local)];
        let parts = [context.given_name, context.surname].map(|name| {
            let parts = name.split(|c: char| !c.is_ascii_alphanumeric());
            let parts = parts.filter(|part| !part.is_empty()).take(16);
            let parts = parts.filter_map(|part| self.word(part));
            first(self.word(name).into_iter().chain(parts))
        });
        self.add(PasswordReason::UserName, self.word(context.user_name), 0);
        self.add(PasswordReason::OwnEmailAddress, first(address.into_iter().flatten()), 0);
        self.add(PasswordReason::PersonName, first(parts.into_iter().flatten()), 0);
        self.add(PasswordReason::OwnNam, self.number(context.nam), 0);
        self.add(PasswordReason::OwnNas, self.number(context.nas), 0);
        self.add(PasswordReason::ServiceName, self.word(context.service), 0);
    }

    fn repetition(&self, group: usize) -> Option<Found> {
        let text = self.text.as_bytes();
        let times = usize::from(self.rules.repetition);
        let again = |at: usize| text.get(at).is_some_and(|byte| text.get(at + group) == Some(byte));
        let at =
            (0..text.len()).find(|&at| times > 0 && (at..at + group * (times - 1)).all(again))?;
        let end = (at..=text.len()).find(|&at| !again(at))? + group;
        Some((at, end))
    }

    /// Looks for windows of a row, and of the row backwards.
    fn runs(&self, row: &str, least: u8) -> Vec<Found> {
        let (text, least) = (self.text.to_ascii_lowercase(), usize::from(least));
        let row: Vec<char> = row.chars().collect();
        let back: Vec<char> = row.iter().rev().copied().collect();
        let text: Vec<char> = text.chars().collect();
        let inside = |part: &[char]| {
            [&row, &back].iter().any(|row| row.windows(part.len()).any(|window| window == part))
        };
        let at =
            (0..text.len()).find(|&at| least > 0 && text.get(at..at + least).is_some_and(inside));
        let Some(at) = at else { return Vec::new() };
        // The row of digits is written three times, long enough for the longest window.
        let next = |at: &usize| text.get(at - 1..=*at).is_some_and(inside);
        let turns = |at: &usize| text.get(at - 2..=*at).is_some_and(|three| three[0] == three[2]);
        let end = (at + 1..text.len())
            .take_while(|end| next(end) && (*end == at + 1 || !turns(end)))
            .last();
        vec![(at, end.unwrap_or(at) + 1)]
    }

    /// Returns the letters and digits of a text, each with its place; a space only if it counts.
    fn letters(text: &str, over_spaces: bool) -> Vec<(usize, u8)> {
        let bytes = text.bytes().map(|byte| byte.to_ascii_uppercase()).enumerate();
        bytes
            .filter(|(_, byte)| byte.is_ascii_alphanumeric() || *byte == b' ' && !over_spaces)
            .collect()
    }

    fn word(&self, word: &str) -> Option<Found> {
        let over_spaces = word.contains(' ');
        let values = |letters: &[(usize, u8)]| letters.iter().map(|one| one.1).collect::<Vec<_>>();
        let mut word = values(&Self::letters(word, true));
        if word.len() < self.rules.context.into() {
            return None;
        }
        if self.rules.whole_context {
            let same = values(&Self::letters(self.text, true)) == word;
            return same.then_some((0, self.text.len()));
        }
        word.truncate(64);
        let letters = Self::letters(self.text, over_spaces);
        let window = letters.windows(word.len()).find(|window| values(window) == word)?;
        Some((window[0].0, window[window.len() - 1].0 + 1))
    }

    fn number(&self, number: &str) -> Option<Found> {
        if self.rules.whole_context {
            return self.word(number);
        }
        let letters = Self::letters(self.text, true);
        let number = Self::letters(number, true);
        let number = &number[..number.len().min(16)];
        let mut best: Option<Found> = None;
        for from in 0..letters.len() {
            for start in 0..number.len() {
                let pairs = letters[from..].iter().zip(&number[start..]);
                let same = pairs.take_while(|(one, other)| one.1 == other.1).count();
                if same >= 6 {
                    let found = (letters[from].0, letters[from + same - 1].0 + 1);
                    best = longest_first(best.into_iter().chain([found]));
                }
            }
        }
        best
    }

    fn add(&mut self, reason: PasswordReason, found: Option<Found>, number: u8) {
        if let Some((at, end)) = found {
            self.found.push(PasswordFinding { reason, at, length: end - at, number });
        }
    }

    fn copy(&mut self, reason: PasswordReason, asked: bool, told: &[PasswordFinding]) {
        let told = told.iter().find(|finding| asked && finding.reason == reason);
        self.found.extend(told);
    }
}

/// Where a place begins and ends.
type Found = (usize, usize);

fn first(found: impl IntoIterator<Item = Found>) -> Option<Found> {
    found.into_iter().min_by_key(|found| found.0)
}

fn longest_first(found: impl IntoIterator<Item = Found>) -> Option<Found> {
    found.into_iter().min_by_key(|&(at, end)| (at, std::cmp::Reverse(end)))
}

fn assert_places(text: &str, findings: &[PasswordFinding]) {
    for finding in findings {
        let place = text.get(finding.at..finding.at + finding.length);
        assert!(place.is_some_and(|place| !place.is_empty()), "no place of the text: {finding:?}");
    }
    let reasons: Vec<_> = findings.iter().map(|finding| finding.reason as u8).collect();
    assert!(reasons.is_sorted_by(|one, next| one < next), "out of order, or told twice");
}

fn assert_place(password: &[u8], reason: PasswordError) {
    let Some(at) = reason.at() else { return };
    let before = password.get(..at).map(str::from_utf8);
    assert!(matches!(before, Some(Ok(_))), "no character of the password begins there");
}

/// The rows of the four keyboards, written down a second time, for ASCII.
const ROWS: &[&str] = &[
    "`1234567890-=",
    "~!@#$%^&*()_+",
    "qwertyuiop[]\\",
    "qwertyuiop{}|",
    "asdfghjkl;'",
    "asdfghjkl:\"",
    "zxcvbnm,./",
    "zxcvbnm<>?",
    "azertyuiop^$",
    "qsdfghjklm",
    "<wxcvbn,;:!",
    ">wxcvbn?./",
    "#1234567890-=",
    "|!\"/$%?&*()_+",
    "qwertyuiop^",
    "/1234567890-=",
];
