"""Looking like facts: the blocks that a reader of acts would expect facts from, told by their shape and their words.

A table with the headings, or the figures, of a fiche, a plan, a list of facilities, a budget or a diagnosis; a title
over the rubrics of a fiche; lines that designate équipements one after the other, or that put a figure behind a colon.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby

from loaders.document import Block, Heading, Passage, Table, passages
from loaders.readers.equipments.types import leading as leading_type
from loaders.readers.fiches.signs import LEADS
from loaders.resolve import fold
from loaders.vocabulary import groups
from loaders.words.rubrics import leading, rubric
from loaders.words.wording import alternatives, lines, plain
from maillage.facts import Fact, Fiche, FicheActor, FicheItem, PlanNode

ANY: tuple[type[Fact], ...] = ()
"""Facts of any family."""

OF_FICHES: tuple[type[Fact], ...] = (Fiche, FicheActor, FicheItem, PlanNode)

_LEAST_HEADERS = 2
_LEAST_RUBRICS = 3
_LEAST_FIGURES = 4
_LEAST_LINES = 3
_LONGEST_LINE = 160
_LONGEST_PAGE_NUMBER = 3
_FIGURE = re.compile(r"[-+]?\d[\d\s .,]*(?:€|%|k€|euros?|places?)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-/]\s?(?:19|20)?\d\d)?")


_DESIGNATED = re.compile(
    r"\s{1,3}[–—-]\s+\w|[\s:]{0,4}(?:(?:de|d['’]|du|des|à|a|la|le|les|l['’])\s?){0,3}[«\"“]?\s?[A-ZÀ-ÖØ-ÞŒ]"
)
_COUNTED = re.compile(r"[^:]{3,90}\s?:\s*[-+]?\d[\d\s .,]*(?:€|%|k€|euros?|places?|enfants?|habitants?|familles?)?\W*")

Looking = tuple[tuple[Passage, ...], tuple[type[Fact], ...]]
"""The words of blocks that look like facts, and the families that these would be of."""


def looking_like_facts(blocks: Sequence[Block]) -> Iterator[Looking]:
    """Give the words of each block, or group of blocks, that looks like facts, with the families these would be of."""
    for block in blocks:
        if isinstance(block, Table) and _tells(block):
            yield tuple(words for words in passages(block) if words), ANY
    for group in _headed(blocks):
        kinds = {_rubric(line.text) for words in group[1:] for line in lines(words)} - {""}
        if len(kinds) >= _LEAST_RUBRICS and (kinds & LEADS or len(group) > _LEAST_RUBRICS):
            yield tuple(words for words in group if words), OF_FICHES if kinds & LEADS else ANY
    for looks in (_designates, _counts):
        yield from _listed(blocks, looks)


def _listed(blocks: Sequence[Block], looks: Callable[[str], bool]) -> Iterator[Looking]:
    """Give the lines, one after the other and not in tables, that look alike."""
    printed = (line for block in blocks for line in (() if isinstance(block, Table) else lines(block.words)))
    for alike, group in groupby(printed, key=lambda line: len(line.text) <= _LONGEST_LINE and looks(line.text)):
        found = tuple(group)
        if alike and len(found) >= _LEAST_LINES:
            yield found, ANY


def _designates(text: str) -> bool:
    """Whether a line begins with a type of équipement and goes on with a name."""
    kind = leading_type(text)
    return bool(kind) and _DESIGNATED.match(text.partition(kind)[2]) is not None


def _counts(text: str) -> bool:
    """Whether a line is no more than a figure behind its name and a colon; who sat and voted counts for nothing."""
    return _COUNTED.fullmatch(text) is not None and _session().search(plain(text)) is None


@cache
def _session() -> re.Pattern[str]:
    """Return the pattern of what a session counts."""
    return re.compile(rf"\b{alternatives(groups('unread', 'session')['words'])}")


def _headed(blocks: Sequence[Block]) -> Iterator[list[Passage]]:
    """Give each heading with what stands below it, up to a table or to a heading that is no rubric."""
    group: list[Passage] = []
    for block in blocks:
        if isinstance(block, Table) or (isinstance(block, Heading) and not _rubric(block.words.text)):
            if group:
                yield group
            group = []
        if isinstance(block, Heading) or (group and not isinstance(block, Table)):
            group.append(block.words)
    if group:
        yield group


def _rubric(text: str) -> str:
    found = leading(text)
    return found.kind if found else rubric(text)


def _tells(table: Table) -> bool:
    """Whether a table has the headings or the figures of something that is read."""
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    if all(not text or rubric(text) for row in rows for text in row):
        return False  # a form that nobody has filled in
    titles = [text for text in (*rows[0], *(row[0] for row in rows if row)) if text]
    heads = {fold(text) for text in titles}
    if heads & _signing():
        return False
    if len({rubric(text) for text in titles} - {""}) >= _LEAST_HEADERS:
        return True
    if any(len(heads & known) >= _LEAST_HEADERS for known in _headers()):
        return True
    cells = [text for row in rows[1:] for text in row[1:] if text]
    figures = [text for text in cells if _FIGURE.fullmatch(text) and not _YEAR.fullmatch(text)]
    return len(figures) >= _LEAST_FIGURES and 2 * len(figures) >= len(cells) and not _are_pages(figures)


def _are_pages(figures: Sequence[str]) -> bool:
    """Whether figures only grow from small ones, as the page numbers of a table of contents do."""
    if not all(figure.isdecimal() and len(figure) <= _LONGEST_PAGE_NUMBER for figure in figures):
        return False
    pages = [int(figure) for figure in figures]
    return pages == sorted(pages)


@cache
def _signing() -> frozenset[str]:
    """Return the headings, folded, of a table in which people sign."""
    return frozenset(map(fold, groups("unread", "signing")["headers"]))


@cache
def _headers() -> tuple[frozenset[str], ...]:
    """Return the headings of each family, folded."""
    return tuple(frozenset(map(fold, names)) for names in groups("unread", "headers").values())
