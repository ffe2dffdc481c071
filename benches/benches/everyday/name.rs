//! Names: folded to a key, and compared.

use std::hint::black_box;

use criterion::Criterion;
use sceau::name::{compare, fold};

pub(crate) fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("name");
    group.bench_function("fold", |bench| bench.iter(|| fold(black_box("Séraphin-L'Écuyer"))));
    for (what, first, second) in [
        ("identical", "Séraphin", "Séraphin"),
        ("diacritics", "Élise", "ELISE"),
        ("saint", "St-Germain", "Saint-Germain"),
        ("different", "Séraphin", "Tremblay"),
    ] {
        group.bench_function(format!("compare/{what}"), |bench| {
            bench.iter(|| compare(black_box(first), black_box(second)));
        });
    }
    group.finish();
}
