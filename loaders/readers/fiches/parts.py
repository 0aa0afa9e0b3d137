"""Parts of a fiche as facts: who takes part in it, what its rubrics list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.fiches.actor_lists import actors
from loaders.readers.fiches.fields import ACTORS, Field
from loaders.resolve import ResolvedActor
from loaders.vocabulary import words
from loaders.words.item_lists import items
from maillage.facts import FicheActor, FicheItem


def actor_facts(section: Section, fiche: str, fields: Sequence[Field]) -> Iterator[FicheActor]:
    """Give the actors of a fiche in the roles that its rubrics name."""
    for found in fields:
        if found.kind in ACTORS:
            for name, actor in actors(found.blocks, section):
                yield actor_fact(section, fiche, found.kind, name, actor)


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
        if found.kind not in words("fiches", "kept_items"):
            continue
        for listed in items(found.blocks, section.gazetteer):
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


def tidy(value: Passage) -> str:
    """Return the words single-spaced."""
    return " ".join(value.text.split())
