//! Every life of a user's recovery codes: made, used, made anew, mistyped, two clients. No clock.
//!
//! There are finitely many states, so that the exploration ends by itself: every life, of whatever
//! length.

mod ghost;
mod machine;

use std::cell::RefCell;

use sceau::code::LetterCode;
use sceau::otp::{RECOVERY_CODES, RecoveryCodes, RecoveryOutcome};

pub use ghost::Ghost;
use machine::OTHERS;
pub use machine::{Core, Machine, OWNER, Owner};

use super::store::Clock;
use super::{Law, System, Text, Told, hold, store};

/// A machine; it has no policy.
pub struct Lists<M> {
    /// The machine that is explored.
    pub machine: M,
}

/// One state of the row, its clients and the model.
pub type Node = store::Node<RecoveryCodes, Ghost>;

/// What can happen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Step {
    /// A list is made; its codes replace those of the one before.
    Make,
    /// A code is typed.
    Type(Which),
    /// A second client reads the row.
    Hold,
    /// The second client makes a list with the row that he read.
    LateMake,
    /// The second client types a code with the row that he read.
    LateType(Which),
    /// The row is used for another user, under another key id, and under another key.
    Stranger,
}

/// Which code is typed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Which {
    /// The one at this place of the list.
    Own(usize),
    /// The one at this place of the list before.
    Old(usize),
    /// The first one of somebody else's list.
    Foreign,
    /// The first one with another last character.
    Mistyped,
}

impl<M: Machine> System for Lists<M> {
    type Node = Node;
    type Step = Step;

    fn start(&self) -> Node {
        Node::start()
    }

    fn steps(&self) -> Vec<Step> {
        use Which::{Foreign, Mistyped, Old, Own};
        let mut steps = vec![Step::Make, Step::Hold, Step::LateMake, Step::Stranger];
        steps.extend(PLACES.map(|place| Step::Type(Own(place))));
        steps.extend([Old(0), Old(RECOVERY_CODES - 1), Foreign, Mistyped].map(Step::Type));
        steps.extend([Own(0), Old(0), Mistyped].map(Step::LateType));
        steps
    }

    fn take(&self, node: &Node, step: Step) -> Result<Option<Node>, Law> {
        let late = node.stale_row();
        match step {
            Step::Make => self.make(node, node.row),
            Step::Type(which) => node.row.map_or(Ok(None), |row| self.verify(node, row, which)),
            Step::Hold => Ok(Some(node.hold_row())),
            Step::LateMake => late.map_or(Ok(None), |row| self.make(node, row)),
            Step::LateType(which) => {
                late.flatten().map_or(Ok(None), |row| self.verify(node, row, which))
            }
            Step::Stranger => self.strangers(node),
        }
    }

    fn identify(&self, node: &Node, identity: &mut Vec<u8>) {
        node.ghost.identify(identity);
        node.identify(identity);
    }
}

impl<M: Machine> Lists<M> {
    fn make(&self, node: &Node, read: Option<RecoveryCodes>) -> Result<Option<Node>, Law> {
        let lists = RefCell::new(Vec::new());
        let answer = node.answer(&self.machine, read, Clock::Advances, |row| {
            let made = self.machine.generate(row, &OWNER)?;
            lists.borrow_mut().push(made.outcome.each_ref().map(text));
            Ok((Told::default(), made.next, Some(made.clock_back)))
        })?;
        let Some((_, mut after)) = answer else { return Ok(None) };
        let mut lists = lists.into_inner();
        let list = lists.pop().ok_or(Law::Answer)?;
        hold(lists.iter().all(|same| *same == list), Law::Function)?;
        after.ghost.make(&list)?;
        self.count(&after)?;
        Ok(Some(after))
    }

    fn verify(&self, node: &Node, read: RecoveryCodes, which: Which) -> Result<Option<Node>, Law> {
        let Some(typed) = node.ghost.typed(which) else { return Ok(None) };
        let answer = node.answer(&self.machine, Some(read), Clock::Advances, |row| {
            let verified = self.machine.verify(row.unwrap_or(&read), &OWNER, &typed)?;
            Ok((told(verified.outcome), verified.next, Some(verified.clock_back)))
        })?;
        let Some((told, mut after)) = answer else { return Ok(None) };
        after.ghost.verify(which, &told)?;
        self.count(&after)?;
        Ok(Some(after))
    }

    fn count(&self, node: &Node) -> Result<(), Law> {
        let left = node.row.map(|row| self.machine.left(&row, &OWNER));
        hold(left == Some(Ok(node.ghost.left())), Law::Left)
    }

    /// Somebody else's call with this row is an error, even with its code.
    fn strangers(&self, node: &Node) -> Result<Option<Node>, Law> {
        let Some(row) = &node.row else { return Ok(None) };
        let typed = node.ghost.typed(Which::Own(0)).ok_or(Law::Answer)?;
        for owner in &*OTHERS {
            let verified = self.machine.verify(row, owner, &typed);
            hold(verified.is_err(), Law::Stranger)?;
            hold(self.machine.generate(Some(row), owner).is_err(), Law::Stranger)?;
            hold(self.machine.left(row, owner).is_err(), Law::Stranger)?;
        }
        Ok(None)
    }
}

fn told(outcome: RecoveryOutcome) -> Told {
    match outcome {
        RecoveryOutcome::Accepted { left } => Told::number(outcome.name(), left.into()),
        _ => Told::plain(outcome.name()),
    }
}

fn text(code: &LetterCode) -> Text {
    Text::try_from(code.compact().as_str()).expect("a code has 17 characters")
}

/// The codes that are typed: the first and the last ones in each byte of the row's marks.
const PLACES: [usize; 6] = [0, 1, 6, 7, 8, RECOVERY_CODES - 1];
