"""Where the facts name actors: for each table, the property, and the fields of the name, the kind and the code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from maillage.facts import (
    Act,
    Amendment,
    Convention,
    Correction,
    CoveredCommune,
    Deliberation,
    Equipment,
    Fact,
    FicheActor,
    Funding,
    Governance,
    Signatory,
    Statistic,
)
from maillage.graph.facts_fields import text_of, texts_of
from maillage.vocabulary import M, ObjectProperty


class Slot(NamedTuple):
    """A place for an actor in a table; ``known_only`` where a name that nothing recognises makes no actor."""

    prop: ObjectProperty
    name: str
    kind: str = ""
    code: str = ""
    known_only: bool = False


class Mention(NamedTuple):
    """An actor as a fact names it; ``kind`` and ``code`` are empty where the fact does not say."""

    prop: ObjectProperty
    name: str
    kind: str
    code: str
    convention: str
    known_only: bool


ACTORS: Mapping[type[Fact], tuple[Slot, ...]] = {
    Act: (Slot(M.emetteur, "issuer", code="issuer_code", known_only=True),),
    Deliberation: (Slot(M.organe, "body", code="body_code", known_only=True),),
    Amendment: (Slot(M.adherent, "joining_actors"),),
    Signatory: (Slot(M.acteur, "actor", "actor_kind", "actor_code"),),
    FicheActor: (Slot(M.acteur, "actor", "actor_kind", "actor_code"),),
    Equipment: (Slot(M.acteur, "supporter", code="supporter_code"),),
    Funding: (Slot(M.financeur, "funder"), Slot(M.beneficiaire, "recipient")),
    Governance: (Slot(M.membre, "member", known_only=True),),
    Correction: (Slot(M.acteur, "actors"),),
}
TERRITORIES: Mapping[type[Fact], tuple[Slot, ...]] = {
    Convention: (Slot(M.territoire, "territory", code="territory_code"),),
    CoveredCommune: (Slot(M.commune, "commune", code="commune_code"),),
    Statistic: (Slot(M.territoire, "territory", code="territory_code"),),
}
"""Names of territories that are no actors by being named, but tell what a name without a code means."""


def actors(fact: Fact) -> Iterator[Mention]:
    """Give the actors that ``fact`` names."""
    yield from _mentions(fact, ACTORS.get(type(fact), ()))


def territories(fact: Fact) -> Iterator[Mention]:
    """Give the territories that ``fact`` names with their code."""
    return (mention for mention in _mentions(fact, TERRITORIES.get(type(fact), ())) if mention.code)


def _mentions(fact: Fact, slots: tuple[Slot, ...]) -> Iterator[Mention]:
    convention = text_of(fact, "convention")
    for slot in slots:
        kind, code = text_of(fact, slot.kind), text_of(fact, slot.code)
        for name in texts_of(fact, slot.name) or ("",) * bool(code):
            yield Mention(slot.prop, name, kind, code, convention, slot.known_only)
