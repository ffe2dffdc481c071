#!/bin/bash
# demo.sh LANGUAGE...: builds each language's story, runs it, compares the transcripts byte by byte,
# prints the transcript once, then a table. Exits 1 where a transcript differs, and shows it.
set -euo pipefail

cd "$(dirname "$0")/.."
out=build/demo
rm -rf "$out"
mkdir -p "$out"

for language in "$@"; do
  echo "building the story in $language" >&2
  scripts/story.sh build "$language" >"$out/$language.build" 2>&1 ||
    { tail -n 40 "$out/$language.build" >&2; echo "the story in $language does not build" >&2; exit 1; }
done

for language in "$@"; do
  begin=$(date +%s%N)
  scripts/story.sh run "$language" >"$out/$language.txt" 2>"$out/$language.err" ||
    { cat "$out/$language.err" >&2; echo "the story in $language failed" >&2; exit 1; }
  end=$(date +%s%N)
  echo $(((end - begin) / 1000000)) >"$out/$language.ms"
done

first=$1
cat "$out/$first.txt"

different=0
printf '\n%-10s %8s %12s  %s\n' language calls 'run time' transcript
for language in "$@"; do
  calls=$(sed -n 's/^calls: //p' "$out/$language.err")
  same=identical
  cmp -s "$out/$first.txt" "$out/$language.txt" || { same=DIFFERENT; different=1; }
  printf '%-10s %8s %9s ms  %s\n' "$language" "$calls" "$(cat "$out/$language.ms")" "$same"
done

if [ "$different" -ne 0 ]; then
  for language in "$@"; do
    diff -u --label "$first" --label "$language" "$out/$first.txt" "$out/$language.txt" || true
  done
  exit 1
fi
