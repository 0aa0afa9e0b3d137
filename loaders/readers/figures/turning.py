"""Tables of figures that stand turned: a territory or a year a row, an indicator a column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.acts.section import Section
from loaders.acts.territory_codes import named, specific
from loaders.document import Cell, Row, Table
from loaders.readers.figures.column_words import is_bare, is_counted, is_year, says
from loaders.resolve import fold
from loaders.words.numerals import figure

_SAMPLE = 4
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_DIGIT = re.compile(r"\d")


def turned(table: Table) -> Table:
    """Return ``table`` with its columns as rows: one that has a territory a row becomes one that has one a column."""
    return Table(tuple(Row(cells) for cells in zip(*(row.cells for row in table.rows), strict=True)), table.header)


def unfolded(table: Table) -> Table:
    """Return a table whose titles stand twice, side by side over as many columns, with the halves below one another."""
    first = table.rows[0].cells if table.rows else ()
    width = next((n for n in range(2, len(first) // 2 + 1) if not len(first) % n and _repeats(first, n)), 0)
    if not width or not table.header:
        return table
    halves = [row.cells[start : start + width] for start in range(0, len(first), width) for row in table.rows[1:]]
    return Table((Row(first[:width]), *(Row(cells) for cells in halves if any(cells))), table.header)


def _repeats(titles: Sequence[Cell], width: int) -> bool:
    """Tell whether the first ``width`` titles stand there again and again."""
    said = [fold(cell.text) for cell in titles]
    return (
        all(said) and all(title == said[index % width] for index, title in enumerate(said)) and len(set(said)) == width
    )


def by_territory(section: Section, body: Sequence[Row]) -> bool:
    """Tell whether the rows of a table, two at least, are called after territories."""
    labels = [row.cells[0].text for row in body[:_SAMPLE]]
    whole = len(labels) == len(body) > 2 and says(fold(labels[-1]), "whole")  # the last row adds up those above
    labels = labels[:-1] if whole else labels
    own_names = [label and specific(section, label) is not None for label in labels]
    return len(labels) > 1 and any(own_names) and all(label and named(section, label) is not None for label in labels)


def place_column(header: Row) -> int:
    """Return which column, behind the first, is headed as that of the territories; 0 where none is."""
    return next((n for n, cell in enumerate(header.cells) if n and is_bare(fold(cell.text), "place")), 0)


def place_first(table: Table, place: int) -> Table:
    """Return ``table`` with its column ``place`` before the others."""
    return Table(
        tuple(Row((row.cells[place], *row.cells[:place], *row.cells[place + 1 :])) for row in table.rows), table.header
    )


def by_pair(section: Section, body: Sequence[Row]) -> bool:
    """Tell whether each row of a table is called after a territory, said once where cells are merged, and a count."""
    firsts = [row.cells[0].text for row in body if row.cells[0]]
    labels = [row.cells[1].text if len(row.cells) > 2 else "" for row in body]
    counts = bool(labels) and all(label and figure(label) is None for label in labels)
    named_so = bool(firsts) and bool(body[0].cells[0]) and all(specific(section, first) is not None for first in firsts)
    return counts and named_so


def without_kinds(table: Table) -> Table:
    """Return a table without the columns that only sort its rows, words alone: ``Commune | Secteur | Population``.

    Its first column tells whose each row is, once for each of several rows; what is counted titles the columns of
    figures, and not the rows.
    """
    header, *body = table.rows
    firsts = [fold(row.cells[0].text) for row in body]
    kinds = {n for n in range(1, len(header.cells)) if _sorts(header.cells[n], [row.cells[n] for row in body])}
    if not kinds or len(firsts) < _SAMPLE or not all(firsts) or len(set(firsts)) < len(firsts):
        return table
    kept = [n for n in range(len(header.cells)) if n not in kinds]
    if not all(_names_a_count(header.cells[n].text) for n in kept[1:]):
        return table
    return Table(tuple(Row(tuple(row.cells[n] for n in kept)) for row in table.rows), table.header)


def _sorts(title: Cell, cells: Sequence[Cell]) -> bool:
    """Tell whether the words of a column say of what sort its rows are: they have no figure, and count nothing."""
    texts = [cell.text for cell in cells if cell]
    counted = says(fold(title.text), "label") or any(is_counted(fold(text)) for text in texts)
    return bool(title and texts) and not counted and not any(_DIGIT.search(text) for text in texts)


def _names_a_count(title: str) -> bool:
    """Tell whether the title of a column says itself what its figures count, and not but ``Nombre`` or a year."""
    words = fold(_YEARS.sub(" ", title))
    return bool(words) and not is_bare(words, "value")


def by_year(section: Section, header: Row, body: Sequence[Row]) -> bool:
    """Tell whether the rows of a table, two at least, are called after years, and its columns after indicators."""
    titles = [cell.text for cell in header.cells[1:]]
    dated = len(body) > 1 and is_year([row.cells[0] for row in body]) and all(row.cells[0] for row in body)
    indicators = all(title and not is_bare(fold(title), "value") for title in titles)
    return dated and indicators and not any(named(section, title) for title in titles) and _has_figures(body)


def _has_figures(body: Sequence[Row]) -> bool:
    """Tell whether every cell behind the first of each row is a figure, or empty."""
    return all(figure(cell.text) is not None for row in body for cell in row.cells[1:])
