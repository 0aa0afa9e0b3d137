"""Figures that follow what they measure: ``le taux de pauvreté est de 16 %``, ``le revenu médian atteint 21 250 €``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.acts.section import Section
from loaders.acts.territories import level_in, place_after, place_before
from loaders.acts.territory_codes import Named, specific
from loaders.document import Passage
from loaders.readers.statistics.counted import IN_YEAR, MEASURED
from loaders.readers.statistics.counting_words import CHANGING
from loaders.readers.statistics.labels import VERBS, is_income, is_rate, labels_in
from loaders.readers.statistics.prose import Printed, figures
from loaders.readers.statistics.stated import beside, stated
from loaders.words.numerals import NUMBER
from maillage.facts import Statistic

EUROS = re.compile(r"\s*(?:€|euros?\b)")
_STATED = re.compile(
    rf"[\s(:]*(?:(?:soit|touche|concerne|{VERBS})\s+)?(?:passee?s?\s+)?(?:(?:a|de|d')\s*)?(?:environ\s+|pres de\s+)?"
    r"(?:(?:a|de|d')\s*)?"
)
_PASSED = re.compile(r"\s?(?:[a-z%€]{1,20} )?(?:(?:en|fin) (?:19|20)\d\d )?a ")
_FROM = re.compile(rf"\b(?:pass(?:ee?s?|ant)|atteindre|atteint|s'(?:etabli|eleve)[a-z]*|{CHANGING} de)\b")
"""What says that what follows is what something passed from, or has passed to."""

_CHANGE = re.compile(rf"\b{CHANGING} de (?:environ |pres de )?$")
_TO = re.compile(rf"\s?(?:[a-z%€]{{1,20}} )?(?:(?:en|fin) (?:19|20)\d\d )?a (?:{NUMBER})")
"""How what something passed from goes on; by how much it only changed does not."""

_PASSING = re.compile(r"[^;:.\d]{0,20},? (?:en )?passant de ")
_REACHING = re.compile(r"[^;:.]{0,60}? (?:pour|et) (?:atteindre|atteint|s'etablir a|s'elever a|s'eleve a|s'etablit a) ")
_FROM_TO = re.compile(r"\b(?:entre|de) (?P<first>(?:19|20)\d\d) (?:et|a) (?P<last>(?:19|20)\d\d)\b")
_NEXT = re.compile(r"[^;:.]{0,60}?(?:\bcontre|\bet|,|\bpour)\s(?:de |a )?")
_GENITIVE = re.compile(
    r"\s(?:du |de la |de l['’]|des |de |d['’]|dans le |dans la |en |à |sur le )(?=[^\W\d_a-zà-öø-ÿ])"
)
_AROUND = re.compile(
    r" (?:du|de notre|de ce|sur le|dans le) territoire$| (?:de|dans) (?:la|notre) (?:commune|ville|communaute)$"
)
PER_HUNDRED = re.compile(r"\s?(?:\b(?:places?|enfants|personnes|habitants) )?\bpour (?:100|cent)\b")


def labelled(section: Section, sentence: Passage, text: str, year: str, there: Named) -> Iterator[Statistic]:
    """Give the figures that follow a label, each of the territory and the year that follow it, else ``there``."""
    labels = list(labels_in(text))
    for index, label in enumerate(labels):
        limit = labels[index + 1].start() if index + 1 < len(labels) else len(text)
        yield from _behind(section, sentence, text, label, limit, year, there)


def _behind(
    section: Section, sentence: Passage, text: str, label: re.Match[str], limit: int, year: str, there: Named
) -> Iterator[Statistic]:
    """Give the figures between a label and ``limit`` that it measures by, one a territory and year."""
    span, whose = _of_whom(section, sentence, label)
    above, told_of = 0, set[tuple[Named, str]]()
    for printed in figures(text, label.end(), limit):
        between = sentence.text[above : printed.start] if above else ""
        dated = IN_YEAR.match(text, printed.end)
        compared, with_whom = beside(section, sentence.text[label.end() : printed.start])
        after = _place_behind(section, sentence, text, printed.end, limit)
        follows = above and after is not None and _NEXT.fullmatch(text, above, printed.start)
        level = level_in(section, between)
        reached = above and _REACHING.fullmatch(text, above, printed.start)
        passed = reached or (above and _PASSED.fullmatch(text, above, printed.start))
        passing = above and _PASSING.fullmatch(text, above, printed.start)
        told = dated or with_whom or level or follows or passed or passing
        said = bool(told or _STATED.fullmatch(text, label.end(), printed.start))
        when = dated["year"] if dated else _moment(text, label.end("label"), printed.start, second=bool(passed)) or year
        above = printed.end
        measured = _measures(label, printed, text, said=said) and not _is_change(text, label.end(), printed)
        if not measured or (compared and with_whom is None):
            continue
        before = level or place_before(section, between) or whose
        before = before or place_before(section, sentence.text[: label.start()])
        territory = with_whom or after or before or there
        if (territory, when) in told_of:
            continue  # the taux of others: ``inférieur à celui des hommes (61 % contre 69 %)``
        told_of.add((territory, when))
        fact = stated(section, sentence, span, printed, territory, when)
        yield replace(fact, unit="€") if is_income(label) else fact


def _place_behind(section: Section, sentence: Passage, text: str, start: int, limit: int) -> Named | None:
    """Return the territory named behind a figure that ends at ``start``, and behind its year or its euros."""
    said = IN_YEAR.match(text, start) or EUROS.match(text, start)
    return place_after(section, sentence.text[said.end() if said is not None else start : limit])


def _moment(text: str, start: int, end: int, *, second: bool) -> str:
    """Return the year of a figure that something passed from, or of the ``second`` that it passed to; else nothing.

    Both are told before: ``Entre 2013 et 2019, la population est passée de 13 620 à 14 020 habitants``.
    """
    years = _FROM_TO.search(text)
    passed = _FROM.search(text, start, end)
    return years["last" if second else "first"] if years is not None and passed is not None else ""


def _is_change(text: str, start: int, printed: Printed) -> bool:
    """Tell whether a figure says by how much something has changed: ``a diminué de 54 entre 2018 et 2024``."""
    return _CHANGE.search(text, start, printed.start) is not None and not _TO.match(text, printed.end)


def _of_whom(section: Section, sentence: Passage, label: re.Match[str]) -> tuple[tuple[int, int], Named | None]:
    """Return where a label stands without the territory that ends it, and this: ``le taux de pauvreté du Trièves``."""
    start, end = label.span("label")
    for found in _GENITIVE.finditer(sentence.text, start, end):
        whose = specific(section, sentence.text[found.end() : end])
        if whose is not None:
            return (start, found.start()), whose
    around = _AROUND.search(label["label"])
    return (start, start + around.start() if around is not None else end), None


def _measures(label: re.Match[str], printed: Printed, text: str, *, said: bool) -> bool:
    """Tell whether a figure is what its label measures by: a share, a count that it is ``said`` to be, an amount."""
    if is_income(label):
        return said and EUROS.match(text, printed.end) is not None
    rate = is_rate(label)
    per_hundred = bool(rate and said and PER_HUNDRED.match(text, printed.end))
    return (printed.percent or per_hundred) == rate and (rate or said) and not MEASURED.match(text, printed.end)
