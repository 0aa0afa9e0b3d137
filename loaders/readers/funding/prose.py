"""Amounts given, as sentences state them: ``La Caf verse annuellement près de 52 000 € au titre de ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from loaders.document import Item, Passage, Table
from loaders.readers.fiches.signs import FOR_ACTION
from loaders.readers.funding import words as says
from loaders.readers.funding.acting import gives_by_build
from loaders.readers.funding.before_amounts import is_pronoun, keyed_lines
from loaders.readers.funding.benefits import goes_to_families, titled_field
from loaders.readers.funding.column_roles import role_of
from loaders.readers.funding.context import Context, ended, names_alone
from loaders.readers.funding.donors import titled_object
from loaders.readers.funding.fiches_named import fiche_named
from loaders.readers.funding.former import convention_told
from loaders.readers.funding.getting import getter
from loaders.readers.funding.giving import giver
from loaders.readers.funding.mentions import FUNDS, mentions
from loaders.readers.funding.objects import budgeted_object, known_object
from loaders.readers.funding.purposes import (
    costed,
    named_above,
    points_back,
    points_to_post,
    post,
    purposes,
    tells_cost,
)
from loaders.readers.funding.rates import is_booked, is_charged, is_cost, is_priced, sums
from loaders.readers.funding.terms import scheme_of, when
from loaders.readers.funding.told import Told, told_of
from loaders.readers.outline import Standing
from loaders.resolve import fold
from loaders.words.amounts import Amount
from loaders.words.wording import plain, sentences
from maillage.facts import Funding

_NOTHING = Passage(())
_LONGEST_OBJECT = 90
_REACH = 400
_LETTER = re.compile(r"[^\W\d_]")
_ITS_AMOUNT = re.compile(r"\s?:\s?\d[\d\s.,]*\s?[kM]?(?:€|euros)")
_NOTE = re.compile(r"\[\d{1,2}\]\s")
"""What begins a footnote, which explains a term and states nothing of the act."""
_ELLIPTIC = re.compile(r"\W*(?:et |puis )?(?:par )?(?:la |le |l')")
_SUMS_UP = re.compile(r"\W*soit\b")


def read_prose(context: Context, standing: Standing) -> Iterator[Funding]:
    """Give the amounts that a paragraph or list item states as given to somebody."""
    if isinstance(standing.block, Table) or _NOTE.match(standing.block.words.text):
        return
    listed = context.lead.text.rstrip().endswith(":") or keyed_lines(standing.block.words)
    announced = listed and not ended(context.above)
    lead = context.lead if announced or isinstance(standing.block, Item) else Passage(())
    before = _said_before(context, standing)
    for sentence, following in zip_longest(said := sentences(standing.block.words), said[1:], fillvalue=_NOTHING):
        if not _LETTER.search(sentence.text):  # the number of a paragraph: "4.2."
            continue
        if found := sums(sentence.text):
            here = replace(context, lead=lead, before=before, around=standing.block.words.text)
            yield from _given(here, standing, sentence, following, found)
        before = before + sentence if is_pronoun(sentence.text) and len(before.text) < _REACH else sentence


def _given(
    context: Context, standing: Standing, sentence: Passage, following: Passage, found: list[Amount]
) -> Iterator[Funding]:
    """Give the amounts ``found`` in a sentence as facts, if they are given: it says so, or the ``following`` one."""
    paid = tells_cost(sentence.text) and points_back(following.text)
    if not (paid or _states(context, standing, sentence)):
        return
    for amount, told in told_of(context, sentence, found):
        titles = (title.words.text for title in reversed(standing.titles))
        key = convention_told(context.section, (told.text, sentence.text, *titles))
        fact = _fact(standing, amount, told)
        if not is_charged(told.text[: told.at], fact.funder):
            yield replace(fact, convention=key)


def _said_before(context: Context, standing: Standing) -> Passage:
    """Return the last sentence of the paragraph above, which a pronoun at the head of this one means.

    Below a table it is the one that announces it: who gives what stands in the table gives what is added to it. Below
    a list it is what announces that, and its last item; for what adds it up (``soit``) no item.
    """
    text = next((block for block in reversed(context.above) if not isinstance(block, Table)), None)
    if text is None:
        return Passage(())
    if isinstance(context.above[-1], Table) and not text.words.text.rstrip().endswith(":"):
        return Passage(())
    said = next(reversed(sentences(text.words)), Passage(()))
    below = ended(context.above) and not isinstance(standing.block, Item | Table)
    sums_up = not isinstance(standing.block, Table) and _SUMS_UP.match(standing.block.words.text)
    if below:
        return context.lead if sums_up else context.lead + said
    return said


def _states(context: Context, standing: Standing, sentence: Passage) -> bool:
    """Tell whether the amounts of a sentence are given: it says so, its title, its list or what its pronoun means."""
    title = standing.titles[-1].words.text if standing.titles else ""
    means = context.before.text if is_pronoun(sentence.text) and says.schemes(context.before.text) else ""
    sides = {role_of(fold(context.lead.text)), role_of(fold(sentence.text.partition(":")[0]))}
    if "spending" in sides:
        return False
    told = f"{title} {context.lead.text} {means} {sentence.text}"
    headed = context.shares or "funder" in sides or names_alone(context.lead.text) or _is_of_a_fund(context.around)
    built = headed or gives_by_build(sentence.text, context.donors.named(sentence.text))
    given = built or says.cued("given", told) or says.cued("received", told)
    refused = is_priced(sentence.text) or is_booked(sentence.text) or says.cued("doubted", sentence.text)
    return given and not refused


def _fact(standing: Standing, amount: Amount, told: Told) -> Funding:
    """Return the fact of an ``amount``, by what tells of it."""
    title = _title_of_money(standing) if told.lead else ""
    scheme = scheme_of(told) or says.schemes(title)
    funder = giver(told, scheme)
    scheme = scheme if funder or not is_cost(told.text[: told.at]) else ()
    period, year = when(told, scheme, title)
    section = told.context.section
    return Funding(
        place=section.place(told.context.lead, told.words),
        act=section.act,
        rule="funding.sentence",
        tier="derived",
        convention=section.convention,
        funder=funder,
        recipient=getter(told, scheme, funder),
        object=_object(standing, told, scheme),
        scheme=scheme,
        amount_eur=amount.euros,
        period=period,
        year=year,
    )


def _title_of_money(standing: Standing) -> str:
    """Return the nearest title above a list where it names a scheme: ``Bonus territoire 2024``; empty for any other."""
    title = standing.titles[-1].words.text if standing.titles else ""
    return title if says.schemes(title) else ""


def _object(standing: Standing, told: Told, scheme: tuple[str, ...]) -> str:
    """Return what the money is for: what the sentence says, else its titles; a family benefit is for itself.

    For a fiche that it names by its number, that is the fiche's title.
    """
    if fiche := fiche_named(told.context.section, told.text, FOR_ACTION):
        return fiche
    purpose = named_above(next(iter(told.purposes), ""), told.context.before.text)
    stated = purpose or told.subject or titled_field(told.text)
    stated = stated or _costed(told) or _labelled(told, scheme) or _listed_object(told) or _shared_object(told)
    if stated:
        return known_object(stated) if len(stated) > _LONGEST_OBJECT else stated
    if any(goes_to_families(name) for name in scheme):
        return ""
    field = "" if scheme else known_object(told.text) or known_object(told.whole.text)
    return field or titled_object(standing.titles)


def _costed(told: Told) -> str:
    """Return of what an amount is the cost, or a share in it: ``Le poste coûte ... La Caf le finance``; else empty.

    A post may be told of without its cost: ``La coordinatrice est employée par ... Son poste est financé ...``.
    """
    to_post = points_to_post(told.opening)
    if to_post and (named := post(told.context.before.text)):
        return named
    before = told.context.before.text if to_post or points_back(told.opening) else ""
    return costed(told.text) or costed(before)


def _labelled(told: Told, scheme: tuple[str, ...]) -> str:
    """Return what the label before an amount says that it is for; empty where it is its scheme: ``PSU : 12 000 €``."""
    return "" if told.label in scheme or says.schemes(told.label) else told.label


def _shared_object(told: Told) -> str:
    """Return what the sentence says that its first amount is for, of which a clause without a verb tells a share."""
    opening = told.context.opening.text
    elliptic = _ELLIPTIC.match(plain(told.text)) and not any(says.cue_ends("gives", told.text))
    return next(purposes(opening), "") if opening and elliptic else ""


def _listed_object(told: Told) -> str:
    """Return what the words that announce a list say that it is for; empty where that is an organisation."""
    said = budgeted_object(told.lead) or (next(purposes(told.lead), "") if told.context.shares else "")
    return "" if told.context.donors.named(said) else said


def _is_of_a_fund(block: str) -> bool:
    """Tell whether a line of ``block`` is a fund and its amount alone: ``Caf : 50 000 €. Ville : 75 000 €.``."""
    return any(one.kind in FUNDS and _ITS_AMOUNT.match(block, one.end) for one in mentions(block))
