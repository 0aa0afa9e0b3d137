"""Figures that follow what they measure: ``le taux de pauvreté est de 16 %``, ``le revenu médian atteint 21 250 €``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from loaders.acts.section import Section
from loaders.acts.territories import level_in, place_after, place_before
from loaders.acts.territory_codes import Named
from loaders.document import Passage
from loaders.readers.statistics.counted import IN_YEAR, MEASURED, tells_of_aim
from loaders.readers.statistics.counts import AGES, BY_PERCENT
from loaders.readers.statistics.prose import Printed, figures
from loaders.readers.statistics.stated import beside, stated
from loaders.vocabulary import groups
from loaders.words.numerals import NUMBER
from loaders.words.wording import alternatives, plain
from maillage.facts import Statistic

EUROS = re.compile(r"\s*(?:€|euros?\b)")
_OF = r"(?:de la |de l'|des? |du |d')"
_VERBS = (
    r"(?:y )?(?:est|etait|atteint|atteignait|s'eleve|s'elevait|s'etablit|s'etablissait|se situe|se situait|avoisine"
    r"|represente|representait|reste|demeure|(?:a )?(?:passe|recule|baisse|diminue|augmente|progresse|double))\b|de \d"
)
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
_BRACKETED = re.compile(
    rf"\b(?:des|les|en|de|aux) (?P<label>[a-z' -]{{5,60}}?)"
    rf"(?:(?: y)? (?:(?:sont|restent|demeurent) |(?=(?:plus|moins) ))[a-z' -]{{3,60}}?)? \((?={NUMBER}\s?%)"
)
_SUBJECT = re.compile(
    rf"\b(?:les|des) (?P<label>(?:{AGES}|[a-z])(?:{AGES}|[a-z' -]){{3,60}}?)"
    rf" (?:y )?(?:representent|representaient|constituent|forment|composent) (?=(?:pres de |environ )?{NUMBER}\s?% de)"
)
_STATED = re.compile(
    rf"[\s(:]*(?:(?:soit|{_VERBS})\s+)?(?:(?:a|de|d')\s*)?(?:environ\s+|pres de\s+)?(?:(?:a|de|d')\s*)?"
)
_NEXT = re.compile(r"[^;:.]{0,60}?(?:\bcontre|\bet|,|\bpour)\s(?:de |a )?")
_COMPARED = re.compile(
    r"\b(?:superieure?s?|inferieure?s?|egale?s?|seuil|(?<!au )moins(?! de \d)"
    r"|(?<!et )(?<!ou )plus(?! de \d))\b|[<>]|\sa$"
)
_PER_HUNDRED = re.compile(r"\s(?:(?:places?|enfants|personnes|habitants) )?pour (?:100|cent)\b")


def labelled(section: Section, sentence: Passage, text: str, year: str, there: Named) -> Iterator[Statistic]:
    """Give the figures that follow a label, each of the territory and the year that follow it, else ``there``."""
    labels = list(_labels(text))
    for index, label in enumerate(labels):
        limit = labels[index + 1].start() if index + 1 < len(labels) else len(text)
        above = 0
        for printed in figures(text, label.end(), limit):
            between = sentence.text[above : printed.start] if above else ""
            dated = IN_YEAR.match(text, printed.end)
            compared, with_whom = beside(section, sentence.text[label.end() : printed.start])
            euros = EUROS.match(text, printed.end)
            after = place_after(section, sentence.text[euros.end() if euros else printed.end : limit])
            follows = above and after is not None and _NEXT.fullmatch(text, above, printed.start)
            said = bool(dated or with_whom or follows or _STATED.fullmatch(text, label.end(), printed.start))
            above = printed.end
            if not _measures(label, printed, text, said=said) or (compared and with_whom is None):
                continue
            before = level_in(section, between) or place_before(section, between)
            before = before or place_before(section, sentence.text[: label.start()])
            territory = with_whom or after or before or there
            fact = stated(section, sentence, label.span("label"), printed, territory, dated["year"] if dated else year)
            yield replace(fact, unit="€") if label.re is _INCOME else fact


def _labels(text: str) -> Iterator[re.Match[str]]:
    """Give what a sentence measures: rates, counts and incomes in their order, else shares of people in brackets."""
    found = [one for pattern in (_RATE, _COUNT, _WHOLE, _INCOME, _SUBJECT) for one in pattern.finditer(text)]
    stated_of = [one for one in found if not _COMPARED.search(one["label"]) and not _ordinal().search(one["label"])]
    for one in sorted(stated_of, key=re.Match.start) or _shares(text):
        if not tells_of_aim(text, one.start()):
            yield one


def _measures(label: re.Match[str], printed: Printed, text: str, *, said: bool) -> bool:
    """Tell whether a figure is what its label measures by: a share, a count that it is ``said`` to be, an amount."""
    if label.re is _INCOME:
        return said and EUROS.match(text, printed.end) is not None
    rate = label.re not in (_COUNT, _WHOLE)
    per_hundred = bool(rate and said and _PER_HUNDRED.match(text, printed.end))
    return (printed.percent or per_hundred) == rate and (rate or said) and not MEASURED.match(text, printed.end)


def _shares(text: str) -> Iterator[re.Match[str]]:
    """Give the words of people or places before a percentage in brackets: ``des familles monoparentales (19% ...``."""
    for found in _BRACKETED.finditer(text):
        if any(re.search(rf"\b{word}", found["label"]) for word in _words("shared")):
            yield found


@cache
def _ordinal() -> re.Pattern[str]:
    """Return the pattern of a word at the end of a label whose number behind it counts nothing: ``... Action 2``."""
    return re.compile(rf"\b{alternatives(_words('numbered'))}$")


@cache
def _words(key: str) -> tuple[str, ...]:
    """Return a list of the vocabulary, as ``plain`` writes it."""
    return tuple(plain(word) for word in groups("statistics", "prose")[key])
