"""Figures that stand in a sentence alone: ``5 630 habitants``, ``le taux de pauvreté est de 16% sur ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from loaders.acts.section import Section
from loaders.acts.territories import own, place_after, place_before
from loaders.acts.territory_codes import Named
from loaders.document import Passage
from loaders.readers.statistics.over_years import over_years
from loaders.readers.statistics.people import people
from loaders.readers.statistics.prose import figures
from loaders.readers.statistics.stated import beside, stated
from loaders.vocabulary import groups
from loaders.words.moments import points_to_a_year
from loaders.words.numerals import NUMBER
from loaders.words.wording import alternatives, plain
from maillage.facts import Statistic

_OF = r"(?:de la |de l'|des? |du |d')"
_VERBS = (
    r"est|etait|atteint|s'eleve|s'etablit|se situe|avoisine|represente|reste|passe|recule|baisse|diminue|augmente"
    r"|progresse|de \d"
)
_RATE = re.compile(
    rf"\b(?P<label>(?:taux|part|proportion|pourcentage) {_OF}[^\d:;,.()%]{{3,80}}?(?:\d{{1,2}}-\d{{1,2}} ans)?)"
    rf"\s*(?=[:;,(]|(?!\d{{1,2}}-\d{{1,2}} ans)\d|\b(?:{_VERBS})|$)"
)
_COUNT = re.compile(
    rf"\b(?P<label>(?:nombre|densite|population|indice) {_OF}[^\d:;,.()%]{{3,60}}?)\s*(?=[:;,(\d]|\b(?:{_VERBS})|$)"
)
_BRACKETED = re.compile(rf"\b(?:des|les|en|de|aux) (?P<label>[a-z' -]{{5,60}}?) \((?={NUMBER}\s?%)")
_STATED = re.compile(
    r"[\s(:]*(?:(?:est|soit|s'eleve|s'etablit|se situe|avoisine|atteint|reste|etait)\s+)?"
    r"(?:(?:a|de|d')\s*)?(?:environ\s+|pres de\s+)?"
)
_NOTE = re.compile(r"\W*\(?(?:\d|\*+|[a-z])\)|\s*\*")
_IN_YEAR = re.compile(r"\s*(?:en|fin|au 1er janvier)\s+(?P<year>(?:19|20)\d\d)(?!\d)")
_AGAINST = re.compile(
    rf",? \(?(?:contre|pour|apres|et)? ?(?P<figure>{NUMBER})(?: [a-z]+)?\s(?:en|fin|au 1er janvier)\s"
    r"(?P<year>(?:19|20)\d\d)(?!\d)"
)
_KEY = re.compile(
    rf"^\W*(?P<label>[^:;.]{{3,100}}?)\s*(?:\((?:en |fin |au 1er janvier )?(?:19|20)\d\d\)\s*)?:"
    rf"\s*(?P<figure>(?:environ\s+)?{NUMBER}\s?%?)"
)
_THRESHOLD = re.compile(r"(?:(?:plus|moins|seuil|minimum|maximum|tranche|strate) (?:de |d')|pour )$")
_COMPARED = re.compile(r"\b(?:superieure?s?|inferieure?s?|egale?s?|moins|plus|seuil)\b|[<>]|\sa$")
_PER_HUNDRED = re.compile(r"\s(?:(?:places?|enfants|personnes|habitants) )?pour (?:100|cent)\b")
_EUROS = re.compile(r"\s*(?:€|euros?\b)")
_MEASURED = re.compile(r"\s*(?:ans|mois|h|heures|jours|km|m2|m²|€|euros)\b")
_SOURCE = re.compile(r"\([^()]{0,60}\b(?P<year>(?:19|20)\d\d)\)?")
_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d/])")
_THERE = re.compile(r"\b(?:on|s'|il|elle|qui|nous) ?y (?!a\b|avait\b)")


def read_sentence(
    section: Section, sentence: Passage, year: str, before: str = "", announced: Named | None = None
) -> Iterator[Statistic]:
    """Give the figures that ``sentence`` states of a territory; ``year`` is that of the paragraph's source.

    What stands ``before`` says where and when it is, where it only points there: ``on y compte``, ``la même année``.
    Else it is of the territory ``announced`` above its list, or of the act's own.

    Three forms: ``indicator: figure``; a counted word after a number; a rate with its percentages and their places.
    """
    text = plain(sentence.text)
    if any(word in text for word in _words("never")):
        return
    year = _only_year(text) or (_last_year(before) if points_to_a_year(text) else "") or year
    there = (place_before(section, before) if points_back(sentence.text) else announced) or own(section)
    key = _KEY.match(text)
    if key is not None and _is_key(key["label"]):
        yield from _keyed(section, sentence, text, key, year, there)
        return
    for label, printed, indicator in people(sentence):
        territory = place_before(section, sentence.text[: printed.start]) or there
        yield stated(section, sentence, label, printed, territory, year, indicator)
    yield from _counted(section, sentence, text, year, there)
    yield from _labelled(section, sentence, text, year, there)


def _is_key(label: str) -> bool:
    """Tell whether a label before a colon counts or measures something: by its first word, or ``... pour 100 ...``."""
    return any(label.startswith(word) for word in _words("key")) or _PER_HUNDRED.search(label) is not None


def _keyed(
    section: Section, sentence: Passage, text: str, key: re.Match[str], year: str, there: Named
) -> Iterator[Statistic]:
    """Give the figures behind a key and a colon: the first, and those told to be of another place or another year."""
    first = True
    for printed in figures(text, key.start("figure")):
        dated = _IN_YEAR.match(text, printed.end)
        compared, place = beside(section, sentence.text[: printed.start]) if not first else (False, None)
        if first or place is not None or (dated is not None and not compared and not printed.percent):
            fact = stated(
                section, sentence, key.span("label"), printed, place or there, dated["year"] if dated else year
            )
            yield replace(fact, unit="€") if _EUROS.match(text, printed.end) else fact
        first = False


def is_note(text: str) -> bool:
    """Tell whether ``text`` is a footnote, which explains a figure and states none."""
    return _NOTE.match(plain(text)) is not None


def points_back(text: str) -> bool:
    """Tell whether a sentence only points to where or when it is: ``on y compte``, ``la même année``."""
    said = plain(text)
    return points_to_a_year(said) or bool(_THERE.search(said))


def paragraph_year(text: str) -> str:
    """Return the year of the source that a paragraph names in brackets, empty where it names none or several."""
    sources = (found for found in _SOURCE.finditer(text) if re.search("insee|chiffres|source", plain(found[0])))
    years = {found["year"] for found in sources}
    return years.pop() if len(years) == 1 else ""


def _counted(section: Section, sentence: Passage, text: str, year: str, there: Named) -> Iterator[Statistic]:
    """Give the numbers of a counted word, of the territory named nearest before them, else of the one ``there``."""
    others = (one for one in over_years(section, sentence.text, text, there) if not _is_counted_or_measured(one))
    for found in [*_counting().finditer(text), *others]:
        if _THRESHOLD.search(text[: found.start()]):
            continue
        printed = next(figures(text, found.start()), None)
        territory = place_before(section, sentence.text[: found.start()]) or there
        dated = _IN_YEAR.match(text, found.end())
        when = dated["year"] if dated is not None else year or _last_year(text[: found.start()])
        if printed is not None and printed.end <= found.end():
            yield stated(section, sentence, found.span("label"), printed, territory, when)
            yield from _against(section, sentence, text, found, territory)


def _is_counted_or_measured(found: re.Match[str]) -> bool:
    """Tell whether a figure with its label begins with a word that counts by itself, or with a measure."""
    return bool(_counting().match(found[0]) or _MEASURED.match(found["label"]))


def _against(
    section: Section, sentence: Passage, text: str, found: re.Match[str], territory: Named
) -> Iterator[Statistic]:
    """Give the figure of another year that a counted one is compared with: ``120 habitants, contre 98 en 2015``."""
    dated = _IN_YEAR.match(text, found.end())
    other = _AGAINST.match(text, dated.end() if dated is not None else found.end())
    printed = next(figures(text, other.start("figure"), other.end("figure")), None) if other is not None else None
    if other is not None and printed is not None:
        yield stated(section, sentence, found.span("label"), printed, territory, other["year"])


def _labelled(section: Section, sentence: Passage, text: str, year: str, there: Named) -> Iterator[Statistic]:
    """Give the figures that follow a label, each of the territory and the year that follow it, else ``there``."""
    found = sorted([*_RATE.finditer(text), *_COUNT.finditer(text)], key=lambda label: label.start())
    stated_of = [one for one in found if not _COMPARED.search(one["label"]) and not _ordinal().search(one["label"])]
    labels = stated_of or list(_shares(text))
    for index, label in enumerate(labels):
        limit = labels[index + 1].start() if index + 1 < len(labels) else len(text)
        rate = label.re is not _COUNT
        above = 0
        for printed in figures(text, label.end(), limit):
            between = sentence.text[above : printed.start] if above else ""
            above = printed.end
            dated = _IN_YEAR.match(text, printed.end)
            said = dated is not None or _STATED.fullmatch(text, label.end(), printed.start)
            per_hundred = bool(rate and said and _PER_HUNDRED.match(text, printed.end))
            if (printed.percent or per_hundred) != rate or not (rate or said) or _MEASURED.match(text, printed.end):
                continue
            compared, with_whom = beside(section, sentence.text[label.end() : printed.start])
            if compared and with_whom is None:
                continue
            after = with_whom or place_after(section, sentence.text[printed.end : limit])
            before = place_before(section, between) or place_before(section, sentence.text[: label.start()])
            territory = after or before or there
            yield stated(section, sentence, label.span("label"), printed, territory, dated["year"] if dated else year)


def _shares(text: str) -> Iterator[re.Match[str]]:
    """Give the words of people or places before a percentage in brackets: ``des familles monoparentales (19% ...``."""
    for found in _BRACKETED.finditer(text):
        if any(re.search(rf"\b{word}", found["label"]) for word in _words("shared")):
            yield found


def _only_year(text: str) -> str:
    """Return the year that ``text`` names, empty where it names none or several."""
    years = set(_YEAR.findall(text))
    return years.pop() if len(years) == 1 else ""


def _last_year(text: str) -> str:
    """Return the year that ``text`` names last, empty where it names none."""
    return next(reversed(_YEAR.findall(text)), "")


@cache
def _ordinal() -> re.Pattern[str]:
    """Return the pattern of a word at the end of a label whose number behind it counts nothing: ``... Action 2``."""
    return re.compile(rf"\b{alternatives(_words('numbered'))}$")


@cache
def _counting() -> re.Pattern[str]:
    """Return the pattern of a number and one of the words that count inhabitants, families, children."""
    return re.compile(rf"(?<![\d.,/-])(?:{NUMBER})\s(?P<label>{alternatives(_words('counted'))})\b(?!\s*/)")


@cache
def _words(key: str) -> tuple[str, ...]:
    """Return a list of the vocabulary, as ``plain`` writes it."""
    return tuple(plain(word) for word in groups("statistics", "prose")[key])
