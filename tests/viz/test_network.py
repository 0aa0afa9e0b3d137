"""The network: who is bound to what, each link with its place; the same rows, the same graph."""

from __future__ import annotations

from decimal import Decimal

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.errors import QueryError
from maillage.store import Store
from maillage.table import Cell, Table
from viz.layout import positions
from viz.network import RELATIONS, Link, links, network, nodes, read_network

COLUMNS = (
    *("source", "source_label", "source_kind", "target", "target_label", "target_kind", "target_territory"),
    *("role", "printed", "convention_key", "fiche", "themes", "amount", "period", "object"),
    *("act", "act_title", "document", "lines", "place"),
)


def table(*rows: dict[str, Cell]) -> Table:
    return Table(COLUMNS, tuple(tuple(row.get(name) for name in COLUMNS) for row in rows))


ROW: dict[str, Cell] = {
    "source": "i:acteur/caf/caf/39",
    "source_label": "Caf du Jura",
    "source_kind": "caf",
    "target": "i:fiche/c/3-bis",
    "target_label": "Ouvrir un lieu",
    "target_kind": "fiche",
    "role": "financeur",
    "convention_key": "c",
    "fiche": "3 bis",
    "themes": "enfance;parentalite",
    "amount": Decimal("1488.60"),
    "document": "acte",
    "lines": "4;8-9",
}


def test_a_row_is_a_link_between_two_nodes() -> None:
    graph = network(table(ROW), {"39": "Jura"})
    assert [(node.label, node.kind, node.territory, node.number) for node in nodes(graph)] == [
        ("Caf du Jura", "caf", "Jura", ""),
        ("Ouvrir un lieu", "fiche", "", "3 bis"),
    ]
    (link,) = links(graph)
    assert (link.role, link.themes, link.amount, link.lines) == (
        "financeur",
        ("enfance", "parentalite"),
        Decimal("1488.60"),
        "4;8-9",
    )


def test_a_statement_that_comes_twice_is_one_link() -> None:
    other_label = ROW | {"target_label": "Autre intitulé"}
    graph = network(table(ROW, ROW, other_label))
    assert graph.number_of_edges() == 1
    assert graph.nodes["i:fiche/c/3-bis"]["label"] == "Autre intitulé"


def test_two_roles_or_two_places_are_two_links() -> None:
    assert network(table(ROW, ROW | {"role": "pilote"}, ROW | {"lines": "12"})).number_of_edges() == 3


@given(st.permutations([ROW, ROW | {"role": "pilote"}, ROW | {"lines": "12"}, ROW | {"source": "i:acteur/msa/msa/39"}]))
def test_the_order_of_the_rows_does_not_matter(rows: list[dict[str, Cell]]) -> None:
    assert links(network(table(*rows))) == links(network(table(ROW, *rows)))


def test_a_graph_can_be_written_for_other_programs(store: Store) -> None:
    assert "Caf" in "".join(nx.generate_graphml(read_network(store)))
    assert "Caf" in "".join(nx.generate_gexf(read_network(store)))


def test_the_whole_network_of_a_store(store: Store) -> None:
    graph = read_network(store)
    found = links(graph)
    assert {link.role for link in found} <= set(RELATIONS)
    assert {"pilote", "financeur", "signataire", "soutien"} <= {link.role for link in found}
    assert all(link.document and link.lines and link.place and link.convention for link in found)
    assert all(node.label and node.kind for node in nodes(graph))


def test_a_network_can_be_narrowed(store: Store) -> None:
    every = links(read_network(store))
    convention, theme = every[0].convention, next(link.themes[0] for link in every if link.themes)
    assert links(read_network(store, convention=convention)) == tuple(x for x in every if x.convention == convention)
    assert links(read_network(store, theme=theme)) == tuple(x for x in every if theme in x.themes)
    some = links(read_network(store, relations=("pilote", "soutien")))
    assert some == tuple(x for x in every if x.role in {"pilote", "soutien"})


@pytest.mark.parametrize("wrong", [{"theme": "jardinage"}, {"relations": ("ami",)}, {"convention": "nulle-part-1900"}])
def test_what_is_not_known_is_refused(store: Store, wrong: dict[str, str]) -> None:
    with pytest.raises(QueryError, match="|".join(["jardinage", "ami", "nulle-part"])):
        read_network(store, **wrong)


def test_nodes_start_apart_and_always_in_the_same_way() -> None:
    joined = [Link(f"a{at}", f"b{at}", "pilote", convention=f"c{at % 3}") for at in range(30)]
    iris = sorted({end for link in joined for end in (link.source, link.target)})
    first = positions(iris, joined)
    assert len(set(first.values())) == len(iris)
    assert first == positions(iris, list(reversed(joined)))
