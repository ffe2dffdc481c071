#!/bin/bash
# Installs the Debian packages that the build needs, and only those that are missing. With `peers`,
# also what benches/peers.sh compares with; with `firmware`, what tests/firmware/run.sh runs on.
#
# Quiet when there is nothing to do. What cannot be installed is named, with exit status 69.
set -euo pipefail

# command that must be on the PATH = package that brings it
WANTED=(
  gcc=gcc g++=g++ clang=clang make=make cmake=cmake pkg-config=pkg-config ld=binutils
  valgrind=valgrind javac=openjdk-17-jdk-headless mvn=maven python3=python3 git=git flock=util-linux
  zbarimg=zbar-tools oathtool=oathtool hunspell=hunspell
)
skips() { [[ " ${SKIP:-} " == *" $1 "* ]]; }
skips python || WANTED+=(node=nodejs npm=npm)
command -v swift >/dev/null || skips swift || WANTED+=(debootstrap=debootstrap)

missing=()
for pair in "${WANTED[@]}"; do
  PATH="$PATH:/usr/sbin:/sbin" command -v "${pair%%=*}" >/dev/null || missing+=("${pair#*=}")
done
python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
for language in fr=fr_CA en-ca=en_CA; do
  [ -e "/usr/share/hunspell/${language#*=}.aff" ] || missing+=("hunspell-${language%=*}")
done
skips c || pkg-config --exists sqlite3 2>/dev/null || missing+=(libsqlite3-dev)
# Debian starts a server of its own when it installs this; the tests start another, and leave it be.
skips python || compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || missing+=(postgresql)
if [ "${1:-}" = peers ]; then
  pkg-config --exists libcrypto || missing+=(libssl-dev)
  pkg-config --exists liboath || missing+=(liboath-dev)
fi
if [ "${1:-}" = firmware ]; then
  command -v qemu-system-arm >/dev/null || missing+=(qemu-system-arm)
  # Where rustup has no core library for the target, Debian's compiler builds one: 150 MB, once.
  compgen -G "$(rustc --print target-libdir --target thumbv7em-none-eabi)/libcore-*.rlib" \
    >/dev/null || [ -e /usr/lib/rustlib/src/rust/library/core/Cargo.toml ] ||
    missing+=(rustc-web rust-web-src libstd-rust-web-dev)
fi
[ ${#missing[@]} -eq 0 ] && exit 0

fail() {
  echo "sceau: cannot install: ${missing[*]}" >&2
  echo "sceau: $1" >&2
  exit 69
}
command -v apt-get >/dev/null ||
  fail "this is no Debian; install these with your own package manager"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  sudo -n true 2>/dev/null ||
    fail "run: sudo apt-get install -y --no-install-recommends ${missing[*]}"
  as_root=(sudo -n)
fi

echo "sceau: installing ${missing[*]}" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install_missing() {
  "${as_root[@]}" apt-get update -q &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -q --no-install-recommends "${missing[@]}"
}
install_missing >"$log" 2>&1 || { tail -n 20 "$log" >&2; fail "apt-get failed (above)"; }
