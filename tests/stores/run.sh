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

# build_c PROGRAM RECIPE: the races of C through that copy of the recipe.
build_c() {
  "${CC:-cc}" -std=c99 -O2 -Wall -Wextra -pedantic -Wconversion -Werror \
    -fsanitize=address,undefined -fno-sanitize-recover=all -Iinclude \
    -Ibindings/c/examples "$here/sqlite_race.c" "$2" \
    "${CARGO_TARGET_DIR:-target}/release/libsceau.a" -lsqlite3 -lpthread -ldl -lm -o "$1"
}

# caught_c PROGRAM VARIANT LAW...: a wrong variant breaks each of these laws.
caught_c() {
  local law
  for law in "${@:3}"; do "$1" "$(mktemp -d)" "$2" "$law"; done
}

run_c() {
  local recipe=bindings/c/examples/sqlite_store.c
  cargo build --quiet --release -p sceau-c
  build_c "$scratch/sqlite_race" "$recipe"
  "$scratch/sqlite_race" "$(mktemp -d)"
  # The control: a copy whose update does not compare the generation.
  sed 's/ and generation = ?7/ and ?7 = ?7/' "$recipe" >"$scratch/careless.c"
  ! cmp -s "$recipe" "$scratch/careless.c" || { echo "stores: nothing to damage" >&2; exit 1; }
  build_c "$scratch/careless" "$scratch/careless.c"
  caught_c "$scratch/careless" plain "accepted twice" "more guesses than attempts"
  caught_c "$scratch/sqlite_race" early "accepted twice" "more guesses than attempts"
  caught_c "$scratch/sqlite_race" killed "told and not stored"
}

for language in "$@"; do "run_$language"; done
