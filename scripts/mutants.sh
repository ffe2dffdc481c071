#!/bin/bash
# Changes the core in many small ways, and counts what the tests notice:
# scripts/mutants.sh FAMILY [FILE...]
#
# With FILEs (core/src/password/phc.rs), only those of the family. The survivors have to be those
# that docs/mutants.md names, with its reasons: another one fails, and so does one that is noticed.
# Sources are changed in a copy, build/mutants/tree; what came of each change is in
# build/mutants/FAMILY. A family takes an hour or more.
set -euo pipefail
cd "$(dirname "$0")/.."

# The files of each family. What is built for tests only, and generated tables, are out.
declare -A families=(
  [password]='core/src/password.rs core/src/password/** core/src/message/password*.rs'
  [otp]='core/src/otp.rs core/src/otp/**'
  [device]='core/src/device.rs core/src/device/**'
  [throttle]='core/src/throttle.rs core/src/throttle/**'
  [state]='core/src/state.rs core/src/mac.rs core/src/mac/** core/src/hex.rs core/src/time.rs'
  [code]='core/src/code.rs core/src/code/**'
  [challenge]='core/src/challenge.rs core/src/challenge/**'
  [message]='core/src/message.rs core/src/message/[!p]*.rs'
)
left_out=(core/src/password/prepare/agreement.rs)
version=27.1.0

family=${1:?a family: ${!families[*]}}
known=${families[$family]-}
[ -n "$known" ] || { echo "mutants: no such family: $family; there are ${!families[*]}" >&2; exit 64; }
shift
read -ra globs <<<"$known"
[ $# -eq 0 ] || globs=("$@")
[ "$(cargo mutants --version 2>/dev/null)" = "cargo-mutants $version" ] ||
  cargo install --quiet --locked "cargo-mutants@$version"

out=build/mutants/$family
tree=build/mutants/tree
small=build/mutants/small
rm -rf "$out"
mkdir -p "$out/mutants.out"
for copy in "$tree" "$small"; do
  mkdir -p "$copy"
  find "$copy" -mindepth 1 -maxdepth 1 ! -name target -exec rm -rf {} +
  # With the time of now: a run that was stopped has built a change, and the file would look older.
  git ls-files -z --cached --others --exclude-standard |
    xargs -0 cp --parents --preserve=mode -t "$copy"
done
# The second copy is a core of codes and states alone, with the runner of their vectors as a module:
# one crate to build for a change, and not three, in a quarter of the time.
ln -s ../tests/vectors "$small/core/vectors"
sed -E -i 's/^#!\[no_std\]$/#![allow(warnings)]/
  /^pub mod (identifier|identity|message|name|password);$/d' "$small/core/src/lib.rs"
cat >>"$small/core/src/lib.rs" <<'END'
#[cfg(test)]
extern crate self as sceau;
#[cfg(test)]
extern crate self as sceau_tests;
#[cfg(test)]
#[path = "../../tests/src/lib.rs"]
mod shared;
#[cfg(test)]
pub use shared::*;
#[cfg(test)]
#[path = "../../tests/conformance.rs"]
mod conformance;
#[cfg(test)]
#[path = "../../tests/shown.rs"]
mod shown;
END
sed -i '/^members = /s/\[.*\]/["core"]/; /^default-members = /d' "$small/Cargo.toml"
sed -i '/^pub mod /d' "$small/tests/src/lib.rs"
sed -E -i '/"password\/argon2"/,/}/d; /people|password/d' "$small/tests/families/mod.rs"
sed -i 's/^use sceau::password::ARGON2;/const ARGON2: bool = false;/' "$small/tests/conformance.rs"

# Without debug information, one change is built in a few seconds.
export CARGO_PROFILE_TEST_DEBUG=0 CARGO_PROFILE_DEV_DEBUG=0 CARGO_INCREMENTAL=1
files=()
for glob in "${globs[@]}"; do files+=(--file "$glob"); done
for glob in "${left_out[@]}"; do files+=(--exclude "$glob"); done

# stage NAME SECONDS COPY PACKAGE FEATURES TESTS... [-- NAMES...]: tries every change that no stage
# before has noticed; with NAMES, by the tests that have one of them in their name. The tests have to
# pass without a change. Those that run for more SECONDS, many times as long as they take, have
# noticed one.
stage() {
  local name=$1 seconds=$2 copy=$3 package=$4 features=$5 status=0 end
  local -a tests=() names=()
  shift 5
  while [ $# -gt 0 ] && [ "$1" != -- ]; do
    tests+=("$1")
    shift
  done
  [ $# -eq 0 ] || names=("$@")
  # Nothing is left.
  if [ -e "$out/missed.txt" ] && [ ! -s "$out/missed.txt" ]; then return; fi
  (cd "$copy" && cargo test --quiet -p "$package" --features "$features" "${tests[@]}" "${names[@]}") \
    >"$out/$name.log" 2>&1 ||
    { tail -n 20 "$out/$name.log" >&2; echo "mutants: $name fails without a change" >&2; exit 1; }
  for end in caught timeout unviable; do touch "$out/$end.txt"; done
  cat "$out"/{caught,timeout,unviable}.txt >"$out/mutants.out/previously_caught.txt"
  cargo mutants --dir "$copy" --in-place --iterate --output "$out" "${files[@]}" --baseline skip \
    --test-package "$package" --features "$features" "${tests[@]/#/-C=}" --timeout "$seconds" \
    --no-times --colors never ${names:+-- "${names[@]}"} >"$out/$name.log" 2>&1 || status=$?
  # 2 and 3: some survived, some timed out.
  case $status in 0 | 2 | 3) ;; *) tail -n 20 "$out/$name.log" >&2; exit 1 ;; esac
  for end in caught timeout unviable; do cat "$out/mutants.out/$end.txt" >>"$out/$end.txt"; done
  cp "$out/mutants.out/missed.txt" "$out/missed.txt"
  echo "mutants: $family: behind $name, $(wc -l <"$out/missed.txt") are left"
}
laws=(--test=bad_input --test=conformance --test=properties)
# What notices most in the least time comes first.
case $family in
  password)
    stage vectors 20 "$tree" sceau-tests sceau-tests/argon2 --test=conformance
    stage vectors-unicode 20 "$tree" sceau-tests sceau-tests/argon2,sceau-tests/unicode \
      --test=conformance
    stage core-policies 60 "$tree" sceau sceau/default --lib --test=password_policies
    stage core 240 "$tree" sceau \
      sceau/argon2,sceau/blocklist,sceau/ct-exports,sceau/serde,sceau/unicode
    stage laws 120 "$tree" sceau-tests sceau-tests/argon2 "${laws[@]}"
    stage laws-unicode 120 "$tree" sceau-tests sceau-tests/argon2,sceau-tests/unicode "${laws[@]}"
    ;;
  message)
    stage core 20 "$tree" sceau sceau/default --lib -- message::
    stage prose 60 "$tree" sceau sceau/default --test=message_catalog --test=message_prose
    ;;
  *)
    stage vectors 20 "$small" sceau sceau/default --lib -- \
      conformance::{challenge,device,golden,otp,throttle} shown::
    stage core 20 "$small" sceau sceau/default --lib -- --skip conformance:: --skip shown::
    stage laws 60 "$tree" sceau-tests sceau/default "${laws[@]}" --test=golden --test=nist_63b_4 \
      -- --skip answers --skip catches --skip names --skip passwords --skip typing
    ;;
esac

count() { wc -l <"$out/$1.txt"; }
noticed=$(($(count caught) + $(count timeout)))
viable=$((noticed + $(count missed)))
[ "$viable" -gt 0 ] || { echo "mutants: nothing to change in ${globs[*]}" >&2; exit 1; }
echo "mutants: $family: $viable viable, $noticed noticed ($(count timeout) by a timeout)," \
  "$(awk "BEGIN { printf \"%.1f\", 100 * $noticed / $viable }") %; $(count unviable) do not build"

# The survivors that are accepted, of the family or of the FILEs: indented lines of its section.
# A change is named without its line, which moves.
awk -v family="$family" -v files="$*" '
  /^## / { inside = $2 == family }
  inside && /^    core\// {
    file = $1; sub(/:$/, "", file)
    if (files == "" || index(" " files " ", " " file " ")) print substr($0, 5)
  }' docs/mutants.md | LC_ALL=C sort >"$out/accepted.txt"
sed -E 's/^([^:]+):[0-9]+:[0-9]+: /\1: /' "$out/missed.txt" | LC_ALL=C sort >"$out/survivors.txt"
diff -u --label "accepted in docs/mutants.md" --label "survived" \
  "$out/accepted.txt" "$out/survivors.txt" ||
  { echo "mutants: $family: not the survivors that docs/mutants.md names" >&2; exit 1; }
echo "mutants: $family: the survivors are those that docs/mutants.md explains"
