"""One description of a document, built as DOCX, ODT, PDF or scan: the cases of binary formats are kept as text.

A description is a TOML file with ``[[block]]`` entries: ``kind`` is ``title`` (with ``level``), ``bold``, ``text``,
``item`` (with ``depth``), ``table`` (``rows`` of cells; a cell ``<`` goes on from its left, ``^`` from above, a line
break parts paragraphs, ``- `` opens an item), ``page`` (a page break) or ``columns`` (text in two columns).
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import pypdfium2
from docx.document import Document as DocxDocument
from docx.table import _Cell
from odf import table as odf_table
from odf import text as odf_text
from odf.element import Element
from odf.opendocument import OpenDocumentText
from odf.style import Style, TextProperties
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BalancedColumns,
    Flowable,
    ListFlowable,
    PageBreak,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)
from reportlab.platypus import Paragraph as PdfParagraph

Rows = Sequence[Sequence[str]]

_SHEET = getSampleStyleSheet()
_BODY = _SHEET["Normal"]
_BOLD = ParagraphStyle("bold", parent=_BODY, fontName="Helvetica-Bold")


@dataclass(frozen=True)
class Described:
    """A block of a description."""

    kind: str
    text: str = ""
    level: int = 1
    depth: int = 0
    ruled: bool = True
    centred: bool = False
    rows: Rows = field(default_factory=tuple)


def described(path: Path) -> list[Described]:
    """Read a description."""
    return [Described(**block) for block in tomllib.loads(path.read_text("utf-8"))["block"]]


def build(blocks: Sequence[Described], extension: str) -> bytes:
    """Return the file of ``blocks`` in the form ``extension`` (``docx``, ``odt``, ``pdf``, ``scan``, ``askew``)."""
    makers: dict[str, Callable[[Sequence[Described]], bytes]]
    makers = {"docx": as_docx, "odt": as_odt, "pdf": as_pdf, "scan": as_scan, "askew": partial(as_scan, turned=0.7)}
    return makers[extension](blocks)


def as_docx(blocks: Sequence[Described]) -> bytes:
    """Build a DOCX, with a header that is no part of the text."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "En-tête courant"
    for block in blocks:
        _put_docx(document, block)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _put_docx(document: DocxDocument, block: Described) -> None:
    """Put one block."""
    if block.kind == "title":
        document.add_heading(block.text, block.level)
    elif block.kind == "item":
        document.add_paragraph(block.text, style=("List Bullet", "List Bullet 2", "List Bullet 3")[min(block.depth, 2)])
    elif block.kind == "number":
        document.add_paragraph(block.text, style="List Number")
    elif block.kind == "page":
        document.add_paragraph().paragraph_format.page_break_before = True
    elif block.kind == "table":
        _put_docx_table(document, block.rows)
    else:
        document.add_paragraph().add_run(block.text).bold = block.kind == "bold"


def _put_docx_table(document: DocxDocument, rows: Rows) -> None:
    """Put a table, its merged cells merged."""
    table = document.add_table(len(rows), len(rows[0]))
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            if text == "<":
                table.cell(i, j - 1).merge(table.cell(i, j))
            elif text == "^":
                table.cell(i - 1, j).merge(table.cell(i, j))
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            if text not in ("<", "^"):
                _fill_docx(table.cell(i, j), text)


def _fill_docx(cell: _Cell, text: str) -> None:
    """Fill a cell with paragraphs and items."""
    for index, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if not index else cell.add_paragraph()
        paragraph.text = line.removeprefix("- ")
        if line.startswith("- "):
            paragraph.style = "List Bullet"


def as_odt(blocks: Sequence[Described]) -> bytes:
    """Build an ODT."""
    document = OpenDocumentText()
    parts: dict[str, Element] = vars(document)  # odfpy sets these at run time only
    bold = Style(name="gras", family="text")
    bold.addElement(TextProperties(fontweight="bold"))
    parts["automaticstyles"].addElement(bold)
    for block in blocks:
        for element in _odt_elements(block):
            parts["text"].addElement(element)
    file = BytesIO()
    document.write(file)
    return file.getvalue()


def _odt_elements(block: Described) -> list[Element]:
    """Return what stands for one block."""
    if block.kind == "title":
        return [odf_text.H(outlinelevel=block.level, text=block.text)]
    if block.kind in ("item", "number"):
        return [odt_list([block.text])]
    if block.kind == "table":
        return [_odt_table(block.rows)]
    if block.kind == "page":
        return []
    paragraph = odf_text.P()
    style = {"stylename": "gras"} if block.kind == "bold" else {}
    paragraph.addElement(odf_text.Span(text=block.text, **style))
    return [paragraph]


def odt_list(texts: Sequence[str], **attributes: Element | str) -> Element:
    """Return a list of ``texts``."""
    listed = odf_text.List(**attributes)
    for text in texts:
        item = odf_text.ListItem()
        item.addElement(odf_text.P(text=text))
        listed.addElement(item)
    return listed


def _odt_table(rows: Rows) -> Element:
    """Return a table, its merged cells merged."""
    table = odf_table.Table()
    for i, row in enumerate(rows):
        line = odf_table.TableRow()
        for j, text in enumerate(row):
            line.addElement(odf_table.CoveredTableCell() if text in ("<", "^") else _odt_cell(rows, i, j))
        table.addElement(line)
    return table


def _odt_cell(rows: Rows, i: int, j: int) -> Element:
    """Return a cell with what it holds, as wide and high as it reaches."""
    width, height = _reach(rows, i, j)
    cell = odf_table.TableCell(numbercolumnsspanned=width, numberrowsspanned=height)
    for line in rows[i][j].split("\n"):
        cell.addElement(odt_list([line[2:]]) if line.startswith("- ") else odf_text.P(text=line))
    return cell


def _reach(rows: Rows, i: int, j: int) -> tuple[int, int]:
    """Return how many columns and rows the cell at ``i``, ``j`` covers."""
    width = 1
    while j + width < len(rows[i]) and rows[i][j + width] == "<":
        width += 1
    height = 1
    while i + height < len(rows) and rows[i + height][j] == "^":
        height += 1
    return width, height


def as_pdf(blocks: Sequence[Described]) -> bytes:
    """Build a PDF with a running header, a postmark and page numbers."""
    file = BytesIO()
    SimpleDocTemplate(file, pagesize=A4, invariant=1).build(
        [flowable for block in blocks for flowable in _flowables(block)], onFirstPage=_running, onLaterPages=_running
    )
    return file.getvalue()


def _running(canvas: Canvas, template: SimpleDocTemplate) -> None:
    """Print what every page has at its top and bottom."""
    canvas.setFont("Helvetica", 8)
    canvas.drawString(60, 820, "Projet social de la communauté de communes")
    canvas.drawString(400, 830, "Reçu en préfecture le 12/01/2023")
    canvas.drawString(280, 20, f"- {canvas.getPageNumber()} -")


def _flowables(block: Described) -> list[Flowable]:
    """Return what stands for one block."""
    if block.kind == "title":
        return [PdfParagraph(escape(block.text), _SHEET[f"Heading{block.level}"])]
    if block.kind in ("item", "number"):
        bullet = "bullet" if block.kind == "item" else "1"
        listed = [PdfParagraph(escape(block.text), _BODY)]
        return [ListFlowable(listed, bulletType=bullet, leftIndent=18 * (block.depth + 1))]
    if block.kind == "page":
        return [PageBreak()]
    if block.kind == "columns":
        return [
            BalancedColumns(
                [PdfParagraph(escape(part), _BODY) for part in block.text.split("\n")], nCols=2, innerPadding=18
            )
        ]
    if block.kind == "table":
        return [Spacer(1, 10), _pdf_table(block), Spacer(1, 10)]
    return [PdfParagraph(escape(block.text), _BOLD if block.kind == "bold" else _BODY), Spacer(1, 6)]


def _pdf_table(block: Described) -> Table:
    """Return a table, ruled or not, its merged cells merged."""
    rows = block.rows
    data = [[_pdf_cell(text) for text in row] for row in rows]
    table = Table(data, colWidths=[460 / len(rows[0])] * len(rows[0]))
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE" if block.centred else "TOP")]))
    if block.ruled:
        table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            width, height = _reach(rows, i, j)
            if text not in ("<", "^") and (width, height) != (1, 1):
                table.setStyle(TableStyle([("SPAN", (j, i), (j + width - 1, i + height - 1))]))
    return table


def _pdf_cell(text: str) -> list[Flowable]:
    """Return what stands in one cell."""
    lines = [] if text in ("<", "^") else text.split("\n")
    return [PdfParagraph(escape(f"• {line[2:]}" if line.startswith("- ") else line), _BODY) for line in lines]


def as_scan(blocks: Sequence[Described], turned: float = 0.0) -> bytes:
    """Build a PDF of images: the pages of the PDF, drawn, ``turned`` by so many degrees."""
    with pypdfium2.PdfDocument(as_pdf(blocks)) as document:
        pages = [page.render(scale=3).to_pil().convert("L") for page in document]
        images = [page.rotate(turned, Image.Resampling.BICUBIC, fillcolor=255) for page in pages]
    file = BytesIO()
    images[0].save(file, "PDF", save_all=True, append_images=images[1:], resolution=216)
    return file.getvalue()
