#!/bin/bash
# header.sh                  writes include/sceau.h
# header.sh --check [HEADER] writes nothing, and fails if the header, or that one, is stale
set -euo pipefail

cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-target}
cargo build --quiet --profile tool --package sceau-header
fresh=$(mktemp)
trap 'rm -f "$fresh"' EXIT
"$target/tool/sceau-header" bindings/c >"$fresh"

if [ "${1:-}" = --check ]; then
  diff -u --label "as committed" --label "as generated" "${2:-include/sceau.h}" "$fresh" || {
    echo "header: run bindings/c/header.sh, and commit include/sceau.h" >&2
    exit 1
  }
else
  mkdir -p include
  cp "$fresh" include/sceau.h
  chmod 644 include/sceau.h
fi
