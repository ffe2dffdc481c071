#!/bin/bash
# Builds the Swift package, checks its format, runs its tests and the README's example; SwiftPM's own
# files are in build/swift. The runner of the corpus writes build/counts/swift.txt.
set -euo pipefail

cd "$(dirname "$0")"
../generate.sh
checkout=$(cd ../../.. && pwd -P)
export SCEAU_LIB_DIR=$checkout/build/uniffi/lib
scratch=$checkout/build/swift
report=$scratch/tests
mkdir -p "$scratch"
rm -f "$report"* "$checkout/build/counts/swift.txt"

"$checkout/scripts/swift" format lint --strict --recursive \
  Package.swift Sources/Sceau Sources/SceauReadme Sources/Story Tests
"$checkout/scripts/swift" test --quiet --scratch-path "$scratch" --xunit-output "$report.xml" "$@"

said=$("$checkout/scripts/swift" run --quiet --skip-build --scratch-path "$scratch" SceauReadme)
[ "$said" = "accepted, store step 1" ] || { echo "swift: the README's example said: $said" >&2; exit 1; }

# SwiftPM's last line counts XCTest's tests, of which there are none.
awk -F'"' '/<testsuite / {
  for (i = 1; i < NF; i++) {
    if ($i ~ / tests=$/) tests = $(i + 1)
    if ($i ~ / (failures|errors)=$/) failed += $(i + 1)
  }
}
END {
  printf "swift: %d passed, %d failed\n", tests - failed, failed
  exit !(tests > 0 && failed == 0)
}' "$report-swift-testing.xml"
