"""The wheel's NAS and keys of names against python-stdnum and `unicodedata`, in turn, as ratios.

The columns are those of `benches/src/peers/table.rs`. It decides nothing: it prints.
"""

import sys
import unicodedata
from collections.abc import Callable
from importlib import metadata

from pairs import compare, row
from stdnum.ca import sin

from sceau import _native
from sceau.identifier import Level, Nas
from sceau.name import fold, keys

NUMBERS = ["130692544", "123456782", "999999998", "130 692 544", "123-456-782"]
NAMES = [
    "Tremblay", "Gagnon", "Roy", "Côté", "Bouchard", "Bélanger", "Lévesque", "St-Pierre",
    "L'Écuyer", "Marie-Josée", "Jean-François", "SERAPHIN", "ÉLISE", "Hélène", "Saint-Germain",
    "Benoi\u0302t", "He\u0301le\u0300ne", "Marc-André Lapointe", "Desjardins", "Geneviève",
]  # fmt: skip
TURNS = 20
MANY_NUMBERS, MANY_NAMES = NUMBERS * 200, NAMES * 50


def nas(text: str) -> str:
    """Returns a number that was checked."""
    number = Nas.parse(text)
    number.check()
    return number.compact


def nas_alone(text: str) -> str:
    """Checks a number without an object for it: what a column of numbers would cost."""
    return _native.nas_check(text)


def key_alone(name: str) -> str:
    """Returns a key of letters without an object around it."""
    return _native.name_fold(name)


def key(name: str) -> str:
    """Returns a key of letters, by Sceau."""
    return fold(name).letters


def normalized(name: str) -> str:
    """Returns the key that is usually made: decomposed, marks dropped, case folded."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def each(work: Callable[[str], str], texts: list[str]) -> Callable[[], None]:
    """Returns the work of doing it for each text, many times."""

    def do() -> None:
        for _ in range(TURNS):
            for text in texts:
                work(text)

    return do


def one_by_one(work: Callable[[str], str], texts: list[str]) -> Callable[[], list[str]]:
    """Returns the work of doing it for a list, by a peer that takes one text at a time."""
    return lambda: [work(text) for text in texts]


for number in NUMBERS:
    if nas(number) != sin.validate(number):
        sys.exit("python-stdnum checks otherwise")
for name in NAMES:
    if key(name) != "".join(filter(str.isalpha, normalized(name))).upper():
        sys.exit("unicodedata folds otherwise")
if Nas.levels(MANY_NUMBERS) != [Level.CHECK_DIGIT] * len(MANY_NUMBERS):
    sys.exit("the list checks otherwise")
if keys(MANY_NAMES) != [fold(name).versioned for name in MANY_NAMES]:
    sys.exit("the list folds otherwise")

peer = f"python-stdnum {metadata.version('python-stdnum')}"
row("NAS", peer, compare(each(nas, NUMBERS), each(sin.validate, NUMBERS)))
row("NAS, no object", peer, compare(each(nas_alone, NUMBERS), each(sin.validate, NUMBERS)))
row(
    "NAS, a list",
    peer,
    compare(lambda: Nas.levels(MANY_NUMBERS), one_by_one(sin.validate, MANY_NUMBERS)),
)
peer = f"unicodedata {unicodedata.unidata_version}"
row("name, key", peer, compare(each(key, NAMES), each(normalized, NAMES)))
row("key, no object", peer, compare(each(key_alone, NAMES), each(normalized, NAMES)))
row(
    "key, a list",
    peer,
    compare(lambda: keys(MANY_NAMES), one_by_one(normalized, MANY_NAMES)),
)
