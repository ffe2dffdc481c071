#!/bin/bash
# The READMEs show the example files that the tests run, link to what exists, and name commands that exist.
#
#   scripts/readme.sh          fails where they do not; then damages copies, and fails unless it notices
#   scripts/readme.sh --write  puts the example files into the READMEs
#
# In a README, <!-- example: PATH --> begins an example and <!-- end --> ends it. What is shown is the
# file without the paragraph at its head, if that is a comment.
set -euo pipefail

cd "$(dirname "$0")/.."
readmes=(README.md README.fr.md)
documents=(
  "${readmes[@]}" CONTRIBUTING.md DESIGN.md SECURITY.md CHANGELOG.md docs/messages.md docs/migration-otp.md
  docs/sign-up.md docs/stores.md
)
examples=(
  core/examples/readme.rs bindings/c/examples/readme.c bindings/python/examples/readme.py
  bindings/uniffi/kotlin/src/example/kotlin/Readme.kt
  bindings/uniffi/swift/Sources/SceauReadme/main.swift
)
guides=(docs/migration.md docs/migration-otp.md docs/sign-up.md docs/stores.md)
declare -A guide_examples=(
  [docs/migration.md]=bindings/uniffi/kotlin/src/example/kotlin/Spring.kt
  [docs/migration-otp.md]=bindings/uniffi/kotlin/src/example/kotlin/JavaTotp.kt
  [docs/sign-up.md]="bindings/python/examples/sign_up.py
    bindings/uniffi/kotlin/src/example/kotlin/SignUp.kt"
  [docs/stores.md]="bindings/python/examples/sqlite_store.py
    bindings/python/examples/postgresql_store.py bindings/c/examples/sqlite_store.h
    bindings/c/examples/sqlite_store.c"
)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# written README: prints it with every example as its file has it.
written() {
  awk '
    function show(path,    line, language, body, read) {
      language = path
      sub(/.*\./, "", language)
      if (language in NAMES) language = NAMES[language]
      print "\n```" language
      while ((getline line < path) > 0) {
        if (!read++) body = line !~ /^(\/\/|\/\*|# |""\")/
        if (body) print line
        else if (line == "") body = 1
      }
      if (!body) { print "readme: " path " is missing or empty" > "/dev/stderr"; exit 1 }
      close(path)
      print "```\n"
    }
    BEGIN { NAMES["rs"] = "rust"; NAMES["py"] = "python"; NAMES["h"] = "c"; NAMES["kt"] = "kotlin" }
    /^<!-- end -->$/ { inside = 0 }
    !inside { print }
    /^<!-- example: .* -->$/ { show($3); inside = 1 }
    END { if (inside) { print "readme: an example has no end" > "/dev/stderr"; exit 1 } }' "$1"
}

# check README, check_guide GUIDE: fails unless it shows all its examples. Of a damaged copy, the
# second argument says whose it is.
check() { shows "$1" "${examples[@]}"; }
check_guide() {
  # shellcheck disable=SC2086 # Paths are words.
  shows "$1" ${guide_examples[${2:-$1}]}
}

# shows DOCUMENT EXAMPLE...: fails unless it shows these, in order, as their files have them.
shows() {
  local shown expected=("${@:2}")
  mapfile -t shown < <(sed -n 's/^<!-- example: \(.*\) -->$/\1/p' "$1")
  [ "${shown[*]}" = "${expected[*]}" ] || { echo "readme: $1 does not show all its examples"; return 1; }
  written "$1" | diff -u --label "$1" --label "the example files" "$1" - ||
    { echo "readme: scripts/readme.sh --write puts the examples right"; return 1; }
}

# check_names DOCUMENT: fails unless its relative links and its make targets exist, and its
# lines are short, but those of tables.
check_names() {
  local target link bad=0
  for link in $(grep -oE '\]\([^)#: ]+[)#]' "$1" | tr -d '])#('); do
    [ -e "$(dirname "${2:-$1}")/$link" ] || { echo "readme: $1 links to $link"; bad=1; }
  done
  for target in $(grep -oE '(^|`)(SKIP="[a-z ]*" )?make [a-z-]+' "$1" | awk '{ print $NF }'); do
    grep -q "^$target:" Makefile || { echo "readme: $1 names make $target"; bad=1; }
  done
  LC_ALL=C.UTF-8 grep -nE '^[^|].{120,}$' "$1" && { echo "readme: long lines in $1"; bad=1; }
  return "$bad"
}

# noticed CHECK DOCUMENT SED: fails unless the check refuses a copy of the document so damaged.
noticed() {
  sed "$3" "$2" >"$scratch/damaged.md"
  ! cmp -s "$2" "$scratch/damaged.md" || { echo "readme: control: nothing to damage in $2" >&2; exit 1; }
  if "$1" "$scratch/damaged.md" "$2" >/dev/null 2>&1; then
    echo "readme: control: $1 does not notice $3" >&2
    exit 1
  fi
}

if [ "${1:-}" = --write ]; then
  for readme in "${readmes[@]}" "${guides[@]}"; do
    written "$readme" >"$scratch/written.md"
    cp "$scratch/written.md" "$readme"
  done
fi

failed=0
for readme in "${readmes[@]}"; do check "$readme" || failed=1; done
for guide in "${guides[@]}"; do check_guide "$guide" || failed=1; done
for document in "${documents[@]}"; do check_names "$document" || failed=1; done
[ "$failed" -eq 0 ] || exit 1

for readme in "${readmes[@]}"; do
  noticed check "$readme" 's/"287 082"/"287 083"/'
  noticed check "$readme" '/^<!-- example: .*\.py -->$/d'
  noticed check "$readme" '/^<!-- end -->$/d'
done
noticed check_guide docs/migration.md 's/SpringParameters.V5_5/SpringParameters.V5_8/'
noticed check_guide docs/sign-up.md 's/begin immediate/begin/'
noticed check_guide docs/migration-otp.md 's/last = last/last = null/'
noticed check_guide docs/stores.md 's/ and generation = ?$//'
noticed check_names docs/stores.md 's/](..\/SECURITY.md/](SECURITY.md/'
noticed check_names README.md 's/^make demo /make demonstration /'
noticed check_names README.md 's/`make test`/`make tests`/'
noticed check_names README.md 's/](LICENSE)/](LICENCE)/'
noticed check_names README.md '1s/$/'"$(printf '%0121d' 0)"'/'
echo "readme: ${#examples[@]} examples as tested, in ${#readmes[@]} languages; fifteen damages noticed"
