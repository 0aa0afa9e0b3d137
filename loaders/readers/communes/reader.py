"""Communes: those that a convention covers, one by one, and how many it is said to cover."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.parts import by_convention
from loaders.acts.party_signatures import parties_of
from loaders.acts.section import Section
from loaders.acts.splitting import words_of
from loaders.document import Passage, Table
from loaders.readers.amendments.joining import joining, speaking_of_avenants
from loaders.readers.communes.announcing import TITLE, announced_count
from loaders.readers.communes.lists import covered_communes, listed_communes
from loaders.readers.communes.names import Entry
from loaders.readers.communes.whole import nearly_all, whole
from loaders.readers.deliberations.reader import SIGNING, decided, decision
from loaders.readers.parties.adopters import own_name
from loaders.readers.parties.sentences import bare_commune, signings
from loaders.readers.parties.several import each
from loaders.words.wording import plain, sentences, tidy
from maillage.facts import CoveredCommune, DeclaredCommunes, Fact

_COUNTED = re.compile(
    r"(?:^|\s)(?:les|ses|aux|leurs|des|aux)\s+$|\b(?:compose|regroupe|comprend|compte|constitue|dispose|reuni|federe|epci)\w*\W[^.]{0,30}$"
)
_PART_OF = re.compile(r"^\s*(?:sur|parmi|non|n'ont|ne )\b")

_SPOKEN = ("deliberation", "rapport")
"""The acts that speak of a convention without being it."""


def read(section: Section) -> Iterator[Fact]:
    """Read the communes covered, and how many the act declares."""
    if section.kind in ("convention", "avenant", "") and section.convention:
        yield from _of_contract(section)
    adopted = {(fact.convention, fact.commune_code): fact for fact in _adopting(section)}
    yield from adopted.values()
    yield from (fact for fact in _named_with(section) if (fact.convention, fact.commune_code) not in adopted)
    for part in by_convention(section):
        if part.convention:
            yield from _declared(part)


def _of_contract(section: Section) -> Iterator[CoveredCommune]:
    """Give the communes that a contract lists, or that are parties to it."""
    named: dict[str, tuple[str, list[Passage]]] = {}
    for communes in listed_communes(section):
        for entry in communes.entries:
            named.setdefault(entry.commune.code, (_name(entry.words), []))[1].append(entry.words)
    if not named:
        for entry in (*covered_communes(section), *whole(section)):
            named.setdefault(entry.commune.code, (_name(entry.words), []))[1].append(entry.words)
    for party in (party for entry in parties_of(section) for party in each(section, entry)):
        actor = section.gazetteer.actor(tidy(party.name.text), section.territory, section.abbreviations)
        if actor.kind == "commune" and actor.code:
            named.setdefault(actor.code, (_name(party.name), []))[1].append(party.name)
    for code, (name, words) in named.items():
        yield _covered(section, section.convention, name, code, *words)


def _adopting(section: Section) -> Iterator[CoveredCommune]:
    """Give the commune that adopts a convention, and the commune whose own the convention is that its act is about.

    Of one that it only had before nothing is told but that it was.
    """
    home = section.head.home
    if section.kind not in _SPOKEN or home is None or home.kind != "commune":
        return
    signed = decided(section) if section.kind == "deliberation" and SIGNING in decision(section).names else []
    for agreement in section.agreements:
        if agreement in signed or (agreement.code == home.code and not agreement.earlier):
            words = own_name(section, home)
            yield _covered(section, agreement.key, _name(words), home.code, words, agreement.label)


def _named_with(section: Section) -> Iterator[CoveredCommune]:
    """Give the communes that a deliberation says to sign or to be covered, and those that an avenant brings in."""
    named: dict[tuple[str, str], Passage] = {}
    for said in signings(section) if section.kind == "deliberation" else ():
        for name in (*said.members, *(party.name for party in said.represented)):
            within = said.territory or section.territory
            actor = (bare_commune(section, said, name) if name in said.members else None) or section.gazetteer.actor(
                tidy(name.text), within, section.abbreviations
            )
            if actor.kind == "commune" and actor.code:
                named.setdefault((said.convention, actor.code), name)
    for entry in _spoken_of(section) if section.kind in _SPOKEN and section.convention else ():
        named.setdefault((section.convention, entry.commune.code), entry.words)
    for sentence in _of_avenant(section):
        for actor, name in joining(section, sentence, plain(sentence.text)):
            if actor.kind == "commune" and actor.code and (key := section.convention or section.mentions[0]):
                named.setdefault((key, actor.code), name)
    for (convention, code), words in named.items():
        yield _covered(section, convention, _name(words), code, words)


def _spoken_of(section: Section) -> Iterator[Entry]:
    """Give the communes that an act says a convention covers, else those of its territory where it names them all."""
    told = list(covered_communes(section))
    yield from told or nearly_all(section)


def _of_avenant(section: Section) -> Iterator[Passage]:
    """Give the sentences of an avenant, or those of a deliberation that speak of an avenant to its one convention."""
    if section.kind == "avenant" and section.convention:
        for block in section.blocks:
            yield from () if isinstance(block, Table) else sentences(words_of(block))
    elif section.kind == "deliberation" and (section.convention or len(section.mentions) == 1):
        yield from speaking_of_avenants(section)


def _covered(section: Section, convention: str, name: str, code: str, *words: Passage) -> CoveredCommune:
    """Make the fact."""
    return CoveredCommune(
        place=section.place(*words),
        act=section.act,
        rule="communes.listed",
        convention=convention,
        commune=name,
        commune_code=code,
    )


def _name(words: Passage) -> str:
    """Return a commune's name as printed, without ``commune de`` or ``ville de``."""
    name = tidy(words.text).rstrip(".")
    found = re.match(r"(?:la\s+)?(?:communes?|villes?|mairie)\s+(?:de\s+|d'\s?)?", plain(name))
    found = found or re.match(r"(?:de\s+(?!l[ae]\s)|d['’]\s?)(?=[A-ZÀ-Ý])", name)
    return name[found.end() :] if found and found.end() < len(name) else name


def _declared(section: Section) -> Iterator[DeclaredCommunes]:
    """Give the numbers of communes that the act says its territory has, each once."""
    seen: dict[int, list[Passage]] = {}
    for block in section.blocks:
        for words in () if isinstance(block, Table) else sentences(words_of(block)):
            text = plain(words.text)
            for found in TITLE.finditer(text):
                count = announced_count(found)
                before = text[: found.start("count")] if found["count"] else ""
                if count > 1 and _COUNTED.search(before) and not _PART_OF.match(text[found.end() :]):
                    seen.setdefault(count, []).append(words)
    for count, words_ in seen.items():
        yield DeclaredCommunes(
            place=section.place(*words_),
            act=section.act,
            rule="communes.declared",
            convention=section.convention,
            count=count,
        )
