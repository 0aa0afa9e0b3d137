"""Titles of sheets: behind the number of a fiche, or in the blocks below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.document import Block, Item, Paragraph, Passage, Table
from loaders.words.numbering import numbered
from loaders.words.rubrics import leading, rubric
from loaders.words.wording import leader

_LONGEST_TITLE = 250
_FEWEST = 2
_BRACKETED = re.compile(r"\s*\((?P<said>[^()]{3,40})\)[\s:–—-]*(?=\S)")
_QUOTED = re.compile(r"«\s*(?P<title>[^«»]+?)\s*»")
_EDGES = " \t\n:–—-_*|="


def _says_title(text: str) -> bool:
    """Whether ``text`` begins with the key of a title: ``Intitulé : ...``."""
    head = leading(text)
    return head is not None and head.kind == "titre"


def without_axe(words: Passage) -> Passage:
    """Return what stands behind the number of a fiche without the axe that brackets name before its title."""
    found = _BRACKETED.match(words.text)
    head = numbered(f"{found['said']} :") if found is not None else None
    return words.cut(found.end()) if found is not None and head is not None and head.level else words


def title_apart(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return ``body``, the title that is merged over the first row of its first table as a paragraph above the rest."""
    first = body[0] if body else None
    if not isinstance(first, Table) or len(first.rows) < _FEWEST or len(first.rows[0].cells) < _FEWEST:
        return body
    cell, *others = first.rows[0].cells
    if any(others) or len(cell.blocks) != 1 or not is_title(cell.text, more=False) or numbered(cell.text) is not None:
        return body
    return (Paragraph(cell.words), Table(first.rows[1:], first.header), *body[1:])


def title_in(body: Sequence[Block]) -> tuple[Passage, int]:
    """Return the title that stands in the first blocks of ``body``, and how many they are.

    There is none where one of these says that it is the title: ``Intitulé : ...``.
    """
    title = Passage(())
    if any(not isinstance(block, Table) and _says_title(block.words.text) for block in body[:3]):
        return title, 0
    for count, block in enumerate(body[:3]):
        if isinstance(block, (Table, Item)) or not is_title(block.words.text.strip(), more=bool(title)):
            return title, count
        title += block.words
    return title, min(len(body), 3)


def is_title(text: str, *, more: bool) -> bool:
    """Whether ``text`` is the title of the sheet above it, or (``more``) goes on with it."""
    head = numbered(text)
    if len(text) > _LONGEST_TITLE or opens_rubric(text) or (head is not None and head.level == "objectif"):
        return False
    return text[:1].islower() or text.startswith("(") if more else not text.startswith("(")


def opens_rubric(text: str) -> bool:
    """Whether ``text`` is the title of a rubric, or begins with one."""
    return bool(rubric(text)) or leading(text) is not None


def bared(words: Passage) -> Passage:
    """Return a title without punctuation around it, or the quotation marks in which all of it stands."""
    text = words.text
    start = len(text) - len(text.lstrip(f"{_EDGES}."))
    bare = words.cut(start, len(text[: leader(text)].rstrip(_EDGES)))
    quoted = _QUOTED.fullmatch(bare.text)
    return bare.cut(*quoted.span("title")) if quoted else bare
