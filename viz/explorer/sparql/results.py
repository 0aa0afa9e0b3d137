"""The answer of a query, as a page shows it: a table, a truth, or triples as text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from maillage.store import Answered
from maillage.vocabulary import DEF
from viz.explorer.addresses import page_of
from viz.explorer.prefixes import shortened
from viz.explorer.views import Mark
from viz.plain import plain

MOST_ROWS = 500
"""Rows that a page shows; the files have them all."""

_LARGEST, _LONGEST_TEXT = 20_000_000, 100_000

Term = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gave: ``rows`` under ``headings``, or ``said`` in one word, or ``text``; ``total`` rows in all.

    ``large`` says that there is more than a page can show: only the files have it.
    """

    headings: tuple[str, ...] = ()
    rows: tuple[tuple[Mark, ...], ...] = ()
    total: int = 0
    said: bool | None = None
    text: str = ""
    large: bool = False


def result(answered: Answered) -> Result:
    """Return what a page shows of ``answered``."""
    if answered.format != "json":
        text = answered.body[:_LONGEST_TEXT].decode("utf-8", "ignore")
        return Result(text=text, large=len(answered.body) > _LONGEST_TEXT)
    if len(answered.body) > _LARGEST:
        return Result(large=True)
    found = json.loads(answered.body)
    if "boolean" in found:
        return Result(said=bool(found["boolean"]))
    headings, rows = found["head"]["vars"], found["results"]["bindings"]
    return Result(
        tuple(map(plain, headings)),
        tuple(_row(headings, row) for row in rows[:MOST_ROWS]),
        len(rows),
        large=len(rows) > MOST_ROWS,
    )


def _row(headings: Iterable[str], row: Mapping[str, Term]) -> tuple[Mark, ...]:
    return tuple(_mark(row[name]) if name in row else Mark("") for name in headings)


def _mark(term: Term) -> Mark:
    """Return a term as one reads it: a thing of ours leads to its page, a term of the ontology to what it means."""
    value = term["value"]
    if term["type"] != "uri":
        return Mark(plain(value))
    if value.startswith(DEF):
        return Mark(plain(shortened(value)), f"/def/#{value.removeprefix(DEF)}")
    return Mark(plain(shortened(value)), page_of(value))
