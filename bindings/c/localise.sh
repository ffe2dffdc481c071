#!/bin/bash
# localise.sh IN.a OUT.a: makes one object of a static library, in which only `sceau_` is global, so
# that it clashes with nothing: another Rust library, or another copy of this one.
set -euo pipefail

in=$1 out=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The gold plugin of an older LLVM says that it cannot read this one's bitcode: there is none.
nm --defined-only "$in" 2>/dev/null | awk '$2 == "T" && $3 ~ /^sceau_/ { print "-u", $3 }' |
  sort -u >"$scratch/roots"
[ -s "$scratch/roots" ] || { echo "localise: no sceau_ function in $in" >&2; exit 1; }
# shellcheck disable=SC2046 # Every word is an argument.
ld -r --gc-sections $(cat "$scratch/roots") "$in" -o "$scratch/sceau.o" 2>"$scratch/errors" ||
  { cat "$scratch/errors" >&2; exit 1; }
objcopy --strip-debug --wildcard --keep-global-symbol='sceau_*' "$scratch/sceau.o"
rm -f "$out"
ar rcs "$out" "$scratch/sceau.o"
