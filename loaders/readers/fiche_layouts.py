"""Layouts of a fiche: whatever its print (grid of headings, key and value, blocks, prose), its body becomes fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from loaders.document import Block, Cell, Heading, Item, Paragraph, Passage, Row, Table
from loaders.readers.numbering import numbered
from loaders.readers.rubrics import Rubric, leading, rubric
from loaders.readers.wording import lines

ACTORS = frozenset({"pilote", "service", "partenaire", "financeur"})
_NEVER_INSIDE = frozenset({"autre", "modalite", "titre", "numero", "statut", "diagnostic", "service"})
_LONGEST_VALUE = 200
_LONGEST_KEY = 60


@dataclass(slots=True)
class Field:
    """A rubric of a fiche and what stands under it: ``kind`` as in the vocabulary, ``autre`` for what is not kept."""

    kind: str
    blocks: list[Paragraph | Item] = field(default_factory=list)
    closed: bool = False


class Layout:
    """Reads the body of one sheet block by block; ``fields`` are those found so far, ``loose`` what no rubric holds."""

    def __init__(self) -> None:
        self.fields: list[Field] = []
        self.loose: list[Heading | Paragraph | Item] = []
        self._flow: Field | None = None
        self._columns: dict[int, Field] = {}
        self._width = 0

    def read(self, blocks: Iterable[Block]) -> list[Field]:
        """Return the fields of a sheet whose body is ``blocks``."""
        for block in blocks:
            if isinstance(block, Table):
                self._table(block)
                self._flow = None
            else:
                self._block(block)
        return self.fields

    def _open(self, kind: str, value: Passage | None = None) -> Field:
        opened = Field(kind)
        self.fields.append(opened)
        if value:
            opened.blocks.append(Paragraph(value))
        return opened

    def _block(self, block: Heading | Paragraph | Item) -> None:
        """Read a block outside tables."""
        words = block.words
        if kind := rubric(words.text):
            self._flow = self._open(kind)
        elif (head := _leading(words)) is not None:
            self._flow = self._open(head.kind, words.cut(head.value))
            self._flow.closed = head.kind in ACTORS and bool(self._flow.blocks)
        elif self._states_objective(words):
            self._flow = self._open("objectif", words)
            self._flow.closed = True
        elif isinstance(block, Heading):
            self._heading(block)
        elif self._flow is not None and _accepts(self._flow, block):
            self._flow.blocks.append(block)
        else:
            self.loose.append(block)
            self._flow = None if self._flow is not None and self._flow.kind in ACTORS else self._flow

    def _heading(self, block: Heading) -> None:
        """Read a title that is no rubric: the value of a rubric that waits for one (bold print), else the end of one."""
        if self._flow is not None and self._flow.kind in ACTORS and not self._flow.blocks:
            self._flow.blocks.append(Paragraph(block.words))
        else:
            self._flow = None

    def _states_objective(self, words: Passage) -> bool:
        """Whether a numbered objective stands where no rubric holds it."""
        head = numbered(words.text)
        if head is None or head.level != "objectif" or not words.text[head.start :].strip():
            return False
        return self._flow is None or self._flow.closed or self._flow.kind in ACTORS

    def _table(self, table: Table) -> None:
        """Read a table: a grid of headings over values (which may go on from the table above), or keys and values."""
        width = len(table.rows[0].cells) if table.rows else 0
        grid = any(_is_heading_row(row) for row in table.rows)
        if width != self._width or (not grid and not self._columns):
            self._columns = {}
        self._width = width
        for row in table.rows:
            if grid or self._columns:
                self._grid_row(row)
            else:
                self._key_row(row)

    def _grid_row(self, row: Row) -> None:
        for column, cell in enumerate(row.cells):
            if not cell:
                continue
            if len(cell.blocks) == 1 and (kind := rubric(cell.text)):
                current = self._columns.get(column)
                if current is None or current.blocks or current.kind != kind:
                    self._columns[column] = self._open(kind)
                    continue
            self._cell(cell, column)

    def _cell(self, cell: Cell, column: int) -> None:
        """Read a cell's blocks under the heading of its column; a heading within the cell takes what follows it."""
        for block in cell.blocks:
            current = self._columns.get(column)
            kind = _inner_rubric(block)
            head = leading(block.words.text) if isinstance(block, Paragraph) else None
            if kind and (current is None or kind != current.kind):
                self._columns[column] = self._open(kind)
            elif head is not None and head.kind not in _NEVER_INSIDE and (current is None or head.kind != current.kind):
                self._columns[column] = self._open(head.kind, block.words.cut(head.value))
            elif current is not None:
                current.blocks.append(block)

    def _key_row(self, row: Row) -> None:
        """Read a row of keys and values: ``Pilote | CCAS``, ``Pilote | CCAS | Partenaires | Caf``."""
        filled = [cell for cell in row.cells if cell]
        if not filled:
            return
        if len(filled) == 1:
            self._single(filled[0], alone_in_first=bool(row.cells[0]))
            return
        known = any(rubric(cell.text) for cell in filled)
        if not known and row.cells[0] and len(row.cells[0].text) <= _LONGEST_KEY:
            self._flow = self._open("autre")
            return
        for cell in filled:
            if kind := rubric(cell.text):
                self._flow = self._open(kind)
            elif self._flow is not None:
                self._flow.blocks.extend(cell.blocks)

    def _single(self, cell: Cell, *, alone_in_first: bool) -> None:
        """Read a row with one cell filled: a heading, a key with its value, or what goes on from above."""
        for block in cell.blocks:
            head = leading(block.words.text)
            if kind := rubric(block.words.text):
                self._flow = self._open(kind)
            elif head is not None and (alone_in_first or head.kind not in _NEVER_INSIDE):
                self._flow = self._open(head.kind, block.words.cut(head.value))
            elif self._flow is not None:
                self._flow.blocks.append(block)


def _inner_rubric(block: Paragraph | Item) -> str:
    """Return the kind of rubric that a block within a cell heads; what could be a value needs a colon to head one."""
    kind = rubric(block.words.text)
    weak = isinstance(block, Item) or kind == "autre"
    return "" if weak and not block.words.text.rstrip().endswith(":") else kind


def _leading(words: Passage) -> Rubric | None:
    """Return the rubric that ``words`` begin with: a line of its own, or before a colon."""
    first, *others = lines(words) or (Passage(()),)
    if others and (kind := rubric(first.text)):
        return Rubric(kind, len(first.text), len(words.text) - len(words.text[len(first.text) :].lstrip()))
    return leading(words.text)


def _is_heading_row(row: Row) -> bool:
    """Whether a row's filled cells are all headings, two at least or one that is not the first."""
    filled = [cell for cell in row.cells if cell]
    if not filled or not all(rubric(cell.text) for cell in filled):
        return False
    return len(filled) > 1 or not row.cells[0]


def _accepts(current: Field, block: Paragraph | Item) -> bool:
    """Whether ``block`` still belongs to the rubric ``current``, outside tables."""
    if current.kind not in ACTORS | {"echeance", "titre", "numero", "statut"}:
        return not current.closed
    if isinstance(block, Item):
        return True
    text = block.words.text.strip()
    if current.closed or len(text) > _LONGEST_VALUE or text.endswith(".") or text.startswith("("):
        return False
    return numbered(text) is None or current.kind == "echeance"


def merged(fields: Iterable[Field], kind: str) -> Iterator[Field]:
    """Give the fields of ``kind`` that hold something."""
    yield from (found for found in fields if found.kind == kind and found.blocks)
