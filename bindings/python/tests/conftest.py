"""What tests with random inputs share. A failure prints the seed, which SCEAU_SEED repeats."""

import os
import random
from collections.abc import Iterator

import pytest

SEED = os.environ.get("SCEAU_SEED") or os.urandom(8).hex()


@pytest.fixture
def rng() -> Iterator[random.Random]:
    print(f"SCEAU_SEED={SEED}")
    yield random.Random(SEED)
