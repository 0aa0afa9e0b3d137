"""Columns beside actions, whatever words head them: told by what stands in them.

The first holds codes or titles of actions; beside it stand who leads each and one thing more. What a column says is
told by the stems of its title, and by what its cells hold where the title says nothing or something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from loaders.document import Row
from loaders.readers.fiches.fields import ACTORS
from loaders.readers.funding.column_roles import heads_budget
from loaders.readers.plan.column_titles import Column, column_of
from loaders.readers.plan.prose import says_what_to_do
from loaders.remembering import remembered
from loaders.words.actor_heads import CLASSES, kind_at
from loaders.words.amounts import amounts
from loaders.words.cell_kinds import holds
from loaders.words.codes import coded, codes_alone, noun_of
from loaders.words.rubrics import rubric
from loaders.words.stems import by_stems, heads_others

_LEAST_COLUMNS = 3
_LEAST_TITLES = 2
_LEAST_ROWS = 2
_LEAST_TOLD = 2
_LONGEST_HEAD = 70
_UNNAMED = CLASSES | {"service", "association", "equipement", "poste"}
"""The kinds of actor whose words may be a title as well: ``Service``, ``Association porteuse``."""

_HELD = {"amounts": "budget", "days": "echeance", "figures": "indicateur"}
_TAKEN = {"amounts": frozenset({"budget", "financeur"}), "days": frozenset({"echeance"})}


class ActionColumns(NamedTuple):
    """What the columns of a table of actions hold, and whether its rows only name them by their codes."""

    columns: tuple[Column, ...]
    alone: bool


@remembered(4_096)
def could_head(row: Row) -> bool:
    """Whether a row may hold the titles of three columns at least: none is long, an amount, a code or an organisation.

    Columns that organisations head are crossed with them.
    """
    texts = [cell.text for cell in row.cells if cell]
    if len(row.cells) < _LEAST_COLUMNS or len(texts) < _LEAST_TITLES or heads_budget(row):
        return False
    return all(
        len(text) <= _LONGEST_HEAD and not codes_alone(text) and not any(amounts(text)) and not _names_actor(text)
        for text in texts
    )


def _names_actor(title: str) -> bool:
    """Whether a column's ``title`` is an organisation, and says nothing of an action."""
    return kind_at(title) not in _UNNAMED and role_of(title) in ("", "autre")


def columns_by_form(head: Row, body: Sequence[Row]) -> ActionColumns | None:
    """Return what the columns under ``head`` hold in the rows of ``body``, None where these are no actions."""
    first = [row.cells[0].text for row in body]
    titles = [cell.text for cell in head.cells]
    rows = _rows_are(titles[0], first)
    if not rows or (rows == "alone" and heads_others(titles[1])):
        return None
    named = _naming(titles, body, rows)
    alone = rows == "alone" and len(named) == 1
    if alone and _counts_rows(titles[0], first):
        return None
    beside = range(len(named), len(titles))
    cells = [[row.cells[at].text for row in body] for at in beside]
    kinds = _kinds([titles[at] for at in beside], cells)
    if not _tell(kinds, [titles[at] for at in beside], cells, rows):
        return None
    said = (Column(rubric=kind, said=titles[at]) for at, kind in zip(beside, kinds, strict=True))
    return ActionColumns((*named, *said), alone)


def _naming(titles: Sequence[str], body: Sequence[Row], rows: str) -> tuple[Column, ...]:
    """Return the columns that name the actions: one, or one of codes and one of titles."""
    fiche = "fich" in f"{titles[0]} {noun_of(body[0].cells[0].text)}".lower()
    if rows == "alone" and _are_titles([row.cells[1].text for row in body], titles[1]):
        return Column("number", fiche=fiche), Column("action", fiche=fiche)
    return (Column("action", fiche=fiche, coded=rows == "coded"),)


def _tell(kinds: Sequence[str], titles: Sequence[str], cells: Sequence[Sequence[str]], rows: str) -> bool:
    """Whether columns of these ``kinds`` say who leads each action and one thing more.

    Beside a single row, or titles without codes, a title must say who leads; whom the latter name are organisations:
    what a meeting has left to do is done by persons.
    """
    told = set(kinds) - {"", "autre"}
    if "pilote" not in told or len(told) < _LEAST_TOLD:
        return False
    led = any(kind == "pilote" and holds(texts) for kind, texts in zip(kinds, cells, strict=True))
    sure = len(cells[0]) >= _LEAST_ROWS and rows != "titles"
    return sure or (_names_pilot(titles) and (led or rows != "titles"))


def _counts_rows(title: str, first: Sequence[str]) -> bool:
    """Whether the numbers of the first column may but count the rows: nothing says what they number."""
    known = column_of(title)
    counts = known is not None and known.level == "number" and not known.fiche
    return (not title or counts) and all(text.strip(" .").isdigit() for text in first)


def role_of(title: str) -> str:
    """Return the kind of rubric that the ``title`` of a column names, by known words or by its stems."""
    return rubric(title) or by_stems(title)


def _names_pilot(titles: Sequence[str]) -> bool:
    """Whether one of ``titles`` says by itself who leads."""
    return any(role_of(title) == "pilote" for title in titles)


def _rows_are(title: str, first: Sequence[str]) -> str:
    """Return how the ``first`` cells of rows name actions: ``alone`` by codes, ``coded`` or ``titles``; empty for no.

    The column's ``title`` may be any word but that of what is no action.
    """
    known = column_of(title)
    works = known is None or known.level in ("", "number", "action") or not heads_others(title)
    if heads_others(title) or not works or not all(first) or any(heads_others(noun_of(text)) for text in first):
        return ""
    if all(map(codes_alone, first)):
        codes = [code for text in first for code in codes_alone(text)]
        return "alone" if len(set(codes)) == len(codes) else ""
    if all(coded(text) is not None for text in first):
        return "coded"
    return "titles" if all(says_what_to_do(text) for text in first) else ""


def _are_titles(texts: Sequence[str], title: str) -> bool:
    """Whether the cells behind codes are the titles of what these number: of several words, each another."""
    if role_of(title) in ACTORS or holds(texts):
        return False
    return all(len(text.split()) > 1 for text in texts) and len(set(texts)) == len(texts)


def _kinds(titles: Sequence[str], cells: Sequence[Sequence[str]]) -> list[str]:
    """Return the kind of rubric of each column: by its title, and by its cells where these say something else.

    Organisations without a title that tells are who leads where no column says so, partners right of who leads.
    """
    held = [holds(texts) for texts in cells]
    kinds = [_settled(role_of(title), kind) for title, kind in zip(titles, held, strict=True)]
    for index, kind in enumerate(kinds):
        if not kind and held[index] == "actors":
            known = "pilote" in kinds
            kinds[index] = "partenaire" if "pilote" in kinds[:index] else "" if known else "pilote"
    return kinds


def _settled(told: str, held: str) -> str:
    """Return the kind that a column's title has ``told``, or what its cells have ``held`` where they cannot be that."""
    if held in _TAKEN:
        return told if told in _TAKEN[held] else _HELD[held]
    return told or _HELD.get(held, "")
