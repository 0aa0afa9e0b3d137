"""Cards: tables that say of a body line by line who sits in it and how often it meets.

A column is a body, or the whole table; the first column can hold the labels. The body stands in a cell of its own, or
above the table.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders.acts.section import Section
from loaders.document import Cell, Row, Table
from loaders.readers.governance import members as sitting
from loaders.readers.governance.cells import is_mark, name_in, names_in
from loaders.readers.governance.instances import Instance
from loaders.readers.governance.labels import heads_what, is_mere_label, label, label_of
from loaders.readers.governance.tables import take_frequency, take_members
from loaders.words.rhythms import frequency, rhythm_apart
from loaders.words.wording import tidy

_PAIR = 2
_TELLING = frozenset(("members", "frequency"))


def is_table_of_cards(table: Table, named: Instance | None) -> bool:
    """Whether the first row names a body in every cell, or labels beside names or below ``named`` tell of bodies."""
    if len(table.rows) < 2 or len(table.rows[0].cells) < 2:
        return False
    if len(_names(table.rows[0])) > 1:
        return True
    labels = [label(row.cells[0].words) for row in table.rows if row.cells[0]]
    if not _TELLING.intersection(labels):
        return False
    pairs = len(table.rows[0].cells) == _PAIR and all(labels)
    return any(map(_names, table.rows)) or (named is not None and pairs)


def read_cards(table: Table, section: Section, named: Instance | None) -> Iterator[Instance]:
    """Give the bodies of a table of cards; what stands before the first of them is told of ``named``."""
    cards: dict[int, Instance] = {}
    for row in table.rows:
        if names := _names(row):
            cards = {at: _card(row.cells[at], kind, section) for at, kind in names.items()}
            yield from cards.values()
            continue
        one = next(iter(cards.values()), named) if len(cards) < 2 else None
        mere = (one is not None or 0 not in cards) and is_mere_label(row.cells[0].words)
        headed = label(row.cells[0].words) if mere else ""
        for column, cell in enumerate(row.cells):
            instance = one or cards.get(column)
            if column and instance is not None and is_mark(cell):
                instance.members += list(sitting.item(row.cells[0].words, section))
            elif instance is not None and (column or not (headed or _is_marked(row))):
                _say(instance, cell, headed, section)


def _card(cell: Cell, kind: str, section: Section) -> Instance:
    """Return the body that a cell names."""
    name, often = rhythm_apart(cell.words)
    return Instance(tidy(name.text), kind, section.convention, [cell.words], tidy(often.text))


def _names(row: Row) -> dict[int, str]:
    """Return the columns of the bodies that a row names and nothing else, each with its kind."""
    filled = [at for at, cell in enumerate(row.cells) if cell]
    announced = filled[:1] == [0] and len(filled) > 1 and _is_corner(row.cells[0])
    filled = filled[1:] if announced else filled
    kinds = names_in([row.cells[at] for at in filled], announced=announced and _names_bodies(row.cells[0]))
    return {at: kind for at, (_, kind) in zip(filled, kinds, strict=bool(kinds))}


def _is_corner(cell: Cell) -> bool:
    """Whether a cell heads the bodies beside it or who sits in them, and names none itself: ``Instances``."""
    return heads_what(cell.words) in ("instance", "members") and name_in(cell) is None


def _names_bodies(corner: Cell) -> bool:
    """Whether a cell heads bodies, and not who sits in them."""
    return heads_what(corner.words) == "instance"


def _is_marked(row: Row) -> bool:
    """Whether a row only marks in which bodies its member sits."""
    filled = [cell for cell in row.cells[1:] if cell]
    return bool(filled) and all(map(is_mark, filled))


def _say(instance: Instance, cell: Cell, headed: str, section: Section) -> None:
    """Give a body what one of its cells says, ``headed`` by the label of its row or by its own."""
    if headed:
        if headed == "members":
            take_members(instance, cell, section)
        elif headed == "frequency":
            take_frequency(instance, cell)
        return
    for block in cell.blocks:
        kind, words = label_of(block.words)
        often = frequency(words) or (words if kind == "frequency" else None)
        if often and not instance.frequency:
            instance.frequency = tidy(often.text)
            instance.stated.append(often)
        elif kind != "other" and not often and not words.text.rstrip().endswith(":"):
            instance.members += list(sitting.item(words, section))
