"""What leaves the explorer as files: each opens with the tool it is for, is made once, and every address is told."""

from __future__ import annotations

import gzip
import json
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import httpx
import networkx as nx
import pyarrow.parquet as pq
import pyoxigraph as ox
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from maillage import __version__, graph
from maillage.citation import citation
from maillage.store import Limits
from tests.viz.conftest import COMMON, quads
from tests.viz.explorer.asking import Get, found, text
from tests.viz.explorer.serving import build, serving
from viz.explorer.api import addresses
from viz.explorer.shelf import EXPORTS

_PART = re.compile(r"{(\w+)(?::\w+)?}")
_UNTOLD = re.compile(r"/(?:favicon\.ico|static/.*|def|query|sparql/|ajouter.*)")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server of the two fictional conventions, from a store on disk."""
    lines = [*quads(*sorted(COMMON.glob("*.jsonl"))), *graph.ontology_quads()]
    store = build(tmp_path_factory.mktemp("data") / "store", lines)
    with serving(store, Limits()) as address, httpx.Client(base_url=address, timeout=60) as client:
        yield client


@pytest.mark.parametrize("name", EXPORTS)
def test_a_file_is_the_same_twice_and_not_sent_again(server: httpx.Client, name: str) -> None:
    first = server.get(f"/donnees/{name}")
    assert first.status_code == 200
    assert first.content == server.get(f"/donnees/{name}").content
    assert name in first.headers["content-disposition"]
    held = server.get(f"/donnees/{name}", headers={"if-none-match": first.headers["etag"]})
    assert (held.status_code, held.content) == (304, b"")
    assert "ko" in text(server.get("/donnees")) or "kB" in text(server.get("/donnees"))


def test_the_tables_open(server: httpx.Client) -> None:
    with zipfile.ZipFile(BytesIO(server.get("/donnees/maillage-csv.zip").content)) as archive:
        package = json.loads(archive.read("datapackage.json"))
        assert {one["path"] for one in package["resources"]} <= set(archive.namelist())
        assert "Les Lutins" in archive.read("equipments.csv").decode("utf-8")
    with zipfile.ZipFile(BytesIO(server.get("/donnees/maillage-parquet.zip").content)) as archive:
        assert pq.read_table(BytesIO(archive.read("fiches.parquet"))).num_rows == 4
    with zipfile.ZipFile(BytesIO(server.get("/donnees/maillage.xlsx").content)) as book:
        assert "xl/workbook.xml" in book.namelist()


def test_the_graph_and_the_network_open(server: httpx.Client, tmp_path: Path) -> None:
    packed = gzip.decompress(server.get("/donnees/maillage.nq.gz").content)
    plain = gzip.decompress(server.get("/donnees/maillage.ttl.gz").content)
    stated = {quad.triple for quad in ox.parse(packed, format=ox.RdfFormat.N_QUADS)}
    assert stated == {quad.triple for quad in ox.parse(plain, format=ox.RdfFormat.TURTLE)}
    for name, read in (("maillage.gexf", nx.read_gexf), ("maillage.graphml", nx.read_graphml)):
        file = tmp_path / name
        file.write_bytes(server.get(f"/donnees/{name}").content)
        assert len(read(file)) > 5


def test_how_to_cite(get: Get) -> None:
    cited = get("/donnees/CITATION.cff")
    assert cited.text == citation().text
    assert citation().version == __version__
    seen = text(get("/donnees"))
    assert citation().title in seen
    assert "2021, 2022, 2023, 2024, 2025, 2026" in seen
    assert "Licence Ouverte" in seen


@pytest.mark.parametrize("name", ["..%2FREADME.md", "maillage.csv", "%00", "maillage.nq"])
def test_no_other_file(get: Get, name: str) -> None:
    assert get(f"/donnees/{name}").status_code == 404


def test_every_address_is_told(application: Starlette, get: Get) -> None:
    answered = {_PART.sub(r"{\1}", route.path) for route in application.routes if isinstance(route, Route)}
    told = {one.path for one in addresses()}
    assert {path for path in answered - told if not _UNTOLD.fullmatch(path)} == set()
    assert {path for path in told - answered if not _UNTOLD.fullmatch(path)} == set()
    assert told <= {*found(get("/donnees"), "//table//code//text()[normalize-space()]")}
    assert all(one.fr and one.en for one in addresses())
