"""Dépôt: the facts read of a document, family by family, what is doubtful first, beside the text that states them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from maillage.facts import Place
from maillage.pipeline.corrections.columns import owed, types_of
from maillage.pipeline.deposits import ADDED, DOUBTS, Decision, Item, Review
from maillage.pipeline.deposits.deposit import Read
from viz.explorer.adding.at import At
from viz.explorer.adding.wording import column_words, main_words, table_words
from viz.explorer.addresses import with_query
from viz.explorer.evidence.original import Sheet
from viz.explorer.evidence.passages import Passage, passages
from viz.labels import concept
from viz.numbers import lines
from viz.plain import shorten

TEMPLATE = "depot.html"
SIZE = 40
"""How many facts a page shows."""

_FAMILIES: Mapping[str, tuple[str, ...]] = {
    DOUBTS: ("doubts",),
    "actes": ("acts", "deliberations"),
    "conventions": ("conventions", "declared_communes", "amendments", "signatories", "covered_communes"),
    "plan": ("plan",),
    "fiches": ("fiches", "fiche_actors", "fiche_items"),
    "moyens": ("equipments", "funding"),
    "chiffres": ("statistics",),
    "gouvernance": ("governance",),
    "types": ("types",),
}
_LONG = 80
_LONGEST = 120
_MOST_SHEETS = 3


@dataclass(frozen=True, slots=True)
class Field:
    """A column that can be corrected: its name, what it is called, its value; ``long`` where it takes several lines."""

    name: str
    label: str
    value: str
    long: bool
    owed: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact: what it is, its words, where it stands, how it was read, what is decided of it, what can be corrected."""

    key: str
    table: str
    words: str
    details: tuple[str, ...]
    lines: str
    tier: str
    rule: str
    href: str
    verdict: str
    reason: str
    author: str
    fields: tuple[Field, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class Family:
    """Facts that belong together: how many, how many of them wait for a decision, and the address that shows them."""

    name: str
    count: int
    left: int
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Depot:
    """What the page shows; ``problem`` says why the last decision could not be."""

    key: str
    seal: str
    name: str
    stem: str
    families: tuple[Family, ...]
    family: str
    facts: tuple[Shown, ...]
    added: tuple[Shown, ...]
    left: int
    at: int
    before: str
    after: str
    passages: tuple[Passage, ...]
    sheets: tuple[Sheet, ...]
    where: str
    addable: tuple[tuple[str, str], ...]
    adding: tuple[Field, ...]
    adding_table: str
    problem: str = ""


def page(at: At, review: Review, read: Read, problem: str = "") -> Depot:
    """Return the page of a review of what was ``read``."""
    given = at.visit.query
    family = _family(review, given.get("famille", ""))
    of_family = [item for item in review.items if item.fact.table in _FAMILIES[family]]
    pages = max((len(of_family) + SIZE - 1) // SIZE, 1)
    number = min(int(given.get("page", "1")[:4]) if given.get("page", "1")[:4].isdecimal() else 1, pages) or 1
    shown = of_family[(number - 1) * SIZE : number * SIZE]
    chosen = review.item(given.get("voir", "")) or next(iter(shown), None)
    table = given.get("table", "") if given.get("table", "") in _TABLES else ""
    return Depot(
        at.key,
        at.seal,
        shorten(at.deposit.called, _LONGEST),
        at.deposit.stem,
        tuple(_families(at, review, family)),
        family,
        tuple(_shown(at, item, family, number, chosen) for item in shown),
        tuple(_added(at, key, one) for key, one in sorted(review.decisions.items()) if key.startswith(ADDED)),
        sum(item.decision is None for item in review.items),
        number,
        _address(at, family, number - 1) if number > 1 else "",
        _address(at, family, number + 1) if number < pages else "",
        passages(read.lines, chosen.fact.place.spans, chosen.columns.values()) if chosen else (),
        _sheets(at, chosen.fact.place) if chosen else (),
        lines(chosen.fact.place.lines, at.visit.language) if chosen else "",
        tuple((name, table_words(at.visit, name)) for name in _TABLES),
        tuple(_field(at, table, name, "") for name in types_of(table)) if table else (),
        table,
        problem,
    )


_TABLES = tuple(table for name, tables in _FAMILIES.items() if name != DOUBTS for table in tables)


def _family(review: Review, asked: str) -> str:
    """Return the family that is asked for, or the first in which there is anything."""
    present = {item.fact.table for item in review.items}
    there = [name for name, tables in _FAMILIES.items() if present.intersection(tables)]
    return asked if asked in there else next(iter(there), DOUBTS)


def _families(at: At, review: Review, chosen: str) -> Sequence[Family]:
    found = []
    for name, tables in _FAMILIES.items():
        items = [item for item in review.items if item.fact.table in tables]
        left = sum(item.decision is None for item in items)
        if items:
            found.append(Family(name, len(items), left, _address(at, name, 1), name == chosen))
    return found


def _address(at: At, family: str, number: int, key: str = "") -> str:
    return with_query(f"/ajouter/{at.key}", famille=family, page=str(number) if number > 1 else "", voir=key)


def _shown(at: At, item: Item, family: str, number: int, chosen: Item | None) -> Shown:
    columns = item.columns
    decision = item.decision or Decision("accept")
    return Shown(
        item.key,
        table_words(at.visit, item.fact.table),
        main_words(columns),
        _details(at, columns),
        lines(item.fact.place.lines, at.visit.language),
        concept("paliers", item.fact.tier, at.visit.language),
        item.fact.rule,
        f"{_address(at, family, number, item.key)}#f-{item.key}",
        item.decision.verdict if item.decision else "",
        decision.reason,
        decision.author,
        tuple(_field(at, item.fact.table, name, value) for name, value in columns.items()),
        chosen is not None and item.key == chosen.key,
    )


def _added(at: At, key: str, decision: Decision) -> Shown:
    where = lines(decision.lines, at.visit.language)
    return Shown(
        key,
        table_words(at.visit, decision.table),
        main_words(decision.stated),
        _details(at, decision.stated),
        where,
        "",
        "",
        "",
        decision.verdict,
        decision.reason,
        decision.author,
        (),
        chosen=False,
    )


def _details(at: At, columns: Mapping[str, str]) -> tuple[str, ...]:
    """Return the other columns that say something, each with its name."""
    first = main_words(columns)
    said = ((name, shorten(value, _LONGEST)) for name, value in columns.items() if value)
    return tuple(f"{column_words(at.visit, name)} : {value}" for name, value in said if value != first)


def _field(at: At, table: str, name: str, value: str) -> Field:
    return Field(name, column_words(at.visit, name), value, len(value) > _LONG, name in owed(table))


def _sheets(at: At, place: Place) -> tuple[Sheet, ...]:
    """Return the pages of ``place``, where the document has pages."""
    if place.unit != "page":
        return ()
    numbers = [number for span in place.spans for number in range(span.first, span.last + 1)][:_MOST_SHEETS]
    return tuple(
        Sheet(n, f"/ajouter/{at.key}/page/{n}.webp", tuple(box for box in place.boxes if box.page == n))
        for n in numbers
    )
