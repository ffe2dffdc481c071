//! The code that is e-mailed, texted or posted. A state crosses the border as its bytes.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use sceau::challenge::{
    self, Challenge, ChallengeChannel, ChallengeCode, ChallengeLimits, ChallengeOutcome,
    ChallengePurpose, DeliverOutcome, IssueOutcome,
};
use sceau::code;
use sceau::time::{Seconds, UnixTime};

use crate::error::Raise;
use crate::input::{Bytes, Digits, Text, TextOrBytes, named};
use crate::otp::Code;
use crate::recovery::LetterCode;
use crate::state::ServiceKey;

/// An outcome's wire name and fields.
type Named<'py> = (&'static str, Bound<'py, PyTuple>);

/// What to store of a state, and whether the clock went back.
type Next = ([u8; challenge::CHALLENGE_BYTES], bool);

/// The fields of `sceau.challenge.ChallengePolicy`.
#[derive(FromPyObject)]
pub(crate) struct ChallengePolicy {
    digits: Option<Digits>,
    lifetime_s: u64,
    attempts: u8,
    cooldown_s: u64,
    period_s: u64,
    issues: u8,
    failures: u16,
}

impl ChallengePolicy {
    fn core(&self) -> PyResult<challenge::ChallengePolicy> {
        let limits = ChallengeLimits {
            digits: self.digits.as_ref().map(Digits::digits).transpose()?,
            lifetime: Seconds::new(self.lifetime_s),
            attempts: self.attempts,
            cooldown: Seconds::new(self.cooldown_s),
            period: Seconds::new(self.period_s),
            issues: self.issues,
            failures: self.failures,
        };
        challenge::ChallengePolicy::new(limits).map_err(Raise::raise)
    }
}

/// The fields of `sceau.challenge.ChallengeBinding`.
#[derive(FromPyObject)]
pub(crate) struct ChallengeBinding {
    purpose: String,
    channel: String,
    user: TextOrBytes,
    destination: TextOrBytes,
}

impl ChallengeBinding {
    fn core(&self) -> PyResult<challenge::ChallengeBinding<'_>> {
        Ok(challenge::ChallengeBinding {
            purpose: named(ChallengePurpose::ALL, ChallengePurpose::name, &self.purpose)?,
            channel: named(ChallengeChannel::ALL, ChallengeChannel::name, &self.channel)?,
            user: &self.user,
            destination: &self.destination,
        })
    }
}

/// Digits, lifetime, attempts, cooldown, period, issues and failures of a policy.
type Limits = (Option<u8>, u64, u8, u64, u64, u8, u16);

/// Returns the numbers of the default policy: of e-mail and text messages, or of post.
#[pyfunction]
#[pyo3(signature = (*, post))]
pub(crate) fn challenge_defaults(post: bool) -> Limits {
    let limits = if post { ChallengeLimits::post() } else { ChallengeLimits::default() };
    let ChallengeLimits { digits, lifetime, attempts, cooldown, period, issues, failures } = limits;
    let digits = digits.map(code::Digits::get);
    (digits, lifetime.get(), attempts, cooldown.get(), period.get(), issues, failures)
}

/// Checks the numbers of a policy.
#[pyfunction]
#[pyo3(signature = (policy, /))]
pub(crate) fn challenge_policy(policy: ChallengePolicy) -> PyResult<()> {
    policy.core().map(drop)
}

/// Checks the length of a stored state; returns its bytes and its generation.
#[pyfunction]
#[pyo3(signature = (state, /))]
pub(crate) fn challenge_state(state: Bytes) -> PyResult<([u8; challenge::CHALLENGE_BYTES], u64)> {
    let state = open(&state)?;
    Ok((*state.as_bytes(), state.generation()))
}

#[pyfunction]
#[pyo3(signature = (previous, /, *, key, binding, entropy, now, policy))]
pub(crate) fn challenge_issue<'py>(
    py: Python<'py>,
    previous: Option<Bytes>,
    key: &ServiceKey,
    binding: ChallengeBinding,
    entropy: Bytes,
    now: u64,
    policy: ChallengePolicy,
) -> PyResult<(Named<'py>, Next)> {
    let previous = previous.as_ref().map(open).transpose()?;
    let entropy = <&[u8; 16]>::try_from(&*entropy)
        .map_err(|_| PyValueError::new_err("entropy has 16 bytes"))?;
    let (binding, policy, now) = (binding.core()?, policy.core()?, UnixTime::new(now));
    let issued = Challenge::issue(previous.as_ref(), &key.0, &binding, entropy, now, &policy)
        .map_err(Raise::raise)?;
    let next = (*issued.next.as_bytes(), issued.clock_back);
    Ok((issue_outcome(py, issued.outcome)?, next))
}

#[pyfunction]
#[pyo3(signature = (state, /, *, key, binding, typed, now))]
pub(crate) fn challenge_verify<'py>(
    py: Python<'py>,
    state: Bytes,
    key: &ServiceKey,
    binding: ChallengeBinding,
    typed: Text,
    now: u64,
) -> PyResult<(Named<'py>, Next)> {
    let verified = open(&state)?
        .verify(&key.0, &binding.core()?, &typed, UnixTime::new(now))
        .map_err(Raise::raise)?;
    let fields = match verified.outcome {
        ChallengeOutcome::Wrong { left } => PyTuple::new(py, [left])?,
        ChallengeOutcome::Accepted
        | ChallengeOutcome::Expired
        | ChallengeOutcome::Exhausted
        | ChallengeOutcome::AlreadyUsed
        | ChallengeOutcome::Malformed => PyTuple::empty(py),
    };
    let next = (*verified.next.as_bytes(), verified.clock_back);
    Ok(((verified.outcome.name(), fields), next))
}

#[pyfunction]
#[pyo3(signature = (state, /, *, key, binding, now))]
pub(crate) fn challenge_deliver<'py>(
    py: Python<'py>,
    state: Bytes,
    key: &ServiceKey,
    binding: ChallengeBinding,
    now: u64,
) -> PyResult<Named<'py>> {
    let outcome = open(&state)?
        .deliver(&key.0, &binding.core()?, UnixTime::new(now))
        .map_err(Raise::raise)?;
    let name = outcome.name();
    let fields = match outcome {
        DeliverOutcome::Live { code } => PyTuple::new(py, [to_python(py, code)?])?,
        DeliverOutcome::Expired | DeliverOutcome::Exhausted | DeliverOutcome::AlreadyUsed => {
            PyTuple::empty(py)
        }
    };
    Ok((name, fields))
}

#[pyfunction]
#[pyo3(signature = (state, /, *, key, binding, now))]
pub(crate) fn challenge_lift(
    state: Bytes,
    key: &ServiceKey,
    binding: ChallengeBinding,
    now: u64,
) -> PyResult<[u8; challenge::CHALLENGE_BYTES]> {
    let next = open(&state)?.lift(&key.0, &binding.core()?, UnixTime::new(now));
    Ok(*next.map_err(Raise::raise)?.as_bytes())
}

fn to_python(py: Python<'_>, code: ChallengeCode) -> PyResult<Bound<'_, PyAny>> {
    Ok(match code {
        ChallengeCode::Digits(code) => Bound::new(py, Code(code))?.into_any(),
        ChallengeCode::Letters(code) => Bound::new(py, LetterCode(code))?.into_any(),
    })
}

fn open(state: &Bytes) -> PyResult<Challenge> {
    Challenge::from_bytes(state).map_err(Raise::raise)
}

fn issue_outcome(py: Python<'_>, outcome: IssueOutcome) -> PyResult<Named<'_>> {
    let name = outcome.name();
    let fields = match outcome {
        IssueOutcome::Issued { code, expires } => {
            (to_python(py, code)?, expires.seconds()).into_pyobject(py)?
        }
        IssueOutcome::TooSoon { until } | IssueOutcome::TooMany { until } => {
            PyTuple::new(py, [until.seconds()])?
        }
        IssueOutcome::Disabled => PyTuple::empty(py),
    };
    Ok((name, fields))
}
