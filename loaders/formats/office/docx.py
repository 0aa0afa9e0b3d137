"""DOCX: the body in its order, tables with merged cells, lists with their numbers; headers and footers left out.

The place of a text is the rank of its paragraph in the body, those of tables counted cell by cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import itemgetter

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
from loaders.formats.office.numbering import Numbering
from loaders.formats.office.package import Package
from loaders.formats.office.word import Element, first, is_on, printed, text_boxes, value, w
from loaders.formats.office.word_styles import Styles

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read(intake: Intake) -> Document:
    """Return the document. Raises DocumentError where the file is damaged, hostile or holds no text."""
    package = Package(intake)
    body = first(package.xml("word/document.xml"), "body")
    numbering = package.xml("word/numbering.xml") if "word/numbering.xml" in package.names else None
    styles = package.xml("word/styles.xml") if "word/styles.xml" in package.names else None
    reader = _Body(intake, Numbering.of(numbering), Styles.of(styles))
    writer = Writer(Flow(Lexicon.of(_words(body))), intake)
    if body is not None:
        reader.blocks(body, writer)
    for note in _notes(package):
        reader.blocks(note, writer)
    blocks = without_postmarks(finished(writer.close(), paged=False))
    return intake.document(blocks, len(reader.lines), MEDIA_TYPE, reader.lines)


def _notes(package: Package) -> Iterator[Element]:
    """Give the notes, which come after the body."""
    for kind in ("footnote", "endnote"):
        name = f"word/{kind}s.xml"
        for note in package.xml(name).iterchildren(w(kind)) if name in package.names else ():
            if value(note, "type") in ("", "normal"):
                yield note


def _words(body: Element | None) -> Iterable[str]:
    """Give the texts of the body, for the lexicon."""
    return (normalise(node.text or "") for node in body.iter(w("t"))) if body is not None else ()


class _Body:
    """Reads the body; ``lines`` are its paragraphs in order."""

    def __init__(self, origin: Intake, numbering: Numbering, styles: Styles) -> None:
        self._origin = origin
        self._numbering = numbering
        self._styles = styles
        self.lines: list[str] = []

    def blocks(self, parent: Element, writer: Writer, depth: int = 0) -> None:
        """Write the paragraphs and tables within ``parent``. Raises DocumentError beyond the depth of any real act."""
        if depth > MAX_DEPTH:
            raise self._origin.refusal(
                "tableaux trop profondément emboîtés : enregistrez le document en PDF.",
                "tables nested too deeply: save the document as PDF.",
            )
        for child in parent:
            if child.tag == w("p"):
                self._paragraph(child, writer, depth)
            elif child.tag == w("tbl"):
                self._table(child, writer, depth)
            elif child.tag in (w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("smartTag"), w("moveTo")):
                self.blocks(child, writer, depth + 1)

    def _paragraph(self, paragraph: Element, writer: Writer, depth: int) -> None:
        """Write one paragraph, then the text boxes anchored in it."""
        stretches = list(printed(paragraph))
        number = len(self.lines) + 1
        self.lines.append("".join(text for text, _ in stretches).replace("\n", " "))
        label, bullet, level = self._opening(paragraph, writer, any(text.strip() for text, _ in stretches))
        if label and not bullet:
            writer.text(label + " ", number, self._styles.bold(paragraph, None))
        for run, texts in groupby(stretches, itemgetter(1)):
            bold = self._styles.bold(paragraph, run)
            for index, part in chain.from_iterable(enumerate(text.split("\n")) for text, _ in texts):
                if index:
                    writer.line_break()
                writer.text(part.replace("\t", " ") if level else part, number, bold)
        writer.block_break()
        for box in text_boxes(paragraph):
            self.blocks(box, writer, depth + 1)

    def _opening(self, paragraph: Element, writer: Writer, filled: bool) -> tuple[str, bool, int]:
        """Open what the paragraph is; return the label printed before it, whether a marker shows it, and its level."""
        level = self._styles.level(paragraph)
        listed = self._styles.listed(paragraph)
        label, bullet = ("", False)
        if listed and filled:
            label, bullet = self._numbering.label(*listed)
        if level:
            writer.open_heading(level)
            return ("" if bullet else label), False, level
        if label and listed:
            writer.open_item(listed[1], label)
            return label, True, 0
        return "", False, 0

    def _table(self, table: Element, writer: Writer, depth: int) -> None:
        """Write one table."""
        line = len(self.lines) + 1
        rows = [self._slots(row, depth) for row in _rows(table)]
        header = any(is_on(first(row, "trPr", "tblHeader")) for row in _rows(table))
        writer.put(table_or_blocks(rows, header or None, self._origin, f"paragraphe {line}"))

    def _slots(self, row: Element, depth: int) -> list[Slot]:
        """Return the cells of a row; it may begin after empty columns."""
        before = _number(first(row, "trPr", "gridBefore"))
        cells = [cell for cell in row.iter(w("tc")) if next(cell.iterancestors(w("tr")), None) is row]
        return [Slot(EMPTY)] * min(before, MAX_COLUMNS) + [self._slot(cell, depth) for cell in cells]

    def _slot(self, cell: Element, depth: int) -> Slot:
        """Return a cell; one that is merged with the cell above stays empty."""
        writer = Writer(Flow(Lexicon()), self._origin, in_cell=True)
        self.blocks(cell, writer, depth + 1)
        columns = _number(first(cell, "tcPr", "gridSpan"))
        merge = first(cell, "tcPr", "vMerge")
        hidden = merge is not None and value(merge, "val") != "restart"
        return Slot(EMPTY if hidden else writer.cell(), columns or 1)


def _rows(table: Element) -> list[Element]:
    """Return the rows of ``table``, not those of tables within it, nor those that a tracked change takes away."""
    rows = (row for row in table.iter(w("tr")) if next(row.iterancestors(w("tbl")), None) is table)
    return [row for row in rows if first(row, "trPr", "del") is None]


def _number(node: Element | None) -> int:
    """Return the number that a property holds, 0 where it holds none."""
    text = value(node, "val")
    return int(text) if text.isdecimal() and len(text) < 6 else 0
