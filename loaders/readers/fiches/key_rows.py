"""Rows of keys in the tables of a fiche, and their values beside them: ``Pilote | CCAS | Public | Tous``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.document import Cell, Paragraph, Row, Table
from loaders.readers.fiches.fields import ACTORS, Field, Fields, by_rubric, heading_of
from loaders.readers.fiches.paid_keys import is_paid, paid_by
from loaders.readers.fiches.row_roles import WEAK
from loaders.readers.fiches.strange_keys import kind_of
from loaders.readers.fiches.table_shapes import key_columns
from loaders.words.rubrics import leading, rubric
from loaders.words.wording import plain

_LONGEST_KEY = 60
_FEWEST_KEYS = 2


class KeyRows:
    """Reads the rows of keys and values in the tables of one sheet, and adds to ``fields`` what they hold."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self._key: Field | None = None
        self._key_column = 0
        self._key_columns: frozenset[int] = frozenset()
        self._among_keys = False

    def begin(self, table: Table, above: Field | None) -> None:
        """Begin a further ``table``; its first row without a key goes on with the rubric ``above`` it."""
        self._key, self._key_column = above, 0
        self._key_columns = key_columns(table)
        self._among_keys = sum(bool(rubric(row.cells[0].text)) for row in table.rows) >= _FEWEST_KEYS

    def read(self, row: Row) -> None:
        """Read a row of keys and values: ``Pilote | CCAS``, ``Pilote | CCAS | Partenaires | Caf``."""
        cells = [cell for cell in row.cells if cell]
        if len(cells) == 1:
            if row.cells[0] and self._key_column:  # what stands left of a key is no value of it
                self._key, self._key_column = None, 0
            self.read_cell(cells[0], first=bool(row.cells[0]))
            return
        self._key_column = 0
        if all(leading(cell.text) for cell in cells):
            for cell in cells:
                self.read_cell(cell, first=True)
            return
        known = any(rubric(cell.text) for cell in cells)
        if cells and not known and row.cells[0] and len(row.cells[0].text) <= _LONGEST_KEY:
            self._strange_key(cells)
            return
        self._keys_and_values(row)

    def _strange_key(self, cells: Sequence[Cell]) -> None:
        """Open a rubric that no title is known for: money beside it tells what it is, or stems and other values."""
        key, *values = cells
        told = [block for cell in values for block in cell.blocks]
        if self._among_keys and (paid := paid_by(cells)):
            self._key = self._fields.open("financeur", paid, key.text)
        elif self._among_keys and is_paid(key.text, [block.words for block in told]):
            self._key = self._fields.open("budget", said=key.text)
            self._key.blocks.extend(told)
        elif len(values) == 1 and (kind := kind_of(key.text, values[0].text)):
            self._key = self._fields.open(kind, said=key.text)
            self._value(values[0], self._key)
        else:
            self._key = self._fields.open("autre")

    def _keys_and_values(self, row: Row) -> None:
        """Read the keys of a row and their values.

        Right behind a key stands a value, whatever it says, in a row of two cells and in a column that holds few keys.
        Before the first key stands what several rows have in common, merged over them.
        """
        filled = [index for index, cell in enumerate(row.cells) if cell]
        first = next((at for at, index in enumerate(filled) if rubric(row.cells[index].text)), 0)
        pair = len(row.cells) == len(filled) == 2 and first == 0
        behind_key = False
        for index in filled[first:]:
            cell = row.cells[index]
            is_value = behind_key and (pair or index not in self._key_columns)
            behind_key = bool(kind := rubric(cell.text)) and not is_value
            if behind_key:
                self._key = self._fields.open("titre" if self._names_action(cell) else kind, said=cell.text)
                self._key_column = index
            elif self._key is not None:
                self._value(cell, self._key)

    def _value(self, cell: Cell, key: Field) -> None:
        """Read the value beside ``key``; a line of it that names another role opens that (``Pilote : ...``)."""
        current = key
        for block in cell.blocks:
            for part in by_rubric(block.words) if isinstance(block, Paragraph) else (block.words,):
                head = heading_of(part)
                if head is not None and head.kind in ACTORS and (head.kind != key.kind or current is not key):
                    current = self._fields.open(head.kind, part.cut(head.value), part.text[: head.end])
                else:
                    current.blocks.append(replace(block, words=part))

    def _names_action(self, cell: Cell) -> bool:
        """Whether a key is ``Action`` alone before any other rubric: what stands beside it is the title."""
        return plain(cell.text).strip(" :") == "action" and not self._fields.found

    def read_cell(self, cell: Cell, *, first: bool) -> None:
        """Read a row with one cell filled: a heading, a key with its value, or what goes on from above."""
        for block in cell.blocks:
            head = heading_of(block.words)
            if kind := rubric(block.words.text):
                self._key = self._fields.open(kind, said=block.words.text)
            elif head is not None and (first or head.kind not in WEAK):
                self._key = self._fields.open(head.kind, block.words.cut(head.value), block.words.text[: head.end])
            elif self._key is not None:
                self._key.blocks.append(block)
