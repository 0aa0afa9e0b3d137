"""Tables of money whose titles nothing marks as such, or a scan spoilt: told by what stands in their columns."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from loaders.acts.section import Section
from loaders.acts.territory_codes import named
from loaders.document import Cell, Row, Table
from loaders.readers.funding.amount_cells import amount, are_years
from loaders.readers.funding.column_roles import heads_amounts, role_of, says_total
from loaders.readers.funding.deciders import is_departements
from loaders.readers.funding.donors import Donors, donors_of
from loaders.readers.funding.mentions import COLLECTIVITES, FUNDS, Mention
from loaders.resolve import fold
from loaders.words.actor_heads import kind_at
from loaders.words.cell_kinds import shows

_FEWEST = 3  # rows
_PAIR = 2
_RECEIVERS = frozenset(("epci", "commune", "departement", "association", "operateur", "equipement"))
_GIVERS = FUNDS | {"etat"}


def titled(table: Table) -> Table:
    """Return ``table`` with its first row as its titles, where words stand there over a column of euros."""
    blank = table.header and bool(table.rows) and not any(table.rows[0].cells)
    rows = table.rows[1:] if blank else table.rows
    if (table.header and not blank) or len(rows) < _FEWEST:
        return table
    first, columns = rows[0].cells, zip(*(row.cells for row in rows[1:]), strict=True)
    sides = _has_sides(first)
    over = any(
        (amount(title.text) is None if title else sides) and _are_euros(title.text, [cell.text for cell in cells])
        for title, cells in zip(first, columns, strict=True)
    )
    return Table(rows, header=True) if over and (all(first) or sides) else table


def headless(section: Section, table: Table) -> Table:
    """Return ``table``, none of whose rows is its titles, below empty ones, where givers or years are beside euros."""
    if table.header or len(table.rows) < _PAIR:
        return table
    columns = [[cell.text for cell in cells] for cells in zip(*(row.cells for row in table.rows), strict=True)]
    beside = any(_are_funders(section, held) or are_years(held) for held in columns)
    if not any(map(in_euros, columns)) or not beside:
        return table
    return Table((Row((Cell(),) * len(columns)), *table.rows), header=True)


def _has_sides(titles: Sequence[Cell]) -> bool:
    """Tell whether ``titles`` head spending and income, each over what is named and, with no title, its amounts."""
    return [role_of(fold(title.text)) for title in titles if title] in (["spending", "funder"], ["funder", "spending"])


def _are_euros(title: str, cells: Sequence[str]) -> bool:
    """Tell whether ``cells`` print euros, or are figures below a ``title`` of amounts that says so: ``Montant (€)``."""
    counted = "€" in title and heads_amounts(title) and bool(cells)
    return in_euros(cells) or (counted and all((read := amount(text)) and read.value is not None for text in cells))


def in_euros(cells: Sequence[str]) -> bool:
    """Tell whether a column holds euros."""
    return shows(cells, _is_in_euros)


def whose(section: Section, roles: Sequence[str], texts: Sequence[Sequence[str]], *, paid: bool) -> list[str]:
    """Return the ``roles`` of columns, those without one that hold organisations with theirs: who gives, or who gets.

    Collectivités can only get where the amounts are ``paid`` under a scheme that is a fund's own (``Bonus
    territoire``), a département decides on them, or no column says what they are for. Beside those who give, whoever
    else fills a column gets; so do those beside who gets.
    """
    found = list(roles)
    gets = not {"funder", "recipient"} & set(found) and (paid or "object" not in found or is_departements(section))
    for n, held in enumerate(texts):
        if role := "" if found[n] else _whose(section, held, found, gets=gets, paid=paid):
            found[n], gets = role, False
    return found


def _whose(section: Section, cells: Sequence[str], roles: Collection[str], *, gets: bool, paid: bool) -> str:
    """Return whether ``cells`` name who gives or who gets, beside columns of ``roles``; empty for neither."""
    if "funder" not in roles and _are_funders(section, cells):
        return "funder"
    if "recipient" in roles:
        return ""
    getting = gets and (_are_paid if paid else _are_collectivites)(section, cells)
    return "recipient" if getting or ("funder" in roles and _are_named(section, cells)) else ""


def _are_collectivites(section: Section, cells: Sequence[str]) -> bool:
    """Tell whether a column holds collectivités, totals apart."""
    return shows(_without_totals(cells), partial(_is_collectivite, section))


def _are_paid(section: Section, cells: Sequence[str]) -> bool:
    """Tell whether a column holds collectivités, and associations beside them, totals apart."""
    full = _without_totals(cells)
    collectivites = [text for text in full if _is_collectivite(section, text)]
    return bool(collectivites) and shows(full, lambda text: text in collectivites or kind_at(text) == "association")


def _are_named(section: Section, cells: Sequence[str]) -> bool:
    """Tell whether a column holds organisations or territories, totals apart."""
    return shows(_without_totals(cells), lambda text: kind_at(text) in _RECEIVERS or _is_collectivite(section, text))


def _are_funders(section: Section, cells: Sequence[str]) -> bool:
    """Tell whether a column holds organisations, one of them a fund or the State: they share what it costs."""
    donors = donors_of(section)
    full = _without_totals(cells)
    return shows(full, lambda text: bool(_heads(donors, text))) and any(
        one.kind in _GIVERS for text in full for one in _heads(donors, text)
    )


def _without_totals(cells: Sequence[str]) -> list[str]:
    return [text for text in cells if text and not says_total(text)]


def _is_in_euros(text: str) -> bool:
    """Tell whether a cell prints an amount in euros and nothing else."""
    read = amount(text)
    return read is not None and read.unit == "€" and read.value is not None


def _is_collectivite(section: Section, text: str) -> bool:
    """Tell whether ``text`` names a commune or an EPCI, be it by its kind alone."""
    found = named(section, text)
    return found is not None and found.territory is not None and found.territory.kind in COLLECTIVITES


def _heads(donors: Donors, text: str) -> list[Mention]:
    """Return the organisation with which ``text`` begins, if there is one."""
    return [one for one in donors.named(text)[:1] if one.start == 0]
