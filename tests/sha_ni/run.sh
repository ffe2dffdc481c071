#!/bin/bash
# Shows that SHA-1 and SHA-256 each run in one function, whatever processor the library is built for.
#
# On some processors the SHA-NI instructions run about a hundred times slower in a function that also
# has 256-bit values, as code that is built for AVX has under fat LTO (LLVM issue 142368). So
# core/src/mac/hash.rs keeps them in two functions that are never inlined. No clock is asked: the
# program of tests/ct is built, and read. In a copy where one of the two is inlined, the fault must be
# found.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$PWD
target=$here/${CARGO_TARGET_DIR:-target}
[[ "${CARGO_TARGET_DIR:-}" != /* ]] || target=$CARGO_TARGET_DIR

if [ "$(uname -m)" != x86_64 ]; then
  echo "sha-ni: NOT CHECKED: these are instructions of x86-64, and this is $(uname -m)" >&2
  exit 0
fi

# build TREE CPU: the program, for that processor.
build() {
  (cd "$1" && RUSTFLAGS="-Ctarget-cpu=$2" CARGO_TARGET_DIR=$target/sha-ni/$2 \
    cargo build --quiet --release -p sceau-ct)
}

for cpu in x86-64 icelake-server sapphirerapids; do
  build . "$cpu"
  python3 tests/sha_ni/calls.py "$target/sha-ni/$cpu/release/sceau-ct" "$cpu"
done

copy=$here/build/sha-ni
rm -rf "$copy"
mkdir -p "$copy"
git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf - | tar -xf - -C "$copy"
cpu=icelake-server
for gate in compress_sha1 compress_sha256; do
  cp core/src/mac/hash.rs "$copy/core/src/mac/hash.rs"
  # The line before the function's: Cargo judges by time, and sed makes the file new.
  sed -i "/^#\[inline(never)\]$/{N;/\nfn $gate(/s/never/always/}" "$copy/core/src/mac/hash.rs"
  if cmp -s core/src/mac/hash.rs "$copy/core/src/mac/hash.rs"; then
    echo "sha-ni: control: there is no $gate to inline" >&2
    exit 1
  fi
  build "$copy" "$cpu"
  if python3 tests/sha_ni/calls.py "$target/sha-ni/$cpu/release/sceau-ct" "$cpu" \
    >build/sha-ni.log 2>&1; then
    echo "sha-ni: control: $gate is inlined, and not noticed" >&2
    exit 1
  fi
  echo "sha-ni: control: inlined, it is noticed: $(tail -n 1 build/sha-ni.log)"
done
