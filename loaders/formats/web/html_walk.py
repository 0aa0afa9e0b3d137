"""The walk over the elements of HTML: what is printed, in order, with the lines of the source that it stands on."""

from __future__ import annotations

from loaders.formats.making.flow import Flow
from loaders.formats.making.grid import Slot
from loaders.formats.making.markup import Writer
from loaders.formats.making.nested import table_or_blocks
from loaders.formats.web.html_elements import (
    BOLD,
    INLINE,
    TITLES,
    Element,
    cells_of,
    depth_of,
    is_header,
    is_one_of_several,
    is_printed,
    marker_of,
    rows_of,
    span_of,
    tag_of,
)  # fmt: skip

_LAST_LINE = 65_534
"""The last line that libxml2 tells of an element; beyond it the line breaks of the text alone are counted."""


class HtmlWalk:
    """Walks the elements in order, keeping count of the source's lines, and tells a Writer what is printed."""

    def __init__(self, writer: Writer, line: int, offset: int = 0) -> None:
        """``offset`` lines stand above the source in its file."""
        self.writer = writer
        self.line = line
        self.offset = offset
        self.titled = 0
        self._numbers: dict[Element | None, int] = {}

    def element(self, element: Element, bold: bool = False) -> None:
        """Write ``element`` and what it holds, not what follows it."""
        self._sync(element)
        tag = tag_of(element)
        if not is_printed(element):
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
        above = self.titled
        self._open(element, tag)
        self._content(element, bold or tag in BOLD)
        if tag == "details":
            self.titled = above
        if tag not in INLINE:
            self.writer.block_break()

    def _open(self, element: Element, tag: str) -> None:
        """Begin the block that ``element`` is; one within a line is none."""
        if tag == "li":
            self.writer.open_item(depth_of(element), self._marker(element))
        elif tag == "dd" and is_one_of_several(element):
            self.writer.open_item(0, "-")
        elif tag in TITLES:
            self.titled = TITLES[tag]
            self.writer.open_heading(self.titled)
        elif tag == "summary":  # what unfolds on a click stands below the title that is clicked, within the one above
            self.writer.open_heading(min(self.titled + 1, max(TITLES.values())))
        elif tag not in INLINE:
            self.writer.block_break()

    def _marker(self, item: Element) -> str:
        """Count ``item`` in its list, and return its marker."""
        parent = item.getparent()
        marker, self._numbers[parent] = marker_of(item, self._numbers.get(parent))
        return marker

    def _content(self, element: Element, bold: bool) -> None:
        """Write the text of ``element``, its children and what follows each of them."""
        self._text(element.text, bold)
        for child in element:
            self.element(child, bold)
            self._text(child.tail, bold)

    def _text(self, text: str | None, bold: bool) -> None:
        """Write text, a piece for each line of the source."""
        for index, part in enumerate((text or "").replace("\t", " ").split("\n")):
            self.line += 1 if index else 0
            self.writer.text(" " + part if index else part, self.line, bold)

    def _table(self, table: Element) -> None:
        """Write a table, its captions before it; one that only lays out the page gives its content in order."""
        line = self.line
        for caption in table.iterchildren("caption"):
            self.element(caption)
        rows = [[self._slot(cell) for cell in cells_of(row)] for row in rows_of(table)]
        header = is_header(next(rows_of(table), None)) or None
        self.writer.put(table_or_blocks(rows, header, self.writer.origin, f"ligne {line}"))

    def _slot(self, cell: Element) -> Slot:
        """Return a cell with all that it holds."""
        writer = Writer(Flow(self.writer.lexicon), self.writer.origin, in_cell=True)
        walk = HtmlWalk(writer, self.line, self.offset)
        walk._sync(cell)
        walk._content(cell, False)
        self.line = walk.line
        return Slot(writer.cell(), span_of(cell, "colspan"), span_of(cell, "rowspan"))
