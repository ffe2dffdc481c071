//! Every life of a code's row: issues, right, wrong, old and malformed codes, lifts, two clients,
//! time.

mod ghost;
mod machine;
mod step;

use sceau::challenge::{
    Challenge, ChallengeLimits, ChallengeOutcome, ChallengePolicy, DeliverOutcome, IssueOutcome,
};
use sceau::state::{MAX_AHEAD, StateError};
use sceau::time::UnixTime;

pub use ghost::Ghost;
pub use machine::{Core, EMAILED, Machine, Other, Owner, POSTED, People};
pub use step::{Boundary, Far, Step, Use};

use super::store::Clock;
use super::{Law, START, Side, System, Text, Told, hold, store};

/// A machine under a policy.
pub struct Codes<M> {
    /// The machine that is explored.
    pub machine: M,
    /// What the service allows.
    pub policy: ChallengePolicy,
    /// Who comes near the row.
    pub people: &'static People,
}

/// One state of the row, its clients and the model.
pub type Node = store::Node<Challenge, Ghost>;

impl<M: Machine> System for Codes<M> {
    type Node = Node;
    type Step = Step;

    fn start(&self) -> Node {
        Node::start()
    }

    fn steps(&self) -> Vec<Step> {
        use Step::{Ahead, Back, Deliver, Hold, Issue, Lift, Malformed, Old, Right, Wrong};
        let mut steps = vec![Issue, Right, Wrong, Old, Malformed, Deliver, Lift, Hold];
        steps.extend([Back(Far::Less), Back(Far::More), Ahead(Far::Less), Ahead(Far::More)]);
        for boundary in [Boundary::Cooldown, Boundary::Expiry, Boundary::Period] {
            steps.extend(Side::ALL.map(|side| Step::Wait(side, boundary)));
        }
        steps.extend([Use::Issue, Use::Right, Use::Wrong, Use::Lift].map(Step::Late));
        steps.extend(Other::ALL.map(Step::Stranger));
        steps.push(Step::OtherPolicy);
        steps
    }

    fn take(&self, node: &Node, step: Step) -> Result<Option<Node>, Law> {
        let (ghost, row) = (&node.ghost, node.row);
        match step {
            Step::Issue => self.issue(node, row),
            Step::Right => self.verify(node, row, &ghost.code),
            Step::Wrong => self.verify(node, row, &self.wrong(ghost)),
            Step::Old if ghost.old == ghost.code => Ok(None),
            Step::Old => self.verify(node, row, &ghost.old),
            Step::Malformed => self.verify(node, row, &ghost.malformed()),
            Step::Deliver => self.deliver(node),
            Step::Lift => self.lift(node, row),
            Step::Wait(side, boundary) => Ok(self.wait(node, side, boundary)),
            Step::Back(Far::Less) => Ok(node.at(node.now - 1)),
            Step::Back(Far::More) => Ok(node.at(START - 1_000)),
            Step::Ahead(far) => {
                let far = u64::from(far == Far::More);
                Ok(node.mark.and_then(|mark| node.until(mark + MAX_AHEAD.get() + far)))
            }
            Step::Hold => Ok(Some(node.hold_row())),
            Step::Late(usage) => self.late(node, usage),
            Step::Stranger(other) => self.stranger(node, other),
            Step::OtherPolicy => self.other_policy(node),
        }
    }

    fn identify(&self, node: &Node, identity: &mut Vec<u8>) {
        node.ghost.identify(identity);
        node.identify(identity);
    }
}

impl<M: Machine> Codes<M> {
    fn issue(&self, node: &Node, read: Option<Challenge>) -> Result<Option<Node>, Law> {
        let (now, entropy) = (UnixTime::new(node.now), [node.ghost.count + 1; 16]);
        let answer = node.answer(&self.machine, read, Clock::Advances, |row| {
            let issued =
                self.machine.issue(row, &self.people.owner, &entropy, now, &self.policy)?;
            Ok((told_of_issue(&issued.outcome), issued.next, Some(issued.clock_back)))
        })?;
        let Some((told, mut after)) = answer else { return Ok(None) };
        after.ghost.issue(&told, node.time(), &self.policy)?;
        Ok(Some(after))
    }

    fn verify(
        &self,
        node: &Node,
        read: Option<Challenge>,
        typed: &str,
    ) -> Result<Option<Node>, Law> {
        let Some(read) = read else { return Ok(None) };
        let now = UnixTime::new(node.now);
        let answer = node.answer(&self.machine, Some(read), Clock::Advances, |row| {
            let verified =
                self.machine.verify(row.unwrap_or(&read), &self.people.owner, typed, now)?;
            Ok((told_of_code(verified.outcome), verified.next, Some(verified.clock_back)))
        })?;
        let Some((told, mut after)) = answer else { return Ok(None) };
        after.ghost.verify(typed, &told, node.time(), &self.policy)?;
        Ok(Some(after))
    }

    fn lift(&self, node: &Node, read: Option<Challenge>) -> Result<Option<Node>, Law> {
        let Some(read) = read else { return Ok(None) };
        let now = UnixTime::new(node.now);
        let answer = node.answer(&self.machine, Some(read), Clock::IsSet, |row| {
            let next = self.machine.lift(row.unwrap_or(&read), &self.people.owner, now)?;
            Ok((Told::default(), next, None))
        })?;
        let Some((_, mut after)) = answer else { return Ok(None) };
        after.ghost.lift(node.now);
        self.goes_on(&after)?;
        Ok(Some(after))
    }

    /// What was lifted knows no code that lives; a new one can be had, and tried like a first one.
    /// What breaks a law of its own is left to the steps.
    fn goes_on(&self, lifted: &Node) -> Result<(), Law> {
        let row = lifted.row.ok_or(Law::Lift)?;
        let live = self.machine.deliver(&row, &self.people.owner, UnixTime::new(lifted.now));
        hold(matches!(live, Ok(DeliverOutcome::Expired)), Law::Lift)?;
        let mut node = lifted.clone();
        for attempt in 0..=self.policy.limits().attempts {
            let typed =
                if attempt == 0 { node.ghost.code.clone() } else { self.wrong(&node.ghost) };
            let after = self.verify(&node, node.row, &typed).and_then(|after| match after {
                Some(after) if attempt == 0 => self.issue(&after, after.row),
                after => Ok(after),
            });
            node = match after {
                Ok(after) => after.ok_or(Law::Lift)?,
                Err(Law::Answer | Law::Clock) => return Err(Law::Lift),
                Err(_) => return Ok(()),
            };
        }
        Ok(())
    }

    fn deliver(&self, node: &Node) -> Result<Option<Node>, Law> {
        let Some(row) = &node.row else { return Ok(None) };
        let outcome = match self.machine.deliver(row, &self.people.owner, UnixTime::new(node.now)) {
            Err(StateError::ClockAhead) if node.too_far() => return Ok(None),
            Err(_) => return Err(Law::Delivery),
            Ok(outcome) => outcome,
        };
        hold(!node.too_far(), Law::Clock)?;
        let code = match &outcome {
            DeliverOutcome::Live { code } => text(code.compact().as_str()),
            _ => Text::new(),
        };
        let told = Told { code, ..Told::plain(outcome.name()) };
        node.ghost.deliver(&told, node.time(), &self.policy)?;
        Ok(None)
    }

    /// The second client uses a row that changed since he read it.
    fn late(&self, node: &Node, usage: Use) -> Result<Option<Node>, Law> {
        let Some(row) = node.stale_row() else { return Ok(None) };
        match usage {
            Use::Issue => self.issue(node, row),
            Use::Right => self.verify(node, row, &node.ghost.code),
            Use::Wrong => self.verify(node, row, &self.wrong(&node.ghost)),
            Use::Lift => self.lift(node, row),
        }
    }

    /// Somebody else's call with this row is an error, whatever he types or wishes.
    fn stranger(&self, node: &Node, other: Other) -> Result<Option<Node>, Law> {
        let Some(row) = &node.row else { return Ok(None) };
        let (now, entropy) = (UnixTime::new(node.now), [0xff; 16]);
        let owners = self.people.others.iter().filter(|(stranger, _)| *stranger == other);
        for (_, owner) in owners {
            let code = &node.ghost.code;
            hold(self.machine.verify(row, owner, code, now).is_err(), Law::Stranger)?;
            hold(self.machine.deliver(row, owner, now).is_err(), Law::Stranger)?;
            hold(self.machine.lift(row, owner, now).is_err(), Law::Stranger)?;
            for policy in policies() {
                let issued = self.machine.issue(Some(row), owner, &entropy, now, &policy);
                hold(issued.is_err(), Law::Stranger)?;
            }
        }
        Ok(None)
    }

    /// What is posted lives for weeks, and nothing else does.
    fn other_policy(&self, node: &Node) -> Result<Option<Node>, Law> {
        let (now, entropy) = (UnixTime::new(node.now), [0xff; 16]);
        let posted = |policy: &ChallengePolicy| policy.limits().digits.is_none();
        for policy in policies().iter().filter(|policy| posted(policy) != posted(&self.policy)) {
            let owner = &self.people.owner;
            let issued = self.machine.issue(node.row.as_ref(), owner, &entropy, now, policy);
            hold(issued.err() == Some(StateError::WrongPolicy), Law::Policy)?;
        }
        Ok(None)
    }

    /// A code that is neither the last one nor the one before.
    fn wrong(&self, ghost: &Ghost) -> Text {
        let mut codes = self.people.wrong.iter();
        codes.find(|code| **code != ghost.code && **code != ghost.old).expect("a third").clone()
    }

    fn wait(&self, node: &Node, side: Side, boundary: Boundary) -> Option<Node> {
        let ghost = &node.ghost;
        let boundary = match boundary {
            _ if !ghost.bound => return None,
            Boundary::Cooldown => ghost.rested(&self.policy),
            Boundary::Expiry => ghost.expires(&self.policy),
            Boundary::Period => ghost.period_end(&self.policy),
        };
        node.until(side.of(boundary))
    }
}

fn told_of_issue(outcome: &IssueOutcome) -> Told {
    match outcome {
        IssueOutcome::Issued { code, expires } => Told {
            code: text(code.compact().as_str()),
            ..Told::number(outcome.name(), expires.seconds())
        },
        IssueOutcome::TooSoon { until } | IssueOutcome::TooMany { until } => {
            Told::number(outcome.name(), until.seconds())
        }
        IssueOutcome::Disabled => Told::plain(outcome.name()),
    }
}

fn told_of_code(outcome: ChallengeOutcome) -> Told {
    match outcome {
        ChallengeOutcome::Wrong { left } => Told::number(outcome.name(), left.into()),
        _ => Told::plain(outcome.name()),
    }
}

fn text(code: &str) -> Text {
    Text::try_from(code).expect("a code is short")
}

fn policies() -> [ChallengePolicy; 2] {
    [ChallengeLimits::default(), ChallengeLimits::post()]
        .map(|limits| ChallengePolicy::new(limits).expect("the default numbers"))
}
