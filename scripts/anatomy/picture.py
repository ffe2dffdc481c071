"""The picture of one identifier: its characters, what they belong to, and a number for the legend."""

import re
from html import escape

HEIGHT, TOP, SIDE = 40, 3, 3
BETWEEN = {" ": 12, "-": 16}
UNKNOWN = (330, 64)


def significant(one):
    """Returns the characters that segments count: without what is written between the groups."""
    return one["example"] if one["pattern"] is None else re.sub(r"[^A-Za-z0-9]", "", one["example"])


def assert_covered(one):
    """Every character of the example is in one segment, and in one only."""
    owners = [0] * len(significant(one) if one["example"] else "")
    for segment in one["segments"]:
        assert 1 <= segment["first"] <= segment["last"] <= len(owners), f"{one['kind']}: out of the number"
        for place in range(segment["first"] - 1, segment["last"]):
            owners[place] += 1
    assert all(count == 1 for count in owners), f"{one['kind']}: {owners}"


def places(one):
    """Returns (character, index in the number or None) of the form that people read."""
    characters, rest = list(one["display"]), list(significant(one))
    found = []
    for character in reversed(characters):
        index = None
        if rest and rest[-1] == character:
            rest.pop()
            index = len(rest)
        found.append((character, index))
    assert not rest, f"{one['kind']}: the display form is of another number"
    return found[::-1]


def colour(one, segment):
    """The check digit has a colour of its own; the others take turns."""
    if segment["english"].startswith("check digit"):
        return 7
    others = [other for other in one["segments"] if not other["english"].startswith("check digit")]
    return others.index(segment) % 6 + 1


def cell(one):
    """Returns how wide a character is: a long number must fit on a telephone."""
    return 26 if len(one["display"]) < 16 else 20


def laid_out(one):
    """Returns the left edge of every character, what stands between them, and the width."""
    edges, between, x = {}, [], SIDE
    for character, index in places(one):
        if index is None:
            width = BETWEEN.get(character, 15)
            if character.strip():
                between.append((x + width / 2, character))
        else:
            width = cell(one)
            edges[index] = x
        x += width
    return edges, between, x + SIDE


def runs(edges, segment, wide):
    """Returns (first, last) of what stands side by side in a segment."""
    found = []
    for index in range(segment["first"] - 1, segment["last"]):
        if found and edges[found[-1][1]] + wide == edges[index]:
            found[-1][1] = index
        else:
            found.append([index, index])
    return found


def drawn(one):
    """Returns the picture of one number."""
    if not one["segments"]:
        return unknown(one)
    edges, between, width = laid_out(one)
    parts, number, one_wide = [], significant(one), cell(one)
    for count, segment in enumerate(one["segments"], 1):
        hue = colour(one, segment)
        dashed = " dashed" if segment["optional"] or segment["varies"] else ""
        for first, last in runs(edges, segment, one_wide):
            wide = edges[last] + one_wide - edges[first]
            parts.append(f'<rect class="tint{dashed}" x="{edges[first] + 1}" y="{TOP}" width="{wide - 2}" '
                         f'height="{HEIGHT}" rx="5" style="fill:var(--t{hue});stroke:var(--s{hue})"/>')
            for index in range(first + 1, last + 1):
                parts.append(f'<path class="divide" d="M{edges[index]} {TOP + 2}v{HEIGHT - 4}"/>')
        left, right = edges[segment["first"] - 1] + 4, edges[segment["last"] - 1] + one_wide - 4
        middle, y = (left + right) / 2, TOP + HEIGHT + 5
        parts.append(f'<path class="brace{dashed}" style="stroke:var(--s{hue})" '
                     f'd="M{left} {y}v5H{right}v-5M{middle:g} {y + 5}v6"/>')
        parts.append(f'<circle cx="{middle:g}" cy="{y + 20}" r="10.5" style="fill:var(--s{hue})"/>')
        parts.append(f'<text class="badge" x="{middle:g}" y="{y + 25}">{count}</text>')
    size = "cell" if one_wide > 22 else "cell narrow"
    for index, x in edges.items():
        parts.append(f'<text class="{size}" x="{x + one_wide / 2:g}" y="{TOP + 28}">{escape(number[index])}</text>')
    for x, character in between:
        parts.append(f'<text class="between" x="{x:g}" y="{TOP + 28}">{escape(character)}</text>')
    return picture(one, width, TOP + HEIGHT + 38, parts)


def unknown(one):
    width, height = UNKNOWN
    parts = [
        f'<rect class="unknown" x="2" y="2" width="{width - 4}" height="{height - 4}" rx="8"/>',
        f'<text class="said" x="{width / 2:g}" y="28">format non publié</text>',
        f'<text class="said second" x="{width / 2:g}" y="49" lang="en">format not published</text>',
    ]
    return picture(one, width, height, parts)


def picture(one, width, height, parts):
    kind = one["kind"]
    french, english = (described(one, language) for language in ("french", "english"))
    return (f'<svg role="img" viewBox="0 0 {width} {height}" width="{width * 1.15:.0f}" height="{height * 1.15:.0f}" '
            f'aria-labelledby="{kind}-title {kind}-desc">'
            f'<title id="{kind}-title">{escape(one["french"])} / {escape(one["english"])}</title>'
            f'<desc id="{kind}-desc">{escape(french)} / {escape(english)}</desc>{"".join(parts)}</svg>')


def described(one, language):
    """Says in words what the picture shows."""
    if not one["segments"]:
        return "Le format n'est pas publié." if language == "french" else "The format is not published."
    number = significant(one)
    said = [f"{number[part['first'] - 1:part['last']]}\u00a0: {part[language]}" if language == "french"
            else f"{number[part['first'] - 1:part['last']]}: {part[language]}" for part in one["segments"]]
    return f"{one['display']}. {'; '.join(said)}."
