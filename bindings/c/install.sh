#!/bin/bash
# install.sh PREFIX: builds the library, and installs header, static and shared library, and what
# pkg-config and CMake read.
set -euo pipefail

prefix=${1:?usage: install.sh PREFIX}
mkdir -p "$prefix"
prefix=$(cd "$prefix" && pwd)
cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-target}
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml)

cargo build --quiet --release --package sceau-c
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
bindings/c/localise.sh "$target/release/libsceau.a" "$scratch/libsceau.a"
strip --strip-unneeded -o "$scratch/libsceau.so" "$target/release/libsceau.so"

lib=$prefix/lib
install -d "$prefix/include" "$lib/pkgconfig" "$lib/cmake/sceau" "$prefix/share/doc/sceau"
install -m 644 LICENSE "$prefix/share/doc/sceau/"
install -m 644 include/sceau.h "$prefix/include/"
install -m 644 "$scratch/libsceau.a" "$lib/"
install -m 755 "$scratch/libsceau.so" "$lib/libsceau.so.$version"
ln -sf "libsceau.so.$version" "$lib/libsceau.so.0"
ln -sf libsceau.so.0 "$lib/libsceau.so"
sed -e "s|@PREFIX@|$prefix|" -e "s|@VERSION@|$version|" bindings/c/sceau.pc.in \
  >"$lib/pkgconfig/sceau.pc"
for file in sceau-config.cmake sceau-config-version.cmake; do
  sed -e "s|@VERSION@|$version|" "bindings/c/cmake/$file.in" >"$lib/cmake/sceau/$file"
done
echo "installed Sceau $version in $prefix"
