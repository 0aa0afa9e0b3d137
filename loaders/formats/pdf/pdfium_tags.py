"""The tags of a PDF page: PDFium's tree of them walked, each block of its text numbered in the order of reading."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from loaders.formats.laid.tags import TaggedCell, TaggedTable, Tags
from loaders.formats.limits import MAX_DEPTH

MAX_TAGS = 20_000
"""Elements of one page that are looked at."""

_LONGEST_TYPE = 64
_GROUPS = ("THead", "TBody", "TFoot")
_TEXTS = frozenset(("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Caption"))
_FEWEST = 2
"""Columns of a table, at least."""

Element = Any


def tags_of(page: pypdfium2.PdfPage) -> Tags:
    """Return the tags of ``page``; none where it has no tree."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return Tags()
    try:
        walk = _Walk()
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            walk.element(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index))
        return Tags(walk.ranks, tuple(walk.tables))
    finally:
        pdfium.FPDF_StructTree_Close(tree)


@dataclass
class _Walk:
    """Numbers what is marked, in the order of the tree; the pieces of one paragraph have one number."""

    ranks: dict[int, int] = field(default_factory=dict)
    tables: list[TaggedTable] = field(default_factory=list)
    _rank: int = 0
    _seen: int = 0

    def element(self, element: Element, depth: int = 0, *, within: bool = False) -> None:
        """Take ``element``, ``within`` a paragraph or not, and what stands in it."""
        self._seen += 1
        if not element or depth > MAX_DEPTH or self._seen > MAX_TAGS:
            return
        kind = _type_of(element)
        if kind == "Table":
            for caption in _children(element, "Caption"):
                self.element(caption, depth + 1)
            rows = [self._cells(row, depth) for row in _rows(element)]
            if _is_table(rows):
                self.tables.append(TaggedTable(tuple(tuple(row) for row in rows if row)))
            return
        self._content(element, depth, within=within or kind in _TEXTS)
        self._rank += not within

    def _content(self, element: Element, depth: int, *, within: bool = False) -> None:
        """Take what stands in an element; a mark beside others is its ground, or text that has no place of its own."""
        children = list(_children(element))
        for child in children:
            self.element(child, depth + 1, within=within)
        for mark in _marks(element) if not children else ():
            self.ranks.setdefault(mark, self._rank)

    def _cells(self, row: Element, depth: int) -> list[TaggedCell]:
        """Take the cells of a row."""
        cells = []
        for cell in _children(row, "TH", "TD"):
            first, known = self._rank, len(self.tables)
            self._content(cell, depth + 2)
            self._rank += 1
            columns, rows, heads = _span(cell, b"ColSpan"), _span(cell, b"RowSpan"), _type_of(cell) == "TH"
            cells.append(TaggedCell(first, self._rank, columns, rows, heads, holds_table=len(self.tables) > known))
        return cells


def _is_table(rows: list[list[TaggedCell]]) -> bool:
    """Tell whether rows have several columns: what goes over the end of a page may leave a single row of them there."""
    return max(map(len, rows), default=0) >= _FEWEST


def _rows(table: Element) -> Iterator[Element]:
    """Give the rows of a table."""
    for child in _children(table, "TR", *_GROUPS):
        if _type_of(child) == "TR":
            yield child
        else:
            yield from _children(child, "TR")


def _children(element: Element, *kinds: str) -> Iterator[Element]:
    """Give the elements that stand in ``element``, those of some ``kinds`` or all."""
    for index in range(min(pdfium.FPDF_StructElement_CountChildren(element), MAX_TAGS)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        if child and (not kinds or _type_of(child) in kinds):
            yield child


def _marks(element: Element) -> Iterator[int]:
    """Give the marks of the pieces of text that ``element`` holds itself on this page."""
    for index in range(min(pdfium.FPDF_StructElement_CountChildren(element), MAX_TAGS)):
        mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if mark >= 0:
            yield mark


def _type_of(element: Element) -> str:
    """Return what ``element`` is: ``Table``, ``TR``, ``P``."""
    name = ctypes.create_string_buffer(_LONGEST_TYPE)
    length = pdfium.FPDF_StructElement_GetType(element, name, _LONGEST_TYPE)
    return name.raw[: max(length - 2, 0)].decode("utf-16-le", "replace") if length <= _LONGEST_TYPE else ""


def _span(cell: Element, name: bytes) -> int:
    """Return how many columns or rows ``cell`` covers, by the attribute of that ``name``."""
    number = ctypes.c_float()
    for index in range(pdfium.FPDF_StructElement_GetAttributeCount(cell)):
        attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(cell, index)
        value = pdfium.FPDF_StructElement_Attr_GetValue(attributes, name)
        if value and pdfium.FPDF_StructElement_Attr_GetNumberValue(value, number):
            return max(int(number.value), 1)
    return 1
