"""The decimal digits of core/src/text/digit.rs against Python's copy of Unicode's data.

Python's may be of an earlier version: what it knows as a decimal digit must be one in the core, with
the same value; what only the core knows must be a character that Python's version had not assigned.
"""

import pathlib
import re
import sys
import unicodedata

SOURCE = pathlib.Path(__file__).parent.parent.parent / "core" / "src" / "text" / "digit.rs"


def differences(zeros):
    ours = {zero + value: value for zero in zeros for value in range(10)}
    for point in range(sys.maxunicode + 1):
        theirs = unicodedata.decimal(chr(point), None)
        assigned = unicodedata.category(chr(point)) != "Cn"
        if ours.get(point) != theirs and (assigned or theirs is not None):
            yield f"U+{point:04X}: {ours.get(point)} here, {theirs} in Python"


def main():
    table = SOURCE.read_text("utf-8").split("const ZEROS", 1)[1].split("];", 1)[0]
    zeros = [int(zero, 16) for zero in re.findall(r"0x([0-9a-f]+)", table)]
    found = list(differences(zeros))
    # Controls: a script left out, a run that begins a character late, a letter taken for a digit.
    for wrong in (zeros[:-1], [*zeros[:-1], zeros[-1] + 1], [*zeros, 0x4F]):
        assert list(differences(wrong)), "a wrong table was not seen"
    if found:
        sys.exit("\n".join(found))
    print(f"digits: {len(zeros)} runs of ten agree with Unicode {unicodedata.unidata_version}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
