"""Reads the exported sentences as others do: JSON by Python, XLIFF 1.2 by Translate Toolkit.

    messages.py MESSAGES.json MESSAGES.xlf [xliff-core-1.2-strict.xsd]

Both files say the same; every placeholder of a sentence is declared, in both languages and as an
element that translators' tools protect. Translate Toolkit's own filters find no fault either. With
OASIS's schema (Debian's php-symfony-translation has a copy, and the xml.xsd that it imports), the
file is also valid.
"""

import json
import pathlib
import re
import sys

from lxml import etree
from translate.filters import checks
from translate.storage import xliff

TYPES = {"number", "moment", "letter", "phrase", "sentence"}
READERS = {"citizen", "operator", "developer", "citizen_or_operator"}


FILTERS = {"variables", "brackets", "doublespacing", "endwhitespace", "startwhitespace", "blank", "unchanged"}


def braces(text):
    return re.findall(r"\{(\w+)\}", text)


def sentences(document):
    """Returns (key, French, English, placeholders) of the JSON document, after looking at it."""
    assert document["format"] == 1 and document["languages"] == {"fr": "fr-CA", "en": "en-CA"}
    types = {one["name"]: one["type"] for one in document["placeholders"]}
    assert set(types.values()) == TYPES
    found = []
    for chapter in document["chapters"]:
        assert set(chapter) == {"type", "reader", "note", "n", "messages"}
        assert chapter["reader"] in READERS and chapter["note"] and chapter["messages"]
        for one in chapter["messages"]:
            assert set(one) == {"name", "fr", "en", "note", "placeholders"}
            names = one["placeholders"]
            for text in (one["fr"], one["en"]):
                assert sorted(braces(text)) == sorted(names), one
            assert "n" not in names or chapter["n"], one
            key = f"{chapter['type']}.{one['name']}"
            found.append((key, one["fr"], one["en"], {name: types[name] for name in names}))
    assert len({key for key, *_ in found}) == len(found)
    return found


def elements(node):
    """Returns the placeholders of a source or target by name, with their types."""
    found = {}
    for element in node.iterfind("{*}ph"):
        name = element.get("id")
        assert element.text == element.get("equiv-text") == f"{{{name}}}" and name not in found
        found[name] = element.get("ctype").removeprefix("x-")
    return found


def units(path):
    """Returns the same of the XLIFF file, as Translate Toolkit reads it."""
    store = xliff.xlifffile.parsefile(path)
    assert store.getsourcelanguage() == "en-CA" and store.gettargetlanguage() == "fr-CA"
    files = list(store.document.getroot().iterfind("{*}file"))
    assert {one.get("target-language") for one in files} == {"fr-CA"}
    found = []
    for unit in store.units:
        assert unit.isapproved() and unit.istranslated() and unit.getnotes(), unit.xmlelement.get("id")
        source, target = (unit.xmlelement.find(f"{{*}}{name}") for name in ("source", "target"))
        assert elements(source) == elements(target)
        key = unit.xmlelement.get("id")
        assert key == unit.xmlelement.get("resname")
        assert not complaints(unit), (key, complaints(unit))
        found.append((key, str(unit.target), str(unit.source), elements(target)))
    return found


def complaints(unit):
    """Returns which of Translate Toolkit's own filters a translation fails, matters of style apart."""
    config = checks.CheckerConfig(targetlanguage="fr_CA", varmatches=[("{", "}")])
    return FILTERS & set(checks.StandardChecker(config).run_filters(unit))


def assert_the_filters_see():
    for source, target, fault in (
        ("Attempts left: {n}.", "Essais restants\u00a0: {m}.", "variables"),
        ("Attempts (left).", "Essais (restants.", "brackets"),
        ("Attempts left.", "Essais  restants.", "doublespacing"),
        ("Attempts left.", "Attempts left.", "unchanged"),
        ("Attempts left.", "Essais restants. ", "endwhitespace"),
    ):
        unit = xliff.xliffunit(source)
        unit.target = target
        assert complaints(unit) == {fault}, (target, complaints(unit))


class Beside(etree.Resolver):
    """Takes what a schema imports from the folder of the schema."""

    def __init__(self, folder):
        super().__init__()
        self.folder = folder

    def resolve(self, url, _public, context):
        return self.resolve_filename(str(self.folder / pathlib.Path(url).name), context)


def assert_valid(path, schema_path):
    parser = etree.XMLParser()
    parser.resolvers.add(Beside(pathlib.Path(schema_path).parent))
    schema = etree.XMLSchema(etree.parse(schema_path, parser))
    document = etree.parse(path)
    schema.assertValid(document)
    document.find("{*}file").attrib.pop("datatype")
    assert not schema.validate(document), "the schema misses nothing"


def main(json_path, xliff_path, schema_path=None):
    with open(json_path, encoding="utf-8") as file:
        expected = sentences(json.load(file))
    assert_the_filters_see()
    assert units(xliff_path) == expected
    if schema_path:
        assert_valid(xliff_path, schema_path)
    with_placeholders = sum(1 for *_, names in expected if names)
    print(f"messages: {len(expected)} sentences in two languages, {with_placeholders} with placeholders, "
          "read by Translate Toolkit")


main(*sys.argv[1:])
