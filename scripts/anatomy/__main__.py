"""Draws which characters of each identifier mean what, from docs/identifiers.json: docs/anatomy.html,
and the pictures of docs/identifiers.md in docs/anatomy.

    python3 scripts/anatomy          writes the page and the pictures
    python3 scripts/anatomy --check  fails where they are stale, or not what they say; then plants
                                     faults in copies, and fails unless it notices

The page is one file: no script, nothing from elsewhere, in French and English, light and dark.
"""

import json
import sys

sys.dont_write_bytecode = True

from gate import check
from page import DOCS, PICTURES, files


def main():
    text = (DOCS / "identifiers.json").read_text(encoding="utf-8")
    identifiers = json.loads(text)["identifiers"]
    if sys.argv[1:] == ["--check"]:
        check(identifiers)
        return
    PICTURES.mkdir(exist_ok=True)
    for path, text in files(identifiers).items():
        path.write_text(text, encoding="utf-8")


main()
