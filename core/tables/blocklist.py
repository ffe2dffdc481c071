#!/usr/bin/env python3
"""Writes core/src/password/rules/blocklist.bin: an xor filter of the most common passwords.

`blocklist.py` writes the file; `blocklist.py --check` compares it and fails if it has drifted;
`blocklist.py --list` prints every password that is in it. The lists are blocklist/*.txt.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TABLE = HERE.parent / "src" / "password" / "rules" / "blocklist.bin"
MOST_BYTES = 48 * 1024
# No policy takes a password of fewer characters, so that they need no place.
LEAST_CHARACTERS = 8
MASK = (1 << 64) - 1

# What people put behind a word to make it a password, for the words of quebec.txt.
SUFFIXES = ["", "1", "12", "123", "1234", "12345", "!", "1!", "123!", "01", "69", "99", "007"]
YEARS = [str(year) for year in range(2010, 2031)] + [f"{year}!" for year in range(2020, 2031)]


def main():
    passwords = listed()
    if "--list" in sys.argv[1:]:
        print("\n".join(passwords))
        return
    table = build([hash_of(password) for password in passwords])
    if len(table) > MOST_BYTES:
        sys.exit(f"blocklist.py: {len(table)} bytes, and there is room for {MOST_BYTES}")
    if "--check" not in sys.argv[1:]:
        TABLE.write_bytes(table)
    elif TABLE.read_bytes() != table:
        sys.exit(f"blocklist.py: {TABLE.name} has drifted; run blocklist.py and commit the result")
    print(f"blocklist: {len(passwords)} passwords in {len(table)} bytes")


def listed():
    """Returns the folded passwords of both lists, sorted."""
    passwords = set(lines("public.txt"))
    section = None
    for line in lines("quebec.txt"):
        if line.startswith("["):
            section = line
            continue
        endings = {"[alone]": [""], "[suffixes]": SUFFIXES, "[years]": SUFFIXES + YEARS}[section]
        passwords.update(line + ending for ending in endings)
        if section != "[alone]":
            passwords.add(line + line)
    assert all(password.isascii() and password.isprintable() for password in passwords)
    return sorted({p.upper() for p in passwords if len(p) >= LEAST_CHARACTERS})


def lines(name):
    for line in (HERE / "blocklist" / name).read_text(encoding="ascii").splitlines():
        if line and not line.startswith("# "):
            yield line


def hash_of(folded):
    """FNV-1a, 64 bits."""
    state = 0xCBF29CE484222325
    for byte in folded.encode("ascii"):
        state = (state ^ byte) * 0x100000001B3 & MASK
    return state


def mix(state):
    """The finalizer of SplitMix64."""
    state = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & MASK
    state = (state ^ state >> 27) * 0x94D049BB133111EB & MASK
    return state ^ state >> 31


def places(state, third):
    """Returns one place in each third of the table."""
    for part, by in enumerate((0, 21, 42)):
        turned = (state << by | state >> (64 - by)) & MASK
        yield part * third + ((turned & 0xFFFFFFFF) * third >> 32)


def build(hashes):
    """Returns the table: the seed, then the fingerprints, little-endian."""
    assert len(set(hashes)) == len(hashes)
    third = (len(hashes) * 123 // 100 + 32 + 2) // 3
    for seed in range(1000):
        mixed = [mix(state ^ seed) for state in hashes]
        order = peel(mixed, third)
        if order is not None:
            return seed.to_bytes(8, "little") + fill(order, third)
    sys.exit("blocklist.py: no seed fits")


def peel(mixed, third):
    """Returns the hashes with a place of their own, those to be placed last first; or None."""
    keys, counts = [0] * (3 * third), [0] * (3 * third)
    for state in mixed:
        for place in places(state, third):
            keys[place] ^= state
            counts[place] += 1
    order, alone = [], [place for place, count in enumerate(counts) if count == 1]
    while alone:
        place = alone.pop()
        if counts[place] != 1:
            continue
        state = keys[place]
        order.append((state, place))
        for other in places(state, third):
            keys[other] ^= state
            counts[other] -= 1
            if counts[other] == 1:
                alone.append(other)
    return order if len(order) == len(mixed) else None


def fill(order, third):
    fingerprints = [0] * (3 * third)
    for state, place in reversed(order):
        value = (state ^ state >> 32) & 0xFFFF
        for other in places(state, third):
            value ^= fingerprints[other]
        fingerprints[place] = value
    return b"".join(value.to_bytes(2, "little") for value in fingerprints)


if __name__ == "__main__":
    main()
