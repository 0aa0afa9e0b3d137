"""Elements of HTML: which are not printed, which stand in a line, the rows and cells of a table, markers of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from loaders.formats.making.counting import figure

Element = etree._Element

BOLD = frozenset(("b", "strong", "th"))
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
})  # fmt: skip
TITLES = {f"h{level}": level for level in range(1, 7)}
_SKIPPED = frozenset({
    "button", "canvas", "del", "dialog", "head", "iframe", "math", "nav", "noscript", "object", "script", "select",
    "style", "svg", "template",
})  # fmt: skip
_FRAME = frozenset(("navigation", "contentinfo", "search", "menu", "menubar", "dialog", "alertdialog"))
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def tag_of(element: Element) -> str:
    """Return the name of ``element`` in small letters."""
    return str(element.tag).lower()


def is_printed(element: Element) -> bool:
    """Tell whether ``element`` is shown to a reader of the page, and part of what the page says."""
    return not (tag_of(element) in _SKIPPED or _is_hidden(element) or _is_running(element))


def is_header(row: Element | None) -> bool:
    """Tell whether every cell of ``row`` is a title."""
    return row is not None and all(tag_of(cell) == "th" for cell in cells_of(row))


def is_one_of_several(definition: Element) -> bool:
    """Tell whether another definition of the same term stands beside ``definition``: they are a list."""
    beside = (definition.getprevious(), definition.getnext())
    return any(one is not None and one.tag == "dd" for one in beside)


def _is_hidden(element: Element) -> bool:
    """Tell whether ``element`` is marked as not shown."""
    return "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")) is not None


def _is_running(element: Element) -> bool:
    """Tell whether ``element`` is a page's header or footer, as LibreOffice marks them, or the frame of a site.

    A ``footer`` beside what the page marks as its main part is the site's; one within it, or in a page without one, may
    hold the signatures.
    """
    tag = tag_of(element)
    if tag == "div" and element.get("title", "") in ("header", "footer"):
        return True
    return element.get("role", "") in _FRAME or (
        tag == "footer"
        and any(True for name in ("main", "article") for _ in element.itersiblings(name, preceding=True))
    )


def rows_of(table: Element) -> Iterator[Element]:
    """Give the rows of ``table``, not those of tables within it."""
    for child in table:
        tag = tag_of(child)
        if tag == "tr":
            yield child
        elif tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def cells_of(row: Element) -> Iterator[Element]:
    """Give the cells of a row."""
    return row.iterchildren("td", "th")


def span_of(cell: Element, name: str) -> int:
    """Return how many columns or rows a cell covers."""
    value = cell.get(name, "").strip()
    return int(value) if value.isdecimal() and len(value) < 6 else 1


def depth_of(item: Element) -> int:
    """Return in how many lists the list of ``item`` stands."""
    return max(sum(1 for _ in item.iterancestors("ul", "ol", "menu")) - 1, 0)


def marker_of(item: Element, above: int | None) -> tuple[str, int]:
    """Return the marker printed before ``item``, a dash or its number, and this number, one after that ``above`` it.

    The first of a list has the number with which that starts; one that is given its own has this.
    """
    parent = item.getparent()
    if parent is None or tag_of(parent) != "ol":
        return "-", 0
    given = item.get("value", "").strip().isdecimal()
    number = span_of(item, "value") if given else span_of(parent, "start") if above is None else above + 1
    return f"{figure(number, _FORMS.get(parent.get('type', ''), 'decimal'))}.", number
