//! Every life of a remembered device: tokens in use, replaced, stolen and made up, two clients, time.

mod ghost;
mod machine;

use sceau::device::{Device, DeviceOutcome, DevicePolicy};
use sceau::state::{MAX_AHEAD, StateError};
use sceau::time::UnixTime;

pub use ghost::Ghost;
pub use machine::{Core, Machine, Owner};
use machine::{OTHERS, OWNER};

use super::store::Clock;
use super::{Law, START, Side, System, Text, Told, hold, store};

/// A machine under a policy.
pub struct Devices<M> {
    /// The machine that is explored.
    pub machine: M,
    /// For how long the service remembers.
    pub policy: DevicePolicy,
}

/// One state of the row, its clients and the model.
pub type Node = store::Node<Device, Ghost>;

/// What can happen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Step {
    /// The device sends a token.
    Send(Which),
    /// The device is forgotten.
    Revoke,
    /// Time passes to where the token before the current one is no longer excused.
    WaitGrace(Side),
    /// Time passes to the end of the device's life.
    WaitExpiry(Side),
    /// The clock goes back by a second.
    Back,
    /// The clock goes back to before everything.
    FarBack,
    /// The clock jumps as far ahead as is borne.
    Ahead,
    /// The clock jumps a second further than is borne.
    TooFarAhead,
    /// A second client reads the row.
    Hold,
    /// The second client verifies a token with the row that he read.
    LateSend(Which),
    /// The second client forgets the device with the row that he read.
    LateRevoke,
    /// The token is verified for another user, under another key id, and under another key.
    Stranger,
}

/// Which token is sent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Which {
    /// The one that was given last.
    Current,
    /// The one before it.
    Before,
    /// The one before that.
    Older,
    /// One with another MAC.
    MadeUp,
    /// No token at all.
    Malformed,
}

impl<M: Machine> System for Devices<M> {
    type Node = Node;
    type Step = Step;

    fn start(&self) -> Node {
        let remembered = self.machine.remember(&OWNER, UnixTime::new(START), &self.policy);
        let ghost = Ghost {
            current: text(remembered.token.as_str()),
            rotated: START,
            expires: START + self.policy.lifetime().get(),
            ..Ghost::default()
        };
        let mut node = Node::start();
        (node.row, node.mark, node.ghost) = (Some(remembered.state), Some(START), ghost);
        node
    }

    fn steps(&self) -> Vec<Step> {
        use Step::{Ahead, Back, FarBack, Hold, LateRevoke, LateSend, Revoke, Stranger};
        use Which::{Before, Current, MadeUp, Malformed, Older};
        let mut steps = [Current, Before, Older, MadeUp, Malformed].map(Step::Send).to_vec();
        steps.extend([Revoke, Back, FarBack, Ahead, Step::TooFarAhead, Hold, LateRevoke, Stranger]);
        steps.extend([Current, Before].map(LateSend));
        steps.extend(Side::ALL.map(Step::WaitGrace));
        steps.extend(Side::ALL.map(Step::WaitExpiry));
        steps
    }

    fn take(&self, node: &Node, step: Step) -> Result<Option<Node>, Law> {
        let bound = node.mark.map(|mark| mark + MAX_AHEAD.get());
        let late = node.stale_row().flatten();
        match step {
            Step::Send(which) => node.row.map_or(Ok(None), |row| self.send(node, row, which)),
            Step::Revoke => node.row.map_or(Ok(None), |row| self.revoke(node, row)),
            Step::LateSend(which) => late.map_or(Ok(None), |row| self.send(node, row, which)),
            Step::LateRevoke => late.map_or(Ok(None), |row| self.revoke(node, row)),
            Step::WaitGrace(side) => Ok(node.until(side.of(node.ghost.grace_end()))),
            Step::WaitExpiry(side) => Ok(node.until(side.of(node.ghost.expires))),
            Step::Back => Ok(node.at(node.now - 1)),
            Step::FarBack => Ok(node.at(START - 1_000)),
            Step::Ahead => Ok(bound.and_then(|bound| node.until(bound))),
            Step::TooFarAhead => Ok(bound.and_then(|bound| node.until(bound + 1))),
            Step::Hold => Ok(Some(node.hold_row())),
            Step::Stranger => self.strangers(node),
        }
    }

    fn identify(&self, node: &Node, identity: &mut Vec<u8>) {
        node.ghost.identify(identity);
        node.identify(identity);
    }
}

impl<M: Machine> Devices<M> {
    fn send(&self, node: &Node, read: Device, which: Which) -> Result<Option<Node>, Law> {
        let ghost = &node.ghost;
        let sent = match which {
            Which::Current => ghost.current.clone(),
            Which::Before => ghost.before.clone(),
            Which::Older => ghost.older.clone(),
            Which::MadeUp => return self.noise(node, &read, &made_up(&ghost.current), "unknown"),
            Which::Malformed => return self.noise(node, &read, "a cookie", "malformed"),
        };
        if sent.is_empty() {
            return Ok(None);
        }
        let now = UnixTime::new(node.now);
        let answer = node.answer(&self.machine, Some(read), Clock::Advances, |row| {
            let verified = self.machine.verify(row.unwrap_or(&read), &OWNER, &sent, now)?;
            Ok((told(&verified.outcome), verified.next, Some(verified.clock_back)))
        })?;
        let Some((told, mut after)) = answer else { return Ok(None) };
        after.ghost.receive(&sent, &told, node.time())?;
        Ok(Some(after))
    }

    fn revoke(&self, node: &Node, read: Device) -> Result<Option<Node>, Law> {
        let now = UnixTime::new(node.now);
        let answer = node.answer(&self.machine, Some(read), Clock::Advances, |row| {
            let next = self.machine.revoke(row.unwrap_or(&read), &OWNER, now)?;
            Ok((Told::default(), next, None))
        })?;
        let Some((_, mut after)) = answer else { return Ok(None) };
        after.ghost.revoke();
        Ok(Some(after))
    }

    /// What anybody can send is told apart, and leaves the row as it was.
    fn noise(
        &self,
        node: &Node,
        row: &Device,
        sent: &str,
        expected: &'static str,
    ) -> Result<Option<Node>, Law> {
        match self.machine.verify(row, &OWNER, sent, UnixTime::new(node.now)) {
            Err(reason) => {
                hold(reason == StateError::ClockAhead && node.too_far(), Law::Answer)?;
            }
            Ok(verified) => {
                hold(verified.next == *row, Law::Noise)?;
                hold(told(&verified.outcome) == Told::plain(expected), Law::Answer)?;
            }
        }
        Ok(None)
    }

    /// Somebody else's call with this row is an error, even with its token.
    fn strangers(&self, node: &Node) -> Result<Option<Node>, Law> {
        let Some(row) = &node.row else { return Ok(None) };
        let now = UnixTime::new(node.now);
        for owner in &*OTHERS {
            let verified = self.machine.verify(row, owner, &node.ghost.current, now);
            hold(verified.is_err(), Law::Stranger)?;
            hold(self.machine.revoke(row, owner, now).is_err(), Law::Stranger)?;
        }
        Ok(None)
    }
}

fn told(outcome: &DeviceOutcome) -> Told {
    match outcome {
        DeviceOutcome::Accepted { token, expires, rotated } => {
            let name = if *rotated { "accepted" } else { "excused" };
            Told { code: text(token.as_str()), ..Told::number(name, expires.seconds()) }
        }
        _ => Told::plain(outcome.name()),
    }
}

fn text(token: &str) -> Text {
    Text::try_from(token).expect("a token has 80 characters")
}

/// Returns the token with another last digit.
fn made_up(token: &str) -> String {
    let (kept, last) = token.split_at(token.len() - 1);
    format!("{kept}{}", if last == "0" { "1" } else { "0" })
}
