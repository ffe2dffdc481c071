#!/bin/bash
# Makes build/node, with the pinned npm packages that the tests compare one-time codes with.
#
# Only where node and npm are; elsewhere it says that this peer is left out.
set -euo pipefail

cd "$(dirname "$0")/../.."
here=tests/peers/js
modules=build/node

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "sceau: no node or npm: otpauth.js is left out of the tests" >&2
  exit 0
fi
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
