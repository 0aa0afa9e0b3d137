"""The plan: every node under its parent, and one node for one place of the plan."""

from __future__ import annotations

import pytest

from maillage.facts import Place, PlanNode, Span
from maillage.graph.plans import Outline


def plan(*rows: tuple[str, str, str, str]) -> tuple[PlanNode, ...]:
    """Return nodes from (kind, number, parent, label), a line each."""
    return tuple(
        PlanNode(
            place=Place("acte", (Span(line, line),)),
            act=1,
            rule="r",
            convention="ici-2022",
            kind=kind,
            number=number,
            parent_number=parent,
            label=label,
        )
        for line, (kind, number, parent, label) in enumerate(rows, 1)
    )


def parents(nodes: tuple[PlanNode, ...]) -> list[str]:
    outline = Outline(nodes)
    found = (outline.parent(node) for node in nodes)
    return [node.label if node else "" for node in found]


CASES = {
    "an unnumbered parent by its label": (
        [("enjeu", "", "", "Accueillir"), ("action", "1", "Accueillir", "Créer des places")],
        ["", "Accueillir"],
    ),
    "the nearest node of that number": (
        [("enjeu", "1", "", "Axe un"), ("action", "1", "1", "Agir"), ("objectif", "1.1", "1", "Viser")],
        ["", "Axe un", "Agir"],
    ),
    "no node of that number that stands under one of its kind": (
        [
            ("enjeu", "1", "", "Axe"),
            ("objectif", "1.1", "1", "Viser"),
            ("action", "1", "1.1", "Agir"),
            ("objectif", "1.2", "1", "Viser plus loin"),
            ("activite", "2", "1", "Faire"),
        ],
        ["", "Axe", "Viser", "Axe", "Agir"],
    ),
    "a parent that comes later": ([("action", "2", "3", "Agir"), ("enjeu", "3", "", "Axe")], ["Axe", ""]),
    "a parent that nobody names": ([("action", "2", "9", "Agir")], [""]),
    "no parent": ([("enjeu", "1", "", "Axe"), ("enjeu", "2", "", "Autre")], ["", ""]),
    "not itself": ([("enjeu", "1", "1", "Axe")], [""]),
}


@pytest.mark.parametrize("case", CASES)
def test_the_parent_of_a_node(case: str) -> None:
    rows, above = CASES[case]
    assert parents(plan(*rows)) == above


def test_a_node_stated_twice_is_one_node_even_if_its_words_differ() -> None:
    nodes = plan(("action", "1", "Axe", "Créer"), ("action", "1", "Axe", "Creer des places"))
    outline = Outline(nodes)
    assert len({outline.iri(node, "ici-2022") for node in nodes}) == 1


def test_numbers_that_begin_again_under_each_parent_are_several_nodes() -> None:
    nodes = plan(("action", "1", "A", "Créer"), ("action", "1", "B", "Former"), ("action", "2", "B", "Informer"))
    outline = Outline(nodes)
    assert len({outline.iri(node, "ici-2022") for node in nodes}) == 3


def test_nodes_without_number_are_told_by_their_label() -> None:
    nodes = plan(("enjeu", "", "", "Accueillir"), ("enjeu", "", "", "ACCUEILLIR"), ("enjeu", "", "", "Former"))
    outline = Outline(nodes)
    assert len({outline.iri(node, "ici-2022") for node in nodes}) == 2
