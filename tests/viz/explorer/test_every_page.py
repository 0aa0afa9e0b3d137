"""What holds of every page: who cannot see, has no mouse, a phone, another language or no JavaScript reads it as well.

The pages are those of the application's routes: one without an example address in ``adresses.toml`` fails.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page
from starlette.applications import Starlette
from starlette.routing import Route

from maillage import graph
from maillage.store import Limits
from tests.conftest import ROOT
from tests.needed import missing
from tests.viz.conftest import CASES, COMMON, quads
from tests.viz.explorer.asking import Get, found
from tests.viz.explorer.serving import build, serving
from tests.viz.explorer.visiting import PHONE, Visitor, visiting

ROUTES: dict[str, dict[str, Any]] = tomllib.loads((CASES / "viz" / "adresses.toml").read_text("utf-8"))["route"]
FIRST_VIEW, CANVAS = 150_000, 500_000
"""The most bytes of scripts and styles, compressed, without the canvas and with it."""
STEPS = 25
OUTSIDE = "[...document.body.childNodes].map(one => one.nodeType === 3 ? one.data.trim() : '').join('')"
"""The words that stand in no part of the page."""
AXE = ROOT / "browser" / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = {"serious", "critical"}
PAGES = [page for route in ROUTES.values() for page in route.get("pages", [])]
HEAVY = {page for route in ROUTES.values() if route.get("canvas") for page in route["pages"]}


class Visitors(NamedTuple):
    """A reader of French, one of English, one without JavaScript."""

    french: Visitor
    english: Visitor
    plain: Visitor


@pytest.fixture(scope="module")
def visitors(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitors]:
    """Three visitors of the explorer of two fictional conventions."""
    lines = [*quads(*sorted(COMMON.glob("*.jsonl"))), *graph.ontology_quads()]
    store = build(tmp_path_factory.mktemp("pages") / "store", lines)
    with (
        serving(store, Limits()) as address,
        visiting(browser, address) as french,
        visiting(browser, address, language="en-GB") as english,
        visiting(browser, address, scripts=False) as plain,
    ):
        yield Visitors(french, english, plain)


@pytest.fixture(scope="module")
def axe() -> str:
    """The program that judges accessibility; without it a test fails under CI and is skipped elsewhere."""
    if not AXE.is_file():
        missing("axe-core", "make browser")
    return AXE.read_text("utf-8")


def test_every_route_has_its_addresses(application: Starlette) -> None:
    served = {route.path for route in application.routes if isinstance(route, Route)}
    assert served == set(ROUTES), "give each route its example addresses in tests/cases/viz/adresses.toml"
    assert [path for path, route in ROUTES.items() if not route.get("pages") and not route.get("data")] == []


def violations(page: Page, axe: str) -> list[str]:
    """Return the grave violations that axe-core finds, each with where it stands."""
    page.evaluate(axe)
    told = page.evaluate("axe.run(document, { resultTypes: ['violations'], preload: false })")
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in told["violations"]
        for node in rule["nodes"]
        if rule["impact"] in GRAVE
    ]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_for_everyone(visitors: Visitors, axe: str, path: str) -> None:
    visitor = visitors.french
    page = visitor.page
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})
    visitor.go(path)
    assert visitor.weight <= (CANVAS if path in HEAVY else FIRST_VIEW)
    assert page.locator("h1").count() == 1
    assert page.evaluate(OUTSIDE) == ""
    assert violations(page, axe) == []
    assert visitor.walk(STEPS) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": PHONE, "height": 844})
    assert visitor.width() <= PHONE
    assert violations(page, axe) == []
    assert visitor.troubles == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_speaks_english_and_reads_without_scripts(visitors: Visitors, path: str) -> None:
    visitors.english.go(path)
    assert visitors.english.page.locator("html").get_attribute("lang") == "en"
    visitors.plain.go(path)
    assert len(visitors.plain.words()) > 40
    assert visitors.plain.page.locator(".loading:visible").count() == 0
    visitors.plain.page.locator(".languages a[lang=en]").click()
    assert visitors.plain.page.locator("html").get_attribute("lang") == "en"
    assert visitors.english.page.title() == visitors.plain.page.title()
    visitors.plain.page.context.clear_cookies()
    assert [*visitors.english.troubles, *visitors.plain.troubles] == []


def test_every_kind_of_thing_has_an_address(get: Get) -> None:
    links = {href for page in PAGES if page.startswith("/doc/") for href in found(get(page), "//@href")}
    kinds = {page.split("/")[2] for page in PAGES if page.startswith("/doc/")}
    assert {href.split("/")[2] for href in links if href.startswith("/doc/")} <= kinds
