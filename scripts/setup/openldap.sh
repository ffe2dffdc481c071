#!/bin/bash
# Unpacks Debian's OpenLDAP below build/openldap: its slappasswd makes stored passwords for the tests
# of bindings/python. Nothing is installed, so no directory server starts. What cannot be had is
# named, with exit status 69.
set -euo pipefail

cd "$(dirname "$0")/../.."
root=$PWD/build/openldap
[ -e "$root/.sceau-complete" ] && exit 0

fail() {
  echo "sceau: no slappasswd: $1" >&2
  exit 69
}
command -v apt-get >/dev/null || fail "this is no Debian"
mkdir -p build
exec 9>build/openldap.lock
flock 9
[ -e "$root/.sceau-complete" ] && exit 0

echo "sceau: setting up OpenLDAP in build/openldap" >&2
if ! apt-cache show slapd slapd-contrib >/dev/null 2>&1; then
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  "${as_root[@]}" apt-get update -q >/dev/null || fail "apt-get update failed (above)"
fi
# The two, and the libraries that they need and the system has not.
mapfile -t needed < <(apt-get -s install --no-install-recommends slapd slapd-contrib |
  awk '/^Inst/ { print $2 }')
rm -rf "$root"
mkdir -p "$root/packages"
(cd "$root/packages" && apt-get download -q slapd slapd-contrib "${needed[@]}" >../log 2>&1) ||
  { tail -n 5 "$root/log" >&2; fail "apt-get download failed (above)"; }
for package in "$root"/packages/*.deb; do dpkg -x "$package" "$root"; done

# The program, with its libraries: slappasswd ARGUMENTS.
cat >"$root/slappasswd" <<'END'
#!/bin/bash
root=$(dirname "$(readlink -f "$0")")
LD_LIBRARY_PATH=$(echo "$root"/usr/lib/*-linux-gnu*) \
  exec "$root/usr/sbin/slappasswd" -o module-path="$root/usr/lib/ldap" "$@"
END
chmod +x "$root/slappasswd"
"$root/slappasswd" -n -h '{SSHA}' -s essai | grep -q '^{SSHA}' || fail "it does not run"
touch "$root/.sceau-complete"
