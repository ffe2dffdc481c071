#!/bin/bash
# Builds the core with no feature, each alone, each pair, and all.
set -euo pipefail

cd "$(dirname "$0")/.."
features=(sha1 sha512 legacy argon2 blocklist serde unicode ct-exports scan-exports)

check() {
  cargo check --quiet -p sceau --lib --no-default-features --features "$1" ||
    { echo "features '$1' do not build" >&2; exit 1; }
}
built=1
check ""
for ((i = 0; i < ${#features[@]}; i++)); do
  for ((j = i; j < ${#features[@]}; j++)); do
    check "${features[i]},${features[j]}"
    built=$((built + 1))
  done
done
cargo check --quiet -p sceau --lib --all-features
echo "features: $((built + 1)) combinations build"
