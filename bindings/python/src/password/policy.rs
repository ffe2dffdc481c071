//! What may still log in, and what may be newly made.

use std::collections::HashSet;
use std::time::Duration;

use pyo3::prelude::*;
use sceau::password::{
    self, AcceptLimits, Argon2Limits, IterationRange, PasswordAlgorithm, PasswordDigest,
    StoredFormat,
};

use crate::error::Raise;
use crate::input::named;

/// The fields of `sceau.password.IterationRange`.
#[derive(FromPyObject)]
struct Range {
    min: u32,
    max: u32,
}

impl From<Range> for IterationRange {
    fn from(Range { min, max }: Range) -> Self {
        Self { min, max }
    }
}

/// The fields of `sceau.password.Argon2Limits`.
#[expect(clippy::struct_field_names, reason = "as Python names them")]
#[derive(FromPyObject)]
struct Argon2 {
    max_memory_kib: u32,
    max_passes: u32,
    max_lanes: u32,
}

/// The fields of `sceau.password.AcceptPolicy`.
#[derive(FromPyObject)]
pub(crate) struct AcceptPolicy {
    formats: HashSet<String>,
    sha1: Range,
    sha256: Range,
    sha512: Range,
    min_salt_bytes: u8,
    min_key_bytes: u8,
    argon2: Argon2,
    require_pepper: bool,
    unchecked: bool,
}

impl AcceptPolicy {
    pub(super) fn core(self) -> PyResult<password::AcceptPolicy> {
        let format = |name: &String| named(StoredFormat::ALL, StoredFormat::name, name);
        let Argon2 { max_memory_kib, max_passes, max_lanes } = self.argon2;
        let limits = AcceptLimits {
            formats: self.formats.iter().map(format).collect::<PyResult<_>>()?,
            sha1: self.sha1.into(),
            sha256: self.sha256.into(),
            sha512: self.sha512.into(),
            min_salt_bytes: self.min_salt_bytes,
            min_key_bytes: self.min_key_bytes,
            argon2: Argon2Limits { max_memory_kib, max_passes, max_lanes },
            require_pepper: self.require_pepper,
        };
        if self.unchecked {
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
    pub(super) fn core(&self) -> PyResult<password::CreatePolicy> {
        let (algorithm, iterations) = (algorithm(&self.algorithm)?, self.iterations);
        if self.unchecked {
            return Ok(password::CreatePolicy::unchecked_policy(algorithm, iterations));
        }
        password::CreatePolicy::new(algorithm, iterations).map_err(Raise::raise)
    }
}

/// Returns what is accepted by default: the formats, the range of iterations, the shortest salt and
/// key.
#[pyfunction]
pub(crate) fn accept_defaults() -> (Vec<&'static str>, (u32, u32), u8, u8) {
    let limits = AcceptLimits::DEFAULT;
    let formats = limits.formats.iter().map(|format| format.name()).collect();
    let IterationRange { min, max } = IterationRange::DEFAULT;
    (formats, (min, max), limits.min_salt_bytes, limits.min_key_bytes)
}

/// Returns the most memory in KiB, passes and lanes of Argon2id that are accepted by default.
#[pyfunction]
pub(crate) fn argon2_defaults() -> (u32, u32, u32) {
    let Argon2Limits { max_memory_kib, max_passes, max_lanes } = Argon2Limits::DEFAULT;
    (max_memory_kib, max_passes, max_lanes)
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

/// Returns OWASP's figure for an algorithm.
#[pyfunction]
#[pyo3(signature = (name, /))]
pub(crate) fn recommended_iterations(name: &str) -> PyResult<u32> {
    Ok(algorithm(name)?.recommended_iterations())
}

/// Returns how many iterations last `target_ns` where `done` of them took `taken_ns`.
#[pyfunction]
#[pyo3(signature = (name, /, *, done, taken_ns, target_ns))]
pub(crate) fn calibrated_iterations(
    name: &str,
    done: u32,
    taken_ns: u64,
    target_ns: u64,
) -> PyResult<u32> {
    let (taken, target) = (Duration::from_nanos(taken_ns), Duration::from_nanos(target_ns));
    Ok(algorithm(name)?.calibrated_iterations(done, taken, target))
}

pub(super) fn digest(name: &str) -> PyResult<PasswordDigest> {
    named(PasswordDigest::ALL, PasswordDigest::name, name)
}

fn algorithm(name: &str) -> PyResult<PasswordAlgorithm> {
    let all = [PasswordAlgorithm::Sha256, PasswordAlgorithm::Sha512];
    named(&all, PasswordAlgorithm::name, name)
}
