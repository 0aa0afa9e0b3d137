"""Lists whose items begin with their figure: ``742 enfants de moins de 3 ans``, ``11,8 % de monoparentales``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from loaders.acts.own_territory import own
from loaders.acts.section import Section
from loaders.acts.territory_codes import Named
from loaders.document import Heading, Item, Paragraph, Passage, Table
from loaders.readers.figures.column_words import is_counted
from loaders.readers.figures.indicators import is_funding
from loaders.readers.outline import Standing
from loaders.readers.statistics.counting_words import is_held
from loaders.readers.statistics.counts import Count, compared, count_at
from loaders.readers.statistics.prose import declared, tells_none
from loaders.readers.statistics.stated import stated
from loaders.readers.statistics.titles_above import number_over, territory_announced, territory_over, year_over
from loaders.readers.statistics.years import single_year
from loaders.resolve import fold
from loaders.words.wording import lines, plain
from maillage.facts import Statistic

_FEWEST = 2
_WHEN = re.compile(r"\W*(?:[^\W\d]{2,12},? )?(?:en )?(?P<year>(?:19|20)\d\d)\W*")
"""A line that says but of when the figure above it is."""

_LONGEST = 200
_BULLET = re.compile(r"\W{0,9}?(?:environ |près de |quelque |plus de |soit )?(?=\d)")
_SHORT = 70
_BEGUN = re.compile(r"\W{0,3}\d[^.;]{4,}$")
_BAR = re.compile(r"\s[|•·]\s")
_NO_COUNT = re.compile(
    r"(?:reponses?|entretiens?|rencontres?|axes?|ateliers?|heures?|jours?|semaines?|mois|minutes?|km|h|avril|mai|juin"
    r"|janvier|fevrier|mars|juillet|aout|septembre|octobre|novembre|decembre|rue|avenue|place|allee|route|boulevard"
    r"|chemin|impasse|exemplaires?|eme|etp|postes?)\b"
)
_CLAUSE = re.compile(r"\b(?:a ete|ont ete|sera|seront|creee?s?|supplementaires?|par (?:an|semaine|mois))\b")


def figures_first(section: Section, standings: Sequence[Standing]) -> tuple[frozenset[int], list[Statistic]]:
    """Return which of ``standings`` are items of lists of figures that begin with theirs, and these figures.

    Most of those that begin so must count what a diagnosis counts: a list of what was done counts none of it.
    """
    places: set[int] = set()
    facts: list[Statistic] = []
    for run in _lists(standings):
        counts = [(place, line, count) for place, line in run if (count := _count(section, line)) is not None]
        counting = sum(_counts(line, count) for _, line, count in counts)
        above = _above(standings, run[0][0])
        told = counting * 2 >= len(counts) or _heads_figures(standings[run[0][0]])
        if len(counts) < _FEWEST or not told or _are_numbers([one for _, _, one in counts]):
            continue
        for place, line, count in counts:
            when = single_year(above) or year_over(standings[place])
            facts.extend(_facts(section, standings[place], line, count, when, territory_announced(section, above)))
            places.add(place)
    return frozenset(places), facts


def _heads_figures(standing: Standing) -> bool:
    """Tell whether the title right above a block says that figures stand below it: ``Chiffres clés 2022``."""
    title = plain(standing.titles[-1].words.text) if standing.titles else ""
    return any(re.match(rf"\W*(?:les |quelques )?{word}\b", title) for word in declared("announcing"))


def _are_numbers(counts: Sequence[Count]) -> bool:
    """Tell whether figures go on by one from line to line: they number titles, ``1 Familles``, ``2 Enfants``."""
    values = [count.printed.value for count in counts]
    return all(below == above + 1 for above, below in pairwise(values)) and not counts[0].printed.percent


def _lists(standings: Sequence[Standing]) -> Iterator[list[tuple[int, Passage]]]:
    """Give the items that follow one another, list by list, and the lines of each paragraph."""
    listed = enumerate(standings)
    for are_items, run in groupby(listed, key=lambda one: isinstance(one[1].block, Item)):
        held = list(run)
        if are_items:
            yield [(place, standing.block.words) for place, standing in held if not isinstance(standing.block, Table)]
        else:
            yield from _told_by_lines(held)


def _told_by_lines(held: Sequence[tuple[int, Standing]]) -> Iterator[list[tuple[int, Passage]]]:
    """Give the short lines that follow one another, each of them a figure and what it counts, or several.

    What says only of when a figure is stands with it.
    """
    run: list[tuple[int, Passage]] = []
    for place, standing in held:
        block = standing.block
        if run and not isinstance(block, Table) and _WHEN.fullmatch(block.words.text):
            above, line = run.pop()
            run.append((above, line + block.words))
            continue
        parts = _parts(block.words) if isinstance(block, Paragraph | Heading) else []
        begun = all(_BEGUN.match(part.text) and len(part.text) <= _SHORT for part in parts)
        if not parts or not begun:
            if _is_list(run, held):
                yield run
            run = []
            continue
        run.extend((place, part) for part in parts)
    if _is_list(run, held):
        yield run


def _is_list(run: Sequence[tuple[int, Passage]], held: Sequence[tuple[int, Standing]]) -> bool:
    """Tell whether lines are many enough for a list: more than two, or two in large print."""
    if len(run) != _FEWEST:
        return len(run) > _FEWEST
    first, _ = held[0]
    return all(isinstance(held[place - first][1].block, Heading) for place, _ in run)


def _parts(words: Passage) -> list[Passage]:
    """Return the parts of a line that bars or bullets part, or its lines."""
    bounds = [(0, 0), *(found.span() for found in _BAR.finditer(words.text)), (len(words.text),) * 2]
    return (
        [words.cut(end, start) for (_, end), (start, _) in pairwise(bounds)] if len(bounds) > 2 else list(lines(words))
    )


def _above(standings: Sequence[Standing], place: int) -> str:
    """Return what stands right above a block."""
    block = standings[place - 1].block if place else None
    return block.words.text[:_LONGEST] if block is not None and not isinstance(block, Table) else ""


def _count(section: Section, line: Passage) -> Count | None:
    """Return the count that a line begins with and that may be a figure of a territory."""
    begun = _BULLET.match(line.text)
    if begun is None or len(line.text) > _LONGEST or tells_none(plain(line.text)):
        return None
    count = count_at(section, line, begun.end())
    label = line.text[slice(*count.label)] if count is not None else ""
    if count is None or _NO_COUNT.match(plain(label)) or _CLAUSE.search(plain(label)):
        return None
    return None if count.unit and is_funding((label,), count.unit) else count


def _counts(line: Passage, count: Count) -> bool:
    """Tell whether a count is one of people or what they have, or a share of something."""
    label = line.text[slice(*count.label)]
    return count.printed.percent or is_counted(fold(label)) or is_held(plain(label))


def _facts(
    section: Section, standing: Standing, line: Passage, count: Count, above: str, announced: Named | None
) -> Iterator[Statistic]:
    """Give the figure of a count, and those that it is compared with."""
    when = count.year or above
    label = line.text[slice(*count.label)]
    there = announced or territory_over(section, standing) or own(section)
    told = [(count.printed, count.territory, when), *compared(section, line, count)]
    for printed, whose, year in told:
        fact = stated(section, line, count.label, printed, whose or there, year or when, label)
        number = number_over(section, standing)
        yield replace(fact, unit=count.unit or fact.unit, section=number)
