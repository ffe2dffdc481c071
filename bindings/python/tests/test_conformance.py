"""Runs every record of tests/vectors against the wheel: a port of tests/conformance.rs.

As a program it prints how many records each file has, and fails where one does not hold.
"""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))

from families import HANDLERS
from records import records, vector_files


def test_every_record_of_every_file_holds() -> None:
    assert run() == []


def test_a_file_without_a_handler_fails() -> None:
    assert set(vector_files()) == set(HANDLERS)


def run() -> list[str]:
    """Prints `name: N` for each file, and returns what does not hold."""
    failures = []
    for name, path in vector_files().items():
        handler = HANDLERS[name]
        found = records(path)
        for record in found:
            actual, expected = handler(record), record.text("expect")
            if actual != expected:
                failures.append(f"{name}: {record.comment}\n  not {actual}\n  but {expected}")
        print(f"{name}: {len(found)}")
    return failures


if __name__ == "__main__":
    sys.exit("\n".join(run()) or 0)
