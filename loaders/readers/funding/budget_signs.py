"""What makes a table a budget: amounts in euros, and somebody who gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.document import Table
from loaders.readers.funding.announcing import announces
from loaders.readers.funding.budget_titles import Column
from loaders.readers.funding.column_roles import heads_amounts, is_total
from loaders.readers.funding.mentions import FUNDS, mentions
from loaders.readers.funding.words import cued, is_owned, schemes
from loaders.readers.plan.action_tables import action_table
from loaders.readers.plan.party_columns import names_gift
from loaders.resolve import fold
from loaders.words.cell_kinds import mostly
from loaders.words.rubrics import rubric

_EUROS = re.compile(r"€|\beuros?\b", re.IGNORECASE)
_OF_ACTIONS = frozenset(("objectif", "public", "pilote", "partenaire", "resultat", "indicateur", "echeance"))
_PLACES = frozenset(("epci", "commune", "departement", "region"))


def is_budget(columns: Sequence[Column], table: Table, above: str) -> bool:
    """Tell a budget: amounts in euros, and a column of funders or funders as headers (not territories alone).

    The header says that they are euros, or the words ``above`` do, or the cells. A table of actions with who carries
    them, for whom and how they are judged is none: its money is read with them, but for what is given to those.
    """
    given = any(column.role == "amount" and names_gift(column.header.text) for column in columns)
    told = len({_rubric(column) for column in columns} & _OF_ACTIONS)
    if told > 1 or (action_table(table) is not None and not given):
        return False
    printed = _prints_euros(columns, table)
    return _is_of_givers(columns, table, above, printed) and (printed or _is_in_euros(columns, above))


def _rubric(column: Column) -> str:
    """Return the rubric of a fiche that a column's title may be; whom money is paid and in which year is none."""
    kind = rubric(column.header.text)
    return "" if column.role == "year" or (column.role, kind) == ("recipient", "public") else kind


def _prints_euros(columns: Sequence[Column], table: Table) -> bool:
    """Tell whether most of the cells of the columns of amounts print euros."""
    amounts = [n for n, column in enumerate(columns) if column.role == "amount"]
    cells = [row.cells[n].text for row in table.rows[1:] for n in amounts]
    return mostly(cells, lambda text: _EUROS.search(text) is not None)


def _is_of_givers(columns: Sequence[Column], table: Table, above: str, printed: bool) -> bool:
    """Tell whether the amounts are somebody's gifts: by a column of funders, by headers, by what stands ``above``."""
    amounts = [column for column in columns if column.role == "amount"]
    roles = {column.role for column in columns}
    projects = bool(roles & {"object", "recipient"})
    whose = any(one.role == "object" and _tells_of_gifts(one.header.text) for one in columns)
    told = whose or _tells_of_gifts(above) or ("recipient" in roles and any(mentions(above)))
    labelled = projects or (columns[0].role in ("", "year") or not columns[0].header)
    schemed = labelled and (any(one.scheme or one.role == "scheme" for one in columns) or _is_of_schemes(table))
    purposes = any(column.purpose for column in columns)
    crossed = (purposes and labelled and told) or (
        "recipient" in roles and (purposes or (told and any(column.year for column in columns)))
    )
    said = _says_amounts(amounts, above, printed)
    several = projects and len(_kinds(columns)) > 1
    headed = "funder" in roles or bool(set(_kinds(columns)) - _PLACES)
    listed = (projects or (labelled and printed and announces(above))) and told and said
    return bool(amounts) and (headed or schemed or crossed or listed or several)


def _tells_of_gifts(above: str) -> bool:
    """Tell whether the words ``above`` a table name a scheme, or a giver: by a verb, or a fund whose these are."""
    named = mentions(above)
    of_a_fund = any(one.kind in FUNDS for one in named) and not cued("refused", above)
    return bool(schemes(above)) or of_a_fund or (bool(named) and cued("given", above))


def _says_amounts(amounts: Sequence[Column], above: str, printed: bool) -> bool:
    """Tell whether the columns of ``amounts`` are of money given: by their titles, or by the words ``above`` them."""
    counted = printed or bool(_EUROS.search(above)) or all(_EUROS.search(one.header.text) for one in amounts)
    given = cued("given", above) or any(one.year for one in amounts)
    return (counted and given) or any(heads_amounts(one.header.text) for one in amounts)


def _is_of_schemes(table: Table) -> bool:
    """Tell whether the rows of a table, totals apart, begin with nothing but schemes that are a fund's own."""
    labels = [row.cells[0].text for row in table.rows[1:] if row.cells[0] and not is_total(row)]
    return len(labels) > 1 and all(is_owned(";".join(schemes(label))) for label in labels)


def _is_in_euros(columns: Sequence[Column], above: str) -> bool:
    """Tell whether the words around the amounts say that they are euros, or who gives says it of them."""
    roles, kinds = {column.role for column in columns}, _kinds(columns)
    shared = bool(roles & {"object", "recipient"}) and len(kinds) > 1 and bool(set(kinds) - _PLACES)
    header = " ".join((above, *(column.header.text for column in columns)))
    return bool(_EUROS.search(header)) or ("funder" in roles and _says_money(columns)) or shared


def _kinds(columns: Sequence[Column]) -> list[str]:
    """Return the kinds of the funders that headers name."""
    return [column.kind for column in columns if column.funder]


def _says_money(columns: Sequence[Column]) -> bool:
    """Tell whether a column says by its header that it holds amounts, or who finances."""
    return any(
        (column.role == "amount" and heads_amounts(column.header.text))
        or (column.role == "funder" and "financ" in fold(column.header.text))
        for column in columns
    )
