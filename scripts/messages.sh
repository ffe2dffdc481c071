#!/bin/bash
# docs/messages.json and docs/messages.xlf: every sentence, written from the core's own tables.
#
#   scripts/messages.sh          writes both
#   scripts/messages.sh --check  fails where they are stale; has Translate Toolkit read them, and
#                                Hunspell each word; then damages copies, and fails unless it notices
set -euo pipefail

cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cargo run --quiet -p sceau --example messages -- json >"$scratch/messages.json"
cargo run --quiet -p sceau --example messages -- xliff >"$scratch/messages.xlf"

if [ "${1:-}" != --check ]; then
  cp "$scratch"/messages.{json,xlf} docs/
  exit 0
fi
for file in messages.json messages.xlf; do
  cmp -s "$scratch/$file" "docs/$file" ||
    { echo "messages: docs/$file is stale; run scripts/messages.sh" >&2; exit 1; }
done

scripts/setup/python.sh
read_by_others() { build/python/bin/python tests/peers/messages.py "$1"/messages.{json,xlf}; }
read_by_others docs
python3 tests/peers/spelling.py docs/messages.json docs/identifiers.json

# damage FILE SCRIPT: a copy with one fault must neither pass as written nor be read as right.
damage() {
  cp "$scratch"/messages.{json,xlf} "$scratch/damaged/"
  sed -i "$2" "$scratch/damaged/$1"
  if cmp -s "$scratch/$1" "$scratch/damaged/$1" || read_by_others "$scratch/damaged" >/dev/null 2>&1; then
    echo "messages: a damaged $1 is not noticed: $2" >&2
    exit 1
  fi
  damaged=$((damaged + 1))
}
mkdir "$scratch/damaged"
damaged=0
damage messages.json '0,/Wrong security code/s//Wrong code/'
damage messages.json '0,/"placeholders": \["n"\]/s//"placeholders": []/'
damage messages.json '$d'
damage messages.xlf '0,/Wrong security code/s//Wrong code/'
damage messages.xlf '0,/{until}<\/ph>/s//{untill}<\/ph>/'
damage messages.xlf '0,/ctype="x-number"/s//ctype="x-letter"/'
damage messages.xlf '0,/<target state="final">[^<]*<\/target>/s///'
damage messages.xlf '0,/ approved="yes"/s///'
damage messages.xlf '0,/<\/source>/s//\&<\/source>/'
damage messages.xlf '0,/id="ChallengeOutcome.wrong"/s//id="ChallengeOutcome.expired"/'
damage messages.xlf '0,/target-language="fr-CA"/s//target-language="fr"/'
echo "messages: docs/ is as the core has it; $damaged damaged copies noticed"
