#!/bin/bash
# Builds the wheel, installs it in a fresh environment, and runs all that is said of it there: the
# tests with every vector, the stubs against the module, the types of package, tests and examples,
# the examples. Writes build/counts/python.txt.
set -euo pipefail

cd "$(dirname "$0")"
root=$(cd ../.. && pwd -P)
./build.sh
python=$root/build/wheel/bin/python
export PYTHONDONTWRITEBYTECODE=1 MYPY_CACHE_DIR=$root/build/mypy

"$python" -m pytest --quiet "$@"
mkdir -p "$root/build/counts"
"$python" tests/test_conformance.py >"$root/build/counts/python.txt"

"$python" -m mypy.stubtest sceau
"$python" -m mypy --strict --package sceau
"$python" -m mypy --strict tests examples

"$python" examples/readme.py | grep -qx 'accepted, store step 1'
"$python" examples/story.py >"$root/build/story-python.txt" 2>/dev/null

awk '{ sum += $2 } END { printf "Python: %d vectors of %d files\n", sum, NR }' \
  "$root/build/counts/python.txt"
echo "Python: wheel $(basename "$root"/build/wheels/sceau-*.whl), $("$python" --version)"
