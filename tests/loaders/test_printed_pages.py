"""Pages drawn line by line, as different programs print them: every case gives the blocks that stand beside it.

A case of tests/cases/formats/printed has ``[[page]]`` entries in points from the top left corner: ``texts`` (where the
first line begins, its size, its lines), ``grids`` of ruling lines, ``fills`` (boxes filled, no outline), ``dark``
(the same in another colour), ``panels`` (with round corners), ``underlined`` (the columns and heights of lines drawn
cell by cell).
"""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import NotRequired, TypedDict

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from loaders.formats import read
from tests.loaders.dumping import dump

_CASES = Path(__file__).resolve().parent.parent / "cases" / "formats" / "printed"
_WIDTH, _HEIGHT = A4
_ASCENT = 0.93
_LEADING = 1.25


class _Text(TypedDict):
    """Lines below one another in one print."""

    at: tuple[float, float]
    size: float
    bold: NotRequired[bool]
    lines: list[str]


class _Ruled(TypedDict):
    """Ruling lines: where columns and rows are parted."""

    columns: list[float]
    rows: list[float]


class _Page(TypedDict):
    """What is printed on a page."""

    texts: list[_Text]
    grids: NotRequired[list[_Ruled]]
    fills: NotRequired[list[tuple[float, float, float, float]]]
    dark: NotRequired[list[tuple[float, float, float, float]]]
    panels: NotRequired[list[tuple[float, float, float, float]]]
    underlined: NotRequired[list[_Ruled]]


def _pages(path: Path) -> list[_Page]:
    """Read a case."""
    pages: list[_Page] = tomllib.loads(path.read_text("utf-8"))["page"]
    return pages


def _draw(canvas: Canvas, page: _Page) -> None:
    """Draw a page."""
    canvas.setFillGray(0.9)
    for left, top, right, bottom in page.get("fills", []):
        canvas.rect(left, _HEIGHT - bottom, right - left, bottom - top, stroke=0, fill=1)
    canvas.setFillGray(0.6)
    for left, top, right, bottom in page.get("dark", []):
        canvas.rect(left, _HEIGHT - bottom, right - left, bottom - top, stroke=0, fill=1)
    canvas.setFillGray(0.9)
    for left, top, right, bottom in page.get("panels", []):
        canvas.roundRect(left, _HEIGHT - bottom, right - left, bottom - top, 8, stroke=0, fill=1)
    canvas.setFillGray(0.0)
    for ruled in page.get("grids", []):
        canvas.grid(ruled["columns"], [_HEIGHT - row for row in ruled["rows"]])
    for ruled in page.get("underlined", []):
        for row in ruled["rows"]:
            for left, right in pairwise(ruled["columns"]):
                canvas.line(left, _HEIGHT - row, right, _HEIGHT - row)
    for text in page["texts"]:
        canvas.setFont("Helvetica-Bold" if text.get("bold") else "Helvetica", text["size"])
        for row, line in enumerate(text["lines"]):
            down = text["at"][1] + text["size"] * (_ASCENT + _LEADING * row)
            canvas.drawString(text["at"][0], _HEIGHT - down, line)


@pytest.mark.parametrize("path", sorted(_CASES.glob("*.toml")), ids=lambda path: path.stem)
def test_a_printed_page_gives_its_blocks(path: Path, tmp_path: Path) -> None:
    file = tmp_path / f"{path.stem}.pdf"
    canvas = Canvas(str(file), pagesize=A4)
    for page in _pages(path):
        _draw(canvas, page)
        canvas.showPage()
    canvas.save()
    assert dump(read(file)) == path.with_suffix(".blocks").read_text("utf-8")
