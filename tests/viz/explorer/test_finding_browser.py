"""Finding in a real browser: from a question of a person to the words of the act in a few clicks, and what is typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from maillage import graph
from maillage.store import Limits, Store
from tests import needed
from tests.viz.conftest import CASES, COMMON, quads
from tests.viz.explorer.serving import serving

LAEP = CASES / "viz" / "laep.jsonl"
MOST_CLICKS = 4


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The explorer of three conventions of the Jura, one of which has a lieu d'accueil enfants-parents."""
    store = Store.memory([*quads(*sorted(COMMON.glob("*.jsonl")), LAEP), *graph.ontology_quads()])
    with serving(store, Limits()) as served:
        yield served


def opened(browser: Browser, address: str, *, scripts: bool) -> Page:
    return browser.new_context(base_url=address, locale="fr-FR", java_script_enabled=scripts).new_page()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_which_ctg_include_a_laep_and_where_it_is_written(browser: Browser, address: str, scripts: bool) -> None:
    page = opened(browser, address, scripts=scripts)
    clicks = 0
    page.goto("/")
    page.get_by_label("Un territoire, un acteur").fill("lieu d'accueil enfants-parents")
    page.get_by_role("button", name="Chercher").click()
    clicks += 1
    best = page.get_by_role("listitem").filter(has_text="Un lieu d'accueil enfants-parents au village")
    expect(best.first).to_contain_text("CTG Morbier 2025")
    expect(best.first.locator("mark").first).to_be_visible()
    best.first.get_by_role("link", name="ligne").click()
    clicks += 1
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ligne 2")
    expect(page.get_by_text("Les mots de morbier-convention-2025").first).to_be_visible()
    assert clicks <= MOST_CLICKS
    page.context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_filters_add_up_and_are_dropped(browser: Browser, address: str, scripts: bool) -> None:
    page = opened(browser, address, scripts=scripts)
    page.goto("/recherche?q=parents")
    facets = page.get_by_role("navigation", name="Ne montrer que")
    facets.get_by_role("link", name="Fiches action").click()
    facets.get_by_role("link", name="parentalité").click()
    assert "genre=fiche" in page.url
    assert "theme=parentalite" in page.url
    expect(page.get_by_role("status")).to_contain_text("résultat")
    page.get_by_role("link", name="parentalité Retirer ce filtre").click()
    assert "theme=" not in page.url
    page.get_by_label("Trier par").select_option("nom")
    page.get_by_role("button", name="Trier").click()
    assert "genre=fiche" in page.url
    assert "tri=nom" in page.url
    page.context.close()


def test_suggestions_by_keyboard(browser: Browser, address: str) -> None:
    needed.scripts("suggestions")
    page = opened(browser, address, scripts=True)
    page.goto("/")
    field = page.get_by_role("combobox", name="Un territoire, un acteur")
    field.press_sequentially("morb")
    options = page.get_by_role("option")
    expect(options.filter(has_text="Morbier").first).to_be_visible()
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    expect(options).to_have_count(0)
    field.press_sequentially("i")
    expect(options.first).to_be_visible()
    field.press("ArrowDown")
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Morbier")
    page.context.close()
