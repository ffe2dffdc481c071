//! Laws of recovery codes: a random life of one row, beside a model of what must be so.

use sceau::code::LetterCode;
use sceau::mac::ServiceKey;
use sceau::otp::{RECOVERY_CODES, RecoveryCodes, RecoveryOutcome};
use sceau::state::{StateError, Transition};

use super::Input;

/// A life of at most 64 steps.
pub fn law(bytes: &[u8]) {
    life(bytes, &Core);
}

/// The machine that a life is led with.
pub trait Machine {
    /// As [`RecoveryCodes::generate`], for the one key of these laws.
    ///
    /// # Errors
    ///
    /// Those of [`RecoveryCodes::generate`].
    fn generate(
        &self,
        previous: Option<&RecoveryCodes>,
        user: &[u8],
        entropy: &[u8; 16],
    ) -> Result<Transition<[LetterCode; RECOVERY_CODES], RecoveryCodes>, StateError> {
        RecoveryCodes::generate(previous, &key(), user, entropy)
    }

    /// As [`RecoveryCodes::verify`].
    ///
    /// # Errors
    ///
    /// Those of [`RecoveryCodes::verify`].
    fn verify(
        &self,
        row: &RecoveryCodes,
        user: &[u8],
        typed: &str,
    ) -> Result<Transition<RecoveryOutcome, RecoveryCodes>, StateError> {
        row.verify(&key(), user, typed)
    }
}

/// The core's machine.
pub struct Core;

impl Machine for Core {}

/// What must be so of the row, kept without looking into it.
#[derive(Default)]
struct Model {
    row: Option<RecoveryCodes>,
    /// The codes of the list, and which of them were accepted.
    codes: Vec<String>,
    used: Vec<bool>,
    /// Every code of a list that was replaced, and of other users.
    foreign: Vec<String>,
}

/// Leads the row through the steps that the bytes spell, and checks each against the model.
pub fn life(bytes: &[u8], machine: &impl Machine) {
    let mut input = Input::new(bytes);
    let mut model = Model::default();
    for _ in 0..64 {
        if input.is_empty() {
            return;
        }
        match input.below(8) {
            0 => model.generate(machine, input.below(4)),
            1..=3 => model.verify_own(machine, &mut input),
            4 => model.verify_foreign(machine, input.byte()),
            5 => model.verify_mistyped(machine, &mut input),
            6 => model.verify_text(machine, &input.text()),
            _ => model.change(machine, input.word()),
        }
        model.count();
    }
}

impl Model {
    /// Stores the next state, whose generation is the one after the last.
    fn store<Outcome>(&mut self, step: Transition<Outcome, RecoveryCodes>) -> Outcome {
        let before = self.row.map_or(0, |row| row.generation());
        assert_eq!(step.next.generation(), before + 1, "a transition is one generation");
        let read = RecoveryCodes::from_bytes(step.next.as_bytes());
        assert!(read == Ok(step.next), "the state changed on its way through bytes");
        assert!(!step.clock_back, "there is no clock");
        self.row = Some(step.next);
        step.outcome
    }

    /// Makes new codes, sometimes with the entropy of the last ones.
    fn generate(&mut self, machine: &impl Machine, entropy: u8) {
        let made = machine.generate(self.row.as_ref(), USER, &[entropy; 16]);
        let codes = self.store(made.expect("an authentic row"));
        self.foreign.append(&mut self.codes);
        let others = machine.generate(None, OTHER, &[entropy; 16]).expect("a first row").outcome;
        self.foreign.extend(others.iter().map(compact));
        self.codes = codes.iter().map(compact).collect();
        self.used = vec![false; RECOVERY_CODES];
        for (i, code) in self.codes.iter().enumerate() {
            assert_eq!(code.len(), 17);
            assert!(!self.codes[..i].contains(code), "a code that is on the list twice");
            assert!(!self.foreign.contains(code), "a code of another list");
        }
    }

    fn verify(&mut self, machine: &impl Machine, typed: &str) -> Option<RecoveryOutcome> {
        let verified = machine.verify(&self.row?, USER, typed);
        Some(self.store(verified.expect("an authentic row")))
    }

    fn verify_own(&mut self, machine: &impl Machine, input: &mut Input<'_>) {
        let place = usize::from(input.below(10));
        let Some(code) = self.codes.get(place) else { return };
        let typed = typed(code, input);
        let Some(outcome) = self.verify(machine, &typed) else { return };
        if self.used[place] {
            assert_eq!(outcome, RecoveryOutcome::AlreadyUsed, "a code was accepted twice");
        } else {
            self.used[place] = true;
            let left = self.left();
            assert_eq!(outcome, RecoveryOutcome::Accepted { left }, "a code of the list");
        }
    }

    fn verify_foreign(&mut self, machine: &impl Machine, place: u8) {
        let Some(code) = self.foreign.iter().rev().nth(place.into()).cloned() else { return };
        let Some(outcome) = self.verify(machine, &code) else { return };
        assert_eq!(outcome, RecoveryOutcome::Wrong, "a code of another list was accepted");
    }

    /// One wrong character, or two that changed places.
    fn verify_mistyped(&mut self, machine: &impl Machine, input: &mut Input<'_>) {
        let Some(code) = self.codes.get(usize::from(input.below(10))) else { return };
        let mut characters = code.clone().into_bytes();
        let place = usize::from(input.below(17));
        match input.below(2) {
            0 => characters[place] = ALPHABET[usize::from(input.below(32))],
            _ => characters.swap(place, input.below(17).into()),
        }
        if characters != code.as_bytes() {
            let typed = String::from_utf8(characters).expect("ASCII");
            let outcome = self.verify(machine, &typed);
            assert_eq!(outcome, Some(RecoveryOutcome::Malformed), "a slip was not seen");
        }
    }

    fn verify_text(&mut self, machine: &impl Machine, typed: &str) {
        // A fuzzer sees what is compared, and could type a code that it has seen.
        let holds = |code: &String| {
            let mut left = typed.chars();
            code.chars().all(|character| left.any(|typed| typed == character))
        };
        if self.codes.iter().any(holds) {
            return;
        }
        let Some(outcome) = self.verify(machine, typed) else { return };
        let guessed = matches!(outcome, RecoveryOutcome::Malformed | RecoveryOutcome::Wrong);
        assert!(guessed, "a code was guessed");
    }

    /// Flips a bit of the row, and asks for another user.
    fn change(&self, machine: &impl Machine, place: u16) {
        let (Some(row), Some(code)) = (self.row, self.codes.first()) else { return };
        let mut bytes = *row.as_bytes();
        let at = usize::from(place / 8) % bytes.len();
        bytes[at] ^= 1 << (place % 8);
        let flipped = RecoveryCodes::from_bytes(&bytes).expect("208 bytes");
        let verified = machine.verify(&flipped, USER, code);
        assert!(verified.is_err(), "byte {at} of the state was changed, and it was used");
        assert!(flipped.left(&key(), USER).is_err());
        let verified = machine.verify(&row, OTHER, code).map(|step| step.outcome);
        assert_eq!(verified, Err(StateError::Unauthentic), "the row of another user");
        let made = machine.generate(Some(&row), OTHER, &[0; 16]).map(|step| step.next);
        assert_eq!(made, Err(StateError::Unauthentic), "the row of another user");
    }

    fn count(&self) {
        let Some(row) = self.row else { return };
        assert_eq!(row.left(&key(), USER), Ok(self.left()), "what is left");
    }

    fn left(&self) -> u8 {
        self.used.iter().map(|used| u8::from(!used)).sum()
    }
}

/// A code as people type it.
fn typed(code: &str, input: &mut Input<'_>) -> String {
    let mut typed = String::new();
    for character in code.chars() {
        let separator = ["", "", "", "", "-", " ", "\u{a0}", "\u{ad}", "\u{200b}", "\u{2011}"];
        typed.push_str(separator[usize::from(input.below(10))]);
        typed.push(match (character, input.below(4)) {
            ('0', 1) => 'O',
            ('0', 2) => 'o',
            ('1', 1) => 'I',
            ('1', 2) => 'l',
            (character, 2) => character.to_ascii_lowercase(),
            (character, 3) => {
                char::from_u32(u32::from(character) + 0xfee0).expect("a full-width form")
            }
            (character, _) => character,
        });
    }
    typed
}

fn compact(code: &LetterCode) -> String {
    code.compact().as_str().to_owned()
}

fn key() -> ServiceKey {
    ServiceKey::new(1, &[7; 32]).expect("32 bytes")
}

const USER: &[u8] = b"eseraphin";
const OTHER: &[u8] = b"eseraphi";
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
