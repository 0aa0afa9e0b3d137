"""What the styles of an ODT say: what is bold, what is a title, and how lists and titles are numbered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from loaders.formats.office.numbering import LEVELS, Level, Numbering

Element = etree._Element

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
OUTLINE = "outline-style"
"""The name under which the numbers of titles are counted, beside those of lists."""

_BOLD = ("bold", "700", "800", "900")
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def name_in(space: str, name: str) -> str:
    """Return the qualified name of ``name`` in one of the name spaces of an ODT (``text``, ``style`` ...)."""
    return f"{{{_NAMES}{space}:1.0}}{name}"


def bold_styles(root: Element) -> frozenset[str]:
    """Return the names of the styles that print bold."""
    return frozenset(
        style.get(name_in("style", "name"), "")
        for style in root.iter(name_in("style", "style"))
        for properties in style.iterchildren(name_in("style", "text-properties"))
        if properties.get(name_in("xsl-fo-compatible", "font-weight")) in _BOLD
    )


def title_styles(root: Element) -> frozenset[str]:
    """Return the names of the styles of the document's title."""
    styles = root.iter(name_in("style", "style"))
    based = (s for s in styles if s.get(name_in("style", "parent-style-name")) == "Title")
    return frozenset({"Title"} | {style.get(name_in("style", "name"), "") for style in based})


def numbering(roots: Iterable[Element]) -> Numbering:
    """Return how the lists of the parts ``roots`` count, by the names of their styles, and the titles (OUTLINE)."""
    lists = {}
    for root in roots:
        for style in root.iter(name_in("text", "list-style"), name_in("text", "outline-style")):
            titles = style.tag == name_in("text", "outline-style")
            lists[OUTLINE if titles else style.get(name_in("style", "name"), "")] = dict(_levels(style))
    return Numbering(lists)


def _levels(style: Element) -> Iterator[tuple[int, Level]]:
    """Give the levels of a list that count, each with its depth from 0."""
    for node in style.iterchildren(name_in("text", "list-level-style-number"), name_in("text", "outline-level-style")):
        depth = _number(node, "level", 1) - 1
        form = _FORMS.get(node.get(name_in("style", "num-format"), "1"), "none")
        shown = range(max(depth - _number(node, "display-levels", 1) + 1, 0), depth + 1)
        label = ".".join(f"%{level + 1}" for level in shown)
        before, after = (node.get(name_in("style", f"num-{part}"), "") for part in ("prefix", "suffix"))
        if depth < LEVELS:
            yield depth, Level(form, f"{before}{label}{after}", _number(node, "start-value", 1))


def _number(node: Element, name: str, default: int) -> int:
    """Return a small number that an attribute holds."""
    text = node.get(name_in("text", name), "")
    return int(text) if text.isdecimal() and len(text) < 6 else default
