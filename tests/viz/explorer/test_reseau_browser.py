"""The canvas in a real browser: expanded, filtered, walked by keyboard, taken away, restored by its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import networkx as nx
import pytest
from lxml import etree
from playwright.sync_api import Browser, Page, expect
from starlette.applications import Starlette

from maillage.store import Store
from tests.needed import scripts
from tests.viz.explorer.serving import running
from tests.viz.listening import listen
from viz.explorer import app

CAF = "/reseau?depuis=acteur/caf/caf/39"
WAIT = 20_000


@pytest.fixture(scope="module", autouse=True)
def _canvas() -> None:
    """The canvas is built; where it is not a test fails under CI and is skipped elsewhere."""
    scripts("reseau")


@pytest.fixture(scope="module")
def address(application: Starlette) -> Iterator[str]:
    with running(application) as address:
        yield address


@pytest.fixture(scope="module")
def hostile_address(hostile_store: Store) -> Iterator[str]:
    with running(app(hostile_store)) as address:
        yield address


def opened(browser: Browser, address: str, width: int = 1280) -> Iterator[Page]:
    """A page that fails its test where it says anything on the console or asks another machine for anything."""
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="fr-FR", base_url=address)
    page = context.new_page()
    heard = listen(page)
    yield page
    context.close()
    assert heard.said == []
    assert heard.elsewhere(address, "blob:") == []


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    yield from opened(browser, address)


@pytest.fixture
def hostile_page(browser: Browser, hostile_address: str) -> Iterator[Page]:
    yield from opened(browser, hostile_address)


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    yield from opened(browser, address, width=390)


def settled(page: Page, ties: int | None = None) -> None:
    """Wait until the canvas shows what the table tells."""
    stage = page.locator("#toile")
    expect(stage).to_have_attribute("data-state", "settled", timeout=WAIT)
    rows = page.locator("#liens tbody tr")
    if ties is not None:
        expect(rows).to_have_count(ties, timeout=WAIT)
    expect(stage).to_have_attribute("data-ties", str(rows.count()), timeout=WAIT)
    expect(stage).to_have_attribute("data-nodes", str(page.locator("#noeuds tbody tr").count()))
    expect(stage).to_have_attribute("data-state", "settled", timeout=WAIT)


def see(page: Page, path: str) -> None:
    page.goto(path)
    settled(page)


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def rows(page: Page) -> list[str]:
    return page.locator("#liens tbody tr").all_inner_texts()


def test_the_network_of_the_caf_is_expanded_filtered_and_taken_away(page: Page, tmp_path: Path) -> None:
    page.goto("/doc/acteur/caf/caf/39")
    page.get_by_role("link", name="Voir en réseau").click()
    settled(page)
    near = len(rows(page))
    page.locator("#noeuds").get_by_role("link", name="déplier").first.click()
    expect(page.locator("#liens tbody tr")).not_to_have_count(near)
    settled(page)
    assert "ouvert" in query(page)
    for role in page.locator("#controles input[name=role]").all():
        if role.get_attribute("value") != "pilote":
            role.uncheck()
    expect(page.locator("#liens tbody tr", has_text="signataire")).to_have_count(0)
    settled(page)
    assert query(page)["role"] == ["pilote"]
    assert all("pilote" in row for row in rows(page))
    with page.expect_download() as taken:
        page.get_by_role("link", name="GEXF").click()
    taken.value.save_as(tmp_path / "reseau.gexf")
    graph = nx.read_gexf(tmp_path / "reseau.gexf")
    assert {values["role"] for _source, _target, values in graph.edges(data=True)} == {"pilote"}
    assert len(graph) == page.locator("#noeuds tbody tr").count()


def test_an_address_restores_the_view(page: Page, browser: Browser) -> None:
    see(page, CAF)
    page.get_by_label("Jusqu'à combien de liens").select_option("2")
    expect(page.locator("#toile")).to_have_attribute("data-state", "settled")
    page.wait_for_url("**profondeur=2**")
    settled(page)
    page.get_by_label("Montrer les communautés").check()
    page.wait_for_url("**groupes=1**")
    settled(page)
    told = rows(page)
    other = browser.new_page(locale="fr-FR")
    see(other, page.url)
    assert rows(other) == told
    expect(other.get_by_label("Montrer les communautés")).to_be_checked()
    expect(other.get_by_label("Jusqu'à combien de liens")).to_have_value("2")
    other.close()
    page.go_back()
    expect(page.get_by_label("Montrer les communautés")).not_to_be_checked()
    settled(page)


def test_a_keyboard_is_enough(page: Page) -> None:
    see(page, CAF)
    canvas = page.locator("#dessin")
    canvas.focus()
    said = page.locator("#dit")
    expect(said).to_contain_text("Caf du Jura, Caf, liens :")
    first = said.inner_text()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
        if said.inner_text() != first:
            break
    assert said.inner_text() != first
    expect(page.locator("#detail")).to_be_visible()
    before = page.locator("#noeuds tbody tr").count()
    page.keyboard.press("m")
    page.wait_for_url("**cache=**")
    settled(page)
    assert page.locator("#noeuds tbody tr").count() < before
    expect(canvas).to_be_focused()
    page.get_by_role("link", name="montrer").click()
    expect(page.locator("#noeuds tbody tr")).to_have_count(before)
    see(page, f"{CAF}&ferme=acteur/caf/caf/39")
    canvas.focus()
    expect(said).to_contain_text(re.compile(r"Caf du Jura.*non montrés\W+[1-9]"))
    page.keyboard.press("Enter")
    page.wait_for_url("**ouvert=**")
    settled(page)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "ouvert=" not in url or "ferme=" in url)
    for key in ("+", "-", "0"):
        page.keyboard.press(key)


def test_the_slider_and_the_search(page: Page) -> None:
    see(page, "/reseau?depuis=tout")
    slider = page.get_by_label("Conventions en vigueur en")
    slider.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**annee=**")
    settled(page)
    expect(page.locator("#annee-dite")).to_have_text(query(page)["annee"][0])
    page.get_by_label("Trouver ou ajouter").fill("caf du jura")
    page.keyboard.press("Enter")
    expect(page.locator("#detail")).to_contain_text("Caf du Jura")


def test_a_path_shows_the_place_of_each_hop(page: Page) -> None:
    see(page, CAF)
    page.get_by_label("De", exact=True).fill("Caf du Jura")
    page.get_by_label("À", exact=True).fill("Station des Rousses")
    page.get_by_role("button", name="Montrer").click()
    expect(page.locator("#chemins li").first).to_be_visible()
    settled(page)
    page.locator("#chemins a.source").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("igne")


@pytest.mark.parametrize("form", ["png", "svg", "csv"])
def test_files(page: Page, tmp_path: Path, form: str) -> None:
    see(page, CAF)
    with page.expect_download() as taken:
        (page.get_by_role("link", name="CSV") if form == "csv" else page.locator(f"[data-tool={form}]")).click()
    file = tmp_path / f"reseau.{form}"
    taken.value.save_as(file)
    assert taken.value.suggested_filename == file.name
    content = file.read_bytes()
    if form == "png":
        assert content.startswith(b"\x89PNG")
    elif form == "svg":
        drawn = etree.fromstring(content)
        lines = drawn.findall("{http://www.w3.org/2000/svg}path[@stroke-dasharray]")
        assert len(lines) == len(rows(page))
        assert len({line.get("stroke-dasharray") for line in lines}) > 1
    else:
        assert content.decode("utf-8").count("\n") == len(rows(page)) + 1


def test_without_scripts_the_tables_tell_and_the_form_asks(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address, locale="fr-FR")
    page = context.new_page()
    page.goto(CAF)
    expect(page.locator("#toile")).to_be_hidden()
    expect(page.get_by_text("Le dessin demande JavaScript")).to_be_visible()
    before = len(rows(page))
    page.get_by_label("signataire").uncheck()
    page.get_by_role("button", name="Montrer").click()
    page.wait_for_url("**role=**")
    assert 0 < len(rows(page)) < before
    page.locator("#noeuds").get_by_role("link", name="masquer").last.click()
    page.wait_for_url("**cache=**")
    context.close()


def test_a_phone_does_not_scroll_sideways(phone: Page) -> None:
    see(phone, CAF)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_hostile_words_do_nothing(hostile_page: Page, tmp_path: Path) -> None:
    see(hostile_page, "/reseau?depuis=tout")
    hostile_page.locator("#dessin").focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowDown"):
        hostile_page.keyboard.press(key)
    expect(hostile_page.locator("#tableaux")).to_contain_text("<script>")
    with hostile_page.expect_download() as taken:
        hostile_page.locator("[data-tool=svg]").click()
    taken.value.save_as(tmp_path / "reseau.svg")
    drawn = etree.parse(tmp_path / "reseau.svg")
    tags = {element.tag.rpartition("}")[2] for element in drawn.iter() if isinstance(element.tag, str)}
    assert tags == {"svg", "title", "rect", "path", "text"}
    assert hostile_page.evaluate("window.pwned") is None
