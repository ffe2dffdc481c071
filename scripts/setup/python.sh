#!/bin/bash
# Makes the Python environment build/python, with the pinned packages of bindings/python.
set -euo pipefail

cd "$(dirname "$0")/../.."
requirements=bindings/python/requirements.txt
venv=build/python
stamp=$venv/.sceau-requirements

fail() {
  echo "sceau: no Python environment: $1" >&2
  exit 69
}
command -v python3 >/dev/null || fail "python3 is not on the PATH"
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail "python3 is older than 3.11"

mkdir -p build
exec 9>build/python.lock
flock 9
cmp -s "$requirements" "$stamp" && exit 0
echo "sceau: setting up Python in $venv" >&2
rm -rf "$venv"
python3 -m venv "$venv" || fail "python3 -m venv failed (python3-venv is missing?)"
"$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements" ||
  fail "pip install failed (above)"
cp "$requirements" "$stamp"
