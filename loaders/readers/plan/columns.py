"""Columns of a plan's table: what its heading row says that they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from loaders.document import Heading, Item, Paragraph, Row, Table
from loaders.remembering import remembered, remembered_texts
from loaders.resolve import fold
from loaders.vocabulary import groups
from loaders.words.numbering import complements, level_names, level_of, numbered
from loaders.words.rubrics import rubric
from loaders.words.wording import alternatives, plain

_HEAD_ROWS = 3
_ENOUGH = 2
_LONGEST = 60
_LONGEST_STRANGE, _MOST_WORDS = 30, 3
_DONE = r"(?:a [a-z]{2,}(?:er|ir|re)|[a-z]{3,}(?:ees?|ues|us|is|ises))"
"""What a title of a column says was or will be done with what stands below it: ``engagées``, ``à conduire``."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the level of its nodes, ``number`` for their numbers, or empty for something else than the plan.

    ``inner`` is the level of what stands below a node in the same column (``Enjeux et objectifs``); ``fiche`` where
    the column lists fiches action, or their numbers; ``rubric`` what a column beside them says of each fiche, in the
    words ``said``.
    """

    level: str = ""
    inner: str = ""
    fiche: bool = False
    rubric: str = ""
    said: str = ""


Columns = tuple[Column, ...]


@remembered(256)
def columns(table: Table) -> tuple[Columns, int] | None:
    """Return the columns of a plan's table and how many rows head it, None where it is no such table.

    A table without headings is one where every cell names its level by itself (``Axe 1 : ... | Objectif 1.1 : ...``).
    """
    for index, row in enumerate(table.rows[:_HEAD_ROWS]):
        if (found := heading(row, strange=1)) is not None:
            body = table.rows[index + 1 :]
            return _with_statuses(_without_scales(found, body), body), index + 1
    levels = [_level_of_cells(table, column) for column in range(len(table.rows[0].cells) if table.rows else 0)]
    return (tuple(map(Column, levels)), 0) if len(set(levels)) > 1 and all(levels) else None


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
    return bool(said) and all(re.fullmatch(_others("status"), text) for text in said)


def _is_scale(texts: Sequence[str]) -> bool:
    """Whether all of ``texts`` that say anything are degrees of a scale."""
    said = [fold(text) for text in texts if text]
    return bool(said) and all(re.fullmatch(_others("scale"), text) for text in said)


def _level_of_cells(table: Table, column: int) -> str:
    """Return the level that every filled cell of a column names before its number, empty where one does not."""
    heads = [numbered(row.cells[column].text) for row in table.rows if row.cells[column]]
    levels = {head.level if head is not None and head.number else "" for head in heads}
    return levels.pop() if len(levels) == 1 else ""


def heading(row: Row, strange: int = 0) -> Columns | None:
    """Return the columns that ``row`` heads: all its cells name one, two at least, one of them a level of the plan.

    As many as ``strange`` may have a short title that nothing declares (``Rentrée``), where two others name a level;
    any number of them where two levels are named (a RACI matrix).
    """
    found = _named_by_number([cell.text for cell in row.cells])
    unknown = [cell.text for cell, column in zip(row.cells, found, strict=True) if column is None]
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


def _tells(columns: Sequence[Column]) -> bool:
    """Whether the columns beside the actions say who pilots each, and one thing more that a fiche says."""
    said = {column.rubric for column in columns} - {"", "autre"}
    return "pilote" in said and len(said) >= _ENOUGH and any(column.level == "action" for column in columns)


def _named_by_number(heads: Sequence[str]) -> list[Column | None]:
    """Return the column that each of ``heads`` names; a bare ``Intitulé`` is that of what the column before it numbers.

    That is an action where no column names a level; beside a bare ``N°``, where another says who, when or for whom. A
    table that says what each fiche costs, but not who pilots it, is none of a plan.
    """
    found = [column_of(head) if head else Column() for head in heads]
    known = [column for column in found if column is not None]
    told = any(column.fiche for column in known) or any(column.rubric for column in known)
    costs = any(map(_is_money, heads)) and not any(column.rubric == "pilote" for column in known)
    if any(column.level == "action" for column in known) or not told or costs:
        return found
    for index, (before, head) in enumerate(zip(found, heads[1:], strict=False), 1):
        bare = re.fullmatch(_others("title"), plain(head).strip(" :.*"))
        if before is not None and before.level == "number" and bare:
            found[index] = Column("action", fiche=before.fiche)
    return found


def _is_money(head: str) -> bool:
    """Whether a column's title says that amounts stand below it."""
    return bool(re.search(_others("money"), plain(head)))


def _could_head(text: str) -> bool:
    """Whether a text may be the title of a column: a word or three, no sentence and no figure."""
    return len(text) <= _LONGEST_STRANGE and len(text.split()) <= _MOST_WORDS and not re.search(r"[\d.;:!?]", text)


def label_of(block: Heading | Paragraph | Item) -> Column | None:
    """Return what a line that is nothing but such a heading says of what stands below it, None for any other line."""
    if isinstance(block, Item):
        return None
    text = block.words.text.strip(" :*_#")
    head = numbered(text) if isinstance(block, Heading) else None
    return column_of(text[head.start :] if head is not None and not head.level else text)


@remembered_texts(2_048)
def column_of(text: str) -> Column | None:
    """Return the column that a heading cell names, None where it names none."""
    words = " ".join(re.sub(r"\([^()]*\)", " ", plain(text)).strip(" :.*").split())
    if not words or len(words) > _LONGEST:
        return None
    if re.fullmatch(_others("number"), words):
        return Column("number", fiche="fich" in words)
    found = _levels().fullmatch(words)
    if found:
        inner, level = level_of(found["inner"] or ""), level_of(found["level"])
        return Column(level, inner if inner != level else "", "fiche" in found["level"])
    kind = rubric(text)
    if kind or re.fullmatch(rf"{_others('other')}(?:\s+(?:et|ou|/|-|de|des|du|d')\s*.*)?", words):
        return Column(rubric=kind, said=text)
    return None


@cache
def _levels() -> re.Pattern[str]:
    """Return the pattern of a heading that names a level, with its complements, and perhaps a level within it."""
    names = alternatives(list(level_names().values()))
    complement = rf"(?:\s+{alternatives([*(f'{word}s?' for word in complements()), _DONE])})*"
    return re.compile(
        rf"(?:n° (?:et )?)?(?:intitules? d(?:e l'|es |e la |u ))?(?P<level>{names}){complement}"
        rf"(?:\s*(?:et|/|-|,)\s*(?P<inner>{names}){complement})?"
    )


@cache
def _others(key: str) -> str:
    return alternatives([f"{word}s?" for word in groups("plan", "columns")[key]])
