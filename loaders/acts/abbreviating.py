"""Abbreviations that an act defines for itself: ``(CCPO)``, ``ci-après dénommée « la CABB »``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from loaders.acts.party import read_party
from loaders.acts.party_lines import party_entries
from loaders.acts.party_tables import tabled
from loaders.document import Block, passages
from loaders.resolve import Gazetteer, bare
from loaders.seeking import Sought
from loaders.words.epci_names import epcis
from loaders.words.wording import plain
from maillage.reference import Territory

_BRACKETED = Sought(r"\(\s*[«\"“]?\s*(?P<short>[A-Z][A-Za-z0-9&.]{1,11})\s*[»\"”]?\s*\)")
_DUBBED = Sought(
    r"\b[Cc]i[- ]apr[èe]s\b\s*,?\s*(?:(?:d[ée]nomm|d[ée]sign|nomm|appel)[ée]+s?|dite?s?)?\s*(?:par\s*)?"
    r"[«\"“]?\s*(?:[Ll]a |[Ll]e |[Ll]['’])?(?P<short>[A-Z][\w&]*[A-Z0-9][\w&]*)(?![\w-])"
)
_TWO = 2
_EQUATED = Sought(r"(?<![\w.])(?P<short>[A-Z][A-Z0-9&]{2,11})\s?[=:]\s?(?:[Ll]a |[Ll]['’])?(?=[^\W\d_])")
_LONGEST = 110
_LONGEST_PARTY = 400
_SMALL = frozenset(["de", "du", "des", "la", "le", "les", "l", "d", "et", "en", "a", "au", "aux", "sur", "pour"])
_WORD = re.compile(r"[\w]+")


def defined(blocks: Sequence[Block], gazetteer: Gazetteer, near: Territory | None) -> Mapping[str, str]:
    """Return the abbreviations of an act and the names that they stand for, as printed.

    What is no acronym of the name before it and means a service or a kind of équipement (« l'Agglomération (RPE) »)
    tells whose service it is, and abbreviates nothing; nor does one name for two parties (each ``la commune``).
    """
    found: dict[str, str] = {}
    for words in passages(blocks):
        for match in _BRACKETED.finditer(words.text):
            before = re.split(r"[().;:,«»]", words.text[max(0, match.start() - _LONGEST) : match.start()])[-1]
            short = match["short"]
            long = _spelt(before, short) or (_named(before, gazetteer, near) if _is_free(short, gazetteer) else "")
            if long:
                found.setdefault(short, long)
    shared: dict[str, set[str]] = {}
    for party in (*map(read_party, party_entries(blocks)), *tabled(blocks)):
        short, name = bare(party.short), bare(party.name.text)
        if short and name and plain(short) != plain(name):
            found.setdefault(short, name)
            shared.setdefault(short, set()).add(plain(name))
    return {short: name for short, name in found.items() if len(shared.get(short, ())) < _TWO}


def given_names(blocks: Sequence[Block], gazetteer: Gazetteer, near: Territory | None) -> Mapping[str, Territory]:
    """Return the EPCI to which an act gives a short name of its own; one name for two of them is nobody's."""
    found: dict[str, Territory] = {}
    doubtful: set[str] = set()
    for words in passages(blocks):
        for pattern, reach in ((_BRACKETED, _LONGEST), (_DUBBED, _LONGEST_PARTY)):
            for match in pattern.finditer(words.text):
                before = words.text[max(0, match.start() - reach) : match.start()]
                territory = _dubbed(before, gazetteer, near, pattern is _BRACKETED)
                if territory is None or not (_spelt(before, match["short"]) or _is_free(match["short"], gazetteer)):
                    continue
                if found.setdefault(match["short"], territory) != territory:
                    doubtful.add(match["short"])
        for short, territory in _equated(words.text, gazetteer, near):
            if found.setdefault(short, territory) != territory:
                doubtful.add(short)
    return {short: territory for short, territory in found.items() if short not in doubtful}


def _equated(text: str, gazetteer: Gazetteer, near: Territory | None) -> Iterator[tuple[str, Territory]]:
    """Give the short names that a key explains by an EPCI's full name: ``CCPO = communauté de communes du Pays d'O``.

    They begin with the same letter; what means a kind of collectivité (``EPCI : ...``) is no such name.
    """
    for match in _EQUATED.finditer(text):
        short, after = match["short"], text[match.end() : match.end() + _LONGEST]
        named = next(iter(epcis(after, gazetteer, near)), None)
        begins = named is not None and after.startswith(named.printed) and " " in named.printed
        if named is not None and begins and plain(short[0]) == plain(after[0]) and _is_free(short, gazetteer):
            yield short, named.territory


def _dubbed(before: str, gazetteer: Gazetteer, near: Territory | None, adjoining: bool) -> Territory | None:
    """Return the EPCI that stands last, by its full name, before a short name; right before it if ``adjoining``."""
    named = [found for found in epcis(before, gazetteer, near) if " " in found.printed]
    if not named or (adjoining and len(before.rstrip()) - named[-1].end > 2):
        return None
    return named[-1].territory


def _is_free(short: str, gazetteer: Gazetteer) -> bool:
    """Tell whether ``short`` is the usual acronym of nobody and nothing, so that an act may make it its own."""
    return not gazetteer.actor(short, None, {}).kind


def _spelt(long: str, short: str) -> str:
    """Return the last words of ``long`` whose initials spell ``short``; empty where none do."""
    letters = plain(short)
    tokens = list(_WORD.finditer(long))
    position = len(letters)
    for token in reversed(tokens):
        word = plain(token[0])
        if position and word[0] == letters[position - 1]:
            position -= 1
            if position == 0:
                return long[token.start() :].strip()
        elif (word not in _SMALL and position < len(letters)) or word not in _SMALL:
            return ""
    return ""


def _named(long: str, gazetteer: Gazetteer, near: Territory | None) -> str:
    """Return the EPCI whose name ends ``long``, whatever its acronym's letters."""
    named = list(epcis(long, gazetteer, near))
    return named[-1].printed if named and len(long.rstrip()) - named[-1].end < 3 else ""
