#!/bin/bash
# story.sh build|run LANGUAGE: one language's telling of the story. `run` builds nothing: it prints
# the transcript, and the number of calls into the library on standard error.
set -euo pipefail

cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
case "$2 $1" in
  "rust build") cargo build --quiet --release -p sceau --example story ;;
  "rust run") "$target/release/examples/story" ;;
  "c build")
    cargo build --quiet --release -p sceau-c
    mkdir -p build/c
    "${CC:-cc}" -std=c99 -O2 -Wall -Wextra -pedantic -Wconversion -Werror -Iinclude \
      bindings/c/examples/story.c "$target/release/libsceau.a" -o build/c/story
    ;;
  "c run") build/c/story ;;
  "python build") bindings/python/build.sh ;;
  "python run") build/wheel/bin/python bindings/python/examples/story.py ;;
  "kotlin "* | "swift "*) "bindings/uniffi/$2/story.sh" "$1" ;;
  *)
    echo "usage: story.sh build|run rust|c|python|kotlin|swift" >&2
    exit 2
    ;;
esac
