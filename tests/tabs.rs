//! Browser tabs that share one cookie: every order in which their requests can be sent, loaded,
//! stored and answered is tried, not some of them.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may panic")]

use std::collections::HashSet;

use sceau::device::{Device, DeviceOutcome, DevicePolicy};
use sceau::mac::ServiceKey;
use sceau::time::UnixTime;

#[test]
fn tabs_that_send_one_token_at_once_are_all_accepted_and_have_one_cookie() {
    for tabs in 1..=5 {
        let all = explore(&vec![0; tabs], Begin::Sent, Reply::Stored).unwrap();
        // Whoever stores first has a new token made; the others are given the same one.
        assert!(all.ends.iter().all(|end| end.rotations == 1), "{tabs} tabs");
        assert!(all.ends.iter().all(|end| end.cookie == all.ends[0].cookie), "{tabs} tabs");
        println!("{tabs} tabs at once: {} states, {} ends", all.states, all.ends.len());
    }
}

#[test]
fn two_tabs_that_send_when_they_like_are_both_accepted() {
    let all = explore(&[1, 1], Begin::Idle, Reply::Stored).unwrap();
    println!("2 tabs at any time: {} states, {} ends", all.states, all.ends.len());
    // At once, or one behind the other.
    assert!(all.ends.iter().any(|end| end.rotations == 1));
    assert!(all.ends.iter().any(|end| end.rotations == 2));
}

#[test]
fn a_tab_that_asks_again_when_it_has_its_reply_is_always_accepted() {
    let all = explore(&[4], Begin::Idle, Reply::Stored).unwrap();
    assert!(all.ends.iter().all(|end| end.rotations == 4));
}

#[test]
fn catches_a_service_that_replies_before_it_stores() {
    assert_eq!(explore(&[2], Begin::Idle, Reply::Early).unwrap_err(), "state_rolled_back");
}

/// What DESIGN.md says of the grace: it covers one change of the token. A request that is still
/// under way when two others have changed it looks like a copy.
#[test]
fn a_request_that_two_others_overtake_is_taken_for_a_copy() {
    assert_eq!(explore(&[1, 2], Begin::Idle, Reply::Stored).unwrap_err(), "stolen");
}

/// Where the tabs are at the beginning.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Begin {
    /// Each will send its requests when it likes.
    Idle,
    /// Each has sent one beforehand.
    Sent,
}

/// When a service answers a request.
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
enum Reply {
    /// Once the next state is stored; if another was quicker, it begins again.
    Stored,
    /// At once.
    Early,
}

/// Where a request is.
#[derive(Clone, Eq, Hash, PartialEq)]
enum Stage {
    /// The tab has yet to send it.
    Idle,
    /// Sent, with the cookie as it was; the row has yet to be loaded.
    Sent(String),
    /// Loaded and verified: what was sent, the row that was read, the next one, and the answer.
    Verified { sent: String, read: Row, next: Row, answer: String, rotated: bool },
    /// Stored, or about to be answered in any case.
    Stored(String),
}

/// The bytes of a stored state.
type Row = Vec<u8>;

#[derive(Clone, Eq, Hash, PartialEq)]
struct World {
    row: Row,
    cookie: String,
    tabs: Vec<(usize, Stage)>,
    rotations: usize,
    reply: Reply,
}

/// How a history can end.
#[derive(Debug)]
struct End {
    rotations: usize,
    cookie: String,
}

#[derive(Debug)]
struct Explored {
    ends: Vec<End>,
    states: usize,
}

/// Tries every history; fails with the first outcome or error that is no acceptance.
fn explore(requests: &[usize], begin: Begin, reply: Reply) -> Result<Explored, &'static str> {
    let remembered = Device::remember(&key(), USER, &[9; 32], NOW, &DevicePolicy::default());
    let cookie = remembered.token.as_str().to_owned();
    let stage = match begin {
        Begin::Idle => Stage::Idle,
        Begin::Sent => Stage::Sent(cookie.clone()),
    };
    let tabs = requests.iter().map(|&count| (count, stage.clone())).collect();
    let row = remembered.state.as_bytes().to_vec();
    let first = World { row, cookie, tabs, rotations: 0, reply };
    let (mut waiting, mut seen) = (vec![first], HashSet::new());
    let mut all = Explored { ends: vec![], states: 0 };
    while let Some(world) = waiting.pop() {
        if !seen.insert(world.clone()) {
            continue;
        }
        all.states += 1;
        let moves: Vec<_> = (0..world.tabs.len()).filter(|&tab| world.can_move(tab)).collect();
        if moves.is_empty() {
            all.ends.push(End { rotations: world.rotations, cookie: world.cookie });
            continue;
        }
        for tab in moves {
            let mut next = world.clone();
            next.advance(tab)?;
            waiting.push(next);
        }
    }
    Ok(all)
}

impl World {
    fn can_move(&self, tab: usize) -> bool {
        self.tabs[tab].0 > 0 || self.tabs[tab].1 != Stage::Idle
    }

    /// Takes one step of one request.
    fn advance(&mut self, tab: usize) -> Result<(), &'static str> {
        self.tabs[tab].1 = match self.tabs[tab].1.clone() {
            Stage::Idle => {
                self.tabs[tab].0 -= 1;
                Stage::Sent(self.cookie.clone())
            }
            Stage::Sent(sent) => {
                let stage = self.verify(sent)?;
                if let (Reply::Early, Stage::Verified { answer, .. }) = (self.reply, &stage) {
                    self.cookie.clone_from(answer);
                    self.send_another(tab, stage);
                    return Ok(());
                }
                stage
            }
            Stage::Verified { sent, read, next, answer, rotated } => {
                if generation(&self.row) == generation(&read) {
                    self.row = next;
                    self.rotations += usize::from(rotated);
                    Stage::Stored(answer)
                } else {
                    Stage::Sent(sent)
                }
            }
            Stage::Stored(answer) => {
                self.cookie = answer;
                Stage::Idle
            }
        };
        Ok(())
    }

    /// Who is answered early may ask again, while what he was told has yet to be stored.
    fn send_another(&mut self, tab: usize, stage: Stage) {
        let left = std::mem::take(&mut self.tabs[tab].0);
        self.tabs[tab].1 = stage;
        self.tabs.push((left, Stage::Idle));
    }

    fn verify(&self, sent: String) -> Result<Stage, &'static str> {
        let row = Device::from_bytes(&self.row).unwrap();
        let verified = row.verify(&key(), USER, sent.as_bytes(), NOW);
        let verified = verified.map_err(|reason| reason.name())?;
        match verified.outcome {
            DeviceOutcome::Accepted { token, rotated, .. } => Ok(Stage::Verified {
                sent,
                read: self.row.clone(),
                next: verified.next.as_bytes().to_vec(),
                answer: token.as_str().to_owned(),
                rotated,
            }),
            other => Err(other.name()),
        }
    }
}

fn generation(row: &[u8]) -> u64 {
    Device::from_bytes(row).unwrap().generation()
}

fn key() -> ServiceKey {
    ServiceKey::new(1, &[7; 32]).unwrap()
}

const NOW: UnixTime = UnixTime::new(1_795_442_400);
const USER: &[u8] = b"eseraphin";
