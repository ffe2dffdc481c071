//! Every life of a throttle's row: attempts, successes, two clients, time.

mod ghost;
mod machine;

use sceau::state::MAX_AHEAD;
use sceau::throttle::{Throttle, ThrottleOutcome, ThrottlePolicy};
use sceau::time::UnixTime;

pub use ghost::Ghost;
pub use machine::{Core, Machine, Owner};
use machine::{OTHERS, OWNER};

use super::{Law, START, Side, System, Told, hold, store};

/// A machine under a policy.
pub struct Attempts<M> {
    /// The machine that is explored.
    pub machine: M,
    /// What the service bears.
    pub policy: ThrottlePolicy,
}

/// One state of the row, its clients and the model.
pub type Node = store::Node<Throttle, Ghost>;

/// What can happen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Step {
    /// An attempt begins.
    Begin,
    /// The attempt succeeds.
    Succeed,
    /// Time passes to the end of the delay or suspension.
    Wait(Side),
    /// A second passes.
    Tick,
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
    /// The second client begins an attempt with the row that he read.
    LateBegin,
    /// The second client succeeds with the row that he read.
    LateSucceed,
    /// The row is used for another subject, under another key id, and under another key.
    Stranger,
}

impl<M: Machine> System for Attempts<M> {
    type Node = Node;
    type Step = Step;

    fn start(&self) -> Node {
        Node::start()
    }

    fn steps(&self) -> Vec<Step> {
        use Step::{Ahead, Back, Begin, FarBack, Hold, LateBegin, LateSucceed};
        use Step::{Stranger, Succeed, Tick, TooFarAhead, Wait};
        let mut steps = vec![Begin, Succeed, Tick, Back, FarBack, Ahead, TooFarAhead];
        steps.extend([Hold, LateBegin, LateSucceed, Stranger]);
        steps.extend(Side::ALL.map(Wait));
        steps
    }

    fn take(&self, node: &Node, step: Step) -> Result<Option<Node>, Law> {
        let bound = node.mark.map(|mark| mark + MAX_AHEAD.get());
        let late = node.stale_row();
        match step {
            Step::Begin => self.begin(node, node.row),
            Step::Succeed => self.succeed(node, node.row),
            Step::LateBegin => late.map_or(Ok(None), |row| self.begin(node, row)),
            Step::LateSucceed => late.map_or(Ok(None), |row| self.succeed(node, row)),
            Step::Stranger => self.strangers(node),
            Step::Hold => Ok(Some(node.hold_row())),
            Step::Wait(side) => Ok(node.until(side.of(node.ghost.until(&self.policy)))),
            Step::Tick => Ok(node.at(node.now + 1)),
            Step::Back => Ok(node.at(node.now - 1)),
            Step::FarBack => Ok(node.at(START - 1_000)),
            Step::Ahead => Ok(bound.and_then(|bound| node.until(bound))),
            Step::TooFarAhead => Ok(bound.and_then(|bound| node.until(bound + 1))),
        }
    }

    fn identify(&self, node: &Node, identity: &mut Vec<u8>) {
        node.ghost.identify(identity);
        node.identify(identity);
    }
}

impl<M: Machine> Attempts<M> {
    fn begin(&self, node: &Node, read: Option<Throttle>) -> Result<Option<Node>, Law> {
        let now = UnixTime::new(node.now);
        let answer = node.answer(&self.machine, read, |row| {
            let begun = self.machine.begin(row, &OWNER, now, &self.policy)?;
            Ok((told(begun.outcome), begun.next, Some(begun.clock_back)))
        })?;
        let Some((told, mut after)) = answer else { return Ok(None) };
        after.ghost.begin(&told, node.time(), &self.policy)?;
        Ok(Some(after))
    }

    fn succeed(&self, node: &Node, read: Option<Throttle>) -> Result<Option<Node>, Law> {
        let Some(read) = read else { return Ok(None) };
        let now = UnixTime::new(node.now);
        let answer = node.answer(&self.machine, Some(read), |row| {
            let next = self.machine.succeed(row.unwrap_or(&read), &OWNER, now)?;
            Ok((Told::default(), next, None))
        })?;
        let Some((_, mut after)) = answer else { return Ok(None) };
        after.ghost = Ghost::default();
        Ok(Some(after))
    }

    /// Somebody else's call with this row is an error.
    fn strangers(&self, node: &Node) -> Result<Option<Node>, Law> {
        let Some(row) = &node.row else { return Ok(None) };
        let now = UnixTime::new(node.now);
        for owner in &*OTHERS {
            let begun = self.machine.begin(Some(row), owner, now, &self.policy);
            hold(begun.is_err(), Law::Stranger)?;
            hold(self.machine.succeed(row, owner, now).is_err(), Law::Stranger)?;
        }
        Ok(None)
    }
}

fn told(outcome: ThrottleOutcome) -> Told {
    match outcome {
        ThrottleOutcome::Delayed { until } | ThrottleOutcome::Suspended { until } => {
            Told::number(outcome.name(), until.seconds())
        }
        ThrottleOutcome::Allowed | ThrottleOutcome::Disabled => Told::plain(outcome.name()),
    }
}
