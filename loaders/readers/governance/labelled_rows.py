"""Rows of a table about anything whose label is a body: ``Comité de pilotage | la présidente, le directeur de la Caf``.

In the table of a fiche only what names the convention is one of its bodies: a fiche can have a comité of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders.acts.convention_cues import MENTION
from loaders.acts.section import Section
from loaders.document import Row, Table
from loaders.readers.governance import members as sitting
from loaders.readers.governance.cells import name_in
from loaders.readers.governance.instances import Instance
from loaders.readers.governance.kinds import OTHER
from loaders.readers.governance.list_ends import known
from loaders.readers.governance.mentions import Mention
from loaders.readers.governance.tables import take_members, take_told
from loaders.words.rhythms import rhythm_apart
from loaders.words.rubrics import rubric
from loaders.words.wording import plain, tidy

_OF_FICHES = frozenset(("pilote", "service", "partenaire", "objectif", "public", "modalite", "resultat", "indicateur"))
"""Kinds of rubric by which a table shows that it is a fiche's: a card of the convention has a period and a land too."""

_PAIR = 2


def labelled_bodies(table: Table, section: Section) -> Iterator[Instance]:
    """Give the bodies that label a row of ``table`` each, with those whom the cell beside lists or tells of."""
    of_fiche = any(rubric(row.cells[0].text) in _OF_FICHES for row in table.rows if row.cells)
    for row in table.rows:
        named = _body(row)
        if named is None or (of_fiche and not MENTION.search(plain(row.cells[0].text))):
            continue
        name, often = rhythm_apart(row.cells[0].words)
        found = Instance(
            tidy(name.text).rstrip(" :"), named.kind, section.convention, [row.cells[0].words], tidy(often.text)
        )
        if sitting.opens(plain(row.cells[1].text)):
            take_told(found, row.cells[1], section)
        else:
            take_members(found, row.cells[1], section)
        if known(iter(found.members)):
            yield found


def _body(row: Row) -> Mention | None:
    """Return the body that labels a row of two cells, by its name and nothing else."""
    if len(row.cells) != _PAIR or not all(row.cells):
        return None
    named = name_in(row.cells[0])
    return named if named is not None and named.kind != OTHER else None
