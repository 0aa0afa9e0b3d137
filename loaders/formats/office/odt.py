"""ODT: the same route as DOCX; the place of a text is the rank of its paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from loaders.document import Document
from loaders.formats.intake import Intake
from loaders.formats.limits import MAX_COLUMNS, MAX_DEPTH
from loaders.formats.making.flow import Flow
from loaders.formats.making.grid import EMPTY, Slot
from loaders.formats.making.joining import Lexicon
from loaders.formats.making.markup import Writer
from loaders.formats.making.nested import table_or_blocks
from loaders.formats.making.noise import without_postmarks
from loaders.formats.making.spelling import normalise
from loaders.formats.making.tables import finished
from loaders.formats.office.odt_styles import OUTLINE, bold_styles, name_in, numbering, title_styles
from loaders.formats.office.package import Package

Element = etree._Element

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
MAX_SPACES = 100
"""Spaces that one mark may stand for."""


def _office(name: str) -> str:
    """Return a qualified name of the document's frame."""
    return name_in("office", name)


def _text(name: str) -> str:
    """Return a qualified name of text."""
    return name_in("text", name)


def _table(name: str) -> str:
    """Return a qualified name of tables."""
    return name_in("table", name)


_SKIPPED = frozenset((_text("tracked-changes"), _office("annotation"), _text("note"), _text("sequence-decls")))
_CONTAINERS = frozenset((_text("section"), _text("index-body"), _text("table-of-content"), _text("soft-page-break")))


def read(intake: Intake) -> Document:
    """Return the document. Raises DocumentError where the file is damaged, hostile or holds no text."""
    package = Package(intake)
    root = package.xml("content.xml")
    styles = package.xml("styles.xml") if "styles.xml" in package.names else None
    body = next(root.iter(_office("text")), None)
    reader = _Body(intake, root, styles)
    words = (normalise(str(part)) for part in body.itertext()) if body is not None else ()
    writer = Writer(Flow(Lexicon.of(words)), intake)
    if body is not None:
        reader.blocks(body, writer)
        reader.notes(body, writer)
    blocks = without_postmarks(finished(writer.close(), paged=False))
    return intake.document(blocks, len(reader.lines), MEDIA_TYPE, reader.lines)


class _Body:
    """Reads the body; ``lines`` are its paragraphs in order."""

    def __init__(self, origin: Intake, root: Element, styles: Element | None) -> None:
        self._origin = origin
        self._bold = bold_styles(root)
        self._titles = title_styles(root)
        self._numbering = numbering([root] if styles is None else [styles, root])
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

    def notes(self, body: Element, writer: Writer) -> None:
        """Write the notes of ``body``, which come after it."""
        for note in body.iter(_text("note-body")):
            self.blocks(note, writer)

    def _paragraph(self, paragraph: Element, writer: Writer, depth: int, label: str = "") -> None:
        """Write one paragraph or title (below the ``label`` of its list), then the text boxes anchored in it."""
        number = len(self.lines) + 1
        stretches = list(self._printed(paragraph, self._is_bold(paragraph, False)))
        if paragraph.tag == _text("h") or paragraph.get(_text("style-name"), "") in self._titles:
            level = paragraph.get(_text("outline-level"), "1")
            writer.open_heading(int(level) if level.isdecimal() and level != "0" else 1)
            if any(text.strip() for text, _ in stretches):
                label = label or self._outlined(paragraph)
                writer.text(label and label + " ", number, self._is_bold(paragraph, False))
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

    def _outlined(self, title: Element) -> str:
        """Count a title; return the number that is printed before it."""
        level = title.get(_text("outline-level"), "")
        if not level.isdecimal() or len(level) > 1 or level == "0" or title.get(_text("is-list-header")) == "true":
            return ""
        return self._number(OUTLINE, int(level) - 1)

    def _number(self, style: str, level: int) -> str:
        """Count what stands at ``level`` of a list; return its number, empty where a bullet or nothing marks it."""
        label, bullet = self._numbering.label(style, level)
        return "" if bullet else label

    def _list(self, node: Element, writer: Writer, depth: int, level: int, style: str) -> None:
        """Write a list and those within it."""
        if depth > MAX_DEPTH:
            self.blocks(node, writer, depth)
        style = node.get(_text("style-name"), "") or style
        if not _continues(node):
            self._numbering.start(style, level)
        for item in node.iterchildren(_text("list-item"), _text("list-header")):
            self._item(item, writer, depth, level, style)

    def _item(self, item: Element, writer: Writer, depth: int, level: int, style: str) -> None:
        """Write an item; what but holds a deeper list has no number."""
        start = item.get(_text("start-value"), "")
        if start.isdecimal() and len(start) < 6:
            self._numbering.start(style, level, int(start))
        opened = False
        for child in item:
            if child.tag == _text("list"):
                self._list(child, writer, depth + 1, level + 1, style)
            elif child.tag in (_text("p"), _text("h")):
                label = ""
                if not opened:
                    label = self._number(style, level) if item.tag == _text("list-item") else ""
                    writer.open_item(level, f"{label}." if label and label[-1].isalnum() else label or "-")
                opened = True
                self._paragraph(child, writer, depth, label)

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


def _is_frame(node: Element) -> bool:
    """Tell whether ``node`` is a drawing that may hold a text box."""
    return str(node.tag).startswith(name_in("drawing", ""))


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
