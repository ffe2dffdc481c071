//! Stored passwords, at 1,000 iterations.

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use sceau::password::{
    AcceptLimits, AcceptPolicy, CreatePolicy, IterationRange, PasswordAlgorithm, PasswordContext,
    PasswordPolicy, hash, verify, verify_absent,
};
use sceau_benches::password::{PASSWORD, SALT};

const ITERATIONS: u32 = 1_000;

pub(crate) fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("password");
    group.throughput(Throughput::Elements(u64::from(ITERATIONS)));
    let iterations = IterationRange { min: ITERATIONS, ..IterationRange::DEFAULT };
    let limits = AcceptLimits { sha256: iterations, sha512: iterations, ..AcceptLimits::DEFAULT };
    let accept = AcceptPolicy::new(limits).expect("limits within their ranges");
    for algorithm in [PasswordAlgorithm::Sha256, PasswordAlgorithm::Sha512] {
        let create = CreatePolicy::unchecked_policy(algorithm, ITERATIONS);
        let name = algorithm.name();
        let stored = hash(PASSWORD, SALT, &create).expect("a password and a salt");
        group.bench_function(format!("hash/{name}"), |bench| {
            bench.iter(|| hash(black_box(PASSWORD), SALT, &create));
        });
        group.bench_function(format!("verify/{name}"), |bench| {
            bench.iter(|| verify(black_box(PASSWORD), stored.as_bytes(), &accept, &create));
        });
        group.bench_function(format!("verify_absent/{name}"), |bench| {
            bench.iter(|| verify_absent(black_box(PASSWORD), &create));
        });
    }
    group.throughput(Throughput::Elements(1));
    let context = PasswordContext { user_name: "eseraphin", ..PasswordContext::default() };
    group.bench_function("rules/sag_2024", |bench| {
        bench.iter(|| PasswordPolicy::SAG_2024.check(black_box(PASSWORD), &context));
    });
    group.finish();
}
