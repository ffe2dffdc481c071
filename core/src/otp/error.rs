//! Why parameters are refused, and why a text holds no secret.

/// Why one-time codes cannot be made or checked with these parameters.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OtpError {
    /// The secret has fewer than 16 bytes (RFC 4226 §4, R6).
    SecretTooShort,
    /// The secret has more than 128 bytes.
    SecretTooLong,
    /// The period is not 15 to 120 seconds (NIST SP 800-63B-4: at most two minutes).
    Period,
    /// The window accepts more than 10 steps of the past or of the future, or as many seconds.
    Window,
    /// The look-ahead is more than 100 counters.
    LookAhead,
    /// The counter has reached 2⁶⁴ − 1, and no next one could be stored.
    CounterExhausted,
    /// The drift to learn is bounded by more than 20 steps.
    Drift,
    /// Resynchronization looks more than 1,000 counters ahead.
    ResyncWindow,
}

wire_names!(OtpError {
    SecretTooShort => "otp_secret_too_short",
    SecretTooLong => "otp_secret_too_long",
    Period => "otp_period",
    Window => "otp_window",
    LookAhead => "otp_look_ahead",
    CounterExhausted => "otp_counter_exhausted",
    Drift => "otp_drift",
    ResyncWindow => "otp_resync_window",
});
error_display!(OtpError);

/// Why a text is no Base32 secret or no `otpauth://` URI, and where: a byte offset in the text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OtpTextError {
    /// The secret has fewer than 16 bytes (RFC 4226 §4, R6), or none at all.
    SecretTooShort {
        /// Where the secret ends.
        at: usize,
    },
    /// More than 128 bytes of secret, 2,048 of URI, 128 of issuer or 254 of account.
    TooLong {
        /// Where the first byte too many stands.
        at: usize,
    },
    /// A digit that Base32 does not have, 0, 1, 8 or 9: another letter was read or typed as it.
    Digit {
        /// Where it stands.
        at: usize,
    },
    /// A character that has no place there.
    Character {
        /// Where it stands.
        at: usize,
    },
    /// Padding with something behind it, or too much or too little of it.
    Padding {
        /// Where the padding begins, or goes on as something else.
        at: usize,
    },
    /// As many Base32 characters as no bytes have: one is missing or too many.
    Length {
        /// Where the secret ends.
        at: usize,
    },
    /// The last Base32 character has bits that belong to no byte (strict reading).
    StrayBits {
        /// Where it stands.
        at: usize,
    },
    /// Not `otpauth://`.
    Scheme {
        /// The beginning.
        at: usize,
    },
    /// Neither `totp` nor `hotp`.
    Kind {
        /// Where it stands.
        at: usize,
    },
    /// An issuer or account that is empty, has a colon in it, or spaces or controls at its edge.
    Label {
        /// Where it is wrong, in the URI or in the text it is to be made of.
        at: usize,
    },
    /// A `%` without two hexadecimal digits, or bytes that are no UTF-8.
    Percent {
        /// Where the `%` stands.
        at: usize,
    },
    /// The URI means the same, and Sceau writes it otherwise (strict reading).
    NotCanonical {
        /// Where it differs first.
        at: usize,
    },
    /// A parameter that was there already.
    Duplicate {
        /// Where the second one begins.
        at: usize,
    },
    /// A parameter is missing: the secret, or the counter of `hotp`.
    Missing {
        /// The end of the text.
        at: usize,
    },
    /// A value that is none of its parameter's: algorithm, digits, period or counter.
    Value {
        /// Where the value begins.
        at: usize,
    },
    /// The issuer of the label and the one of the parameter are two.
    Issuer {
        /// Where the parameter's value begins.
        at: usize,
    },
}

wire_names!(OtpTextError {
    SecretTooShort { at: 0 } => "otp_text_secret_too_short",
    TooLong { at: 0 } => "otp_text_too_long",
    Digit { at: 0 } => "otp_text_digit",
    Character { at: 0 } => "otp_text_character",
    Padding { at: 0 } => "otp_text_padding",
    Length { at: 0 } => "otp_text_length",
    StrayBits { at: 0 } => "otp_text_stray_bits",
    Scheme { at: 0 } => "otp_text_scheme",
    Kind { at: 0 } => "otp_text_kind",
    Label { at: 0 } => "otp_text_label",
    Percent { at: 0 } => "otp_text_percent",
    NotCanonical { at: 0 } => "otp_text_not_canonical",
    Duplicate { at: 0 } => "otp_text_duplicate",
    Missing { at: 0 } => "otp_text_missing",
    Value { at: 0 } => "otp_text_value",
    Issuer { at: 0 } => "otp_text_issuer",
});
error_display!(OtpTextError);

impl OtpTextError {
    /// Returns the byte offset in the text that the reason carries.
    pub const fn at(&self) -> usize {
        match *self {
            Self::SecretTooShort { at }
            | Self::TooLong { at }
            | Self::Digit { at }
            | Self::Character { at }
            | Self::Padding { at }
            | Self::Length { at }
            | Self::StrayBits { at }
            | Self::Scheme { at }
            | Self::Kind { at }
            | Self::Label { at }
            | Self::Percent { at }
            | Self::NotCanonical { at }
            | Self::Duplicate { at }
            | Self::Missing { at }
            | Self::Value { at }
            | Self::Issuer { at } => at,
        }
    }
}
