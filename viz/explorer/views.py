"""What templates are given: links to things, places, and grids of facts."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of text, a link where it has an ``href``; ``tone`` is a class of the palette (``theme-sante``)."""

    text: str
    href: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact is written: the document, the lines as a reader says them, the page of the place, the tier.

    Two statements of one fact at one place are one where it is shown.
    """

    document: str
    lines: str
    href: str = field(compare=False)
    tier: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A fact: a cell a column, each of some marks, and where it is written."""

    cells: tuple[tuple[Mark, ...], ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Grid:
    """Facts of a kind, under the ``headings`` of their columns; ``numeric`` are the columns of numbers."""

    id: str
    caption: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    numeric: frozenset[int] = frozenset()

    @property
    def document(self) -> str:
        """The document in which all the facts are written; empty where they are in several."""
        documents = {row.source.document for row in self.rows}
        return documents.pop() if len(documents) == 1 else ""

    def __bool__(self) -> bool:
        return bool(self.rows)
