"""What a person does with the views of the five real acts, in a real browser, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from maillage.store import Limits, Store
from tests.needed import scripts
from tests.viz.conftest import CASES
from tests.viz.explorer.serving import serving
from tests.viz.listening import listen
from viz.explorer import contours


@pytest.fixture(scope="module")
def address(acts_store: Store) -> Iterator[str]:
    """The explorer of the five acts."""
    with serving(acts_store, Limits()) as running:
        yield running


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a reader of French, that says nothing on the console and asks no other machine."""
    context = browser.new_context(locale="fr-FR", base_url=address, java_script_enabled=bool(request.param))
    opened = context.new_page()
    heard = listen(opened)
    yield opened
    context.close()
    assert heard.said + heard.elsewhere(address) == []


@pytest.fixture(scope="module")
def drawn(store: Store) -> Iterator[str]:
    """The explorer of two fictional conventions, with contours."""
    with serving(store, Limits(), contours.read(CASES / "viz" / "contours.geojson")) as running:
        yield running


@pytest.mark.parametrize("enlarged", [True, False], ids=["scripts", "no scripts"])
def test_the_map_leads_to_the_territory(browser: Browser, drawn: str, enlarged: bool) -> None:
    if enlarged:
        scripts("carte")
    context = browser.new_context(locale="fr-FR", base_url=drawn, java_script_enabled=enlarged)
    page = context.new_page()
    heard = listen(page)
    page.goto("/carte")
    page.get_by_label("Thème", exact=True).select_option("parentalite")
    page.get_by_role("button", name="Montrer").click()
    expect(page.locator("path.zone.state-present")).to_have_count(2)
    if enlarged:
        page.locator(".leaflet-container path.zone").first.click()
        page.locator(".leaflet-popup a").first.click()
    else:
        page.locator("a", has=page.locator("path.zone")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("CC de la Station des Rousses-Haut Jura")
    context.close()
    assert heard.said + heard.elsewhere(drawn) == []


def test_compare_pays_d_opale_and_audruicq(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Comparer").first.click()
    page.get_by_label("Territoire ou convention 1").fill("Pays d'Opale")
    page.get_by_label("Territoire ou convention 2").fill("Région d'Audruicq")
    page.get_by_role("button", name="Comparer").click()
    row = page.get_by_role("region", name="Les thèmes").get_by_role("row", name="mobilité")
    expect(row.get_by_role("cell").first).to_have_text("6")
    expect(row.get_by_role("cell").last).to_contain_text("absent")
    shared = page.get_by_role("region", name="Types d'action communs")
    expect(shared.get_by_role("rowheader", name="lieu d'accueil enfants-parents", exact=True)).to_be_visible()
    missing = page.get_by_role("region", name="Types d'action qui manquent").get_by_role("row", name="ludothèque")
    expect(missing.get_by_role("cell").last).to_contain_text("absent")
    expect(page.get_by_role("region", name="Acteurs communs").get_by_role("link", name="Caf")).not_to_have_count(0)
    page.get_by_role("rowheader", name="ludothèque").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ludothèque")


def test_a_renewal_says_what_cannot_be_told(page: Page) -> None:
    page.goto("/comparer")
    page.get_by_role("link", name="CTG CC du Ternois 2018 et CTG CC du Ternois 2023").click()
    expect(page.get_by_role("heading", name="De CTG CC du Ternois 2018 à CTG CC du Ternois 2023")).to_be_visible()
    expect(page.get_by_text("non comparable").first).to_be_visible()
    expect(page.locator("summary", has_text="gardé").first).to_be_visible()


def test_money_is_never_added_over_periods(page: Page) -> None:
    page.goto("/financements")
    page.get_by_label("Convention", exact=True).select_option(label="CTG CC Pays d'Opale 2022")
    page.get_by_label("Année", exact=True).select_option("2020")
    page.get_by_role("button", name="Montrer").click()
    yearly = page.locator("#territoire-an-2020")
    expect(yearly.get_by_text("En tout 433 475 € par an.")).to_be_visible()
    expect(yearly.get_by_role("img")).to_be_visible()
    expect(yearly.get_by_role("row", name="PSU")).to_contain_text("229 024 € par an")
    yearly.locator("summary").click()
    expect(yearly.get_by_role("row", name="358 715 € par an")).to_be_visible()
    expect(page.get_by_role("heading", name="Pour le territoire, par mois, 2020")).to_be_visible()
    yearly.get_by_role("row", name="PSU").get_by_role("link", name="ligne 381").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ligne 381")
