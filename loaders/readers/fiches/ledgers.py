"""Budgets beside the fiches: a table of the act that says of each who funds it (``Fiche | Financeur | Montant``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from loaders.acts.section import Section
from loaders.document import Table
from loaders.readers.fiches.parts import actor_fact
from loaders.readers.fiches.sheets import outside
from loaders.readers.fiches.signs import number_named
from loaders.readers.funding.budgets import caption, read_budget
from loaders.resolve import fold
from loaders.words.wording import plain
from maillage.facts import Fiche, FicheActor


def funders(section: Section, fiches: Mapping[str, Fiche]) -> Iterator[FicheActor]:
    """Give who funds each of ``fiches`` (by the key that their actors bear) as tables outside their sheets say.

    A row is about the fiche whose title stands in it, or whose number does (``Fiche 3``).
    """
    keys = {fold(fiche.title): key for key, fiche in fiches.items() if fiche.title}
    blocks = outside(section.blocks)
    for index, block in enumerate(blocks):
        if not isinstance(block, Table):
            continue
        for one in read_budget(block, section, caption(blocks[:index])):
            key = keys.get(fold(one.purpose)) or _numbered(one.purpose, fiches)
            actor = section.gazetteer.actor(one.funder, section.territory, section.abbreviations)
            if key and one.funder and actor.name:
                yield actor_fact(section, key, "financeur", one.words[0], actor)


def _numbered(purpose: str, fiches: Mapping[str, Fiche]) -> str:
    """Return the key of the fiche whose number ``purpose`` gives, empty where it gives none of theirs."""
    number = number_named(plain(purpose))
    return number if number in fiches and re.search(r"\d", number) else ""
