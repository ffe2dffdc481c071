"""What must hold of a race, whoever was quicker and whoever was killed: DESIGN.md, stored state."""

from collections import Counter
from collections.abc import Sequence

from sceau.challenge import Challenge, ChallengePolicy

from asks import Ask, Attempt, Row, Status, answer

ATTEMPTS = ChallengePolicy().attempts


State = Challenge | None
Path = tuple[State, tuple[tuple[Ask, int], ...]]
"""A state that the row may have had, and the attempts that were cut off and are not in it yet."""


def broken(
    row: Row, first: State, attempts: Sequence[Attempt], last: State, right: str
) -> str | None:
    """Returns the first law that does not hold, or None."""
    for law in (at_most_one, no_more_than_allowed, somebody):
        said = law(attempts, right)
        if said is not None:
            return said
    return history(row, first, attempts, last)


def at_most_one(attempts: Sequence[Attempt], right: str) -> str | None:
    told = answers(attempts)
    if told["issued"] > 1:
        return "issued twice"
    return "accepted twice" if told["accepted"] > 1 else None


def no_more_than_allowed(attempts: Sequence[Attempt], right: str) -> str | None:
    told = answers(attempts)
    wrong = {said: count for said, count in told.items() if said.startswith("wrong ")}
    if sum(wrong.values()) > ATTEMPTS:
        return "more guesses than attempts"
    return "one attempt told twice" if any(count > 1 for count in wrong.values()) else None


def somebody(attempts: Sequence[Attempt], right: str) -> str | None:
    """Zero accepted only with exhausted; with right codes only, exactly one."""
    told = answers(attempts)
    tried = any(attempt.ask.typed == right for attempt in attempts)
    unknown = any(attempt.status in (Status.UNBORN, Status.BEGUN) for attempt in attempts)
    if not tried or unknown or told["accepted"]:
        return None
    if any(attempt.ask.typed not in (None, right) for attempt in attempts) and told["exhausted"]:
        return None
    return "nobody accepted"


def history(row: Row, first: State, attempts: Sequence[Attempt], last: State) -> str | None:
    """The row is what the machine makes of the attempts, one after the other.

    The attempts that were told stand at their generations, with what they were told. Each
    generation between is one of those that were cut off. So what was told is committed, and what
    was not asked never happened.
    """
    begin, end = generation(first), generation(last)
    told: dict[int, Attempt] = {}
    for attempt in attempts:
        if attempt.status == Status.TOLD:
            if attempt.generation in told:
                return "two answers from one state"
            told[attempt.generation] = attempt
    if any(not begin < number <= end for number in told):
        return "told and not stored"
    cut_off = Counter(attempt.ask for attempt in attempts if attempt.status == Status.BEGUN)
    paths: set[Path] = {(first, counted(cut_off))}
    for number in range(begin + 1, end + 1):
        paths = steps(row, paths, told.get(number))
    if any(state == last for state, _ in paths):
        return None
    return "a state that the machine does not make"


def steps(row: Row, paths: set[Path], told: Attempt | None) -> set[Path]:
    """Moves every path on by one generation."""
    found: set[Path] = set()
    for state, cut_off in paths:
        for ask, _ in cut_off if told is None else [(told.ask, 1)]:
            if state is None and ask.typed is not None:
                continue
            made = ask.run(row, state)
            if told is None:
                found.add((made.next, counted(Counter(dict(cut_off)) - Counter([ask]))))
            elif answer(made.outcome) == told.answer:
                found.add((made.next, cut_off))
    return found


def counted(cut_off: Counter[Ask]) -> tuple[tuple[Ask, int], ...]:
    return tuple(sorted(cut_off.items(), key=lambda pair: (pair[0].typed or "", pair[0].entropy)))


def generation(state: State) -> int:
    return 0 if state is None else state.generation


def answers(attempts: Sequence[Attempt]) -> Counter[str]:
    return Counter(attempt.answer for attempt in attempts if attempt.status == Status.TOLD)

