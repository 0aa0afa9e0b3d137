"""What may be meant by words that are still being typed."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.names import ascii_words
from viz.explorer.addresses import page_of
from viz.explorer.library import Thing
from viz.explorer.names import full_name
from viz.explorer.visit import Visit
from viz.labels import kind
from viz.plain import shorten

_SHOWN, _LOOKED_AT = 8, 40
_LONGEST_QUERY, _LONGEST = 200, 70


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A thing that may be meant: its name, what it is, and its page."""

    label: str
    kind: str
    href: str


def suggestions(visit: Visit) -> tuple[Suggestion, ...]:
    """Return the things that the words ``?q=`` name or begin to name: those whose name begins so come first."""
    words = visit.query.get("q", "").strip()[:_LONGEST_QUERY]
    rows = visit.finder().index.search(words, limit=_LOOKED_AT) if words else ()
    found = [
        visit.library.things.get(str(row["iri"]))
        or Thing(str(row["iri"]), str(row["label"]), str(row["iri"]).rsplit("/", 2)[-2])
        for row in rows
    ]
    found.sort(key=lambda thing: _rank(ascii_words(thing.label), ascii_words(words)))
    return tuple(
        Suggestion(shorten(full_name(visit, one), _LONGEST), kind(one.kind, visit.language), page_of(one.iri))
        for one in found[:_SHOWN]
    )


def _rank(name: str, words: str) -> int:
    """Return 0 for a name that begins with the words, 1 for one that has them further on, 2 for any other."""
    return 0 if name.startswith(words) else 1 if f" {words}" in name else 2
