"""What a search finds: the things in their order, then each with its highlighted words and where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from maillage.graph.iris import convention as convention_iri
from maillage.graph.iris import territory
from maillage.names import ascii_words
from maillage.search import Highlighter, Piece
from viz.explorer.addresses import page_of
from viz.explorer.facts import ask, source, told
from viz.explorer.library import Thing
from viz.explorer.names import full_name, kind_of, link, name_of
from viz.explorer.search.finder import FAMILIES, Found
from viz.explorer.views import Mark, Source
from viz.explorer.visit import Visit
from viz.labels import kind
from viz.plain import plain, shorten

SORTS = ("pertinence", "nom", "territoire", "periode")

_FACETS = ("territoire", "periode", "theme", "type", "acteur", "role", "palier")
COLUMNS = ("genre", "nom", "ctg", *_FACETS, "iri", "document", "lines")
"""The columns of a result as a table."""

_MOST = 1000
_MOST_UNREAD = 12
_LONGEST = 160
_PASSAGE, _BEFORE = 240, 80


@dataclass(frozen=True, slots=True)
class Result:
    """A thing as it is shown: its name in pieces, what it is, where it belongs, and the passage that answers."""

    href: str
    tone: str
    name: tuple[Piece, ...]
    kind: str
    belongs_to: tuple[Mark, ...]
    passage: tuple[Piece, ...]
    source: Source


def find(visit: Visit, query: str) -> tuple[tuple[Found, ...], tuple[Thing, ...]]:
    """Return what ``query`` finds (all things where it is empty), and official territories that no act mentions."""
    finder = visit.finder()
    if not query:
        return finder.everything, ()
    found: list[Found] = []
    unread: list[Thing] = []
    for row in finder.index.search(query, limit=_MOST):
        iri, document, lines = (str(row[name] or "") for name in ("iri", "document", "lines"))
        thing = visit.library.things.get(iri)
        if thing is not None and thing.family in FAMILIES:
            found.append(finder.found(thing, document, lines))
        elif thing is None and row["kind"] == "territoire" and _names(query, str(row["key"]), str(row["label"])):
            unread.append(Thing(iri, str(row["label"]), iri.rsplit("/", 2)[-2]))
    return tuple(found), tuple(unread[:_MOST_UNREAD])


def _names(query: str, code: str, name: str) -> bool:
    """Whether ``query`` is the code of a territory, or its every word begins one of its name."""
    spaced = f" {ascii_words(name)}"
    return query == code or all(f" {word}" in spaced for word in ascii_words(query).split())


def ordered(visit: Visit, found: Sequence[Found], sort: str) -> tuple[Found, ...]:
    """Return ``found`` in the order ``sort``, one of SORTS; by relevance they stand as they were found."""
    if sort == "nom":
        return tuple(sorted(found, key=lambda one: ascii_words(full_name(visit, one.thing))))
    if sort == "territoire":
        return tuple(sorted(found, key=lambda one: (not one.traits.get(sort), territories(visit, one))))
    if sort == "periode":
        return tuple(sorted(found, key=lambda one: max(one.traits.get(sort, frozenset()), default=""), reverse=True))
    return tuple(found)


def territories(visit: Visit, one: Found) -> str:
    """Return the names of the territories of a thing."""
    return ", ".join(sorted(name_of(visit, territory(code)) for code in one.traits.get("territoire", ())))


def shown(visit: Visit, one: Found, words: Highlighter) -> Result:
    """Return a thing as it is shown to one who looks for ``words``."""
    thing = one.thing
    passage, where = _passage(visit, one, words) if words else ((), _at(visit, one))
    return Result(
        page_of(thing.iri),
        f"kind-{kind_of(visit, thing.iri)}",
        words.pieces(shorten(full_name(visit, thing), _LONGEST)),
        kind(thing.kind, visit.language),
        _belongs_to(visit, one),
        passage,
        where,
    )


def unread_result(visit: Visit, thing: Thing, words: Highlighter) -> Result:
    """Return an official territory that no act mentions."""
    name = words.pieces(plain(thing.label))
    return Result(page_of(thing.iri), f"kind-{thing.kind}", name, kind(thing.kind, visit.language), (), (), _NOWHERE)


_NOWHERE = Source("", "", "")


def _belongs_to(visit: Visit, one: Found) -> tuple[Mark, ...]:
    """Return the agreement of a fiche or an équipement; for another thing its territories, where these are few."""
    if one.thing.kind in {"fiche", "equipement"} and one.thing.convention:
        return (link(visit, one.thing.convention),)
    codes = sorted(one.traits.get("territoire", ())) if one.thing.family == "acteur" else []
    return tuple(link(visit, territory(code)) for code in codes[:3])


def _at(visit: Visit, one: Found) -> Source:
    return source(visit, {"document": one.document, "lines": one.lines})


def _passage(visit: Visit, one: Found, words: Highlighter) -> tuple[tuple[Piece, ...], Source]:
    """Return the passage of the act that answers best, and where it stands; no words where the name says them all."""
    rows = [(told(row, "texte"), row) for row in ask(visit, "passages", one.thing.iri)]
    weighed = [(words.weight(text), -at) for at, (text, _row) in enumerate(rows)]
    weight, at = max(weighed, default=(0, 0))
    if not weight:
        return (), _at(visit, one)
    text, row = rows[-at]
    repeated = ascii_words(text) == ascii_words(one.thing.label)
    return (() if repeated else _cut(words.pieces(text))), source(visit, row)


def _cut(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return the pieces from a little before the first that answers, as many as a reader takes in."""
    kept, room = [], _PASSAGE
    for at, piece in enumerate(pieces):
        text = piece.text
        if at == 0 and not piece.hit and len(text) > _BEFORE:
            text = f"…{text[-_BEFORE:]}"
        if len(text) > room:
            kept.append(Piece(f"{text[:room]}…", piece.hit))
            break
        kept.append(Piece(text, piece.hit))
        room -= len(text)
    return tuple(kept)


def columns(visit: Visit, one: Found) -> Mapping[str, str | None]:
    """Return a thing as a row of a table: its ids where the facets have ids, joined by semicolons."""
    facets = {name: ";".join(sorted(one.traits.get(name, ()))) or None for name in _FACETS}
    thing = one.thing
    belongs = thing.convention if thing.kind in {"fiche", "equipement"} else thing.iri
    key = belongs.rsplit("/", 1)[-1] if belongs.startswith(convention_iri("")) else None
    named = {"genre": thing.family, "nom": full_name(visit, thing), "ctg": key}
    return {**named, **facets, "iri": thing.iri, "document": one.document or None, "lines": one.lines or None}
