#!/bin/bash
# docs/damage.md and docs/damage.svg: what the core says of ten thousand damaged names.
#
#   scripts/damage.sh          writes both
#   scripts/damage.sh --check  fails where they are stale; then damages copies, and fails unless it
#                              notices
set -euo pipefail

cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cargo build --quiet --profile test -p sceau-tests --example damage
target/debug/examples/damage "$scratch/fresh.page" "$scratch/fresh.picture"
# The picture is XML for another program too.
python3 - "$scratch/fresh.picture" <<'PYTHON'
import sys
from xml.etree import ElementTree

root = ElementTree.parse(sys.argv[1]).getroot()
names = [child.tag.rpartition("}")[2] for child in root]
assert names[:2] == ["title", "desc"] and names.count("rect") > 30
PYTHON

same() { cmp -s "$scratch/fresh.page" "$1/damage.md" && cmp -s "$scratch/fresh.picture" "$1/damage.svg"; }

if [ "${1:-}" != --check ]; then
  cp "$scratch/fresh.page" docs/damage.md
  cp "$scratch/fresh.picture" docs/damage.svg
  exit 0
fi
same docs || { echo "damage: run scripts/damage.sh, and commit docs/" >&2; exit 1; }
for file in damage.md damage.svg; do
  cp -r docs "$scratch/damaged"
  sed -i '0,/10,000/s//10,001/' "$scratch/damaged/$file"
  if same "$scratch/damaged"; then
    echo "damage: a damaged $file is not noticed" >&2
    exit 1
  fi
  rm -rf "$scratch/damaged"
done
echo "damage: docs/ is as the core has it; two damaged copies noticed"
