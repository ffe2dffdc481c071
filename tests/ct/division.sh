#!/bin/bash
# Shows that no ct_* function of the core divides: in the program of run.sh, as built for x86-64,
# and in the sources; and that their multiplication by a reciprocal is right for every number.
set -euo pipefail
cd "$(dirname "$0")/../.."

export CARGO_PROFILE_RELEASE_DEBUG=line-tables-only
cargo build --quiet --release -p sceau-ct
python3 tests/ct/division.py \
  "${CARGO_TARGET_DIR:-target}/release/sceau-ct" core/src tests/ct/src/controls.rs
"${CARGO_TARGET_DIR:-target}/release/sceau-ct" quotients
