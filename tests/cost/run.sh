#!/bin/bash
# Counts the instructions of verifications, and holds that a mismatch costs the same for every
# account: one with a current hash, with a cheap one, of another system, and none at all. What is
# outside the accept policy costs next to nothing. A mismatch that is not topped up is the control.
# And that to verify a TOTP code with a step on either side costs three codes; the control is a window
# of five. And that numbers and names as most are typed are read the short way; the control is the
# same names behind a character that nobody sees.
#
# The counts are those of the portable code: Valgrind hides SHA-NI from the program.
set -euo pipefail
cd "$(dirname "$0")/../.."

cargo build --quiet --release -p sceau-cost
program=${CARGO_TARGET_DIR:-target}/release/sceau-cost
work=build/cost
mkdir -p "$work"

# count SCENARIO: its instructions, less those of a program that does nothing.
count() {
  valgrind --tool=callgrind --callgrind-out-file="$work/$1.out" "$program" "$1" 2>"$work/$1.log" ||
    { echo "cost: the scenario $1 does not have the outcome that it is about" >&2; exit 1; }
  echo $(($(sed -n 's/^.*Collected : //p' "$work/$1.log") - ${nothing:-0}))
}
nothing=$(count nothing)
absent=$(count absent)

# differs SCENARIO: prints the instructions, and by how many thousandths they differ from no account's.
differs() {
  local instructions
  instructions=$(count "$1")
  permille=$(awk -v a="$instructions" -v b="$absent" 'BEGIN { printf "%.2f", 1000 * (a - b) / b }')
  printf 'cost: %-14s %12d instructions, %8s per mille of none more\n' "$1" "$instructions" "$permille"
}
within() { awk -v p="$permille" -v bound="$1" 'BEGIN { exit !(p < bound && p > -bound) }'; }

printf 'cost: %-14s %12d instructions\n' absent "$absent"
for scenario in current weak django django_sha1 ldap_salted; do
  differs "$scenario"
  within 10 || { echo "cost: a mismatch of $scenario tells its account" >&2; exit 1; }
done
# Its thousand iterations of SHA-1 come on top. They are the same beside 600,000 of SHA-256, and
# thirty times less of it.
differs aspnet_v2
within 300 || { echo "cost: a mismatch of aspnet_v2 tells its account" >&2; exit 1; }
for scenario in costly not_named; do
  instructions=$(count "$scenario")
  printf 'cost: %-14s %12d instructions: refused before any hashing\n' "$scenario" "$instructions"
  # An iteration takes some five thousand.
  [ "$instructions" -lt 50000 ] || { echo "cost: $scenario is not refused at once" >&2; exit 1; }
done
differs not_topped_up
if within 10; then
  echo "cost: control: a mismatch that is not topped up goes unnoticed" >&2
  exit 1
fi
echo "cost: control: a mismatch that is not topped up is noticed"

three_codes=$(count three_codes)
# windows SCENARIO: prints what a window costs, in codes.
windows() {
  in_codes=$(awk -v w="$(count "$1")" -v c="$three_codes" 'BEGIN { printf "%.2f", 3 * w / c }')
  printf 'cost: %-14s as much as %s codes\n' "$1" "$in_codes"
}
small() { awk -v codes="$in_codes" 'BEGIN { exit !(codes < 3.1) }'; }
windows window
small || { echo "cost: a window of three steps costs more than its codes" >&2; exit 1; }
windows wider_window
if small; then
  echo "cost: control: a wider window goes unnoticed" >&2
  exit 1
fi
echo "cost: control: a wider window is noticed"

# each SCENARIO BOUND: prints the instructions of one of a thousand; whether they are within the bound.
each() {
  local instructions
  instructions=$(($(count "$1") / 1000))
  printf 'cost: %-16s %6d instructions each\n' "$1" "$instructions"
  [ "$instructions" -le "$2" ]
}
# The bounds are a fifth above what was measured.
for scenario in 'numbers 60' 'keys 300' 'comparisons 950'; do
  read -r name bound <<<"$scenario"
  each "$name" "$bound" || { echo "cost: $name take more than $bound instructions" >&2; exit 1; }
  [ "$name" = numbers ] && continue
  if each "long_$name" "$bound"; then
    echo "cost: control: $name read the long way go unnoticed" >&2
    exit 1
  fi
done
echo "cost: control: names read the long way are noticed"
