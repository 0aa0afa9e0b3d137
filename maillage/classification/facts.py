"""What facts are classified, by which of their words, under which scheme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from maillage.classification.rules import Found, concepts
from maillage.facts import Classification, Equipment, Fact, Fiche, FicheItem, PlanNode

ACTIONS = "types-action"
FACILITIES = "types-equipement"
_KINDS_OF_NODE = frozenset({"action", "objectif"})


@dataclass(frozen=True, slots=True)
class _Text:
    """What is judged of a fact: by which rule, with what is known of its themes, and whether a domain is enough."""

    of: Fiche | FicheItem | PlanNode | Equipment
    text: str
    scheme: str
    rule: str
    themes: tuple[str, ...] = ()
    narrow: bool = False


def classify(facts: Iterable[Fact]) -> tuple[Classification, ...]:
    """Return the classifications of the fiches, actions, objectives and équipements among ``facts``, in their order.

    A fiche is classified by its title and by its objectives: what an objective only touches on (a whole domain, such as
    youth) says nothing of the action. Each classification stands where its words stand.
    """
    return tuple(_assigned(judged, found) for fact in facts for judged in _texts(fact) for found in _concepts(judged))


def _texts(fact: Fact) -> Iterator[_Text]:
    match fact:
        case Fiche():
            yield _Text(fact, fact.title, ACTIONS, "classification.intitule", fact.themes)
        case PlanNode() if fact.kind in _KINDS_OF_NODE:
            yield _Text(fact, fact.label, ACTIONS, "classification.libelle", fact.themes)
        case FicheItem() if fact.kind == "objectif":
            yield _Text(fact, fact.text, ACTIONS, "classification.objectif", narrow=True)
        case Equipment():
            yield _Text(fact, f"{fact.type}. {fact.name}", FACILITIES, "classification.equipement")
        case _:
            pass


def _concepts(judged: _Text) -> Iterator[Found]:
    for found in concepts(judged.scheme, judged.text, judged.themes):
        if found.concept.broader or not judged.narrow:
            yield found


def _assigned(judged: _Text, found: Found) -> Classification:
    return Classification(
        place=judged.of.place,
        act=judged.of.act,
        rule=judged.rule,
        tier="derived",
        of=judged.of,
        convention=judged.of.convention,
        text=judged.text,
        scheme=judged.scheme,
        concept=found.concept.id,
        words=found.words,
    )
