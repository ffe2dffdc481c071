//! What a caller chooses: these come in as `uint32_t`.

use sceau::challenge::{ChallengeChannel, ChallengePurpose};
use sceau::identifier::{IdentifierKind, TypedEdit};
use sceau::identity::DocumentKind;
use sceau::message::Language;
use sceau::otp::{OtpAlgorithm, OtpFactor, OtpReading};
use sceau::password::{PasswordAlgorithm, PasswordProfile};

/// A language of the sentences.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauLanguage {
    /// French, as in Québec.
    French = 3000,
    /// English.
    English = 3001,
}

numbers!(Language => SceauLanguage { French => French, English => English });

/// The hash under a one-time code's HMAC.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauOtpAlgorithm {
    /// HMAC-SHA-1, RFC 4226's, and what every authenticator app reads.
    Sha1 = 3100,
    /// HMAC-SHA-256.
    Sha256 = 3101,
    /// HMAC-SHA-512.
    Sha512 = 3102,
}

numbers!(OtpAlgorithm => SceauOtpAlgorithm {
    #[cfg(feature = "sha1")]
    Sha1 => Sha1,
    Sha256 => Sha256,
    #[cfg(feature = "sha512")]
    Sha512 => Sha512,
});

/// The hash under PBKDF2's HMAC.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauPasswordAlgorithm {
    /// PBKDF2-HMAC-SHA-256.
    Sha256 = 3200,
    /// PBKDF2-HMAC-SHA-512.
    Sha512 = 3201,
}

const PASSWORD_ALGORITHMS: &[PasswordAlgorithm] = &[
    PasswordAlgorithm::Sha256,
    #[cfg(feature = "sha512")]
    PasswordAlgorithm::Sha512,
];

numbers!(PasswordAlgorithm, PASSWORD_ALGORITHMS => SceauPasswordAlgorithm {
    Sha256 => Sha256,
    #[cfg(feature = "sha512")]
    Sha512 => Sha512,
});

/// A profile of rules for new passwords.
///
/// A library without the list of common passwords has `SAG2024` only.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauPasswordProfile {
    /// SAG's: at least 10 characters, "sans répétition ni séquence", not the user name, not an
    /// e-mail address.
    Sag2024 = 3300,
    /// NIST SP 800-63B-4's for a password on its own: at least 15 characters, and the list of
    /// common passwords.
    Nist63b4 = 3301,
    /// As before, for a password beside a second factor: at least 8 characters.
    Nist63b4SecondFactor = 3302,
    /// The Canadian Centre for Cyber Security's (ITSAP.30.032): at least 12 characters, or a
    /// passphrase of 4 words and 15; the list of common passwords is ours.
    Cccs = 3303,
}

numbers!(PasswordProfile => SceauPasswordProfile {
    Sag2024 => Sag2024,
    #[cfg(feature = "blocklist")]
    Nist63b4 => Nist63b4,
    #[cfg(feature = "blocklist")]
    Nist63b4SecondFactor => Nist63b4SecondFactor,
    #[cfg(feature = "blocklist")]
    Cccs => Cccs,
});

/// What an e-mailed or texted code is for. It is part of the code's key and of the state.
///
/// NIST SP 800-63B-4 does not count e-mail as an authentication channel, and exempts address
/// validation and recovery: say which one it is.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauChallengePurpose {
    /// Shows that a person reads the mail of an address.
    AddressValidation = 3400,
    /// Gives an account back.
    Recovery = 3401,
    /// Signs in: by text message only (NIST SP 800-63B-4).
    SignIn = 3402,
    /// Signs in over a channel that NIST SP 800-63B-4 does not count, as SAG does by e-mail.
    SignInUncheckedPolicy = 3403,
}

numbers!(ChallengePurpose => SceauChallengePurpose {
    AddressValidation => AddressValidation,
    Recovery => Recovery,
    SignIn => SignIn,
    SignInUncheckedPolicy => SignInUncheckedPolicy,
});

/// How a code travels.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauChallengeChannel {
    /// By e-mail.
    Email = 3500,
    /// By text message.
    Text = 3501,
    /// By post, on paper: letters that live for weeks, under `sceau_challenge_policy_post`.
    Post = 3502,
}

numbers!(ChallengeChannel => SceauChallengeChannel {
    Email => Email,
    Text => Text,
    Post => Post,
});

/// A kind of identifier.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauIdentifierKind {
    /// The health insurance number (numéro d'assurance maladie), `BOUF 9401 1417`.
    Nam = 3600,
    /// The social insurance number (numéro d'assurance sociale), `130 692 544`.
    Nas = 3601,
    /// The number of a notice of assessment of Revenu Québec.
    AssessmentNotice = 3602,
    /// The reference number on the back of a health insurance card.
    CardReference = 3603,
    /// A user name of SAG.
    Username = 3604,
    /// An e-mail address, as browsers accept it.
    EmailAddress = 3605,
    /// A birth date, `AAAA-MM-JJ`.
    BirthDate = 3606,
    /// The sequential number of a health insurance card, two digits.
    CardSequence = 3607,
    /// The expiry of a health insurance card, `AAAA-MM`.
    CardExpiry = 3608,
    /// The activation key of the Carnet santé, four digits; a secret.
    ActivationKey = 3609,
    /// The number of a driver's licence (SAAQ).
    LicenceNumber = 3610,
    /// The reference number of a driver's licence, whose format is not public.
    LicenceReference = 3611,
    /// The Québec enterprise number.
    Neq = 3612,
    /// The federal business number, `12302 6635 RC0001`.
    BusinessNumber = 3613,
    /// The Québec sales tax number, `1012345671 TQ 0001`.
    QstNumber = 3614,
    /// The postal code, `G1R 4P5`.
    PostalCode = 3615,
    /// The telephone number, `+1 418 555 0123`.
    PhoneNumber = 3616,
    /// The identification secret sent by post, whose format is not public.
    PostalSecret = 3617,
    /// The temporary access code of clicSÉQUR, whose format is not public; a secret.
    TemporaryAccessCode = 3618,
    /// The user code of clicSÉQUR, whose format is not public.
    ClicsequrUserCode = 3619,
}

numbers!(IdentifierKind => SceauIdentifierKind {
    Nam => Nam,
    Nas => Nas,
    AssessmentNotice => AssessmentNotice,
    CardReference => CardReference,
    Username => Username,
    EmailAddress => EmailAddress,
    BirthDate => BirthDate,
    CardSequence => CardSequence,
    CardExpiry => CardExpiry,
    ActivationKey => ActivationKey,
    LicenceNumber => LicenceNumber,
    LicenceReference => LicenceReference,
    Neq => Neq,
    BusinessNumber => BusinessNumber,
    QstNumber => QstNumber,
    PostalCode => PostalCode,
    PhoneNumber => PhoneNumber,
    PostalSecret => PostalSecret,
    TemporaryAccessCode => TemporaryAccessCode,
    ClicsequrUserCode => ClicsequrUserCode,
});

/// Where a name is written.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauDocumentKind {
    /// What the person typed.
    Form = 3700,
    /// The health insurance card (RAMQ).
    HealthCard = 3701,
    /// The notice of assessment (Revenu Québec).
    AssessmentNotice = 3702,
}

numbers!(DocumentKind => SceauDocumentKind {
    Form => Form,
    HealthCard => HealthCard,
    AssessmentNotice => AssessmentNotice,
});

/// How a text that holds a secret is read.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauOtpReading {
    /// As people type and other programs write it: any case, spaces, hyphens, padding, stray bits.
    Lenient = 4100,
    /// As Sceau writes it, and no other way.
    Strict = 4101,
}

numbers!(OtpReading => SceauOtpReading { Lenient => Lenient, Strict => Strict });

/// What makes one code differ from the next.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauOtpFactor {
    /// Time (`totp`).
    Period = 4200,
    /// A counter (`hotp`).
    Counter = 4201,
}

numbers!(OtpFactor => SceauOtpFactor { Period => Period, Counter => Counter });

/// What the last edit of a form's field was.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauTypedEdit {
    /// Something was typed or pasted before the caret.
    Insertion = 4400,
    /// What stood before the caret was deleted (Backspace).
    Backspace = 4401,
    /// What stood behind the caret was deleted (Delete).
    Delete = 4402,
}

numbers!(TypedEdit => SceauTypedEdit {
    Insertion => Insertion,
    Backspace => Backspace,
    Delete => Delete,
});
