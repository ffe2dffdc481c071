#!/bin/bash
# Makes the Python environment build/python, with the pinned packages of bindings/python, and fetches
# the source of python-stdnum, whose wheel comes without the tests that Sceau runs too.
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
stdnum=$(grep '^python-stdnum==' "$requirements")
tests=$venv/sdist/python_stdnum-${stdnum#*==}.tar.gz
if cmp -s "$requirements" "$stamp"; then
  [ -e "$tests" ] && exit 0
else
  rm -rf "$venv"
fi
echo "sceau: setting up Python in $venv" >&2
if [ ! -e "$venv" ]; then
  python3 -m venv "$venv" || fail "python3 -m venv failed (python3-venv is missing?)"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements" ||
    fail "pip install failed (above)"
fi
"$venv/bin/pip" download --quiet --disable-pip-version-check --no-deps --no-binary :all: \
  --dest "$venv/sdist" "$stdnum" || fail "pip download failed (above)"
[ -e "$tests" ] || fail "no $tests"
cp "$requirements" "$stamp"
