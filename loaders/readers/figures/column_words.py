"""The words of a table of figures: what a header announces, which year a cell holds, what a label counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from loaders.document import Cell
from loaders.remembering import remembered_texts
from loaders.resolve import fold
from loaders.vocabulary import groups
from loaders.words.cell_kinds import mostly
from loaders.words.dates import WHOLE_YEAR
from loaders.words.numerals import Figure, figure

_FIVE = 5
_WITH_YEAR = re.compile(r"(?P<figure>[^()]{1,30})\(\s*(?:en |fin )?(?P<year>(?:19|20)\d\d)\s*\)\s*")
_YEAR_CELL = re.compile(
    r"\W*(?:(?:ann[ée]e|fin|en|d[ée]c\w*\.?|31/12/|au 31 d[ée]cembre)\s?)?"
    r"(?P<year>(?:19|20)\d\d(?:[-/](?:20)?\d\d)?)(?:\s?\([^()]{1,12}\))?\W*",
    re.IGNORECASE,
)


def is_change(text: str) -> bool:
    """Tell whether a header announces variations over five years."""
    return says(fold(text), "change") and is_over_five_years(fold(text), WHOLE_YEAR.findall(text))


def is_over_five_years(folded: str, years: Sequence[str]) -> bool:
    """Tell whether a variation is over five years, or over a time that its header does not say."""
    said = re.search(r"\b(\d{1,2}) ans\b", folded)
    span = int(said[1]) if said else int(years[-1]) - int(years[0]) if len(years) > 1 else _FIVE
    return span == _FIVE


def is_wordy(cells: Sequence[Cell]) -> bool:
    """Tell whether most of ``cells`` that hold anything hold words."""
    return mostly([cell.text for cell in cells], lambda text: dated_figure(text)[0] is None)


@remembered_texts(2_048)
def dated_figure(text: str) -> tuple[Figure | None, str]:
    """Return the figure that a cell holds, as ``figure`` does, and the year in brackets behind it, if any."""
    found = _WITH_YEAR.fullmatch(text)
    return (figure(found["figure"]), found["year"]) if found is not None else (figure(text), "")


def say_when(cells: Sequence[Cell]) -> bool:
    """Tell whether all of ``cells`` that hold anything hold a figure and its year."""
    read = [dated_figure(cell.text) for cell in cells if cell]
    return bool(read) and all(found is not None and year for found, year in read)


def is_year(cells: Sequence[Cell]) -> bool:
    """Tell whether all of ``cells`` that hold anything hold a year."""
    full = [cell.text for cell in cells if cell]
    return bool(full) and all(map(year_in, full))


def are_dated(title: str, cells: Sequence[Cell]) -> bool:
    """Tell whether a column of sources dates its rows: its title says so, each cell has a year (``Insee 2021``)."""
    full = [cell.text for cell in cells if cell]
    words = [fold(word) for word in re.split(r"\W+", title) if word]
    said = says(fold(title), "ignored") and any(is_bare(word, "year") for word in words)
    return said and bool(full) and all(len(set(WHOLE_YEAR.findall(text))) == 1 for text in full)


def year_of_source(text: str) -> str:
    """Return the year that a source gives, empty where it gives none: ``Insee, RP 2021``."""
    return next(iter(WHOLE_YEAR.findall(text)), "")


def year_in(text: str) -> str:
    """Return the year that a cell holds and little else, a note or a scan's speck: ``2022 :``, ``fin 2021 (p)``."""
    found = _YEAR_CELL.fullmatch(text)
    return found["year"] if found is not None else ""


def says(folded: str, role: str) -> bool:
    """Tell whether a folded header is, or begins with, one of the words that announce ``role``."""
    return any(folded == word or folded.startswith(word + " ") for word in announced(role))


def is_bare(folded: str, role: str) -> bool:
    """Tell whether a folded header is one of the words that announce ``role``, and no more."""
    return folded in announced(role)


def is_counted(folded: str) -> bool:
    """Tell whether a folded label begins with a word that a diagnosis counts or measures by."""
    return folded.startswith(_counted())


def says_counted(label: str) -> bool:
    """Tell whether a row with this label counts something, or tells a part or a change of what the row above counts."""
    rows = groups("statistics", "rows")
    folded = fold(label)
    return is_counted(folded) or any(folded.startswith(fold(word)) for words in rows.values() for word in words)


@cache
def _counted() -> tuple[str, ...]:
    """Return the words with which a figure's label begins, folded."""
    return tuple(fold(word) for word in groups("statistics", "prose")["key"])


@cache
def announced(role: str) -> frozenset[str]:
    """Return the words that announce ``role``, folded."""
    return frozenset(fold(word) for word in groups("statistics", "columns")[role])
