"""What a shape sees of one act: its own triples, and what other graphs say of the things it names."""

from __future__ import annotations

from collections.abc import Sequence

from maillage.graph import BASE
from maillage.queries import run, triples
from maillage.store import Endpoint, Graph
from maillage.vocabulary import RDF

_IS_A = f"> <{RDF.type}> "


def acts(store: Endpoint) -> tuple[str, ...]:
    """Return the IRIs of the acts, which are the names of their graphs, in order."""
    return tuple(str(act) for act in run(store, "lookups/actes").column("act"))


def view(store: Graph, act: str) -> str:
    """Return the triples (N-Triples) that the shapes judge for ``act``.

    Actors, territories and documents stand once, in a graph of their own or in that of a document's first act: each is
    looked up by its IRI, because one query for all of them has an engine walk through the whole store.
    """
    own = list(store.lines(act))
    named = {line for thing in _named(own) for line in triples(store, "enonces", chose=thing)}
    return "\n".join(sorted([*own, *named.difference(own)])) + "\n"


def _named(lines: Sequence[str]) -> list[str]:
    """Return the things of the graph that ``lines`` name but do not describe."""
    described = {line[1 : line.index(">")] for line in lines if _IS_A in line}
    objects = {line[line.rindex("<") + 1 : -len("> .")] for line in lines if line.endswith("> .")}
    return sorted(thing for thing in objects - described if thing.startswith(BASE))
