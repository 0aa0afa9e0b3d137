"""Rows of a plan's table that an act says to be its fiches action, or to have one each: ``chaque ligne vaut fiche``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import Enum
from functools import cache

from loaders.document import Block, Row, Table, passages
from loaders.readers.plan.action_tables import action_table
from loaders.readers.plan.column_titles import Column, Columns
from loaders.remembering import remembered
from loaders.seeking import Sought
from loaders.vocabulary import groups
from loaders.words.codes import codes_alone
from loaders.words.numbering import numbered
from loaders.words.rubrics import rubric
from loaders.words.wording import alternatives, plain


class RowKind(Enum):
    """What the rows of a plan's table are: fiches action, actions, or fiches where they show it.

    They do by what the columns beside them say of each, or, where each is said to have its sheet, by its number. In
    an act that holds sheets they are actions, but where each is stated to be new or mended, as only a fiche is.
    """

    FICHES = "fiches"
    WITH_SHEETS = "with sheets"
    SHOWN = "shown"
    ACTIONS = "actions"


_SAID = frozenset({"partenaire", "financeur", "budget", "objectif", "public", "resultat", "indicateur", "echeance"})
_ENOUGH = 3


@remembered(1)
def said_of_rows(blocks: Iterable[Block]) -> RowKind | None:
    """Return what a sentence outside tables says that the rows of the plan's table are, None where none does."""
    told = [plain(words.text) for block in blocks if not isinstance(block, Table) for words in passages(block)]
    said = (
        rows
        for rows in (RowKind.FICHES, RowKind.WITH_SHEETS)
        if any(_pattern(rows.value).search(text) for text in told)
    )
    return next(said, None)


def list_fiches(are: RowKind, columns: Columns, rows: Sequence[Row]) -> bool:
    """Whether the ``rows`` of a table under ``columns`` are fiches, which may be as the act says that they ``are``."""
    if are is RowKind.FICHES:
        return True
    if are is RowKind.ACTIONS:
        return _state_each(columns, rows)
    return _tell_fiches(columns) or (are is RowKind.WITH_SHEETS and _number_actions(columns, rows))


def _state_each(columns: Columns, rows: Sequence[Row]) -> bool:
    """Whether a column says of each action, numbered in one of its own, what only a fiche is: new, or mended.

    One that goes on as it was may have nothing there.
    """
    said = next((index for index, column in enumerate(columns) if column.rubric == "statut"), None)
    if said is None or not any(column.level == "number" for column in columns):
        return False
    stated = [plain(row.cells[said].text).strip() for row in rows if any(map(str.isalpha, row.cells[said].text))]
    statuses = alternatives([cue for cues in groups("fiches", "statuses").values() for cue in cues])
    return len(set(stated)) > 1 and all(re.fullmatch(statuses, text) for text in stated)


def _number_actions(columns: Columns, rows: Sequence[Row]) -> bool:
    """Whether the actions have numbers: in a column of their own, or each before its title."""
    if any(column.level == "number" for column in columns):
        return True
    listed = [index for index, column in enumerate(columns) if column.level == "action"][-1:]
    titles = [row.cells[index].text for row in rows for index in listed if row.cells[index]]
    heads = [numbered(title) for title in titles]
    return bool(heads) and all(head is not None and head.number for head in heads)


def _tell_fiches(columns: Columns) -> bool:
    """Whether the ``columns`` beside the actions say of each what a fiche does: who pilots it, three things more."""
    said = {"partenaire" if column.rubric == "service" else column.rubric for column in columns}
    action = next((index for index, column in enumerate(columns) if column.level == "action"), len(columns))
    said |= {column.level for column in columns[action:] if column.level == "objectif"}
    return "pilote" in said and len(said & _SAID) >= _ENOUGH


def fiches_of_rows(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the codes of the fiches that rows name by these alone: who pilots each stands beside it, and more.

    That they are fiches is shown by what is told of each, by their name, or by a sentence (``sept fiches-chantiers``).
    """
    tables = [block for block in blocks if isinstance(block, Table)]
    found = [(table, told) for table in tables if (told := action_table(table)) is not None and told.alone]
    return frozenset(
        code
        for table, told in found
        if told.columns[0].fiche or _tell_fiches(told.columns) or _called_fiches(table.rows[told.heads - 1], blocks)
        for row in table.rows[told.heads :]
        for code in codes_alone(row.cells[0].text)
    )


def _called_fiches(head: Row, blocks: Sequence[Block]) -> bool:
    """Whether a sentence calls fiches what the first column under ``head`` is called: ``fiches-chantiers``."""
    noun = plain(head.cells[0].text).strip(" :.").rstrip("s")
    texts = (plain(words.text) for block in blocks if not isinstance(block, Table) for words in passages(block))
    return bool(noun) and any("fiche" in text and re.search(rf"\bfiches?[ -]{re.escape(noun)}", text) for text in texts)


def of_fiches(columns: Columns) -> Columns:
    """Return ``columns`` with the innermost one that lists actions as one of fiches.

    What stands behind it says things of each fiche, even where its title could name a level (``Modalités``).
    """
    last = max((index for index, column in enumerate(columns) if column.level == "action"), default=len(columns))
    return tuple(
        replace(column, fiche=True) if index == last else _said_of_fiche(column) if index > last else column
        for index, column in enumerate(columns)
    )


def _said_of_fiche(column: Column) -> Column:
    """Return a ``column`` of what is done for an action as a rubric of its fiche, where its title is one."""
    kind = rubric(column.said) if column.level == "activite" else ""
    return Column(rubric=kind, said=column.said) if kind else column


@cache
def _pattern(what: str) -> Sought:
    return Sought(alternatives(groups("plan", "rows")[what]))
