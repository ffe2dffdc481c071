//! Identifiers: parsed and checked, as for each row of a table.

use std::hint::black_box;

use criterion::Criterion;
use sceau::identifier::{
    AssessmentNotice, BirthDate, CardReference, EmailAddress, Identifier, Nam, Nas, Username,
};
use sceau::time::Date;

pub(crate) fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("identifier");
    let today = Date::new(2026, 11, 23).expect("a day that exists");
    group.bench_function("nam/parse_check", |bench| {
        bench.iter(|| Nam::parse(black_box("sere 7561-3018")).and_then(|nam| nam.check(today)));
    });
    group.bench_function("nas/parse_check", |bench| {
        bench.iter(|| Nas::parse(black_box("130 692 544")).and_then(|nas| nas.check()));
    });
    group.bench_function("nas/digits", |bench| {
        bench.iter(|| Nas::parse(black_box("130692544")).and_then(|nas| nas.check()));
    });
    group.bench_function("nas/refused", |bench| {
        bench.iter(|| Nas::parse(black_box("130 692 54A")));
    });
    group.bench_function("assessment_notice/parse", |bench| {
        bench.iter(|| AssessmentNotice::parse(black_box("q12-3abc 4567")));
    });
    group.bench_function("card_reference/parse", |bench| {
        bench.iter(|| CardReference::parse(black_box("125 478 569")));
    });
    group.bench_function("birth_date/parse", |bench| {
        bench.iter(|| BirthDate::parse(black_box("1975/11/30")));
    });
    group.bench_function("username/parse", |bench| {
        bench.iter(|| Username::parse(black_box("eseraphin")));
    });
    group.bench_function("email_address/parse", |bench| {
        bench.iter(|| EmailAddress::parse(black_box(" Elise.Seraphin@EXAMPLE.org")));
    });
    group.finish();
}
