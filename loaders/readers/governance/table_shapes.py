"""Tables of a part about bodies: by which of its shapes each one is read."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.document import Table, passages
from loaders.readers.governance.bodies import Bodies
from loaders.readers.governance.cards import is_table_of_cards, read_cards
from loaders.readers.governance.instances import Instance
from loaders.readers.governance.labelled_rows import labelled_bodies
from loaders.readers.governance.sentences import read_in_passing
from loaders.readers.governance.side_by_side import bodies_side_by_side, read_side_by_side
from loaders.readers.governance.tables import (
    columns_of_bodies,
    is_table_of_sentences,
    read_groups,
    read_rows,
    read_sentences,
)
from loaders.readers.governance.territory_rows import bodies_by_territory


def read_table(table: Table, bodies: Bodies) -> None:
    """Read a table of bodies; in the cells of any other table, only what founds one or names it in brackets."""
    if apart := bodies_by_territory(table, bodies.section):
        _put(apart, bodies)
        return
    named = bodies.named_above
    columns = columns_of_bodies(table, steering=bodies.steering)
    if columns:
        _put(read_rows(table, columns, bodies.section), bodies)
        return
    if beside := bodies_side_by_side(table, steering=bodies.steering):
        _put(read_side_by_side(table, beside, bodies.section), bodies)
        return
    if is_table_of_cards(table, named):
        _put(read_cards(table, bodies.section, named), bodies)
        return
    if named is not None and read_groups(table, named, bodies.section):
        return
    if is_table_of_sentences(table):
        _put(read_sentences(table, bodies.section), bodies)
        return
    _put(labelled_bodies(table, bodies.section), bodies)
    for words in passages(table):
        read_in_passing(words, bodies)


def _put(found: Iterable[Instance], bodies: Bodies) -> None:
    """Keep the bodies of a table."""
    for instance in list(found):
        bodies.put(instance)
