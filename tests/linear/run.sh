#!/bin/bash
# Counts the instructions that the rules for new passwords take at 64, 1,024 and 65,536 bytes, of the
# password and of what is known of the person, as they are built for release: sixteen and sixty-four
# times the text may take a tenth more than as many times the instructions, and a password beyond the
# bound takes no more than one at it. A rule that is quadratic is planted, and must be noticed.
set -euo pipefail
cd "$(dirname "$0")/../.."

# One thread of code generation, as shipped; the counts are those of this compiler.
cargo build --quiet --release -p sceau-linear
program=${CARGO_TARGET_DIR:-target}/release/sceau-linear
out=build/linear
mkdir -p "$out"

# instructions CASE SIZE
instructions() {
  valgrind -q --tool=callgrind --callgrind-out-file="$out/$1.$2" --collect-atstart=no \
    --toggle-collect=sceau_measured "$program" "$1" "$2" >"$out/log" 2>&1 ||
    { cat "$out/log" >&2; echo "linear: $1 at $2 bytes did not run" >&2; exit 1; }
  awk '$1 == "summary:" || $1 == "totals:" { count = $2 } END { print count + 0 }' "$out/$1.$2"
}

# grows CASE: whether the counts of its sizes, in the array `counts`, grow with the text.
grows() {
  local i
  for ((i = 1; i < ${#sizes[@]}; i++)); do
    local times=$((sizes[i] / sizes[i - 1]))
    [ "${counts[i - 1]}" -gt 0 ] || { echo "linear: $1: nothing was counted" >&2; exit 1; }
    [ "${counts[i]}" -le $((counts[i - 1] * times * 11 / 10)) ] || return 1
  done
}

# count CASE SIZE...
count() {
  local name=$1 size
  shift
  sizes=("$@") counts=()
  for size in "$@"; do counts+=("$(instructions "$name" "$size")"); done
  echo "linear: $name: ${counts[*]} instructions at ${sizes[*]} bytes"
}

for name in mixed one_letter words marks addresses digits keys \
  context context_of_one_word context_of_nothing; do
  count "$name" 64 1024 65536
  grows "$name" || { echo "linear: $name grows faster than the text" >&2; exit 1; }
done

# 1,792 bytes are the bound of what is read.
count capped 1793 1048576
[ "${counts[1]}" -le "${counts[0]}" ] ||
  { echo "linear: a password beyond the bound is not refused unread" >&2; exit 1; }

count control 64 1024
if grows control; then
  echo "linear: control: a quadratic rule was not noticed" >&2
  exit 1
fi
echo "linear: control: a quadratic rule is noticed"
