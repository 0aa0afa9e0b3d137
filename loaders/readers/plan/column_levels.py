"""Levels of the columns of a plan's table, as the columns beside each and the cells below it settle them."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from loaders.document import Row
from loaders.readers.plan.column_titles import Column, Columns, declared, names_orientation
from loaders.resolve import fold
from loaders.words.wording import plain

_NAMED = r"\W*(?:intitules? d(?:e l'|es |e la |u ))?"


def settled(found: Columns, titles: Row, body: Sequence[Row]) -> Columns:
    """Return ``found``, the columns that ``titles`` name, with the levels that they have beside one another."""
    for settle in (_with_outermost, _with_works, _with_parts):
        found = settle(found, titles)
    return _with_statuses(_with_inner(_without_scales(found, body)), body)


def _with_outermost(found: Columns, titles: Row) -> Columns:
    """Return ``found``, a column of orientations that stands above one of objectifs with the level of enjeux.

    So it is where no other column has that level, as in the text of an act (``orientations.outermost``).
    """
    levels = [column.level for column in found]
    first = levels.index("objectif") if levels.count("objectif") > 1 and not {"socle", "enjeu"} & {*levels} else None
    if first is None or not names_orientation(titles.cells[first].text):
        return found
    return _at_level("enjeu", found, (first,))


def _with_works(found: Columns, titles: Row) -> Columns:
    """Return ``found``, what is done (``Chantiers``) right of the objectifs as actions where no column has these."""
    levels = [column.level for column in found]
    if "action" in levels or "objectif" not in levels:
        return found
    right = range(levels.index("objectif") + 1, len(found))
    return _at_level("action", found, [at for at in right if _is_work(found[at], titles.cells[at].text)])


def _is_work(column: Column, title: str) -> bool:
    """Whether a ``column`` of enjeux has the title of what can also be done: ``Chantiers``."""
    return column.level == "enjeu" and re.match(rf"{declared('works')}\b", plain(title).lstrip()) is not None


def _with_parts(found: Columns, titles: Row) -> Columns:
    """Return ``found``, the operations right of actions as what these consist of where no column has that level."""
    levels = [column.level for column in found]
    if levels.count("action") < 2 or "activite" in levels:
        return found
    right = range(levels.index("action") + 1, len(found))
    part = re.compile(rf"{_NAMED}{declared('parts')}\b")
    parts = [at for at in right if not found[at].fiche and part.match(plain(titles.cells[at].text))]
    return _at_level("activite", found, parts)


def _with_inner(found: Columns) -> Columns:
    """Return ``found``, the enjeux right of others as objectifs where no column has these: ``Défi | Cap à tenir``."""
    levels = [column.level for column in found]
    if "objectif" in levels:
        return found
    return _at_level("objectif", found, [at for at, level in enumerate(levels) if level == "enjeu"][1:])


def _without_scales(found: Columns, body: Sequence[Row]) -> Columns:
    """Return ``found`` without the level of a column that only says how much or how soon (``Priorité``: ``Haute``)."""
    return tuple(
        Column() if column.level == "enjeu" and _says_only("scale", body, at) else column
        for at, column in enumerate(found)
    )


def _with_statuses(found: Columns, body: Sequence[Row]) -> Columns:
    """Return ``found`` with the columns behind the actions that say of each fiche how it stands as such columns.

    ``Fiche`` over ``maintenue``, ``nouvelle`` says that each of the actions is a fiche.
    """
    last = max((at for at, column in enumerate(found) if column.level == "action"), default=len(found))
    stated = {
        at
        for at, column in enumerate(found)
        if at > last
        and (column.fiche or not column.level)
        and column.level in ("", "number")
        and _says_only("status", body, at)
    }
    shown = any(found[at].fiche for at in stated)
    states = Column(rubric="statut", said="Statut")
    return tuple(
        states if at in stated else replace(column, fiche=True) if shown and at == last else column
        for at, column in enumerate(found)
    )


def _at_level(level: str, found: Columns, places: Container[int]) -> Columns:
    """Return ``found`` with the columns at ``places`` at ``level``."""
    return tuple(replace(column, level=level) if at in places else column for at, column in enumerate(found))


def _says_only(key: str, body: Sequence[Row], at: int) -> bool:
    """Whether all cells of a column that say anything are words declared as ``key``: degrees, what a fiche became."""
    said = [fold(row.cells[at].text) for row in body if row.cells[at].text]
    return bool(said) and all(re.fullmatch(declared(key), text) for text in said)
