//! Laws of the remembered device: a random life of one row, beside a model of what must be so.

use sceau::device::{Device, DeviceOutcome, DevicePolicy, RememberedDevice, selector};
use sceau::mac::ServiceKey;
use sceau::state::{MAX_AHEAD, StateError, Transition};
use sceau::time::{Seconds, UnixTime};

use super::Input;

/// A life of at most 64 steps.
pub fn law(bytes: &[u8]) {
    life(bytes, verify);
}

/// As [`Device::verify`], for the one key and user of these laws.
///
/// # Errors
///
/// Those of [`Device::verify`].
pub fn verify(
    row: &Device,
    token: &str,
    now: UnixTime,
) -> Result<Transition<DeviceOutcome, Device>, StateError> {
    row.verify(&key(), USER, token.as_bytes(), now)
}

/// What verifies a token.
pub trait Verify:
    Fn(&Device, &str, UnixTime) -> Result<Transition<DeviceOutcome, Device>, StateError>
{
}

impl<V> Verify for V where
    V: Fn(&Device, &str, UnixTime) -> Result<Transition<DeviceOutcome, Device>, StateError>
{
}

/// Leads the row through the steps that the bytes spell, and checks each against the model.
pub fn life(bytes: &[u8], verify: impl Verify) {
    let mut input = Input::new(bytes);
    let mut model = Model::new(&mut input);
    for _ in 0..64 {
        if input.is_empty() {
            return;
        }
        match input.below(12) {
            0..=2 => model.present(&verify, model.tokens.len() - 1),
            3 => model.present(&verify, model.tokens.len().saturating_sub(2)),
            4 => model.present(&verify, usize::from(input.byte()) % model.tokens.len()),
            5 => model.hear_noise(&verify, &model.damaged(input.word(), input.byte())),
            6 => model.hear_noise(&verify, &input.text()),
            7 => model.hear_noise(&verify, &model.others.clone()),
            8 => model.roll_back(&verify, usize::from(input.byte())),
            9 => model.revoke(),
            10 => model.flip_a_bit(&verify, input.word()),
            _ => model.pass_time(&mut input),
        }
    }
}

/// How the row ends.
#[derive(Clone, Copy, Eq, PartialEq)]
enum End {
    Revoked,
    Stolen,
}

/// What must be so of the row, kept without looking into it.
struct Model {
    row: Device,
    /// Every state that was stored, the first one first, and how many tokens there were then.
    rows: Vec<(Device, usize)>,
    /// Every token that the device was given; the last is the current one.
    tokens: Vec<String>,
    /// Somebody else's first token.
    others: String,
    now: u64,
    high_water: u64,
    rotated: u64,
    expires: u64,
    end: Option<End>,
}

impl Model {
    fn new(input: &mut Input<'_>) -> Self {
        let lifetime = Seconds::new(1 + u64::from(input.word()));
        let policy = DevicePolicy::new(lifetime).expect("less than a day");
        let entropy = [input.byte(); 32];
        let now = UnixTime::new(START);
        let remembered = Device::remember(&key(), USER, &entropy, now, &policy);
        let others = Device::remember(&key(), b"jtremblay", &entropy, now, &policy);
        let RememberedDevice { token, state, expires } = remembered;
        assert_eq!(state.generation(), 1, "the first state's generation");
        assert_eq!(expires.seconds(), START + lifetime.get(), "another lifetime");
        assert_eq!(selector(token.as_str().as_bytes()), Some(state.selector()), "not to be found");
        Self {
            row: state,
            rows: vec![(state, 1)],
            tokens: vec![token.as_str().to_owned()],
            others: others.token.as_str().to_owned(),
            now: START,
            high_water: START,
            rotated: START,
            expires: expires.seconds(),
            end: None,
        }
    }

    fn now(&self) -> UnixTime {
        UnixTime::new(self.now)
    }

    fn store(&mut self, next: Device) {
        assert_eq!(next.generation(), self.row.generation() + 1, "a transition is one generation");
        assert_eq!(next.selector(), self.row.selector(), "the row's key changed");
        assert!(Device::from_bytes(next.as_bytes()) == Ok(next), "changed on its way");
        self.high_water = self.high_water.max(self.now);
        self.row = next;
        self.rows.push((next, self.tokens.len()));
    }

    /// The device, or who copied one of its tokens, sends the token at this place.
    fn present(&mut self, verify: &impl Verify, at: usize) {
        let verified = verify(&self.row, &self.tokens[at], self.now());
        let Ok(verified) = verified else { return self.assert_clock(verified.err()) };
        assert_eq!(verified.clock_back, self.now < self.high_water);
        let (current, time) = (self.tokens.len() - 1, self.high_water.max(self.now));
        let excused = at + 1 == current && time < self.rotated.saturating_add(60);
        match (self.end, verified.outcome) {
            (Some(End::Stolen), outcome) => {
                assert_eq!(outcome.name(), "stolen", "a stolen row was used");
            }
            (Some(End::Revoked), outcome) => {
                assert_eq!(outcome.name(), "revoked", "a forgotten device was used");
            }
            (None, outcome) if time >= self.expires => {
                assert_eq!(outcome.name(), "expired", "used after its time");
            }
            (None, DeviceOutcome::Accepted { token, expires, rotated }) => {
                assert!(at == current || excused, "a copy was accepted");
                assert_eq!(rotated, at == current, "whether the token is new");
                assert_eq!(expires.seconds(), self.expires, "use lengthened the time");
                if rotated {
                    assert!(!self.tokens.iter().any(|old| old == token.as_str()), "given twice");
                    self.tokens.push(token.as_str().to_owned());
                    self.rotated = time;
                } else {
                    assert_eq!(token.as_str(), self.tokens[current], "the reply does not heal");
                }
            }
            (None, outcome) => {
                assert_eq!(outcome.name(), "stolen", "an authentic token was taken for noise");
                assert!(at < current && !excused, "the device itself was locked out");
                self.end = Some(End::Stolen);
            }
        }
        self.store(verified.next);
    }

    /// Somebody sends what is no token of this row: it is refused, and nothing changes.
    fn hear_noise(&mut self, verify: &impl Verify, noise: &str) {
        if self.tokens.iter().any(|token| token == noise) {
            return;
        }
        let verified = verify(&self.row, noise, self.now());
        let Ok(verified) = verified else { return self.assert_clock(verified.err()) };
        let well_formed = selector(noise.as_bytes()).is_some();
        let expected = if well_formed { "unknown" } else { "malformed" };
        assert_eq!(verified.outcome.name(), expected, "noise was used");
        assert!(verified.next == self.row, "noise changed the row");
    }

    /// A token of the row with one character changed, and its number perhaps.
    fn damaged(&self, place: u16, character: u8) -> String {
        let token = &self.tokens[usize::from(character) % self.tokens.len()];
        let mut bytes = token.clone().into_bytes();
        let at = usize::from(place) % bytes.len();
        bytes[at] = if character % 17 == 16 {
            b'g'
        } else {
            b"0123456789abcdef"[usize::from(character % 16)]
        };
        bytes.into_iter().map(char::from).collect()
    }

    /// The store went back to an earlier row, and the device sends its newest token.
    fn roll_back(&self, verify: &impl Verify, to: usize) {
        let (row, tokens) = &self.rows[to % self.rows.len()];
        if *tokens == self.tokens.len() {
            return;
        }
        let newest = &self.tokens[self.tokens.len() - 1];
        let named = match verify(row, newest, self.now()) {
            Ok(verified) => verified.outcome.name(),
            Err(reason) => reason.name(),
        };
        let refusals = ["state_rolled_back", "state_clock_ahead", "expired", "revoked", "stolen"];
        assert!(refusals.contains(&named), "{named} by a row that had not given the token");
    }

    fn revoke(&mut self) {
        match self.row.revoke(&key(), USER, self.now()) {
            Ok(next) => {
                self.end = self.end.or(Some(End::Revoked));
                self.store(next);
            }
            Err(reason) => self.assert_clock(Some(reason)),
        }
    }

    fn flip_a_bit(&self, verify: &impl Verify, place: u16) {
        let mut bytes = *self.row.as_bytes();
        let at = usize::from(place / 8) % bytes.len();
        bytes[at] ^= 1 << (place % 8);
        let flipped = Device::from_bytes(&bytes).expect("104 bytes");
        let newest = &self.tokens[self.tokens.len() - 1];
        let verified = verify(&flipped, newest, self.now());
        assert!(verified.is_err(), "byte {at} of the state was changed, and it was used");
    }

    fn pass_time(&mut self, input: &mut Input<'_>) {
        self.now = match input.below(5) {
            0 => self.now.saturating_sub(input.word().into()),
            1 => self.now.saturating_add(input.byte().into()),
            2 => self.now.saturating_add(input.word().into()),
            3 => self.rotated.saturating_add(59 + u64::from(input.below(3))),
            _ => input.number(),
        };
    }

    /// A state of this life is refused for nothing but a clock that is far ahead.
    fn assert_clock(&self, reason: Option<StateError>) {
        assert_eq!(reason, Some(StateError::ClockAhead));
        assert!(self.now > self.high_water.saturating_add(MAX_AHEAD.get()), "not far ahead");
    }
}

fn key() -> ServiceKey {
    ServiceKey::new(1, &[7; 32]).expect("32 bytes")
}

const START: u64 = 1_795_442_400;
const USER: &[u8] = b"eseraphin";
