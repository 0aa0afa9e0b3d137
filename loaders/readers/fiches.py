"""Fiches action: their sheets, who takes part in them, what they aim at, whom for, with whose money, how judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.document import Passage, Table
from loaders.readers.actor_lists import actors
from loaders.readers.budgets import read_budget
from loaders.readers.deadlines import span
from loaders.readers.donors import Donors
from loaders.readers.fiche_layouts import ACTORS, Field, Layout, merged
from loaders.readers.fiche_lists import listed_fiches
from loaders.readers.fiche_money import Money, money
from loaders.readers.fiche_prose import prose_fields
from loaders.readers.fiche_sheets import Sheet, sheets, status_of
from loaders.readers.item_lists import items
from loaders.readers.parts import by_convention
from loaders.readers.section import Section
from loaders.readers.territories import home
from loaders.themes import themes
from loaders.vocabulary import words
from maillage.facts import Fact, Fiche, FicheActor, FicheItem, Funding


def read(section: Section) -> Iterator[Fact]:
    """Give the facts of the fiches that ``section`` holds or lists."""
    for part in by_convention(section):
        if part.convention:
            yield from _read(part)


def _read(section: Section) -> Iterator[Fact]:
    """Give the facts of the fiches of an act, or part of an act, about one convention."""
    read_sheets = [FicheSheet(section, sheet) for sheet in sheets(section.blocks)]
    full = [fiche for fiche in read_sheets if fiche.is_full]
    for fiche in full:
        yield from fiche.facts()
    bare = [fiche.sheet for fiche in read_sheets if not fiche.is_full]
    yield from listed_fiches(section, bare, {fiche.sheet.number for fiche in full})


@dataclass(frozen=True)
class FicheSheet:
    """A sheet in its act, and what its layout says."""

    section: Section
    sheet: Sheet

    @cached_property
    def fields(self) -> Sequence[Field]:
        """Its rubrics, and those that its sentences state."""
        layout = Layout()
        fields = layout.read(block for block in self.sheet.body if block not in self.budgets)
        return [*fields, *prose_fields(layout.loose, list(fields))]

    @cached_property
    def budgets(self) -> tuple[Table, ...]:
        """Its tables of funders and amounts."""
        return tuple(block for block in self.sheet.body if isinstance(block, Table) and read_budget(block))

    @property
    def is_full(self) -> bool:
        """Whether it is a sheet rather than a title in a list of fiches."""
        return any(field.kind != "autre" for field in self.fields)

    @cached_property
    def title(self) -> Passage:
        """Its title, from its head or from the rubric that holds it."""
        return self.sheet.title or next(self._values("titre"), Passage(()))

    @property
    def key(self) -> str:
        """What the fiche is called by: its number, or its title where it has none."""
        return self.sheet.number or next((_text(value) for value in self._values("numero")), "") or _text(self.title)

    def facts(self) -> Iterator[Fact]:
        """Give the fiche itself, its actors, its items and its money."""
        yield self._fiche()
        yield from self._actors()
        yield from self._items()
        yield from self._money()

    def _values(self, kind: str) -> Iterator[Passage]:
        """Give the words under the rubric ``kind``."""
        yield from (block.words for found in merged(self.fields, kind) for block in found.blocks[:1])

    def _fiche(self) -> Fiche:
        """Return the fiche itself; its place is its head and its deadline."""
        stated = [block.words for found in merged(self.fields, "echeance") for block in found.blocks]
        deadline = " ".join(text for value in stated if (text := _text(value)))
        status = self.sheet.status or next((s for value in self._values("statut") if (s := status_of(value.text))), "")
        aims = [listed.text for found in merged(self.fields, "objectif") for listed in items(found.blocks)]
        dates = span(deadline)
        return Fiche(
            place=self.section.place(*self.sheet.head, self.title, *stated),
            act=self.section.act,
            rule="fiche.sheet",
            convention=self.section.convention,
            number=self.sheet.number or next((_text(value) for value in self._values("numero")), ""),
            title=_text(self.title),
            status=status,
            themes=themes(" . ".join([_text(self.title), *aims])),
            deadline=deadline,
            start=dates.start,
            end=dates.end,
        )

    def _actors(self) -> Iterator[FicheActor]:
        """Give the actors in the roles that the rubrics name."""
        for found in self.fields:
            if found.kind in ACTORS:
                for name, actor in actors(found.blocks, self.section):
                    yield self._actor(found.kind, name, (actor.name, actor.kind, actor.code))

    def _actor(self, role: str, name: Passage, actor: tuple[str, str, str]) -> FicheActor:
        return FicheActor(
            place=self.section.place(name),
            act=self.section.act,
            rule="fiche.actor",
            convention=self.section.convention,
            fiche=self.key,
            role=role,
            actor=actor[0],
            actor_kind=actor[1],
            actor_code=actor[2],
        )

    def _items(self) -> Iterator[FicheItem]:
        """Give what the rubrics list."""
        for found in self.fields:
            if found.kind not in words("fiches", "kept_items"):
                continue
            for listed in items(found.blocks, self.section.gazetteer):
                yield FicheItem(
                    place=self.section.place(listed.words),
                    act=self.section.act,
                    rule="fiche.item",
                    convention=self.section.convention,
                    fiche=self.key,
                    kind=found.kind,
                    number=listed.number,
                    text=listed.text,
                )

    def _money(self) -> Iterator[Fact]:
        """Give who funds the fiche, and the amounts."""
        donors = Donors(self.section, home(self.section))
        for one in money(self.fields, self.budgets, self.section):
            resolved = self.section.gazetteer.actor(one.funder.text, self.section.territory, self.section.abbreviations)
            if one.funder and resolved.name:
                yield self._actor("financeur", one.funder, (resolved.name, resolved.kind, resolved.code))
            if one.euros is not None:
                yield self._funding(one, donors.full(one.funder.text) if one.funder else "")

    def _funding(self, one: Money, funder: str) -> Funding:
        return Funding(
            place=self.section.place(*one.words),
            act=self.section.act,
            rule="fiche.money",
            tier="normalised",
            convention=self.section.convention,
            funder=funder,
            object=_text(self.title),
            amount_eur=one.euros,
        )


def _text(value: Passage) -> str:
    return " ".join(value.text.split())
