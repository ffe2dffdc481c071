//! Recovery codes: ten codes on paper, each good once, for who has lost the telephone.
//!
//! A code has 80 bits and a check character: `0123-4567-89AB-CDEF-T`. Stored is a MAC of each, and
//! neither a code nor the entropy behind it. So who reads the database cannot use one, with the
//! service's key or without: 2⁸⁰ codes are too many to try.
//!
//! One row holds one [`RecoveryCodes`] for each user. Store the next state with a compare-and-set on
//! [`RecoveryCodes::generation`] **before** acting on an outcome. There is no clock in it: a code
//! lives until it is used, or until new ones are made.
//!
//! Guesses are not counted here: NIST SP 800-63B-4 asks for a throttle below 64 bits, and these
//! have 80. [`crate::throttle`] still goes before it, as before whatever an account is entered by:
//! it is what says that somebody tries.

pub(crate) mod blob;

use subtle::{Choice, ConditionallySelectable, ConstantTimeEq};
use zeroize::Zeroize;

use crate::code::{LetterCode, Letters};
use crate::mac::{HmacKey, Role, ServiceKey, Sha256, TAG_BYTES, ct_tags_equal};
use crate::state::{StateError, Transition, advance_generation};

use blob::Fields;
pub use blob::{RECOVERY_BYTES, RECOVERY_CODES, RecoveryCodes};

/// What became of a recovery code that a person typed.
#[must_use]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum RecoveryOutcome {
    /// The code is right. It will not be accepted again.
    Accepted {
        /// How many codes are left; at 0 it is time to make new ones.
        left: u8,
    },
    /// The code is none of this user's.
    Wrong,
    /// The code is this user's, and was accepted before.
    ///
    /// Only who has held the list hears this, since a code cannot be guessed. An honest user is
    /// told to take the next one; a service may note that a list lies about.
    AlreadyUsed,
    /// Not 17 characters of those that a code has, or the check character does not fit: a slip of
    /// the pen or the finger.
    Malformed,
}

wire_names!(RecoveryOutcome {
    Accepted { left: 0 } => "accepted",
    Wrong => "wrong",
    AlreadyUsed => "already_used",
    Malformed => "malformed",
});

impl RecoveryCodes {
    /// Makes ten new codes: the only constructor. They replace all of `previous`, whose generation
    /// goes on.
    ///
    /// The outcome is the codes, to show or print once; they cannot be had again. `user` is the
    /// account, as the service names it: any bytes. `entropy` is 16 bytes of the system's
    /// generator, used for nothing else.
    ///
    /// The codes depend on the generation too: with the same entropy, by a fault of the caller's,
    /// the next list is still another one.
    ///
    /// # Errors
    ///
    /// [`StateError::Version`], [`StateError::Kind`], [`StateError::UnknownKey`],
    /// [`StateError::Unauthentic`] and [`StateError::GenerationExhausted`], for `previous`; nothing
    /// is to be stored then. Without a previous state there is none.
    ///
    /// # Timing
    ///
    /// Depends on the length of `user`, and not on the key, the entropy or the codes.
    ///
    /// # Example
    ///
    /// ```
    /// use sceau::mac::ServiceKey;
    /// use sceau::otp::{RecoveryCodes, RecoveryOutcome};
    ///
    /// let key = ServiceKey::new(1, &[7; 32])?;
    /// let made = RecoveryCodes::generate(None, &key, b"eseraphin", &[9; 16])?;
    /// // Store made.next; when that succeeded, show the codes.
    /// let typed = made.outcome[0].display();
    ///
    /// let verified = made.next.verify(&key, b"eseraphin", typed.as_str())?;
    /// assert_eq!(verified.outcome, RecoveryOutcome::Accepted { left: 9 });
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn generate(
        previous: Option<&Self>,
        key: &ServiceKey,
        user: &[u8],
        entropy: &[u8; 16],
    ) -> Result<Transition<[LetterCode; RECOVERY_CODES], Self>, StateError> {
        let mut fields = match previous {
            Some(previous) => previous.open(key, user)?,
            None => Fields::new(key),
        };
        advance_generation(&mut fields.generation)?;
        let outcome = fields.renew(key, user, entropy);
        Ok(Transition { outcome, next: fields.seal(key, user), clock_back: false })
    }

    /// Verifies what a person typed.
    ///
    /// Spaces, hyphens and invisible characters in `typed` are dropped, small letters and
    /// full-width forms are read as capitals, O as 0, I and L as 1.
    ///
    /// # Errors
    ///
    /// As [`RecoveryCodes::generate`]; nothing is consumed or to be stored then.
    ///
    /// # Timing
    ///
    /// Depends on the text typed and on the length of `user`. The typed code is compared with all
    /// ten in constant time, used or not, and the one branch on the result is the outcome's.
    pub fn verify(
        &self,
        key: &ServiceKey,
        user: &[u8],
        typed: &str,
    ) -> Result<Transition<RecoveryOutcome, Self>, StateError> {
        let mut fields = self.open(key, user)?;
        advance_generation(&mut fields.generation)?;
        let outcome = fields.attempt(key, user, typed);
        Ok(Transition { outcome, next: fields.seal(key, user), clock_back: false })
    }

    /// Returns how many codes are left, 0 to 10.
    ///
    /// # Errors
    ///
    /// As [`RecoveryCodes::generate`], but for `GenerationExhausted`.
    ///
    /// # Timing
    ///
    /// Depends on the length of `user`; the state's tag is compared in constant time.
    pub fn left(&self, key: &ServiceKey, user: &[u8]) -> Result<u8, StateError> {
        Ok(self.open(key, user)?.left())
    }
}

impl Fields {
    fn left(&self) -> u8 {
        let left = RECOVERY_CODES.saturating_sub(self.used.count_ones() as usize);
        u8::try_from(left).unwrap_or(0)
    }

    /// Replaces all codes by new ones.
    fn renew(
        &mut self,
        key: &ServiceKey,
        user: &[u8],
        entropy: &[u8; 16],
    ) -> [LetterCode; RECOVERY_CODES] {
        self.made = self.generation;
        self.used = 0;
        let list = List::ct_new(key, user, self.made);
        let mut codes = [const { LetterCode::ZERO }; RECOVERY_CODES];
        for ((index, code), tag) in (0..).zip(&mut codes).zip(&mut self.tags) {
            *code = list.ct_code(index, entropy);
            *tag = list.ct_tag(index, code);
        }
        codes
    }

    fn attempt(&mut self, key: &ServiceKey, user: &[u8], typed: &str) -> RecoveryOutcome {
        let Some(typed) = LetterCode::parse(typed, Letters::SIXTEEN) else {
            return RecoveryOutcome::Malformed;
        };
        let (right, place) = self.ct_find(key, user, &typed);
        let right = bool::from(right);
        if !right {
            return RecoveryOutcome::Wrong;
        }
        if self.used & place != 0 {
            return RecoveryOutcome::AlreadyUsed;
        }
        self.used |= place;
        RecoveryOutcome::Accepted { left: self.left() }
    }

    /// Returns whether a code is one of the ten, and the bit of its place.
    ///
    /// # Timing
    ///
    /// Constant for one length of `user`: all ten are compared, used or not.
    pub(crate) fn ct_find(
        &self,
        key: &ServiceKey,
        user: &[u8],
        typed: &LetterCode,
    ) -> (Choice, u16) {
        let list = List::ct_new(key, user, self.made);
        let mut place = 0;
        for (index, tag) in (0_u8..).zip(&self.tags) {
            let right = ct_tags_equal(&list.ct_tag(index, typed), tag);
            place |= u16::conditional_select(&0, &1_u16.rotate_left(index.into()), right);
        }
        (!place.ct_eq(&0), place)
    }
}

/// The key of one list of codes.
struct List {
    key: HmacKey<Sha256>,
}

impl List {
    /// Derives the key of the list that `user` got at generation `made`.
    ///
    /// # Timing
    ///
    /// Constant for one length of `user`.
    fn ct_new(key: &ServiceKey, user: &[u8], made: u64) -> Self {
        let mut mac = key.subkey(Role::Recovery).start();
        mac.update_field(user);
        mac.update(&made.to_be_bytes());
        Self { key: mac.into_key() }
    }

    /// Makes a code.
    ///
    /// # Timing
    ///
    /// Constant.
    fn ct_code(&self, index: u8, entropy: &[u8; 16]) -> LetterCode {
        let mut mac = self.key.start();
        mac.update(&[MAKE, index]);
        mac.update(entropy);
        let mut bits = mac.finish();
        let code = LetterCode::ct_from_mac(&bits, Letters::SIXTEEN);
        bits.zeroize();
        code
    }

    /// Returns what is stored of a code.
    ///
    /// # Timing
    ///
    /// Constant.
    fn ct_tag(&self, index: u8, code: &LetterCode) -> [u8; TAG_BYTES] {
        let mut mac = self.key.start();
        mac.update(&[STORE, index]);
        mac.update(code.values());
        mac.finish_tag()
    }
}

/// The first byte of the MACs that codes are made of.
const MAKE: u8 = 1;
/// The first byte of the MACs that are stored.
const STORE: u8 = 2;
