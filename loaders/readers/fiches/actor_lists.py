"""Actors' cells: a list of actors in one cell, in whatever way the print parts them, becomes one name an actor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.acts.section import Section
from loaders.document import Item, Paragraph, Passage
from loaders.readers.fiches.actor_lines import whole_blocks, whole_lines
from loaders.readers.fiches.bared_actors import bared, without_lead
from loaders.resolve import ResolvedActor, fold
from loaders.words.actor_splitting import split_actors
from loaders.words.item_marks import chosen, ticked
from loaders.words.persons import around_persons
from loaders.words.wording import plain
from maillage.reference import Territory

_CONTACT_BEHIND = re.compile(r"\s*[;,–—-]\s*(?:contacts?|tel|telephone|courriel|mail)\s*:")
_HOUSES = frozenset({"caf", "msa", "cpam", "departement", "epci", "etat"})
_SHORT_NAMES = re.compile(r"([A-Z]{3,5})[-/]([A-Z]{3,5})")
_OWN_ARTICLE = re.compile(r"(?:La|Le|Les) \w")


def actors(blocks: Iterable[Paragraph | Item], section: Section) -> Iterator[tuple[Passage, ResolvedActor]]:
    """Give each actor that ``blocks`` list, with the words that name it, resolved in the act's territory.

    Persons are left out; the post or service beside them stays. What is no name (``etc.``, a lead-in) is dropped.
    """
    seen = set()
    for block in whole_blocks(ticked(tuple(blocks)), section.territory):
        named = _names(block.words, section.territory)
        for first, name in ((first, part) for first, whole in named for part in _short_names(whole, section)):
            actor = section.gazetteer.actor(name.text, section.territory, section.abbreviations)
            if not first and not actor.kind and _OWN_ARTICLE.match(name.text):
                actor = ResolvedActor(" ".join(name.text.split()))
            key = fold(actor.name)
            if key and key not in seen:
                seen.add(key)
                yield name, actor


def _short_names(name: Passage, section: Section) -> Iterator[Passage]:
    """Give ``name``, or the two that a hyphen joins where each is an institution's short one: ``CCPS-CCHV``."""
    shorts = _SHORT_NAMES.fullmatch(name.text)
    parts = shorts.groups() if shorts else ()
    found = [section.gazetteer.actor(part, section.territory, section.abbreviations) for part in parts]
    both = len({(actor.kind, actor.code) for actor in found if actor.kind in _HOUSES}) > 1
    yield from (name.cut(*shorts.span(1)), name.cut(*shorts.span(2))) if shorts and both else (name,)


def _names(text: Passage, territory: Territory | None) -> Iterator[tuple[bool, Passage]]:
    """Give the names that a block lists, and whether each is the first of its line."""
    for printed in whole_lines(text, territory):
        contact = _CONTACT_BEHIND.search(plain(printed.text))
        line = printed.cut(0, contact.start()) if contact else printed
        first = True
        for part in (part for one in chosen(without_lead(line)) for part in around_persons(one)):
            for name in split_actors(part):
                if bare := bared(without_lead(name)):
                    yield first, bare
                first = False
