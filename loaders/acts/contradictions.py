"""Contradictions: start years that two places of an act give to one convention, told from two conventions.

Conventions of one territory follow each other: where two periods cover each other for the most part, and nothing says
that one came before the other, one of the two is wrong. What most places say is believed, those that tell the whole
period or call the convention by it before others, then what is most precise; the other is kept as denied, so that a
doubt can say so. What but begins within a period told whole (an avenant, who joins, an action) is no convention at all.
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
    """Return the statements by start year, those of a year that is no convention's among those of another."""
    kept = {year: list(statements) for year, statements in sorted(by_year.items())}
    for pair in combinations(sorted(kept), 2):
        one, other = (kept.get(year, []) for year in pair)
        if not one or not other or _follows(one, other):
            continue
        if _contradict(one, other):
            winner = max(pair, key=lambda year: _weight(kept[year]))
            (loser,) = set(pair) - {winner}
            kept[winner] += [_denied(statement) for statement in kept.pop(loser)]
        elif _begins_within(one, other):
            one += [replace(statement, first="", computed="") for statement in kept.pop(pair[1])]
    return kept


def _follows(one: Sequence[Statement], other: Sequence[Statement]) -> bool:
    """Whether two groups of statements, the earlier first, are said to be about two conventions."""
    if any(s.role == "previous" or s.over for s in one) or any(s.role == "new" for s in other):
        return True
    numbers = [{s.generation for s in group if s.generation} for group in (one, other)]
    return all(numbers) and not numbers[0] & numbers[1]


def _contradict(one: Sequence[Statement], other: Sequence[Statement]) -> bool:
    """Whether two groups of statements, the earlier first, are about one convention though their periods differ."""
    (first, last), (start, end) = _years(one), _years(other)
    common = min(last, end) - max(first, start) + 1
    return common * 2 > min(last - first, end - start) + 1


def _begins_within(one: Sequence[Statement], other: Sequence[Statement]) -> bool:
    """Whether what the later group tells is but a beginning, in no title, within the whole period of the earlier."""
    if any(s.last or s.title or s.renewal or s.generation > 1 for s in other):
        return False
    return any(s.last and year_of(s.first) < year_of(other[0].first) <= year_of(s.last) for s in one)


def _years(statements: Sequence[Statement]) -> tuple[int, int]:
    """Return the first and the last year of a group."""
    first = min(year_of(s.first) for s in statements if s.first)
    last = max((year_of(s.last) for s in statements if s.last), default=0)
    return first, last if last >= first else first + _UNTOLD


def _weight(statements: Sequence[Statement]) -> tuple[int, int]:
    """Return by how many places a group speaks, and how precisely; a whole period, or a name, counts twice.

    The name on a title page does not: what it prints may be the years of another edition.
    """
    named = [not s.title and s.first[:4] in s.label.text for s in statements]
    places = {(s.words.spans, s.first): 1 + bool(s.last) + own for s, own in zip(statements, named, strict=True)}
    return sum(places.values()), max(len(s.first) for s in statements)


def _denied(statement: Statement) -> Statement:
    """Return ``statement`` without the period that others contradict, which it keeps as denied."""
    return replace(statement, first="", last="", computed="", denied=statement.denied or statement.first)
