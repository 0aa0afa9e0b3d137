"""Names of EPCI: by their legal form and name, by their acronym, by what the act itself calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.resolve import Gazetteer, fold
from loaders.resolve.legal import core
from loaders.resolve.names import loose
from loaders.seeking import Sought
from loaders.words.named import Named, longest, quoteless
from loaders.words.own_names import name_at
from loaders.words.proper_names import CROSSED, SMALL_WORDS, behind_article, name_ends
from loaders.words.wording import plain, tidy
from maillage.reference import Territory

LEGAL_FORM = Sought(
    r"\b(?:communautes? des? com(?:munes?|\b\.?)|communautes? d'? ?agglo(?:meration)?s?|communautes? urbaines?"
    r"|c\. ?de ?c(?:om(?:munes?)?)?\b\.?|com\. ?de ?com\b\.?|(?:euro)?metropoles?|agglomeration|agglo"
    r"|etablissement public territorial|intercommunalite|cc|ca|cu)\b"
)
"""What kind of EPCI one is, before its name, on plain words."""

_ACRONYM = re.compile(r"(?<![\w'’-])[A-Z][A-Z0-9&]{2,7}(?:-?[a-z]{0,3})?(?![\w])")
_CAPITALS_BEFORE = re.compile(r"(?<![\w'’-])[A-ZÀ-Ý]{3,}(?:[ -](?:D[EU]S?|EN|LES?|LA))? $")
"""What stands in capitals before an acronym that may be but the last word of a name: ``PAYS DUNOIS``."""
_SUFFIX = Sought(
    r"(?<=[\w&][ -])(?:communaute|agglo(?:meration)?|metropole|intercom?)\b(?!\s+(?:de communes|d'agglo|urbaine))"
)
_BEHIND_NAME = Sought(
    r"\s?(?:,| -|\()\s?(?:la |une )?communaute (?:des? communes|d'agglomeration|urbaine)\b(?! (?:du|des|de la|de l'))"
)
_LONGEST_BEFORE = 40
_AROUND = ' «»"“”*.,:'
_SHORTEST = 4
_LONGEST = 80
_BEFORE = re.compile(r"(?:[dDlL]['’])?[\w&]+(?:-[\w]+)*")
_ONE_WORD = re.compile(r"(?<![\w'’-])[A-Z][\w&]*[A-Z0-9][\w&]*(?![\w-])")


def epcis(text: str, gazetteer: Gazetteer, near: Territory | None = None) -> Iterator[Named]:
    """Give the EPCI that ``text`` names by their legal form and name, or by their acronym, in order."""
    formed = (epci_of_form(text, form, gazetteer, near) for form in LEGAL_FORM.finditer(plain(text)))
    short = (_acronym(found, gazetteer, near) for found in _ACRONYM.finditer(text))
    hits = [*suffixed(text, gazetteer, near), *_explained(text, gazetteer, near), *_given(text, gazetteer, near)]
    hits += [named for named in (*formed, *short) if named is not None]
    last = 0
    for named in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if named.start >= last:
            yield named
            last = named.end


def epci_alone(text: str, gazetteer: Gazetteer, near: Territory | None) -> Territory | None:
    """Return the EPCI that ``text`` is, its name and nothing else: ``Domfront Tinchebray Interco``; else None.

    A name that a commune bears too is the commune's.
    """
    name = tidy(text).strip(_AROUND)
    epci = gazetteer.epci(name, near) if _SHORTEST < len(name) < _LONGEST else None
    town = gazetteer.commune(name, near) if epci is not None else None
    return None if town is not None and fold(town.name) == fold(name) else epci


def suffixed(text: str, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Named]:
    """Give the EPCI whose name ends in its form: ``Anjou Bleu Communauté``, ``Roannais Agglomération``."""
    for form in _SUFFIX.finditer(plain(text)):
        before = list(_BEFORE.finditer(text, max(0, form.start() - 60), form.start()))
        starts = [token.start() for token in before]
        run = _run(text, before, form.start())
        for start in starts[len(starts) - run :]:
            printed = text[start : form.end()]
            territory = gazetteer.epci(printed, near) if printed[:1].isupper() else None
            if territory is not None:
                longer = going_on(text, start, form.end(), gazetteer, near)
                yield longer or Named(start, form.end(), territory, quoteless(printed))
                break


def _explained(text: str, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Named]:
    """Give the EPCI behind whose name it is said what they are: ``Isle Double Landais, communauté de communes``.

    Not what stands before another: ``la Caf de Tarn-et-Garonne, la Communauté de communes Terres des Confluences``.
    """
    said = plain(text)
    for form in _BEHIND_NAME.finditer(said):
        other = LEGAL_FORM.search(said, form.start())
        if other is not None and epci_of_form(text, other, gazetteer, near) is not None:
            continue
        before = list(_BEFORE.finditer(text, max(0, form.start() - 60), form.start()))
        run = _run(text, before, form.start())
        for token in before[len(before) - run :]:
            printed = text[token.start() : form.start()].strip()
            territory = gazetteer.epci(printed, near) if printed[:1].isupper() else None
            if territory is not None:
                yield Named(token.start(), token.start() + len(printed), territory, quoteless(printed))
                break


def _run(text: str, tokens: list[re.Match[str]], end: int) -> int:
    """Return how many of the last ``tokens`` run on without punctuation to ``end`` and can belong to a name."""
    count = 0
    for token in reversed(tokens):
        gap = text[token.end() : end]
        if gap.strip(" -–&") or not (token[0][0].isupper() or plain(token[0]) in SMALL_WORDS):
            break
        count, end = count + 1, token.start()
    return count


def _given(text: str, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Named]:
    """Give the EPCI that ``text`` calls by a name of one word that the act itself gives them: ``DLVAgglo``."""
    if not gazetteer.given:
        return
    for found in _ONE_WORD.finditer(text):
        territory = gazetteer.epci(found[0], near) if fold(found[0]) in gazetteer.given else None
        if territory is not None:
            yield Named(found.start(), found.end(), territory, found[0])


def _acronym(found: re.Match[str], gazetteer: Gazetteer, near: Territory | None) -> Named | None:
    """Return the EPCI that an acronym means near the act's territory; a commune's name in capitals is none.

    Nor is a word of a name that is all in capitals: the whole of it is.
    """
    territory = gazetteer.epci(found[0], near) if near is not None else None
    if territory is None or gazetteer.commune(found[0], near) is not None:
        return None
    before = _CAPITALS_BEFORE.search(found.string, max(0, found.start() - _LONGEST_BEFORE), found.start())
    start = before.start() if before else found.start()
    whole = gazetteer.epci(found.string[start : found.end()], near) if before else None
    if whole is not None:
        return Named(start, found.end(), whole, found.string[start : found.end()])
    return Named(found.start(), found.end(), territory, found[0])


def epci_of_form(text: str, form: re.Match[str], gazetteer: Gazetteer, near: Territory | None) -> Named | None:
    """Return the EPCI whose legal form stands at ``form``: the longest name that the reference data knows."""
    if len(form[0]) <= 2 and not text[form.start()].isupper():
        return None
    begin = behind_article(text, form.end())
    ends = name_ends(text, begin)
    found = punctuated(text, form.start(), begin, ends, gazetteer, near) or longest(
        text, form.start(), ends, lambda name: gazetteer.epci(name, near)
    )
    whole = name_at(text, begin, gazetteer.epcis_around(near))
    if whole is not None and (found is None or found.end < whole[1]):
        found = Named(form.start(), whole[1], whole[0], text[form.start() : whole[1]])
    return replace(found, printed=quoteless(found.printed)) if found else None


def punctuated(
    text: str, start: int, begin: int, ends: list[int], gazetteer: Gazetteer, near: Territory | None
) -> Named | None:
    """Return the EPCI whose name has commas or dashes, all of it printed: ``CC Forêts, Seine et Suzon``."""
    last = ends[0] if ends else begin
    return _crossed(text, start, begin, last, gazetteer, near) if CROSSED.match(text, last) else None


def going_on(text: str, start: int, last: int, gazetteer: Gazetteer, near: Territory | None) -> Named | None:
    """Return the EPCI whose name goes on behind its form at ``last``: ``Loudéac Communauté – Bretagne Centre``."""
    crossed = CROSSED.match(text, last)
    return _crossed(text, start, crossed.end(), last, gazetteer, near) if crossed is not None else None


def _crossed(
    text: str, start: int, begin: int, last: int, gazetteer: Gazetteer, near: Territory | None
) -> Named | None:
    """Return the EPCI that ``text`` from ``start`` names over a comma or dash at ``last``, where it is all its name."""
    for end in name_ends(text, begin, crossing=True):
        told = end > last and not text[end - 1].isdigit()
        territory = gazetteer.epci(text[start:end], near) if told else None
        if territory is not None and any(
            words <= set(fold(text[start:end]).split()) and words & set(fold(text[last:end]).split())
            for words in map(_proper, (territory.name, *territory.other_names))
        ):
            return Named(start, end, territory, text[start:end])
    return None


def _proper(name: str) -> set[str]:
    """Return the folded words of a name without legal form and small words."""
    return set(loose(core(fold(name))).split())
