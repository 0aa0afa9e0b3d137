"""The shapes said otherwise for rudof, which judges them in half the time; what they find is the same.

A shape that holds constraints has rudof judge them node by node: a constraint with targets of its own is judged for
all of them at once, and so is each part of a shape that asks for several. Of a path that is a choice, every branch is
followed from every node: a part for each branch, of the nodes that have it, follows none in vain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from rdflib import RDF, SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from maillage.checks.engines import Result

_TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)
_FRAME = frozenset((RDF.type, SH.severity, SH.message, SH.group, SH.targetClass, SH.targetSubjectsOf))
# What comes to the same for each branch of a path as for all of them.
_OF_A_VALUE = frozenset((SH.datatype, SH["class"], SH.nodeKind, SH.pattern, SH["or"], SH["not"]))
_PART = "#part-"

_Said = list[tuple[Node, Node]]


@dataclass(frozen=True, slots=True)
class Flat:
    """Shapes as rudof judges them fast (N-Triples), and what makes a node a target of those that are taken apart."""

    text: str
    aims: Mapping[str, frozenset[str]]

    def whole(self, found: Iterable[Result], ntriples: str) -> Iterator[Result]:
        """Give what is found in ``ntriples`` under the names of the shapes as they were written.

        A part of a shape judges whatever has its property: of what it finds, only what the shape aims at is told.
        """
        results = [(node, *shape.partition(_PART)) for node, shape in found]
        said = _said_of({node for node, _, part, _ in results if part}, ntriples)
        for node, name, part, _ in results:
            if not part or not said[node].isdisjoint(self.aims[name]):
                yield node, name


def _said_of(nodes: Set[str], ntriples: str) -> Mapping[str, frozenset[str]]:
    """Return the properties that ``ntriples`` give each of ``nodes``, alone and with their values."""
    said: dict[str, set[str]] = {node: set() for node in nodes}
    for line in ntriples.splitlines() if nodes else ():
        subject, _, rest = line.partition(" ")
        if (own := said.get(subject[1:-1])) is not None:
            own.update((rest, rest.partition(" ")[0]))
    return {node: frozenset(own) for node, own in said.items()}


def flat(shapes: str) -> Flat:
    """Return ``shapes`` (Turtle) as rudof judges them fast."""
    graph = Graph().parse(data=shapes, format="turtle")
    _aim(graph)
    alone = [shape for shape in graph.subjects(unique=True) if _is_alone(graph, shape)]
    parts = {shape: said for shape in alone if (said := [*_branches(graph, shape), *_members(graph, shape)])}
    aims = {str(shape): frozenset(_aims(graph, shape)) for shape in parts}
    for shape, said in parts.items():
        _take_apart(graph, shape, said)
    return Flat(graph.serialize(format="nt"), aims)


def _aim(graph: Graph) -> None:
    """Give each named constraint the targets of the shape that holds it, and let that shape go."""
    for shape, constraint in list(graph.subject_objects(SH.property)):
        if isinstance(constraint, URIRef) and _is_alone(graph, shape):
            for term, target in _targets(graph, shape):
                graph.add((constraint, term, target))
            graph.remove((shape, SH.property, constraint))
            if set(graph.predicates(shape)) <= {RDF.type, *_TARGETS}:
                graph.remove((shape, None, None))


def _targets(graph: Graph, shape: Node) -> _Said:
    """Return what ``shape`` aims at."""
    return [(term, target) for term in _TARGETS for target in graph.objects(shape, term)]


def _is_alone(graph: Graph, shape: Node) -> bool:
    """Tell whether ``shape`` has targets and no other asks for it."""
    return bool(_targets(graph, shape)) and (None, None, shape) not in graph


def _branches(graph: Graph, shape: Node) -> Iterator[_Said]:
    """Give what makes each part of a constraint on the values of a choice of properties, for whatever has one."""
    choice = graph.value(graph.value(shape, SH.path), SH.alternativePath)
    branches = list(Collection(graph, choice)) if choice else []
    if not set(graph.predicates(shape)) <= {SH.path, *_FRAME, *_OF_A_VALUE} or not all(map(_is_property, branches)):
        return
    judged = [(term, value) for term, value in graph.predicate_objects(shape) if term in _OF_A_VALUE]
    for branch in branches:
        yield [*judged, (SH.path, branch), (SH.targetSubjectsOf, branch)]


def _is_property(branch: Node) -> bool:
    """Tell whether a branch of a path is a property, not a path of its own."""
    return isinstance(branch, URIRef)


def _members(graph: Graph, shape: Node) -> Iterator[_Said]:
    """Give what makes each part of a shape that asks for several constraints at once, for the same targets."""
    held = graph.value(shape, SH.node)
    if set(graph.predicates(held)) == {SH.property} and set(graph.predicates(shape)) <= {SH.node, *_FRAME}:
        for member in graph.objects(held, SH.property):
            yield [*graph.predicate_objects(member), *_targets(graph, shape)]


def _aims(graph: Graph, shape: Node) -> Iterator[str]:
    """Give what follows a target of ``shape`` in N-Triples: a property, or the whole of what makes it of a class."""
    yield from (f"<{term}>" for term in graph.objects(shape, SH.targetSubjectsOf))
    yield from (f"<{RDF.type}> <{kind}> ." for kind in graph.objects(shape, SH.targetClass))


def _take_apart(graph: Graph, shape: Node, parts: Iterable[_Said]) -> None:
    """Put ``parts`` in the place of ``shape``."""
    graph.remove((shape, None, None))
    for rank, said in enumerate(parts):
        part = URIRef(f"{shape}{_PART}{rank}")
        graph.add((part, RDF.type, SH.PropertyShape))
        for term, value in said:
            graph.add((part, term, value))
