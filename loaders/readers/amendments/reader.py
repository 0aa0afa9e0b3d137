"""Amendments: the avenants, what they change of the period, and who joins by them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest

from loaders.acts.act_numbers import AVENANT_NUMBER
from loaders.acts.agreements import Agreement
from loaders.acts.convention_cues import MENTION, PROLONGED
from loaders.acts.section import Section
from loaders.acts.splitting import first_words, words_of
from loaders.document import Passage, Table
from loaders.readers.amendments.earlier import earlier_avenants
from loaders.readers.amendments.joining import joined_by, newcomers, speaking_of_avenants
from loaders.readers.deliberations.avenants import avenants_to_sign
from loaders.vocabulary import words
from loaders.words.dates import find_dates
from loaders.words.periods import find_periods
from loaders.words.wording import alternatives, plain, sentences
from maillage.facts import Amendment

_PERIOD = re.compile(rf"\b{alternatives(words('amendments', 'period'))}")
_WITH_IT = re.compile(rf"\b{alternatives(words('amendments', 'ends_with_it'))}")
_RECITED = re.compile(r"\W*(?:vu|considerant|attendu|rappel\w*)\b|.{0,80}\bdeja (?:ete )?(?:prolong|prorog)")
_REWORDS = re.compile(
    r"\b(?:duree|validite|article|convention)\b.*?"
    r"\b(?:est|sont) (?:ainsi |donc )?(?:remplace|modifie|redige|reecrit|libelle)e?s?\b[^:]{0,80}:"
)
_THAT_IS = re.compile(r"\bsoit\b|\bperiode\b|^\w+\W+(?:donc |ainsi )?(?:du\W*)?$")


def read(section: Section) -> Iterator[Amendment]:
    """Read the avenant that the act is and those before it, or the numbered ones whose signature it authorises."""
    if section.kind == "avenant" and section.convention:
        yield _avenant(section)
        for number, told in earlier_avenants(section).items():
            yield Amendment(
                place=section.place(*told),
                act=section.act,
                rule="amendments.earlier",
                convention=section.convention,
                number=number,
            )
    elif section.kind == "deliberation":
        yield from _authorised(section)


def _authorised(section: Section) -> Iterator[Amendment]:
    """Give the numbered avenants that a deliberation speaks of."""
    for agreement in section.agreements:
        alone = not any(one.says("amended") for one in section.agreements if one is not agreement)
        numbered = _numbered(agreement)
        if agreement.main and alone and not numbered:
            numbered = _by_number(avenants_to_sign(section))
        _, end, prolonging = _prolonged(section) if alone else ("", "", [])
        joined, start, telling = _joining(section) if alone else ((), "", [])
        if not end and len(numbered) == 1:
            since, end, prolonging = _own_period(section)
            start = start or since
        for number, stated in numbered.items():
            yield Amendment(
                place=section.place(*stated, *prolonging, *telling),
                act=section.act,
                rule="amendments.mention",
                convention=agreement.key,
                number=number,
                start=start,
                end=end,
                joining_actors=joined,
            )


def _numbered(agreement: Agreement) -> dict[str, list[Passage]]:
    """Return the avenants that the statements of a convention number, each with the words that do."""
    amending = [one.words for one in agreement.statements if one.amended]
    found = ((words_, AVENANT_NUMBER.search(plain(words_.text))) for words_ in amending)
    return _by_number((words_.text[slice(*number.span("number"))], words_) for words_, number in found if number)


def _by_number(told: Iterable[tuple[str, Passage]]) -> dict[str, list[Passage]]:
    """Return the passages of each number; what has none is left out."""
    numbered: dict[str, list[Passage]] = {}
    for number, words_ in told:
        if number:
            numbered.setdefault(number, []).append(words_)
    return numbered


def _joining(section: Section) -> tuple[tuple[str, ...], str, list[Passage]]:
    """Return who joins by the avenant that a deliberation tells of, from when, and the sentence that says so."""
    joined, telling = joined_by(section, speaking_of_avenants(section))
    since = (period.first for words in telling for period in find_periods(words.text) if not period.last)
    return joined, next(since, ""), telling


def _prolonged(section: Section) -> tuple[str, str, list[Passage]]:
    """Return from when, if stated (``soit du ... au ...``), and until when a sentence prolongs the convention.

    What follows the verb at once is what it is prolonged by: ``prolongée du ... au ...``. A recital, which may tell of
    an earlier avenant, is asked last.
    """
    spoken = [sentence for sentence in chain.from_iterable(_spoken(section)) if PROLONGED.search(plain(sentence.text))]
    for sentence in sorted(spoken, key=lambda one: bool(_RECITED.match(plain(one.text)))):
        found = PROLONGED.search(plain(sentence.text))
        periods = find_periods(sentence.cut(found.start()).text) if found else []
        until = next((p.last for p in periods if p.last and (not p.first or p.computed == "first")), "")
        if until:
            return "", until, [sentence]
        for period in periods if found else ():
            lead = plain(sentence.cut(found.start() if found else 0).text)[: period.start]
            if period.first and period.last and _THAT_IS.search(lead):
                return period.first, period.last, [sentence]
    return "", "", []


def _reworded(section: Section) -> tuple[str, list[Passage]]:
    """Return the last day that an article gets in its new words: ``L'article 9 est remplacé par : « ... »``."""
    told = list(chain.from_iterable(_spoken(section)))
    for sentence, following in zip_longest(told, told[1:], fillvalue=Passage(())):
        found = _REWORDS.search(plain(sentence.text))
        new = sentence.cut(found.end()) if found else Passage(())
        for words_ in (new, following) if found else ():
            if last := next((period.last for period in find_periods(words_.text) if period.last), ""):
                return last, [sentence] if words_ is new else [sentence, following]
    return "", []


def _avenant(section: Section) -> Amendment:
    """Read an avenant: the period that it states as its own, and who joins."""
    start, end, telling = _own_period(section)
    if not end:
        since, end, prolonging = _prolonged(section)
        end, prolonging = (end, prolonging) if end else _reworded(section)
        start, telling = start or since, telling + prolonging
    joined, naming = newcomers(section)
    if not joined:
        joined, naming = joined_by(section, chain.from_iterable(_spoken(section)))
    title = [section.head.title] if section.head.title else []
    return Amendment(
        place=section.place(*(title + telling + naming or [first_words(section.blocks)])),
        act=section.act,
        rule="amendments.avenant",
        tier="normalised",
        convention=section.convention,
        number=section.number,
        start=start,
        end=end,
        joining_actors=joined,
    )


def _own_period(section: Section) -> tuple[str, str, list[Passage]]:
    """Return the period that an avenant states as its own, and the words that do; a sentence ``Il ...`` goes on."""
    for spoken in _spoken(section):
        for sentence, following in zip_longest(spoken, spoken[1:], fillvalue=Passage(())):
            text = plain(sentence.text)
            telling = sentence + following if re.match(r"\W*il\b", plain(following.text)) else sentence
            own = _PERIOD.search(text)
            periods = find_periods(telling.text) if own else []
            if own and periods and not MENTION.search(text, own.end(), periods[0].start):
                return periods[0].first, periods[0].last or _end_of_it(telling), [telling]
            if own and (end := _end_of_it(telling)):
                return "", end, [telling]
    return "", "", []


def _end_of_it(telling: Passage) -> str:
    """Return the day on which the convention ends, and an avenant with it: ``au terme de celle-ci, soit le ...``."""
    found = _WITH_IT.search(plain(telling.text))
    dates = find_dates(telling.text[found.end() :]) if found else []
    return dates[0].iso if dates and not telling.text[found.end() if found else 0 :][: dates[0].start].strip() else ""


def _spoken(section: Section) -> Iterator[tuple[Passage, ...]]:
    """Give the sentences of each block of an act that is no table."""
    for block in section.blocks:
        if not isinstance(block, Table):
            yield sentences(words_of(block))
