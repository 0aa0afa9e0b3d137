"""Statistics: the figures of a diagnosis, from its tables and its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from loaders.acts.own_territory import own
from loaders.acts.parts import by_convention
from loaders.acts.section import Section
from loaders.acts.territory_codes import Named, convention_of, named, specific
from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.readers.equipments.labels import unmarked
from loaders.readers.equipments.listed import designates
from loaders.readers.figures.indicators import COUNT, in_euros, is_funding, unit
from loaders.readers.figures.paths import paths
from loaders.readers.figures.tables import FigureTable, Line, Value, read_table
from loaders.readers.figures.turning import unfolded
from loaders.readers.funding.budgets import read_budget, said_above
from loaders.readers.outline import Standing, walk
from loaders.readers.statistics.clauses import clauses, framing
from loaders.readers.statistics.figure_cards import read_cards
from loaders.readers.statistics.figures_first import figures_first
from loaders.readers.statistics.flowing_cards import flowing_cards
from loaders.readers.statistics.listed import announced_of, announces, is_line, keyed_items, read_line, statements
from loaders.readers.statistics.over_places import over_places
from loaders.readers.statistics.prose import Repeated
from loaders.readers.statistics.sentences import is_note, only_year, paragraph_year, points_back, read_sentence
from loaders.readers.statistics.titles_above import number_over, territory_announced, territory_over, year_over
from loaders.readers.statistics.told_by_place import told_by_place
from loaders.readers.statistics.years import single_year, told_of_when, undated
from loaders.words.wording import rejoined, sentences, tidy
from maillage.facts import Statistic

_FIGURE_FIRST = re.compile(r"(?:[^\W\d_]{4}|\bans|[%)»])[.!?]\s+(?=\d)")
_LONGEST_CAPTION = 120
_REACH = 400
_ONLY_YEAR = re.compile(r"(?:[Aa]nn[ée]e |[Ee]n )?(?:19|20)\d\d")
_NUMBERED = re.compile(r"\W*(?:\d+(?:\.\d+)+\.?\s+[^\W\d]|\d{1,2}\s+[^\W\d_a-zà-öø-ÿ])")
_CAPTION_NUMBER = re.compile(
    r"^\W*(?:(?:tableau|graphique|figure)\s*)?(?:n\s?°\s*)?\d*(?:\.\d+)*\s*[.):–—-]*\s*", re.IGNORECASE
)
_SIZED = re.compile(r"\([^()\d]{0,60}\d{1,3} (?:places|berceaux|enfants)\b")
_DIGIT = re.compile(r"\d")


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
    repeated = Repeated(section, _tables(section, standings))
    lead = when = ""
    keyed = keyed_items(standings)
    for place, standing in enumerate(standings):
        when = single_year(told_of_when(standing.block)) or (year_over(standing) if standing.is_title else when)
        lead = _lead(standing.block, lead)
        if not isinstance(standing.block, Table) and not _is_no_statement(standing.block):
            there = (announced_of(section, lead) if lead else None) or territory_over(section, standing)
            number = number_over(section, standing)
            for words, listed in statements(section, standing.block.words):
                if compared := told_by_place(section, words, when):
                    found = iter(compared)
                elif listed or (lead and is_line(words.text)):
                    found = iter(()) if repeated.take(words) else read_line(section, words, there, when)
                else:
                    found = _said(section, words, repeated, there, when)
                if place in keyed:
                    found = _dated_item(words, list(found), list(repeated.new(read_line(section, words, there, when))))
                alone.extend(replace(fact, section=number) for fact in found)
    yield from repeated.facts
    yield from alone


def _dated_item(words: Passage, said: list[Statistic], lined: list[Statistic]) -> Iterator[Statistic]:
    """Give what an item among items of figures states: as a line where it tells a year, and says less as a sentence."""
    dated = any(fact.year and fact.year in words.text for fact in lined)
    yield from lined if dated and len(lined) > len(said) else said


def _lead(block: Block, above: str) -> str:
    """Return the line that announces the list of figures in which ``block`` stands; empty outside one."""
    if isinstance(block, Item):
        return above
    return block.words.text if isinstance(block, Paragraph) and announces(block.words.text) else ""


def _said(section: Section, words: Passage, repeated: Repeated, there: Named | None, when: str) -> Iterator[Statistic]:
    """Give the figures that the sentences of ``words`` state and no table has.

    ``there`` is whose their list is, ``when`` the year said above them.
    """
    if not _DIGIT.search(words.text):
        return  # most blocks: without a figure there is no sentence to look at
    year = paragraph_year(words.text) or when
    before = frame = ""
    told_of = rejoined(sentences(words), lambda above, line: _is_beside(section, above.text, line.text))
    for sentence in (part for whole in told_of for part in _begun_by_figures(whole)):
        frame = framing(sentence.text, frame)
        whose = there
        for clause in clauses(sentence):
            told = list(read_sentence(section, clause, only_year(sentence.text) or frame or year, before, whose))
            yield from repeated.new(told) if repeated.take(clause) else told
            whose = (named(section, told[0].territory) if told else None) or whose
            before = f"{before} {clause.text}"[-_REACH:] if points_back(clause.text) else clause.text


def _is_beside(section: Section, above: str, text: str) -> bool:
    """Tell whether what stands behind a semicolon is another territory's figure: ``... 61 % ; Isère : 58 %``."""
    name, colon, _ = text.partition(":")
    return bool(above.endswith(";") and colon and specific(section, tidy(name)) is not None)


def _begun_by_figures(words: Passage) -> Iterator[Passage]:
    """Cut ``words`` where a further sentence begins with its figure: ``... en 2020. 41 % des familles ...``."""
    starts = [0, *(found.end() for found in _FIGURE_FIRST.finditer(words.text))]
    for start, end in zip_longest(starts, starts[1:]):
        yield words.cut(start, end)


def _is_no_statement(block: Heading | Paragraph | Item) -> bool:
    """Tell whether a block states no figure: a note, an équipement and its places, a title, whose number is its own."""
    text = block.words.text
    entry = _SIZED.search(text) is not None and designates(unmarked(text))  # ``Crèche Les Lutins (Mens, 24 places)``
    return is_note(text) or entry or (isinstance(block, Heading) and _NUMBERED.match(text) is not None)


def _tables(section: Section, standings: list[Standing]) -> Iterator[Statistic]:
    """Give the figures of the tables; a table that follows another without a header goes on with its columns."""
    before: FigureTable | None = None
    caption = announced = ""
    above: list[Block] = []
    for standing, after in zip_longest(standings, standings[1:]):
        table = None
        if isinstance(standing.block, Table) and not read_budget(standing.block, section, announced):
            block = unfolded(standing.block)
            table = read_table(section, block, before) or read_cards(block)
        if table is not None:
            whose = territory_announced(section, announced) or own(section)
            yield from _rows(section, standing, table, caption, told_of_when(after.block) if after else "", whose)
        before = table
        caption = "" if isinstance(standing.block, Table) else standing.block.words.text[:_LONGEST_CAPTION]
        above = [*above[-1:], standing.block]
        announced = said_above(above)


def _rows(
    section: Section, standing: Standing, table: FigureTable, caption: str, below: str, whose: Named
) -> Iterator[Statistic]:
    """Give a fact for each value of each row that is no funding; it is of ``whose`` where the table names nobody.

    The header of its labels, else the ``caption`` above, else the line ``below`` that says of when it is, gives the
    year of a table without years; the caption also the indicator of rows that are only years.
    """
    tellers = () if table.dated else (table.titled, caption, below)
    year = next((said for text in tellers if (said := single_year(text))), "")
    units: dict[tuple[str, ...], str] = {}
    given = False
    for line, printed in paths(table.lines):
        path = (_titled(caption),) if _ONLY_YEAR.fullmatch(printed[-1]) and _titled(caption) else printed
        units[path] = unit(path, line.values, units.get(path[:-1], ""), line.unit or in_euros(caption))
        given = is_funding(path, units[path], caption, above=given)
        if not given:
            for value in line.values:
                own_unit = COUNT if _beside_share(value, line) else units[path]
                there = value.territory or whose
                fact = _fact(section, line.section or standing.number, line, path, value, own_unit, there)
                yield fact if fact.year else replace(fact, year=single_year(printed[-1]) or year)


def _beside_share(value: Value, line: Line) -> bool:
    """Tell whether a figure without a unit has beside it one in percent of the same territory and year."""
    same = (one for one in line.values if (one.territory, one.year) == (value.territory, value.year))
    return not value.figure.unit and any(one.figure.unit == "%" for one in same)


def _titled(caption: str) -> str:
    """Return what a table's caption says that it counts, without its own number; empty for a sentence."""
    return "" if caption.rstrip().endswith((".", ";")) else tidy(_CAPTION_NUMBER.sub("", caption))


def _fact(
    section: Section, number: str, line: Line, path: tuple[str, ...], value: Value, unit_: str, territory: Named
) -> Statistic:
    """Return the fact that one value of a row states of a ``territory``."""
    return Statistic(
        place=section.place(line.label, value.words),
        act=section.act,
        rule="statistics.table",
        tier="normalised",
        convention=convention_of(section, territory.territory),
        territory=territory.printed,
        territory_code=territory.code,
        section=number,
        indicator=" > ".join(undated(label) for label in path),
        year=line.year or value.year or single_year(path[-1]),
        value=value.figure.value,
        unit=unit_,
        change_5y_pct=value.change.value if value.change is not None else None,
    )
