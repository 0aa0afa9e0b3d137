"""Outline: where a block stands among the titles of its act.

A title is a heading, or a short paragraph or list item that begins with a section's number (``1.2.1 Petite enfance``).
A fiche action opens a zone of its own, which ends with the next annexe, article or list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.document import Block, Heading, Item, Passage, Table

_LONGEST_TITLE = 160
_PARAGRAPH_LEVEL = 9
_NUMBERED = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2})+|\d{1,2}(?=\s?[.)]|\s?[-–—:°]\s))\s?[.)°]?\s*[-–—:]?\s*(?=[^\W\d_]|[«\"'(])"
)
_LETTERED = re.compile(r"(?P<number>(?:[IVX]{1,5}|[A-H])(?:[.-]\d{1,2})*)\s?[.)–—:-]\s*(?=[^\W\d_])")
_FICHE = re.compile(r"fiches?[\s-]+(?:action\b|projet\b|n\s?°)(?!.*\b(?:est|sont|dédiée)\b)", re.IGNORECASE)
_PART = re.compile(r"(?:annexes?|article|titre|partie|chapitre)\s+[\dIVX]|liste des |d[ée]lib[ée]ration", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """A title above a block: its number as printed (empty where it has none), its words, its level (0 the highest)."""

    number: str
    words: Passage
    level: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A block, the titles above it from the outermost to the nearest, and whether it belongs to a fiche action.

    ``is_title`` where the block itself is the nearest of ``titles``.
    """

    block: Block
    titles: tuple[Title, ...]
    in_fiche: bool
    is_title: bool = False

    @property
    def number(self) -> str:
        """The number of the nearest numbered title, empty where there is none."""
        return next((title.number for title in reversed(self.titles) if title.number), "")


def walk(blocks: Iterable[Block]) -> Iterator[Standing]:
    """Give each block with its standing, in order."""
    titles: tuple[Title, ...] = ()
    in_fiche = False
    for block in blocks:
        in_fiche = _still_in_fiche(block, in_fiche)
        title = _title(block)
        if title is not None:
            titles = (*(above for above in titles if _above(above, title)), title)
        yield Standing(block, titles, in_fiche, title is not None)


def _still_in_fiche(block: Block, in_fiche: bool) -> bool:
    """Tell whether ``block`` belongs to a fiche, when the block before did or did not (``in_fiche``)."""
    if isinstance(block, Table):
        return in_fiche
    words = block.words.text.strip(" *_#\n")
    if _FICHE.match(words) and len(words) < 2 * _LONGEST_TITLE:
        return True
    return in_fiche and not _PART.match(words)


def _title(block: Block) -> Title | None:
    """Return the title that ``block`` is, None for any other block."""
    if isinstance(block, Table) or not block.words:
        return None
    words = block.words
    text = words.text.strip(" *_#\n")
    if isinstance(block, Heading):
        found = _NUMBERED.match(text) or _LETTERED.match(text)
        return Title(found["number"] if found else "", words, 0 if _PART.match(text) else max(block.level, 1))
    if isinstance(block, Item) and re.fullmatch(r"\d[\d.]*[.)]?", block.marker):
        text = f"{block.marker} {text}"
    if len(text) > _LONGEST_TITLE or text.endswith((".", ";", ",")):
        return None
    found = _NUMBERED.match(text)
    if found is not None:
        return Title(found["number"], words, _PARAGRAPH_LEVEL)
    return Title("", words, 0) if _PART.match(text) else None


def _above(title: Title, new: Title) -> bool:
    """Tell whether ``title`` stays above a ``new`` one: between two numbers their parts decide, else the level."""
    if title.number and new.number:
        return new.number.startswith(title.number + ".")
    return title.level < new.level
