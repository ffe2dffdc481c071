//! The numbers of every family's errors.

use sceau::challenge::ChallengePolicyError;
use sceau::device::DevicePolicyError;
use sceau::identifier::IdentifierError;
use sceau::identity::IdentityError;
use sceau::mac::KeyError;
use sceau::name::NameError;
use sceau::otp::{OtpError, OtpTextError};
use sceau::password::{PasswordError, PasswordPolicyError};
use sceau::state::StateError;
use sceau::throttle::ThrottlePolicyError;

use super::SceauStatus;

numbers!(KeyError => SceauStatus { TooShort => KeyTooShort, TooLong => KeyTooLong });

numbers!(StateError => SceauStatus {
    Length => StateLength,
    Version => StateVersion,
    Kind => StateKind,
    UnknownKey => StateUnknownKey,
    Unauthentic => StateUnauthentic,
    WrongPurpose => StateWrongPurpose,
    RolledBack => StateRolledBack,
    ClockAhead => StateClockAhead,
    GenerationExhausted => StateGenerationExhausted,
    SignInChannel => StateSignInChannel,
    WrongPolicy => StateWrongPolicy,
});

numbers!(OtpError => SceauStatus {
    SecretTooShort => OtpSecretTooShort,
    SecretTooLong => OtpSecretTooLong,
    Period => OtpPeriod,
    Window => OtpWindow,
    LookAhead => OtpLookAhead,
    CounterExhausted => OtpCounterExhausted,
    Drift => OtpDrift,
    ResyncWindow => OtpResyncWindow,
});

numbers!(OtpTextError => SceauStatus {
    SecretTooShort => OtpTextSecretTooShort,
    TooLong => OtpTextTooLong,
    Digit => OtpTextDigit,
    Character => OtpTextCharacter,
    Padding => OtpTextPadding,
    Length => OtpTextLength,
    StrayBits => OtpTextStrayBits,
    Scheme => OtpTextScheme,
    Kind => OtpTextKind,
    Label => OtpTextLabel,
    Percent => OtpTextPercent,
    NotCanonical => OtpTextNotCanonical,
    Duplicate => OtpTextDuplicate,
    Missing => OtpTextMissing,
    Value => OtpTextValue,
    Issuer => OtpTextIssuer,
});

numbers!(PasswordError => SceauStatus {
    Empty => PasswordEmpty,
    TooLong => PasswordTooLong,
    InvalidUtf8 => PasswordInvalidUtf8,
    Control => PasswordControl,
    Unnormalizable => PasswordUnnormalizable,
    Disallowed => PasswordDisallowed,
    SaltLength => PasswordSaltLength,
    Malformed => PasswordMalformed,
    UnsupportedScheme => PasswordUnsupportedScheme,
    OutsideAcceptPolicy => PasswordOutsideAcceptPolicy,
    Iterations => PasswordIterations,
    HashTooLong => PasswordHashTooLong,
    HashNumber => PasswordHashNumber,
    HashExtraField => PasswordHashExtraField,
    HashPadding => PasswordHashPadding,
    HashEncoding => PasswordHashEncoding,
    HashPartLength => PasswordHashPartLength,
    UnknownPepper => PasswordUnknownPepper,
    Memory => PasswordMemory,
    KeyLength => PasswordKeyLength,
    Argon2Limits => PasswordArgon2Limits,
    Unfinished => PasswordUnfinished,
});

numbers!(ChallengePolicyError => SceauStatus {
    Lifetime => ChallengePolicyLifetime,
    Attempts => ChallengePolicyAttempts,
    Cooldown => ChallengePolicyCooldown,
    Period => ChallengePolicyPeriod,
    Issues => ChallengePolicyIssues,
    Failures => ChallengePolicyFailures,
});

numbers!(PasswordPolicyError => SceauStatus {
    MinCharacters => PasswordPolicyMinCharacters,
    Passphrase => PasswordPolicyPassphrase,
    Repetition => PasswordPolicyRepetition,
    Sequence => PasswordPolicySequence,
    Keyboard => PasswordPolicyKeyboard,
    Context => PasswordPolicyContext,
    Blocklist => PasswordPolicyBlocklist,
});

numbers!(ThrottlePolicyError => SceauStatus {
    Delay => ThrottlePolicyDelay,
    SuspendAfter => ThrottlePolicySuspendAfter,
    Suspension => ThrottlePolicySuspension,
    Failures => ThrottlePolicyFailures,
    Window => ThrottlePolicyWindow,
});

numbers!(DevicePolicyError => SceauStatus { Lifetime => DevicePolicyLifetime });

numbers!(IdentifierError => SceauStatus {
    Empty => IdentifierEmpty,
    TooShort => IdentifierTooShort,
    TooLong => IdentifierTooLong,
    Character => IdentifierCharacter,
    LookAlike => IdentifierLookAlike,
    Date => IdentifierDate,
    Differentiator => IdentifierDifferentiator,
    CheckDigit => IdentifierCheckDigit,
    NotASin => IdentifierNotASin,
    AtSign => IdentifierAtSign,
    Label => IdentifierLabel,
    Domain => IdentifierDomain,
});

numbers!(NameError => SceauStatus {
    Empty => NameEmpty,
    Unsupported => NameUnsupported,
    Character => NameCharacter,
    TooManyMarks => NameTooManyMarks,
    TooLong => NameTooLong,
});

numbers!(IdentityError => SceauStatus {
    NoDocument => IdentityNoDocument,
    TooManyDocuments => IdentityTooManyDocuments,
});
