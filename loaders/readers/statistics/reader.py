"""Statistics: the figures of a diagnosis, from its tables and its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.acts.parts import by_convention
from loaders.acts.section import Section
from loaders.acts.territory_codes import Named
from loaders.document import Block, Item, Paragraph, Passage, Table
from loaders.readers.outline import Standing, walk
from loaders.readers.statistics.figures_first import figures_first
from loaders.readers.statistics.flowing_cards import flowing_cards
from loaders.readers.statistics.listed import announced_of, announces, is_line, keyed_items, read_line, statements
from loaders.readers.statistics.over_places import over_places
from loaders.readers.statistics.paragraphs import read_paragraph, states_nothing
from loaders.readers.statistics.prose import Repeated
from loaders.readers.statistics.tables import read_tables
from loaders.readers.statistics.titles_above import number_over_item, territory_announced, territory_over, year_over
from loaders.readers.statistics.told_by_place import told_by_place
from loaders.readers.statistics.years import single_year, told_of_when
from loaders.words.wording import sentences
from maillage.facts import Statistic


def read(section: Section) -> Iterator[Statistic]:
    """Give every figure that the act states of a territory, those of its fiches action left out.

    A sentence that repeats a table's figure adds its place to the table's (contract: one row with both places).
    """
    for part in by_convention(section):
        if part.convention or part.mentions:
            yield from _read(part)


def _read(section: Section) -> Iterator[Statistic]:
    """Give the figures of an act, or part of an act, about one convention."""
    standings = list(walk(section.blocks))
    alone: list[Statistic] = []
    for shown in (flowing_cards, over_places, figures_first):
        places, facts = shown(section, standings)
        standings = [standing for place, standing in enumerate(standings) if place not in places]
        alone.extend(facts)
    repeated = Repeated(section, read_tables(section, standings))
    alone.extend(_prose(section, standings, repeated))
    yield from repeated.facts
    yield from alone


def _prose(section: Section, standings: Sequence[Standing], repeated: Repeated) -> Iterator[Statistic]:
    """Give the figures of sentences and lists that no table has, each of when and of whom what stands above it says."""
    lead = when = opening = ""
    keyed = keyed_items(standings)
    for place, standing in enumerate(standings):
        block = standing.block
        when = single_year(told_of_when(block)) or (year_over(standing) if standing.is_title else when)
        lead = _lead(block, lead)
        opening = opening if isinstance(block, Item) else ""
        if not isinstance(block, Table) and not states_nothing(block):
            there = (announced_of(section, lead) if lead else None) or territory_announced(section, opening)
            there = there or territory_over(section, standing)
            number = number_over_item(section, standing)
            for words, listed in statements(section, block.words):
                lined = listed or bool(lead and is_line(words.text))
                found = _stated(section, words, repeated, there, when, lined=lined)
                if place in keyed:
                    found = _dated_item(words, list(found), list(repeated.new(read_line(section, words, there, when))))
                yield from (replace(fact, section=number) for fact in found)
        if isinstance(block, Paragraph) and block.words.text.rstrip().endswith(":"):
            opening = _last(block)


def _stated(
    section: Section, words: Passage, repeated: Repeated, there: Named | None, when: str, *, lined: bool
) -> Iterator[Statistic]:
    """Return the figures of a statement that no table has: place by place, as a line of a list, or in sentences."""
    if compared := told_by_place(section, words, when):
        return iter(compared)
    if lined:
        return iter(()) if repeated.take(words) else read_line(section, words, there, when)
    return read_paragraph(section, words, repeated, there, when)


def _dated_item(words: Passage, said: list[Statistic], lined: list[Statistic]) -> Iterator[Statistic]:
    """Give what an item among items of figures states: as a line where it tells a year, and says less as a sentence."""
    dated = any(fact.year and fact.year in words.text for fact in lined)
    yield from lined if dated and len(lined) > len(said) else said


def _lead(block: Block, above: str) -> str:
    """Return the line that announces the list of figures in which ``block`` stands; empty outside one."""
    if isinstance(block, Item):
        return above
    return _last(block) if isinstance(block, Paragraph) and announces(block.words.text) else ""


def _last(block: Paragraph) -> str:
    """Return the last sentence of a paragraph, which announces what stands below it."""
    return next((told.text for told in reversed(sentences(block.words))), "")
