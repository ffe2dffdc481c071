#!/bin/bash
# Builds the Swift package and runs its tests; SwiftPM's own files are in build/swift.
set -euo pipefail

cd "$(dirname "$0")"
../generate.sh
checkout=$(cd ../../.. && pwd -P)
export SCEAU_LIB_DIR=$checkout/build/uniffi/lib
exec "$checkout/scripts/swift" test --scratch-path "$checkout/build/swift" "$@"
