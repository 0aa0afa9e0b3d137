"""Amounts that an act states in a sentence and in a table: one fact, with both places and what each says of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from loaders.resolve import fold
from maillage.facts import Funding

_SENTENCE = "funding.sentence"
_SAID = ("scheme", "period", "year", "recipient", "object")


def united(facts: Iterable[Funding]) -> list[Funding]:
    """Return ``facts``, those of sentences joined to the one of a table that states the same amount.

    The table is believed; it takes from the sentence what it does not say.
    """
    every = list(facts)
    alike: dict[tuple[str, Decimal], list[int]] = {}
    for index, fact in enumerate(every):
        alike.setdefault((fact.convention, fact.amount_eur), []).append(index)
    for places in alike.values():
        _unite(every, places)
    return list(dict.fromkeys(every))


def _unite(every: list[Funding], places: Sequence[int]) -> None:
    """Join each sentence among the facts at ``places``, all of one amount, to the one of a table that it states."""
    told = {at: every[at] for at in places if every[at].rule == _SENTENCE}
    tabled = [at for at in places if every[at].rule != _SENTENCE]
    for at, fact in told.items():
        same = [other for other in tabled if _same(fact, every[other])]
        if len(same) == 1 and sum(_same(other, every[same[0]]) for other in told.values()) == 1:
            every[at] = every[same[0]] = _joined(every[same[0]], fact)


def _same(told: Funding, tabled: Funding) -> bool:
    """Whether a sentence tells of the same amount of a table: from the same, and for the same, where that is said.

    What the sentence says to get it can be what the table says that it is for; a total is for nothing in either.
    """
    if not told.funder or not _alike(told.funder, tabled.funder):
        return False
    if not all(_agree(getattr(told, name), getattr(tabled, name)) for name in ("scheme", "period", "year")):
        return False
    named = {fold(said) for said in (told.recipient, told.object) if said}
    return fold(tabled.object or tabled.recipient) in (named or {""})


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two say the same, or one of them nothing."""
    return not one or not other or one == other


def _alike(one: str, other: str) -> bool:
    """Whether two names are one, or one of them is short for the other: ``Caf`` and ``Caf du Lot``."""
    short, long = sorted((fold(one), fold(other)), key=len)
    return short == long or (bool(short) and long.startswith(f"{short} "))


def _joined(tabled: Funding, told: Funding) -> Funding:
    """Return the fact of a table with the place of the sentence, and with what only that says."""
    said = {name: getattr(tabled, name) or getattr(told, name) for name in _SAID}
    return replace(tabled, place=tabled.place | told.place, **said)
