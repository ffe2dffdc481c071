//! The state machines: from stored bytes to the state that is stored next.

use std::hint::black_box;

use criterion::Criterion;
use sceau::challenge::{
    Challenge, ChallengeBinding, ChallengeChannel, ChallengePolicy, ChallengePurpose,
};
use sceau::mac::ServiceKey;
use sceau::otp::RecoveryCodes;
use sceau::throttle::{Throttle, ThrottlePolicy};
use sceau::time::UnixTime;

const NOW: UnixTime = UnixTime::new(1_795_442_400);

fn service_key() -> ServiceKey {
    ServiceKey::new(1, &[7; 32]).expect("32 bytes")
}

pub(crate) fn challenge(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("challenge");
    let (key, policy) = (service_key(), ChallengePolicy::default());
    let binding = ChallengeBinding {
        purpose: ChallengePurpose::AddressValidation,
        channel: ChallengeChannel::Email,
        user: b"eseraphin",
        destination: b"elise.seraphin@example.org",
    };
    let first = Challenge::issue(None, &key, &binding, &[9; 16], NOW, &policy).expect("a state");
    let row = first.next.as_bytes();
    group.bench_function("issue", |bench| {
        bench.iter(|| Challenge::issue(None, &key, &binding, black_box(&[9; 16]), NOW, &policy));
    });
    group.bench_function("verify", |bench| {
        bench.iter(|| {
            let row = Challenge::from_bytes(black_box(row))?;
            row.verify(&key, &binding, black_box("996 728"), NOW)
        });
    });
    group.finish();
}

pub(crate) fn recovery(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("recovery");
    let key = service_key();
    let made = RecoveryCodes::generate(None, &key, b"eseraphin", &[9; 16]).expect("a state");
    let (row, code) = (made.next.as_bytes(), made.outcome[9].display());
    group.bench_function("generate", |bench| {
        bench.iter(|| RecoveryCodes::generate(None, &key, b"eseraphin", black_box(&[9; 16])));
    });
    group.bench_function("verify", |bench| {
        bench.iter(|| {
            let row = RecoveryCodes::from_bytes(black_box(row))?;
            row.verify(&key, b"eseraphin", black_box(code.as_str()))
        });
    });
    group.finish();
}

pub(crate) fn throttle(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("throttle");
    let (key, policy) = (service_key(), ThrottlePolicy::default());
    let first = Throttle::begin(None, &key, b"eseraphin", NOW, &policy).expect("a state");
    let row = first.next.as_bytes();
    group.bench_function("begin", |bench| {
        bench.iter(|| {
            let row = Throttle::from_bytes(black_box(row))?;
            Throttle::begin(Some(&row), &key, b"eseraphin", NOW, &policy)
        });
    });
    group.bench_function("succeed", |bench| {
        bench.iter(|| {
            let row = Throttle::from_bytes(black_box(row))?;
            row.succeed(&key, b"eseraphin", NOW)
        });
    });
    group.finish();
}
