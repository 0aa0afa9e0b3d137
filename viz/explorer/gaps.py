"""What similar territories do and this one does not, as far as its acts were read."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.queries import run
from maillage.thesauri import SCHEMES
from viz.explorer.addresses import with_query
from viz.explorer.facts import told
from viz.explorer.views import Mark
from viz.explorer.visit import Visit

_QUESTION = "ce-qui-manque-a-un-territoire"
_SIMILAR = "genre"
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Gap:
    """A type of action, the territories that have it, and whether it is absent here or was not read."""

    type: Mark
    territories: str
    state: str


@dataclass(frozen=True, slots=True)
class Gaps:
    """The first gaps, how many there are, and the question that tells them all."""

    first: tuple[Gap, ...]
    total: int
    question: str

    def __bool__(self) -> bool:
        return bool(self.first)


def gaps(visit: Visit, territory: str) -> Gaps:
    """Return what territories of the same kind have and the ``territory`` (an IRI) has not."""
    values = {"territoire": territory, "semblable": _SIMILAR}
    rows = tuple(run(visit.store, _QUESTION, values))
    ids = {one.fr: one for one in SCHEMES["types-action"]}
    found = []
    for row in rows[:_SHOWN]:
        name = told(row, "type_action")
        known = ids.get(name)
        label = known.en if known and visit.language == "en" else name
        mark = Mark(label, f"/types-d-action/{known.id}" if known else "")
        found.append(Gap(mark, ", ".join(told(row, "territoires").split(";")), told(row, "etat")))
    code = {"territoire": territory.rsplit("/", 1)[-1], "semblable": _SIMILAR}
    return Gaps(tuple(found), len(rows), with_query(f"/questions/{_QUESTION}", **code))
