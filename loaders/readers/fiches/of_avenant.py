"""Fiches of an avenant: new or changed as its sentences say, by their numbers or by how many it adds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from loaders.acts.section import Section
from loaders.document import Block, Table
from loaders.words.numbering import NUMBER, numbers
from loaders.words.spelt_numbers import NUMBER_WORD, count
from loaders.words.wording import plain, sentences
from maillage.facts import Fact, Fiche

_NEW, _CHANGED = "nouvelle", "mise à jour"
_SHEETS = r"fiches?(?:[ -]actions?)?"
_ADDS = re.compile(r"\b(?:ajout|complet|enrich)\w*|\bnouvelles?\b|\bintegr(?:er|e|ent|ation)\b")
_CHANGES = re.compile(r"\b(?:mise?s? a jour|mettre a jour|met a jour|modifi|actualis)\w*")
_KEEPS = re.compile(r"\b(?:inchange|supprim|retir|abandon|rest(?:e|ent)\b|demeur|poursui)\w*")
_CLAUSE = re.compile(r"[;:]\s|,? et d(?:e |')(?=[a-z]+(?:er|ir|re)\b)|\.\s")
_NUMBERED = re.compile(
    rf"\b{_SHEETS}(?: nouvelles?)?,? (?:n\s?[°o]s?\s?)?(?P<list>{NUMBER}(?:(?:,| et| a) (?:n\s?[°o]\s?)?{NUMBER})*)\b"
)
_COUNTED = re.compile(rf"\b(?P<count>{NUMBER_WORD}) (?:nouvelles? )?{_SHEETS}\b(?! (?:n\s?[°o]|\d))")


def of_avenant(section: Section, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Give ``facts``, the fiches of an avenant with the status that it says they have, where they state none."""
    fiches = [fact for fact in facts if isinstance(fact, Fiche)]
    told = dict(_told(section.blocks, fiches)) if fiches and _amends(section) else {}
    for fact in facts:
        unsaid = isinstance(fact, Fiche) and not fact.status
        yield replace(fact, status=told.get(fact.number, "")) if isinstance(fact, Fiche) and unsaid else fact


def _amends(section: Section) -> bool:
    """Tell whether an act is an avenant, or about one."""
    return section.kind == "avenant" or any(one.main and one.says("amended") for one in section.agreements)


def _told(blocks: Iterable[Block], fiches: Sequence[Fiche]) -> Iterator[tuple[str, str]]:
    """Give the numbers of fiches with the status that sentences tell; all are new where it adds as many."""
    unsaid = not any(fiche.status for fiche in fiches)
    for clause in _clauses(blocks):
        adds, changes = _ADDS.search(clause), _CHANGES.search(clause)
        if (adds is None) == (changes is None) or _KEEPS.search(clause):
            continue
        for found in _NUMBERED.finditer(clause):
            yield from ((number, _NEW if adds else _CHANGED) for number in numbers(found["list"]))
        counted = _COUNTED.search(clause) if adds and unsaid else None
        if counted is not None and count(counted["count"]) == len(fiches):
            yield from ((fiche.number, _NEW) for fiche in fiches)


def _clauses(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the clauses of the sentences that speak of fiches, in plain words."""
    for block in blocks:
        if not isinstance(block, Table) and "fiche" in block.words.text.lower():
            for sentence in sentences(block.words):
                yield from (clause for clause in _CLAUSE.split(plain(sentence.text)) if "fiche" in clause)
