"""Figure cards: a table whose cells are a figure each, what it counts beside it, and of when it is.

A card stands in one cell, or in a column of it over rows of figures, labels and sources in turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.acts.section import Section
from loaders.acts.territory_codes import Named, convention_of
from loaders.document import Cell, Passage, Table
from loaders.readers.figures.column_words import is_counted, year_in
from loaders.readers.figures.figure_table import FigureTable, Line, Value
from loaders.readers.figures.indicators import unit
from loaders.readers.statistics.years import single_year, undated
from loaders.resolve import fold
from loaders.words.numerals import NUMBER, Figure, figure
from loaders.words.wording import lines
from maillage.facts import Statistic

_FEWEST = 2
_ONE_LINE = re.compile(rf"\W{{0,4}}(?P<figure>(?:{NUMBER})\s?(?:%|€)?)\s(?:de |des |d['’]|du )?(?=[^\W\d_])")
"""A figure before what it counts on one line: ``61,2 % de propriétaires``."""

_PAIR = 2
_LONGEST_LABEL = 120
_LONGEST_SOURCE = 60


def read_cards(table: Table) -> FigureTable | None:
    """Return the figures of a table of cards; of one with other cells, or that mostly counts nothing, None."""
    cards = [_card(parts) for parts in _parts(table)]
    told = [card for card in cards if card is not None]
    counted = sum(is_counted(fold(card.label.text)) for card in told)
    if len(told) < max(len(cards), _FEWEST) or counted * 2 < len(told):
        return None
    return FigureTable((), tuple(told))


def _parts(table: Table) -> Iterator[list[Passage]]:
    """Give the lines of each card of a table: those of its cells, or of its columns where figures stand in rows."""
    filled = [cell for row in table.rows for cell in row.cells if cell]
    if not all(map(_ONE_LINE.match, (cell.text for cell in filled))) and any(_figure(cell.text) for cell in filled):
        yield from _by_columns(table)
    else:
        yield from map(_lines, filled)


def _by_columns(table: Table) -> Iterator[list[Passage]]:
    """Give the cells of each column from one row of figures to the next."""
    band: list[Sequence[Cell]] = []
    for row in table.rows:
        if band and all(_figure(cell.text) for cell in row.cells if cell):
            yield from _columns(band)
            band = []
        band.append(row.cells)
    yield from _columns(band)


def _columns(band: Sequence[Sequence[Cell]]) -> Iterator[list[Passage]]:
    """Give what stands below one another in the columns of some rows."""
    for cells in zip(*band, strict=True):
        if any(cells):
            yield [line for cell in cells for line in _lines(cell)]


def _lines(cell: Cell) -> list[Passage]:
    """Return the lines that stand in a cell."""
    return [line for block in cell.blocks for line in lines(block.words)]


def _card(parts: Sequence[Passage]) -> Line | None:
    """Return the card that lines are: a figure before or behind what it counts, last perhaps its source."""
    if len(parts) == 1 and (told := _ONE_LINE.match(parts[0].text)) is not None:
        parts = [parts[0].cut(0, told.end("figure")), parts[0].cut(told.end())]
    figures = [index for index, part in enumerate(parts) if _figure(part.text)]
    if len(figures) != 1 or len(parts) < _PAIR:
        return None
    (at,) = figures
    others = [part for index, part in enumerate(parts) if index != at]
    source = others.pop() if len(others) > 1 and _is_source(others[-1].text) else Passage(())
    label = sum(others[1:], others[0])
    read = figure(parts[at].text)
    joined = at in (0, len(others))  # the figure stands at one end of its label
    if read is None or not joined or not _is_label(label.text):
        return None
    return Line(label, "", single_year(source.text), (Value(read, parts[at] + source, None, ""),))


def _is_label(text: str) -> bool:
    """Tell whether a text may be what a figure counts: short, and no sentence."""
    return 1 < len(text) <= _LONGEST_LABEL and not text.rstrip().endswith((".", ";"))


def _figure(text: str) -> bool:
    """Tell whether a line is a figure, and no year."""
    read = figure(text)
    return read is not None and read.value is not None and not year_in(text)


def _is_source(text: str) -> bool:
    """Tell whether a line says of when, or from whom, a figure is."""
    return len(text) <= _LONGEST_SOURCE and bool(single_year(text))


def card_fact(
    section: Section,
    label: str,
    printed: Figure,
    words: Sequence[Passage],
    territory: Named,
    year: str,
    number: str = "",
) -> Statistic:
    """Return the fact of a figure ``printed`` on a card: what it counts, whose it is, of when, under which number."""
    return Statistic(
        place=section.place(*words),
        act=section.act,
        rule="statistics.card",
        tier="normalised",
        convention=convention_of(section, territory.territory),
        territory=territory.printed,
        territory_code=territory.code,
        section=number,
        indicator=undated(label),
        year=year,
        value=printed.value,
        unit=unit((label,), [Value(printed, words[0], None, year)]),
    )
