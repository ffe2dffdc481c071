//! Stored passwords. Hashing and verifying release the GIL.

use pyo3::prelude::*;
use sceau::password::{
    self, AcceptLimits, PasswordAlgorithm, PasswordContext, PasswordOutcome, PasswordReason,
};

use crate::error::Raise;
use crate::input::{Bytes, Text, TextOrBytes, named};

/// The fields of `sceau.password.AcceptPolicy`.
#[derive(FromPyObject)]
pub(crate) struct AcceptPolicy {
    min_iterations: u32,
    max_iterations: u32,
    min_salt_bytes: u8,
    unchecked: bool,
}

impl AcceptPolicy {
    fn core(&self) -> PyResult<password::AcceptPolicy> {
        let Self { min_iterations, max_iterations, min_salt_bytes, unchecked } = *self;
        let limits = AcceptLimits { min_iterations, max_iterations, min_salt_bytes };
        if unchecked {
            return Ok(password::AcceptPolicy::unchecked_policy(limits));
        }
        password::AcceptPolicy::new(limits).map_err(Raise::raise)
    }
}

/// The fields of `sceau.password.CreatePolicy`.
#[derive(FromPyObject)]
pub(crate) struct CreatePolicy {
    algorithm: String,
    iterations: u32,
    unchecked: bool,
}

impl CreatePolicy {
    fn core(&self) -> PyResult<password::CreatePolicy> {
        let (algorithm, iterations) = (algorithm(&self.algorithm)?, self.iterations);
        if self.unchecked {
            return Ok(password::CreatePolicy::unchecked_policy(algorithm, iterations));
        }
        password::CreatePolicy::new(algorithm, iterations).map_err(Raise::raise)
    }
}

/// Returns the fewest and the most iterations and the shortest salt that are accepted by default.
#[pyfunction]
pub(crate) fn accept_defaults() -> (u32, u32, u8) {
    let limits = AcceptLimits::default();
    (limits.min_iterations, limits.max_iterations, limits.min_salt_bytes)
}

/// Checks the numbers of a policy.
#[pyfunction]
#[pyo3(signature = (policy, /))]
pub(crate) fn accept_policy(policy: AcceptPolicy) -> PyResult<()> {
    policy.core().map(drop)
}

/// Checks the numbers of a policy.
#[pyfunction]
#[pyo3(signature = (policy, /))]
pub(crate) fn create_policy(policy: CreatePolicy) -> PyResult<()> {
    policy.core().map(drop)
}

#[pyfunction]
#[pyo3(signature = (name, /))]
pub(crate) fn recommended_iterations(name: &str) -> PyResult<u32> {
    Ok(algorithm(name)?.recommended_iterations())
}

/// Returns a PHC string.
#[pyfunction]
#[pyo3(signature = (password, /, *, salt, create))]
pub(crate) fn password_hash(
    py: Python<'_>,
    password: TextOrBytes,
    salt: Bytes,
    create: CreatePolicy,
) -> PyResult<String> {
    let create = create.core()?;
    let hashed = py.detach(|| password::hash(&password, &salt, &create));
    Ok(hashed.map_err(Raise::raise)?.as_str().to_owned())
}

/// Returns the outcome's wire name, and the reason of `match_rehash`.
#[pyfunction]
#[pyo3(signature = (password, /, *, stored, accept, create))]
pub(crate) fn password_verify(
    py: Python<'_>,
    password: TextOrBytes,
    stored: TextOrBytes,
    accept: AcceptPolicy,
    create: CreatePolicy,
) -> PyResult<(&'static str, Vec<&'static str>)> {
    let (accept, create) = (accept.core()?, create.core()?);
    let verified = py.detach(|| password::verify(&password, &stored, &accept, &create));
    verified.map(outcome).map_err(Raise::raise)
}

/// Returns the outcome's wire name.
#[pyfunction]
#[pyo3(signature = (password, /, *, create))]
pub(crate) fn password_verify_absent(
    py: Python<'_>,
    password: TextOrBytes,
    create: CreatePolicy,
) -> PyResult<(&'static str, Vec<&'static str>)> {
    let create = create.core()?;
    let verified = py.detach(|| password::verify_absent(&password, &create));
    verified.map(outcome).map_err(Raise::raise)
}

/// Returns the wire names of the rules that a password breaks.
#[pyfunction]
#[pyo3(signature = (password, /, *, policy, user_name))]
pub(crate) fn password_check(
    password: TextOrBytes,
    policy: &str,
    user_name: Text,
) -> PyResult<Vec<&'static str>> {
    let policies = [("sag_2024", password::PasswordPolicy::SAG_2024)];
    let (_, policy) = named(&policies, |(name, _)| name, policy)?;
    let context = PasswordContext { user_name: &user_name };
    let reasons = policy.check(&password, &context).map_err(Raise::raise)?;
    Ok(reasons.iter().map(|reason: PasswordReason| reason.name()).collect())
}

fn outcome(outcome: PasswordOutcome) -> (&'static str, Vec<&'static str>) {
    let fields = match outcome {
        PasswordOutcome::MatchRehash { why } => vec![why.name()],
        PasswordOutcome::Match | PasswordOutcome::Mismatch => vec![],
    };
    (outcome.name(), fields)
}

fn algorithm(name: &str) -> PyResult<PasswordAlgorithm> {
    let all = [PasswordAlgorithm::Sha256, PasswordAlgorithm::Sha512];
    named(&all, PasswordAlgorithm::name, name)
}
