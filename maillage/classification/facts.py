"""What facts are classified, by which of their words, under which scheme; a person's decision comes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from maillage.classification.rules import concepts
from maillage.facts import Classification, Equipment, Fact, Fiche, FicheItem, PlanNode, TypeDecision
from maillage.names import ascii_words
from maillage.thesauri import by_id

ACTIONS = "types-action"
FACILITIES = "types-equipement"
_KINDS_OF_NODE = frozenset({"action", "objectif"})
_NO = "non"


@dataclass(frozen=True, slots=True)
class _Text:
    """What is judged of a fact: by which rule, with what is known of its themes, and whether a domain is enough."""

    of: Fiche | FicheItem | PlanNode | Equipment
    title: str
    text: str
    scheme: str
    rule: str
    themes: tuple[str, ...] = ()
    narrow: bool = False


def classify(facts: Iterable[Fact]) -> tuple[Classification, ...]:
    """Return the classifications of the fiches, actions, objectives and équipements among ``facts``, in their order.

    A fiche is classified by its title and by its objectives: what an objective only touches on (a whole domain, such as
    youth) says nothing of the action. Each classification stands where its words stand. A TypeDecision among the facts
    adds a type to what bears its title, or takes it away.
    """
    facts = tuple(facts)
    decisions = [fact for fact in facts if isinstance(fact, TypeDecision)]
    titles = {(fact.convention, fact.number): fact.title for fact in facts if isinstance(fact, Fiche)}
    judged = [text for fact in facts for text in _texts(fact, titles)]
    return tuple(one for text in judged for one in _decided(text, decisions))


def _texts(fact: Fact, titles: dict[tuple[str, str], str]) -> Iterator[_Text]:
    match fact:
        case Fiche():
            yield _Text(fact, fact.title, fact.title, ACTIONS, "classification.intitule", fact.themes)
        case PlanNode() if fact.kind in _KINDS_OF_NODE:
            yield _Text(fact, fact.label, fact.label, ACTIONS, "classification.libelle", fact.themes)
        case FicheItem() if fact.kind == "objectif":
            title = titles.get((fact.convention, fact.fiche), "")
            yield _Text(fact, title, fact.text, ACTIONS, "classification.objectif", narrow=True)
        case Equipment():
            yield _Text(fact, fact.name, f"{fact.type}. {fact.name}", FACILITIES, "classification.equipement")
        case _:
            pass


def _decided(judged: _Text, decisions: Sequence[TypeDecision]) -> Iterator[Classification]:
    """Give what the rules assign, less what a person has taken away, and what a person has added."""
    ours = [one for one in decisions if one.convention == judged.of.convention and _same(one.title, judged.title)]
    refused = {one.concept for one in ours if ascii_words(one.verdict) == _NO}
    inferred = [one for one in _inferred(judged) if one.concept not in refused]
    yield from inferred
    known = {one.concept for one in inferred} | refused
    for decision in ours:
        if decision.concept in by_id(judged.scheme) and decision.concept not in known and not judged.narrow:
            made = _assigned(judged, decision.concept, judged.title)
            yield replace(made, place=decision.place, rule=decision.rule, correction=decision.correction)


def _inferred(judged: _Text) -> Iterator[Classification]:
    for found in concepts(judged.scheme, judged.text, judged.themes):
        if found.concept.broader or not judged.narrow:
            yield _assigned(judged, found.concept.id, found.words)


def _same(one: str, other: str) -> bool:
    return bool(one) and ascii_words(one) == ascii_words(other)


def _assigned(judged: _Text, concept: str, words: str) -> Classification:
    return Classification(
        place=judged.of.place,
        act=judged.of.act,
        rule=judged.rule,
        tier="derived",
        of=judged.of,
        convention=judged.of.convention,
        text=judged.text,
        scheme=judged.scheme,
        concept=concept,
        words=words,
    )
