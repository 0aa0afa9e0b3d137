"""Columns of a plan's table: what its heading row says that they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.document import Row, Table
from loaders.readers.plan.action_tables import action_table
from loaders.readers.plan.column_titles import Column, column_of, declared, names_orientation
from loaders.readers.plan.party_columns import names_party, names_role, of_party
from loaders.remembering import remembered
from loaders.resolve import fold
from loaders.words.numbering import numbered
from loaders.words.wording import plain

_HEAD_ROWS = 3
_ENOUGH = 2
_ASKS = re.compile(r"(?:ce qu|qu|comment|nous |on )")
_NAMED = r"\W*(?:intitules? d(?:e l'|es |e la |u ))?"
_LONGEST_STRANGE, _MOST_WORDS = 30, 3


Columns = tuple[Column, ...]


@remembered(256)
def columns(table: Table) -> tuple[Columns, int] | None:
    """Return the columns of a plan's table and how many rows head it, None where it is no such table.

    A table without headings is one where every cell names its level by itself (``Axe 1 : ... | Objectif 1.1 : ...``).
    """
    for index, row in enumerate(table.rows[:_HEAD_ROWS]):
        if (found := heading(row, strange=1)) is not None:
            body = table.rows[index + 1 :]
            levelled = _with_parts(_with_works(_with_outermost(found, row), row), row)
            levelled = _with_inner(_without_scales(levelled, body))
            return of_party(_with_statuses(levelled, body), row, body), index + 1
    width = range(len(table.rows[0].cells) if table.rows else 0)
    levels = [_level_of_cells(table, column) for column in width]
    named = len(set(levels)) > 1 and all(levels) and any(_counts(table, column) for column in width)
    if named:
        return tuple(map(Column, levels)), 0
    told = action_table(table)
    if told is None or told.alone:
        return None
    return of_party(told.columns, table.rows[told.heads - 1], table.rows[told.heads :]), told.heads


def _with_outermost(found: Columns, titles: Row) -> Columns:
    """Return ``found``, a column of orientations that stands above one of objectifs with the level of enjeux.

    So it is where no other column has that level, as in the text of an act (``orientations.outermost``).
    """
    levels = [column.level for column in found]
    first = levels.index("objectif") if levels.count("objectif") > 1 and not {"socle", "enjeu"} & {*levels} else None
    if first is None or not names_orientation(titles.cells[first].text):
        return found
    return (*found[:first], replace(found[first], level="enjeu"), *found[first + 1 :])


def _with_works(found: Columns, titles: Row) -> Columns:
    """Return ``found``, what is done (``Chantiers``) right of the objectifs as actions where no column has these."""
    levels = [column.level for column in found]
    if "action" in levels or "objectif" not in levels:
        return found
    first = levels.index("objectif")
    return tuple(
        replace(column, level="action") if index > first and _is_work(column, cell.text) else column
        for index, (column, cell) in enumerate(zip(found, titles.cells, strict=True))
    )


def _is_work(column: Column, title: str) -> bool:
    """Whether a ``column`` of enjeux has the title of what can also be done: ``Chantiers``."""
    return column.level == "enjeu" and re.match(rf"{declared('works')}\b", plain(title).lstrip()) is not None


def _with_parts(found: Columns, titles: Row) -> Columns:
    """Return ``found``, the operations right of actions as what these consist of where no column has that level."""
    levels = [column.level for column in found]
    if levels.count("action") < _ENOUGH or "activite" in levels:
        return found
    first = levels.index("action")
    part = re.compile(rf"{_NAMED}{declared('parts')}\b")
    return tuple(
        replace(column, level="activite")
        if index > first and not column.fiche and part.match(plain(cell.text))
        else column
        for index, (column, cell) in enumerate(zip(found, titles.cells, strict=True))
    )


def _with_inner(found: Columns) -> Columns:
    """Return ``found``, the enjeux right of others as objectifs where no column has these: ``Défi | Cap à tenir``."""
    levels = [column.level for column in found]
    if levels.count("enjeu") < _ENOUGH or "objectif" in levels:
        return found
    first = levels.index("enjeu")
    return tuple(
        replace(column, level="objectif") if column.level == "enjeu" and index > first else column
        for index, column in enumerate(found)
    )


def _without_scales(found: Columns, body: Sequence[Row]) -> Columns:
    """Return ``found`` without the level of a column that only says how much or how soon (``Priorité``: ``Haute``)."""
    return tuple(
        Column() if column.level == "enjeu" and _is_scale([row.cells[index].text for row in body]) else column
        for index, column in enumerate(found)
    )


def _with_statuses(found: Columns, body: Sequence[Row]) -> Columns:
    """Return ``found`` with the columns behind the actions that say of each fiche how it stands as such columns.

    ``Fiche`` over ``maintenue``, ``nouvelle`` says that each of the actions is a fiche.
    """
    last = max((index for index, column in enumerate(found) if column.level == "action"), default=len(found))
    stated = {
        index
        for index, column in enumerate(found)
        if index > last
        and (column.fiche or not column.level)
        and column.level in ("", "number")
        and _is_status([row.cells[index].text for row in body])
    }
    shown = any(found[index].fiche for index in stated)
    states = Column(rubric="statut", said="Statut")
    return tuple(
        states if index in stated else replace(column, fiche=True) if shown and index == last else column
        for index, column in enumerate(found)
    )


def _is_status(texts: Sequence[str]) -> bool:
    """Whether all of ``texts`` that say anything are what a fiche has become."""
    said = [fold(text) for text in texts if text]
    return bool(said) and all(re.fullmatch(declared("status"), text) for text in said)


def _is_scale(texts: Sequence[str]) -> bool:
    """Whether all of ``texts`` that say anything are degrees of a scale."""
    said = [fold(text) for text in texts if text]
    return bool(said) and all(re.fullmatch(declared("scale"), text) for text in said)


def _level_of_cells(table: Table, column: int) -> str:
    """Return the level that every filled cell of a column names first, empty where one does not."""
    heads = [numbered(row.cells[column].text) for row in table.rows if row.cells[column]]
    levels = {head.level if head is not None else "" for head in heads}
    return levels.pop() if len(levels) == 1 else ""


def _counts(table: Table, column: int) -> bool:
    """Whether every filled cell of a column has a number."""
    heads = [numbered(row.cells[column].text) for row in table.rows if row.cells[column]]
    return all(head is not None and head.number for head in heads)


def heading(row: Row, strange: int = 0) -> Columns | None:
    """Return the columns that ``row`` heads: all its cells name one, two at least, one of them a level of the plan.

    As many as ``strange`` may have a short title that nothing declares (``Rentrée``), where two others name a level;
    any number of them where two levels are named (a RACI matrix).
    """
    found = _asked([cell.text for cell in row.cells], _named_by_number([cell.text for cell in row.cells]))
    pairs = zip(row.cells, found, strict=True)
    unknown = [cell.text for cell, column in pairs if column is None and not names_party(cell.text)]
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


def is_titled(table: Table) -> bool:
    """Whether ``table`` begins with titles of its own, short ones of which one at least names a column."""
    heads = [cell.text for cell in table.rows[0].cells] if table.header and table.rows else []
    return bool(heads) and all(map(_could_head, heads)) and any(head and column_of(head) for head in heads)


def _tells(columns: Sequence[Column]) -> bool:
    """Whether the columns beside the actions say who pilots each, and one thing more that a fiche says."""
    said = {column.rubric for column in columns} - {"", "autre"}
    return "pilote" in said and len(said) >= _ENOUGH and any(column.level == "action" for column in columns)


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
