"""From the rows of a question to a grid: cells that link, numbers as one reads them, and the place of each fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from maillage.queries import run
from maillage.table import Cell, Table
from viz.explorer.addresses import page_of_theme, place_of
from viz.explorer.names import link
from viz.explorer.roles import rank_of
from viz.explorer.views import Grid, Mark, Row, Source
from viz.explorer.visit import Visit
from viz.labels import concept
from viz.numbers import day, euros, lines, number
from viz.plain import plain

Record = Mapping[str, Cell]
Maker = Callable[[Visit, Record], tuple[Mark, ...]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid: its name (``column.<name>`` is its heading) and what makes a cell of a row."""

    name: str
    make: Maker
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A grid that a page may show: the question of ``queries/pages`` that fills it, and its columns."""

    id: str
    query: str
    columns: tuple[Column, ...]


def told(record: Record, name: str) -> str:
    """Return a cell as a text that is safe to show; empty where there is none."""
    value = record.get(name)
    return "" if value is None else plain(str(value))


def ask(visit: Visit, query: str, thing: str) -> Table:
    """Ask the question ``query`` of ``queries/pages`` about ``thing`` (an IRI)."""
    return run(visit.store, f"pages/{query}", {"chose": thing})


def read(visit: Visit, section: Section, thing: str, *, without: Sequence[str] = ()) -> Grid:
    """Ask for the facts of ``section`` about ``thing``; the columns named in ``without`` are left out."""
    return grid(visit, section, tuple(ask(visit, section.query, thing)), without=without)


def grid(visit: Visit, section: Section, records: Sequence[Record], *, without: Sequence[str] = ()) -> Grid:
    """Return the grid of ``records``, by role where they have one; a column in which nothing is told is left out."""
    records = sorted(records, key=lambda record: rank_of(told(record, "role")))
    columns = [column for column in section.columns if column.name not in without]
    made = [[column.make(visit, record) for column in columns] for record in records]
    kept = [at for at in range(len(columns)) if any(row[at] for row in made)]
    rows = (
        Row(tuple(row[at] for at in kept), source(visit, record)) for row, record in zip(made, records, strict=True)
    )
    return Grid(
        section.id,
        visit.words(f"section.{section.id}"),
        tuple(visit.words(f"column.{columns[at].name}") for at in kept),
        tuple(dict.fromkeys(rows)),  # a fact that is told of several agreements is one where they are not shown
        frozenset(shown for shown, at in enumerate(kept) if columns[at].numeric),
    )


def of_one_convention(records: Sequence[Record]) -> tuple[str, ...]:
    """Return the columns that say nothing where all ``records`` are of one convention: that of the convention."""
    return ("convention",) if len({told(record, "convention") for record in records}) == 1 else ()


def source(visit: Visit, record: Record) -> Source:
    """Return where ``record`` is written."""
    document, where = told(record, "document"), told(record, "lines")
    here = place_of(document, where, told(record, "enonce"))
    return Source(document, lines(where, visit.language), here, told(record, "tier"))


def text(name: str) -> Column:
    """Return a column of printed words."""
    return Column(name, lambda _visit, record: _marks(told(record, name)))


def several(name: str) -> Column:
    """Return a column of printed words of which a fact may have several."""
    return Column(name, lambda _visit, record: _marks(", ".join(told(record, name).split(";"))))


def thing(name: str, printed: str = "") -> Column:
    """Return a column of links to things, each called as it is printed in the column ``printed``."""
    return Column(name, lambda visit, record: _thing(visit, told(record, name), told(record, printed)))


def of_scheme(name: str, scheme: str, tone: str = "") -> Column:
    """Return a column of concepts of ``scheme``; ``tone`` is the family of the palette that colours them."""

    def make(visit: Visit, record: Record) -> tuple[Mark, ...]:
        ids = [part for part in told(record, name).split(";") if part]
        return tuple(Mark(concept(scheme, part, visit.language), "", f"{tone}-{part}" if tone else "") for part in ids)

    return Column(name, make)


def themes(name: str = "themes") -> Column:
    """Return a column of links to themes."""
    return Column(name, lambda visit, record: theme_marks(visit, told(record, name)))


def theme_marks(visit: Visit, ids: str) -> tuple[Mark, ...]:
    """Return links to the themes whose ``ids`` are joined by semicolons."""
    return tuple(
        Mark(concept("themes", part, visit.language), page_of_theme(part), f"theme-{part}")
        for part in ids.split(";")
        if part
    )


def date(name: str) -> Column:
    """Return a column of dates."""
    return Column(name, lambda visit, record: _marks(day(told(record, name), visit.language)))


def amount(name: str, period: str) -> Column:
    """Return a column of amounts in euros, each for a time that the column ``period`` names."""

    def make(visit: Visit, record: Record) -> tuple[Mark, ...]:
        value = record.get(name)
        return () if value is None else _marks(euros(Decimal(str(value)), visit.language, told(record, period)))

    return Column(name, make, numeric=True)


def figure(name: str, unit: str = "") -> Column:
    """Return a column of numbers, each with the unit of the column ``unit``."""

    def make(visit: Visit, record: Record) -> tuple[Mark, ...]:
        value = record.get(name)
        if value is None:
            return ()
        counted = number(Decimal(str(value)), visit.language)
        return _marks(" ".join(part for part in (counted, _UNITS.get(told(record, unit), told(record, unit))) if part))

    return Column(name, make, numeric=True)


_UNITS = {"nombre": ""}


def _marks(words: str) -> tuple[Mark, ...]:
    return (Mark(words),) if words else ()


def _thing(visit: Visit, iri: str, printed: str) -> tuple[Mark, ...]:
    if iri:
        return (link(visit, iri, printed),)
    return _marks(printed)
