"""Tables of what a fiche costs: lines of spending that nobody is said to pay, of which the total alone is kept."""

from __future__ import annotations

from loaders.document import Table
from loaders.readers.funding.amount_cells import amount
from loaders.readers.funding.budget_sums import Sum
from loaders.readers.funding.column_roles import is_total, role_of
from loaders.resolve import fold

_ITEMS = frozenset({"spending", "object"})


def read_spending(table: Table) -> tuple[Sum, ...]:
    """Return the total of a table of items and euros (``Poste | Montant``), given by nobody; none for any other."""
    if not table.header or not table.rows:
        return ()
    roles = [role_of(fold(cell.text)) for cell in table.rows[0].cells]
    if roles[0] not in _ITEMS or "amount" not in roles or "funder" in roles:
        return ()
    cells = [row.cells[roles.index("amount")] for row in table.rows[1:] if is_total(row)]
    found = [(cell, read) for cell in cells if (read := amount(cell.text)) is not None and read.unit == "€"]
    return tuple(Sum(read.value, (cell.words,)) for cell, read in found if read.value is not None)
