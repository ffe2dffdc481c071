//! One row in a store, and two clients of it: one is quick, the other still holds what he read.

use std::ops::Range;

use sceau::challenge::Challenge;
use sceau::device::Device;
use sceau::otp::RecoveryCodes;
use sceau::state::{MAX_AHEAD, StateError};
use sceau::throttle::Throttle;

use super::{Law, START, Told, hold};

/// A machine's stored state.
pub trait Row: Copy + Eq {
    /// The bytes that only make rows differ: generation, nonce, tag (DESIGN.md, *Stored state*).
    const VARYING: &'static [Range<usize>];

    /// Reads the state back.
    ///
    /// # Errors
    ///
    /// If these are no such bytes.
    fn from_bytes(bytes: &[u8]) -> Result<Self, StateError>;

    /// Returns the bytes that are stored.
    fn bytes(&self) -> &[u8];

    /// Returns the number for the store's compare-and-set.
    fn generation(&self) -> u64;
}

/// Implements [`Row`] for a state of the core.
macro_rules! rows {
    ($($row:ident: $varying:expr;)+) => {$(
        impl Row for $row {
            const VARYING: &'static [Range<usize>] = &$varying;

            fn from_bytes(bytes: &[u8]) -> Result<Self, StateError> {
                Self::from_bytes(bytes)
            }

            fn bytes(&self) -> &[u8] {
                self.as_bytes()
            }

            fn generation(&self) -> u64 {
                self.generation()
            }
        }
    )+};
}

rows! {
    Challenge: [16..24, 56..72, 80..96];
    Device: [16..24, 88..104];
    // And which list it is; the MACs of its codes.
    RecoveryCodes: [16..32, 32..208];
    Throttle: [16..24, 48..64];
}

/// What holds the row: bytes, and a compare-and-set on the generation.
pub trait Store<R: Row> {
    /// Reads a row back from its bytes.
    ///
    /// # Errors
    ///
    /// If these are no such bytes.
    fn read(&self, bytes: &[u8]) -> Result<R, StateError> {
        R::from_bytes(bytes)
    }

    /// Whether the store, whose row has the generation `stored`, takes what was made from `read`.
    fn sets(&self, stored: u64, read: u64) -> bool {
        stored == read
    }
}

/// What a call makes of the row's time.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Clock {
    /// It goes on with the clock, and never back.
    Advances,
    /// It becomes the clock's, however far off that is.
    IsSet,
}

/// One state: the stored row, what the second client holds, the clock, and what the model remembers.
#[derive(Clone)]
pub struct Node<R, Ghost> {
    pub(super) row: Option<R>,
    held: Option<Held<R>>,
    pub(super) now: u64,
    /// The last moment at which something was stored; `None` before anything was.
    pub(super) mark: Option<u64>,
    pub(super) ghost: Ghost,
}

/// What the second client read, and whether something was stored since.
#[derive(Clone)]
struct Held<R> {
    row: Option<R>,
    stale: bool,
}

impl<R: Row, Ghost: Clone + Default> Node<R, Ghost> {
    pub(super) fn start() -> Self {
        Self { row: None, held: None, now: START, mark: None, ghost: Ghost::default() }
    }

    /// The moment that counts: that of the clock, or of the mark if the clock went back.
    pub(super) fn time(&self) -> u64 {
        self.mark.map_or(self.now, |mark| mark.max(self.now))
    }

    /// Whether the clock is so far ahead that nothing is decided.
    pub(super) fn too_far(&self) -> bool {
        self.mark.is_some_and(|mark| self.now > mark + MAX_AHEAD.get())
    }

    /// The second client reads the row.
    pub(super) fn hold_row(&self) -> Self {
        Self { held: Some(Held { row: self.row, stale: false }), ..self.clone() }
    }

    /// Returns what the second client read, if the row has changed since.
    #[expect(clippy::option_option, reason = "he may have read that there is no row")]
    pub(super) fn stale_row(&self) -> Option<Option<R>> {
        self.held.as_ref().filter(|held| held.stale).map(|held| held.row)
    }

    /// Stores the next row.
    fn stored(&self, next: R, clock: Clock) -> Self {
        let mark = if clock == Clock::IsSet { self.now } else { self.time() };
        let (row, mark) = (Some(next), Some(mark));
        let held = self.held.clone().map(|held| Held { stale: true, ..held });
        Self { row, held, mark, ..self.clone() }
    }

    /// Puts the clock elsewhere; `None` if it is there already.
    pub(super) fn at(&self, now: u64) -> Option<Self> {
        (now != self.now).then(|| Self { now, ..self.clone() })
    }

    /// Lets time pass until `now`; `None` if that has passed.
    pub(super) fn until(&self, now: u64) -> Option<Self> {
        (now > self.now).then(|| Self { now, ..self.clone() })
    }

    /// Asks a machine what becomes of the row that was read: twice, the second time with the row as
    /// it is read back from bytes. Then asks the store to take the next row. `None` if either
    /// refused as it should, else what was told and the state with the next row.
    pub(super) fn answer(
        &self,
        store: &impl Store<R>,
        read: Option<R>,
        clock: Clock,
        ask: impl Fn(Option<&R>) -> Result<Answer<R>, StateError>,
    ) -> Result<Option<(Told, Self)>, Law> {
        let again = read.map(|row| store.read(row.bytes()).map_err(|_| Law::Bytes)).transpose()?;
        hold(again == read, Law::Bytes)?;
        let answer = ask(read.as_ref());
        hold(answer == ask(again.as_ref()), Law::Function)?;
        let (before, stored) = (generation(read), generation(self.row));
        let stale = before != stored;
        let too_far = clock == Clock::Advances && self.too_far();
        let (told, next, clock_back) = match answer {
            // A row that is not the stored one may be older than the mark, or than the token.
            Err(_) if stale => return Ok(None),
            Err(StateError::ClockAhead) if too_far => return Ok(None),
            Err(_) => return Err(Law::Answer),
            Ok(answer) => answer,
        };
        hold(next.generation() == before + 1, Law::Generation)?;
        if !store.sets(stored, before) {
            return if stale { Ok(None) } else { Err(Law::Answer) };
        }
        hold(!stale, Law::Stale)?;
        hold(!too_far, Law::Clock)?;
        let behind = self.mark.is_some_and(|mark| self.now < mark);
        hold(clock_back.is_none_or(|clock_back| clock_back == behind), Law::Clock)?;
        Ok(Some((told, self.stored(next, clock))))
    }

    /// Appends the rows, without what only makes them differ, and the clocks.
    pub(super) fn identify(&self, identity: &mut Vec<u8>) {
        identity.extend(self.now.to_be_bytes());
        identity.extend(self.mark.unwrap_or(0).to_be_bytes());
        essence(self.row, identity);
        if let Some(held) = &self.held {
            identity.push(held.stale.into());
            essence(held.row, identity);
        }
    }
}

/// What a machine told, the next row, and whether the clock went back, if the machine says so.
pub(super) type Answer<R> = (Told, R, Option<bool>);

fn generation<R: Row>(row: Option<R>) -> u64 {
    row.map_or(0, |row| row.generation())
}

fn essence<R: Row>(row: Option<R>, identity: &mut Vec<u8>) {
    let bytes = row.iter().flat_map(Row::bytes).zip(0..);
    let kept = bytes.filter(|(_, at)| !R::VARYING.iter().any(|range| range.contains(at)));
    identity.extend(kept.map(|(byte, _)| byte));
}
