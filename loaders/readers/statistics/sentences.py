"""Figures that stand in a sentence alone: ``5 630 habitants``, ``le taux de pauvreté est de 16% sur ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.acts.section import Section
from loaders.acts.territories import own, place_after, place_before
from loaders.acts.territory_codes import Named, convention_of
from loaders.document import Passage
from loaders.readers.statistics.prose import Printed, figures
from loaders.vocabulary import groups
from loaders.words.numerals import NUMBER
from loaders.words.wording import alternatives, lines, plain, tidy
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
_KEY = re.compile(rf"^\W*(?P<label>[^:;.]{{3,100}}?)\s*:\s*(?P<figure>(?:environ\s+)?{NUMBER}\s?%?)")
_LISTED = re.compile(
    rf"^\W*(?P<label>[^:;.]{{3,100}}?)\s*(?P<dated>\((?:en |fin |au 1er janvier )?(?P<year>(?:19|20)\d\d)\))?\s*:\s*"
    rf"(?P<figure>{NUMBER})\s?(?P<unit>%|€|euros)?\W*$"
)
_THRESHOLD = re.compile(r"(?:(?:plus|moins|seuil|minimum|maximum|tranche|strate) (?:de |d')|pour )$")
_COMPARED = re.compile(r"\b(?:superieure?s?|inferieure?s?|egale?s?|moins|plus|seuil)\b|[<>]|\sa$")
_MEASURED = re.compile(r"\s*(?:ans|mois|h|heures|jours|km|m2|m²|€|euros)\b")
_SOURCE = re.compile(r"\([^()]{0,60}\b(?P<year>(?:19|20)\d\d)\)?")
_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d/])")
_SAME_YEAR = re.compile(r"\b(?:la|cette) meme annee\b|\ba la meme date\b|\bcette annee-la\b")
_THERE = re.compile(r"\b(?:on|s'|il|elle|qui|nous) ?y (?!a\b|avait\b)")


def read_sentence(section: Section, sentence: Passage, year: str, before: str = "") -> Iterator[Statistic]:
    """Give the figures that ``sentence`` states of a territory; ``year`` is that of the paragraph's source.

    What stands ``before`` says where and when it is, where it only points there: ``on y compte``, ``la même année``.

    Three forms: ``indicator: figure``; a counted word after a number; a rate with its percentages and their places.
    """
    text = plain(sentence.text)
    if any(word in text for word in _words("never")):
        return
    year = _only_year(text) or (_last_year(before) if _SAME_YEAR.search(text) else "") or year
    there = (place_before(section, before) if points_back(sentence.text) else None) or own(section)
    key = _KEY.match(text)
    if key is not None and any(key["label"].startswith(word) for word in _words("key")):
        printed = next(figures(text, key.start("figure")), None)
        if printed is not None:
            yield _fact(section, sentence, key.span("label"), printed, there, year)
        return
    yield from _counted(section, sentence, text, year, there)
    yield from _labelled(section, sentence, text, year, there)


def listed(words: Passage) -> list[Passage]:
    """Return the lines of a paragraph that is a list of figures, ``Part des familles (2021) : 18 %`` on each."""
    found = list(lines(words))
    if any(word in plain(words.text) for word in _words("never")):  # who sat and voted
        return []
    return found if len(found) > 1 and all(_LISTED.match(plain(line.text)) for line in found) else []


def read_line(section: Section, line: Passage) -> Iterator[Statistic]:
    """Give the figure of one line of such a list; money is no figure of a territory."""
    text = plain(line.text)
    found = _LISTED.match(text)
    printed = next(figures(text, found.start("figure")), None) if found else None
    if found is not None and printed is not None and found["unit"] not in ("€", "euros"):
        yield _fact(section, line, found.span("label"), printed, own(section), found["year"] or "")


def is_note(text: str) -> bool:
    """Tell whether ``text`` is a footnote, which explains a figure and states none."""
    return _NOTE.match(plain(text)) is not None


def points_back(text: str) -> bool:
    """Tell whether a sentence only points to where or when it is: ``on y compte``, ``la même année``."""
    said = plain(text)
    return bool(_SAME_YEAR.search(said) or _THERE.search(said))


def paragraph_year(text: str) -> str:
    """Return the year of the source that a paragraph names in brackets, empty where it names none or several."""
    sources = (found for found in _SOURCE.finditer(text) if re.search("insee|chiffres|source", plain(found[0])))
    years = {found["year"] for found in sources}
    return years.pop() if len(years) == 1 else ""


def _counted(section: Section, sentence: Passage, text: str, year: str, there: Named) -> Iterator[Statistic]:
    """Give the numbers of a counted word, of the territory named nearest before them, else of the one ``there``."""
    for found in _counting().finditer(text):
        if _THRESHOLD.search(text[: found.start()]):
            continue
        printed = next(figures(text, found.start()), None)
        territory = place_before(section, sentence.text[: found.start()]) or there
        dated = _IN_YEAR.match(text, found.end())
        when = dated["year"] if dated is not None else year or _last_year(text[: found.start()])
        if printed is not None and printed.end <= found.end():
            yield _fact(section, sentence, found.span("label"), printed, territory, when)


def _labelled(section: Section, sentence: Passage, text: str, year: str, there: Named) -> Iterator[Statistic]:
    """Give the figures that follow a label, each of the territory and the year that follow it, else ``there``."""
    found = sorted([*_RATE.finditer(text), *_COUNT.finditer(text)], key=lambda label: label.start())
    labels = [label for label in found if not _COMPARED.search(label["label"])] or list(_shares(text))
    for index, label in enumerate(labels):
        limit = labels[index + 1].start() if index + 1 < len(labels) else len(text)
        rate = label.re is not _COUNT
        for printed in figures(text, label.end(), limit):
            dated = _IN_YEAR.match(text, printed.end)
            stated = dated is not None or _STATED.fullmatch(text, label.end(), printed.start)
            if printed.percent != rate or not (rate or stated) or _MEASURED.match(text, printed.end):
                continue
            after = place_after(section, sentence.text[printed.end : limit])
            territory = after or place_before(section, sentence.text[: label.start()]) or there
            yield _fact(section, sentence, label.span("label"), printed, territory, dated["year"] if dated else year)


def _shares(text: str) -> Iterator[re.Match[str]]:
    """Give the words of people or places before a percentage in brackets: ``des familles monoparentales (19% ...``."""
    for found in _BRACKETED.finditer(text):
        if any(re.search(rf"\b{word}", found["label"]) for word in _words("shared")):
            yield found


def _fact(
    section: Section, sentence: Passage, label: tuple[int, int], printed: Printed, territory: Named, year: str
) -> Statistic:
    """Return the fact of a figure whose indicator is the words at ``label`` of ``sentence``."""
    return Statistic(
        place=section.place(sentence.cut(*label), sentence.cut(printed.start, printed.end)),
        act=section.act,
        rule="statistics.sentence",
        tier="derived",
        convention=convention_of(section, territory.territory),
        territory=territory.printed,
        territory_code=territory.code,
        indicator=tidy(sentence.text[slice(*label)]),
        year=year,
        value=printed.value,
        unit="%" if printed.percent else "nombre",
    )


def _only_year(text: str) -> str:
    """Return the year that ``text`` names, empty where it names none or several."""
    years = set(_YEAR.findall(text))
    return years.pop() if len(years) == 1 else ""


def _last_year(text: str) -> str:
    """Return the year that ``text`` names last, empty where it names none."""
    return next(reversed(_YEAR.findall(text)), "")


@cache
def _counting() -> re.Pattern[str]:
    """Return the pattern of a number and one of the words that count inhabitants, families, children."""
    return re.compile(rf"(?<![\d.,/-])(?:{NUMBER})\s(?P<label>{alternatives(_words('counted'))})\b(?!\s*/)")


@cache
def _words(key: str) -> tuple[str, ...]:
    """Return a list of the vocabulary, as ``plain`` writes it."""
    return tuple(plain(word) for word in groups("statistics", "prose")[key])
