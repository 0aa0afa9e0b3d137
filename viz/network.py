"""The network of commitments: from the table of a question to a graph of actors and of what they commit to.

An actor is linked to what it pilots, funds, signs or supports: a fiche, a convention, an équipement, or the actor that
receives its money. Each link is one statement of one act, with its place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from decimal import Decimal
from typing import TYPE_CHECKING

import networkx as nx

from maillage.errors import QueryError
from maillage.queries import run
from maillage.store import Endpoint
from maillage.table import Cell, Table
from maillage.thesauri import SCHEMES

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]
else:
    Graph = nx.MultiDiGraph

RELATIONS = ("pilote", "financeur", "partenaire", "signataire", "soutien", "service")
"""The roles that a link may have, in the order in which the views tell them."""


@dataclass(frozen=True, slots=True)
class Node:
    """An actor, or something that actors commit to: ``kind`` is a kind of actor, ``fiche``, ``convention``..."""

    iri: str
    label: str
    kind: str = "autre"
    territory: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One commitment: who (``source``) in which role to what (``target``), and where it is stated.

    ``printed`` is the actor as the act prints it, ``convention`` a key, ``fiche`` a number;
    ``themes`` are concept ids; ``amount`` is in euros, exact; ``act`` and ``place`` are IRIs.
    """

    source: str
    target: str
    role: str
    printed: str = ""
    convention: str = ""
    fiche: str = ""
    themes: tuple[str, ...] = ()
    amount: Decimal | None = None
    period: str = ""
    object: str = ""
    act: str = ""
    act_title: str = ""
    document: str = ""
    lines: str = ""
    place: str = ""


def network(table: Table, areas: Mapping[str, str] | None = None) -> Graph:
    """Build the graph of ``table``, whose columns are those of ``queries/pages/reseau.rq``; no link stands twice.

    ``areas`` are the names of territories by official code and of conventions by key: the IRI of an actor ends with
    the code of its area, that of a convention with its key.
    """
    graph: Graph = nx.MultiDiGraph()
    for row in table:
        for end in ("source", "target"):
            _add(graph, _node(row, end, areas or {}))
    for link in dict.fromkeys(_link(row) for row in table):
        graph.add_edge(link.source, link.target, **_attributes(link))
    return graph


def read_network(store: Endpoint, *, convention: str = "", theme: str = "", relations: Collection[str] = ()) -> Graph:
    """Ask ``store`` for the network of a convention (key), a theme (id) and some ``relations``; all where empty.

    Raises QueryError for a convention, theme or relation that is not known.
    """
    _check("theme", theme, [concept.id for concept in SCHEMES["themes"]])
    for relation in relations:
        _check("relation", relation, RELATIONS)
    table = run(store, "pages/reseau", {"convention": convention})
    kept = (
        row
        for row in table
        if (not theme or theme in _text(row, "themes").split(";"))
        and (not relations or _text(row, "role") in relations)
    )
    areas = {_text(row, "code"): _text(row, "label") for row in run(store, "pages/aires")}
    return network(Table(table.columns, tuple(tuple(row.values()) for row in kept)), areas)


def _check(name: str, word: str, allowed: Collection[str]) -> None:
    if word and word not in allowed:
        values = ", ".join(allowed)
        raise QueryError(
            f"« {word} » n'est pas une valeur de « {name} ». Valeurs : {values}.",
            f"“{word}” is not a value of “{name}”. Values: {values}.",
        )


def nodes(graph: Graph) -> tuple[Node, ...]:
    """The nodes of ``graph``, by kind, label and IRI."""
    found = (Node(iri, **{name: str(values[name]) for name in _NODE_FIELDS}) for iri, values in graph.nodes(data=True))
    return tuple(sorted(found, key=lambda node: (node.kind, node.label, node.iri)))


def links(graph: Graph) -> tuple[Link, ...]:
    """The links of ``graph``, by role, ends and place."""
    return tuple(sorted(_links(graph), key=_link_key))


def _links(graph: Graph) -> Iterator[Link]:
    for source, target, values in graph.edges(data=True):
        texts = {name: str(values[name]) for name in _LINK_FIELDS}
        amount = Decimal(str(values["amount"])) if values["amount"] else None
        themes = tuple(theme for theme in str(values["themes"]).split(";") if theme)
        yield Link(source, target, themes=themes, amount=amount, **texts)


def _add(graph: Graph, node: Node) -> None:
    """Add ``node``; of several labels of one thing the first in the alphabet stays."""
    if node.iri not in graph or node.label < str(graph.nodes[node.iri]["label"]):
        values = asdict(node)
        values.pop("iri")
        graph.add_node(node.iri, **values)


def _node(row: Mapping[str, Cell], end: str, areas: Mapping[str, str]) -> Node:
    iri, kind = _text(row, end), _text(row, f"{end}_kind") or "autre"
    last = iri.rsplit("/", 1)[-1]
    printed = _text(row, f"{end}_label") or last
    label = areas.get(last, printed) if kind == "convention" else printed
    territory = _text(row, f"{end}_territory") or areas.get(last, "")
    number = _text(row, "fiche") if kind == "fiche" else ""
    return Node(iri, label, kind, "" if territory == label else territory, number)


def _link(row: Mapping[str, Cell]) -> Link:
    amount = row["amount"]
    return Link(
        _text(row, "source"),
        _text(row, "target"),
        themes=tuple(theme for theme in _text(row, "themes").split(";") if theme),
        amount=None if amount is None else Decimal(str(amount)),
        convention=_text(row, "convention_key"),
        **{name: _text(row, name) for name in _LINK_FIELDS if name != "convention"},
    )


def _attributes(link: Link) -> dict[str, str]:
    """Return what the graph keeps of ``link``: plain texts, which every file format of a graph can hold."""
    values = {name: str(getattr(link, name)) for name in _LINK_FIELDS}
    return values | {"themes": ";".join(link.themes), "amount": "" if link.amount is None else f"{link.amount:f}"}


def _text(row: Mapping[str, Cell], name: str) -> str:
    value = row.get(name)
    return "" if value is None else str(value)


def rank_of_role(role: str) -> int:
    """Return where ``role`` stands in RELATIONS; after them where it is unknown."""
    return RELATIONS.index(role) if role in RELATIONS else len(RELATIONS)


def _link_key(link: Link) -> tuple[object, ...]:
    return (rank_of_role(link.role), link.source, link.target, link.document, link.lines, link.object, str(link.amount))


_NODE_FIELDS = tuple(field.name for field in fields(Node) if field.name != "iri")
_LINK_FIELDS = tuple(field.name for field in fields(Link) if field.name not in {"source", "target", "themes", "amount"})
