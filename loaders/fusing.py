"""Fusing: what two acts of one file state of the same thing is one fact with both places (contract, general rules).

A deliberation that adopts the convention annexed to it names its parties and its period again, often shorter. The
contract itself is believed before the act that adopts it; where the two contradict each other, both facts stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from loaders.resolve import fold
from maillage.facts import Act, Amendment, Convention, CoveredCommune, Fact, Signatory, stated

F = TypeVar("F", Convention, Signatory, CoveredCommune, Amendment)

_CONTRACTS = ("convention", "avenant")
_DATES = ("start", "end")
_FREE = ("status", "label", "territory", "actor", "commune", "previous", "representative", "representative_role")
_OWN = ("signed_on", "representative", "representative_role")
_TITLES = frozenset(
    ("la", "le", "les", "l", "de", "des", "du", "d", "en", "et", "caf", "msa", "caisse", "allocations", "allocation")
) | frozenset(("familiales", "mutualite", "sociale", "agricole"))


def fuse(facts: Iterable[Fact]) -> list[Fact]:
    """Return ``facts``, those of several acts joined that state the same signature, convention, commune or avenant."""
    every = list(facts)
    kinds = {fact.act: fact.kind for fact in every if isinstance(fact, Act)}
    if len(kinds) < 2:
        return every
    every = list(_dated(every, kinds))
    every.sort(key=lambda fact: (kinds.get(fact.act) not in _CONTRACTS, fact.act))
    fused: list[Fact] = []
    for fact in every:
        if isinstance(fact, Convention):
            _take(fused, fact, _same_convention)
        elif isinstance(fact, Signatory):
            _take(fused, fact, _same_signature)
        elif isinstance(fact, CoveredCommune):
            _take(fused, fact, lambda a, b: (a.convention, a.commune_code) == (b.convention, b.commune_code))
        elif isinstance(fact, Amendment):
            _take(fused, fact, lambda a, b: (a.convention, a.number) == (b.convention, b.number))
        else:
            fused.append(fact)
    return [fact for fact in fused if not _group_of_named(fact, fused)]


def _take(fused: list[Fact], fact: F, same: Callable[[F, F], bool]) -> None:
    """Join ``fact`` to every fact of another act that is the same and does not contradict it, else add it."""
    joined = False
    for index, known in enumerate(fused):
        if type(known) is type(fact) and known.act != fact.act and same(known, fact) and _agree(known, fact):
            fused[index] = _joined(known, fact)
            joined = True
    if not joined:
        fused.append(fact)


def _same_convention(known: Convention, fact: Convention) -> bool:
    """Whether both are about one convention and one day of signature; a statement without a day is about each."""
    return known.convention == fact.convention and (known.signed_on == fact.signed_on or not fact.signed_on)


def _dated(facts: Sequence[Fact], kinds: Mapping[int, str]) -> Iterator[Fact]:
    """Give ``facts``, the convention of an avenant, or one that is over, that tells no day with that of another act."""
    days: dict[str, set[str]] = {}
    for fact in facts:
        if isinstance(fact, Convention) and fact.signed_on:
            days.setdefault(fact.convention, set()).add(fact.signed_on)
    for fact in facts:
        if not isinstance(fact, Convention) or fact.signed_on:
            yield fact
            continue
        signed = kinds.get(fact.act) == "avenant" or fact.status == "échue"
        told = days.get(fact.convention, set()) if signed else set()
        yield replace(fact, signed_on=min(told)) if len(told) == 1 else fact


def _same_signature(known: Signatory, fact: Signatory) -> bool:
    """Whether both are one actor's signature of one instrument; a Caf or an MSA may go by a shorter name."""
    instrument = (known.convention, known.signed_act, known.actor_kind) == (
        fact.convention,
        fact.signed_act,
        fact.actor_kind,
    )
    if not instrument or known.actor_code != fact.actor_code:
        return False
    if fact.actor_code:
        return True
    names = [frozenset(fold(name).split()) for name in (known.actor, fact.actor)]
    places = [name - _TITLES for name in names]
    if fact.actor_kind not in ("caf", "msa"):
        return names[0] == names[1]
    return not places[0] or not places[1] or bool(places[0] & places[1])


def _agree(known: Fact, fact: Fact) -> bool:
    """Whether no column contradicts: a date may be known to the day in one and to the year in the other."""
    for name in stated(fact):
        first, second = getattr(known, name), getattr(fact, name)
        if not first or not second or name in _FREE or first == second or name in ("convention", "signed_on"):
            continue
        if name == "joining_actors" and _shorter(second, first):
            continue
        if name in _DATES and (first.startswith(second) or second.startswith(first)):
            continue
        return False
    return True


def _shorter(names: Sequence[str], full: Sequence[str]) -> bool:
    """Whether each of ``names`` is one of the ``full`` ones, or stands for one by some of its words."""
    wholes = [set(fold(name).split()) for name in full]
    return all(any(set(fold(name).split()) <= whole for whole in wholes) for name in names)


def _joined(known: F, fact: F) -> F:
    """Return ``known`` with the place of ``fact``, and with what only that states or states more precisely."""
    changes: dict[str, Any] = {"place": known.place | fact.place}
    for name in stated(fact):
        first, second = getattr(known, name), getattr(fact, name)
        if (not first and second and name not in _OWN) or (name in _DATES and len(second) > len(first)):
            changes[name] = second
    return replace(known, **changes)


def _group_of_named(fact: Fact, fused: Sequence[Fact]) -> bool:
    """Whether a fact is the signature of communes as a group, where each of them signs by its name in another act."""
    if not isinstance(fact, Signatory) or fact.actor_kind != "groupe" or "communes" not in fold(fact.actor):
        return False
    instrument = (fact.convention, fact.signed_act)
    return any(
        isinstance(other, Signatory)
        and other.act != fact.act
        and other.actor_kind == "commune"
        and (other.convention, other.signed_act) == instrument
        for other in fused
    )
