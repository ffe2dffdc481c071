#!/bin/bash
# Passwords against their peers, as one table of ratios: `make bench-peers`.
#
# Nothing is decided by a clock: it fails only if it cannot run, or if a peer derives another key.
# The peers are not part of `make test`, whose clippy leaves their feature out: it is held to the
# same lints here.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
package=(--quiet --release --package sceau-benches)

cargo clippy "${package[@]}" --features peers --bin peers -- -D warnings
cargo build "${package[@]}" --features peers --bins
builds=(default "$target/release/slice")
for cpu in native icelake-server sapphirerapids; do
  RUSTFLAGS="-Ctarget-cpu=$cpu" cargo build "${package[@]}" --bin slice --target-dir "$target/$cpu"
  if echo SHA-256 | "$target/$cpu/release/slice" >/dev/null 2>&1; then
    builds+=("$cpu" "$target/$cpu/release/slice")
  else
    echo "bench-peers: what is built for $cpu does not run on this processor" >&2
  fi
done
bindings/python/build.sh

model=$(awk -F ': ' '/^model name/ { print $2; exit }' /proc/cpuinfo 2>/dev/null || uname -m)
echo "$model, $(nproc) cores; $(rustc --version); load $(cut -d ' ' -f 1 /proc/loadavg)"
"$target/release/peers" "${builds[@]}"
build/wheel/bin/python -I benches/python/password.py
