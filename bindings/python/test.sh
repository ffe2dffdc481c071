#!/bin/bash
# Builds the wheel, installs it in a fresh environment, and runs all that is said of it there: the
# tests with every vector, the stubs against the module, the types of package, tests and examples,
# the examples. Writes build/counts/python.txt.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
"$here/build.sh"
"$root/scripts/setup/node.sh"
"$root/scripts/setup/openldap.sh"
# Not from here, where the package lies without its native module.
cd "$root/build"
python=$root/build/wheel/bin/python
export PYTHONDONTWRITEBYTECODE=1 MYPY_CACHE_DIR=$root/build/mypy
types=("$python" -m mypy --config-file "$here/pyproject.toml")

"$python" -m pytest --quiet --config-file "$here/pyproject.toml" "$here/tests" "$@"
mkdir -p counts
"$python" "$here/tests/test_conformance.py" >counts/python.txt

"$python" -m mypy.stubtest --mypy-config-file "$here/pyproject.toml" sceau
"${types[@]}" --package sceau
"${types[@]}" "$here/tests" "$here/examples"

"$python" "$here/examples/readme.py" | grep -qx 'accepted, store step 1'
"$python" "$here/examples/story.py" >story-python.txt 2>story-python.err

awk '{ sum += $2 } END { printf "Python: %d vectors of %d files\n", sum, NR }' counts/python.txt
echo "Python: $(basename wheels/sceau-*.whl) on $("$python" --version)"
