//! What a code is bound to: its purpose, its channel, its user and its destination.

use super::ChallengePolicy;
use crate::state::StateError;

/// What a code is for. It is part of the code's key and of the state.
///
/// NIST SP 800-63B-4 does not count e-mail as an authentication channel, and exempts address
/// validation and recovery: say which one it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ChallengePurpose {
    /// Shows that a person reads the mail of an address.
    AddressValidation,
    /// Gives an account back.
    Recovery,
    /// Signs in: by text message only (NIST SP 800-63B-4 §3.1.3).
    SignIn,
    /// Signs in over a channel that NIST SP 800-63B-4 does not count, as SAG does by e-mail.
    SignInUncheckedPolicy,
}

wire_names!(ChallengePurpose {
    AddressValidation => "address_validation",
    Recovery => "recovery",
    SignIn => "sign_in",
    SignInUncheckedPolicy => "sign_in_unchecked_policy",
});

/// How a code travels.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ChallengeChannel {
    /// By e-mail.
    Email,
    /// By text message.
    Text,
    /// By post, on paper: letters that live for weeks, under [`ChallengeLimits::post`].
    ///
    /// [`ChallengeLimits::post`]: super::ChallengeLimits::post
    Post,
}

wire_names!(ChallengeChannel { Email => "email", Text => "text", Post => "post" });

/// What a code is bound to.
#[derive(Clone, Copy)]
pub struct ChallengeBinding<'a> {
    /// What the code is for.
    pub purpose: ChallengePurpose,
    /// How it travels.
    pub channel: ChallengeChannel,
    /// The account, as the service names it: any bytes.
    pub user: &'a [u8],
    /// The address or number that it is sent to, in one canonical form: any bytes.
    pub destination: &'a [u8],
}

impl ChallengeBinding<'_> {
    pub(super) fn fields(&self) -> [&[u8]; 2] {
        [self.user, self.destination]
    }

    /// Refuses what NIST SP 800-63B-4 §3.1.3 does not count as authentication.
    pub(super) const fn check(&self) -> Result<(), StateError> {
        match (self.purpose, self.channel) {
            (ChallengePurpose::SignIn, ChallengeChannel::Email | ChallengeChannel::Post) => {
                Err(StateError::SignInChannel)
            }
            (ChallengePurpose::SignIn, ChallengeChannel::Text)
            | (
                ChallengePurpose::AddressValidation
                | ChallengePurpose::Recovery
                | ChallengePurpose::SignInUncheckedPolicy,
                _,
            ) => Ok(()),
        }
    }

    /// As [`ChallengeBinding::check`]; and refuses the policy of another channel: what lives for
    /// weeks travels by post only, and nothing else does.
    pub(super) fn check_policy(&self, policy: &ChallengePolicy) -> Result<(), StateError> {
        self.check()?;
        let by_post = matches!(self.channel, ChallengeChannel::Post);
        if policy.is_of_post() == by_post { Ok(()) } else { Err(StateError::WrongPolicy) }
    }
}
