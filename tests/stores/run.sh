#!/bin/bash
# run.sh LANGUAGE...: races clients for rows of real databases, through the recipes of
# docs/stores.md, and kills them. PostgreSQL is a server that is started here and removed.
set -euo pipefail

cd "$(dirname "$0")/../.."
here=tests/stores
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# The server's user goes through it.
chmod 711 "$scratch"
export TMPDIR=$scratch

run_python() {
  bindings/python/build.sh
  local python=build/wheel/bin/python
  export PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=$here:bindings/python/examples
  MYPYPATH=$PYTHONPATH MYPY_CACHE_DIR=build/mypy \
    "$python" -m mypy --strict --no-error-summary "$here"
  mkdir "$scratch/race" "$scratch/kill"
  "$python" "$here/race.py" "$scratch/race"
  "$python" "$here/kill.py" "$scratch/kill"
}

for language in "$@"; do "run_$language"; done
