"""Places: where in a document a fact is stated, by its lines or pages, and by boxes on a page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Unit = Literal["line", "page"]

_BOX = re.compile(r"p([1-9][0-9]*)" + ",".join([r"([0-9]+\.[0-9])"] * 4).join((":", "")))


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Lines (or pages, or paragraphs of a DOCX) ``first`` to ``last`` of a document, 1-based, both included."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle on a page (from 1), in thousandths of its width and height, from its top left corner."""

    page: int
    left: int
    top: int
    width: int
    height: int

    @property
    def percent(self) -> str:
        """Its left, top, width and height in percent of the page: ``12.5,40.0,52.1,2.2``."""
        return ",".join(f"{part // 10}.{part % 10}" for part in (self.left, self.top, self.width, self.height))

    def __str__(self) -> str:
        return f"p{self.page}:{self.percent}"

    def stands_in(self, other: Box) -> bool:
        """Tell whether its middle lies within ``other``."""
        x, y = self.left + self.width // 2, self.top + self.height // 2
        return other.left <= x <= other.left + other.width and other.top <= y <= other.top + other.height

    def __or__(self, other: Box) -> Box:
        """Return the smallest box around two of one page."""
        left, top = min(self.left, other.left), min(self.top, other.top)
        right = max(self.left + self.width, other.left + other.width)
        bottom = max(self.top + self.height, other.top + other.height)
        return Box(self.page, left, top, right - left, bottom - top)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a fact is stated: the document's stem and its spans, ordered and disjoint; on pages also the boxes."""

    document: str
    spans: tuple[Span, ...]
    unit: Unit = "line"
    boxes: tuple[Box, ...] = ()

    @property
    def lines(self) -> str:
        """The place as the tidy tables write it: ``97;103;220-224``, or ``p3;p5-6`` for pages."""
        mark = "p" if self.unit == "page" else ""
        return ";".join(f"{mark}{span}" for span in self.spans)

    def __or__(self, other: Place) -> Place:
        """Join two places of one document."""
        boxes = tuple(sorted({*self.boxes, *other.boxes}))
        return Place(self.document, merge(self.spans + other.spans), self.unit, boxes)


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return ``spans`` in order, those that overlap joined (neighbours stay apart: each is a place of its own)."""
    several = set(spans)
    if len(several) == 1:
        return tuple(several)
    merged: list[Span] = []
    for span in sorted(several):
        if merged and span.first <= merged[-1].last:
            merged[-1] = Span(merged[-1].first, max(merged[-1].last, span.last))
        else:
            merged.append(span)
    return tuple(merged)


def parse_box(text: str) -> Box:
    """Read back what ``str(box)`` wrote. Raises ValueError for anything else."""
    match = _BOX.fullmatch(text)
    if match is None:
        raise ValueError(text)
    page, *parts = match.groups()
    left, top, width, height = (int(part.replace(".", "")) for part in parts)
    return Box(int(page), left, top, width, height)


def parse_place(document: str, lines: str, boxes: Iterable[str] = ()) -> Place:
    """Read back what ``Place.lines`` and its boxes wrote. Raises ValueError for anything else."""
    unit: Unit = "page" if lines.startswith("p") else "line"
    spans = []
    for part in lines.replace("p", "").split(";"):
        first, _, last = part.partition("-")
        spans.append(Span(int(first), int(last or first)))
    return Place(document, tuple(spans), unit, tuple(map(parse_box, boxes)))
