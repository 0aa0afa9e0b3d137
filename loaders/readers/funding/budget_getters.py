"""Who gets the amounts of a budget: by what announces the table, or by its titles."""

from __future__ import annotations

import re

from loaders.readers.funding import words as says
from loaders.readers.funding.budget_context import Budget
from loaders.readers.funding.budget_objects import announced_object
from loaders.readers.funding.budget_sums import Sum
from loaders.readers.funding.mentions import COLLECTIVITES
from loaders.readers.funding.named_getters import group_in, named_getter
from loaders.readers.parties.establishments import own_establishment
from loaders.resolve import bare
from loaders.words.actor_heads import kind_at
from loaders.words.wording import plain

_OF_A_FICHE = re.compile(r"\b(?:fiches?(?: actions?)?|action) (?:n ?[°o] ?)?\d")
_SUBVENTION = "subvention"


def announced(budget: Budget, one: Sum, scheme: tuple[str, ...]) -> str:
    """Return who gets by what announces the table; empty where nothing says it, or for a total over who gets.

    A scheme that is a fund's own is paid to the one collectivité whose things the table lists: ``Les équipements
    suivants de la commune de X``. Of a class (``aux gestionnaires``) each gets for its own structure: whoever that is.
    """
    if "recipient" in one.summed:
        return ""
    donors = budget.context.donors
    told = (budget.caption, budget.before, *budget.headings[:1], budget.context.around)
    named = ((title, who) for title in told if (who := named_getter(donors, title)))
    got = next((who for title, who in named if who != group_in(title) or kind_at(one.purpose) != "equipement"), "")
    whose = {said.printed for said in donors.named(budget.caption) if said.full and said.kind in COLLECTIVITES}
    return got or (whose.pop() if donors.owner(scheme) and len(whose) == 1 else "")


def paid(budget: Budget, one: Sum, scheme: tuple[str, ...], funder: str) -> str:
    """Return the territory as the one whom an amount is paid that has no other object than its scheme.

    An establishment that decides runs those services that it lists. Who runs them otherwise is not said, nor who gets
    what is given to a fiche or action of a number, nor whom the territory itself pays. Where it shares in funding, it
    goes by the name that it has there.
    """
    if budget.carries and _SUBVENTION in scheme and not budget.context.is_home(funder):
        return bare(budget.shares)
    board = own_establishment(budget.context.section)
    if board and says.is_owned(";".join(scheme)) and "recipient" not in one.summed:
        return board
    other = (
        (one.purpose and not says.schemes(one.purpose))
        or announced_object(budget.context, budget.caption)
        or budget.decided
    )
    of_fiche = _OF_A_FICHE.search(plain(budget.caption)) is not None
    if not scheme or other or of_fiche or {"object", "recipient"} & one.summed or budget.context.is_home(funder):
        return ""
    return bare(budget.shares) or budget.context.home
