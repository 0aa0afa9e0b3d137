"""Conventions: what an act states of each convention, one row a stated day of signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.acts.agreements import Agreement
from loaders.acts.party_signatures import parties_of
from loaders.acts.section import Section
from loaders.acts.statements import Statement
from loaders.document import Passage
from loaders.words.moments import year_of
from loaders.words.wording import plain, tidy
from maillage.facts import Convention, Doubt, Fact

_DRAFT = re.compile(r"\bprojet (?:de|d'une) (?:convention|ctg)|\bpresent projet\b")


def read(section: Section) -> Iterator[Fact]:
    """Read the conventions that the act is about, and the earlier ones that it mentions; doubts of their years."""
    for agreement in section.agreements:
        if agreement.denied:
            yield _doubt(section, agreement)
        days: dict[str, Sequence[Statement]] = {**agreement.signatures}
        made = section.head.date if section.kind == "convention" and agreement.key == section.convention else ""
        if made and all(map(made.startswith, days)):  # « version signée, avril 2024 » above the day that it is made on
            days = {made: [statement for told in days.values() for statement in told]}
        for day, statements in (days or {"": ()}).items():
            yield _fact(section, agreement, day, statements)


def _fact(section: Section, agreement: Agreement, day: str, statements: Sequence[Statement]) -> Convention:
    """Make the fact of one agreement and one day of signature."""
    telling = [words for words in _telling(agreement) if words]
    signed = [statement.words for statement in statements]
    if day and day == section.head.date:
        signed.append(section.head.dated)
    return Convention(
        place=section.place(*(telling + signed or [agreement.statements[0].words])),
        act=section.act,
        rule="conventions.statements",
        tier="derived" if agreement.inferred else "normalised",
        convention=agreement.key,
        label=tidy(agreement.label.text),
        territory=agreement.printed,
        territory_code=agreement.code,
        generation=agreement.generation or None,
        start=agreement.start,
        end=agreement.end,
        signed_on=day,
        status=_status(section, agreement, day),
        previous=agreement.previous.key if agreement.previous else "",
    )


def _doubt(section: Section, agreement: Agreement) -> Doubt:
    """Say which start years the act gives to one convention, the one that is believed first."""
    denied = dict.fromkeys(statement.denied[:4] for statement in agreement.denied)
    believed = [s.words for s in agreement.statements if s.first == agreement.start][:1]
    return Doubt(
        place=section.place(*believed, *(statement.words for statement in agreement.denied)),
        act=section.act,
        rule="conventions.statements",
        tier="derived",
        code="periodes-contradictoires-debut",
        subject=agreement.key,
        detail=" / ".join((agreement.start[:4], *denied)),
    )


def _telling(agreement: Agreement) -> Iterator[Passage]:
    """Give the words that state what the row says: the label, and of each column the statement that it is from."""
    yield agreement.label
    for feature, value in (("first", agreement.start), ("last", agreement.end)):
        yield next((s.words for s in agreement.statements if value and getattr(s, feature) == value), Passage(()))
    for feature in ("generation", "over"):
        yield next((s.words for s in agreement.statements if getattr(s, feature)), Passage(()))


def _status(section: Section, agreement: Agreement, day: str) -> str:
    """Return whether the convention is over (``échue``), in force (``signée``) or still to be signed (``projet``)."""
    if agreement.earlier or agreement.says("over"):
        return "échue"
    if day or agreement.says("amended") or section.kind == "avenant":
        return "signée"
    if section.kind == "convention" and agreement.main and not parties_of(section):
        drafted = any(_DRAFT.search(plain(statement.words.text)) for statement in agreement.statements)
        return "projet" if drafted else ""  # an annex says nothing of it
    ended = year_of(agreement.end) and year_of(section.head.date) > year_of(agreement.end)
    return "échue" if ended else "projet"
