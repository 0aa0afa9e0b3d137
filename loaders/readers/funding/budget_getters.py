"""What every amount of a budget is read with, and who gets it: by what announces the table, or by its titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.acts.territory_codes import specific
from loaders.readers.funding import words as says
from loaders.readers.funding.budget_objects import announced_object
from loaders.readers.funding.budget_sums import Sum
from loaders.readers.funding.context import Context
from loaders.readers.funding.mentions import COLLECTIVITES, mentions
from loaders.readers.funding.named_getters import group_in, named_getter
from loaders.readers.outline import Standing
from loaders.resolve import bare, fold
from loaders.words.actor_heads import kind_at
from loaders.words.wording import plain

_OF_A_FICHE = re.compile(r"\b(?:fiches?(?: actions?)?|action) (?:n ?[°o] ?)?\d")
_SUBVENTION = "subvention"


@dataclass(frozen=True, slots=True)
class Budget:
    """What every amount of a budget is read with.

    ``caption`` stands right above it, the sentence ``before`` that in its paragraph, ``headings`` above, nearest first;
    ``shares`` is the act's own territory as the table names it among those who give, empty where it does not; it
    ``carries`` what is financed where what it gives is no subvention: it gets those of the others.
    It is ``parted`` where its rows say what each is for: its total is for all of that. ``decided`` is what the act's
    title says that it finances, where they do not; ``former`` the earlier convention whose years the rows are.
    """

    context: Context
    standing: Standing
    caption: str
    before: str
    headings: Sequence[str]
    shares: str
    carries: bool
    parted: bool
    decided: str
    former: str

    @property
    def titles(self) -> tuple[str, ...]:
        """The caption and the headings, nearest first."""
        return (self.caption, *self.headings)


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

    Who runs the services that it is paid for otherwise is not said, nor who gets what is given to a fiche or action of
    a number, nor whom the territory itself pays. Where it shares in funding, it goes by the name that it has there.
    """
    if budget.carries and _SUBVENTION in scheme and not is_home(budget.context, funder):
        return bare(budget.shares)
    other = (
        (one.purpose and not says.schemes(one.purpose))
        or announced_object(budget.context, budget.caption)
        or budget.decided
    )
    of_fiche = _OF_A_FICHE.search(plain(budget.caption)) is not None
    if not scheme or other or of_fiche or {"object", "recipient"} & one.summed or is_home(budget.context, funder):
        return ""
    return bare(budget.shares) or budget.context.home


def is_home(context: Context, funder: str) -> bool:
    """Tell whether ``funder`` is the act's own territory, under whatever name, that of its kind alone too."""
    found = specific(context.section, funder) if funder else None
    home = context.section.territory
    said = next(iter(mentions(funder)), None)
    kind_alone = said is not None and home is not None and fold(funder) == fold(said.printed) and said.kind == home.kind
    same = found is not None and home is not None and found.code == home.code
    return same or kind_alone or fold(funder) == fold(context.home)
