"""Who gets an amount: whom its words name, else the act's own territory where the money is its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.own_territory import stands_above
from loaders.readers.fiches.signs import FOR_ACTION
from loaders.readers.funding.clauses import parted
from loaders.readers.funding.context import Context
from loaders.readers.funding.deciders import is_departements
from loaders.readers.funding.donors import OF
from loaders.readers.funding.giving import gets_by_list, named_giver
from loaders.readers.funding.mentions import COLLECTIVITES, FUNDS, mentions
from loaders.readers.funding.named_getters import group_in, named_getter
from loaders.readers.funding.purposes import pays_for, points_to_post
from loaders.readers.funding.rates import is_cost, is_counted
from loaders.readers.funding.told import Told
from loaders.readers.funding.words import has_projects
from loaders.words.amounts import amounts
from loaders.words.own_names import own_names
from loaders.words.wording import plain

_GIVES = "departement"
_CLAUSE_ENDS = re.compile(r"[;:.]\s")
_THAT = re.compile(r"\bqu(?:e (?:la |le |les |l'))?$")
_PLANS = re.compile(
    r"\brecettes (?:attendues|previsionnelles|mobilisees|escomptees|sont)\b"
    r"|\b(?:plan de |co-?)?financement (?:previsionnel |definitif )?(?:de la |de l'|de |du |des |d')"
)
_TO_THEM = re.compile(
    r"\b(?:lui|leur) (?:(?:a|ont|en|y) )?(?:vers|apport|accord|attribu|allou|octro|consacr|consent|donn)"
)


def getter(told: Told, scheme: tuple[str, ...], funder: str) -> str:
    """Return who gets, by the first text that says it; nobody gives to itself.

    Else it is the act's own territory, where that stands as a title or column above, or a scheme is named that is
    its own; not where it gives itself, as a département does, nor where the sentence says what is financed and does
    not leave the amount alone: whose that is it does not say.
    """
    context = told.context
    if not funder and (is_cost(told.text[: told.at]) or is_counted(told.behind)):
        return ""
    named = told.keyed if gets_by_list(told, scheme) else _relative(told)
    said = (named_getter(context.donors, text, context.around) for text in _tellers(told))
    allotted = (
        told.allotted if funder and named_giver(context.donors, parted(told.sentence), context.around) == funder else ""
    )
    named = told.flow[1] or allotted or named or next((one for one in said if one), "")
    own = not (told.is_total or context.shares or _is_collectivite(funder)) and (
        (bool(scheme) and not has_projects(scheme)) or _is_alone_below_its_territory(told)
    )
    found = named or (_home(told) if own and not _gives_itself(told, funder) else "")
    return "" if found == funder else found


def _is_alone_below_its_territory(told: Told) -> bool:
    """Tell whether nothing says what an amount is for, below the name of the act's own territory."""
    for_what = (
        pays_for(told.sentence)
        or _PLANS.search(plain(f"{told.lead} {told.opening}"))
        or FOR_ACTION.search(plain(told.sentence))
        or told.purposes
    )
    return not for_what and bool(stands_above(told.context.section, told.context.above))


def _relative(told: Told) -> str:
    """Return who keeps what another funds: "la Ville emploie un coordinateur, que la Caf cofinance"; else empty."""
    found, said = told.context.donors.named(told.text), plain(told.text)
    funded = next((index for index, one in enumerate(found) if _THAT.search(said[: one.start])), 0)
    apart = funded and _CLAUSE_ENDS.search(said, found[0].end, found[funded].start)
    keeps = found[0] if funded and not apart and not OF.search(said[: found[0].start]) else None
    return told.context.donors.printed(keeps, told.context.around) if keeps is not None else ""


def _tellers(told: Told) -> Iterator[str]:
    """Give the texts that may say who gets: those of who gives, where the sentence before speaks of one amount."""
    context = told.context
    yield from (told.text, told.whole.text, context.closing, told.announcing, told.lead)
    meant = told.is_by_pronoun and not (pays_for(told.text) and group_in(context.before.text))
    pointed = told.goes_on or points_to_post(told.opening) or _TO_THEM.search(plain(told.text)) is not None
    if pointed or (meant and (len(list(amounts(context.before.text))) == 1 or _names_one(context))):
        yield context.before.text


def _home(told: Told) -> str:
    """Return the act's own territory by its whole name in the words of the amount, else as named nearest above."""
    context = told.context
    territory = context.section.territory
    whole = (one.printed for one in context.donors.named(told.text) if one.full)
    return next((name for name in whole if any(own_names(name, territory))), "") or context.home


def _names_one(context: Context) -> bool:
    """Tell whether the sentence before names one organisation alone that is no fund: whoever gets in it gets it all."""
    return sum(one.kind not in FUNDS for one in context.donors.named(context.before.text)) == 1


def _is_collectivite(funder: str) -> bool:
    """Tell whether ``funder`` is a commune or an EPCI: what it pays out of its own goes to nobody by that."""
    return any(one.start == 0 and one.kind in COLLECTIVITES for one in mentions(funder))


def _gives_itself(told: Told, funder: str) -> bool:
    """Tell whether the act's own territory gives: as ``funder`` named by its kind alone, or being a département."""
    said = next(iter(mentions(funder)), None)
    territory = told.context.section.territory
    named = said is not None and not said.full and said.kind in COLLECTIVITES
    ours = territory is not None and territory.kind == _GIVES
    return named or ours or is_departements(told.context.section)
