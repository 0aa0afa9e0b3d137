"""Mutants: copies of the things of a valid graph, each with one property damaged, all in one graph.

A mutant is a copy of one thing under another name, so that hundreds can be judged at once. What refers to the thing is
copied too and refers to the mutant, since some damages show only there (a link to a thing without a class).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from maillage.vocabulary import M

NOWHERE = URIRef("https://w3id.org/maillage/id/nulle-part")
NUMBERS = frozenset((XSD.integer, XSD.decimal))
START, END = URIRef(M.debut), URIRef(M.fin)

Triple = tuple[Node, Node, Node]


@dataclass(frozen=True)
class Mutant:
    """A thing of class ``cls`` of which ``prop`` was damaged: what it says, and the names under which it is judged."""

    cls: str
    prop: str
    damage: str
    triples: tuple[Triple, ...]
    names: frozenset[Node]


def mutants(valid: Graph, classes: Iterable[str], prefix: str) -> Iterator[Mutant]:
    """Damage each property of the first thing of each class, in every way that its value allows."""
    for cls in classes:
        thing = min(valid.subjects(RDF.type, URIRef(prefix + cls)), key=str, default=None)
        if thing is None:
            raise LookupError(f"the valid graph has no {cls}")
        for prop in sorted(set(valid.predicates(thing)), key=str):
            values = sorted(valid.objects(thing, prop), key=str)
            for damage, damaged in damages(valid, thing, prop, values):
                yield _mutant(valid, thing, (cls, str(prop), damage), damaged)


def damages(valid: Graph, thing: Node, prop: Node, values: list[Node]) -> Iterator[tuple[str, list[Triple]]]:
    """Give each damage of ``prop`` with all that the damaged thing then says."""
    others = [(s, p, o) for s, p, o in valid.triples((thing, None, None)) if p != prop]
    first = values[0]
    yield "remove", others
    yield "duplicate", [*others, *((thing, prop, value) for value in (*values, _other(first)))]
    yield "wrong type", [*others, (thing, prop, _wrong(first))]
    if isinstance(first, URIRef):
        yield "dangling link", [*others, (thing, prop, NOWHERE)]
    end = valid.value(thing, END)
    if prop == START and end is not None:
        rest = [(s, p, o) for s, p, o in others if p != END]
        yield "swapped dates", [*rest, (thing, START, end), (thing, END, first)]


def _other(value: Node) -> Node:
    """Return another value of the same kind."""
    if isinstance(value, URIRef):
        return URIRef(f"{value}-bis")
    if isinstance(value, Literal) and value.datatype in NUMBERS:
        return Literal(str(int(float(str(value))) + 1), datatype=value.datatype)
    if isinstance(value, Literal) and value.datatype == XSD.date:
        return Literal("2025-06-30", datatype=XSD.date)
    if isinstance(value, Literal) and value.datatype == XSD.gYear:
        return Literal("2099", datatype=XSD.gYear)
    return Literal(f"{value} bis")


def _wrong(value: Node) -> Node:
    """Return a value of another kind: a text for a link, a number or a date; a number for a text."""
    if isinstance(value, Literal) and value.datatype in (None, XSD.string):
        return Literal("17", datatype=XSD.integer)
    return Literal("autre chose")


def _mutant(valid: Graph, thing: Node, what: tuple[str, str, str], said: list[Triple]) -> Mutant:
    key = "-".join(part.rpartition("/")[2].rpartition("#")[2].replace(" ", "-") for part in what)
    copy = URIRef(f"{thing}/mutant/{key}")
    triples = [(copy, p, o) for _, p, o in said]
    names: set[Node] = {copy}
    referrer = min(valid.subjects(None, thing), key=str, default=None)
    if referrer is not None:
        twin = URIRef(f"{referrer}/mutant/{key}")
        names.add(twin)
        triples += [(twin, p, copy if o == thing else o) for _, p, o in valid.triples((referrer, None, None))]
    return Mutant(*what, tuple(triples), frozenset(names))
