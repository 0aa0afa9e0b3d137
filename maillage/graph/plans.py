"""The plan d'actions: which nodes there are, which stands under which, and the fiches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from maillage import facts as f
from maillage.graph import iris
from maillage.graph.saying import Saying
from maillage.graph.statements import FICHE, concept, printed
from maillage.names import ascii_words
from maillage.vocabulary import RDFS, Class, M, ObjectProperty

_KINDS: Mapping[str, Class] = {
    "socle": M.Socle,
    "enjeu": M.Enjeu,
    "objectif": M.Objectif,
    "action": M.Action,
    "activite": M.Activite,
}
_ROLES: Mapping[str, ObjectProperty] = {
    "pilote": M.pilote,
    "service": M.service,
    "partenaire": M.partenaire,
    "financeur": M.financeur,
}
_NODE = {"number": printed(M.numero), "label": printed(RDFS.label), "themes": concept(M.theme, "theme")}

Key = tuple[str, str, str]


class Outline:
    """The nodes of the plans of one document, in the order in which it gives them."""

    def __init__(self, facts: Iterable[f.Fact]) -> None:
        self._nodes = tuple(fact for fact in facts if isinstance(fact, f.PlanNode))
        self._restarted = _restarted(self._nodes)
        self._named: dict[tuple[str, str], list[int]] = defaultdict(list)
        for position, node in enumerate(self._nodes):
            for name in {node.number, ascii_words(node.label)} - {""}:
                self._named[node.convention, name].append(position)
        self._parents: dict[f.PlanNode, f.PlanNode | None] = {}
        for position, node in enumerate(self._nodes):
            self._parents[node] = self._above(position)

    def iri(self, node: f.PlanNode, scope: str) -> str:
        """Return the IRI of a node: its kind and number; its label where it has no number.

        Where numbers begin again under each parent, the parent's tells the nodes apart.
        """
        if not node.number:
            return iris.mint("plan", scope, node.kind, iris.digest(ascii_words(node.label)))
        within = iris.digest(node.parent_number) if _key(node) in self._restarted else ""
        return iris.mint("plan", scope, node.kind, iris.number_slug(node.number), within)

    def parent(self, node: f.PlanNode) -> f.PlanNode | None:
        """Return the node that ``node`` stands under; None where it stands under none that the document names."""
        return self._parents[node]

    def _above(self, position: int) -> f.PlanNode | None:
        """Find the nearest node before (or, failing that, after) that bears the number or label of the parent."""
        node = self._nodes[position]
        names = (node.parent_number, ascii_words(node.parent_number))
        found = {at for name in names for at in self._named.get((node.convention, name), ())}
        others = [at for at in found if _key(self._nodes[at]) != _key(node) and not self._is_under(at, node.kind)]
        nearest = min(others, key=lambda at: (at > position, abs(at - position)), default=None)
        return None if nearest is None or not node.parent_number else self._nodes[nearest]

    def _is_under(self, position: int, kind: str) -> bool:
        """Tell whether a node of another kind stands under one of ``kind``: it has none of ``kind`` under it."""
        if self._nodes[position].kind == kind:
            return False
        seen: set[f.PlanNode] = set()
        above = self._parents.get(self._nodes[position])
        while above is not None and above.kind != kind and above not in seen:
            seen.add(above)
            above = self._parents.get(above)
        return above is not None and above.kind == kind


def _key(node: f.PlanNode) -> Key:
    return node.convention, node.kind, node.number or ascii_words(node.label)


def _restarted(nodes: Iterable[f.PlanNode]) -> frozenset[Key]:
    """Return the numbers that stand for several nodes: under other parents, with other labels."""
    seen: dict[Key, set[tuple[str, str]]] = defaultdict(set)
    for node in nodes:
        if node.number:
            seen[_key(node)].add((node.parent_number, ascii_words(node.label)))
    several = (key for key, found in seen.items() if all(len(set(column)) > 1 for column in zip(*found, strict=True)))
    return frozenset(several)


def things(saying: Saying, fact: f.Fact, outline: Outline) -> None:
    """Describe the nodes and fiches that a statement is about."""
    match fact:
        case f.PlanNode():
            _node(saying, fact, outline)
        case f.Fiche():
            saying.describe(_fiche(saying, fact.convention, fact.number, fact.title), fact, FICHE)
        case f.FicheActor():
            _engagement(saying, fact)
        case f.FicheItem():
            _fiche(saying, fact.convention, fact.fiche)
        case _:
            pass


def _node(saying: Saying, fact: f.PlanNode, outline: Outline) -> None:
    """A node of the plan, and the one above it."""
    scope = saying.scope(fact.convention)
    iri = outline.iri(fact, scope)
    above = outline.parent(fact)
    saying.writer.link(saying.subject, M.noeud, iri)
    saying.writer.is_a(iri, _KINDS.get(fact.kind, M.NoeudPlan))
    saying.writer.link(iri, M.convention, saying.agreement(fact.convention))
    saying.describe(iri, fact, _NODE)
    if above:
        saying.writer.link(iri, M.parent, outline.iri(above, scope))


def _engagement(saying: Saying, fact: f.FicheActor) -> None:
    """An actor's part in a fiche: the direct property stands beside the statement."""
    iri = _fiche(saying, fact.convention, fact.fiche)
    if prop := _ROLES.get(fact.role):
        saying.writer.link(iri, prop, saying.actor(M.acteur))


def _fiche(saying: Saying, convention: str, number: str, title: str = "") -> str:
    """Say that the fiche exists, that the statement is about it, and give its IRI."""
    iri = iris.fiche(saying.scope(convention), number, title)
    saying.writer.is_a(iri, M.FicheAction)
    saying.writer.say(iri, M.numero, number)
    saying.writer.link(iri, M.convention, saying.agreement(convention))
    saying.writer.link(saying.subject, M.fiche, iri)
    return iri
