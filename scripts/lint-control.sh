#!/bin/bash
# The lints' negative control: rustfmt, clippy with the set of Cargo.toml, gcc and clang with the
# C examples' flags must each refuse a planted fault, and pass the same text without it.
set -euo pipefail

cd "$(dirname "$0")/.."
root=$PWD
work=build/lint-control
rm -rf "$work"
mkdir -p "$work/src"

# An empty workspace of its own, with the lints and the format of this one.
{
  printf '[package]\nname = "lint-control"\nversion = "0.0.0"\nedition = "2024"\n'
  printf '[workspace]\n[lints]\nworkspace = true\n'
  awk '/^\[/ { kept = /^\[workspace\.lints/ } kept' Cargo.toml
} >"$work/Cargo.toml"
cp rustfmt.toml clippy.toml "$work/"

noticed=0
# holds COMMAND...: passes; refuses COMMAND...: fails. Either is an error where it does not.
holds() { "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; echo "lint-control: refused the sound text: $*" >&2; exit 1; }; }
refuses() {
  if "$@" >"$work/log" 2>&1; then echo "lint-control: did not notice: $*" >&2; exit 1; fi
  noticed=$((noticed + 1))
}

head='//! A crate.\n\n/// Returns the first byte, or zero.\npub fn first(bytes: &[u8]) -> u8 {\n'
clippy=(cargo clippy --quiet --manifest-path "$work/Cargo.toml" --target-dir "$work/target" -- -D warnings)
fmt=(cargo fmt --manifest-path "$work/Cargo.toml" --check)
printf "$head"'    bytes.first().copied().unwrap_or(0)\n}\n' >"$work/src/lib.rs"
holds "${clippy[@]}"
holds "${fmt[@]}"
printf "$head"'    bytes[0]\n}\n' >"$work/src/lib.rs"
refuses "${clippy[@]}"
printf "$head"'  bytes.first().copied( ).unwrap_or(0)\n}\n' >"$work/src/lib.rs"
refuses "${fmt[@]}"
printf '//! A crate.\n\npub fn undocumented() {}\n' >"$work/src/lib.rs"
refuses "${clippy[@]}"

flags=(-Wall -Wextra -pedantic -Wconversion -Werror -fsyntax-only -I"$root/include")
printf '#include <sceau.h>\nuint8_t narrow(int wide);\nuint8_t narrow(int wide) { return (uint8_t)wide; }\n' >"$work/sound.c"
printf '#include <sceau.h>\nuint8_t narrow(int wide);\nuint8_t narrow(int wide) { return wide; }\n' >"$work/planted.c"
for compiler in "gcc -std=c99" "clang -std=c99" "g++ -xc++ -std=c++17" "clang++ -xc++ -std=c++17"; do
  # shellcheck disable=SC2086 # a compiler and its language
  holds $compiler "${flags[@]}" "$work/sound.c"
  # shellcheck disable=SC2086
  refuses $compiler "${flags[@]}" "$work/planted.c"
done
echo "lint-control: $noticed planted faults noticed"
