#!/bin/bash
# story.sh build | run: the story of Sources/Story, for `make demo`. `build` is quick when nothing
# changed; `run` builds nothing.
set -euo pipefail

cd "$(dirname "$0")"
checkout=$(cd ../../.. && pwd -P)
export SCEAU_LIB_DIR=$checkout/build/uniffi/lib
swift=("$checkout/scripts/swift")

case "${1:-}" in
  build)
    ../generate.sh
    "${swift[@]}" build --quiet --scratch-path "$checkout/build/swift" --product Story
    ;;
  run)
    "${swift[@]}" run --quiet --skip-build --scratch-path "$checkout/build/swift" Story
    ;;
  *)
    echo "usage: story.sh build | run" >&2
    exit 64
    ;;
esac
