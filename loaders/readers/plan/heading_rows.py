"""Rows that head a plan's table: which column each of their titles names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.document import Row, Table
from loaders.readers.plan.column_titles import Column, Columns, column_of, declared
from loaders.readers.plan.party_columns import names_gift, names_party, names_role
from loaders.words.wording import plain

_ASKS = re.compile(r"(?:ce qu|qu|comment|nous |on )")
_LONGEST = 60
_LONGEST_STRANGE, _MOST_WORDS = 30, 3


def heading(row: Row, strange: int = 0) -> Columns | None:
    """Return the columns that ``row`` heads: all its cells name one, two at least, one of them a level of the plan.

    As many as ``strange`` may have a short title that nothing declares (``Rentrée``), where two others name a level;
    any number of them where two levels are named (a RACI matrix).
    """
    found = _asked([cell.text for cell in row.cells], _named_by_number([cell.text for cell in row.cells]))
    pairs = zip(row.cells, found, strict=True)
    unknown = [cell.text for cell, column in pairs if column is None and not _is_of_party(cell.text)]
    named = {column.level for column in found if column is not None and column.level not in ("", "number")}
    if (len(unknown) > strange and not (strange and len(named) > 1)) or not all(map(_could_head, unknown)):
        return None
    kept = tuple(column or Column() for column in found)
    filled = [column for column, cell, known in zip(kept, row.cells, found, strict=True) if cell and known]
    levels = [column for column in filled if column.level not in ("", "number")]
    numbered = any(column.level == "number" for column in filled)
    if len(filled) < 2 or all(column.level == "activite" for column in levels):
        return None
    return kept if len(levels) > 1 or numbered or _tells(filled) else None


def _is_of_party(title: str) -> bool:
    """Whether a column's title is known though it is none of a plan: what a party does or gives, or what is given."""
    return names_party(title) or names_gift(title)


def is_titled(table: Table) -> bool:
    """Whether ``table`` begins with titles of its own, one at least that names a column or that of money."""
    heads = [cell.text for cell in table.rows[0].cells] if table.header and table.rows else []
    titles = bool(heads) and not any(len(head) > _LONGEST or head.endswith(".") for head in heads)
    return titles and any(head and (column_of(head) or _is_money(head)) for head in heads)


def _tells(columns: Sequence[Column]) -> bool:
    """Whether the columns beside the actions say who pilots each, and one thing more that a fiche says."""
    said = {column.rubric for column in columns} - {"", "autre"}
    return "pilote" in said and len(said) > 1 and any(column.level == "action" for column in columns)


def _named_by_number(heads: Sequence[str]) -> list[Column | None]:
    """Return the column that each of ``heads`` names; a bare ``Intitulé`` is that of what the column before it numbers.

    That is an action where no column names a level; beside a bare ``N°``, where another says who, when or for whom. A
    table that says what each fiche costs, but not who pilots it nor what a party does in it, is none of a plan.
    """
    found = [column_of(head) if head else Column() for head in heads]
    known = [column for column in found if column is not None]
    told = any(column.fiche for column in known) or any(column.rubric for column in known)
    led = any(column.rubric == "pilote" for column in known) or any(map(names_role, heads))
    costs = any(map(_is_money, heads)) and not led
    if any(column.level == "action" for column in known) or not told or costs:
        return found
    for index, (before, head) in enumerate(zip(found, heads[1:], strict=False), 1):
        named = found[index]
        fiche = named is not None and named.level == "number" and named.fiche  # ``N° | Fiche``: what bears the number
        bare = re.fullmatch(declared("title"), plain(head).strip(" :.*"))
        if before is not None and before.level == "number" and (bare or fiche):
            found[index] = Column("action", fiche=before.fiche or fiche)
    return found


def _asked(heads: Sequence[str], found: list[Column | None]) -> list[Column | None]:
    """Return ``found`` with the levels of columns beside axes that a sentence heads: what is wanted, what will be done.

    ``Ce que nous voulons`` heads objectifs, ``Ce que nous allons faire`` actions, where no column is named so.
    """
    known = {column.level for column in found if column is not None}
    if not known & {"socle", "enjeu"}:
        return found
    levels = {"objectif": "objectif", "modalite": "action"}
    asked = [
        levels.get(column.rubric, "") if column is not None and _ASKS.match(plain(head).strip()) else ""
        for head, column in zip(heads, found, strict=True)
    ]
    return [
        Column(level) if level and level not in known else column for level, column in zip(asked, found, strict=True)
    ]


def _is_money(head: str) -> bool:
    """Whether a column's title says that amounts stand below it."""
    return bool(re.search(declared("money"), plain(head)))


def _could_head(text: str) -> bool:
    """Whether a text may be the title of a column: a word or three, no sentence and no figure."""
    return len(text) <= _LONGEST_STRANGE and len(text.split()) <= _MOST_WORDS and not re.search(r"[\d.;:!?]", text)
