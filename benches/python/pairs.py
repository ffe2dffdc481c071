"""Pairs of neighbours, as in `benches/src/pairs.rs`: ours and theirs in turn, and their ratios."""

import statistics
import time
from collections.abc import Callable

RUNS, PAIRS = 5, 101


def seconds(work: Callable[[], object]) -> float:
    """Returns how long `work` takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def compare(
    ours: Callable[[], object], theirs: Callable[[], object], pairs: int = PAIRS
) -> list[float]:
    """Returns the columns: of the ratios of the time of ours to that of theirs, run in turn."""
    ours()
    theirs()
    ratios, medians = list[float](), list[float]()
    for _ in range(RUNS):
        run = list[float]()
        for pair in range(pairs):
            if pair % 2:
                other = seconds(theirs)
                run.append(seconds(ours) / other)
            else:
                mine = seconds(ours)
                run.append(mine / seconds(theirs))
        medians.append(statistics.median(run))
        ratios += run
    lower, _, upper = statistics.quantiles(ratios, n=4, method="inclusive")
    middle = statistics.median(medians)
    return [middle, min(medians), max(medians), lower, upper, min(ratios), max(ratios)]


def row(work: str, peer: str, columns: list[float]) -> None:
    """Prints one row."""
    middle, *ends = (f"{column:.3f}" for column in columns)
    runs, quartiles, extremes = ("..".join(ends[i : i + 2]) for i in (0, 2, 4))
    print(f"{work:<15} {peer:<38} {middle:>6}  {runs:<13} {quartiles:<13} {extremes}")
