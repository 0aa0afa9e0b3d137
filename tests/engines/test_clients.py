"""The clients that people use, asking ``maillage serve``."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pandas
import pytest
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from rdflib.term import Literal, URIRef, Variable
from SPARQLWrapper import JSON, TURTLE, SPARQLWrapper

from maillage import queries
from maillage.graph import BASE
from maillage.store import Limits, Store
from tests.needed import missing
from tests.viz.explorer.serving import build, serving

HERE = Path(__file__).parent
CLIENT = HERE / "comunica.mjs"
KEYS = """PREFIX m: <https://w3id.org/maillage/def/>
SELECT DISTINCT ?cle WHERE { ?convention a m:Convention ; m:cle ?cle } ORDER BY ?cle"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Store]]:
    """The address of a server and its store: two fictional conventions."""
    from tests.viz.conftest import COMMON, quads

    store = build(tmp_path_factory.mktemp("clients") / "store", quads(*sorted(COMMON.glob("*.jsonl"))))
    with serving(store, Limits()) as address:
        yield address, store


def keys(store: Store) -> list[str]:
    found = [str(key) for key in store.select(KEYS).column("cle")]
    assert len(found) > 1
    return found


def test_sparqlwrapper(served: tuple[str, Store]) -> None:
    address, store = served
    wrapper = SPARQLWrapper(f"{address}/sparql", returnFormat=JSON)
    for method in ("GET", "POST"):
        wrapper.setMethod(method)
        wrapper.setQuery(KEYS)
        answer = wrapper.queryAndConvert()
        assert isinstance(answer, dict)
        assert [row["cle"]["value"] for row in answer["results"]["bindings"]] == keys(store)
    wrapper.setReturnFormat(TURTLE)
    wrapper.setQuery(f"DESCRIBE <{BASE}convention/{keys(store)[0]}>")
    turtle = wrapper.queryAndConvert()
    assert isinstance(turtle, bytes)
    assert keys(store)[0].encode() in turtle


def test_rdflib(served: tuple[str, Store]) -> None:
    address, store = served
    remote = SPARQLStore(f"{address}/sparql", returnFormat="json")
    assert [str(row[Variable("cle")]) for row in remote.query(KEYS).bindings] == keys(store)
    key = URIRef("https://w3id.org/maillage/def/cle")
    found = {str(triple[0]) for triple, _ in remote.triples((None, key, Literal(keys(store)[0])))}
    assert found == {f"{BASE}convention/{keys(store)[0]}"}


def test_pandas(served: tuple[str, Store]) -> None:
    address, store = served
    frame = pandas.read_csv(f"{address}/query/conventions.csv")
    expected = queries.run(store, "conventions")
    assert list(frame.columns) == list(expected.columns)
    assert len(frame) == len(expected)


def test_curl(served: tuple[str, Store]) -> None:
    address, store = served
    program = shutil.which("curl")
    if program is None:
        missing("curl")
    command = [str(program), "-s", "--fail", "--compressed", f"{address}/sparql", "--data-urlencode", f"query={KEYS}"]
    done = subprocess.run([*command, "-H", "Accept: text/csv"], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["cle", *keys(store)]
    wrong = subprocess.run([*command[:-1], "query=SELECT"], capture_output=True, text=True, check=False)
    assert wrong.returncode == 22


def test_comunica(served: tuple[str, Store]) -> None:
    address, store = served
    node, library = shutil.which("node"), HERE / "node_modules" / "@comunica" / "query-sparql"
    if node is None or not library.is_dir():
        missing("Comunica")
    command = [str(node), str(CLIENT), str(library), f"{address}/sparql", KEYS]
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == keys(store)
