#!/bin/bash
# Builds the wheel, build/wheels/sceau-*.whl, and installs it alone in a fresh environment,
# build/wheel, whose Python also sees the tools of build/python.
set -euo pipefail

cd "$(dirname "$0")/../.."
scripts/setup/python.sh
tools=$PWD/build/python

mkdir -p build
exec 9>build/wheel.lock
flock 9
rm -rf build/wheels
"$tools/bin/maturin" build --release --strip --locked --out build/wheels \
  --manifest-path bindings/python/Cargo.toml --interpreter "$tools/bin/python" \
  >build/wheel.log 2>&1 || { cat build/wheel.log >&2; exit 1; }
wheel=$(ls build/wheels/sceau-*.whl)

stamp=build/wheel/.sceau-wheel
now=$(cat "$wheel" bindings/python/requirements.txt bindings/python/build.sh | cksum)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now" ]; then exit 0; fi
rm -rf build/wheel
"$tools/bin/python" -m venv --without-pip build/wheel
"$tools/bin/pip" --quiet --python build/wheel/bin/python install --no-deps --no-index "$wheel"
site() { "$1" -c 'import sysconfig; print(sysconfig.get_path("purelib"))'; }
site "$tools/bin/python" >"$(site build/wheel/bin/python)/tools.pth"
echo "$now" >"$stamp"
