#!/bin/bash
# Holds header and libraries to the C contract: the header is the one generated, and has every
# function that the libraries export; nothing else is exported; two copies link into one program.
# Each check is shown to catch what it is there for.
set -euo pipefail

cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
out=build/header
rm -rf "$out"
mkdir -p "$out"
cargo build --quiet --release --package sceau-c
shared=$target/release/libsceau.so
header=include/sceau.h
static=$out/libsceau.a
bindings/c/localise.sh "$target/release/libsceau.a" "$static"

dynamic() { nm --dynamic --defined-only "$1" | awk '{ print $NF }' | LC_ALL=C sort -u; }
global() {
  nm --extern-only --defined-only "$1" 2>/dev/null | awk 'NF == 3 { print $3 }' | LC_ALL=C sort -u
}
declared() { grep -oE '\bsceau_[a-z0-9_]+\(' "$1" | tr -d '(' | LC_ALL=C sort -u; }
written() {
  grep -rhE 'extern "C" fn sceau_' bindings/c/src | grep -v planted |
    grep -oE 'sceau_[a-z0-9_]+' | LC_ALL=C sort -u
}

# The checks; each takes what it looks at.
declares_once() {
  grep -oE '^[a-z].*\bsceau_[a-z0-9_]+\(' "$1" | LC_ALL=C sort | uniq -d | { ! grep .; }
}
is_generated() { bindings/c/header.sh --check "$1"; }
declares_what_is_exported() { diff <(declared "$1") <(dynamic "$shared"); }
declares_what_is_written() { diff <(declared "$1") <(written); }
exports_only_ours() { ! dynamic "$1" | grep -v '^sceau_'; }
has_the_soname() { readelf --dynamic "$1" | grep -q 'SONAME.*\[libsceau\.so\.0\]'; }
exports_every_function() { diff <(declared "$header") <(global "$1"); }
# What a freestanding C environment has anyway, and `abort` for SHA-512's AVX2 code.
needs_only_memory_functions() {
  ! nm --undefined-only "$1" | awk 'NF == 2 { print $2 }' |
    grep -vE '^(memcpy|memmove|memset|memcmp|bcmp|abort|_GLOBAL_OFFSET_TABLE_)$'
}
links_twice() {
  declared "$header" | awk '{ print $1, "other_" $1 }' >"$out/renamed"
  objcopy --redefine-syms="${2:-$out/renamed}" "$1" "$out/other.a"
  cat >"$out/two.c" <<'C'
#include <sceau.h>
uint32_t other_sceau_version(void);
sceau_status other_sceau_date_age(const sceau_date *, const sceau_date *, uint32_t *);
int main(void) {
    const sceau_date born = {1975, 11, 30}, today = {2026, 11, 23};
    uint32_t one = 0, two = 1;
    return sceau_date_age(&born, &today, &one) != SCEAU_OK ||
           other_sceau_date_age(&born, &today, &two) != SCEAU_OK || one != 50 || two != 50 ||
           sceau_version() != other_sceau_version();
}
C
  cc -Wl,--whole-archive -Iinclude "$out/two.c" "$1" "$out/other.a" -Wl,--no-whole-archive \
    -o "$out/two" && "$out/two"
}

holds() {
  "$@" || { echo "header: $* does not hold" >&2; exit 1; }
}
caught=0
catches() {
  if "$@" >"$out/control.log" 2>&1; then
    echo "header: control: $* does not notice" >&2
    exit 1
  fi
  caught=$((caught + 1))
}

holds is_generated "$header"
holds declares_once "$header"
holds declares_what_is_exported "$header"
holds declares_what_is_written "$header"
holds exports_only_ours "$shared"
holds has_the_soname "$shared"
holds exports_every_function "$static"
holds needs_only_memory_functions "$static"
holds links_twice "$static"

# What each must catch: a changed number, a function gone, twice there, or one too many, a foreign
# symbol in either library, no SONAME, a need of the heap, a copy that was not renamed, and one with
# a global symbol of its own.
sed 's/SCEAU_STATUS_NULL_POINTER = 1/SCEAU_STATUS_NULL_POINTER = 9/' "$header" >"$out/changed.h"
catches is_generated "$out/changed.h"
grep -v 'sceau_version(' "$header" >"$out/gone.h"
catches declares_what_is_exported "$out/gone.h"
catches declares_what_is_written "$out/gone.h"
{ cat "$header"; grep '^uint32_t sceau_version(' "$header"; } >"$out/twice.h"
catches declares_once "$out/twice.h"
{ cat "$header"; echo 'void sceau_unwritten(void);'; } >"$out/more.h"
catches declares_what_is_exported "$out/more.h"
catches declares_what_is_written "$out/more.h"
cat >"$out/foreign.c" <<'C'
#include <stdlib.h>
void *foreign(void) { return malloc(1); }
C
cc -shared -fPIC -Wl,-soname,libforeign.so.0 "$out/foreign.c" -o "$out/libforeign.so"
catches exports_only_ours "$out/libforeign.so"
catches has_the_soname "$out/libforeign.so"
cc -c "$out/foreign.c" -o "$out/foreign.o"
cp "$static" "$out/foreign.a"
ar rcs "$out/foreign.a" "$out/foreign.o"
catches exports_every_function "$out/foreign.a"
catches needs_only_memory_functions "$out/foreign.a"
: >"$out/nothing-renamed"
catches links_twice "$static" "$out/nothing-renamed"
catches links_twice "$out/foreign.a"

echo "header: $(declared "$header" | wc -l) functions, as generated and as exported;" \
  "two copies link; $caught damages noticed"
