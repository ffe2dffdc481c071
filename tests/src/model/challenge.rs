//! Every life of a code's row: issues, right, wrong, old and malformed codes, two clients, time.

mod ghost;
mod machine;

use sceau::challenge::{
    Challenge, ChallengeOutcome, ChallengePolicy, DeliverOutcome, IssueOutcome,
};
use sceau::state::{MAX_AHEAD, StateError};
use sceau::time::UnixTime;

pub use ghost::Ghost;
pub use machine::{Core, Machine, Other, Owner};
use machine::{OTHERS, OWNER};

use super::{Law, START, Side, System, Text, Told, hold, store};

/// A machine under a policy.
pub struct Codes<M> {
    /// The machine that is explored.
    pub machine: M,
    /// What the service allows.
    pub policy: ChallengePolicy,
}

/// One state of the row, its clients and the model.
pub type Node = store::Node<Challenge, Ghost>;

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
    /// A digit is forgotten.
    Malformed,
    /// The code is to be sent again.
    Deliver,
    /// Time passes.
    Wait(Side, Boundary),
    /// The clock goes back by a second, or to before everything.
    Back(Far),
    /// The clock jumps as far ahead as is borne, or a second more.
    Ahead(Far),
    /// A second client reads the row.
    Hold,
    /// The second client asks for a code, or types one, with the row that he read.
    Late(Use),
    /// The right code is typed for a row that is another's.
    Stranger(Other),
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
}

impl<M: Machine> System for Codes<M> {
    type Node = Node;
    type Step = Step;

    fn start(&self) -> Node {
        Node::start()
    }

    fn steps(&self) -> Vec<Step> {
        use Step::{Ahead, Back, Deliver, Hold, Issue, Malformed, Old, Right, Wrong};
        let mut steps = vec![Issue, Right, Wrong, Old, Malformed, Deliver, Hold];
        steps.extend([Back(Far::Less), Back(Far::More), Ahead(Far::Less), Ahead(Far::More)]);
        for boundary in [Boundary::Cooldown, Boundary::Expiry, Boundary::Period] {
            steps.extend(Side::ALL.map(|side| Step::Wait(side, boundary)));
        }
        steps.extend([Use::Issue, Use::Right, Use::Wrong].map(Step::Late));
        steps.extend(OTHERS.iter().map(|(other, _)| Step::Stranger(*other)));
        steps
    }

    fn take(&self, node: &Node, step: Step) -> Result<Option<Node>, Law> {
        let (ghost, row) = (&node.ghost, node.row);
        match step {
            Step::Issue => self.issue(node, row),
            Step::Right => self.verify(node, row, &ghost.code),
            Step::Wrong => self.verify(node, row, &other_code(ghost)),
            Step::Old if ghost.old == ghost.code => Ok(None),
            Step::Old => self.verify(node, row, &ghost.old),
            Step::Malformed => {
                let (_last, cut) = ghost.code.as_str().split_at_checked(1).unwrap_or_default();
                self.verify(node, row, cut)
            }
            Step::Deliver => self.deliver(node),
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
        let answer = node.answer(&self.machine, read, |row| {
            let issued = self.machine.issue(row, &OWNER, &entropy, now, &self.policy)?;
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
        let answer = node.answer(&self.machine, Some(read), |row| {
            let verified = self.machine.verify(row.unwrap_or(&read), &OWNER, typed, now)?;
            Ok((told_of_code(verified.outcome), verified.next, Some(verified.clock_back)))
        })?;
        let Some((told, mut after)) = answer else { return Ok(None) };
        after.ghost.verify(typed, &told, node.time(), &self.policy)?;
        Ok(Some(after))
    }

    fn deliver(&self, node: &Node) -> Result<Option<Node>, Law> {
        let Some(row) = &node.row else { return Ok(None) };
        let outcome = match self.machine.deliver(row, &OWNER, UnixTime::new(node.now)) {
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
            Use::Wrong => self.verify(node, row, &other_code(&node.ghost)),
        }
    }

    /// Somebody else's call with this row is an error, whatever he types or wishes.
    fn stranger(&self, node: &Node, other: Other) -> Result<Option<Node>, Law> {
        let Some(row) = &node.row else { return Ok(None) };
        let (now, entropy) = (UnixTime::new(node.now), [0xff; 16]);
        let owners = OTHERS.iter().filter(|(stranger, _)| *stranger == other);
        for (_, owner) in owners {
            let code = &node.ghost.code;
            hold(self.machine.verify(row, owner, code, now).is_err(), Law::Stranger)?;
            hold(self.machine.deliver(row, owner, now).is_err(), Law::Stranger)?;
            let issued = self.machine.issue(Some(row), owner, &entropy, now, &self.policy);
            hold(issued.is_err(), Law::Stranger)?;
        }
        Ok(None)
    }

    fn wait(&self, node: &Node, side: Side, boundary: Boundary) -> Option<Node> {
        let ghost = &node.ghost;
        let boundary = match boundary {
            _ if ghost.count == 0 => return None,
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

/// Returns a code that is neither the last one nor the one before.
fn other_code(ghost: &Ghost) -> Text {
    let zeros = |last: char| {
        let mut code = text(&"0".repeat(ghost.code.len().saturating_sub(1)));
        code.push(last).expect("a code is short");
        code
    };
    let codes = ['0', '1', '2'].map(zeros);
    codes.into_iter().find(|code| *code != ghost.code && *code != ghost.old).expect("a third")
}
