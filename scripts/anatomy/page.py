"""The page with all pictures, and the pictures as files of their own."""

import pathlib
import re
from html import escape

from picture import assert_covered, colour, drawn, significant


HERE = pathlib.Path(__file__).resolve().parent
DOCS = HERE.parent.parent / "docs"
PAGE, PICTURES = DOCS / "anatomy.html", DOCS / "anatomy"
STYLE, FRAME = (HERE / name for name in ("page.css", "frame.html"))

GRADES = {
    "a": (
        "A",
        "publié par l'organisme ou une norme, ou confirmé et recalculé",
        "published, or confirmed and recomputed",
    ),
    "b": ("B", "une seule source publique, solide", "one solid public source"),
    "c": (
        "C",
        "su par ouï-dire, ou déduit\u00a0: rien n'est refusé pour cela",
        "folklore, or derived: refuses nothing",
    ),
}
NOTES = (("optional", "peut manquer", "may be missing"), ("varies", "longueur variable", "of any length"))
ISSUERS = {
    "Canada Post": "Postes Canada",
    "Canada Revenue Agency": "Agence du revenu du Canada",
    "North American Numbering Plan": "Plan de numérotage nord-américain",
    "declared by the person": "déclarée par la personne",
    "the person's provider": "le fournisseur de la personne",
}


def where(segment, dash="–"):
    first, last = segment["first"], segment["last"]
    return str(first) if first == last else f"{first}{dash}{last}"


def legend(one):
    number = significant(one) if one["example"] else ""
    anywhere = any(segment["varies"] for segment in one["segments"])
    rows = []
    for count, segment in enumerate(one["segments"], 1):
        letter, french, english = GRADES[segment["grade"]]
        note = "".join(f'<span class="note">{fr} <i lang="en">/ {en}</i></span>'
                       for flag, fr, en in NOTES if segment[flag])
        text = number[segment["first"] - 1:segment["last"]]
        code = f"<code>{escape(text)}</code>" if len(text) < 9 else ""
        place = "" if anywhere else f"{where(segment)} "
        rows.append(
            f'<li><b style="background:var(--s{colour(one, segment)})">{count}</b>'
            f'<span><span class="fr">{escape(segment["french"])}</span>'
            f'<span class="en" lang="en">{escape(segment["english"])}</span>{note}</span>'
            f'<span class="where">{code}<span>{place}'
            f'<span class="pill" title="{escape(french)} / {escape(english)}">{letter}</span></span></span></li>'
        )
    if not rows:
        rows.append(
            '<li><b style="background:var(--muted)">?</b><span><span class="fr">de 1 à 64 octets, sans caractère '
            'de commande\u00a0: la borne est de Sceau</span><span class="en" lang="en">1 to 64 bytes without control '
            "characters: the bound is Sceau's own</span></span></li>"
        )
    return f"<ol>{''.join(rows)}</ol>"


def forms(one):
    rows = [("compacte", "compact", one["example"]), ("masqué", "masked", one["masked"]),
            ("à personne", "nobody's", one["synthetic"])]
    said = "".join(f'<div><dt>{fr} <span lang="en">/ {en}</span></dt><dd><code>{escape(value)}</code></dd></div>'
                   for fr, en, value in rows if value)
    return f"<dl>{said}</dl>" if said else ""


def capital(text):
    """Begins as a heading does; clicSÉQUR keeps its small letter."""
    return escape(text if text.startswith("clicSÉQUR") else text[0].upper() + text[1:])


def issuer(one):
    english = one["issuer"]
    french = ISSUERS.get(english)
    return f'{escape(french)} <span lang="en">/ {escape(english)}</span>' if french else escape(english)


def short(one):
    """Returns the short name of a number that has one, as NAM."""
    found = re.search(r"\(([A-Z]{2,})\)", one["french"])
    return found[1] if found else one["french"]


def card(one):
    return (f'<article id="{one["kind"]}" aria-labelledby="{one["kind"]}-name">'
            f'<h2 id="{one["kind"]}-name">{capital(one["french"])}</h2><p lang="en">{capital(one["english"])}</p>'
            f'<p class="issuer">{issuer(one)}</p>{drawn(one)}{legend(one)}{forms(one)}</article>')


def page(identifiers):
    for one in identifiers:
        assert_covered(one)
    links = "".join(f'<li><a href="#{one["kind"]}">{capital(short(one))}</a></li>' for one in identifiers)
    grades = "".join(f'<li><span class="pill">{letter}</span> {fr} <span lang="en">/ {en}</span></li>'
                     for letter, fr, en in GRADES.values())
    template = FRAME.read_text(encoding="utf-8")
    parts = {"style": STYLE.read_text(encoding="utf-8"), "links": links, "grades": grades,
             "cards": "\n".join(map(card, identifiers))}
    return re.sub(r"\{\{(\w+)\}\}", lambda found: parts[found[1]], template)


def alone(one):
    """Returns a picture as a file of its own, for identifiers.md."""
    style = STYLE.read_text(encoding="utf-8")
    colours = style[:style.index("* {")]
    rules = "\n".join(re.findall(r"^svg ([^\s{].*\}|[^\s{][^}]*\})$", style, flags=re.M))
    opening = '<svg xmlns="http://www.w3.org/2000/svg" lang="fr-CA"'
    head, rest = drawn(one).replace("<svg", opening, 1).split("<title", 1)
    return f"{head}<style>\n{colours}{rules}\n</style><title{rest}\n"


def files(identifiers):
    """Returns every file that is drawn, by its path."""
    pictures = {PICTURES / f"{one['kind']}.svg": alone(one) for one in identifiers if one["segments"]}
    return {PAGE: page(identifiers), **pictures}
