"""ODT: the same route as DOCX; the place of a text is the rank of its paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from loaders.document import Document
from loaders.formats.flow import Flow
from loaders.formats.grid import EMPTY, Slot
from loaders.formats.intake import Intake
from loaders.formats.joining import Lexicon
from loaders.formats.limits import MAX_COLUMNS, MAX_DEPTH
from loaders.formats.markup import Writer
from loaders.formats.nested import table_or_blocks
from loaders.formats.noise import without_postmarks
from loaders.formats.package import Package
from loaders.formats.spelling import normalise
from loaders.formats.tables import finished

Element = etree._Element

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_FO = f"{{{_NAMES}xsl-fo-compatible:1.0}}"
MAX_SPACES = 100
"""Spaces that one mark may stand for."""


def _office(name: str) -> str:
    """Return a qualified name of the document's frame."""
    return f"{{{_NAMES}office:1.0}}{name}"


def _text(name: str) -> str:
    """Return a qualified name of text."""
    return f"{{{_NAMES}text:1.0}}{name}"


def _table(name: str) -> str:
    """Return a qualified name of tables."""
    return f"{{{_NAMES}table:1.0}}{name}"


def _style(name: str) -> str:
    """Return a qualified name of styles."""
    return f"{{{_NAMES}style:1.0}}{name}"


_SKIPPED = frozenset((_text("tracked-changes"), _office("annotation"), _text("note"), _text("sequence-decls")))
_CONTAINERS = frozenset((_text("section"), _text("index-body"), _text("table-of-content"), _text("soft-page-break")))


def read(intake: Intake) -> Document:
    """Return the document. Raises DocumentError where the file is damaged, hostile or holds no text."""
    root = Package(intake).xml("content.xml")
    body = next(root.iter(_office("text")), None)
    reader = _Body(intake, root)
    words = (normalise(str(part)) for part in body.itertext()) if body is not None else ()
    writer = Writer(Flow(Lexicon.of(words)), intake)
    if body is not None:
        reader.blocks(body, writer)
    blocks = without_postmarks(finished(writer.close(), paged=False))
    return intake.document(blocks, len(reader.lines), MEDIA_TYPE, reader.lines)


def _bold_styles(root: Element) -> frozenset[str]:
    """Return the names of the styles that print bold."""
    return frozenset(
        style.get(_style("name"), "")
        for style in root.iter(_style("style"))
        for properties in style.iterchildren(_style("text-properties"))
        if properties.get(f"{_FO}font-weight") in ("bold", "700", "800", "900")
    )


def _title_styles(root: Element) -> frozenset[str]:
    """Return the names of the styles of the document's title."""
    styles = root.iter(_style("style"))
    return frozenset(
        {"Title"} | {s.get(_style("name"), "") for s in styles if s.get(_style("parent-style-name")) == "Title"}
    )


def _numbered_lists(root: Element) -> frozenset[tuple[str, str]]:
    """Return the names of the list styles that count, each with the levels (from 1) at which it does."""
    return frozenset(
        (style.get(_style("name"), ""), level.get(_text("level"), "1"))
        for style in root.iter(_text("list-style"))
        for level in style.iterchildren(_text("list-level-style-number"))
        if level.get(_style("num-format"), "1")
    )


class _Body:
    """Reads the body; ``lines`` are its paragraphs in order."""

    def __init__(self, origin: Intake, root: Element) -> None:
        self._origin = origin
        self._bold = _bold_styles(root)
        self._numbered = _numbered_lists(root)
        self._titles = _title_styles(root)
        self._counts: dict[tuple[str, int], int] = {}
        self.lines: list[str] = []

    def blocks(self, parent: Element, writer: Writer, depth: int = 0) -> None:
        """Write what stands within ``parent``. Raises DocumentError beyond the depth of any real act."""
        if depth > MAX_DEPTH:
            raise self._origin.refusal(
                "éléments trop profondément emboîtés : enregistrez le document en PDF.",
                "elements nested too deeply: save the document as PDF.",
            )
        for child in parent:
            if child.tag in (_text("p"), _text("h")):
                self._paragraph(child, writer, depth)
            elif child.tag == _text("list"):
                self._list(child, writer, depth, 0, "")
            elif child.tag == _table("table"):
                self._table(child, writer, depth)
            elif child.tag in _CONTAINERS or _is_frame(child):
                self.blocks(child, writer, depth + 1)

    def _paragraph(self, paragraph: Element, writer: Writer, depth: int) -> None:
        """Write one paragraph or title, then the text boxes anchored in it."""
        if paragraph.tag == _text("h") or paragraph.get(_text("style-name"), "") in self._titles:
            level = paragraph.get(_text("outline-level"), "1")
            writer.open_heading(int(level) if level.isdecimal() and level != "0" else 1)
        number = len(self.lines) + 1
        stretches = list(self._printed(paragraph, self._is_bold(paragraph, False)))
        self.lines.append("".join(text for text, _ in stretches).replace("\n", " "))
        for text, bold in stretches:
            for index, part in enumerate(text.split("\n")):
                if index:
                    writer.line_break()
                writer.text(part, number, bold)
        writer.block_break()
        for child in paragraph.iterchildren():
            if _is_frame(child):
                self.blocks(child, writer, depth + 1)

    def _printed(self, node: Element, bold: bool) -> Iterator[tuple[str, bool]]:
        """Give what is printed in a paragraph, each stretch with whether it is bold; a line break is a new line."""
        yield " ".join((node.text or "").split("\n")), bold
        for child in node:
            if child.tag == _text("s"):
                count = child.get(_text("c"), "1")
                yield " " * min(int(count) if count.isdecimal() and len(count) < 6 else 1, MAX_SPACES), bold
            elif child.tag == _text("tab"):
                yield "\t", bold
            elif child.tag == _text("line-break"):
                yield "\n", bold
            elif child.tag not in _SKIPPED and not _is_frame(child):
                yield from self._printed(child, self._is_bold(child, bold))
            yield " ".join((child.tail or "").split("\n")), bold

    def _is_bold(self, node: Element, bold: bool) -> bool:
        """Tell whether ``node`` is printed bold."""
        return bold or node.get(_text("style-name"), "") in self._bold

    def _list(self, node: Element, writer: Writer, depth: int, level: int, style: str) -> None:
        """Write a list and those within it."""
        if depth > MAX_DEPTH:
            self.blocks(node, writer, depth)
        style = node.get(_text("style-name"), "") or style
        numbered = (style, str(level + 1)) in self._numbered
        rank = self._counts.get((style, level), 0) if _continues(node) else 0
        for item in node.iterchildren(_text("list-item"), _text("list-header")):
            opened = False
            rank = _rank(item, rank)
            self._counts[style, level] = rank
            for child in item:
                if child.tag == _text("list"):
                    self._list(child, writer, depth + 1, level + 1, style)
                elif child.tag in (_text("p"), _text("h")):
                    if not opened:
                        writer.open_item(level, f"{rank}." if numbered else "-")
                    opened = True
                    self._paragraph(child, writer, depth)

    def _table(self, table: Element, writer: Writer, depth: int) -> None:
        """Write one table."""
        line = len(self.lines) + 1
        header = table.find(_table("table-header-rows")) is not None
        rows = [[slot for cell in _cells(row) for slot in self._slots(cell, depth)] for row in _rows(table)]
        writer.put(table_or_blocks(rows, header or None, self._origin, f"paragraphe {line}"))

    def _slots(self, cell: Element, depth: int) -> list[Slot]:
        """Return a cell as often as it is repeated; one that another covers is empty."""
        times = _number(cell, "number-columns-repeated")
        if cell.tag == _table("covered-table-cell"):
            return [Slot(EMPTY)] * times
        writer = Writer(Flow(Lexicon()), self._origin, in_cell=True)
        self.blocks(cell, writer, depth + 1)
        return [Slot(writer.cell())] + [Slot(EMPTY)] * (times - 1)


def _continues(listed: Element) -> bool:
    """Tell whether the numbers of a list go on from those of one above it."""
    return listed.get(_text("continue-numbering")) == "true" or listed.get(_text("continue-list")) is not None


def _rank(item: Element, before: int) -> int:
    """Return the number of ``item`` after that of the one ``before``; what but holds a deeper list has none."""
    start = item.get(_text("start-value"), "")
    if start.isdecimal() and len(start) < 6:
        return int(start)
    own = item.tag == _text("list-item") and any(child.tag in (_text("p"), _text("h")) for child in item)
    return before + 1 if own else before


def _is_frame(node: Element) -> bool:
    """Tell whether ``node`` is a drawing that may hold a text box."""
    return str(node.tag).startswith(f"{{{_NAMES}drawing:1.0}}")


def _rows(table: Element) -> Iterator[Element]:
    """Give the rows of ``table``, those of its groups among them."""
    for child in table:
        if child.tag == _table("table-row"):
            yield child
        elif child.tag in (_table("table-header-rows"), _table("table-rows"), _table("table-row-group")):
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    """Give the cells of a row, the covered ones among them."""
    return row.iterchildren(_table("table-cell"), _table("covered-table-cell"))


def _number(node: Element, name: str) -> int:
    """Return a count of columns, at least 1."""
    text = node.get(_table(name), "1")
    return min(max(int(text), 1), MAX_COLUMNS) if text.isdecimal() and len(text) < 6 else 1
