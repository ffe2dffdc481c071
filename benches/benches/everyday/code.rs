//! One-time codes. Every verification computes its whole window, whatever was typed.

use std::hint::black_box;

use criterion::Criterion;
use sceau::code::Digits;
use sceau::otp::{Hotp, OtpAlgorithm, OtpSecret, Totp, TotpWindow};
use sceau::time::{Seconds, UnixTime};

const ALGORITHMS: [(&str, OtpAlgorithm); 3] = [
    ("sha1", OtpAlgorithm::Sha1),
    ("sha256", OtpAlgorithm::Sha256),
    ("sha512", OtpAlgorithm::Sha512),
];

pub(crate) fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("otp");
    let secret = OtpSecret::new(b"12345678901234567890").expect("twenty bytes");
    let (period, now) = (Seconds::new(30), UnixTime::new(1_795_442_400));
    for (name, algorithm) in ALGORITHMS {
        let totp = Totp::new(algorithm, Digits::SIX, period, TotpWindow::DEFAULT)
            .expect("RFC 6238's period");
        group.bench_function(format!("totp/code/{name}"), |bench| {
            bench.iter(|| totp.code(&secret, black_box(now)));
        });
        group.bench_function(format!("totp/verify/{name}"), |bench| {
            bench.iter(|| totp.verify(&secret, black_box("287 082"), now, None));
        });
    }
    for look_ahead in [0, 10] {
        let hotp = Hotp::new(OtpAlgorithm::Sha1, Digits::SIX, look_ahead).expect("100 or fewer");
        group.bench_function(format!("hotp/verify/look_ahead_{look_ahead}"), |bench| {
            bench.iter(|| hotp.verify(&secret, black_box("287 082"), 1));
        });
    }
    group.finish();
}
