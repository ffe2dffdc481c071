"""What must hold of the page and the pictures, and faults that must be noticed."""

import copy
import re
import xml.etree.ElementTree as ET

from page import PAGE, PICTURES, files, page


def check(identifiers):
    drawn_now = files(identifiers)
    assert set(PICTURES.iterdir()) | {PAGE} == set(drawn_now), "docs/anatomy has other pictures"
    for path, text in drawn_now.items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name} is stale: run scripts/anatomy"
        assert ET.fromstring(text.replace("<!DOCTYPE html>", "", 1)).find(".//{*}title") is not None
    text = drawn_now[PAGE]
    assert_whole(text)
    faults = plant_in_segments(identifiers) + plant_in_page(text)
    segments = sum(len(one["segments"]) for one in identifiers)
    print(f"anatomy: {len(identifiers)} identifiers, {segments} segments, each character in one; "
          f"{faults} planted faults noticed")


def assert_whole(text):
    """The page is well formed, needs nothing from elsewhere, and its pictures say what they are."""
    tree = ET.fromstring(text.replace("<!DOCTYPE html>", "", 1))
    assert not re.search(r"<script|<link|<img|url\(|@import|https?://(?!www\.w3\.org)|\son\w+=", text), "from elsewhere"
    ids = [one.get("id") for one in tree.iter() if one.get("id")]
    assert len(ids) == len(set(ids)), "an id twice"
    for anchor in tree.iter("a"):
        target = anchor.get("href")
        assert target[1:] in ids if target.startswith("#") else (PAGE.parent / target).exists(), target
    for svg in tree.iter("svg"):
        assert svg.get("role") == "img" and all(name in ids for name in svg.get("aria-labelledby").split())
        assert svg.find("title").text and svg.find("desc").text
    assert_legible(text)


def assert_legible(text):
    """Text has the contrast of WCAG 2.2 AA, 4.5 to 1, on what is behind it; in light and in dark."""
    light = dict(re.findall(r"(--\w+): (#\w{6})", text.split("@media", 1)[0]))
    dark = light | dict(re.findall(r"(--\w+): (#\w{6})", text.split("prefers-color-scheme: dark", 1)[1]))
    assert light != dark
    for theme in (light, dark):
        pairs = [(front, back) for front in ("text", "muted", "accent") for back in ("page", "card")]
        pairs += [("on", "muted")]
        pairs += [("text", f"t{hue}") for hue in range(1, 8)] + [("on", f"s{hue}") for hue in range(1, 8)]
        for front, back in pairs:
            ratio = contrast(theme[f"--{front}"], theme[f"--{back}"])
            assert ratio >= 4.5, f"{front} on {back}: {ratio:.2f}"


def contrast(one, other):
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(hexadecimal):
    channels = (int(hexadecimal[at:at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear))


def plant_in_segments(identifiers):
    """Overlaps, gaps and what lies outside: none may pass."""
    faults = ((0, {"last": 4}), (0, {"first": 2}), (0, {"last": 2}), (-1, {"last": 13}), (0, {"first": 0}))
    for which, change in faults:
        damaged = copy.deepcopy(identifiers)
        damaged[0]["segments"][which].update(change)
        assert refused(page, damaged), f"a planted fault is not noticed: {change}"
    return len(faults)


def plant_in_page(text):
    faults = (
        ("</article>", ""),
        ("<main>", '<main><img src="a.png"/>'),
        ("<main>", "<main><script>0</script>"),
        ("--muted: #55616f", "--muted: #95a1af"),
        ('id="nas"', 'id="nam"'),
        ('href="#nas"', 'href="#nass"'),
    )
    for old, new in faults:
        assert old in text and refused(assert_whole, text.replace(old, new, 1)), f"not noticed: {new}"
    return len(faults)


def refused(function, value):
    try:
        function(value)
    except (AssertionError, ET.ParseError):
        return True
    return False
