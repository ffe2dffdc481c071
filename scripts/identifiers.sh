#!/bin/bash
# docs/identifiers.json and docs/identifiers.md, written from the core's own data; and docs/anatomy.html,
# which scripts/anatomy draws from the first.
#
#   scripts/identifiers.sh          writes all three
#   scripts/identifiers.sh --check  fails where the first two are stale; then damages copies, and fails unless
#                                   it notices
set -euo pipefail

cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for format in json markdown; do
  cargo run --quiet -p sceau --example identifiers -- "$format" >"$scratch/fresh.$format"
done
# What the program writes by hand is JSON for another program too.
python3 - "$scratch/fresh.json" <<'PYTHON'
import json, sys

identifiers = json.load(open(sys.argv[1], encoding="utf-8"))["identifiers"]
fields = {"rule", "source", "grade", "effect", "date"}
assert len(identifiers) == len({one["kind"] for one in identifiers}) > 0
assert all(one["rules"] and set(rule) == fields for one in identifiers for rule in one["rules"])
PYTHON

same() { cmp -s "$scratch/fresh.json" "$1/identifiers.json" && cmp -s "$scratch/fresh.markdown" "$1/identifiers.md"; }

if [ "${1:-}" != --check ]; then
  mkdir -p docs
  cp "$scratch/fresh.json" docs/identifiers.json
  cp "$scratch/fresh.markdown" docs/identifiers.md
  python3 scripts/anatomy
  exit 0
fi
same docs || { echo "identifiers: run scripts/identifiers.sh, and commit docs/" >&2; exit 1; }
for file in identifiers.json identifiers.md; do
  cp -r docs "$scratch/damaged"
  sed -i '0,/RAMQ/s//RAMX/' "$scratch/damaged/$file"
  if same "$scratch/damaged"; then
    echo "identifiers: a damaged $file is not noticed" >&2
    exit 1
  fi
  rm -rf "$scratch/damaged"
done
echo "identifiers: docs/ is as the core has it; two damaged copies noticed"
