//! Every life of a throttle's row: attempts, successes, lifts, two clients, time.

mod ghost;
mod machine;

use sceau::state::{MAX_AHEAD, StateError};
use sceau::throttle::{Throttle, ThrottleLimits, ThrottleOutcome, ThrottlePolicy};
use sceau::time::UnixTime;

pub use ghost::Ghost;
use ghost::is_of_origins;
pub use machine::{ACCOUNT, Core, HOUSE, Machine, Owner, People, SCHOOL};

use super::store::Clock;
use super::{Law, START, Side, System, Told, hold, store};

/// A machine under a policy.
pub struct Attempts<M> {
    /// The machine that is explored.
    pub machine: M,
    /// What the service bears.
    pub policy: ThrottlePolicy,
    /// Who comes near the row.
    pub people: &'static People,
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
    /// The service lifts the row.
    Lift,
    /// Time passes to the end of the delay or suspension.
    Wait(Side),
    /// Time passes to the end of an address's window.
    WaitWindow(Side),
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
    /// The second client lifts the row that he read.
    LateLift,
    /// The row is used for another subject, under another key id, under another key, and under the
    /// policy of the other kind.
    Stranger,
    /// The address is written otherwise, or is another one of its network.
    Same,
}

impl<M: Machine> System for Attempts<M> {
    type Node = Node;
    type Step = Step;

    fn start(&self) -> Node {
        Node::start()
    }

    fn steps(&self) -> Vec<Step> {
        use Step::{Ahead, Back, Begin, FarBack, Hold, LateBegin, LateLift, LateSucceed, Lift};
        use Step::{Same, Stranger, Succeed, Tick, TooFarAhead, Wait, WaitWindow};
        let mut steps = vec![Begin, Succeed, Lift, Tick, Back, FarBack, Ahead, TooFarAhead];
        steps.extend([Hold, LateBegin, LateSucceed, LateLift, Stranger]);
        steps.extend(Side::ALL.map(Wait));
        if is_of_origins(&self.policy) {
            steps.extend(Side::ALL.map(WaitWindow));
            steps.push(Same);
        }
        steps
    }

    fn take(&self, node: &Node, step: Step) -> Result<Option<Node>, Law> {
        let bound = node.mark.map(|mark| mark + MAX_AHEAD.get());
        let late = node.stale_row();
        match step {
            Step::Begin => self.begin(node, node.row),
            Step::Succeed => self.succeed(node, node.row),
            Step::Lift => self.lift(node, node.row),
            Step::LateBegin => late.map_or(Ok(None), |row| self.begin(node, row)),
            Step::LateSucceed => late.map_or(Ok(None), |row| self.succeed(node, row)),
            Step::LateLift => late.map_or(Ok(None), |row| self.lift(node, row)),
            Step::Stranger => self.strangers(node),
            Step::Same => self.same(node),
            Step::Hold => Ok(Some(node.hold_row())),
            Step::Wait(side) => Ok(node.until(side.of(node.ghost.pause_end(&self.policy)))),
            Step::WaitWindow(side) => Ok(node.until(side.of(node.ghost.window_end(&self.policy)))),
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
        let (owner, now) = (&self.people.owner, UnixTime::new(node.now));
        let answer = node.answer(&self.machine, read, Clock::Advances, |row| {
            let begun = self.machine.begin(row, owner, now, &self.policy)?;
            Ok((told(begun.outcome), begun.next, Some(begun.clock_back)))
        })?;
        let Some((told, mut after)) = answer else { return Ok(None) };
        after.ghost.begin(&told, node.time(), &self.policy)?;
        Ok(Some(after))
    }

    fn succeed(&self, node: &Node, read: Option<Throttle>) -> Result<Option<Node>, Law> {
        let Some(read) = read else { return Ok(None) };
        let (owner, now) = (&self.people.owner, UnixTime::new(node.now));
        let answer = node.answer(&self.machine, Some(read), Clock::Advances, |row| {
            let next = self.machine.succeed(row.unwrap_or(&read), owner, now)?;
            Ok((Told::default(), next, None))
        })?;
        let Some((_, mut after)) = answer else { return Ok(None) };
        after.ghost.succeed(&self.policy);
        if is_of_origins(&self.policy) {
            self.goes_on(&after, Law::GivenBack, &[Law::Answer, Law::Pause])?;
        }
        Ok(Some(after))
    }

    fn lift(&self, node: &Node, read: Option<Throttle>) -> Result<Option<Node>, Law> {
        let Some(read) = read else { return Ok(None) };
        let (owner, now) = (&self.people.owner, UnixTime::new(node.now));
        let answer = node.answer(&self.machine, Some(read), Clock::IsSet, |row| {
            let next = self.machine.lift(row.unwrap_or(&read), owner, now)?;
            Ok((Told::default(), next, None))
        })?;
        let Some((_, mut after)) = answer else { return Ok(None) };
        after.ghost = Ghost::default();
        self.goes_on(&after, Law::Lift, &[Law::Answer, Law::Clock])?;
        Ok(Some(after))
    }

    /// Attempts that follow at once, and as soon as they may, are told what the model expects, or
    /// else `law` does not hold: it stands for the `general` ones. Any other is left to the steps.
    fn goes_on(&self, node: &Node, law: Law, general: &[Law]) -> Result<(), Law> {
        let mut node = node.clone();
        for _ in 0..ATTEMPTS {
            let expected = node.ghost.expected(node.time(), &self.policy);
            node = match self.begin(&node, node.row) {
                Ok(after) => after.ok_or(law)?,
                Err(broken) if general.contains(&broken) => return Err(law),
                Err(_) => return Ok(()),
            };
            node.now = node.now.max(expected.number);
        }
        Ok(())
    }

    /// Somebody else's call with this row is an error, and so is the policy of the other kind.
    fn strangers(&self, node: &Node) -> Result<Option<Node>, Law> {
        let Some(row) = &node.row else { return Ok(None) };
        let (machine, now) = (&self.machine, UnixTime::new(node.now));
        let (accounts, origins) = (ThrottleLimits::default(), ThrottleLimits::origins());
        let policies = [accounts, origins].map(|limits| ThrottlePolicy::new(limits).expect("one"));
        for owner in &self.people.others {
            for policy in &policies {
                hold(machine.begin(Some(row), owner, now, policy).is_err(), Law::Stranger)?;
            }
            hold(machine.succeed(row, owner, now).is_err(), Law::Stranger)?;
            hold(machine.lift(row, owner, now).is_err(), Law::Stranger)?;
        }
        let is_other = |policy: &&_| is_of_origins(policy) != is_of_origins(&self.policy);
        for policy in policies.iter().filter(is_other) {
            let begun = machine.begin(Some(row), &self.people.owner, now, policy);
            hold(begun.err() == Some(StateError::WrongPolicy), Law::Policy)?;
        }
        Ok(None)
    }

    /// However the address is written, the row becomes the same.
    fn same(&self, node: &Node) -> Result<Option<Node>, Law> {
        let now = UnixTime::new(node.now);
        let uses = |owner: &Owner| {
            let begun = self.machine.begin(node.row.as_ref(), owner, now, &self.policy);
            let succeeded = node.row.map(|row| self.machine.succeed(&row, owner, now));
            let lifted = node.row.map(|row| self.machine.lift(&row, owner, now));
            (begun.map(|begun| (begun.outcome, begun.next)), succeeded, lifted)
        };
        let own = uses(&self.people.owner);
        for same in &self.people.same {
            hold(uses(same) == own, Law::Network)?;
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

/// As many attempts as show what is counted, under the policies of the tests.
const ATTEMPTS: usize = 4;
