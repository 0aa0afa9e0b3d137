"""Figures that follow what they measure: ``le taux de pauvreté est de 16 %``, ``le revenu médian atteint 21 250 €``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from loaders.acts.section import Section
from loaders.acts.territories import level_in, place_after, place_before
from loaders.acts.territory_codes import Named, specific
from loaders.document import Passage
from loaders.readers.statistics.counted import IN_YEAR, MEASURED, tells_of_aim
from loaders.readers.statistics.counts import AGES, BY_PERCENT
from loaders.readers.statistics.prose import Printed, declared, figures
from loaders.readers.statistics.stated import beside, stated
from loaders.resolve import fold
from loaders.vocabulary import groups
from loaders.words.numerals import NUMBER
from loaders.words.wording import alternatives
from maillage.facts import Statistic

EUROS = re.compile(r"\s*(?:€|euros?\b)")
_OF = r"(?:de la |de l'|des? |du |d')"
_VERBS = (
    r"(?:y )?(?:est|etait|atteint|atteignait|s'eleve|s'elevait|s'etablit|s'etablissait|se situe|se situait|avoisine"
    r"|represente|representait|reste|demeure|(?:a )?(?:passe|recule|baisse|diminue|augmente|progresse|double))\b|de \d"
)
_REACHES = r"atteint|atteignait|s'eleve|s'elevait|s'etablit|s'etablissait|se situe|se situait|avoisine|touche|concerne"
_WORDS = rf"(?:{AGES}|{BY_PERCENT}|[^\d:;,.()%])"
_END = rf"\s*(?=[:;,(]|(?!{AGES})(?:\d|\b(?:{_VERBS}))|$)"
_RATE = re.compile(rf"\b(?P<label>(?:taux|part|proportion|pourcentage) {_OF}{_WORDS}{{3,80}}?){_END}")
_COUNT = re.compile(rf"\b(?P<label>(?:nombre|population|densite|indice) {_OF}{_WORDS}{{3,60}}?){_END}")
_WHOLE = re.compile(
    r"\b(?P<label>population(?: (?:active|municipale|totale|legale|scolaire))?|densite(?: moyenne)?)"
    rf"\s*(?=\(|\b(?:{_VERBS}))"
)
_INCOME = re.compile(
    r"\b(?P<label>(?:revenus?|niveau de vie|quotient familial|loyer|salaire)"
    rf" (?=[a-z' ]{{0,40}}(?:medians?|moyens?)\b){_WORDS}{{3,80}}?){_END}"
)
_THING = re.compile(
    rf"(?:^|[ ',])(?:la |le |l')(?P<label>(?!\d)[a-z]{_WORDS}{{3,60}}?) (?:y )?"
    rf"(?=(?:{_REACHES})[^\d;:.()]{{0,25}}(?:{NUMBER})\s?(?:%|[a-z]+ pour (?:100|cent)\b))"
)
"""Anything that is measured by a share: ``la couverture atteint 61 %``, ``la pauvreté touche 16 % des ménages``."""

_BRACKETED = re.compile(
    rf"\b(?:des|les|en|de|aux) (?P<label>[a-z' -]{{5,60}}?)"
    rf"(?:(?: y)? (?:(?:sont|restent|demeurent) |(?=(?:plus|moins) ))[a-z' -]{{3,60}}?)? \((?={NUMBER}\s?%)"
)
_SUBJECT = re.compile(
    rf"\b(?:les|des) (?P<label>(?:{AGES}|[a-z])(?:{AGES}|[a-z' -]){{3,60}}?)"
    rf" (?:y )?(?:representent|representaient|constituent|forment|composent) (?=(?:pres de |environ )?{NUMBER}\s?% de)"
)
_STATED = re.compile(
    rf"[\s(:]*(?:(?:soit|touche|concerne|{_VERBS})\s+)?(?:passee?s?\s+)?(?:(?:a|de|d')\s*)?(?:environ\s+|pres de\s+)?"
    r"(?:(?:a|de|d')\s*)?"
)
_PASSED = re.compile(r"\s?(?:[a-z%€]{1,20} )?(?:(?:en|fin) (?:19|20)\d\d )?a ")
_FROM_TO = re.compile(r"\b(?:entre|de) (?P<first>(?:19|20)\d\d) (?:et|a) (?P<last>(?:19|20)\d\d)\b")
_NEXT = re.compile(r"[^;:.]{0,60}?(?:\bcontre|\bet|,|\bpour)\s(?:de |a )?")
_COMPARED = re.compile(
    r"\b(?:superieure?s?|inferieure?s?|egale?s?|seuil|(?<!au )moins(?! de (?:\d|deux|trois|quatre|six|dix|vingt))"
    r"|(?<!et )(?<!ou )plus(?! de (?:\d|deux|trois|quatre|six|dix|vingt|soixante)))\b|[<>]|\sa$"
)
_GENITIVE = re.compile(
    r"\s(?:du |de la |de l['’]|des |de |d['’]|dans le |dans la |en |à |sur le )(?=[^\W\d_a-zà-öø-ÿ])"
)
PER_HUNDRED = re.compile(r"\s?(?:\b(?:places?|enfants|personnes|habitants) )?\bpour (?:100|cent)\b")


def labelled(section: Section, sentence: Passage, text: str, year: str, there: Named) -> Iterator[Statistic]:
    """Give the figures that follow a label, each of the territory and the year that follow it, else ``there``."""
    labels = list(_labels(text))
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
        passed = above and _PASSED.fullmatch(text, above, printed.start)
        told = dated or with_whom or level or follows or passed
        said = bool(told or _STATED.fullmatch(text, label.end(), printed.start))
        when = dated["year"] if dated else _moment(text, label.end(), printed.start, second=bool(passed)) or year
        above = printed.end
        if not _measures(label, printed, text, said=said) or (compared and with_whom is None):
            continue
        before = level or place_before(section, between) or whose
        before = before or place_before(section, sentence.text[: label.start()])
        territory = with_whom or after or before or there
        if (territory, when) in told_of:
            continue  # the taux of others: ``inférieur à celui des hommes (61 % contre 69 %)``
        told_of.add((territory, when))
        fact = stated(section, sentence, span, printed, territory, when)
        yield replace(fact, unit="€") if label.re is _INCOME else fact


def _place_behind(section: Section, sentence: Passage, text: str, start: int, limit: int) -> Named | None:
    """Return the territory named behind a figure that ends at ``start``, and behind its year or its euros."""
    said = IN_YEAR.match(text, start) or EUROS.match(text, start)
    return place_after(section, sentence.text[said.end() if said is not None else start : limit])


def _labels(text: str) -> Iterator[re.Match[str]]:
    """Give what a sentence measures: rates, counts and incomes in their order, else shares of people in brackets.

    What stands within the words of another is none of its own: the population of a ``densité de population``.
    """
    found = [one for pattern in (_RATE, _COUNT, _WHOLE, _INCOME, _SUBJECT) for one in pattern.finditer(text)]
    stated_of = [one for one in found if not _COMPARED.search(one["label"]) and not _ordinal().search(one["label"])]
    ends = 0
    for one in sorted(stated_of, key=re.Match.start) or [*_shares(text)] or _things(text):
        if one.start() >= ends and not tells_of_aim(text, one.start()):
            yield one
        ends = max(ends, one.end("label"))


def _moment(text: str, start: int, end: int, *, second: bool) -> str:
    """Return the year of a figure that something passed from, or of the ``second`` that it passed to; else nothing.

    Both are told before: ``Entre 2013 et 2019, la population est passée de 13 620 à 14 020 habitants``.
    """
    years = _FROM_TO.search(text, 0, start)
    passed = re.search(r"\bpassee?s?\b", text[start:end])
    return years["last" if second else "first"] if years is not None and passed is not None else ""


def _of_whom(section: Section, sentence: Passage, label: re.Match[str]) -> tuple[tuple[int, int], Named | None]:
    """Return where a label stands without the territory that ends it, and this: ``le taux de pauvreté du Trièves``."""
    start, end = label.span("label")
    for found in _GENITIVE.finditer(sentence.text, start, end):
        whose = specific(section, sentence.text[found.end() : end])
        if whose is not None:
            return (start, found.start()), whose
    return (start, end), None


def _measures(label: re.Match[str], printed: Printed, text: str, *, said: bool) -> bool:
    """Tell whether a figure is what its label measures by: a share, a count that it is ``said`` to be, an amount."""
    if label.re is _INCOME:
        return said and EUROS.match(text, printed.end) is not None
    rate = label.re not in (_COUNT, _WHOLE)
    per_hundred = bool(rate and said and PER_HUNDRED.match(text, printed.end))
    return (printed.percent or per_hundred) == rate and (rate or said) and not MEASURED.match(text, printed.end)


def _shares(text: str) -> Iterator[re.Match[str]]:
    """Give the words of people or places before a percentage in brackets: ``des familles monoparentales (19% ...``."""
    for found in _BRACKETED.finditer(text):
        if any(re.search(rf"\b{word}", found["label"]) for word in declared("shared")):
            yield found


def _things(text: str) -> Iterator[re.Match[str]]:
    """Give what a sentence measures by a share under any name; who pays or takes part is none of it."""
    for found in _THING.finditer(text) if "%" in text or "pour " in text else ():
        aimed = tells_of_aim(text, len(text))
        if not aimed and not any(
            re.search(rf"\b{fold(word)}", found["label"]) for word in groups("statistics", "money")["funding"]
        ):
            yield found


@cache
def _ordinal() -> re.Pattern[str]:
    """Return the pattern of a word at the end of a label whose number behind it counts nothing: ``... Action 2``."""
    return re.compile(rf"\b{alternatives(declared('numbered'))}$")
