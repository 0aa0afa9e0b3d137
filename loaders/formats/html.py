"""HTML: real tables with spans, lists, titles; each word with the line of the source that it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from loaders.document import Block, Document
from loaders.formats.flow import Flow
from loaders.formats.grid import Slot
from loaders.formats.intake import Intake
from loaders.formats.joining import Lexicon
from loaders.formats.limits import MAX_MARKUP
from loaders.formats.markup import Writer
from loaders.formats.nested import table_or_blocks
from loaders.formats.noise import without_postmarks
from loaders.formats.spelling import normalise
from loaders.formats.tables import finished

Element = etree._Element

_SKIPPED = frozenset(
    (
        "del",
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "nav",
        "svg",
        "math",
        "select",
        "object",
        "iframe",
        "canvas",
        "button",
        "dialog",
    )
)
_FRAME = frozenset(("navigation", "contentinfo", "search", "menu", "menubar", "dialog", "alertdialog"))
_BOLD = frozenset(("b", "strong", "th"))
_TITLES = {f"h{level}": level for level in range(1, 7)}
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
})  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_LAST_LINE = 65_534
"""The last line that libxml2 tells of an element; beyond it the line breaks of the text alone are counted."""


def read(intake: Intake) -> Document:
    """Return the document. Raises DocumentError where the source cannot be decoded or exceeds the limits."""
    root = parse(intake.text, intake)
    lines = intake.text.splitlines()
    writer = Writer(Flow(Lexicon.of(normalise(str(text)) for text in root.itertext())), intake)
    _Source(writer, 1).element(root)
    blocks = without_postmarks(finished(writer.close(), paged=False))
    return intake.document(blocks, len(lines), "text/html", lines)


def table_blocks(text: str, line: int, lexicon: Lexicon, origin: Intake) -> list[Block]:
    """Return the blocks of ``text``, a table within a Markdown file that begins on ``line``.

    Raises DocumentError where it exceeds the limits.
    """
    writer = Writer(Flow(lexicon), origin)
    _Source(writer, line, line - 1).element(parse(text, origin))
    return writer.close()


def parse(text: str, origin: Intake) -> Element:
    """Return the root of ``text``. Raises DocumentError where it is too long, too deep, or no HTML at all."""
    if len(text) > MAX_MARKUP:
        raise origin.refusal(
            f"source HTML de plus de {MAX_MARKUP // 1_000_000} millions de caractères : ôtez-en les images.",
            f"HTML source of more than {MAX_MARKUP // 1_000_000} million characters: take the images out of it.",
        )
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, recover=True
    )
    root = etree.fromstring(text.encode("utf-8"), parser)
    fatal = next((entry for entry in parser.error_log if entry.type_name == "ERR_RESOURCE_LIMIT"), None)
    if fatal is not None or root is None:
        raise origin.refusal(
            "HTML trop profondément emboîté ou démesuré : enregistrez la page de nouveau, ou en PDF.",
            "HTML nested too deeply or oversized: save the page again, or as PDF.",
            place=f"ligne {fatal.line}" if fatal else "",
        )
    return root


class _Source:
    """Walks the elements in order, keeping count of the source's lines, and tells a Writer what is printed."""

    def __init__(self, writer: Writer, line: int, offset: int = 0) -> None:
        """``offset`` lines stand above the source in its file."""
        self.writer = writer
        self.line = line
        self.offset = offset
        self.titled = 0

    def element(self, element: Element, bold: bool = False) -> None:
        """Write ``element`` and what it holds, not what follows it."""
        self._sync(element)
        tag = str(element.tag).lower()
        if (
            tag in _SKIPPED
            or "hidden" in element.attrib
            or _HIDDEN.search(element.get("style", ""))
            or _is_running(element, tag)
        ):
            self._pass(element)
        elif tag == "br":
            self.writer.line_break()
        elif tag in ("img", "input"):
            self._replaced(element, tag, bold)
        elif tag == "table":
            self._table(element)
        else:
            self._container(element, tag, bold)

    def _sync(self, element: Element) -> None:
        """Set the line to that on which ``element`` begins."""
        if isinstance(element.sourceline, int) and element.sourceline <= _LAST_LINE:
            self.line = max(self.line, element.sourceline + self.offset)

    def _pass(self, element: Element) -> None:
        """Count the lines of what is not printed."""
        self.line += sum(str(text).count("\n") for text in element.itertext())

    def _replaced(self, element: Element, tag: str, bold: bool) -> None:
        """Write what stands for an image or a box to tick."""
        if tag == "img":
            self.writer.text(element.get("alt", ""), self.line, bold)
        elif element.get("type", "").lower() == "checkbox":
            self.writer.text("☒ " if element.get("checked") is not None else "□ ", self.line, bold)

    def _container(self, element: Element, tag: str, bold: bool) -> None:
        """Write the text and the elements within ``element``."""
        inline = tag in _INLINE
        titled = self.titled
        if tag == "li":
            self.writer.open_item(_depth(element), _marker(element))
        elif tag == "dd" and _is_one_of_several(element):
            self.writer.open_item(0, "-")
        elif tag in _TITLES:
            self.titled = _TITLES[tag]
            self.writer.open_heading(self.titled)
        elif tag == "summary":  # what unfolds on a click stands below the title that is clicked, within the one above
            self.writer.open_heading(min(self.titled + 1, max(_TITLES.values())))
        elif not inline:
            self.writer.block_break()
        self._content(element, bold or tag in _BOLD)
        if tag == "details":
            self.titled = titled
        if not inline:
            self.writer.block_break()

    def _content(self, element: Element, bold: bool) -> None:
        """Write the text of ``element``, its children and what follows each of them."""
        self._text(element.text, bold)
        for child in element:
            self.element(child, bold)
            self._text(child.tail, bold)

    def _text(self, text: str | None, bold: bool) -> None:
        """Write text, a piece for each line of the source."""
        for index, part in enumerate((text or "").split("\n")):
            self.line += 1 if index else 0
            self.writer.text(" " + part if index else part, self.line, bold)

    def _table(self, table: Element) -> None:
        """Write a table; one that only lays out the page gives its content in order."""
        line = self.line
        rows = [[self._slot(cell) for cell in _cells(row)] for row in _rows(table)]
        first = next(iter(_rows(table)), None)
        header = first is not None and all(str(cell.tag).lower() == "th" for cell in _cells(first))
        self.writer.put(table_or_blocks(rows, header or None, self.writer.origin, f"ligne {line}"))
        self._caption(table)

    def _caption(self, table: Element) -> None:
        """Write the captions of ``table`` as paragraphs after it."""
        for caption in table.iterchildren("caption"):
            self._container(caption, "div", False)

    def _slot(self, cell: Element) -> Slot:
        """Return a cell with all that it holds."""
        writer = Writer(Flow(self.writer.lexicon), self.writer.origin, in_cell=True)
        source = _Source(writer, self.line, self.offset)
        source._sync(cell)
        source._content(cell, False)
        self.line = source.line
        return Slot(writer.cell(), _span(cell, "colspan", 1), _span(cell, "rowspan", 1))


def _is_one_of_several(definition: Element) -> bool:
    """Tell whether another definition of the same term stands beside ``definition``: they are a list."""
    beside = (definition.getprevious(), definition.getnext())
    return any(one is not None and one.tag == "dd" for one in beside)


def _is_hidden(element: Element) -> bool:
    """Tell whether ``element`` is not shown."""
    return "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")) is not None


def _is_running(element: Element, tag: str) -> bool:
    """Tell whether ``element`` is a page's header or footer, as LibreOffice marks them, or the frame of a site.

    A ``footer`` beside what the page marks as its main part is the site's; one within it, or in a page without one, may
    hold the signatures.
    """
    if tag == "div" and element.get("title", "") in ("header", "footer"):
        return True
    return element.get("role", "") in _FRAME or (
        tag == "footer"
        and any(True for name in ("main", "article") for _ in element.itersiblings(name, preceding=True))
    )


def _rows(table: Element) -> Iterator[Element]:
    """Give the rows of ``table``, not those of tables within it."""
    for child in table:
        tag = str(child.tag).lower()
        if tag == "tr":
            yield child
        elif tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _cells(row: Element) -> Iterator[Element]:
    """Give the cells of a row."""
    return row.iterchildren("td", "th")


def _span(cell: Element, name: str, default: int) -> int:
    """Return how many columns or rows a cell covers."""
    value = cell.get(name, "").strip()
    return int(value) if value.isdecimal() and len(value) < 6 else default


def _depth(item: Element) -> int:
    """Return in how many lists the list of ``item`` stands."""
    return max(sum(1 for _ in item.iterancestors("ul", "ol", "menu")) - 1, 0)


def _marker(item: Element) -> str:
    """Return the marker printed before ``item``: a dash, or its number."""
    parent = item.getparent()
    if parent is None or str(parent.tag).lower() != "ol":
        return "-"
    before = sum(1 for _ in item.itersiblings("li", preceding=True))
    return f"{_span(parent, 'start', 1) + before}."
