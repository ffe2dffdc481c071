#!/bin/bash
# Passwords, codes, numbers and names against their peers, as one table of ratios: `make bench-peers`.
#
# Nothing is decided by a clock: it fails only if it cannot run, or if a peer derives another key or makes another code.
# The peers are not part of `make test`, whose clippy leaves their feature out: it is held to the
# same lints here. RUN goes before the programs that measure: RUN="chrt -f 10" on a busy machine.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
package=(--quiet --release --package sceau-benches)

cargo clippy "${package[@]}" --features peers --bin peers -- -D warnings
cargo build "${package[@]}" --features peers --bins
# As Cargo builds a stranger's program: no link-time optimisation, sixteen units of code.
CARGO_PROFILE_RELEASE_LTO=false CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
  cargo build "${package[@]}" --features peers --bin peers --target-dir "$target/plain"
builds=(default "$target/release/slice")
for cpu in native icelake-server; do
  RUSTFLAGS="-Ctarget-cpu=$cpu" cargo build "${package[@]}" --bin slice --target-dir "$target/$cpu"
  builds+=("$cpu" "$target/$cpu/release/slice")
done
bindings/python/build.sh

model=$(awk -F ': ' '/^model name/ { print $2; exit }' /proc/cpuinfo 2>/dev/null || uname -m)
echo "$model, $(nproc) cores; $(rustc --version); load $(cut -d ' ' -f 1 /proc/loadavg)"
read -ra run <<<"${RUN:-}"
"${run[@]}" "$target/release/peers" "${builds[@]}"
printf '\nThe same without fat LTO: what Cargo builds unless it is told otherwise.\n\n'
"${run[@]}" "$target/plain/release/peers" pbkdf2
for family in password otp name; do
  "${run[@]}" build/wheel/bin/python -Es "benches/python/$family.py"
done
