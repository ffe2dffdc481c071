#!/bin/bash
# Builds the shell, and writes the Kotlin and Swift sources that call it. Quick when nothing
# changed.
#
#   build/uniffi/lib/        libsceau_uniffi.a, which Swift links
#   build/uniffi/resources/  the shared library, where JNA looks inside a jar
#   build/uniffi/kotlin/     generated Kotlin, internal to the package
#   swift/Sources/           generated Swift and C (git-ignored; SwiftPM takes none from outside)
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
target=${CARGO_TARGET_DIR:-target}
out=build/uniffi

cargo build --quiet --release --package sceau-uniffi
cargo build --quiet --profile tool --package sceau-bindgen

case "$(uname -s)" in
  Darwin) suffix=dylib os=darwin ;;
  *) suffix=so os=linux ;;
esac
case "$(uname -m)" in
  x86_64) jna=$os-x86-64 ;;
  arm64 | aarch64) jna=$os-aarch64 ;;
  *) jna=$os-$(uname -m) ;;
esac
shared=$target/release/libsceau_uniffi.$suffix
stamp=$out/.generated-from

mkdir -p "$out"
exec 9>"$out/.lock"
flock 9

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml)
cat "$shared" "$here/uniffi.toml" "$here/generate.sh" Cargo.toml | cksum >"$out/.now"
if cmp -s "$out/.now" "$stamp"; then exit 0; fi

# Replaces a file only if it differs, so that the compilers after this see no change where none is.
put() {
  mkdir -p "$(dirname "$2")"
  cmp -s "$1" "$2" || cp "$1" "$2"
}

fresh=$out/fresh
rm -rf "$fresh"
"$target/tool/sceau-bindgen" generate "$shared" --language kotlin --language swift \
  --config "$here/uniffi.toml" --out-dir "$fresh" --no-format

# The generator has no visibility option: what it declares at the top level becomes internal. And it
# lets the collector free an object while its handle is being passed on.
modifiers='abstract |data |enum |open |sealed |inline '
kinds="(($modifiers)*(class|fun|interface|object|typealias|val|var) )"
handle='(value\.uniffiCloneHandle\(\))'
fence='.also { java.lang.ref.Reference.reachabilityFence(value) }'
sed -E "s/^(public )?$kinds/internal \\2/
  s/^( *\*\/ |    @Throws\([A-Za-z]+::class\) )fun \`/\\1internal fun \`/
  s/return $handle/return \\1$fence/" \
  "$fresh/org/sceau/ffi/sceau_uniffi.kt" >"$fresh/Generated.kt"
if grep -nE "^(public )?$kinds" \
  "$fresh/Generated.kt"; then
  echo "generate.sh: these would be public (above)" >&2
  exit 1
fi
put "$fresh/Generated.kt" "$out/kotlin/org/sceau/ffi/Generated.kt"
put "$fresh/SceauGenerated.swift" "$here/swift/Sources/SceauGenerated/SceauGenerated.swift"
put "$fresh/SceauFFI.h" "$here/swift/Sources/SceauFFI/include/SceauFFI.h"
put "$fresh/SceauFFI.modulemap" "$here/swift/Sources/SceauFFI/include/module.modulemap"

# SwiftPM does not look at the library it links: a source that changes with it makes it link again.
cksum <"$target/release/libsceau_uniffi.a" | sed 's|.*|/* linked: & */|' >"$fresh/library.h"
put "$fresh/library.h" "$here/swift/Sources/SceauFFI/library.h"

# The version's one place is Cargo.toml; Maven reads it from here.
mkdir -p "$here/kotlin/.mvn"
echo "-Drevision=$version" >"$fresh/maven.config"
put "$fresh/maven.config" "$here/kotlin/.mvn/maven.config"

# Stripped only now: the generator reads what stripping removes.
strip -o "$fresh/shared" -x "$shared"
put "$fresh/shared" "$out/resources/$jna/libsceau_uniffi.$suffix"
put "$target/release/libsceau_uniffi.a" "$out/lib/libsceau_uniffi.a"
rm -rf "$fresh"
mv "$out/.now" "$stamp"
