"""Fiches action: their sheets, who takes part in them, what they aim at, whom for, and how they are judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.document import Passage
from loaders.readers.actor_lists import actors
from loaders.readers.deadlines import span
from loaders.readers.fiche_layouts import ACTORS, Field, Layout, merged
from loaders.readers.fiche_sheets import Sheet, sheets, status_of
from loaders.readers.item_lists import items
from loaders.readers.section import Section
from loaders.themes import themes
from loaders.vocabulary import words
from maillage.facts import Fact, Fiche, FicheActor, FicheItem


@dataclass(frozen=True, slots=True)
class _Read:
    """A sheet with its fields, in its section."""

    section: Section
    sheet: Sheet
    fields: Sequence[Field]

    @property
    def key(self) -> str:
        """What the fiche is called by: its number, or its title where it has none."""
        return self.sheet.number or _text(self.sheet.title)


def read(section: Section) -> Iterator[Fact]:
    """Give the facts of the fiches that ``section`` holds."""
    if not section.convention:
        return
    for sheet in sheets(section.blocks):
        fiche = _Read(section, sheet, Layout().read(sheet.body))
        if fiche.fields:
            yield _fiche(fiche)
            yield from _actors(fiche)
            yield from _items(fiche)


def _fiche(fiche: _Read) -> Fiche:
    """Return the fiche itself; its place is its head and its deadline."""
    stated = [block.words for found in merged(fiche.fields, "echeance") for block in found.blocks]
    deadline = " ".join(text for words_ in stated if (text := _text(words_)))
    titled = fiche.sheet.title or next(_values(fiche, "titre"), Passage(()))
    status = fiche.sheet.status or next((s for value in _values(fiche, "statut") if (s := status_of(value.text))), "")
    aims = " ".join(listed.text for found in merged(fiche.fields, "objectif") for listed in items(found.blocks))
    dates = span(deadline)
    return Fiche(
        place=fiche.section.place(*fiche.sheet.head, titled, *stated),
        act=fiche.section.act,
        rule="fiche.sheet",
        convention=fiche.section.convention,
        number=fiche.sheet.number,
        title=_text(titled),
        status=status,
        themes=themes(f"{_text(titled)} . {aims}"),
        deadline=deadline,
        start=dates.start,
        end=dates.end,
    )


def _actors(fiche: _Read) -> Iterator[FicheActor]:
    """Give the actors of a fiche in the roles that its rubrics name."""
    for found in fiche.fields:
        if found.kind not in ACTORS:
            continue
        for name, actor in actors(found.blocks, fiche.section):
            yield FicheActor(
                place=fiche.section.place(name),
                act=fiche.section.act,
                rule="fiche.actor",
                convention=fiche.section.convention,
                fiche=fiche.key,
                role=found.kind,
                actor=actor.name,
                actor_kind=actor.kind,
                actor_code=actor.code,
            )


def _items(fiche: _Read) -> Iterator[FicheItem]:
    """Give what the rubrics of a fiche list."""
    for found in fiche.fields:
        if found.kind not in words("fiches", "kept_items"):
            continue
        for listed in items(found.blocks, fiche.section.gazetteer):
            yield FicheItem(
                place=fiche.section.place(listed.words),
                act=fiche.section.act,
                rule="fiche.item",
                convention=fiche.section.convention,
                fiche=fiche.key,
                kind=found.kind,
                number=listed.number,
                text=listed.text,
            )


def _values(fiche: _Read, kind: str) -> Iterator[Passage]:
    """Give the words under the rubric ``kind``."""
    yield from (block.words for found in merged(fiche.fields, kind) for block in found.blocks[:1])


def _text(words_: Passage) -> str:
    return " ".join(words_.text.split())
