"""Budgets: tables of funders and amounts, a row or a column a funder."""

from __future__ import annotations

from dataclasses import replace

from loaders.acts.section import Section
from loaders.document import Table
from loaders.readers.figures.headers import header_of
from loaders.readers.funding.budget_columns import columns_of
from loaders.readers.funding.budget_rows import counted_in
from loaders.readers.funding.budget_signs import is_budget
from loaders.readers.funding.budget_sums import Sum, sums_of
from loaders.readers.funding.budget_titles import Column
from loaders.readers.funding.mentions import mentions
from loaders.readers.funding.unmarked import headless, titled
from loaders.remembering import remembered
from loaders.resolve import fold


def read_budget(table: Table, section: Section | None = None, above: str = "") -> tuple[Sum, ...]:
    """Return the amounts of ``table``, none where it is no budget.

    With the ``section`` that it stands in, a column can be headed by a territory's bare name. The words ``above`` it
    may say that it counts in euros, or in thousands of them.
    """
    table = _under_one_header(section, table)
    if not table.header or len(table.rows) < 2:
        return ()
    above = f"{above} {counted_in(table)}"
    columns = [_in_full(column, above) for column in columns_of(section, table, above)]
    return tuple(sums_of(columns, table.rows[1:])) if is_budget(columns, table, above) else ()


def _in_full(column: Column, above: str) -> Column:
    """Return a column, its giver under the full name that the words ``above`` print: ``Subvention du Département``.

    A column that is headed by a name alone keeps it.
    """
    said = fold(column.funder)
    if not said or fold(column.header.text).startswith(said):
        return column
    named = {one.printed for one in mentions(above) if one.full and fold(one.printed).startswith(f"{said} ")}
    return replace(column, funder=named.pop()) if len(named) == 1 else column


@remembered(256)
def _under_one_header(section: Section | None, table: Table) -> Table:
    """Return ``table`` with one row of titles, where it has any: the same table whoever asks, with whatever above."""
    table = titled(table)
    table = headless(section, table) if section is not None else table
    head, body = header_of(table)
    return Table((head, *body), table.header) if head is not None else table
