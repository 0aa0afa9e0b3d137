"""What things are classified under: the concept stands on the thing as well as on the statement that has the words."""

from __future__ import annotations

from collections.abc import Mapping

from maillage import facts as f
from maillage.graph import iris
from maillage.graph.means import facility
from maillage.graph.plans import Outline
from maillage.graph.saying import Saying
from maillage.thesauri import by_id
from maillage.vocabulary import M, ObjectProperty

_PROPERTIES: Mapping[str, ObjectProperty] = {"types-action": M.typeAction, "types-equipement": M.categorie}


def things(saying: Saying, fact: f.Fact, outline: Outline) -> None:
    """Say under which concept a classified thing stands."""
    if isinstance(fact, f.Classification):
        thing = _thing(saying, fact, outline)
        concept = by_id(fact.scheme)[fact.concept].iri
        prop = _PROPERTIES[fact.scheme]
        saying.writer.link(saying.subject, M.objetClasse, thing)
        saying.writer.link(saying.subject, prop, concept)
        saying.writer.link(thing, prop, concept)


def _thing(saying: Saying, fact: f.Classification, outline: Outline) -> str:
    """Return the IRI of what is classified."""
    scope = saying.scope(fact.convention)
    match fact.of:
        case f.PlanNode() as node:
            return outline.iri(node, scope)
        case f.Fiche() as fiche:
            return iris.fiche(scope, fiche.number, fiche.title)
        case f.FicheItem() as item:
            return iris.fiche(scope, item.fiche)
        case f.Equipment() as equipment:
            return facility(scope, equipment)
