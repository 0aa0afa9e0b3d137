"""Rows of a plan's table that an act says to be its fiches action: ``chaque ligne du tableau vaut fiche-action``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import pairwise

from loaders.document import Block, Table, passages
from loaders.readers.plan.columns import Columns
from loaders.remembering import remembered
from loaders.seeking import Sought
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain

_SAID = frozenset({"partenaire", "financeur", "budget", "objectif", "public", "resultat", "indicateur", "echeance"})
_ENOUGH = 3


@remembered(1)
def said_to_be_fiches(blocks: Iterable[Block]) -> bool:
    """Whether a sentence outside tables says that the rows of the plan's table are the fiches action."""
    told = (plain(words.text) for block in blocks if not isinstance(block, Table) for words in passages(block))
    return any(_pattern().search(text) for text in told)


def tell_fiches(columns: Columns) -> bool:
    """Whether the ``columns`` beside the actions say of each what a fiche does: who pilots it, three things more."""
    said = {"partenaire" if column.rubric == "service" else column.rubric for column in columns}
    said |= {
        "objectif" for before, column in pairwise(columns) if (before.level, column.level) == ("action", "objectif")
    }
    return "pilote" in said and len(said & _SAID) >= _ENOUGH


def of_fiches(columns: Columns) -> Columns:
    """Return ``columns`` with the innermost one that lists actions as one of fiches."""
    actions = [index for index, column in enumerate(columns) if column.level == "action"]
    return tuple(
        replace(column, fiche=True) if index in actions[-1:] else column for index, column in enumerate(columns)
    )


@cache
def _pattern() -> Sought:
    return Sought(alternatives(groups("plan", "rows")["fiches"]))
