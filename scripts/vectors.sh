#!/bin/bash
# vectors.sh LANGUAGE...: compares how many records of each vector file every language's runner ran
# (build/counts/LANGUAGE.txt, which its tests write) with the records in the file.
set -euo pipefail

cd "$(dirname "$0")/.."
mkdir -p build/counts
cargo test --quiet -p sceau-tests --test conformance -- --nocapture |
  grep -E '^[a-z_]+/[a-z0-9_]+: [0-9]+$' >build/counts/rust.txt

expected=build/counts/files.txt
for file in $(git ls-files 'tests/vectors/**.txt' | LC_ALL=C sort); do
  name=${file#tests/vectors/}
  echo "${name%.txt}: $(grep -c '^expect:' "$file")"
done >"$expected"

# agrees COUNTS LABEL: whether the counts are those of the files; shows the difference.
agrees() { diff -u --label "records in the files" --label "run in $2" "$expected" "$1"; }

total=$(awk '{ sum += $2 } END { print sum }' "$expected")
for language in "$@"; do
  LC_ALL=C sort -o "build/counts/$language.txt" "build/counts/$language.txt"
  agrees "build/counts/$language.txt" "$language" ||
    { echo "vectors: $language did not run every record" >&2; exit 1; }
  printf 'vectors: %-8s %s records of %s files\n' "$language" "$total" "$(wc -l <"$expected")"
done

# The control: a record that was not run, and a file that was not, are noticed.
sed '1s/[0-9]*$/0/' "$expected" >build/counts/control.txt
if agrees build/counts/control.txt control >/dev/null; then echo "vectors: blind" >&2; exit 1; fi
sed 1d "$expected" >build/counts/control.txt
if agrees build/counts/control.txt control >/dev/null; then echo "vectors: blind" >&2; exit 1; fi
rm build/counts/control.txt
