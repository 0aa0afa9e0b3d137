"""Tables of a plan under titles of any wording: what is repeated or merged on the left, what to do on the right."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.document import Cell, Paragraph, Row, Table
from loaders.readers.plan.codes import code_of
from loaders.readers.plan.column_titles import Column, Columns, column_of
from loaders.readers.plan.marks import closes_plan
from loaders.readers.plan.prose import says_what_to_do
from loaders.resolve import fold
from loaders.resolve.kinds import kinds

_WHO = ("caf", "msa", "departement", "epci", "commune", "etat", "cpam", "operateur", "service", "association")
_LEAST, _FEWEST_ROWS, _OUTER = 2, 3, 2


def merged(table: Table) -> tuple[Columns, int] | None:
    """Return the columns of such a table, which has titles, and how many rows these are; None for any other table.

    One or two columns on the left say less often another thing than there are rows; the next one says in each row,
    mostly by an infinitive, what will be done, or counts it.
    """
    body = table.rows[1:]
    if not table.header or len(body) < _FEWEST_ROWS or _says_who(table):
        return None
    width = len(body[0].cells)
    leaf = next((at for at in range(width) if not _is_shared(body, at)), width)
    if not 0 < leaf <= _OUTER or leaf >= width or not _says_what_to_do(body, leaf):
        return None
    levels = ["enjeu", "objectif"][:leaf]
    said = [column_of(cell.text) for cell in table.rows[0].cells[leaf + 1 :]]
    return (
        *map(Column, levels),
        Column("action"),
        *(Column(rubric=one.rubric) if one else Column() for one in said),
    ), 1


def _says_who(table: Table) -> bool:
    """Whether the first column says of each row who does it, or when: by its title, or as its cells name actors."""
    head = column_of(table.rows[0].cells[0].text)
    named = [kinds().head(fold(cell.text)) for row in table.rows[1:] if (cell := row.cells[0])]
    return (head is not None and not head.level) or any(one is not None and one.kind in _WHO for one in named)


def _is_shared(rows: Sequence[Row], at: int) -> bool:
    """Whether column ``at`` names what several rows have in common: two things at least, in words."""
    cells: list[Cell] = [row.cells[at] for row in rows]
    told = {cell.text for cell in cells if cell}
    titles = all(cell.text[:1].isalnum() and any(map(str.isalpha, cell.text)) for cell in cells if cell)
    other = any(closes_plan(Paragraph(cell.words)) for cell in cells if cell)
    return bool(cells[0]) and titles and not other and _LEAST <= len(told) < len(cells)


def _says_what_to_do(rows: Sequence[Row], at: int) -> bool:
    """Whether each cell of column ``at`` is another, and most say what to do or begin with a number."""
    texts = [row.cells[at].text for row in rows]
    doing = sum(says_what_to_do(text) or _counts(text) for text in texts)
    return all(texts) and len(set(texts)) == len(texts) and doing * _LEAST > len(texts)


def _counts(text: str) -> bool:
    code = code_of(text)
    return code is not None and any(map(str.isalpha, text[code.start :]))
