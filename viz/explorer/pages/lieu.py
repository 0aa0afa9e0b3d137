"""Lieu: a place of a document, the act's own words around it, and all that is stated there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from maillage.facts import Box, Place, parse_place
from maillage.graph.iris import BASE, mint
from maillage.queries import run
from viz.explorer.addresses import place_at, place_of
from viz.explorer.evidence.original import Original, Sheet, boxes_in, original, sheets_of, text_around
from viz.explorer.evidence.passages import Passage
from viz.explorer.facts import Record, ask, told
from viz.explorer.names import link, name_of
from viz.explorer.problems import NotFoundError
from viz.explorer.views import Mark
from viz.explorer.visit import Visit
from viz.labels import concept
from viz.numbers import lines

TEMPLATE = "lieu.html"


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact that is stated there: what it is, its words, what it is about, how it was read; ``chosen`` is shown."""

    kind: str
    text: str
    about: Mark
    tier: str
    rule: str
    href: str
    chosen: bool
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Lieu:
    """What the page shows: ``words`` are quoted by the store, ``passages`` and ``sheets`` come from the original."""

    title: str
    document: Mark
    stem: str
    original: Original
    words: tuple[str, ...]
    passages: tuple[Passage, ...]
    sheets: tuple[Sheet, ...]
    statements: tuple[Statement, ...]
    before: Mark
    after: Mark


def page(visit: Visit, iri: str) -> Lieu:
    """Return the page of the place ``iri``. Raises NotFoundError where there is none."""
    stem, where = place_at(iri)
    document = mint("document", stem)
    found = tuple(run(visit.store, "pages/lieu", {"source": document, "lines": where})) if where else ()
    if not found:
        raise NotFoundError(iri)
    place = parse_place(stem, where)
    statements = _statements(visit, found, stem, where)
    shown = tuple(one for one in statements if one.chosen) or statements
    known = original(visit, document)
    boxes = tuple(sorted(set(chain.from_iterable(one.boxes for one in shown))))
    before, after = _neighbours(visit, document, stem, place)
    return Lieu(
        lines(where, visit.language),
        link(visit, document, name_of(visit, document)),
        stem,
        known,
        _quoted(found, visit),
        text_around(visit, known, place, tuple(one.text for one in shown)),
        sheets_of(known, place, boxes),
        statements,
        before,
        after,
    )


def _quoted(found: Iterable[Record], visit: Visit) -> tuple[str, ...]:
    """Return the words that the store keeps: those of the statement that is chosen, else all."""
    chosen = f"{BASE}{visit.query.get('fait', '')}"
    of_chosen = tuple(told(record, "mots") for record in found if told(record, "enonce") == chosen)
    every = of_chosen or tuple(told(record, "mots") for record in found)
    return tuple(dict.fromkeys(words for words in every if words))


def _statements(visit: Visit, found: Iterable[Record], stem: str, where: str) -> tuple[Statement, ...]:
    """Return the facts stated there, each once."""
    told_once: dict[str, Statement] = {}
    for record in found:
        one = told(record, "enonce")
        kind = next(
            (key for kind in told(record, "classe").split(";") if visit.words.has(key := f"statement.{kind}")), ""
        )
        if kind and one not in told_once:
            told_once[one] = _statement(visit, record, kind, place_of(stem, where, one))
    return tuple(told_once.values())


def _statement(visit: Visit, record: Record, kind: str, href: str) -> Statement:
    about = told(record, "objet")
    return Statement(
        visit.words(kind),
        told(record, "texte"),
        link(visit, about) if about else Mark(""),
        concept("paliers", told(record, "tier"), visit.language),
        told(record, "regle"),
        href,
        told(record, "enonce") == f"{BASE}{visit.query.get('fait', '')}",
        boxes_in(told(record, "cadres")),
    )


def _neighbours(visit: Visit, document: str, stem: str, place: Place) -> tuple[Mark, Mark]:
    """Return the passages before and after ``place`` in which something is stated."""
    others = [parse_place(stem, told(record, "lines")) for record in ask(visit, "lieux", document)]
    before = max((one for one in others if one.spans < place.spans), key=lambda one: one.spans, default=None)
    after = min((one for one in others if one.spans > place.spans), key=lambda one: one.spans, default=None)
    return _mark(visit, before), _mark(visit, after)


def _mark(visit: Visit, place: Place | None) -> Mark:
    if place is None:
        return Mark("")
    return Mark(lines(place.lines, visit.language), place_of(place.document, place.lines))
