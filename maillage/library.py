"""Maillage from Python: a store is opened, asked, and answers with tables that pandas and polars take as they are.

    import maillage

    graph = maillage.open()
    graph.query("qui-pilote-quoi", convention="pays-d-opale-2022").pandas()

The names are those of the command line: a question is named as ``maillage query --list`` prints it.
"""

from __future__ import annotations

import html
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from maillage import queries
from maillage.errors import QueryError
from maillage.places import STORE
from maillage.store import Graph, Store
from maillage.store.opening import no_folder, open_graph
from maillage.table import Table
from maillage.table_arrow import as_arrow

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

_SHOWN = 20
"""Rows that a notebook shows of an answer; the others are counted."""


@dataclass(frozen=True, slots=True)
class Answer(Table):
    """A table that knows the type of each column, and gives itself to the libraries that researchers use."""

    types: Mapping[str, str] = field(default_factory=dict)

    def arrow(self) -> pyarrow.Table:
        """Return it as an Apache Arrow table: typed columns, absent values null."""
        return as_arrow(self, self.types)

    def pandas(self) -> pandas.DataFrame:
        """Return it as a pandas data frame. Raises QueryError where pandas is not installed."""
        _need("pandas")
        return self.arrow().to_pandas()

    def polars(self) -> polars.DataFrame:
        """Return it as a polars data frame. Raises QueryError where polars is not installed."""
        _need("polars")
        import polars

        return polars.DataFrame(self.arrow())

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Give it by Arrow's PyCapsule interface, which DuckDB, polars and pandas read by themselves."""
        return self.arrow().__arrow_c_stream__(requested_schema)

    def _repr_html_(self) -> str:
        """Return its first rows as a notebook shows them, every text escaped."""
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.columns)
        body = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in self.rows[:_SHOWN])
        more = f"<p>… {len(self)} × {len(self.columns)}</p>" if len(self) > _SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _need(library: str) -> None:
    """Raise QueryError, with the remedy, where the ``library`` that a researcher asks for is not installed."""
    try:
        import_module(library)
    except ImportError as error:
        raise QueryError(
            f"{library} manque : installez-le dans le même environnement (pip install {library}).",
            f"{library} is missing: install it in the same environment (pip install {library}).",
        ) from error


def _cells(row: tuple[object, ...]) -> Iterator[str]:
    return (f"<td>{'' if value is None else html.escape(str(value))}</td>" for value in row)


@dataclass(frozen=True, slots=True)
class Fiche:
    """A fiche action: one row for each place that states it, and one for each thing that it holds."""

    key: str
    stated: Answer
    contents: Answer

    @property
    def title(self) -> str:
        """Its title as the first place prints it; empty where none does."""
        return next((str(title) for title in self.stated.column("titre") if title), "")


class Maillage:
    """A store that is asked from Python. Nothing here writes: ``maillage build`` does."""

    def __init__(self, store: Graph, name: str = "") -> None:
        self._store, self._name = store, name

    def questions(self) -> Answer:
        """Return the catalogue: the name, the title and the parameters of each question."""
        listed = queries.catalogue()
        rows = (
            (asked.name, asked.title, ";".join(parameter.name for parameter in asked.parameters)) for asked in listed
        )
        return Answer(("name", "title", "parameters"), tuple(rows))

    def query(self, name: str, **params: str | int | float | Decimal) -> Answer:
        """Ask a question of the catalogue; ``params`` are the words that the command line takes.

        Raises QueryError for an unknown question, parameter or value, StoreError where the store cannot be read.
        """
        table = queries.run(self._store, name, {key: str(value) for key, value in params.items()})
        types = {column.name: column.type for column in queries.question(name).columns}
        return Answer(table.columns, table.rows, types)

    def sparql(self, text: str, **values: str | int | Decimal) -> Answer:
        """Ask SPARQL (a SELECT); ``values`` are bound to the variables of their names, never written into the text.

        A variable that is bound stands after SELECT: the engine asks for that.
        Raises QueryError for bad SPARQL, StoreError where the store cannot be read.
        """
        table = self._store.select(text, values)
        return Answer(table.columns, table.rows)

    def search(self, text: str, kind: str = "", limit: int = 10) -> Answer:
        """Return what the words name or are said of, the best first, as ``maillage search`` does.

        Raises UsageError for a server, which has no index of ours, QueryError for another ``kind``.
        """
        from maillage import search  # the engine takes long to load

        if not isinstance(self._store, Store):
            raise no_folder(self._name)
        table = search.opened(self._store).search(text, kind, limit)
        return Answer(table.columns, table.rows)

    def fiche(self, key: str) -> Fiche:
        """Return the fiche ``<agreement>/<number>``, such as ``pays-d-opale-2022/4``.

        Raises QueryError where the agreement is unknown or has no such fiche.
        """
        convention, _, number = key.rpartition("/")
        listed = self.query("fiches-d-une-ctg", convention=convention)
        at = listed.columns.index("numero")
        rows = tuple(row for row in listed.rows if row[at] == number)
        if not rows:
            raise _unknown(convention, number, listed)
        contents = self.query("contenu-d-une-fiche", convention=convention, fiche=number)
        return Fiche(key, Answer(listed.columns, rows, listed.types), contents)


def _unknown(convention: str, number: str, listed: Answer) -> QueryError:
    known = ", ".join(dict.fromkeys(str(value) for value in listed.column("numero") if value))
    return QueryError(
        f"« {convention} » n'a pas de fiche « {number} ». Ses fiches : {known or 'aucune'}.",
        f"“{convention}” has no fiche “{number}”. Its fiches: {known or 'none'}.",
    )


def opened(store: str | Path | None = None) -> Maillage:
    """Open a store to ask it: a folder or the address of a server, else MAILLAGE_STORE, else ``.maillage/store``.

    Raises StoreError where there is none, or it cannot be read.
    """
    name = str(store or os.environ.get("MAILLAGE_STORE") or STORE)
    return Maillage(open_graph(name), name)
