"""Money of a fiche as facts: who funds it, and each amount."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from loaders.acts.section import Section
from loaders.readers.fiches.fields import Field
from loaders.readers.fiches.money import money
from loaders.readers.fiches.paid_apart import paid_apart
from loaders.readers.fiches.parts import actor_fact
from loaders.readers.funding.budget_sums import Sum
from loaders.resolve import bare
from maillage.facts import Fact, Funding


def money_facts(
    section: Section, fiche: str, title: str, fields: Iterable[Field], budget: Sequence[Sum] = ()
) -> Iterator[Fact]:
    """Give who funds the fiche whose key is ``fiche``, and the amounts that its rubrics and its ``budget`` state."""
    fields = list(fields)
    for one in paid_apart(list(money(fields, budget, section)), fields, section):
        resolved = section.gazetteer.actor(one.funder.text, section.territory, section.abbreviations)
        if one.funder and resolved.name:
            yield actor_fact(section, fiche, "financeur", one.funder, resolved)
        if one.euros is not None:
            yield Funding(
                place=section.place(*one.words),
                act=section.act,
                rule="fiche.money",
                tier="normalised",
                convention=section.convention,
                funder=bare(one.funder.text),
                recipient=one.recipient,
                object=title,
                scheme=one.scheme,
                amount_eur=one.euros,
                period=one.period or ("an" if one.year else ""),
                year=one.year,
            )
