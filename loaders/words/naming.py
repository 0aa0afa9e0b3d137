"""Naming: where a text names a territory, and which."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from loaders.resolve import Gazetteer, fold
from loaders.resolve.legal import core
from loaders.resolve.names import loose
from loaders.words.wording import plain
from maillage.reference import Territory

_FORM = re.compile(
    r"\b(?:communautes? de com(?:munes?|\b\.?)|communautes? d'? ?agglo(?:meration)?s?|communautes? urbaines?"
    r"|c\. ?de ?c(?:om(?:munes?)?)?\b\.?|com\. ?de ?com\b\.?|(?:euro)?metropoles?|agglomeration|agglo"
    r"|etablissement public territorial|intercommunalite|cc|ca|cu)\b"
)
_TOWN = re.compile(r"\b(?:ville|commune|mairie|municipalite|commune nouvelle)\s+(?=d[eu']|des\b)")
_ACRONYM = re.compile(r"(?<![\w'’-])[A-Z][A-Z0-9&]{2,7}(?:-?[a-z]{0,3})?(?![\w])")
_TOKEN = re.compile(r"\s*[«\"“”(]?\s*((?:[dDlL]\s?['’]\s?)?[\w&][\w.&'’]*(?:-[\w.&'’]+)*)\s?[»\"”]?")
_SMALL = frozenset(
    [
        "de",
        "la",
        "le",
        "les",
        "du",
        "des",
        "d",
        "l",
        "et",
        "&",
        "sur",
        "sous",
        "en",
        "lez",
        "a",
        "au",
        "aux",
        "entre",
        "dans",
        "val",
        "vallee",
        "vallees",
        "pays",
        "es",
        "cote",
    ]
)
_HEADS = frozenset(
    [
        "communaute",
        "communautes",
        "caisse",
        "mutualite",
        "conseil",
        "departement",
        "metropole",
        "commune",
        "communes",
        "ville",
        "avenant",
    ]
)
_LEAD = re.compile(r"\W*(?:(?:(?:de|du|des|la|le|les)\b|[dl]')\s*)*")
_CROSSED = re.compile(r"\s*[,/]\s*|(?:\s+|(?<=\s))[-–—]\s+")
_SUFFIX = re.compile(
    r"(?<=[\w&][ -])(?:communaute|agglomeration|agglo|metropole|intercom)\b(?!\s+(?:de communes|d'agglo|urbaine))"
)
_BEFORE = re.compile(r"(?:[dDlL]['’])?[\w&]+(?:-[\w]+)*")
_ONE_WORD = re.compile(r"(?<![\w'’-])[A-Z][\w&]*[A-Z0-9][\w&]*(?![\w-])")
_STOP = re.compile(r"\.?\s+[-–—]\s|\.\s")
_YEARS = re.compile(r"(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?")
_LONGEST = 10


@dataclass(frozen=True, slots=True)
class Named:
    """A territory named in a text: where, which, and as printed (with its legal form)."""

    start: int
    end: int
    territory: Territory
    printed: str


def name_ends(text: str, start: int, crossing: bool = False) -> list[int]:
    """Return where a proper name that begins at ``start`` can end, the longest first.

    A name goes on over capitalised words and the small words between them, to the next punctuation or year; where
    ``crossing``, over commas and dashes too. A number that it begins with counts the word behind: ``7 vallées``.
    """
    ends: list[int] = []
    position, counted = start, False
    for _ in range(_LONGEST):
        token = _TOKEN.match(text, position)
        if not token:
            break
        word = re.sub(r"^[dl]\s?['’]\s?", "", token[1], flags=re.IGNORECASE)
        if ends and (plain(word) in _HEADS or _YEARS.fullmatch(word)):
            break
        proper = word[:1].isupper() or word[:1].isdigit()
        small = plain(word) in _SMALL
        if not (proper or small or counted):
            break
        counting = position == start and word.isdigit()
        position = token.end()
        if counted or (proper and not small and not counting):
            ends.append(token.start(1) + len(token[1].rstrip(".")))
        counted = counting
        crossed = _CROSSED.match(text, position) if crossing else None
        if crossed:
            position = crossed.end()
        elif text[position : position + 1] in {",", ";", ":", ")", "(", "\n"} or _STOP.match(text, position):
            break
    return ends[::-1]


def _suffixed(text: str, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Named]:
    """Give the EPCI whose name ends in its form: ``Anjou Bleu Communauté``, ``Roannais Agglomération``."""
    for form in _SUFFIX.finditer(plain(text)):
        if not text[form.start()].isupper():
            continue
        before = list(_BEFORE.finditer(text, max(0, form.start() - 60), form.start()))
        starts = [token.start() for token in before]
        run = _run(text, before, form.start())
        for start in starts[len(starts) - run :]:
            printed = text[start : form.end()]
            territory = gazetteer.epci(printed, near) if printed[:1].isupper() else None
            if territory is not None:
                yield Named(start, form.end(), territory, _quoteless(printed))
                break


def _run(text: str, tokens: list[re.Match[str]], end: int) -> int:
    """Return how many of the last ``tokens`` run on without punctuation to ``end`` and can belong to a name."""
    count = 0
    for token in reversed(tokens):
        gap = text[token.end() : end]
        if gap.strip(" -–&") or not (token[0][0].isupper() or plain(token[0]) in _SMALL):
            break
        count, end = count + 1, token.start()
    return count


def epcis(text: str, gazetteer: Gazetteer, near: Territory | None = None) -> Iterator[Named]:
    """Give the EPCI that ``text`` names by their legal form and name, or by their acronym, in order."""
    last = 0
    hits = list(_suffixed(text, gazetteer, near))
    hits += _given(text, gazetteer, near)
    for found in (*_FORM.finditer(plain(text)), *_ACRONYM.finditer(text)):
        named = _acronym(found, gazetteer, near) if found.re is _ACRONYM else _epci(text, found, gazetteer, near)
        hits += [named] if named is not None else []
    for named in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if named.start >= last:
            yield named
            last = named.end


def _given(text: str, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Named]:
    """Give the EPCI that ``text`` calls by a name of one word that the act itself gives them: ``DLVAgglo``."""
    if not gazetteer.given:
        return
    for found in _ONE_WORD.finditer(text):
        territory = gazetteer.epci(found[0], near) if fold(found[0]) in gazetteer.given else None
        if territory is not None:
            yield Named(found.start(), found.end(), territory, found[0])


def _epci(text: str, form: re.Match[str], gazetteer: Gazetteer, near: Territory | None) -> Named | None:
    """Return the EPCI whose legal form stands at ``form``: the longest name that the reference data knows."""
    if len(form[0]) <= 2 and not text[form.start()].isupper():
        return None
    lead = _LEAD.match(plain(text), form.end())
    begin = lead.end() if lead else form.end()
    ends = name_ends(text, begin)
    found = _punctuated(text, form.start(), begin, ends, gazetteer, near) or _longest(
        text, form.start(), ends, lambda name: gazetteer.epci(name, near)
    )
    return replace(found, printed=_quoteless(found.printed)) if found else None


def _punctuated(
    text: str, start: int, begin: int, ends: list[int], gazetteer: Gazetteer, near: Territory | None
) -> Named | None:
    """Return the EPCI whose name has commas or dashes, all of it printed: ``CC Forêts, Seine et Suzon``."""
    last = ends[0] if ends else begin
    if not _CROSSED.match(text, last):
        return None
    for end in name_ends(text, begin, crossing=True):
        territory = gazetteer.epci(text[start:end], near) if end > last else None
        if territory is not None and any(
            words <= set(fold(text[start:end]).split()) and words & set(fold(text[last:end]).split())
            for words in map(_proper, (territory.name, *territory.other_names))
        ):
            return Named(start, end, territory, text[start:end])
    return None


def _proper(name: str) -> set[str]:
    """Return the folded words of a name without legal form and small words."""
    return set(loose(core(fold(name))).split())


def _longest(text: str, start: int, ends: list[int], resolve: Callable[[str], Territory | None]) -> Named | None:
    """Return the territory that the longest name from ``start`` means, cut where its own words end.

    What follows a name on the same line may be capitalised too (``COMMUNE DE X Séance du ...``).
    """
    found: Named | None = None
    for end in ends:
        territory = resolve(text[start:end])
        if territory is None or (found is not None and territory != found.territory):
            if found is None:
                continue
            break
        if found is not None and _own_words(territory) & set(fold(text[end : found.end]).split()):
            break
        found = Named(start, end, territory, text[start:end])
    return found


def _own_words(territory: Territory) -> set[str]:
    """Return the folded words of all the names of a territory."""
    return {word for name in (territory.name, *territory.other_names) for word in fold(name).split()}


def _acronym(found: re.Match[str], gazetteer: Gazetteer, near: Territory | None) -> Named | None:
    """Return the EPCI that an acronym means near the act's territory; a commune's name in capitals is none."""
    territory = gazetteer.epci(found[0], near) if near is not None else None
    if territory is not None and gazetteer.commune(found[0], near) is not None:
        return None
    return Named(found.start(), found.end(), territory, found[0]) if territory else None


def communes(text: str, gazetteer: Gazetteer, near: Territory | None = None) -> Iterator[Named]:
    """Give the communes that ``text`` names with ``ville de`` or ``commune de`` before, in order."""
    for found in _TOWN.finditer(plain(text)):
        lead = _LEAD.match(plain(text), found.end())
        for begin in dict.fromkeys((found.end(), lead.end() if lead else found.end())):
            named = _commune(text, found.start(), begin, gazetteer, near)
            if named is not None:
                yield named
                break


def _commune(text: str, start: int, begin: int, gazetteer: Gazetteer, near: Territory | None) -> Named | None:
    """Return the commune whose name begins at ``begin``, the longest that is one."""
    return _longest(text, start, name_ends(text, begin), lambda name: gazetteer.commune(name, near))


def territory_at(text: str, start: int, gazetteer: Gazetteer, near: Territory | None = None) -> Named | None:
    """Return the EPCI, else the commune, whose name stands at ``start`` after at most an article or a preposition."""
    lead = _LEAD.match(plain(text), start)
    begin = lead.end() if lead else start
    form = _FORM.match(plain(text), begin)
    if form:
        return _epci(text, form, gazetteer, near)
    town = _TOWN.match(plain(text), begin)
    if town:
        return next(communes(text[:], gazetteer, near), None)
    for end in name_ends(text, begin):
        territory = gazetteer.epci(text[begin:end], near) or gazetteer.commune(text[begin:end], near)
        if territory is not None:
            return Named(begin, end, territory, _quoteless(text[begin:end]))
    return None


def departement_of(text: str, gazetteer: Gazetteer) -> Territory | None:
    """Return the département that ``text`` speaks of most: its council, its Caf, its prefecture; else by postcodes."""
    counts: dict[str, int] = {}
    known: dict[tuple[str, ...], Territory | None] = {}
    words = plain(text)
    for found in re.finditer(
        r"\b(?:departement\w*|caf|allocations familiales|prefecture|prefet)(?:\s*[:(-])?\s+"
        r"(?:(?:de\s+la|du|des|de)\s+|(?:de\s+l|d)'\s?)?",
        words,
    ):
        names = tuple(text[found.end() : end] for end in name_ends(text, found.end()))
        if names not in known:
            known[names] = next((area for name in names if (area := gazetteer.departement(name))), None)
        if (area := known[names]) is not None:
            counts[area.code] = counts.get(area.code, 0) + 1
    if not counts:
        for found in re.finditer(r"(?<![\d.])(\d{5})\s+(?=[a-z])", words):
            code = found[1][:3] if found[1].startswith("97") else found[1][:2]
            counts[code] = counts.get(code, 0) + 1
    best = max(sorted(counts), key=lambda code: counts[code], default="")
    return gazetteer.reference.departements.get(best)


def _quoteless(printed: str) -> str:
    """Return a name without the quotation marks within."""
    return " ".join(re.sub(r"[«»\"“”]", " ", printed).split())
