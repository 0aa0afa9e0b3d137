"""The tidy tables as they leave the store, whatever file carries them."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.queries import Question, questions_of, run
from maillage.store import Endpoint
from maillage.table import Table

DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
"""A date as the tables write it: cut to what is known."""


@dataclass(frozen=True, slots=True)
class Tidy:
    """A tidy table: the question that gives it, which says what its columns mean, and its rows."""

    question: Question
    table: Table

    @property
    def name(self) -> str:
        """The name of the table: ``fiche_actors``."""
        return self.question.name.rpartition("/")[2]

    @property
    def types(self) -> dict[str, str]:
        """The type of each column: ``string``, ``integer``, ``number``, ``date`` or ``boolean``."""
        return {column.name: column.type for column in self.question.columns}

    @property
    def key(self) -> list[str]:
        """The columns that tell the rows apart: key and place. None where two statements share even those."""
        names = [*self.question.keys, *(name for name in ("document", "lines") if name in self.table.columns)]
        key = list(dict.fromkeys(names))
        places = [self.table.columns.index(name) for name in key]
        values = [tuple(row[at] for at in places) for row in self.table.rows]
        unique = len(set(values)) == len(values) and all(any(cell is not None for cell in value) for value in values)
        return key if unique else []


def tidy_tables(store: Endpoint) -> tuple[Tidy, ...]:
    """Return every table of ``store``, in the order of their names. Raises StoreError as the store does."""
    return tuple(Tidy(question, run(store, question.name)) for question in questions_of("tables"))
