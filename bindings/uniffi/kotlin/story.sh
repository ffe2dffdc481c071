#!/bin/bash
# story.sh build | run: the story of src/example, for `make demo`. `build` is quick when nothing
# changed.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../../.."
built=build/kotlin/.story

case "${1:-}" in
  build)
    bindings/uniffi/generate.sh
    if [ -e "$built" ]; then
      sources=("$here/src" "$here/pom.xml" build/uniffi/kotlin build/uniffi/resources)
      [ -n "$(find "${sources[@]}" -type f -newer "$built" -print -quit)" ] || exit 0
    fi
    (cd "$here" && mvn --quiet --batch-mode -DskipTests package)
    touch "$built"
    ;;
  run)
    jars=(build/kotlin/sceau-*.jar build/kotlin/lib/*.jar)
    exec java -cp "$(IFS=:; echo "${jars[*]}"):build/kotlin/test-classes" StoryKt
    ;;
  *)
    echo "usage: story.sh build | run" >&2
    exit 64
    ;;
esac
