"""Contracting: the territory whose convention a contract is, from its title page, its parties, last its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from loaders.acts.convention_cues import MENTION
from loaders.acts.entitling import by_title
from loaders.acts.groupings import Where, collective, grouped
from loaders.acts.mention_names import called_after
from loaders.acts.mentions import find_mentions
from loaders.document import passage
from loaders.resolve import Gazetteer, bare
from loaders.vocabulary import words
from loaders.words.agencies import agencies
from loaders.words.epci_names import epci_alone, epcis
from loaders.words.named import Named
from loaders.words.naming import communes, territory_at
from loaders.words.wording import alternatives, plain, tidy
from maillage.reference import Territory

_COLLECTIVE = re.compile(r"\W*(?:la )?(?:communaute|commune|ville)")
_OF_EPCI = re.compile(r"\W*(?:la |l')?(?:communaute|agglomeration|intercommunalite|cc\b|ca\b)")
_JOINING = re.compile(
    rf"\b{alternatives(words('agreements', 'joining'))} (?:de|du|des|d')"
    r"[^.;:]*?(?=$|[.;:]| (?:a|au|dans) (?:la|l'|notre)\b)"
)
_TOWN = re.compile(r"\W*(?:la |l')?(?:ville|commune|mairie)\b")
_DEPARTEMENT = re.compile(r"\W*(?:le )?(?:departement|conseil (?:departemental|general))\b")


def of_contract(
    pages: Sequence[str], names: Sequence[str], everything: Sequence[str], gazetteer: Gazetteer, near: Territory | None
) -> Where:
    """Return the territory of a convention with the title page ``pages`` and the parties ``names``; else nothing.

    That after which the title calls the convention decides; else an EPCI goes before a commune, but for the only one
    that is a party and the first, and what the title page names before a party. ``everything`` is the whole text.
    """
    if (called := _called(pages, gazetteer, near)) is not None:
        return _in_full((*pages, *names, *everything), called, gazetteer, near)
    pages = [_without_joiners(text) for text in pages]
    titled = {n.territory.code: n for text in pages for n in communes(text, gazetteer, near)}
    if not any(True for text in pages for _ in epcis(text, gazetteer, near)):
        groups = len({n.territory.code for text in names for n in epcis(text, gazetteer, near)})
        if body := collective(pages):
            return None, body
        if not titled and (entitled := by_title(pages, names, groups, gazetteer, near)) is not None:
            return entitled
        if groups > 1 and not titled and (body := collective(names)):
            return None, body
    leading = None if titled else _leading(names, gazetteer, near)
    if (town := _town(pages, everything, gazetteer, near) or leading) is not None:
        return town.territory, town.printed
    for texts in (pages, names):
        if (epci := _commonest(texts, gazetteer, near)) is not None:
            return epci
        if len(titled) == 1:
            (only,) = titled.values()
            return only.territory, only.printed
    where = _of_others(pages, names, everything, gazetteer, near)
    return where if any(where) else _of_departement(names, gazetteer)


def _leading(names: Sequence[str], gazetteer: Gazetteer, near: Territory | None) -> Named | None:
    """Return the commune that is the only one among the parties and stands before every EPCI: it contracts."""
    towns = [n for name in names if _TOWN.match(plain(name)) for n in communes(name, gazetteer, near)]
    firsts = (name for name in names if _TOWN.match(plain(name)) or any(epcis(name, gazetteer, near)))
    alone = len({town.territory.code for town in towns}) == 1
    return towns[0] if alone and _TOWN.match(plain(next(firsts, ""))) else None


def _of_departement(names: Sequence[str], gazetteer: Gazetteer) -> Where:
    """Return the département that is a party where no other collectivité is: the convention is its own."""
    for name in names:
        if _DEPARTEMENT.match(plain(name)) and (territory := gazetteer.departement(name)) is not None:
            return territory, bare(name)
    return None, ""


def _called(pages: Iterable[str], gazetteer: Gazetteer, near: Territory | None) -> Named | None:
    """Return the EPCI after which a title page calls the convention, where no commune has its name."""
    for text in pages:
        for mention in find_mentions(passage(text, 1), title=True):
            named = called_after(mention, gazetteer, near)
            if named is not None and named.territory.kind == "epci":
                town = gazetteer.commune(named.printed, near)
                return named if town is None else None
    return None


def _in_full(texts: Iterable[str], epci: Named, gazetteer: Gazetteer, near: Territory | None) -> Where:
    """Return an EPCI as ``texts`` first print it with its legal form, else as it is ``named``."""
    for text in texts:
        for named in epcis(text, gazetteer, near):
            if named.territory == epci.territory and " " in named.printed:
                return named.territory, named.printed
    return epci.territory, epci.printed


def _without_joiners(text: str) -> str:
    """Return a line of a title page without those who join, or leave, by the avenant that it entitles."""
    found = _JOINING.search(plain(text))
    return text if found is None else f"{text[: found.start()]} {text[found.end() :]}"


def _of_others(
    pages: Sequence[str], names: Sequence[str], everything: Sequence[str], gazetteer: Gazetteer, near: Territory | None
) -> Where:
    """Return the territory of a convention whose title page and parties name no known EPCI."""
    if body := collective(names):
        return None, body
    if (epci := _standing((*pages, *names), gazetteer, near)) is not None:
        return epci
    for texts in (pages, names):
        if any(where := grouped(texts, gazetteer, near)):
            return where
    parties = [n for text in names for n in communes(text, gazetteer, near)]
    unknown = any(_OF_EPCI.match(plain(name)) for name in names)
    if len({n.territory.code for n in parties}) == 1 and not unknown:
        return parties[0].territory, parties[0].printed
    if (epci := _commonest(everything, gazetteer, near)) is not None:
        return epci
    for texts in (pages, names):
        for text in texts:
            for named in communes(text, gazetteer, near):
                return named.territory, named.printed
    return _unsigned(names, gazetteer, near)


def _commonest(texts: Sequence[str], gazetteer: Gazetteer, near: Territory | None) -> Where | None:
    """Return the EPCI that ``texts`` name most often."""
    counts = Counter(n.territory.code for text in texts for n in epcis(text, gazetteer, near))
    return first_printed(texts, counts.most_common(1)[0][0], gazetteer, near) if counts else None


def _standing(texts: Iterable[str], gazetteer: Gazetteer, near: Territory | None) -> Where | None:
    """Return the EPCI that one of ``texts`` is, its name and nothing else; None where none is one."""
    found = ((epci_alone(text, gazetteer, near), text) for text in texts)
    return next(((epci, tidy(text)) for epci, text in found if epci is not None), None)


def _unsigned(names: Sequence[str], gazetteer: Gazetteer, near: Territory | None) -> Where:
    """Return the territory of an agency that is a party, else the name of a party that no reference knows."""
    for name in names:
        for agency in agencies(name, gazetteer, near):
            return agency.territory, agency.printed
    unknown = bare(next((name for name in names if _COLLECTIVE.match(plain(name))), ""))
    return (gazetteer.epci(unknown, near) if unknown else None), unknown


def _town(
    pages: Iterable[str], everything: Iterable[str], gazetteer: Gazetteer, near: Territory | None
) -> Named | None:
    """Return the commune that a title page names right behind the convention, where it is named before any EPCI."""
    for text in pages:
        found = MENTION.search(plain(text))
        named = territory_at(text, found.end(), gazetteer, near) if found else None
        if named is None or named.territory.kind != "commune" or any(True for _ in epcis(text, gazetteer, near)):
            continue
        for below in everything:
            towns = [town for town in communes(below, gazetteer, near) if town.territory == named.territory]
            others = list(epcis(below, gazetteer, near))
            if towns and (not others or towns[0].start < others[0].start):
                return towns[0]
            if others:
                return None
    return None


def first_printed(texts: Iterable[str], code: str, gazetteer: Gazetteer, near: Territory | None) -> Where:
    """Return the EPCI ``code`` as it is printed at full length first."""
    named = [n for text in texts for n in epcis(text, gazetteer, near) if n.territory.code == code]
    full = next((n for n in named if " " in n.printed), named[0])
    return full.territory, full.printed
