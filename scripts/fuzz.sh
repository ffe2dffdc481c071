#!/bin/bash
# Runs each fuzz target for so many seconds, from the committed corpus, or those that are named, and
# prints what each one tried and found: scripts/fuzz.sh SECONDS [TARGET...]
#
# On the ordinary compiler: the flags are those that cargo-fuzz would set, less the sanitizers,
# which find nothing in a crate without unsafe code. New inputs and crashes go to build/fuzz. First a
# planted crash has to be found, or the rest would mean nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:?seconds for each target}
shift

host=$(rustc -vV | sed -n 's/^host: //p')
coverage=(
  -Cpasses=sancov-module
  -Cllvm-args=-sanitizer-coverage-level=4
  -Cllvm-args=-sanitizer-coverage-inline-8bit-counters
  -Cllvm-args=-sanitizer-coverage-pc-table
  -Cllvm-args=-sanitizer-coverage-trace-compares
)
export CARGO_TARGET_DIR=$PWD/build/fuzz/target
# Overflow is a crash here; without debug information the program is small. Nothing is linked as
# a whole: the coverage pass works on each crate.
export CARGO_PROFILE_RELEASE_OVERFLOW_CHECKS=true CARGO_PROFILE_RELEASE_LTO=off
export CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS=true

# build CARGO-ARGUMENTS...: with --target, only what runs there is instrumented, no build script.
build() {
  RUSTFLAGS="${coverage[*]}" cargo build --quiet --release --target "$host" -p sceau-fuzz "$@"
}

# fuzz TARGET SECONDS ARGUMENTS...: fails if there is a crash.
fuzz() {
  local target=$1 work=build/fuzz/$1
  mkdir -p "$work/corpus" "$work/crashes"
  "$CARGO_TARGET_DIR/$host/release/$target" "$work/corpus" -max_total_time="$2" "${@:3}" \
    -artifact_prefix="$work/crashes/" -print_final_stats=1 -timeout=10 >"$work/log" 2>&1
}

# executions TARGET
executions() {
  sed -n 's/^stat::number_of_executed_units: *//p' "build/fuzz/$1/log"
}

# coverage TARGET: how many edges the corpus reached, and how many more the run did.
coverage() {
  sed -nE 's/^#[0-9]+\t([A-Z]+) +cov: ([0-9]+) .*/\1 \2/p' "build/fuzz/$1/log" |
    awk '$1 == "INITED" { known = $2 } { last = $2 } END { print known, last - known }'
}

build --features libfuzzer,planted-crash --bin name
rm -rf build/fuzz/name
# From nothing, and in short inputs: four bytes that nobody would try.
if fuzz name 60 -max_len=8 || ! grep -q 'the planted crash' build/fuzz/name/log; then
  echo "fuzz.sh: the planted crash was not found" >&2
  exit 1
fi
echo "control: the planted crash is found after $(executions name) executions"
rm -rf build/fuzz/name

failed=0
row='%-28s %12s %12s %12s  %s\n'
# judge TARGET [FEATURE]: fuzzes, and says what came of it.
judge() {
  local target=$1 known found result=ok
  if ! fuzz "$target" "$seconds" "fuzz/corpus/$target" -max_len=1024; then
    failed=1 result=CRASHED
    tail -n 30 "build/fuzz/$target/log" >&2
    echo "fuzz.sh: $target crashed, see build/fuzz/$target" >&2
  fi
  read -r known found <<<"$(coverage "$target")"
  # shellcheck disable=SC2059 # The row is the format.
  printf "$row" "$target${2:+, $2}" "$(executions "$target")" "$known" "+$found" "$result"
}

targets=("$@")
if [ $# = 0 ]; then
  mapfile -t targets < <(basename -s .rs fuzz/targets/*.rs)
fi
build --features libfuzzer --bins
echo "$seconds s each; coverage in edges: of the corpus, and what the run added"
# shellcheck disable=SC2059
printf "$row" target executions corpus new result
for target in "${targets[@]}"; do
  judge "$target"
done
# What is said of passwords and answers in every script.
for target in password_answer password_policy password_verify; do
  if [[ " ${targets[*]} " = *" $target "* ]]; then
    build --features libfuzzer,unicode --bin "$target"
    judge "$target" unicode
  fi
done
exit "$failed"
