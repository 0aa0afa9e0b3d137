"""Doubts about what was read as a whole: a document about no convention, names that the reference leaves open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from loaders.resolve import fold
from maillage import reference
from maillage.facts import Act, CoveredCommune, Doubt, Equipment, Fact, Signatory
from maillage.reference import Territory

_ABOUT = "convention"
_SHOWN = 5


def doubts(facts: Sequence[Fact]) -> Iterator[Doubt]:
    """Give what must be known of ``facts`` to read them rightly."""
    acts = [fact for fact in facts if isinstance(fact, Act)]
    if acts and not any(getattr(fact, _ABOUT, "") for fact in facts):
        kinds = ", ".join(dict.fromkeys(act.kind for act in acts if act.kind))
        yield _doubt(acts[0], acts[0].place.document, "document-sans-ctg", kinds)
    for fact in facts:
        for name in _open_names(fact):
            homonyms = _bearers().get(fold(name), ())
            if len(homonyms) > 1:
                yield _doubt(fact, f"{getattr(fact, _ABOUT)}/{name}", "nom-ambigu", _listed(homonyms))
            elif not isinstance(fact, CoveredCommune):  # a shape tells these
                yield _doubt(fact, f"{getattr(fact, _ABOUT)}/{name}", "nom-non-reconnu", name)


def _open_names(fact: Fact) -> Iterator[str]:
    """Give the names of territories to which ``fact`` has no code."""
    if isinstance(fact, CoveredCommune) and not fact.commune_code:
        yield fact.commune
    if isinstance(fact, Equipment) and fact.commune and not fact.commune_code:
        yield fact.commune
    if isinstance(fact, Signatory) and fact.actor_kind in ("commune", "epci") and not fact.actor_code:
        yield fact.actor


@cache
def _bearers() -> Mapping[str, tuple[Territory, ...]]:
    """Return the communes and EPCI by their folded names."""
    known = reference.load()
    found: dict[str, list[Territory]] = defaultdict(list)
    for territory in (*known.communes.values(), *known.epcis.values()):
        found[fold(territory.name)].append(territory)
    return {name: tuple(territories) for name, territories in found.items()}


def _listed(homonyms: Sequence[Territory]) -> str:
    """Return the homonyms with their codes, the first few of many."""
    shown = [f"{territory.name} ({territory.code})" for territory in homonyms[:_SHOWN]]
    return ", ".join([*shown, *(["…"] if len(homonyms) > _SHOWN else [])])


def _doubt(about: Fact, subject: str, code: str, detail: str) -> Doubt:
    return Doubt(
        place=about.place,
        act=about.act,
        rule="reading.whole",
        tier="derived",
        code=code,
        subject=subject,
        detail=detail,
    )
