"""Numbers of people, or of what a territory has, in a sentence: ``5 630 habitants``, ``on y compte 302 logements``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.acts.section import Section
from loaders.acts.territories import place_after, place_before
from loaders.acts.territory_codes import Named
from loaders.document import Passage
from loaders.readers.equipments.types import first, leading
from loaders.readers.statistics.counting_words import CHANGING, changed, counting, having, is_held, shared, tells_of_aim
from loaders.readers.statistics.counts import AGES, Count, compared, count_at
from loaders.readers.statistics.over_years import over_years
from loaders.readers.statistics.prose import Printed, figures
from loaders.readers.statistics.stated import stated
from loaders.words.numerals import NUMBER
from loaders.words.wording import plain
from maillage.facts import Statistic

IN_YEAR = re.compile(
    r"\s*(?:(?:en|fin|au 1er janvier|au 31 decembre)\s+|au 31/12/"
    r"|\((?:[a-z][a-z .,:-]{1,25} )?(?=\d{4}(?:,? [a-z][a-z ,]{1,25})?\)))(?P<year>(?:19|20)\d\d)(?!\d)"
)
"""The year that is told behind a figure: ``en 2021``, ``au 31/12/2021``, ``(2021)``, ``(Insee 2021)``."""

MEASURED = re.compile(r"\s*(?:ans|mois|h|heures|jours|km|m2|m²|€|euros)\b")
_AGAINST = re.compile(
    rf",? \(?(?:contre|pour|apres|et|a|elles? etaient|ils? etaient)? ?(?P<figure>{NUMBER})(?: [a-z]+)?"
    r"\s(?:en|fin|au 1er janvier)\s(?P<year>(?:19|20)\d\d)(?!\d)"
)
_PART = re.compile(rf",? (?:dont|parmi lesquels|parmi lesquelles) (?P<figure>{NUMBER})(?= (?:sur|a|dans|en|pour) )")
"""Some of those who were counted, told by where they are: ``dont 421 sur le Trièves``."""

_AMONG = re.compile(
    r"(?:[^;.:\d]|\b(?:19|20)\d\d\b){0,60}?(?:,? |\()(?:dont|parmi lesquel(?:le)?s) (?:(?:environ|pres de|quelque) )?"
    r"(?:\d[^;.:()]{0,60} et (?:(?:environ|pres de|quelque) )?)?"
)
"""What stands between those counted and some of them: ``1 148 allocataires dans le Diois, dont 214 ...``."""

_PASSED = re.compile(rf"\b(?:population|nombre)\b[^;.:]{{0,120}}\b(?:pass(?:ee?s?|ant)|{CHANGING}) de [^;.:]{{0,40}}$")
_FOR_WHOM = re.compile(r"\bplaces\b[^;.:\d]{0,60}\bpour (?:les )?$")
_CLAUSE_START = re.compile(r"[,;:.]\s+|\b(?:que|dont|et|car|puisque) ")
_RELATIVE = re.compile(r",? qui\s*$")
_PLACED = re.compile(r"(?:a|au|aux|en|dans|situee?|sise?|installee?|implantee?)\b")
_SHARED = re.compile(r"\s?d(?:e |')")
_MORE = re.compile(r"\b(?:(?:en|de) (?:plus|moins)|supplementaires?)$")
_THRESHOLD = re.compile(r"(?:(?:plus|moins|seuil|minimum|maximum|tranche|strate) (?:de |d')|pour )$")
_STATE = re.compile(
    rf"(?:foyers|familles|personnes|menages|allocataires|enfants|jeunes|eleves)(?: de {AGES}| [a-z]+)?"
    r" (?:(?:percev|benefici|viv|resid|habit|touch|relev|frequent)(?:ai)?ent|percoivent"
    r"|(?:sont|etaient) (?:inscrits|scolarises|accueillis))\b"
)
_LARGE = 1000
_COUNTED_THEM = re.compile(r"\b(?:(?:recense|denombre|compte|enregistre)e?s?|connu) $")
_BRACKET = re.compile(r"\([^()]{0,200}\)")
_BEING = re.compile(r" (?:sont|etaient) (?P<how>en [a-z]{5,15}|agree?e?s|allocataires(?: de la (?:caf|msa))?)(?=\W|$)")
_FAMILIES = re.compile(r"(?:mono|bi)parentales\b|nombreuses\b|recomposees\b")
_CLAUSE = re.compile(r"\b(?:ont|a ete|ont ete|sont|est|sera|seront|particip\w+|repond\w+|reuni\w*)\b")
_DONE = re.compile(
    r"\b(?:(?:a|ont|avait|avaient)(?: ete)? [a-z]{2,}[iuest](?: [^;.:]{2,60} et [a-z]{3,}[eiu]s?)?|reuni(?:t|ssent))"
    r" (?:environ |pres de |plus de )?$"
)
"""What somebody did, before a number of those for whom: ``a réuni 120 personnes``."""

YEAR = re.compile(r"(?<![\d.,/-])(?<!avant )(?<!depuis )(?<!apres )(?:19|20)\d\d(?![\d/])")


def counted(section: Section, sentence: Passage, text: str, year: str, there: Named) -> Iterator[Statistic]:
    """Give the numbers of a counted word, of the territory named nearest before them, else of the one ``there``."""
    others = (one for one in over_years(section, sentence.text, text, there) if not _is_counted_or_measured(one))
    seen: set[int] = set()
    for found in [*counting().finditer(text), *others]:
        printed = next(figures(text, found.start(), found.end()), None)
        if printed is not None and printed.start == found.start() and not _is_no_count(text[: found.start()], printed):
            seen.add(printed.start)
            yield from _of_counted(section, sentence, text, found, printed, year, there)
    yield from _told(section, sentence, text, year, there, seen)


def _is_no_count(before: str, printed: Printed) -> bool:
    """Tell whether a figure is, by what stands ``before`` it, what somebody did, a threshold or a change."""
    done = _DONE.search(before) is not None and _COUNTED_THEM.search(before) is None
    threshold = _THRESHOLD.search(before) is not None and not _is_large(printed, before)
    threshold = threshold and _FOR_WHOM.search(before) is None
    return done or threshold or bool(changed().search(before) or _PASSED.search(before))


def _of_counted(
    section: Section, sentence: Passage, text: str, found: re.Match[str], printed: Printed, year: str, there: Named
) -> Iterator[Statistic]:
    """Give the figure of a counted word, and the one of another year that it is set against."""
    behind = place_after(section, sentence.text[found.end() :])
    before_it = place_before(section, _BRACKET.sub("", sentence.text[: found.start()]))
    territory = (behind if behind is not None and behind.code else None) or before_it or there
    dated, being = IN_YEAR.match(text, found.end()), _BEING.match(text, found.end())
    other = _AGAINST.match(text, (being or dated or found).end())
    said = "" if being is None and other is not None and other["year"] == year else year
    when = dated["year"] if dated is not None else last_year(_BRACKET.sub("", text[: found.start()])) or said
    word = sentence.text[slice(*found.span("label"))]
    label = f"{word} {sentence.text[slice(*being.span('how'))]}" if being is not None else ""
    if path := _path(sentence, text, printed):
        label = path + (label or word)
    yield stated(section, sentence, found.span("label"), printed, territory, when, label)
    against = next(figures(text, *other.span("figure")), None) if other is not None else None
    if other is not None and against is not None:
        yield stated(section, sentence, found.span("label"), against, territory, other["year"], label)
    part = _PART.match(text, (being or dated or found).end())
    whose = place_after(section, sentence.text[part.end() :]) if part is not None else None
    some = next(figures(text, *part.span("figure")), None) if part is not None else None
    if whose is not None and some is not None:
        yield stated(section, sentence, found.span("label"), some, whose, when, label)


def _path(sentence: Passage, text: str, printed: Printed) -> str:
    """Return what those are of whom a figure counts some, before its own label; nothing where it counts all."""
    if printed.percent or ("dont " not in text[: printed.start] and "parmi lesquel" not in text[: printed.start]):
        return ""
    wholes = (found for found in counting().finditer(text, 0, printed.start))
    label = next((one.span("label") for one in wholes if _AMONG.fullmatch(text, one.end(), printed.start)), None)
    return f"{sentence.text[slice(*label)]} > " if label is not None else ""


def _is_large(printed: Printed, before: str) -> bool:
    """Tell whether a figure behind « pour » is too large for the second of a ratio: ``36 communes pour 40 570``."""
    return before.endswith("pour ") and printed.value > _LARGE


def last_year(text: str) -> str:
    """Return the year that ``text`` names last, empty where it names none."""
    return next(reversed(YEAR.findall(text)), "")


def _is_counted_or_measured(found: re.Match[str]) -> bool:
    """Tell whether a figure with its label begins with a word that counts by itself, or with a measure."""
    return bool(counting().match(found[0]) or MEASURED.match(found["label"]))


def _told(
    section: Section, sentence: Passage, text: str, year: str, there: Named, seen: set[int]
) -> Iterator[Statistic]:
    """Give the other figures that a sentence shows to be counts of a territory, and those that they compare with.

    They are what it is said to count or have, or stand with the territory and the year that they are told of.
    """
    for printed in figures(text):
        count = count_at(section, sentence, printed.start) if printed.start not in seen else None
        if count is None or count.unit or not _is_told(sentence, text, count):
            continue
        territory = count.territory or place_before(section, sentence.text[: printed.start]) or there
        when = count.year or year or last_year(_BRACKET.sub("", text[: printed.start]))
        yield _fact(section, sentence, count, printed, territory, when)
        for other, whose, when in compared(section, sentence, count):
            yield _fact(section, sentence, count, other, whose or territory, when)


def _is_told(sentence: Passage, text: str, count: Count) -> bool:
    """Tell whether a count is one of a territory: by where and when it is told to be, or by who counts what."""
    label = text[slice(*count.label)]
    before = text[: count.printed.start]
    if _THRESHOLD.search(before) or changed().search(before) or tells_of_aim(before, len(before)):
        return False
    if _STATE.match(label) and not _DONE.search(before):
        return True
    if _CLAUSE.search(label):
        return False
    if count.territory is not None and count.territory.code and count.year:
        return not MEASURED.match(label) and (count.printed.percent or not _DONE.search(before))
    if count.printed.percent and _SHARED.match(text, count.printed.end) and shared().match(label):
        return not _DONE.search(before) and not _MORE.search(label)
    verb = having().search(before) if is_held(label) else None
    return verb is not None and not _is_of_equipment(before[: verb.start()])


def _is_of_equipment(subject: str) -> bool:
    """Tell whether who counts or has something is an équipement: ``La crèche Les Lutins dispose de 40 places``.

    Behind a pronoun it is who is named before it, wherever that stands: ``la crèche Les Lutins, à Mens, qui dispose``.
    """
    pronoun = _RELATIVE.search(subject)
    clauses = _CLAUSE_START.split(subject[: pronoun.start()] if pronoun is not None else subject)
    clause = next((one for one in reversed(clauses) if pronoun is None or not _PLACED.match(one)), "")
    if pronoun is not None and first(clause) >= 0:
        return True
    return not clause.startswith("les ") and leading(clause) != ""


def _fact(
    section: Section, sentence: Passage, count: Count, printed: Printed, territory: Named, year: str
) -> Statistic:
    """Return the fact of one figure of a count."""
    label = sentence.text[slice(*count.label)]
    label = f"familles {label}" if _FAMILIES.match(plain(label)) else label
    label = _path(sentence, plain(sentence.text), printed) + label
    fact = stated(section, sentence, count.label, printed, territory, year, label)
    return replace(fact, unit="%" if count.printed.percent else fact.unit)
