"""An indicator on a line, and below it a line for each territory: ``Population (2019)``, ``Val d'Ille : 21 861``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from loaders.acts.section import Section
from loaders.acts.territory_codes import Named, named
from loaders.document import Passage, Table
from loaders.readers.figures.column_words import is_counted
from loaders.readers.figures.indicators import is_funding, unit
from loaders.readers.outline import Standing
from loaders.readers.statistics.figure_cards import card_fact
from loaders.readers.statistics.prose import tells_none
from loaders.readers.statistics.titles_above import number_over
from loaders.readers.statistics.years import single_year
from loaders.resolve import fold
from loaders.seeking import Sought
from loaders.words.numerals import NUMBER, Figure, figure
from loaders.words.wording import lines, plain, tidy
from maillage.facts import Statistic

_FEWEST = 2
_LONGEST = 100
_CALLED = re.compile(r"^(?:[Ii]ndicateur|[Cc]hiffre|[Dd]onnée)(?: clé)?(?: n°)? ?\d{0,2} ?[:–-] ")
_PLACED = Sought(
    r"\W{0,9}(?P<name>[^\W\d][^:\d]{1,60}?)\s*(?:\((?P<year>(?:19|20)\d\d)\)\s*)?:\s*"
    rf"(?P<figure>(?:[-–−]\s?)?(?:{NUMBER})\s?(?:%|€|euros?)?)(?:\s(?:habitants?|places?))?"
    r"(?:\s*\(?(?:en )?(?P<then>(?:19|20)\d\d)\)?)?\s*[;,.]?"
)


@dataclass(slots=True)
class _Indicator:
    """An indicator's line, and the figures of territories below it, each with its words and its year."""

    standing: Standing
    label: Passage
    places: set[int]
    found: list[tuple[Named, Figure, Passage, str]] = field(default_factory=list)

    def counts(self, above: str) -> bool:
        """Whether it counts or measures something, and is no money given."""
        label = _label(self)
        units = {printed.unit for _, printed, _, _ in self.found}
        given = is_funding((label,), "€" if "€" in units else unit((label,), ()), above)
        return not given and (is_counted(fold(label)) or bool(units - {""}))


def over_places(section: Section, standings: Sequence[Standing]) -> tuple[frozenset[int], list[Statistic]]:
    """Return which of ``standings`` are indicators with a line a territory, and the figures that these state.

    Several lines show that they are one: two territories, or two indicators one after the other.
    """
    told = [
        one for run in _runs(section, standings) if sum(len(one.found) for one in run) >= _FEWEST for one in _told(run)
    ]
    places = frozenset(place for one in told for place in one.places)
    return places, [fact for one in told for fact in _facts(section, one)]


def _told(run: Sequence[_Indicator]) -> Sequence[_Indicator]:
    """Return the indicators of a run, none where most of them count nothing."""
    above = [one.standing.titles[-1].words.text if one.standing.titles else "" for one in run]
    counting = sum(one.counts(title) for one, title in zip(run, above, strict=True))
    return run if counting * 2 >= len(run) else ()


def _runs(section: Section, standings: Sequence[Standing]) -> Iterator[list[_Indicator]]:
    """Give the indicators that follow one another, run by run."""
    run: list[_Indicator] = []
    label: tuple[Passage, int] | None = None
    for place, standing in enumerate(standings):
        block = standing.block
        for line in () if isinstance(block, Table) else lines(block.words):
            figures = _placed(section, line)
            if figures is not None and label is not None:
                run.append(_Indicator(standing, label[0], {label[1]}))
            if figures is not None and (label is not None or run):
                run[-1].found.append(figures)
                run[-1].places.add(place)
                label = None
                continue
            if run and (label is not None or not _may_label(line.text)):
                yield run
                run = []
            label = (line, place) if _may_label(line.text) else None
    if run:
        yield run


def _placed(section: Section, line: Passage) -> tuple[Named, Figure, Passage, str] | None:
    """Return whose figure a line is: a territory, a colon, and the figure with its year perhaps."""
    found = _PLACED.fullmatch(line.text)
    whose, printed = (named(section, found["name"]), figure(found["figure"])) if found else (None, None)
    if found is None or whose is None or printed is None or printed.value is None:
        return None
    return whose, printed, line, found["year"] or found["then"] or ""


def _may_label(text: str) -> bool:
    """Whether a line may say what the figures below it count: short, no sentence, about nobody who sat or voted."""
    words = text.strip()
    return len(words) <= _LONGEST and not words.endswith((".", ";", ",")) and not tells_none(plain(words))


def _label(one: _Indicator) -> str:
    """Return what an indicator's line says, without that it is one: ``Indicateur 2 – Taux de pauvreté``."""
    return _CALLED.sub("", tidy(one.label.text)).rstrip(" :")


def _facts(section: Section, one: _Indicator) -> Iterator[Statistic]:
    """Give the figures of an indicator, a territory each."""
    label = _label(one)
    number = number_over(section, one.standing)
    printed_unit = next((printed.unit for _, printed, _, _ in one.found if printed.unit), "")
    for whose, printed, words, year in one.found:
        given = replace(printed, unit=printed.unit or printed_unit)
        yield card_fact(section, label, given, (words, one.label), whose, year or single_year(label), number)
