"""Territory rows: bodies of several conventions in one table, a convention a row and a body of each a column.

So does a département that signs several say whom it sends: ``Territoire | Comité de pilotage (annuel) | ...``.
"""

from __future__ import annotations

from loaders.acts.parts import convention_called
from loaders.acts.section import Section
from loaders.document import Cell, Table
from loaders.readers.governance.instances import Instance
from loaders.readers.governance.mentions import Mention, mentions
from loaders.readers.governance.tables import take_members
from loaders.words.rhythms import frequency

_FEWEST = 2


def bodies_by_territory(table: Table, section: Section) -> list[Instance]:
    """Return the bodies of each convention that a row names by its territory, with those whom its cells name."""
    head, *rows = (row.cells for row in table.rows) if table.rows else ((),)
    heads = {at: mention for at, cell in enumerate(head) if at and (mention := _body_in(cell)) is not None}
    keys = [convention_called(section, cells[0].text) for cells in rows] if heads else []
    if not all(keys) or len(set(keys)) < _FEWEST:
        return []
    return [
        _seated(head[at], mention, key, cells[at], section)
        for key, cells in zip(keys, rows, strict=True)
        for at, mention in heads.items()
        if at < len(cells)
    ]


def _body_in(cell: Cell) -> Mention | None:
    """Return the body that a column is about: ``Représentant au comité de pilotage``."""
    return next((mention for mention in mentions(cell.words) if mention.steers), None)


def _seated(head: Cell, mention: Mention, key: str, cell: Cell, section: Section) -> Instance:
    """Return the body of a convention with those whom a cell names."""
    instance = Instance(mention.name, mention.kind, key, [mention.words])
    instance.meets(frequency(head.words))
    take_members(instance, cell, section)
    return instance
