"""Tables of a fiche: grids of headings over values, which may go on over pages, or keys beside their values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.document import Cell, Item, Paragraph, Row, Table
from loaders.readers.fiches.fields import ACTORS, Field, Fields, by_rubric, heading_of
from loaders.readers.fiches.paid_keys import is_paid, paid_by
from loaders.readers.fiches.row_roles import WEAK, Role, roles
from loaders.readers.fiches.strange_keys import kind_of
from loaders.words.cell_kinds import mostly
from loaders.words.rubrics import leading, rubric
from loaders.words.wording import plain

_LONGEST_KEY = 60
_FEWEST_KEYS = 2


class Grids:
    """Reads the tables of one sheet in order, and adds to ``fields`` what they hold."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self._columns: dict[int, Field] = {}
        self._width = 0
        self._key: Field | None = None
        self._key_column = 0
        self._key_columns: frozenset[int] = frozenset()
        self._among_keys = False

    def read(self, table: Table, above: Field | None = None) -> None:
        """Read ``table``; one without headings goes on with the columns of the one before, where it is as wide.

        A first row without a key goes on with the rubric ``above`` the table.
        """
        if _of_sheets(table):
            for cell in (cell for row in table.rows for cell in row.cells if cell):
                self._single(cell, first=True)
            return
        width = len(table.rows[0].cells) if table.rows else 0
        if width != self._width:
            table = _indented(table)
            width = len(table.rows[0].cells) if table.rows else 0
        if width != self._width:
            self._columns = {}
        self._width, self._key, self._key_column = width, self._above(table, above), 0
        self._key_columns = _key_columns(table)
        self._among_keys = sum(bool(rubric(row.cells[0].text)) for row in table.rows) >= _FEWEST_KEYS
        found = roles(table.rows, columns=bool(self._columns))
        grid = bool(self._columns) or Role.HEADING in found
        for row, role in zip(table.rows, found, strict=True):
            if role is not Role.VALUES:
                grid = role is Role.HEADING
            if grid:
                self._grid_row(row)
            else:
                self._columns = {}
                self._key_row(row)

    def _above(self, table: Table, above: Field | None) -> Field | None:
        """Return the rubric that the first row of ``table`` goes on with, where it has no key of its own.

        It is the one ``above`` the table, or the last of the table before, where that still waits for what it heads.
        """
        first = table.rows[0].cells if table.rows else ()
        if first and not first[0]:
            return above
        last = self._fields.found[-1] if self._fields.found else None
        return last if last is not None and not last.blocks and len(first) == 1 else None

    def _grid_row(self, row: Row) -> None:
        if self._band(row):
            return
        for column, cell in enumerate(row.cells):
            if not cell:
                continue
            kind = rubric(cell.text) if len(cell.blocks) == 1 else ""
            current = self._columns.get(column)
            if kind and (current is None or current.blocks or current.kind != kind):
                self._columns[column] = self._fields.open(kind, said=cell.text)
            else:
                self._cell(cell, column)

    def _band(self, row: Row) -> bool:
        """Open the rubric of actors that a row over the whole grid states with its value: ``Services mobilisés : ...``.

        It stands below the values of the column in which it is printed, so it is none of these.
        """
        first, *others = row.cells
        current = self._columns.get(0)
        if any(others) or len(first.blocks) != 1 or not others or current is None or not current.blocks:
            return False
        head = heading_of(first.words)
        if head is None or head.kind not in ACTORS or head.end == head.value:
            return False
        self._columns[0] = self._fields.open(head.kind, first.words.cut(head.value), first.text[: head.end])
        return True

    def _cell(self, cell: Cell, column: int) -> None:
        """Read a cell's blocks under the heading of its column; a heading within the cell takes what follows it."""
        for block in cell.blocks:
            current = self._columns.get(column)
            opened = self._inner(block, current)
            if opened is not None:
                self._columns[column] = opened
            elif current is not None:
                current.blocks.append(block)

    def _inner(self, block: Paragraph | Item, current: Field | None) -> Field | None:
        """Open the rubric that ``block`` heads within a cell of ``current``; None where it heads none."""
        kind = _inner_rubric(block)
        if kind and (current is None or kind != current.kind):
            return self._fields.open(kind, said=block.words.text)
        head = heading_of(block.words) if isinstance(block, Paragraph) else None
        if head is None or (current is not None and (head.kind in WEAK or head.kind == current.kind)):
            return None
        return self._fields.open(head.kind, block.words.cut(head.value), block.words.text[: head.end])

    def _key_row(self, row: Row) -> None:
        """Read a row of keys and values: ``Pilote | CCAS``, ``Pilote | CCAS | Partenaires | Caf``."""
        cells = [cell for cell in row.cells if cell]
        if len(cells) == 1:
            if row.cells[0] and self._key_column:  # what stands left of a key is no value of it
                self._key, self._key_column = None, 0
            self._single(cells[0], first=bool(row.cells[0]))
            return
        self._key_column = 0
        if all(leading(cell.text) for cell in cells):
            for cell in cells:
                self._single(cell, first=True)
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

    def _single(self, cell: Cell, *, first: bool) -> None:
        """Read a row with one cell filled: a heading, a key with its value, or what goes on from above."""
        for block in cell.blocks:
            head = heading_of(block.words)
            if kind := rubric(block.words.text):
                self._key = self._fields.open(kind, said=block.words.text)
            elif head is not None and (first or head.kind not in WEAK):
                self._key = self._fields.open(head.kind, block.words.cut(head.value), block.words.text[: head.end])
            elif self._key is not None:
                self._key.blocks.append(block)


def _key_columns(table: Table) -> frozenset[int]:
    """Return the columns of ``table`` more than half of whose filled cells are rubrics."""
    texts = {column: [row.cells[column].text for row in table.rows] for column in _width(table)}
    return frozenset(column for column, held in texts.items() if mostly(held, lambda text: bool(rubric(text))))


def _width(table: Table) -> range:
    """Return the indices of the columns of ``table``."""
    return range(len(table.rows[0].cells) if table.rows else 0)


def _indented(table: Table) -> Table:
    """Return ``table`` without the empty columns before its first words: a frame that is drawn around it."""
    first = next((column for column in _width(table) if any(row.cells[column] for row in table.rows)), 0)
    return Table(tuple(Row(row.cells[first:], row.broken) for row in table.rows), table.header) if first else table


def _of_sheets(table: Table) -> bool:
    """Whether most cells of a table are boxes of their own: a rubric, and below it what it says."""
    cells = [cell for row in table.rows for cell in row.cells if cell]
    boxes = sum(1 for cell in cells if len(cell.blocks) > 1 and rubric(cell.blocks[0].words.text))
    return len(cells) > 1 and 3 * boxes >= 2 * len(cells)


def _inner_rubric(block: Paragraph | Item) -> str:
    """Return the kind of rubric that a block within a cell heads; what could be a value needs a colon to head one."""
    kind = rubric(block.words.text)
    weak = isinstance(block, Item) or kind == "autre"
    return "" if weak and not block.words.text.rstrip().endswith(":") else kind
