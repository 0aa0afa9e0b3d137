"""Unread: blocks that look like facts and gave none, so that what is absent can be told from what is not read.

What looks like facts is a table with the headings, or the figures, of a fiche, a plan, a list of facilities, a budget
or a diagnosis, and a title followed by the rubrics of a fiche. Only acts about a convention are looked at: the tables
of others are none of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache

from loaders.acts.section import Section
from loaders.document import Block, Heading, Passage, Table, passages
from loaders.resolve import fold
from loaders.vocabulary import groups
from loaders.words.persons import around_persons
from loaders.words.rubrics import leading, rubric
from maillage.facts import Doubt, Fact, Place, Span

CODE = "bloc-non-lu"

_LEAST_HEADERS = 2
_LEAST_RUBRICS = 3
_LEAST_FIGURES = 4
_SHORTEST_WORDS = 4
_LONGEST_DETAIL = 80
_FIGURE = re.compile(r"[-+]?\d[\d\s .,]*(?:€|%|k€|euros?|places?)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-/]\s?(?:19|20)?\d\d)?")


def unread(sections: Sequence[Section], facts: Sequence[Fact]) -> Iterator[Doubt]:
    """Give a doubt for each block of ``sections`` that looks like facts and of which none of ``facts`` was read."""
    at = _by_number(facts)
    for section in sections:
        if section.mentions:
            for words in _telling(section.blocks):
                place = _whole(section.place(*words))
                if not _read(place, words, at):
                    yield _doubt(section, place, words)


def _by_number(facts: Iterable[Fact]) -> Mapping[int, Sequence[Fact]]:
    """Return the facts that stand on each line or page."""
    found: dict[int, list[Fact]] = {}
    for fact in facts:
        for span in fact.place.spans:
            for number in range(span.first, span.last + 1):
                found.setdefault(number, []).append(fact)
    return found


def _telling(blocks: Sequence[Block]) -> Iterator[tuple[Passage, ...]]:
    """Give the words of each block, or group of blocks, that looks like facts."""
    for block in blocks:
        if isinstance(block, Table) and _tells(block):
            yield tuple(words for words in passages(block) if words)
    for group in _headed(blocks):
        if len(group) > _LEAST_RUBRICS and len({_rubric(words.text) for words in group[1:]} - {""}) >= _LEAST_RUBRICS:
            yield tuple(words for words in group if words)


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
    if len({rubric(text) for text in titles} - {""}) >= _LEAST_HEADERS:
        return True
    if any(len(heads & known) >= _LEAST_HEADERS for known in _headers()):
        return True
    cells = [text for row in rows[1:] for text in row[1:] if text]
    figures = [text for text in cells if _FIGURE.fullmatch(text) and not _YEAR.fullmatch(text)]
    return len(figures) >= _LEAST_FIGURES and 2 * len(figures) >= len(cells) and not _are_pages(figures)


def _are_pages(figures: Sequence[str]) -> bool:
    """Whether figures only grow from small ones, as the page numbers of a table of contents do."""
    if not all(figure.isdecimal() and len(figure) < _SHORTEST_WORDS for figure in figures):
        return False
    pages = [int(figure) for figure in figures]
    return pages == sorted(pages)


@cache
def _headers() -> tuple[frozenset[str], ...]:
    """Return the headings of each family, folded."""
    return tuple(frozenset(map(fold, names)) for names in groups("unread", "headers").values())


def _read(place: Place, words: Iterable[Passage], at: Mapping[int, Sequence[Fact]]) -> bool:
    """Whether a fact was read at ``place``; on a page, which is wide, whether it says words that stand there."""
    numbers = [n for span in place.spans for n in range(span.first, span.last + 1) if n in at]
    if place.unit == "line":
        return bool(numbers)
    text = fold(" ".join(passage.text for passage in words))
    return any(fold(said) in text for n in numbers for fact in at[n] for said in _said(fact))


def _whole(place: Place) -> Place:
    """Return ``place`` from its first line to its last: a block is one."""
    return replace(place, spans=(Span(place.spans[0].first, place.spans[-1].last),))


def _said(fact: Fact) -> Iterator[str]:
    """Give the texts of a fact that are long enough to be known again."""
    for field in fields(fact):
        value = getattr(fact, field.name)
        if (
            isinstance(value, str)
            and len(value) >= _SHORTEST_WORDS
            and field.name not in ("convention", "rule", "tier")
        ):
            yield value


def _doubt(section: Section, place: Place, words: Sequence[Passage]) -> Doubt:
    shown = " | ".join(" ".join(part.text.split()) for passage in words[:6] for part in around_persons(passage) if part)
    return Doubt(
        place=place,
        act=section.act,
        rule="unread.block",
        tier="derived",
        code=CODE,
        subject=section.convention or section.mentions[0],
        detail=shown if len(shown) <= _LONGEST_DETAIL else f"{shown[:_LONGEST_DETAIL].rpartition(' ')[0]} …",
    )
