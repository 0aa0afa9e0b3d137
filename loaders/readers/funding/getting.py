"""Who gets an amount: whom its words name, else the act's own territory where the money is its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.acts.own_territory import stands_above
from loaders.acts.territories import place_after
from loaders.readers.funding.context import Context
from loaders.readers.funding.deciders import is_departements
from loaders.readers.funding.donors import OF, TO, Donors
from loaders.readers.funding.giving import bears, gets_by_list, gives, has_posts, is_got_by
from loaders.readers.funding.mentions import CAPITALISED, COLLECTIVITES, FUNDS, LINKED, SUBJECT, Mention, mentions
from loaders.readers.funding.purposes import pays_for
from loaders.readers.funding.rates import is_cost
from loaders.readers.funding.told import Told
from loaders.readers.funding.words import cue_ends, cued, has_projects
from loaders.vocabulary import groups
from loaders.words.actor_heads import kind_at
from loaders.words.amounts import amounts
from loaders.words.own_names import own_names
from loaders.words.wording import alternatives, plain, tidy

_GIVES = "departement"
_RUNS = re.compile(
    r"\b(?:au fonctionnement|aux charges(?: de fonctionnement)?|(?<!inscrit )(?<!inscrite )au budget)"
    r"\s+(?:de la |de l'|du |d')(?=\S)"
)
_CLAUSE_ENDS = re.compile(r"[;:.]\s")
_THAT = re.compile(r"\bqu(?:e (?:la |le |les |l'))?$")
_STRUCTURE = re.compile(
    rf"\b(?:au|à la|à l['’])\s?(?P<name>[^\W\d_][\w’-]*(?:\s[a-zà-ÿ][\w’-]*){{0,4}}?"
    rf"\s(?:«\s)?{CAPITALISED}(?:[ -]{LINKED}{CAPITALISED}){{0,5}}(?:\s»)?)"
)
_STRUCTURES = frozenset(("equipement", "association"))
_RECEIVER = re.compile(
    r"(?:^|,)\W*(?:le |la |les |l')(?P<name>(?!communaute\b)[^,;:.]{3,60}?) "
    r"(?:percoi|recoi|percevr|recevr|beneficier?a?i?)(?:t|vent|a|ont|ent|e)?\b"
)
_HELPS = re.compile(
    r"\b(?:soutien(?:t|nent|dra|dront)|subventionn(?:e|ent|era|eront)|aide(?:nt|ra|ront)?"
    r"|accompagn(?:e|ent|era|eront|er)|soutenir|subventionner|aider)\s+(?:financierement\s+)?"
    r"(?:la |le |les |l')?$"
)
_FOR_BARE = re.compile(r"\W*(?:et )?[Pp]our\s+(?=[A-ZÀ-Ý][^,;:.]{1,60},)")
_TO_BARE = re.compile(r"\s+(?:à|au|aux)\s+(?=\S)")
_GROUP_ENDS = (
    r"(?=\s*(?:$|[,;.:()\d]|\b(?:au titre|d'une?|pour|afin|par|en|des(?! familles)|a|dans|sous"
    r"|sur|soit|est|sont|se|ont)\b))"
)
_PLANS = re.compile(
    r"\brecettes (?:attendues|previsionnelles|mobilisees|escomptees|sont)\b"
    r"|\b(?:plan de |co-?)?financement (?:previsionnel |definitif )?(?:de la |de l'|de |du |des |d')"
)
_TO_THEM = re.compile(
    r"\b(?:lui|leur) (?:(?:a|ont|en|y) )?(?:vers|apport|accord|attribu|allou|octro|consacr|consent|donn)"
)
_BONUS_OF = re.compile(r"\bbonus territoires?(?: ctg)? (?:de la |de l'|du |des |de |d')$")


def getter(told: Told, scheme: tuple[str, ...], funder: str) -> str:
    """Return who gets, by the first text that says it; nobody gives to itself.

    Else it is the act's own territory, where that stands as a title or column above, or a scheme is named that is
    its own; not where it gives itself, as a département does, nor where the sentence says what is financed and does
    not leave the amount alone: whose that is it does not say.
    """
    context = told.context
    if not funder and is_cost(told.text[: told.at]):
        return ""
    named = told.keyed if gets_by_list(told) else _relative(told)
    said = (named_getter(context.donors, text, context.around) for text in _tellers(told))
    named = told.flow[1] or named or next((one for one in said if one), "")
    alone = (
        not (pays_for(told.text) or _PLANS.search(plain(f"{told.lead} {told.opening}")))
        and not told.purposes
        and bool(stands_above(context.section, context.above))
    )
    own = not (told.is_total or _is_collectivite(funder)) and ((bool(scheme) and not has_projects(scheme)) or alone)
    found = named or (_home(told) if own and not _gives_itself(told, funder) else "")
    return "" if found == funder else found


def _relative(told: Told) -> str:
    """Return who keeps what another funds: "la Ville emploie un coordinateur, que la Caf cofinance"; else empty."""
    found, said = told.context.donors.named(told.text), plain(told.text)
    funded = next((index for index, one in enumerate(found) if _THAT.search(said[: one.start])), 0)
    apart = funded and _CLAUSE_ENDS.search(said, found[0].end, found[funded].start)
    keeps = found[0] if funded and not apart and not OF.search(said[: found[0].start]) else None
    return told.context.donors.printed(keeps, told.context.around) if keeps is not None else ""


def named_getter(donors: Donors, text: str, around: str = "") -> str:
    """Return who gets, by ``text``: whom "à" or "au profit de" names, or who "bénéficie"; empty for nobody."""
    getting = _getting(donors.named(text), plain(text))
    if getting is not None:
        return donors.printed(getting, around)
    named = _run(text) or _receiver(text) or _group(text) or _short(donors, text)
    return named or _structure(text) or _territory(donors, text)


def _getting(found: Sequence[Mention], said: str) -> Mention | None:
    """Return who of ``found`` gets, by the words before it: the surest first."""
    received = cued("received", said)
    signs = (
        (one for one in found if one.kind not in FUNDS and _gets(said[: one.start])),
        (one for one in found if one.kind not in FUNDS and _BONUS_OF.search(said[: one.start])),
        (one for one in found if received and not gives(said, one)),
        (one for one in found if has_posts(said[: one.start])),
    )
    return next((one for sign in signs for one in sign), None)


def _gets(before: str) -> bool:
    """Tell whether the words ``before`` an organisation say that it gets: "à la", "aide la", "perçu par la"."""
    return is_got_by(before) or bool((TO.search(before) and not bears(before)) or _HELPS.search(before))


def _tellers(told: Told) -> Iterator[str]:
    """Give the texts that may say who gets: those of who gives, where the sentence before speaks of one amount."""
    context = told.context
    yield from (told.text, told.whole.text, context.closing, told.announcing, told.lead)
    meant = told.is_by_pronoun and not (pays_for(told.text) and _group(context.before.text))
    pointed = told.goes_on or _TO_THEM.search(plain(told.text)) is not None
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


def _short(donors: Donors, text: str) -> str:
    """Return who gets, where the text names it by a short name that the act defines; empty for nobody."""
    shorts = "|".join(re.escape(short) for short in donors.section.abbreviations)
    to = (
        r"(?:\b(?:à|au|pour)|\bsur le territoire d[eu]|\bau profit d[eu]"
        r"|\bpostes? [^,;.:()]{2,60} (?:de(?= la | l['’])|du))\s+(?:la |le |l['’])?"
    )
    found = re.search(rf"{to}({shorts})\b", text)
    if found is None or not shorts:
        return ""
    return next((one.printed for one in donors.named(text) if one.full and one.start == found.start(1)), found[1])


def _territory(donors: Donors, text: str) -> str:
    """Return the territory that ``text`` names bare right behind what is given, or begins for; empty for none.

    The act's own may stand further behind: "Aides de la Caf à Vallée et Coteaux".
    """
    for to in (_FOR_BARE.match(text), *(_TO_BARE.match(text, end) for _, end in cue_ends("given", text))):
        found = place_after(donors.section, f"à {text[to.end() :]}") if to is not None else None
        if found is not None and found.territory is not None:
            return found.printed
    own = own_names(text, donors.section.territory)
    return next((text[start:end] for start, end in own if TO.search(plain(text[:start]))), "")


def _group(text: str) -> str:
    """Return the class of organisations to which ``text`` says that something is given; empty for none."""
    found = _groups().search(plain(text))
    return tidy(text[slice(*found.span("words"))]) if found is not None else ""


def _structure(text: str) -> str:
    """Return the structure with a name of its own to which ``text`` says that something is given; empty for none."""
    said = (found["name"] for found in _STRUCTURE.finditer(text))
    return next((name for name in said if kind_at(name) in _STRUCTURES), "")


def _receiver(text: str) -> str:
    """Return the structure that is the subject of "perçoit" or "bénéficie"; empty for none."""
    found = _RECEIVER.search(plain(text))
    return tidy(text[slice(*found.span("name"))]) if found is not None else ""


def _run(text: str) -> str:
    """Return the structure to whose running costs ``text`` says that something is given; empty for none."""
    found = _RUNS.search(plain(text))
    named = SUBJECT.match(text, found.end()) if found is not None else None
    return named["name"] if named is not None else ""


@cache
def _groups() -> re.Pattern[str]:
    """Return the pattern of a class of organisations behind "aux": ``aux gestionnaires du territoire``."""
    heads = alternatives(groups("funding", "groups")["heads"])
    said = rf"(?:\w+ )?{heads}(?: (?!(?:des(?! familles)|les|leurs?|une?)\b)[\w'-]+){{0,6}}?"
    return re.compile(rf"\baux\s+(?P<words>{said}){_GROUP_ENDS}")
