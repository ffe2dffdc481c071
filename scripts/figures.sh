#!/bin/bash
# Prints what is measured about the tree itself: the largest files and functions of the product, and
# the size of the C library for a caller of everything.
set -euo pipefail

cd "$(dirname "$0")/.."
sources() { git ls-files 'core/src/*.rs' 'bindings/*.rs' ':!core/src/text/tables.rs'; }

echo "lines of a file without its tests, largest five:"
sources | while read -r file; do
  awk -v file="$file" '/^#\[cfg\(test\)\]/ { exit } { n++ } END { print n + 0, file }' "$file"
done | sort -rn | sed -n 1,5p | sed 's/^/  /'

echo "lines of a function, largest five:"
sources | while read -r file; do
  awk -v file="$file" '
    /^#\[cfg\(test\)\]/ { exit }
    match($0, /^ *(pub(\([a-z]+\))? )?(const )?(unsafe )?(extern "C" )?fn [a-z_0-9]+/) && !inside {
      match($0, /^ */); indent = RLENGTH; begin = NR; inside = 1
      name = $0; sub(/^.*fn /, "", name); sub(/[^a-z_0-9].*/, "", name)
      if ($0 ~ /;$/ || $0 ~ /}$/) inside = 0
    }
    inside && match($0, /^ *}/) && RLENGTH == indent + 1 {
      print NR - begin + 1, name, file; inside = 0
    }' "$file"
done | sort -rn | sed -n 1,5p | sed 's/^/  /'

echo "the C library, linked for a caller of everything:"
tests/nopanic/run.sh | grep -E 'bytes' | sed 's/^/  /'
