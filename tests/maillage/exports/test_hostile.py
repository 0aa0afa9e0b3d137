"""Words of an act that a spreadsheet or an XML reader would take for orders stay words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import networkx
import openpyxl
import pytest

from maillage import graph
from maillage.exports import write
from maillage.facts import Act, Place, PlanNode, Source, Span
from maillage.store import Store
from maillage.table import Cell, Table
from viz.exchange import exchange
from viz.network import network

WORDS = ("=1+1", "=HYPERLINK(1)", "+33", "@SUM(A1)", "https://exemple.fr", "x" * 40_000)
READERS: Mapping[str, Callable[[BytesIO], networkx.Graph[str]]] = {
    "gexf": networkx.read_gexf,
    "graphml": networkx.read_graphml,
}
PLACE = Place("acte", (Span(1, 2),))


@pytest.fixture
def store() -> Store:
    """A store with an act whose plan has hostile labels."""
    plan = [
        PlanNode(place=PLACE, act=1, rule="plan.list", convention="lamoura-2023", kind="action", label=words)
        for words in WORDS
    ]
    facts = [Act(place=PLACE, act=1, rule="acts.head", kind="convention"), *plan]
    return Store.memory([*graph.act_quads(Source("acte", "0" * 64), facts, None), *graph.actor_quads(facts)])


def test_a_workbook_holds_no_formula_and_no_link(store: Store, tmp_path: Path) -> None:
    write(store, "xlsx", tmp_path / "x.xlsx")
    cells = [row[6] for row in openpyxl.load_workbook(tmp_path / "x.xlsx")["plan"].iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert {str(cell.value) for cell in cells} == {*WORDS[:-1], "x" * 32_766 + "…"}


@pytest.mark.parametrize("output_format", READERS)
def test_a_network_file_can_be_read_whatever_it_names(output_format: str) -> None:
    hostile = "\x00<script>\ud800&\ufffe"
    row: dict[str, Cell] = {
        "source": "a",
        "source_label": hostile,
        "target": "b",
        "target_label": "x",
        "role": "pilote",
        "amount": 12.5,
    }
    text = exchange(network(Table(tuple(row), (tuple(row.values()),))), output_format)
    found = READERS[output_format](BytesIO(text.encode("utf-8")))
    assert found.nodes["a"]["label"] == "<script>&"
    assert [values["amount"] for _, _, values in found.edges(data=True)] == [12.5]
