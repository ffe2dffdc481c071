//! What can happen to a row.

use super::Other;
use crate::model::Side;

/// What can happen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Step {
    /// A code is asked for.
    Issue,
    /// The code is typed.
    Right,
    /// Another number is typed.
    Wrong,
    /// The code before the last is typed.
    Old,
    /// A digit is forgotten, or the last letter is another.
    Malformed,
    /// The code is to be sent again.
    Deliver,
    /// The service lifts the row.
    Lift,
    /// Time passes.
    Wait(Side, Boundary),
    /// The clock goes back by a second, or to before everything.
    Back(Far),
    /// The clock jumps as far ahead as is borne, or a second more.
    Ahead(Far),
    /// A second client reads the row.
    Hold,
    /// The second client asks for a code, types one or lifts, with the row that he read.
    Late(Use),
    /// The right code is typed for a row that is another's.
    Stranger(Other),
    /// A code is asked for under the policy of codes that travel otherwise.
    OtherPolicy,
}

/// The boundaries of a code.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Boundary {
    /// A new code can be had.
    Cooldown,
    /// The code expires.
    Expiry,
    /// The period ends.
    Period,
}

/// How far the clock is moved.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Far {
    /// The lesser way.
    Less,
    /// The further one.
    More,
}

/// What a client does with a row.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Use {
    /// Asks for a code.
    Issue,
    /// Types the right code.
    Right,
    /// Types a wrong one.
    Wrong,
    /// Lifts the row.
    Lift,
}
