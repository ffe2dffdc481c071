#!/bin/bash
# Runs the core's secret-dependent operations on poisoned secrets, under Valgrind, as they are built
# for release: fat LTO, optimised. Valgrind hides SHA-NI from the program, so that the portable code
# of SHA-1 and SHA-256 is what is watched; the first line says so.
set -euo pipefail
cd "$(dirname "$0")/../.."

# Line numbers, for the log and for division.sh; the code is the same.
export CARGO_PROFILE_RELEASE_DEBUG=line-tables-only
cargo build --quiet --release -p sceau-ct
target=${CARGO_TARGET_DIR:-target}
mkdir -p build
# What Valgrind says of each use is kept for whoever has to find one.
valgrind -q --error-limit=no --log-file=build/ct.log "$target/release/sceau-ct"
