//! The C numbers of every enum: errors here, outcomes and choices in the files beside.
//!
//! | numbers | of |
//! |---|---|
//! | 0 | `SCEAU_OK` |
//! | 1 to 99 | a mistake in the call |
//! | 100 to 999 | errors, a hundred numbers a family |
//! | 1000 to 2999 | outcomes and what they carry, a hundred numbers an enum |
//! | 3000 to 4999 | what a caller chooses, a hundred numbers an enum |
//! | 5000 on | more outcomes |

pub(crate) mod call;
pub mod choice;
mod errors;
pub mod outcome;
pub mod people;

/// Whether a function has answered, and why not.
///
/// A number below 100 is a mistake in the call. The others are the errors of one family each; those
/// of a text that a person typed come in a `sceau_parse_result` as well.
#[must_use]
#[repr(u32)]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SceauStatus {
    /// The function has answered, and written every output.
    Ok = 0,
    /// A pointer is null whose length is not 0, or which has no length.
    NullPointer = 1,
    /// A length is greater than any memory.
    Length = 2,
    /// An output does not fit; `SCEAU_…_MAX` bytes always suffice.
    BufferTooSmall = 3,
    /// A number that stands for nothing where it was passed.
    UnknownNumber = 4,
    /// A text is not UTF-8.
    NotUtf8 = 5,
    /// There is no such day.
    Date = 6,
    /// A code does not have 6 to 9 digits.
    Digits = 7,
    /// The entropy does not have exactly the bytes that it must have.
    EntropyLength = 8,
    /// The verifier was never begun, or is finished or wiped.
    VerifierEmpty = 9,
    /// A text is no IPv4 or IPv6 address.
    Address = 10,

    /// The service key has fewer than 32 bytes.
    KeyTooShort = 100,
    /// The service key has more than 1,024 bytes.
    KeyTooLong = 101,

    /// Not the size of this kind of state.
    StateLength = 200,
    /// Written by another version of the format.
    StateVersion = 201,
    /// The state of another machine.
    StateKind = 202,
    /// Made under a key with another key id.
    StateUnknownKey = 203,
    /// Not made with this key for this user and destination, or changed since.
    StateUnauthentic = 204,
    /// Authentic, and made for another purpose, channel or kind of subject.
    StateWrongPurpose = 205,
    /// The clock is in 2080 or later, or more than 400 days ahead of the last time that the state
    /// knows.
    StateClockAhead = 206,
    /// The generation has reached its greatest number.
    StateGenerationExhausted = 207,
    /// Authentic, and older than the token that was presented with it: the store went back to an
    /// earlier row, or the service replied before it stored.
    StateRolledBack = 208,
    /// A code that signs in is asked for over a channel that does not count as authentication.
    StateSignInChannel = 209,
    /// The policy is one for another kind of subject, or for another channel.
    StateWrongPolicy = 210,

    /// The OTP secret has fewer than 16 bytes (RFC 4226 section 4, R6).
    OtpSecretTooShort = 300,
    /// The OTP secret has more than 128 bytes.
    OtpSecretTooLong = 301,
    /// The period is not 15 to 120 seconds.
    OtpPeriod = 302,
    /// The window accepts more than 10 steps of the past or of the future.
    OtpWindow = 303,
    /// The look-ahead is more than 100 counters.
    OtpLookAhead = 304,
    /// The counter has reached its greatest number, and no next one could be stored.
    OtpCounterExhausted = 305,
    /// The drift to learn is bounded by more than 20 steps.
    OtpDrift = 306,
    /// Resynchronization looks more than 1,000 counters ahead.
    OtpResyncWindow = 307,

    /// The secret has fewer than 16 bytes, or none at all.
    OtpTextSecretTooShort = 320,
    /// More than 128 bytes of secret, 2,048 of URI, 128 of issuer or 254 of account.
    OtpTextTooLong = 321,
    /// A digit that Base32 does not have: 0, 1, 8 or 9.
    OtpTextDigit = 322,
    /// A character that has no place there.
    OtpTextCharacter = 323,
    /// Padding with something behind it, or too much or too little of it.
    OtpTextPadding = 324,
    /// As many Base32 characters as no bytes have.
    OtpTextLength = 325,
    /// The last Base32 character has bits that belong to no byte (strict reading).
    OtpTextStrayBits = 326,
    /// Not `otpauth://`.
    OtpTextScheme = 327,
    /// Neither `totp` nor `hotp`.
    OtpTextKind = 328,
    /// An issuer or account that is empty, has a colon in it, or spaces or controls at its edge.
    OtpTextLabel = 329,
    /// A `%` without two hexadecimal digits, or bytes that are no UTF-8.
    OtpTextPercent = 330,
    /// The URI means the same, and Sceau writes it otherwise (strict reading).
    OtpTextNotCanonical = 331,
    /// A parameter that was there already.
    OtpTextDuplicate = 332,
    /// A parameter is missing: the secret, or the counter of `hotp`.
    OtpTextMissing = 333,
    /// A value that is none of its parameter's: algorithm, digits, period or counter.
    OtpTextValue = 334,
    /// The issuer of the label and the one of the parameter are two.
    OtpTextIssuer = 335,

    /// No password.
    PasswordEmpty = 400,
    /// More than 512 bytes once prepared; nothing is ever cut off.
    PasswordTooLong = 401,
    /// The password is not UTF-8.
    PasswordInvalidUtf8 = 402,
    /// A control character in the password, NUL among them.
    PasswordControl = 403,
    /// A character in the password that this build cannot normalize, so that two ways of typing it
    /// could differ; or more than 30 combining marks on one.
    PasswordUnnormalizable = 404,
    /// The salt does not have an allowed length.
    PasswordSaltLength = 405,
    /// The stored hash has the form of no format that is read: damaged, or something else.
    PasswordMalformed = 406,
    /// The stored hash names a scheme that is not read, or not by this library.
    PasswordUnsupportedScheme = 407,
    /// The stored hash is well formed, and weaker or costlier than the accept policy allows, of a
    /// format that it does not name, or without the pepper that it requires. Run
    /// `sceau_password_verify_absent` before answering.
    PasswordOutsideAcceptPolicy = 408,
    /// The iterations of a policy are out of range.
    PasswordIterations = 409,
    /// A character in the password that RFC 8265 bars, anywhere or where it stands: one that cannot
    /// be seen, such as a soft hyphen; a middle dot that is not between two l.
    PasswordDisallowed = 410,
    /// The stored hash is longer than any that is read.
    PasswordHashTooLong = 411,
    /// A number in the stored hash is zero, has a sign or leading zeros, or is 2³² or more.
    PasswordHashNumber = 412,
    /// The stored hash has a field or parameter too many.
    PasswordHashExtraField = 413,
    /// A part of the stored hash has padding where its format has none, or the other way round.
    PasswordHashPadding = 414,
    /// A part of the stored hash is not in its encoding, or not in the one canonical way.
    PasswordHashEncoding = 415,
    /// The salt or key in the stored hash has a length that is not read.
    PasswordHashPartLength = 416,
    /// The stored hash names a pepper that was not given.
    PasswordUnknownPepper = 417,
    /// Verifying the stored hash takes working memory, which C does not give.
    PasswordMemory = 418,
    /// The shortest key of a policy is less than 16 bytes.
    PasswordKeyLength = 419,
    /// The bounds on Argon2's memory, passes or lanes are out of range.
    PasswordArgon2Limits = 420,
    /// The verification is not at its end: go on with `sceau_password_verifier_step`.
    PasswordUnfinished = 421,

    /// The fewest characters of new passwords are not 8 to 64.
    PasswordPolicyMinCharacters = 450,
    /// The words of a passphrase are not 2 to 16, or its characters not 8 to 64.
    PasswordPolicyPassphrase = 451,
    /// The repetition is not 2 to 16.
    PasswordPolicyRepetition = 452,
    /// The sequence is not 3 to 16.
    PasswordPolicySequence = 453,
    /// The keys in a row are not 3 to 16.
    PasswordPolicyKeyboard = 454,
    /// The letters of the person's words are not 3 to 16.
    PasswordPolicyContext = 455,
    /// This library has no list of common passwords.
    PasswordPolicyBlocklist = 456,

    /// The lifetime is not 1 to 600 seconds, or by post not 1 second to 30 days.
    ChallengePolicyLifetime = 500,
    /// The attempts are not 1 to 10.
    ChallengePolicyAttempts = 501,
    /// The cooldown is longer than the lifetime.
    ChallengePolicyCooldown = 502,
    /// The period is shorter than the lifetime, or longer than 30 days.
    ChallengePolicyPeriod = 503,
    /// The issues are not 1 to 100.
    ChallengePolicyIssues = 504,
    /// The failures are not 1 to 100.
    ChallengePolicyFailures = 505,

    /// The first delay is not 1 to 3,600 seconds.
    ThrottlePolicyDelay = 600,
    /// Suspension begins before the free failures are over.
    ThrottlePolicySuspendAfter = 601,
    /// A suspension is not 1 second to 30 days.
    ThrottlePolicySuspension = 602,
    /// The failures are fewer than suspension needs, or more than 100 (10,000 for an address).
    ThrottlePolicyFailures = 603,
    /// The window is not 60 seconds to 30 days, nor the 0 of an account.
    ThrottlePolicyWindow = 604,

    /// The lifetime is not 1 second to 365 days.
    DevicePolicyLifetime = 650,

    /// There is nothing in the text but spaces, dashes and invisible characters.
    IdentifierEmpty = 700,
    /// The text ends before the identifier does.
    IdentifierTooShort = 701,
    /// The identifier was complete, and more follows.
    IdentifierTooLong = 702,
    /// A character has no place where it stands.
    IdentifierCharacter = 703,
    /// A character only looks like the one that belongs there (Cyrillic for Latin).
    IdentifierLookAlike = 704,
    /// There is no such date.
    IdentifierDate = 705,
    /// The eleventh character of a NAM is neither 1-9 nor a letter other than I and O.
    IdentifierDifferentiator = 706,
    /// The check digit does not fit the others: one of them is mistyped.
    IdentifierCheckDigit = 707,
    /// Nine digits that begin with 0 or 8 belong to another class of numbers than NAS.
    IdentifierNotASin = 708,
    /// An e-mail address has one `@`, with something before it.
    IdentifierAtSign = 709,
    /// A label of a domain is empty, longer than 63, or has a hyphen at its edge.
    IdentifierLabel = 710,
    /// The domain of an e-mail address has no dot.
    IdentifierDomain = 711,

    /// The name has no letter.
    NameEmpty = 800,
    /// A character of another script, or a Latin letter that no rule gives a key.
    NameUnsupported = 801,
    /// A digit, a control, a symbol, or something other than a letter that carries an accent.
    NameCharacter = 802,
    /// A letter carries more than 30 combining marks, once decomposed.
    NameTooManyMarks = 803,
    /// The name is longer than 256 bytes, or its key than 128 letters.
    NameTooLong = 804,

    /// The claim has no document.
    IdentityNoDocument = 900,
    /// The claim has more than 4 documents.
    IdentityTooManyDocuments = 901,
}
