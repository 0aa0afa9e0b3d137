"""The words of an amount of a fiche: which are its own, how often it is paid by them, and under what."""

from __future__ import annotations

import re
from decimal import Decimal

from loaders.readers.fiches.cues import money_cue
from loaders.readers.funding.benefits import aside_benefit, label_benefit
from loaders.readers.funding.words import period, schemes
from loaders.words.amounts import amounts
from loaders.words.numerals import NUMBER, canonical
from loaders.words.wording import plain

_JOINT = re.compile(r"[;+)]|,(?!\d)|\bpuis\b|\bet\b")
_BRACKETED = re.compile(r"\([^()]*\)")
_ASIDE = re.compile(rf"\s*{_BRACKETED.pattern}")
_UNITLESS = re.compile(rf"a hauteur de\s+(?P<number>{NUMBER})(?!\s?(?:%|k?€|euros?|\d))")
OWN_MEANS = re.compile(r"autofinancement|fonds propres")
"""What is given under no scheme, but out of what the giver has."""

Amount = tuple[Decimal, int, int]
"""The euros of an amount, where it begins and where it ends."""


def amounts_in(text: str) -> list[Amount]:
    """Return the amounts of ``text`` in order; ``à hauteur de 1488,60`` needs no unit."""
    found = [(one.euros, one.start, one.end) for one in amounts(text)]
    bare = _UNITLESS.finditer(plain(text))
    found.extend((Decimal(canonical(one["number"])), one.start("number"), one.end()) for one in bare)

    return sorted(found, key=lambda one: one[1])


def own_words(text: str, done: int, amount: tuple[int, int], limit: int) -> tuple[str, str]:
    """Return the words of an ``amount`` alone: from the joint with the one before, and behind it to the next joint.

    What stands in brackets behind it is its own, and behind the last one all up to a semicolon; what does so behind
    the amount before is that one's.
    """
    start, end = amount
    aside = _ASIDE.match(text, done, start) if done else None
    own = aside.end() if aside is not None else done
    joint = _JOINT.search(_closed(text[own:start])) if done else None
    behind = _closed(text[end:limit])
    stop = re.search(";", behind) if limit == len(text) else _JOINT.search(behind)
    return text[own + joint.end() if joint else own : start], text[end : end + stop.start() if stop else limit]


def _closed(text: str) -> str:
    """Return ``text``, as long as it is, without what it says in brackets."""
    return _BRACKETED.sub(lambda aside: "_" * len(aside[0]), text)


def scheme_of(before: str, behind: str) -> tuple[str, ...]:
    """Return what an amount is given under, by its own words; the means of the giver itself where they say so."""
    own = OWN_MEANS.search(plain(before))
    named = schemes(before) or label_benefit(before) or schemes(behind) or aside_benefit(behind)
    return named or ((before[slice(*own.span())],) if own is not None else ())


def period_of(text: str, start: int, behind: str) -> str:
    """Return how often an amount is paid, by the words right ``behind`` it, else those before it, else those behind."""
    return "an" if money_cue("yearly").match(plain(behind)) else period(text[:start]) or period(behind)
