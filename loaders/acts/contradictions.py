"""Contradictions: start years that two places of an act give to one convention, told from two conventions.

Conventions of one territory follow each other: where two periods cover each other for the most part, and nothing says
that one came before the other, one of the two is wrong. What most places say is believed, those that tell the whole
period before others, then what is most precise; the other is kept as denied, so that a doubt can say so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from loaders.acts.statements import Statement
from loaders.words.moments import year_of

ByYear = dict[str, list[Statement]]
_UNTOLD = 3
"""Years that are added to a beginning to whose period no end is told: no convention is shorter."""


def settled(by_year: Mapping[str, Sequence[Statement]]) -> ByYear:
    """Return the statements by start year, those of a year that others contradict among the others, denied."""
    kept = {year: list(statements) for year, statements in sorted(by_year.items())}
    for pair in combinations(sorted(kept), 2):
        if not set(pair) <= set(kept) or not _contradict(*(kept[year] for year in pair)):
            continue
        winner = max(pair, key=lambda year: _weight(kept[year]))
        (loser,) = set(pair) - {winner}
        kept[winner] += [_denied(statement) for statement in kept.pop(loser)]
    return kept


def _contradict(one: Sequence[Statement], other: Sequence[Statement]) -> bool:
    """Whether two groups of statements, the earlier first, are about one convention though their periods differ."""
    if any(s.role == "previous" or s.over for s in one) or any(s.role == "new" for s in other):
        return False
    numbers = [{s.generation for s in group if s.generation} for group in (one, other)]
    if all(numbers) and not numbers[0] & numbers[1]:
        return False
    (first, last), (start, end) = _years(one), _years(other)
    common = min(last, end) - max(first, start) + 1
    return common * 2 > min(last - first, end - start) + 1


def _years(statements: Sequence[Statement]) -> tuple[int, int]:
    """Return the first and the last year of a group."""
    first = min(year_of(s.first) for s in statements if s.first)
    last = max((year_of(s.last) for s in statements if s.last), default=0)
    return first, last if last >= first else first + _UNTOLD


def _weight(statements: Sequence[Statement]) -> tuple[int, int]:
    """Return by how many places a group speaks, and how precisely; a whole period counts twice."""
    places = {(s.words.spans, s.first): 1 + bool(s.last) for s in statements}
    return sum(places.values()), max(len(s.first) for s in statements)


def _denied(statement: Statement) -> Statement:
    """Return ``statement`` without the period that others contradict, which it keeps as denied."""
    return replace(statement, first="", last="", computed="", denied=statement.denied or statement.first)
