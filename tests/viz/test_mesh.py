"""The mesh and its measures: gathered, walked and measured in the same way whatever the order of the statements."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.store import Store
from viz.measures import COLUMNS, betweenness, communities, degrees, read_measures, spreads
from viz.mesh import Mesh, Period, mesh, read_mesh
from viz.network import Link, Node

PERIODS = {"c": Period(2020, 2024, ("t1",)), "d": Period(2023, 2027, ("t2",)), "e": Period()}
LINKS = (
    Link("caf", "f1", "pilote", convention="c", lines="1"),
    Link("caf", "f1", "pilote", convention="c", lines="2"),
    Link("caf", "f1", "financeur", convention="c"),
    Link("ville", "f1", "partenaire", convention="c"),
    Link("caf", "f2", "pilote", convention="d"),
    Link("asso", "f2", "partenaire", convention="d"),
    Link("seul", "f3", "pilote", convention="e"),
)
ENDS = sorted({end for link in LINKS for end in (link.source, link.target)})


def made(*links: Link) -> Mesh:
    return mesh({iri: Node(iri, iri) for iri in ENDS}, links or LINKS, PERIODS)


def test_statements_of_one_role_are_one_tie() -> None:
    found = {(tie.source, tie.role, tie.target): len(tie.statements) for tie in made().ties}
    assert found["caf", "pilote", "f1"] == 2
    assert found["caf", "financeur", "f1"] == 1
    assert len(found) == 6


@given(st.permutations(LINKS))
def test_the_order_of_the_statements_does_not_matter(links: list[Link]) -> None:
    one, other = made(*links), made()
    assert [(tie.source, tie.role, tie.target) for tie in one.ties] == [
        (tie.source, tie.role, tie.target) for tie in other.ties
    ]
    assert betweenness(one.ties) == betweenness(other.ties)
    assert communities(one.ties) == communities(other.ties)


@pytest.mark.parametrize(
    ("depth", "opened", "closed", "expected"),
    [
        (1, (), (), {"ville", "f1"}),
        (2, (), (), {"ville", "f1", "caf"}),
        (3, (), (), {"ville", "f1", "caf", "f2"}),
        (1, ("f1",), (), {"ville", "f1", "caf"}),
        (3, (), ("caf",), {"ville", "f1", "caf"}),
        (3, (), ("ville",), {"ville"}),
    ],
)
def test_a_walk(depth: int, opened: tuple[str, ...], closed: tuple[str, ...], expected: set[str]) -> None:
    reached = made().reach({"ville": 0}, depth, opened=opened, closed=closed)
    assert set(reached) == expected
    assert reached[0] == "ville"


def test_a_start_that_begins_farther_reaches_less() -> None:
    assert made().reach({"ville": 1}, 1, opened=(), closed=()) == ["ville"]


def test_a_path_tells_every_tie_of_each_hop() -> None:
    (path,) = made().between("ville", "asso", 3)
    assert [[tie.role for tie in hop] for hop in path] == [
        ["partenaire"],
        ["pilote", "financeur"],
        ["pilote"],
        ["partenaire"],
    ]
    assert made().between("ville", "seul", 3) == ()
    assert made().between("ville", "nobody", 3) == ()


@pytest.mark.parametrize(
    ("year", "covered"), [(2019, {"e"}), (2020, {"c", "e"}), (2023, {"c", "d", "e"}), (2027, {"d", "e"})]
)
def test_a_period_excludes_only_what_it_says(year: int, covered: set[str]) -> None:
    assert {key for key, period in PERIODS.items() if period.covers(year)} == covered


def test_measures() -> None:
    ties = made().ties
    assert degrees(ties)["f1"] == degrees(ties)["caf"] == 2
    assert betweenness(ties).exact
    assert max(betweenness(ties).of, key=lambda iri: betweenness(ties).of[iri]) == "caf"
    groups = communities(ties)
    assert groups["seul"] == groups["f3"] != groups["caf"]
    assert min(groups.values()) == 1
    found = spreads(made(), ties)
    assert (found["caf"].territories, found["caf"].alone) == (("t1", "t2"), 1)
    assert (found["ville"].territories, found["ville"].alone) == (("t1",), 0)
    assert found["seul"].territories == ()


def test_a_large_network_is_measured_from_some_of_its_nodes() -> None:
    links = [Link(f"a{at}", f"b{at * 7 % 50 + step}", "pilote") for at in range(50) for step in range(2)]
    ties, turned = mesh({}, links, {}).ties, mesh({}, reversed(links), {}).ties
    measured = betweenness(ties, steps=5000)
    assert not measured.exact
    assert measured == betweenness(turned, steps=5000)
    assert betweenness(ties).exact
    assert measured.of.keys() == betweenness(ties).of.keys()


def test_nothing_has_no_measure() -> None:
    assert (dict(betweenness(()).of), communities(()), degrees(())) == ({}, {}, {})


def test_the_actors_of_a_store_are_measured(store: Store) -> None:
    table, exact = read_measures(store)
    rows = list(table)
    assert table.columns == COLUMNS
    assert exact
    assert len(rows) == len({row["iri"] for row in rows}) == len({tie.source for tie in read_mesh(store).ties})
    assert [row["degree"] for row in rows] == sorted((int(str(row["degree"])) for row in rows), reverse=True)
    assert any(int(str(row["territories"])) > 1 for row in rows)
    only, _ = read_measures(store, ("pilote",))
    assert all(row["degree"] == row["pilote"] and row["signataire"] == 0 for row in only)
