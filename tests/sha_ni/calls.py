"""Reads where a linked x86-64 program runs SHA-1 and SHA-256 with SHA-NI: calls.py PROGRAM CPU.

Exits with 1 unless, for each of the two, its gate in core/src/mac/hash.rs is there once and called;
every round is in the gate, or in a function that the gate alone calls; and no function with a round
has a register of 256 or 512 bits.
"""

import re
import subprocess
import sys

GATES = {
    "sha1rnds4": "sceau::mac::hash::compress_sha1",
    "sha256rnds2": "sceau::mac::hash::compress_sha256",
}
FUNCTION = re.compile(r"([0-9a-f]+) <(.*?)(?:::h[0-9a-f]{16})?>:$")
INSTRUCTION = re.compile(r" +[0-9a-f]+:\t(?:data16 |cs |rex\S* )*(\S+) *(.*)$")
TARGET = re.compile(r"([0-9a-f]+) <")
WIDE = re.compile(r"%[yz]mm")


class Function:
    """One function of the program, as the linker left it."""

    def __init__(self, name):
        self.name = name
        self.rounds = set()
        self.targets = set()
        self.wide = False

    def add(self, mnemonic, operands):
        if mnemonic in GATES:
            self.rounds.add(mnemonic)
        if mnemonic.startswith(("call", "j")) and (target := TARGET.match(operands)):
            self.targets.add(target[1])
        self.wide = self.wide or bool(WIDE.search(operands))


def disassemble(program):
    """Returns the functions by the address that they begin at."""
    run = ["objdump", "--disassemble", "--demangle", "--no-show-raw-insn", program]
    functions, current = {}, None
    for line in subprocess.run(run, capture_output=True, check=True, text=True).stdout.splitlines():
        if begin := FUNCTION.match(line):
            current = functions[begin[1].lstrip("0")] = Function(begin[2])
        elif current and (instruction := INSTRUCTION.match(line)):
            current.add(*instruction.groups())
    return functions


def callers(functions, addresses):
    """Returns who calls any of the addresses and is not one of them."""
    return {
        address
        for address, function in functions.items()
        if address not in addresses and not function.targets.isdisjoint(addresses)
    }


def fault(functions, mnemonic):
    """Returns what is wrong with the instruction of one hash, or nothing."""
    gates = {address for address, each in functions.items() if each.name == GATES[mnemonic]}
    if len(gates) != 1:
        return f"{GATES[mnemonic]} is there {len(gates)} times"
    if not callers(functions, gates):
        return f"nothing calls {GATES[mnemonic]}"
    rounds = {address for address, each in functions.items() if mnemonic in each.rounds}
    if not rounds:
        return f"there is no {mnemonic} to check"
    for address in rounds:
        name = functions[address].name
        if functions[address].wide:
            return f"{name} has {mnemonic} and wide registers"
        if address not in gates and callers(functions, {address}) != gates:
            return f"{name} has {mnemonic}, and not the gate alone calls it"
    return None


def main(program, cpu):
    functions = disassemble(program)
    for mnemonic in GATES:
        if why := fault(functions, mnemonic):
            sys.exit(f"sha-ni: for {cpu}: {why}")
    print(f"sha-ni: for {cpu}: SHA-1 and SHA-256 each run in one function, without wide registers")


main(*sys.argv[1:])
