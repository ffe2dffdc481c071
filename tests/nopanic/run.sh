#!/bin/bash
# Proves that no exported function can panic, allocate, or needs std: the panic handler calls a
# symbol that nobody defines, so a program that keeps every function links only if no panic is
# reachable.
#
# The proof holds for the compiler, its options (fat LTO, no overflow checks) and the two back ends
# of SHA-2 that are built here. A function that panics is planted, and must not link.
set -euo pipefail

cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-target}/nopanic
out=build/nopanic
mkdir -p "$out"
echo 'int main(void) { return 0; }' >"$out/main.c"
cc -O1 -Wl,--gc-sections "$out/main.c" -o "$out/empty"

# exported LIBRARY: its functions. That an older LLVM cannot read newer bitcode is noise.
exported() {
  nm --defined-only "$1" 2>/dev/null | awk '$2 == "T" && $3 ~ /^sceau_/ { print $3 }' | sort -u
}

# library NAME RUSTFLAGS FEATURES: builds the static library.
library() {
  CARGO_TARGET_DIR=$target/$1 RUSTFLAGS=$2 cargo rustc --quiet --release --package sceau-c \
    --no-default-features --features "prove-no-panic,$3" --crate-type staticlib
  cp "$target/$1/release/libsceau.a" "$out/$1.a"
}

# links NAME: whether a program that keeps every function of the library links.
links() {
  exported "$out/$1.a" >"$out/$1.functions"
  [ -s "$out/$1.functions" ] || { echo "nopanic: $1 exports nothing" >&2; exit 1; }
  # shellcheck disable=SC2046 # Every word is an argument.
  cc -O1 -Wl,--gc-sections $(sed 's/^/-Wl,-u,/' "$out/$1.functions") "$out/main.c" "$out/$1.a" \
    -o "$out/$1" 2>"$out/$1.errors"
}

# size PROGRAM: the bytes of its code and constants.
size_of() {
  size -A -d "$1" | awk '$1 == ".text" || $1 == ".rodata" { sum += $2 } END { print sum }'
}

# tables PROGRAM: the bytes of what it keeps of the tables of Latin.
tables() {
  local size sum=0
  while read -r size; do sum=$((sum + 16#$size)); done < <(nm -S -C --defined-only "$1" |
    awk '$3 == "r" && $4 ~ /^sceau::text::(tables|latin)::/ { print $2 }')
  echo "$sum"
}

# proved NAME: the program links, keeps every function, and has nothing of std, alloc or a panic.
proved() {
  links "$1" || {
    echo "nopanic: $1 does not link: a panic is reachable?" >&2
    cat "$out/$1.errors" >&2
    exit 1
  }
  nm "$out/$1" | awk '$2 == "T" && $3 ~ /^sceau_/ { print $3 }' | sort -u |
    diff "$out/$1.functions" - || { echo "nopanic: $1: not every function was kept" >&2; exit 1; }
  if nm -C "$out/$1" | grep -E '__rust_alloc|__rdl_|[ <](std|alloc)::|panic|unwind_|malloc'; then
    echo "nopanic: $1 needs more than core" >&2
    exit 1
  fi
  echo "nopanic: $1: $(wc -l <"$out/$1.functions") functions cannot panic;" \
    "$(($(size_of "$out/$1") - $(size_of "$out/empty"))) bytes of code and constants," \
    "of which the tables of Latin $(tables "$out/$1")"
  # None would mean that they have another name.
  if [ "$(tables "$out/$1")" -lt 2048 ] || [ "$(tables "$out/$1")" -gt 4096 ]; then
    echo "nopanic: $1: the tables of Latin are to take at most 4,096 bytes" >&2
    exit 1
  fi
}

library portable '--cfg sha2_backend="soft"' sha1,sha512,legacy,blocklist
proved portable
library compact '--cfg sha2_backend="soft" --cfg sha2_backend_soft="compact"' sha1,sha512,legacy,blocklist
proved compact
if [ "$(uname -m)" = x86_64 ]; then
  # SHA-512's AVX2 code keeps a panic path upstream, so it is left out here.
  library sha-ni '' sha1,legacy,blocklist
  proved sha-ni
fi

library planted '--cfg sha2_backend="soft"' sha1,sha512,legacy,blocklist,planted-panic
if links planted; then
  echo "nopanic: control: a planted panic links" >&2
  exit 1
fi
grep -q sceau_a_panic_is_reachable "$out/planted.errors" || {
  echo "nopanic: control: it does not link, and not because of the panic:" >&2
  cat "$out/planted.errors" >&2
  exit 1
}
echo "nopanic: control: a planted panic does not link"
