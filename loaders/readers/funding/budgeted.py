"""The facts of a budget's amounts: its funder as printed, who gets by the table or by its titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.acts.convention_cues import MENTION
from loaders.readers.funding import words as says
from loaders.readers.funding.budget_context import Budget
from loaders.readers.funding.budget_getters import announced, paid
from loaders.readers.funding.budget_objects import (
    announced_object,
    behind_dash,
    behind_scheme,
    of_fiche,
)
from loaders.readers.funding.budget_sums import Sum
from loaders.readers.funding.context import Context
from loaders.readers.funding.deciders import table_decider
from loaders.readers.funding.donors import titled_object
from loaders.readers.funding.former import convention_told
from loaders.readers.funding.mentions import FUNDS, SHARE_OF
from loaders.readers.funding.named_getters import named_getter
from loaders.readers.outline import Standing
from loaders.resolve import bare
from loaders.words.actor_heads import kind_at
from loaders.words.wording import plain
from maillage.facts import Funding

_GOES_ON = re.compile(r"\s?:\s|\s[–—-]\s(?=[a-zà-ÿ])")
_LONGEST_TITLE = 60
_EACH = re.compile(r"\b(?:chaque|par|toutes? les?) $")


def read_sums(context: Context, standing: Standing, sums: Sequence[Sum]) -> Iterator[Funding]:
    """Give the fact of each of the ``sums`` of a budget."""
    budget = Budget.of(context, standing, sums)
    yield from (_fact(budget, one) for one in _for_whom(budget, sums))


def _for_whom(budget: Budget, sums: Sequence[Sum]) -> Iterator[Sum]:
    """Give the ``sums``: where what announces them names who gets, the structures of their rows are what it is for."""
    getters = [one.recipient for one in sums if one.recipient]
    told = bool(getters) and all(kind_at(name) == "equipement" for name in getters)
    told = told and any(named_getter(budget.context.donors, title) for title in budget.titles[:2])
    for one in sums:
        purpose = one.purpose or one.recipient
        yield replace(one, recipient="", purpose=purpose, summed=one.summed - {"recipient"}) if told else one


def _fact(budget: Budget, one: Sum) -> Funding:
    """Return the fact of one amount of a budget."""
    section = budget.context.section
    scheme = _scheme(budget, one)
    funder = _funder(budget, one, scheme)
    told = (budget.caption, budget.before, *budget.headings[:1])
    year = one.year or next((said for title in told if (said := says.year(title))), "")
    return Funding(
        place=section.place(*one.words),
        act=section.act,
        rule="funding.budget",
        tier="normalised",
        convention=budget.former or convention_told(section, budget.titles),
        funder=funder,
        recipient=one.recipient or announced(budget, one, scheme) or paid(budget, one, scheme, funder),
        object=behind_scheme(one.purpose)
        or behind_dash(one.scheme)
        or of_fiche(section, budget.titles[:2])
        or announced_object(budget.context, budget.caption)
        or ("" if budget.parted else titled_object(budget.standing.titles))
        or budget.decided,
        scheme=scheme,
        amount_eur=one.euros,
        period=one.period or ("an" if year else says.period(budget.caption)),
        year=year,
    )


def _scheme(budget: Budget, one: Sum) -> tuple[str, ...]:
    """Return the schemes of an amount: those its row and column tell, else those of the caption.

    Else it is a fund's own, where the title above names it.
    """
    over = says.schemes(next(iter(budget.headings), "")[:_LONGEST_TITLE])
    return one.schemes or says.schemes(budget.caption) or (over if says.is_owned(";".join(over)) else ())


def _funder(budget: Budget, one: Sum, scheme: tuple[str, ...]) -> str:
    """Return who gives: as the table prints it, else whom a title names, else whose the scheme is."""
    if "funder" in one.summed:
        return ""
    donors = budget.context.donors
    owner = donors.owner(scheme)
    titles = (budget.caption, budget.before, *budget.headings, budget.context.around)
    named = (giver for title in titles for giver in _givers(budget, title, owner))
    within = (share.printed for share in donors.named(one.funder) if _is_share(one.funder[: share.start]))
    told = next(within, "") or _heading(budget, one.funder) or bare(one.funder) or next(named, "") or owner
    return told or table_decider(budget.context.section, budget.context.home, titles[:2])


def _heading(budget: Budget, cell: str) -> str:
    """Return who gives by a ``cell`` that goes on with what it gives: ``Caf : aide au pilotage``; else empty."""
    first = next(iter(budget.context.donors.named(cell)), None)
    return first.printed if first is not None and not first.start and _GOES_ON.match(cell, first.end) else ""


def _is_share(before: str) -> bool:
    """Tell whether the words ``before`` a name in a cell say that what is given is its own: ``Autofinancement (``."""
    return says.cued("money", before) or SHARE_OF.fullmatch(plain(before)) is not None


def _givers(budget: Budget, title: str, owner: str) -> Iterator[str]:
    """Give those whom a title names, but for who gets, and for whoever is of a kind: ``à chaque collectivité``.

    One named by its kind alone has the full name that the sentence below the table prints.
    Of an ``owner``'s own scheme no other than a fund is the giver: whoever else is named gets it. In a title, whoever
    stands behind the name of the convention is its partner.
    """
    donors = budget.context.donors
    getter, said = named_getter(donors, title), plain(title)
    found = donors.named(title)
    partners = title in budget.headings and any(MENTION.search(said[: one.start]) for one in found[:1])
    free = (one for one in found if not partners and (one.full or not _EACH.search(said[: one.start])))
    told = (one for one in free if one.printed != getter and (not owner or one.kind in FUNDS))
    below = budget.context.around
    yield from (donors.printed(one, below) if below else one.printed for one in told)
