"""Figures of tables: a fact for each value of each row, whose it is, and of when, as the lines around it say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from loaders.acts.act_cues import CONVENED
from loaders.acts.own_territory import own
from loaders.acts.section import Section
from loaders.acts.territory_codes import Named, convention_of
from loaders.document import Block, Table
from loaders.readers.figures.figure_table import FigureTable, Line, Value
from loaders.readers.figures.indicators import COUNT, in_euros, is_funding, unit
from loaders.readers.figures.paths import paths
from loaders.readers.figures.tables import read_table
from loaders.readers.figures.turning import unfolded
from loaders.readers.funding.budget_captions import said_above
from loaders.readers.funding.budgets import read_budget
from loaders.readers.outline import Standing
from loaders.readers.statistics.figure_cards import read_cards
from loaders.readers.statistics.titles_above import number_over, territory_announced
from loaders.readers.statistics.years import single_year, told_of_when, undated
from loaders.words.wording import plain, tidy
from maillage.facts import Statistic

_LONGEST_CAPTION = 120
_ONLY_YEAR = re.compile(r"(?:[Aa]nn[ée]e |[Ee]n )?(?:19|20)\d\d")
_OF_CONVENTION = re.compile(r"\b(?:signée?|conclue?|adoptée?|approuvée?|délibération|échéance)\b", re.IGNORECASE)
_CAPTION_NUMBER = re.compile(
    r"^\W*(?:(?:tableau|graphique|figure)\s*)?(?:n\s?°\s*)?\d*(?:\.\d+)*\s*[.):–—-]*\s*", re.IGNORECASE
)


def read_tables(section: Section, standings: Sequence[Standing]) -> Iterator[Statistic]:
    """Give the figures of the tables; a table that follows another without a header goes on with its columns."""
    before: FigureTable | None = None
    caption = announced = ""
    above: list[Block] = []
    for standing, after in zip_longest(standings, standings[1:]):
        table = None
        if isinstance(standing.block, Table) and not (
            _of_session(standing.block) or read_budget(standing.block, section, announced)
        ):
            block = unfolded(standing.block)
            table = read_table(section, block, before) or read_cards(block)
        if table is not None:
            whose = territory_announced(section, announced) or own(section)
            yield from _rows(section, standing, table, caption, told_of_when(after.block) if after else "", whose)
        before = table
        caption = "" if isinstance(standing.block, Table) else standing.block.words.text[:_LONGEST_CAPTION]
        above = [*above[-1:], standing.block]
        announced = said_above(above)


def _of_session(table: Table) -> bool:
    """Tell whether a table counts who sat and voted."""
    return any(CONVENED.search(plain(cell.text)) for row in table.rows for cell in row.cells[:1])


def _rows(
    section: Section, standing: Standing, table: FigureTable, caption: str, below: str, whose: Named
) -> Iterator[Statistic]:
    """Give a fact for each value of each row that is no funding; it is of ``whose`` where the table names nobody.

    The header of its labels, else the ``caption`` above, else the line ``below`` that says of when it is, gives the
    year of a table without years; the caption also the indicator of rows that are only years.
    """
    tellers = () if table.dated else (table.titled, "" if _OF_CONVENTION.search(caption) else caption, below)
    year = next((said for text in tellers if (said := single_year(text))), "")
    number = number_over(section, standing)
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
                fact = _fact(section, line.section or number, line, path, value, own_unit, there)
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
