"""Holds every word of the sentences, and of the identifiers' names, to Hunspell's dictionaries.

    spelling.py MESSAGES.json IDENTIFIERS.json

French words are in the French dictionary, as Canada writes them, and English ones in Canada's; what
is in neither is named below. So no sentence has a word of the other language, nor a slip.
"""

import json
import re
import subprocess
import sys

DICTIONARIES = {"fr": "fr_CA", "en": "en_CA"}
# Names, and what examples of passwords are made of.
KNOWN = {
    "fr": set("Argon2 Luhn NAM NAS NEQ QR RC RM RP RT TQ TVQ UTF-8 abcd clicSÉQUR poiuy".split()),
    "en": set("Argon2 Carnet Luhn QST Québec Sceau TQ UTF abcd clicSÉQUR du poiuy santé sortation æ œ".split()),
}


def unknown(language, texts):
    """Returns the words that the dictionary of a language does not have."""
    plain = "\n".join(re.sub(r"\{\w+\}", " ", text).replace("\u00a0", " ") for text in texts)
    command = ["hunspell", "-i", "utf-8", "-d", DICTIONARIES[language], "-l"]
    found = subprocess.run(command, input=plain, capture_output=True, text=True, check=True)
    assert not found.stderr, found.stderr
    return {word.rstrip(".") for word in found.stdout.split()} - KNOWN[language]


def main(messages_path, identifiers_path):
    with open(messages_path, encoding="utf-8") as file:
        chapters = json.load(file)["chapters"]
    with open(identifiers_path, encoding="utf-8") as file:
        identifiers = json.load(file)["identifiers"]
    texts = {}
    for language, long in (("fr", "french"), ("en", "english")):
        texts[language] = [message[language] for chapter in chapters for message in chapter["messages"]]
        texts[language] += [part[long] for one in identifiers for part in (one, *one["segments"])]
        assert not unknown(language, texts[language]), unknown(language, texts[language])
    for language, other in (("fr", "en"), ("en", "fr")):
        mixed = texts[language] + ["Wrong password, mot de passe erroné."]
        assert unknown(language, mixed), f"{language}: a sentence of the other language is not noticed"
        strange = sum(bool(unknown(language, [text])) for text in texts[other][:40])
        assert strange > 30, f"{language}: only {strange} of 40 sentences of the other language are strange"
    words = {language: len(re.findall(r"\w+", " ".join(texts[language]))) for language in texts}
    print(f"spelling: {words['fr']} French and {words['en']} English words are in Hunspell's dictionaries")


main(*sys.argv[1:])
