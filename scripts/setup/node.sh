#!/bin/bash
# Makes build/node, with the pinned npm packages that the tests compare one-time codes with.
set -euo pipefail

cd "$(dirname "$0")/../.."
here=tests/peers/js
modules=build/node

mkdir -p "$modules"
exec 9>build/node.lock
flock 9
cmp -s "$here/package-lock.json" "$modules/.sceau-lock" && exit 0
cp "$here/package.json" "$here/package-lock.json" "$modules/"
npm ci --prefix "$modules" --ignore-scripts --no-audit --no-fund --silent || {
  echo "sceau: npm ci failed in $modules" >&2
  exit 69
}
cp "$here/package-lock.json" "$modules/.sceau-lock"
