//! Every life of a machine, up to a number of steps: breadth first, each state visited once.
//!
//! A life is a sequence of steps: an operation on the stored row, a wait to just before, at or just
//! after a boundary, a clock that goes back or far ahead, another client who still holds a row that
//! he read before. After each step the laws are asked of what the machine answered, against what the
//! model itself remembers (codes, counts, times), and never against a field of the machine's state.
//!
//! Two lives that lead to one state go on in the same way, so that it is visited once. A state is
//! the row's bytes, what the model remembers, the clock and the other client's row, without what
//! only makes rows differ: the generation, the nonce and the tag, and the digits of the codes.
#![allow(clippy::missing_panics_doc, reason = "a model of no use must not pass")]

pub mod challenge;
pub mod device;
pub mod recovery;
mod store;
pub mod throttle;

use std::collections::HashSet;
use std::fmt;

use sha2::{Digest, Sha256};

pub use store::{Row, Store};

/// What must be so after every step.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Law {
    /// A code is accepted at most once.
    Once,
    /// No code is accepted at or after the moment at which it expires.
    Life,
    /// No code has more attempts than the policy allows.
    Attempts,
    /// No more consecutive failures than the policy bears, over all codes or attempts.
    Failures,
    /// No code follows another before the cooldown is over.
    Cooldown,
    /// No period has more codes than the policy allows.
    Issues,
    /// Only the code that was issued last is accepted.
    Newest,
    /// What is sent again is the live code, while it lives.
    Delivery,
    /// A token that was replaced for good is a theft, and ends the row.
    Theft,
    /// A row that theft or revocation has ended accepts nothing.
    Ended,
    /// What anybody can make up changes nothing.
    Noise,
    /// Nothing is allowed before a delay or a suspension is over.
    Pause,
    /// A row that was lifted goes on as a new one, at the time of the lift: nothing is counted,
    /// nothing waits, no code lives.
    Lift,
    /// An address is delayed, never suspended or disabled.
    Address,
    /// An address has no more failures in a window than the policy bears, and none when it is over.
    Window,
    /// A success gives an address one attempt back, and ends no delay.
    GivenBack,
    /// Whoever has an address has its network, however it is written.
    Network,
    /// Nothing is judged by the policy of another kind: an account by that of addresses, a code that
    /// is e-mailed by that of the post.
    Policy,
    /// As many recovery codes are left as were made and not accepted.
    Left,
    /// No row serves another user, destination, purpose, channel, subject or key.
    Stranger,
    /// A client who read a row before it changed stores nothing.
    Stale,
    /// Each stored state has a generation of its own.
    Generation,
    /// A state is the same after its way through bytes.
    Bytes,
    /// The same state and input have the same answer and the same next state.
    Function,
    /// The machine says when the clock was behind, and refuses one that is too far ahead.
    Clock,
    /// All else that the machine answers is what the model expects.
    Answer,
}

impl Law {
    /// Every law.
    pub const ALL: [Self; 26] = [
        Self::Once,
        Self::Life,
        Self::Attempts,
        Self::Failures,
        Self::Cooldown,
        Self::Issues,
        Self::Newest,
        Self::Delivery,
        Self::Theft,
        Self::Ended,
        Self::Noise,
        Self::Pause,
        Self::Lift,
        Self::Address,
        Self::Window,
        Self::GivenBack,
        Self::Network,
        Self::Policy,
        Self::Left,
        Self::Stranger,
        Self::Stale,
        Self::Generation,
        Self::Bytes,
        Self::Function,
        Self::Clock,
        Self::Answer,
    ];
}

/// A machine beside its model.
pub trait System {
    /// One state of both.
    type Node;
    /// What can be done.
    type Step: Copy + fmt::Debug;

    /// Returns the state before any step.
    fn start(&self) -> Self::Node;

    /// Returns everything that can be done.
    fn steps(&self) -> Vec<Self::Step>;

    /// Takes a step; `None` if it leaves the state as it was.
    ///
    /// # Errors
    ///
    /// The law that did not hold.
    fn take(&self, node: &Self::Node, step: Self::Step) -> Result<Option<Self::Node>, Law>;

    /// Appends what tells this state from every other.
    fn identify(&self, node: &Self::Node, identity: &mut Vec<u8>);
}

/// How far an exploration came.
#[derive(Clone, Copy, Debug)]
pub struct Explored {
    /// Steps in the longest lives that lead to a state of their own.
    pub depth: usize,
    /// Distinct states.
    pub states: usize,
    /// Steps that were taken, each with its laws.
    pub steps: usize,
}

impl fmt::Display for Explored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { depth, states, steps } = self;
        write!(f, "{states} distinct states, {steps} steps, depth {depth}")
    }
}

/// A law that did not hold, and the shortest life that shows it.
#[derive(Clone, Debug)]
pub struct Broken<Step> {
    /// Which law.
    pub law: Law,
    /// The steps from the beginning to it.
    pub life: Vec<Step>,
}

impl<Step: fmt::Debug> fmt::Display for Broken<Step> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} does not hold after {:?}", self.law, self.life)
    }
}

/// Takes every step in every state that as many steps lead to, or fewer if no state is new then.
///
/// # Errors
///
/// The first law that does not hold, with a shortest life that shows it.
pub fn explore<S: System>(system: &S, depth: usize) -> Result<Explored, Broken<S::Step>> {
    let (steps, start) = (system.steps(), system.start());
    let mut visited = Visited::default();
    visited.add(identity(system, &start), None);
    let mut layer = vec![(0, start)];
    let (mut taken, mut deepest) = (0, 0);
    for reached in 1..=depth {
        let mut next = Vec::new();
        for (number, node) in &layer {
            for &step in &steps {
                taken += 1;
                let broken = |law| Broken { law, life: visited.life(*number, step) };
                let Some(after) = system.take(node, step).map_err(broken)? else { continue };
                let origin = Some((*number, step));
                let Some(number) = visited.add(identity(system, &after), origin) else { continue };
                deepest = reached;
                if reached < depth {
                    next.push((number, after));
                }
            }
        }
        layer = next;
    }
    Ok(Explored { depth: deepest, states: visited.origins.len(), steps: taken })
}

/// The states that were visited, numbered as they were found, and where each was found from.
struct Visited<Step> {
    identities: HashSet<[u8; 16]>,
    origins: Vec<Option<(u32, Step)>>,
}

impl<Step> Default for Visited<Step> {
    fn default() -> Self {
        Self { identities: HashSet::new(), origins: Vec::new() }
    }
}

impl<Step: Copy> Visited<Step> {
    /// Returns the number of a state that is new.
    fn add(&mut self, identity: [u8; 16], origin: Option<(u32, Step)>) -> Option<u32> {
        if !self.identities.insert(identity) {
            return None;
        }
        let number = u32::try_from(self.origins.len()).expect("fewer than four thousand million");
        self.origins.push(origin);
        Some(number)
    }

    /// Returns the steps that led to a state, and one more.
    fn life(&self, mut number: u32, last: Step) -> Vec<Step> {
        let mut life = vec![last];
        while let Some(Some((before, step))) = self.origins.get(number as usize) {
            life.push(*step);
            number = *before;
        }
        life.reverse();
        life
    }
}

/// Returns 128 bits of a hash of all that tells a state from others.
fn identity<S: System>(system: &S, node: &S::Node) -> [u8; 16] {
    let mut bytes = Vec::with_capacity(256);
    system.identify(node, &mut bytes);
    let digest: [u8; 32] = Sha256::digest(&bytes).into();
    *digest.first_chunk().expect("half of it")
}

/// Says which law does not hold.
fn hold(holds: bool, law: Law) -> Result<(), Law> {
    if holds { Ok(()) } else { Err(law) }
}

/// What a machine answered, in the form in which the model expects it: its wire name, the number
/// that goes with it (attempts left, or a time), and the code.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
struct Told {
    name: &'static str,
    number: u64,
    code: Text,
}

impl Told {
    fn plain(name: &'static str) -> Self {
        Self::number(name, 0)
    }

    fn number(name: &'static str, number: u64) -> Self {
        Self { name, number, code: Text::new() }
    }
}

/// A code or a token as text.
type Text = heapless::String<80>;

/// Where the clock goes, seen from a boundary.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Side {
    /// To the second before it.
    Before,
    /// To the boundary.
    At,
    /// To the second after it.
    After,
}

impl Side {
    const ALL: [Self; 3] = [Self::Before, Self::At, Self::After];

    fn of(self, boundary: u64) -> u64 {
        match self {
            Self::Before => boundary.saturating_sub(1),
            Self::At => boundary,
            Self::After => boundary.saturating_add(1),
        }
    }
}

/// When every life begins.
const START: u64 = 1_800_000_000;
