//! Names: folded to a key, and compared.

use std::hint::black_box;

use criterion::Criterion;
use sceau::name::{compare, fold};

pub(crate) fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("name");
    for (what, name) in [
        ("letters", "Tremblay"),
        ("accents", "Séraphin-L'Écuyer"),
        ("decomposed", "He\u{301}le\u{300}ne"),
        // Read unit by unit.
        ("full_width", "Ｔｒｅｍｂｌａｙ"),
    ] {
        group.bench_function(format!("fold/{what}"), |bench| bench.iter(|| fold(black_box(name))));
    }
    for (what, first, second) in [
        ("identical", "Séraphin", "Séraphin"),
        ("case", "Tremblay", "TREMBLAY"),
        ("diacritics", "Élise", "ELISE"),
        ("typography", "Marie-Josée", "Marie Josée"),
        ("saint", "St-Germain", "Saint-Germain"),
        ("different", "Séraphin", "Tremblay"),
    ] {
        group.bench_function(format!("compare/{what}"), |bench| {
            bench.iter(|| compare(black_box(first), black_box(second)));
        });
    }
    group.finish();
}
