#!/bin/bash
# Builds the Kotlin package and runs its tests: build/kotlin/sceau-VERSION.jar.
set -euo pipefail

cd "$(dirname "$0")"
../generate.sh
cargo test --quiet --release --package sceau-uniffi >/dev/null
rm -rf ../../../build/kotlin/{test-classes,surefire-reports}
mvn --quiet --batch-mode verify "$@"
cat ../../../build/kotlin/surefire-reports/TEST-*.xml | awk '
  /<testsuite / {
    for (i = 1; i <= NF; i++) if (split($i, pair, "\"") > 1) count[pair[1]] += pair[2]
  }
  END {
    failed = count["failures="] + count["errors="]
    printf "Kotlin: %d passed, %d failed\n", count["tests="] - failed, failed
  }'
