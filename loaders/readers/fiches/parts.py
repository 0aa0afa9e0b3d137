"""Parts of a fiche as facts: who takes part in it, what its rubrics list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import filterfalse, groupby

from loaders.acts.section import Section
from loaders.document import Item, Passage, spaced
from loaders.readers.fiches.actor_lists import actors
from loaders.readers.fiches.fields import ACTORS, Field
from loaders.readers.fiches.payers import paying
from loaders.readers.funding.benefits import label_benefit
from loaders.readers.funding.words import schemes
from loaders.resolve import ResolvedActor
from loaders.vocabulary import values, words
from loaders.words.item_lists import Listed, items
from loaders.words.item_marks import split_bullets, split_marks
from loaders.words.lost_breaks import split_lost
from loaders.words.numbering import numbered
from loaders.words.persons import without_persons
from loaders.words.role_words import role_in_words
from maillage.facts import FicheActor, FicheItem

_BRACKETED = re.compile(r"\s?\((?P<said>[^()]{4,40})\)$")


def actor_facts(section: Section, fiche: str, fields: Sequence[Field]) -> Iterator[FicheActor]:
    """Give the actors of a fiche in the roles that its rubrics name."""
    for found in fields:
        if found.kind in ACTORS:
            for name, actor in actors(found.blocks, section):
                if found.kind == "financeur" and (payer := paying(section, name)):
                    name = payer
                    actor = section.gazetteer.actor(name.text, section.territory, section.abbreviations)
                said = _BRACKETED.search(name.text)
                role = role_in_words(said["said"]) if said else ""
                if said and (role or (found.kind == "financeur" and _scheme(said["said"]))):
                    name, actor = name.cut(0, said.start()), replace(actor, name=_BRACKETED.sub("", actor.name))
                yield actor_fact(section, fiche, role or found.kind, name, actor)


def _scheme(said: str) -> bool:
    """Tell whether words in brackets behind a funder's name say under what it gives: ``Caf (REAAP)``."""
    return bool(schemes(said) or label_benefit(said))


def actor_fact(section: Section, fiche: str, role: str, name: Passage, actor: ResolvedActor) -> FicheActor:
    """Return the fact that ``actor``, named by ``name``, takes part in ``fiche``."""
    return FicheActor(
        place=section.place(name),
        act=section.act,
        rule="fiche.actor",
        convention=section.convention,
        fiche=fiche,
        role=role,
        actor=actor.name,
        actor_kind=actor.kind,
        actor_code=actor.code,
    )


def item_facts(section: Section, fiche: str, fields: Sequence[Field]) -> Iterator[FicheItem]:
    """Give what the rubrics of a fiche list, of the kinds that the vocabulary keeps."""
    for found in fields:
        if found.kind not in words("fiches", "kept_items") or _is_story(found):
            continue
        for listed in filterfalse(_only_refers, _listed(found, section)):
            yield FicheItem(
                place=section.place(listed.words),
                act=section.act,
                rule="fiche.item",
                convention=section.convention,
                fiche=fiche,
                kind=found.kind,
                number=listed.number,
                text=listed.text,
            )


def _listed(found: Field, section: Section) -> Iterator[Listed]:
    """Give what a rubric lists: the items of what may tell a story as they stand, its paragraphs as one."""
    if found.kind not in values("fiches", "stories"):
        yield from items(found.blocks, section.gazetteer)
        return
    for is_item, group in groupby(found.blocks, lambda block: isinstance(block, Item)):
        blocks = list(group)
        stated = [without_persons(piece) for block in blocks for piece in _pieces(block.words)]
        parted = len(stated) > len(blocks) or not any(one.text.rstrip().endswith(".") for one in stated)
        for words_ in stated if is_item or parted else [spaced(stated)]:
            if words_ and not words_.text.rstrip().endswith(":"):
                yield Listed("", words_)


def _only_refers(listed: Listed) -> bool:
    """Whether an item is but the number of a node of the plan, which stands there: ``Axe 2, objectif 2.1``."""
    text = f"{listed.text.rstrip(' .')} : x"
    head = numbered(text)
    return head is not None and bool(head.level and head.number) and text[head.start :] == "x"


def _pieces(words_: Passage) -> Iterator[Passage]:
    """Give what bullets, semicolons before capitals or lost line breaks part in a paragraph; a sentence is whole."""
    parts = list(split_marks(words_))
    listed = all(part.text[:1].isupper() for part in parts)
    for piece in parts if listed else split_bullets(words_):
        if piece.text.rstrip().endswith((".", ":")):
            yield piece
        else:
            yield from split_lost(piece, prose=True)


def _is_story(field: Field) -> bool:
    """Whether a rubric that may tell a story does so at length, rather than state something or list what is done."""
    longest = values("fiches", "stories").get(field.kind)
    told = [len(block.words.text.split()) for block in field.blocks]
    return longest is not None and bool(told) and (max(told) if _is_list(field) else sum(told)) > longest


def _is_list(field: Field) -> bool:
    """Whether a rubric holds nothing but items, or paragraphs that no full stop ends; below titles it tells more."""
    ends = [block.words.text.rstrip()[-1:] for block in field.blocks]
    return ":" not in ends and (all(isinstance(block, Item) for block in field.blocks) or "." not in ends)


def tidy(value: Passage) -> str:
    """Return the words single-spaced."""
    return " ".join(value.text.split())
