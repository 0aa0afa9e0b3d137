"""The communes of a convention: those it names, those of the EPCI that it does not, and how many it declares."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.graph.iris import territory
from maillage.table import Table
from viz.explorer.facts import Record, source, told
from viz.explorer.names import link
from viz.explorer.views import Mark, Source
from viz.explorer.visit import Visit


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune as the convention names it, and where; nowhere for one that is missing."""

    link: Mark
    source: Source


@dataclass(frozen=True, slots=True)
class Communes:
    """The communes named, missing, named outside the EPCI; ``declared`` as the convention counts them.

    ``unread`` are those of the EPCI where no list of communes was read: they are not said to be missing.
    """

    named: tuple[Commune, ...]
    missing: tuple[Commune, ...]
    outside: tuple[Commune, ...]
    unread: tuple[Commune, ...]
    declared: str

    def __bool__(self) -> bool:
        return bool(self.named or self.outside or self.declared)


def communes(visit: Visit, table: Table) -> Communes:
    """Return the communes of ``table``, the answer of ``queries/communes-d-une-ctg.rq``."""
    records = tuple(table)
    declared = dict.fromkeys(told(record, "declarees") for record in records if told(record, "declarees"))
    return Communes(
        _in_state(visit, records, "nommée"),
        _in_state(visit, records, "manquante"),
        _in_state(visit, records, "hors EPCI"),
        _in_state(visit, records, "non lue"),
        " / ".join(declared),
    )


def _in_state(visit: Visit, records: tuple[Record, ...], state: str) -> tuple[Commune, ...]:
    """Return the communes of a ``state``, each once."""
    found: dict[str, Commune] = {}
    for record in records:
        if told(record, "etat") == state:
            name, code = told(record, "commune"), told(record, "code")
            mark = link(visit, territory(code), name) if code else Mark(name)
            found.setdefault(code or name, Commune(mark, source(visit, record)))
    return tuple(found.values())
