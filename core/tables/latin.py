#!/usr/bin/env python3
"""Writes core/src/text/tables.rs: Latin decompositions, marks and key letters.

`latin.py` writes the file; `latin.py --check` compares it and fails if it has drifted.
"""

import sys
import unicodedata
from pathlib import Path

TABLES = Path(__file__).resolve().parent.parent / "src" / "text" / "tables.rs"

# Canonical decompositions of assigned characters never change (Unicode's stability policy), so any
# later version writes the same tables.
UNICODE = "14.0.0"

BLOCKS = [range(0x00C0, 0x0250), range(0x1E00, 0x1F00)]
INERT = [range(0x0020, 0x00C0), range(0x2010, 0x2028), range(0x20A0, 0x20C0)]
# The base of U+01EF lies outside the blocks.
EZH = 0x0292
FIRST_MARK = 0x0300
# Pairs of supported characters whose composite is not supported: nfc.rs refuses them.
ODD_PAIRS = [(0x00A8, 0x0300), (0x00A8, 0x0301)]

# The key letters of letters that have no canonical decomposition (upper case, then lower case).
KEYS = {
    "Ææ": "AE", "Œœ": "OE", "Ĳĳ": "IJ", "ẞß": "SS", "Þþ": "TH",
    "Øø": "O", "Đđ": "D", "Ðð": "D", "Ħħ": "H", "Łł": "L", "Ŋŋ": "N", "Ŧŧ": "T", "Ŀŀ": "L",
    "ı": "I", "ĸ": "K", "ŉ": "N", "ſ": "S",
}


def main():
    version = unicodedata.unidata_version
    if [int(n) for n in version.split(".")] < [int(n) for n in UNICODE.split(".")]:
        sys.exit(f"latin.py: needs Unicode {UNICODE} or later, this Python has {version}")
    pairs = {c: pair for block in BLOCKS for c in block if (pair := decomposition(c))}
    marks = sorted({mark for _, mark in pairs.values()})
    check_closure(pairs, marks)
    text = render(pairs, marks)
    if "--check" not in sys.argv[1:]:
        TABLES.write_text(text, encoding="utf-8")
    elif TABLES.read_text(encoding="utf-8") != text:
        sys.exit(f"latin.py: {TABLES.name} has drifted; run latin.py and commit the result")


def decomposition(code):
    """Returns the canonical (base, mark) of a character, or None."""
    fields = unicodedata.decomposition(chr(code)).split()
    if not fields or fields[0].startswith("<"):
        return None
    base, mark = (int(field, 16) for field in fields)
    return base, mark


def check_closure(pairs, marks):
    """Checks what the Rust code relies on: two levels at most, and no composite left out."""
    starters = [c for block in BLOCKS + INERT for c in block] + [EZH]
    assert set(base for base, _ in pairs.values()) <= set(starters)
    assert all(pairs.get(pairs[base][0]) is None for base, _ in pairs.values() if base in pairs)
    assert all(unicodedata.combining(chr(c)) == 0 for c in starters)
    composed = {}
    for base in starters:
        for mark in marks:
            text = unicodedata.normalize("NFC", chr(base) + chr(mark))
            # Â with a dot below is Ạ with a circumflex: composed, but not out of this pair.
            if len(text) == 1 and decomposition(ord(text)) == (base, mark):
                composed[base, mark] = ord(text)
    inside = {pair: code for code, pair in pairs.items()}
    odd = [pair for pair in composed if pair not in inside]
    assert odd == ODD_PAIRS, odd
    assert all(composed[pair] == code for pair, code in inside.items())
    assert all(unicodedata.normalize("NFC", chr(c)) == chr(c) for c in starters + marks)


def render(pairs, marks):
    shapes = shapes_of_keys()
    first, second = [], []
    for code in (c for block in BLOCKS for c in block):
        if code in pairs:
            base, mark = pairs[code]
            first.append(base)
            second.append(0x80 | (mark - FIRST_MARK))
        else:
            key, shape = shapes.get(code, ("", 0))
            first.append(int.from_bytes(key.encode("ascii").ljust(2, b"\0"), "big"))
            second.append(shape)
    composites = sorted(pairs, key=pairs.get)
    classes = [
        unicodedata.combining(chr(c)) if c in marks else 0
        for c in range(FIRST_MARK, marks[-1] + 1)
    ]
    size = 2 * len(first) + len(second) + 2 * len(composites) + len(classes)
    return HEADER.format(version=UNICODE, size=size) + "".join([
        array("VALUES", "u16", first, 4, DOC_VALUES),
        array("SHAPES", "u8", second, 2, DOC_SHAPES),
        array("COMPOSITES", "u16", composites, 4, DOC_COMPOSITES),
        array("CLASSES", "u8", classes, 2, DOC_CLASSES.format(count=len(marks))),
    ])


def shapes_of_keys():
    """Returns code -> (key letters, shape): bit 0 lower case, bits 1 and 2 which letter of the key.

    Two letters with one key (Đ and Ð) get different numbers, from 1; a plain letter has 0.
    """
    shapes, used = {}, {}
    for letters, key in KEYS.items():
        number = used[key] = used.get(key, 0) + 1
        assert number < 4
        for letter in letters:
            lower = unicodedata.category(letter) == "Ll"
            shapes[ord(letter)] = (key, number << 1 | lower)
    return shapes


def array(name, kind, values, width, doc):
    lines = [f"\n/// {line}\n" for line in [doc.replace("\n", "\n/// ")]]
    lines.append(f"pub(super) static {name}: [{kind}; {len(values)}] = [\n")
    per_line = 96 // (width + 4)
    for start in range(0, len(values), per_line):
        row = ", ".join(f"0x{value:0{width}X}" for value in values[start:start + per_line])
        lines.append(f"    {row},\n")
    lines.append("];\n")
    return "".join(lines)


HEADER = """\
//! Generated by `tables/latin.py` from Unicode {version}: do not edit. {size} bytes in all.
"""
DOC_VALUES = """\
For each character of U+00C0–024F, then of U+1E00–1EFF: the base of its canonical decomposition,
or, if it has none, its one or two key letters (the first in the high byte), or 0."""
DOC_SHAPES = """\
For each of the same: 0x80 and the mark's distance from U+0300; or, without a decomposition,
bit 0 for lower case and above it the number that tells apart letters of one key, or 0."""
DOC_COMPOSITES = "The characters that decompose, in the order of their bases, then of their marks."
DOC_CLASSES = "The canonical combining classes from U+0300 on, 0 where none of the {count} marks is."

if __name__ == "__main__":
    main()
