#!/bin/bash
# demo-control.sh LANGUAGE...: the demonstration's negative control. In a copy of the tree one
# constant of the core is changed; every language's transcript must then differ from the true one,
# or it did not come from the core.
set -euo pipefail

cd "$(dirname "$0")/.."
here=$PWD
copy=$here/build/control
export CARGO_TARGET_DIR=$copy/target

# Anew: an old transcript would differ for another reason.
scripts/demo.sh "$@" >/dev/null

# The copy keeps what was built, so that only the changed crates are built again.
rm -rf "$copy"
mkdir -p "$copy"
git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf - | tar -xf - -C "$copy"
[ ! -d target/release ] || { mkdir -p "$copy/target" && cp -a target/release "$copy/target/"; }
[ ! -d target/tool ] || cp -a target/tool "$copy/target/"
mkdir -p "$copy/build"
[ ! -d build/python ] || ln -s "$here/build/python" "$copy/build/python"

constant='b"sceau/v1/"'
grep -q "$constant" "$copy/core/src/mac/key.rs"
sed -i "s|$constant|b\"sceau/v2/\"|" "$copy/core/src/mac/key.rs"
# Cargo judges by time: the copies are older than what was built.
find "$copy/core" "$copy/bindings" -name '*.rs' -exec touch {} +

cd "$copy"
scripts/demo.sh "$@" >"$here/build/control.txt"

changed=0
for language in "$@"; do
  if cmp -s "$here/build/demo/$language.txt" "build/demo/$language.txt"; then
    echo "demo-control: the transcript in $language did not change" >&2
    exit 1
  fi
  changed=$((changed + 1))
done
echo "demo-control: one constant of the core changed, and all $changed transcripts with it"
