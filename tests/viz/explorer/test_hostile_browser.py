"""An act whose words try to be something else, in a real browser: every page and every file shows them as words."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import networkx
import pytest
from playwright.sync_api import Browser

from maillage import graph
from maillage.exports import write
from maillage.queries import catalogue
from maillage.store import Limits, Store
from tests.viz.conftest import HOSTILE, quads
from tests.viz.explorer.serving import build, serving
from tests.viz.explorer.test_every_page import PAGES
from tests.viz.explorer.visiting import PHONE, Visitor, visiting
from viz.exchange import exchange
from viz.network import read_network

WIDE = 1280
ORDERS = ("=", "+", "-", "@")
MARKUP = "main script:not([type='application/json']), main img[src=x], main [onerror], main b > script"
OWN = ("/", "/doc/convention/hostile-2024", "/sparql?query=SELECT%20%2A%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20LIMIT%20400")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The explorer of the act."""
    store = build(tmp_path_factory.mktemp("hostile") / "store", [*quads(HOSTILE), *graph.ontology_quads()])
    with serving(store, Limits()) as running:
        yield running


@pytest.fixture(scope="module")
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    with visiting(browser, address, width=PHONE) as visitor:
        yield visitor


def addresses(visitor: Visitor) -> Iterator[str]:
    """Give the pages of the routes, then each that a page of the act links to."""
    seen: set[str] = set()
    waiting = [*OWN, *(page for page in PAGES if not page.startswith("/doc/"))]
    while waiting:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        yield path
        links = visitor.page.eval_on_selector_all("main a[href]", "all => all.map(one => one.getAttribute('href'))")
        waiting += sorted({link.split("#")[0] for link in links if link.startswith("/doc/")} - seen)


def test_every_page_shows_words(visitor: Visitor) -> None:
    paths = []
    for path in addresses(visitor):
        visitor.go(path)
        paths.append(path)
        assert visitor.troubles == [], path
        assert visitor.page.locator(MARKUP).count() == 0, path
        assert visitor.page.evaluate("window.pwned") is None, path
        assert visitor.width() <= PHONE, path
        visitor.page.set_viewport_size({"width": WIDE, "height": 900})
        assert visitor.width() <= WIDE, path
        visitor.page.set_viewport_size({"width": PHONE, "height": 900})
    assert {urlsplit(path).path.split("/")[2] for path in paths if path.startswith("/doc/")} >= {
        "acte", "acteur", "convention", "document", "epci", "equipement", "fiche", "lieu",
    }  # fmt: skip


def test_words_typed_in_a_form_stay_words(visitor: Visitor) -> None:
    for path in ("/recherche?q=", "/sparql?query=", "/questions/chiffres-par-annee?mot="):
        visitor.go(f"{path}%22%3E%3Cscript%3Ewindow.pwned%3D1%3C/script%3E%3Cimg%20src=x%20onerror=window.pwned=2%3E")
        assert visitor.page.locator(MARKUP).count() == 0
        assert visitor.page.evaluate("window.pwned") is None
        assert visitor.troubles == []


def test_no_file_holds_a_formula(address: str) -> None:
    with httpx.Client(base_url=address, timeout=30) as client:
        query = "SELECT (STR(?o) AS ?words) { ?s ?p ?o FILTER(isLiteral(?o)) }"
        files = [client.get("/sparql", params={"query": query, "format": "csv"})]
        asked = [one.name for one in catalogue() if not any(parameter.required for parameter in one.parameters)]
        files += [client.get(f"/query/{name}.csv") for name in asked]
    cells = [cell for file in files for row in csv.reader(StringIO(file.text)) for cell in row]
    assert [cell for cell in cells if cell.startswith(ORDERS) and not is_number(cell)] == []
    assert [cell for cell in cells if cell.startswith("'=")]


def is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_the_network_can_be_read(hostile_store: Store) -> None:
    read = networkx.read_gexf(BytesIO(exchange(read_network(hostile_store), "gexf").encode()))
    labels = [str(values["label"]) for _, values in read.nodes(data=True)]
    assert [label for label in labels if "<script>" in label]


def test_the_tables_can_be_read(hostile_store: Store, tmp_path: Path) -> None:
    write(hostile_store, "csv", tmp_path)
    with (tmp_path / "fiches.csv").open(encoding="utf-8", newline="") as file:
        (fiche,) = csv.DictReader(file)
    assert "<script>window.pwned=1</script>" in fiche["title"]
