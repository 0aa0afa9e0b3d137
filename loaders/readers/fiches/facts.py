"""Facts of one fiche: the fiche itself, its actors, its items, its money."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from loaders.acts.section import Section
from loaders.document import Block, Heading, Passage, Table
from loaders.readers.fiches.annexed import added, annexed
from loaders.readers.fiches.deadlines import span
from loaders.readers.fiches.fields import Field, filled
from loaders.readers.fiches.layouts import Layout, layout
from loaders.readers.fiches.nested import parted
from loaders.readers.fiches.parts import actor_facts, item_facts, tidy
from loaders.readers.fiches.payments import money_facts
from loaders.readers.fiches.placing import own_aims
from loaders.readers.fiches.prose import prose_fields
from loaders.readers.fiches.sheets import Sheet
from loaders.readers.fiches.spending import read_spending
from loaders.readers.fiches.statuses import stated_status
from loaders.readers.fiches.unheaded import read_unheaded
from loaders.readers.funding.budget_captions import caption
from loaders.readers.funding.budget_sums import Sum
from loaders.readers.funding.budgets import read_budget
from loaders.readers.funding.words import year
from loaders.themes import themes
from loaders.words.item_lists import items
from maillage.facts import Fact, Fiche

_EMPTY = Table(())


@dataclass(frozen=True)
class FicheSheet:
    """A sheet in its act, and what its layout says."""

    section: Section
    sheet: Sheet

    @cached_property
    def fields(self) -> Sequence[Field]:
        """Its rubrics, those that its sentences state, and those that tables outside the sheets give it."""
        return added(self._own, annexed(self.section), self.sheet.number, self.sheet.title.text)

    @cached_property
    def _own(self) -> Sequence[Field]:
        """Its rubrics, and those that its sentences state."""
        return [*self._layout.fields, *prose_fields(self._layout.loose, self._layout.fields)]

    @cached_property
    def _layout(self) -> Layout:
        """Its layout, an empty table in place of each budget: what stands below it is not the rubric's above."""
        return layout(_EMPTY if id(block) in self._budgets else block for block in self._body)

    @cached_property
    def _body(self) -> Sequence[Block]:
        """Its body, the budgets that stand within tables apart."""
        return [part for block in self.sheet.body for part in parted(block)]

    @cached_property
    def _budgets(self) -> dict[int, tuple[Sum, ...]]:
        """The amounts of its tables of funders and amounts, by the identity of the table."""
        body = self._body
        read = {
            id(block): _dated(read_budget(block, above=caption(body[:index])), caption(body[:index]))
            or read_unheaded(block, self.section, body[:index])
            or read_spending(block)
            for index, block in enumerate(body)
            if isinstance(block, Table)
        }
        return {key: sums for key, sums in read.items() if sums}

    @property
    def is_full(self) -> bool:
        """Whether it is a sheet rather than a title in a list of fiches."""
        return any(field.kind != "autre" for field in self._own)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of rubric that hold something."""
        return frozenset(field.kind for field in self._own if field.blocks and field.kind != "autre")

    @cached_property
    def number(self) -> str:
        """Its number, from its head or from the rubric that holds it."""
        return self.sheet.number or _first(self.fields, "numero").text

    @cached_property
    def title(self) -> Passage:
        """Its title, from its head or from the rubric that holds it."""
        return self.sheet.title or _first(self.fields, "titre")

    def facts(self) -> Iterator[Fact]:
        """Give the fiche itself, its actors, its items and its money."""
        yield self._fiche()
        yield from actor_facts(self.section, self.number or tidy(self.title), self.fields)
        yield from item_facts(self.section, self.number or tidy(self.title), own_aims(self.section, self.fields))
        yield from self._money()

    def _fiche(self) -> Fiche:
        """Return the fiche itself; its place is its head and its deadline."""
        stated = [block.words for found in filled(self.fields, "echeance") for block in found.blocks]
        said = dict.fromkeys(text for value in stated if (text := tidy(value)))  # one an operation says the same again
        deadline = " ".join(said).removesuffix(".")
        aims = [listed.text for found in filled(self.fields, "objectif") for listed in items(found.blocks)]
        dates = span(deadline)
        return Fiche(
            place=self.section.place(*self.sheet.head, self.title, *stated),
            act=self.section.act,
            rule="fiche.sheet",
            convention=self.section.convention,
            number=self.number,
            title=tidy(self.title),
            status=self.sheet.status or stated_status(self.fields),
            themes=themes(" . ".join([tidy(self.title), *aims])),
            deadline=deadline,
            start=dates.start,
            end=dates.end,
        )

    def _money(self) -> Iterator[Fact]:
        """Give who funds the fiche, and the amounts."""
        unlabelled = Field("", [block for block in self._layout.loose if not isinstance(block, Heading)])
        budget = [one for sums in self._budgets.values() for one in sums]
        title = tidy(self.title)
        yield from money_facts(self.section, self.number or title, title, [*self.fields, unlabelled], budget)


def _dated(sums: tuple[Sum, ...], above: str) -> tuple[Sum, ...]:
    """Return the amounts of a budget, those without a year as of the one that its caption ``above`` gives."""
    return tuple(replace(one, year=one.year or year(above)) for one in sums)


def _first(fields: Sequence[Field], kind: str) -> Passage:
    """Return the first words under the rubric ``kind``."""
    return next((found.blocks[0].words for found in filled(fields, kind)), Passage(()))
