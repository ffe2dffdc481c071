#!/bin/bash
# Checks that cargo is there, and new enough. It downloads nothing.
set -euo pipefail

want=1.95
say_how() {
  echo "sceau: $1" >&2
  echo "sceau: install Rust $want or later with rustup (rust-lang.org/tools/install):" >&2
  echo "sceau:   rustup update stable" >&2
  exit 69
}
command -v cargo >/dev/null || say_how "cargo is not on the PATH"
have=$(cargo --version | awk '{ print $2 }')
[ "$(printf '%s\n%s\n' "$want" "$have" | sort -V | head -n 1)" = "$want" ] ||
  say_how "cargo $have is older than $want"
