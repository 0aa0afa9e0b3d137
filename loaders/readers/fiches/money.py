"""Money in a fiche: who funds it, with how much, and what it costs in all.

The contract (``funding``, ``fiche_actors``): whoever funds the fiche is its financeur, an amount beside the name a
funding row whose object is the fiche's title; a total without a funder is a row with an empty one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from loaders.acts.section import Section
from loaders.acts.territory_codes import specific
from loaders.document import Passage
from loaders.readers.fiches.actor_lists import actors
from loaders.readers.fiches.fields import Field
from loaders.readers.funding.budgets import Sum
from loaders.readers.funding.mentions import mentions
from loaders.readers.funding.words import cued, period, schemes, year
from loaders.vocabulary import groups
from loaders.words.amounts import amounts
from loaders.words.numerals import NUMBER, canonical
from loaders.words.wording import alternatives, plain, rejoined, sentences

_UNITLESS = re.compile(rf"a hauteur de\s+(?P<number>{NUMBER})(?!\s?(?:%|k?€|euros?|\d))")
_LABEL = re.compile(r"\W*(?:(?:et|puis|dont)\s+)?(?P<name>\w[^:;,€\n]{1,40}?)(?:\s*(?P<colon>:)|(?<=\w))\s*$")
_GIVEN = re.compile(r"[^–—-]{3,60}?\s[–—-]\s+(?=\S)")
_FUNDERS = frozenset({"caf", "msa", "cpam", "departement", "epci", "commune", "etat", "operateur"})


@dataclass(frozen=True, slots=True)
class Money:
    """What a fiche says of money: who gives (empty for a total), how much (None where it is not said), where, when.

    ``scheme`` is what it gives it under, where the words before the amount name that.
    """

    funder: Passage
    euros: Decimal | None
    words: tuple[Passage, ...]
    period: str = ""
    year: str = ""
    scheme: tuple[str, ...] = ()


def money(fields: Iterable[Field], budget: Iterable[Sum], section: Section) -> Iterator[Money]:
    """Give what the rubrics ``fields`` and the tables of a fiche's ``budget`` say of money."""
    for one in budget:
        name = one.words[0] if one.funder else Passage(())
        yield Money(name, one.euros, one.words, one.period, one.year, schemes(one.scheme or one.purpose))
    for field in fields:
        for words in _whole(field):
            for sentence in sentences(words):
                yield from _sentence(sentence, field, section)
        if field.kind == "budget":
            yield from _named(field, section)


def _whole(field: Field) -> Iterator[Passage]:
    """Give the words of ``field``, a name with the amount that a narrow column prints on the line below it."""
    blocks = (block.words for block in field.blocks)
    return rejoined(blocks, lambda before, _: before.text.rstrip().endswith(":"))


def _sentence(sentence: Passage, field: Field, section: Section) -> Iterator[Money]:
    """Give the amounts of a sentence with who gives them, and who gives without an amount.

    Outside a rubric of money an amount may be a threshold or a price.
    """
    found = _amounts(sentence.text)
    if found and field.kind != "budget" and cued("refused", sentence.text):
        return
    if not found:
        yield from _promised(sentence)
    done, whole = 0, ""
    for index, (euros, start, end) in enumerate(found):
        limit = found[index + 1][1] if index + 1 < len(found) else len(sentence.text)
        funder, read = _labelled(sentence, done, start, section), end
        if not funder:
            funder, read = _funder(sentence, done, start, end, limit)
        if funder or _is_total(sentence.text[done:start], field.kind):
            words = (funder, sentence.cut(start, end)) if funder else (sentence.cut(done, end),)
            behind = "an" if _cues("yearly").match(plain(sentence.text[end:])) else ""
            often = behind or period(sentence.text[:start]) or whole or period(field.said)
            whole = whole if funder else often
            scheme = schemes(sentence.text[done:start]) if funder else ()
            yield Money(funder, euros, words, often, year(field.said), scheme)
        done = read


def _amounts(text: str) -> list[tuple[Decimal, int, int]]:
    """Return the amounts of ``text`` in order; ``à hauteur de 1488,60`` needs no unit."""
    found = [(one.euros, one.start, one.end) for one in amounts(text)]
    bare = _UNITLESS.finditer(plain(text))
    found.extend((Decimal(canonical(one["number"])), one.start("number"), one.end()) for one in bare)

    return sorted(found, key=lambda one: one[1])


def _funder(sentence: Passage, done: int, start: int, end: int, limit: int) -> tuple[Passage, int]:
    """Return the words that name who gives the amount at ``start``, before it or right behind it, and where all end."""
    before = list(mentions(sentence.text[done:start]))
    if before and not _cues("recipient").search(plain(sentence.text[done : done + before[-1].start])):
        return sentence.cut(done + before[-1].start, done + before[-1].end), end
    behind = next(mentions(sentence.text[end:limit]), None)
    if behind is not None and _cues("behind").fullmatch(plain(sentence.text[end : end + behind.start])):
        return sentence.cut(end + behind.start, end + behind.end), end + behind.end
    return Passage(()), end


def _labelled(sentence: Passage, done: int, start: int, section: Section) -> Passage:
    """Return the short name of who gives the amount at ``start``, or its name without a kind: ``CCPO : 12 000 €``.

    What it gives may stand before it: ``Subvention – CCPO : 12 000 €``.
    """
    label = _LABEL.match(sentence.text, done, start)
    if label is None:
        return Passage(())
    given = _GIVEN.match(label["name"])
    name = sentence.cut(label.start("name") + (given.end() if given and schemes(given[0]) else 0), label.end("name"))
    known = _gives if label["colon"] else _is_territory
    return name if name.text in section.abbreviations or known(name.text, section) else Passage(())


def _is_territory(name: str, section: Section) -> bool:
    """Whether ``name`` is that of a territory and nothing else."""
    return specific(section, name) is not None


def _gives(name: str, section: Section) -> bool:
    """Whether ``name`` is that of somebody who funds; a commune by its name alone is one of the act's territory."""
    actor = section.gazetteer.actor(name, section.territory, section.abbreviations)
    if actor.kind != "commune" or section.territory is None:
        return actor.kind in _FUNDERS
    own = section.territory.code
    return actor.code == own or actor.code in section.gazetteer.reference.members(own)


def _is_total(before: str, kind: str) -> bool:
    """Whether the words ``before`` an amount say that it is a total, or, in a rubric of money, say nothing else."""
    words = plain(before)
    return bool(_cues("total").search(words)) or (kind == "budget" and not re.search(r"[a-z]{3}", words))


def _promised(sentence: Passage) -> Iterator[Money]:
    """Give who funds by a sentence without amount: ``participation financière de la Caf``."""
    cue = _cues("funds").search(plain(sentence.text))
    if cue is None:
        return
    for mention in mentions(sentence.text[cue.end() :]):
        name = sentence.cut(cue.end() + mention.start, cue.end() + mention.end)
        yield Money(name, None, (name,))


def _named(field: Field, section: Section) -> Iterator[Money]:
    """Give the institutions that a rubric of money names without an amount (``Financement : Caf, commune``)."""
    for block in field.blocks:
        if not _amounts(block.words.text) and not _cues("funds").search(plain(block.words.text)):
            for name, actor in actors([block], section):
                if actor.kind in _FUNDERS:
                    yield Money(name, None, (name,))


@cache
def _cues(key: str) -> re.Pattern[str]:
    """Return the pattern of the cues ``key`` of money."""
    return re.compile(rf"(?<!\w){alternatives(groups('fiches', 'money')[key])}")
