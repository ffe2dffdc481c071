#!/bin/bash
# Measures the stack and the size of passwords on a Cortex-M4 in QEMU, for each set of features and
# each of sha2's two portable codes, and prints docs/footprint.md's tables.
#
# Holds that verifying PBKDF2-SHA-256 takes no more stack than the budget. Two calls of known size
# are the controls: they must be measured right, and one of them must be found above the budget.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")"

# Bytes of stack for verifying PBKDF2-SHA-256, in a build without features; with a pepper.
budget=2048
peppered=2112
target=thumbv7em-none-eabi
out=$PWD/../../build/firmware
mkdir -p "$out"

# The linker is rustup's. Where rustup has no core for the target, Debian's rustc builds its own.
sysroot=$(rustc --print sysroot)
host=$(rustc -vV | sed -n 's/^host: //p')
flags="-Clinker=$sysroot/lib/rustlib/$host/bin/rust-lld -Clinker-flavor=ld.lld"
flags+=" -Clink-arg=-T$PWD/mps2-an386.ld -Clink-arg=--nmagic"
build_std=()
compgen -G "$(rustc --print target-libdir --target $target)/libcore-*.rlib" >/dev/null || {
  export RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1
  build_std=(-Zbuild-std=core)
}

# build CODE FEATURES: builds the three programs with one of sha2's codes, and names their folder.
build() {
  local folder=${CARGO_TARGET_DIR:-$PWD/../../target}/firmware/$1 compact=
  [ "$1" = compact ] && compact=' --cfg sha2_backend_soft="compact"'
  CARGO_TARGET_DIR=$folder RUSTFLAGS="$flags$compact" cargo build --quiet --release --locked \
    ${build_std[@]+"${build_std[@]}"} --target $target --features "$2" >&2
  echo "$folder/$target/release"
}

# run PROGRAM: runs it; an instruction takes a nanosecond of its clock.
run() {
  timeout 120 qemu-system-arm -M mps2-an386 -icount shift=0 -nographic -monitor none -serial none \
    -semihosting-config enable=on,target=native -kernel "$1" 2>&1 ||
    { echo "firmware: $1 fails" >&2; return 1; }
}

# size_of PROGRAM: the bytes of its code and constants.
size_of() {
  size -A -d "$1" | awk '$1 == ".text" || $1 == ".rodata" { sum += $2 } END { print sum }'
}

# figure BUILD NAME: what was measured.
figure() { awk -v name="$2" '$2 == name { print $1 }' "$out/$1"; }

builds=()
for code in portable compact; do
  for features in '' sha512 legacy; do
    name=$code${features:+-$features}
    programs=$(build $code "$features")
    run "$programs/nothing"
    run "$programs/verify"
    run "$programs/stack" >"$out/$name" || { cat "$out/$name" >&2; exit 1; }
    echo "$(($(size_of "$programs/verify") - $(size_of "$programs/nothing"))) flash" >>"$out/$name"
    builds+=("$name")
  done
done

echo "firmware: Cortex-M4, opt-level s, $("${RUSTC:-rustc}" --version); bytes of stack:"
printf '%-28s' call
printf '%18s' "${builds[@]}"
echo
for name in $(cat "${builds[@]/#/$out/}" | awk '!seen[$2]++ { print $2 }'); do
  printf '%-28s' "$name"
  for each in "${builds[@]}"; do printf '%18s' "$(figure "$each" "$name")"; done
  echo
done

# within BUILD CALL BOUND: whether a call was measured, and took no more stack.
within() { [ -n "$(figure "$1" "$2")" ] && [ "$(figure "$1" "$2")" -le "$3" ]; }

for each in "${builds[@]}"; do
  within "$each" nothing 16 || { echo "firmware: an empty call has a stack" >&2; exit 1; }
  for bytes in 1000 3000; do
    within "$each" "array_of_$bytes" $((bytes + 48)) &&
      ! within "$each" "array_of_$bytes" $((bytes - 1)) ||
      { echo "firmware: control: $bytes bytes are measured wrong" >&2; exit 1; }
  done
done
for each in portable compact; do
  for call in match mismatch longest damaged absent; do
    within $each "verify_$call" $budget ||
      { echo "firmware: verify_$call ($each) is above $budget bytes of stack" >&2; exit 1; }
  done
  within $each verify_peppered $peppered ||
    { echo "firmware: verify_peppered ($each) is above $peppered bytes of stack" >&2; exit 1; }
  if within $each array_of_3000 $budget; then
    echo "firmware: control: 3,000 bytes are within $budget" >&2
    exit 1
  fi
done
echo "firmware: verifying PBKDF2-SHA-256 takes $budget bytes of stack at most, $peppered with a pepper"
echo "firmware: controls: arrays of known size are measured right; the larger is above the budget"
