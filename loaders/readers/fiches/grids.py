"""Tables of a fiche: grids of headings over values, which may go on over pages, or rows of keys and values."""

from __future__ import annotations

from loaders.document import Cell, Item, Paragraph, Row, Table
from loaders.readers.fiches.fields import ACTORS, Field, Fields, heading_of
from loaders.readers.fiches.key_rows import KeyRows
from loaders.readers.fiches.row_roles import WEAK, Role, roles
from loaders.readers.fiches.table_shapes import columns_in, is_of_boxes, without_frame
from loaders.words.rubrics import rubric


class Grids:
    """Reads the tables of one sheet in order, and adds to ``fields`` what they hold."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self._columns: dict[int, Field] = {}
        self._width = 0
        self._keys = KeyRows(fields)

    def read(self, table: Table, above: Field | None = None) -> None:
        """Read ``table``; one without headings goes on with the columns of the one before, where it is as wide.

        A first row without a key goes on with the rubric ``above`` the table.
        """
        if is_of_boxes(table):
            for cell in (cell for row in table.rows for cell in row.cells if cell):
                self._keys.read_cell(cell, first=True)
            return
        if len(columns_in(table)) != self._width:
            table = without_frame(table)
        if len(columns_in(table)) != self._width:
            self._columns = {}
        self._width = len(columns_in(table))
        self._keys.begin(table, self._above(table, above))
        found = roles(table.rows, columns=bool(self._columns))
        grid = bool(self._columns) or Role.HEADING in found
        for row, role in zip(table.rows, found, strict=True):
            if role is not Role.VALUES:
                grid = role is Role.HEADING
            if grid:
                self._grid_row(row)
            else:
                self._columns = {}
                self._keys.read(row)

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


def _inner_rubric(block: Paragraph | Item) -> str:
    """Return the kind of rubric that a block within a cell heads; what could be a value needs a colon to head one."""
    kind = rubric(block.words.text)
    weak = isinstance(block, Item) or kind == "autre"
    return "" if weak and not block.words.text.rstrip().endswith(":") else kind
