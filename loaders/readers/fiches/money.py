"""Money in a fiche: who funds it, with how much, and what it costs in all.

The contract (``funding``, ``fiche_actors``): whoever funds the fiche is its financeur, an amount beside the name a
funding row whose object is the fiche's title; a total without a funder is a row with an empty one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.fiches.actor_lines import cuts_own
from loaders.readers.fiches.actor_lists import actors
from loaders.readers.fiches.amount_words import Amount, amounts_in, own_words, period_of, scheme_of
from loaders.readers.fiches.cues import money_cue
from loaders.readers.fiches.fields import MONEY, Field
from loaders.readers.fiches.getters import getter_behind, getter_of, says_getter
from loaders.readers.fiches.payers import Payers, is_total, paying
from loaders.readers.funding.budget_sums import Sum
from loaders.readers.funding.words import cued, period, year
from loaders.words.actor_heads import FUNDERS
from loaders.words.amounts import amounts
from loaders.words.wording import plain, rejoined, sentences

_LEAD = re.compile(r"\W*(?P<said>[^:€\d]{3,40}?)\s*:\s*(?=[^\W\d]|$)")
_LEFT = re.compile(r"\s*(?:de |en |du )?reste a (?:la )?charge")
_ASIDE = re.compile(r"\s?\(")
_SHARED = re.compile(r"\d\s?%")


@dataclass(frozen=True, slots=True)
class Money:
    """What a fiche says of money: who gives (empty for a total), how much (None where it is not said), where, when.

    ``scheme`` is what it gives it under, where the words before the amount name that. ``sure`` is false where nothing
    says whose an amount is, nor that it is a total.
    """

    funder: Passage
    euros: Decimal | None
    words: tuple[Passage, ...]
    period: str = ""
    year: str = ""
    scheme: tuple[str, ...] = ()
    sure: bool = True
    recipient: str = ""


def money(fields: Iterable[Field], budget: Iterable[Sum], section: Section) -> Iterator[Money]:
    """Give what the rubrics ``fields`` and the tables of a fiche's ``budget`` say of money."""
    for one in budget:
        name = one.words[0] if one.funder else Passage(())
        yield Money(name, one.euros, one.words, one.period, one.year, one.schemes)
    payers = Payers(section)
    for field in fields:
        who = getter_of(field.blocks, section) if field.kind in MONEY else ""
        field = replace(field, blocks=[block for block in field.blocks if not (who and says_getter(block.words.text))])
        told = [sentence for words in _whole(field, section) for sentence in sentences(words)]
        often = _announced_period(told[0].text, payers) if told else ""
        stated = tuple(_settled([one for words in told for one in _sentence(words, field, payers)]))
        told_one = any(one.recipient for one in stated)  # who gets one amount gets no other
        who = "" if told_one else who
        yield from (
            replace(one, period=one.period or often, recipient=one.recipient or (who if one.funder else ""))
            for one in stated
        )
        if field.kind == "budget":
            yield from _named(field, section)


def _whole(field: Field, section: Section) -> Iterator[Passage]:
    """Give the words of ``field``, a name with the amount or its own rest that a narrow column prints below it."""
    blocks = (block.words for block in field.blocks)
    return rejoined(
        blocks,
        lambda before, after: (
            _waits(before.text.rstrip()[-1:], after.text) or cuts_own(before.text, after.text, section.territory)
        ),
    )


def _waits(last: str, after: str) -> bool:
    """Whether what ends with the character ``last`` waits for what is ``after`` it: a colon, a name for an amount."""
    first = next(amounts(after), None) if last.isalpha() else None
    return last == ":" or (first is not None and first.start == 0)


def _settled(stated: list[Money]) -> Iterator[Money]:
    """Give what a rubric states; an amount of nobody that no word tells is its total where it is the only one.

    The parts of a total that is paid once, below it, are paid once too.
    """
    totals = [one for one in stated if not one.funder]
    once = False
    for one in stated:
        once = once if one.funder else one.period == "unique"
        if one.sure or len(totals) == 1:
            yield replace(one, period="unique") if once and not (one.period or one.year) else one


def _sentence(sentence: Passage, field: Field, payers: Payers) -> Iterator[Money]:
    """Give the amounts of a sentence with who gives them, and who gives without an amount.

    Outside a rubric of money an amount may be a threshold or a price.
    """
    found = amounts_in(sentence.text)
    if not found:
        yield from _promised(sentence, payers)
        if field.kind in MONEY and _SHARED.search(sentence.text):
            yield from _bare(sentence, payers, ())
    elif field.kind == "budget" or not cued("refused", sentence.text):
        stated = list(_stated(sentence, found, field, payers))
        financed = money_cue("financed").search(plain(sentence.text)) is not None
        yield from (one for one in stated if one.sure or field.kind == "budget" or financed)
        said = {name for one in stated for name in (one.funder.text, *one.scheme)}
        if field.kind in MONEY:
            yield from _bare(sentence, payers, said)
        if financed:
            yield from (one for one in _promised(sentence, payers) if one.funder.text not in said)


def _stated(sentence: Passage, found: Sequence[Amount], field: Field, payers: Payers) -> Iterator[Money]:
    """Give each amount that is ``found`` in a sentence, with who gives it and how often."""
    listed = field.kind == "financeur"
    done, whole, giver = 0, "", Passage(())
    for index, (euros, start, end) in enumerate(found):
        limit = found[index + 1][1] if index + 1 < len(found) else len(sentence.text)
        before = sentence.text[done:start]
        funder, read = payers.of(sentence, done, (start, end), limit, listed=listed)
        if read == end and _LEFT.match(plain(sentence.text[end:limit])):  # what is left to another than who gives
            done = end
            continue
        giver = funder or (giver if money_cue("more").fullmatch(plain(before)) else Passage(()))
        own, behind = own_words(sentence.text, done, (start, end), limit)
        often = period_of(sentence.text, start, behind) or whole or period(field.said)
        whole = whole if giver else often
        said = own if before.rstrip().endswith("+") else before
        sure = bool(giver) or _is_totalled(sentence.text[end:]) or _is_total(said, field.kind)
        words = (giver, sentence.cut(start, end)) if giver else (sentence.cut(done, end),)
        scheme = scheme_of(own.replace(giver.text, ""), behind) if giver else ()
        when = year(f"{own} {behind}") or year(field.said)
        gets = getter_behind(sentence.text[end:limit], payers.named(sentence.text[end:limit])) if funder else ""
        yield Money(giver, euros, words, often, when, scheme, sure, gets)
        done = read


def _announced_period(text: str, payers: Payers) -> str:
    """Return how often all the amounts of a rubric are paid that begins by saying it: ``Par an : Caf : 900 €, ...``."""
    lead = _LEAD.match(text)
    return period(lead["said"]) if lead is not None and not payers.named(lead["said"]) else ""


def _is_totalled(behind: str) -> bool:
    """Whether the words ``behind`` an amount say that it is a total."""
    return money_cue("totalled").match(plain(behind)) is not None


def _bare(sentence: Passage, payers: Payers, said_already: Collection[str]) -> Iterator[Money]:
    """Give who shares in funding without an amount of their own: ``(Caf 60 %, commune 40 %)``.

    They are no givers of an amount that the sentence states, nor what one is given under: ``(fonds propres)``.
    """
    said = plain(sentence.text)
    named = payers.named(sentence.text)
    for mention in named:
        name = sentence.cut(mention.start, mention.end)
        stands = money_cue("bare").search(said[: mention.start]) and money_cue("share").match(said[mention.end :])
        gets = money_cue("recipient").search(said[: mention.start])
        aside = any(_ASIDE.fullmatch(said, other.end, mention.start) for other in named)
        if stands and not (aside or gets) and name.text not in said_already:
            yield Money(name, None, (name,))


def _is_total(before: str, kind: str) -> bool:
    """Whether the words ``before`` an amount say that it is a total, or, in a rubric of money, say nothing else."""
    return is_total(before) or (kind == "budget" and not re.search(r"[a-z]{3}", plain(before)))


def _promised(sentence: Passage, payers: Payers) -> Iterator[Money]:
    """Give who funds by a sentence without amount: ``participation financière de la Caf``."""
    cue = money_cue("funds").search(plain(sentence.text))
    if cue is None:
        return
    for mention in payers.named(sentence.text[cue.end() :]):
        name = sentence.cut(cue.end() + mention.start, cue.end() + mention.end)
        yield Money(name, None, (name,))


def _named(field: Field, section: Section) -> Iterator[Money]:
    """Give the institutions that a rubric of money names without an amount (``Financement : Caf, commune``)."""
    for block in field.blocks:
        said = block.words.text
        told = money_cue("funds").search(plain(said)) or (_SHARED.search(said) and cued("gives", said))
        if not told and not amounts_in(said):
            for name, actor in actors([block], section):
                payer = paying(section, name)
                if payer or actor.kind in FUNDERS:
                    yield Money(payer or name, None, (payer or name,))
