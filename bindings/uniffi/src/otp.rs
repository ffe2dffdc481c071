//! One-time codes by counter (HOTP) and by time (TOTP).

pub mod hotp;
pub mod secret;
pub mod totp;

use sceau::otp::{
    HotpOutcome, OtpAlgorithm, OtpError, OtpReading, OtpTextError, TimeStep, TotpOutcome,
};

pub use hotp::{Hotp, PreparedHotp};
pub use secret::OtpSecret;
pub use totp::{PreparedTotp, Totp, TotpLearned, TotpSides};

use crate::message::{Offset, export_names, export_words};

uniffi::custom_type!(TimeStep, u64, {
    remote,
    lower: |step| step.get(),
    try_lift: |step| Ok(TimeStep::new(step)),
});

/// The hash under a code's HMAC.
#[uniffi::remote(Enum)]
pub enum OtpAlgorithm {
    /// HMAC-SHA-1.
    Sha1,
    /// HMAC-SHA-256.
    Sha256,
    /// HMAC-SHA-512.
    Sha512,
}

/// Why one-time codes cannot be made or checked with these parameters.
#[uniffi::remote(Error)]
pub enum OtpError {
    /// The secret has fewer than 16 bytes.
    SecretTooShort,
    /// The secret has more than 128 bytes.
    SecretTooLong,
    /// The period is not 15 to 120 seconds.
    Period,
    /// The window accepts more than 10 steps of the past or of the future.
    Window,
    /// The look-ahead is more than 100 counters.
    LookAhead,
    /// The counter has reached 2⁶⁴ − 1.
    CounterExhausted,
    /// The drift to learn is bounded by more than 20 steps.
    Drift,
    /// Resynchronization looks more than 1,000 counters ahead.
    ResyncWindow,
}

/// How a text that holds a secret is read.
#[uniffi::remote(Enum)]
pub enum OtpReading {
    /// As people type and other programs write it.
    Lenient,
    /// As Sceau writes it, and no other way.
    Strict,
}

/// Why a text is no Base32 secret or no `otpauth://` URI, and where.
#[uniffi::remote(Error)]
pub enum OtpTextError {
    /// The secret has fewer than 16 bytes, or none at all.
    SecretTooShort {
        /// Byte offset in the text.
        at: Offset,
    },
    /// More bytes than a secret, a URI or a name may have.
    TooLong {
        /// Byte offset in the text.
        at: Offset,
    },
    /// 0, 1, 8 or 9.
    Digit {
        /// Byte offset in the text.
        at: Offset,
    },
    /// A character that has no place there.
    Character {
        /// Byte offset in the text.
        at: Offset,
    },
    /// Padding where none belongs, or too much or too little of it.
    Padding {
        /// Byte offset in the text.
        at: Offset,
    },
    /// As many characters as no bytes have.
    Length {
        /// Byte offset in the text.
        at: Offset,
    },
    /// Bits that belong to no byte.
    StrayBits {
        /// Byte offset in the text.
        at: Offset,
    },
    /// Not `otpauth://`.
    Scheme {
        /// Byte offset in the text.
        at: Offset,
    },
    /// Neither `totp` nor `hotp`.
    Kind {
        /// Byte offset in the text.
        at: Offset,
    },
    /// An issuer or account that cannot be one.
    Label {
        /// Byte offset in the text.
        at: Offset,
    },
    /// A `%` that stands for nothing.
    Percent {
        /// Byte offset in the text.
        at: Offset,
    },
    /// Sceau writes it otherwise.
    NotCanonical {
        /// Byte offset in the text.
        at: Offset,
    },
    /// A parameter that was there already.
    Duplicate {
        /// Byte offset in the text.
        at: Offset,
    },
    /// A parameter is missing.
    Missing {
        /// Byte offset in the text.
        at: Offset,
    },
    /// A value that is none of its parameter's.
    Value {
        /// Byte offset in the text.
        at: Offset,
    },
    /// Two issuers.
    Issuer {
        /// Byte offset in the text.
        at: Offset,
    },
}

/// What became of a code by counter.
#[uniffi::remote(Enum)]
pub enum HotpOutcome {
    /// The code is right.
    Accepted {
        /// The counter behind the one that the code belongs to.
        next: u64,
    },
    /// No counter of the look-ahead yields the code.
    Mismatch,
    /// Not the expected number of decimal digits.
    Malformed,
}

/// What became of a code by time.
#[uniffi::remote(Enum)]
pub enum TotpOutcome {
    /// The code is right.
    Accepted {
        /// The highest live step that yields the code.
        step: TimeStep,
    },
    /// The code is right, and its step was accepted before.
    Replayed,
    /// No step in the window yields the code.
    Mismatch,
    /// Not the expected number of decimal digits.
    Malformed,
}

export_words! {
    otp_error_words(OtpError);
    otp_text_error_words(OtpTextError);
    hotp_outcome_words(HotpOutcome);
    totp_outcome_words(TotpOutcome);
}

export_names! {
    otp_algorithm_name(OtpAlgorithm);
    otp_reading_name(OtpReading);
}
