//! Outcomes of passwords and codes, and what they carry.

use sceau::challenge::{ChallengeOutcome, DeliverOutcome, IssueOutcome};
use sceau::device::DeviceOutcome;
use sceau::otp::{HotpOutcome, RecoveryOutcome, TotpOutcome};
use sceau::password::{PasswordOutcome, PasswordReason, RehashReason};
use sceau::throttle::ThrottleOutcome;

/// What became of a password.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauPasswordOutcome {
    /// The password is right.
    Match = 1000,
    /// The password is right, and its hash weaker than what is made today: hash it again and store
    /// that.
    MatchRehash = 1001,
    /// The password is wrong.
    Mismatch = 1002,
}

numbers!(PasswordOutcome => SceauPasswordOutcome {
    Match => Match,
    MatchRehash => MatchRehash,
    Mismatch => Mismatch,
});

/// Why a hash is to be made again.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauRehashReason {
    /// Fewer iterations.
    Cost = 1100,
    /// A shorter salt than 16 bytes.
    Salt = 1101,
    /// A shorter key than the algorithm's digest.
    Key = 1102,
    /// A format of another system.
    Format = 1103,
    /// A format of another system, and a text that was hashed as it was typed, not normalized: typed
    /// elsewhere it may be another one.
    Text = 1104,
    /// No pepper, or one that is retired.
    Pepper = 1105,
}

numbers!(RehashReason => SceauRehashReason {
    Cost => Cost,
    Salt => Salt,
    Key => Key,
    Format => Format,
    Text => Text,
    Pepper => Pepper,
});

/// A rule that a new password breaks.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauPasswordReason {
    /// Fewer characters than the policy asks for.
    TooShort = 1200,
    /// A character, or a group of characters, several times in a row.
    Repetition = 1201,
    /// Letters or digits in the order of the alphabet, or backwards.
    Sequence = 1202,
    /// Keys side by side in one row of a keyboard.
    KeyboardRow = 1203,
    /// It is an e-mail address.
    EmailAddress = 1204,
    /// The user name is in it.
    UserName = 1205,
    /// The person's e-mail address is in it, or what stands before the at sign.
    OwnEmailAddress = 1206,
    /// A name of the person's is in it.
    PersonName = 1207,
    /// Six or more characters of the person's health insurance number are in it.
    OwnNam = 1208,
    /// Six or more digits of the person's social insurance number are in it.
    OwnNas = 1209,
    /// The name of the service is in it.
    ServiceName = 1210,
    /// It is one of the most common passwords.
    Common = 1211,
}

numbers!(PasswordReason => SceauPasswordReason {
    TooShort => TooShort,
    Repetition => Repetition,
    Sequence => Sequence,
    KeyboardRow => KeyboardRow,
    EmailAddress => EmailAddress,
    UserName => UserName,
    OwnEmailAddress => OwnEmailAddress,
    PersonName => PersonName,
    OwnNam => OwnNam,
    OwnNas => OwnNas,
    ServiceName => ServiceName,
    Common => Common,
});

/// What became of a token's code.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauHotpOutcome {
    /// The code is right.
    Accepted = 1300,
    /// No counter from the stored one to the end of the look-ahead yields the code.
    Mismatch = 1301,
    /// Not the expected number of decimal digits.
    Malformed = 1302,
}

numbers!(HotpOutcome => SceauHotpOutcome {
    Accepted => Accepted,
    Mismatch => Mismatch,
    Malformed => Malformed,
});

/// What became of an app's code.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauTotpOutcome {
    /// The code is right.
    Accepted = 1400,
    /// The code is right, and its step was accepted before (RFC 6238 section 5.2).
    Replayed = 1401,
    /// No step in the window yields the code.
    Mismatch = 1402,
    /// Not the expected number of decimal digits.
    Malformed = 1403,
}

numbers!(TotpOutcome => SceauTotpOutcome {
    Accepted => Accepted,
    Replayed => Replayed,
    Mismatch => Mismatch,
    Malformed => Malformed,
});

/// What became of the wish for a new code.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauIssueOutcome {
    /// Send the code. It replaces every earlier one.
    Issued = 1500,
    /// The last code is too fresh.
    TooSoon = 1501,
    /// As many codes as a period allows have been issued.
    TooMany = 1502,
    /// Too many wrong codes since the last accepted one; a new code does not help.
    Disabled = 1503,
}

numbers!(IssueOutcome => SceauIssueOutcome {
    Issued => Issued,
    TooSoon => TooSoon,
    TooMany => TooMany,
    Disabled => Disabled,
});

/// What became of an e-mailed or texted code.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauChallengeOutcome {
    /// The code is right. It will not be accepted again.
    Accepted = 1600,
    /// The code is wrong.
    Wrong = 1601,
    /// The code's time is over.
    Expired = 1602,
    /// The code has no attempts left.
    Exhausted = 1603,
    /// The code was accepted before.
    AlreadyUsed = 1604,
    /// Not the expected number of decimal digits; of a posted code not thirteen of its characters,
    /// or the check character does not fit. Counts as no attempt.
    Malformed = 1605,
}

numbers!(ChallengeOutcome => SceauChallengeOutcome {
    Accepted => Accepted,
    Wrong => Wrong,
    Expired => Expired,
    Exhausted => Exhausted,
    AlreadyUsed => AlreadyUsed,
    Malformed => Malformed,
});

/// What became of the wish to send the live code again.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauDeliverOutcome {
    /// Send the code again.
    Live = 1700,
    /// The code's time is over.
    Expired = 1701,
    /// The code has no attempts left.
    Exhausted = 1702,
    /// The code was accepted before.
    AlreadyUsed = 1703,
}

numbers!(DeliverOutcome => SceauDeliverOutcome {
    Live => Live,
    Expired => Expired,
    Exhausted => Exhausted,
    AlreadyUsed => AlreadyUsed,
});

/// Whether an attempt may go on.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauThrottleOutcome {
    /// The attempt is counted; compare now.
    Allowed = 1800,
    /// Too soon after a failure; nothing is counted.
    Delayed = 1801,
    /// Suspended after many failures; nothing is counted.
    Suspended = 1802,
    /// As many consecutive failures as the policy bears; only the service can lift it.
    Disabled = 1803,
}

numbers!(ThrottleOutcome => SceauThrottleOutcome {
    Allowed => Allowed,
    Delayed => Delayed,
    Suspended => Suspended,
    Disabled => Disabled,
});

/// What became of a token that a device sent.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauDeviceOutcome {
    /// The device is the remembered one. Whatever it sent, it keeps the token of the result.
    Accepted = 2700,
    /// A token that was replaced for good was used: it, or its successor, is a copy. The row is
    /// refused from now on; end every session of the person, and say so.
    Stolen = 2701,
    /// The device's time is over.
    Expired = 2702,
    /// The device was forgotten.
    Revoked = 2703,
    /// Not a token of this row. Nothing is changed, not even the generation.
    Unknown = 2704,
    /// Not the text of a token. Nothing is changed, not even the generation.
    Malformed = 2705,
}

numbers!(DeviceOutcome => SceauDeviceOutcome {
    Accepted => Accepted,
    Stolen => Stolen,
    Expired => Expired,
    Revoked => Revoked,
    Unknown => Unknown,
    Malformed => Malformed,
});

/// What became of a recovery code.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum SceauRecoveryOutcome {
    /// The code is right. It will not be accepted again.
    Accepted = 5000,
    /// The code is none of this user's.
    Wrong = 5001,
    /// The code is this user's, and was accepted before.
    AlreadyUsed = 5002,
    /// Not the characters of a code, or the check character does not fit. Counts as no attempt.
    Malformed = 5003,
}

numbers!(RecoveryOutcome => SceauRecoveryOutcome {
    Accepted => Accepted,
    Wrong => Wrong,
    AlreadyUsed => AlreadyUsed,
    Malformed => Malformed,
});
