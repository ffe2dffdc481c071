#!/bin/bash
# Makes sure that scripts/swift has a Swift 6 to run.
#
# Where `swift` is on the PATH there is nothing to do. Elsewhere, Debian trixie's Swift goes into a
# folder of its own (2 GB, once), which all checkouts of this user share. Two runs at once are safe,
# and so is a run after one that was killed. What cannot be had is named, with exit status 69.
set -euo pipefail

fail() {
  echo "sceau: no Swift: $1" >&2
  echo 'sceau: install Swift 6 yourself, or leave it out with SKIP="swift"' >&2
  exit 69
}

if command -v swift >/dev/null; then
  swift --version 2>&1 | grep -Eq 'Swift version ([6-9]|[1-9][0-9])\.' ||
    fail "the swift on the PATH is older than 6.0"
  exit 0
fi

cache=${SCEAU_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/sceau}
root=$cache/swift-6.0
ready() { [ -e "$root/.sceau-complete" ]; }
ready && exit 0

[ "$(id -u)" -eq 0 ] || fail "the set-up of a Debian folder needs root, once"
PATH="$PATH:/usr/sbin:/sbin"
command -v debootstrap >/dev/null ||
  fail "debootstrap is missing (scripts/setup/debian.sh installs it)"
sources=/etc/apt/sources.list.d/debian.sources
mirror=$(awk '/^URIs:/ { print $2; exit }' "$sources" 2>/dev/null || true)
[ -n "$mirror" ] ||
  mirror=$(awk '$1 == "deb" { for (i = 2; i <= NF; i++) if ($i ~ /^http/) { print $i; exit } }' \
    /etc/apt/sources.list 2>/dev/null || true)
[ -n "$mirror" ] || fail "apt's sources name no Debian mirror"

mkdir -p "$cache"
exec 9>"$cache/swift-6.0.lock"
flock 9
ready && exit 0

echo "sceau: setting up Swift in $root (2 GB, about two minutes, once)" >&2
partial=$root.partial
rm -rf --one-file-system "$partial" "$root"
log=$cache/swift-6.0.log
# A private mount namespace: what debootstrap mounts disappears with it, even when it is killed.
# It keeps the lock open: were this script killed, the next run would wait for it to end.
unshare --mount --propagation private debootstrap --variant=minbase \
  --include=swiftlang,libc6-dev,libstdc++-14-dev trixie "$partial" "$mirror" >"$log" 2>&1 ||
  { tail -n 5 "$log" >&2; fail "debootstrap failed (log: $log)"; }
rm -rf "$partial"/var/cache/apt/archives/*.deb "$partial"/var/lib/apt/lists/* \
  "$partial"/usr/libexec/swift/lib/swift_static \
  "$partial"/usr/libexec/swift/bin/{lldb,lldb-dap,lldb-server,repl_swift,sourcekit-lsp,clangd,docc}
touch "$partial/.sceau-complete"
mv "$partial" "$root"
