"""The explorer in a real browser: from home to the words of the act, by keyboard, on a phone, without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.applications import Starlette

from tests.viz.explorer.serving import running
from tests.viz.listening import listen

PHONE = 390
PAGES = (
    "/",
    "/recherche?q=caf",
    "/recherche?q=zzzzz",
    "/doc/convention/station-des-rousses-haut-jura-2023",
    "/doc/fiche/station-des-rousses-haut-jura-2023/1",
    "/doc/epci/243900354",
    "/doc/commune/39470",
    "/themes",
    "/themes/parentalite",
    "/types-d-action",
    "/types-d-action/cafe-des-parents",
    "/comparer?a=station-des-rousses-haut-jura-2023&b=haut-jura-arcade-2024",
    "/financements",
    "/qualite",
    "/carte",
    "/donnees",
    "/questions",
    "/questions/qui-pilote-quoi",
    "/doc/lieu/rousses-deliberation-2023/42",
    "/nulle-part",
)


@pytest.fixture(scope="module")
def address(application: Starlette) -> Iterator[str]:
    """The explorer on a port of this machine."""
    with running(application) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that fails its test where it says anything on the console or asks another machine for anything."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900},
        locale="fr-FR",
        base_url=address,
        java_script_enabled=bool(request.param),
    )
    opened = context.new_page()
    heard = listen(opened)
    yield opened
    context.close()
    assert [words for words in heard.said if "404" not in words] == []
    assert heard.elsewhere(address) == []


def test_from_the_home_page_to_the_words_of_the_act(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Un territoire, un acteur").fill("micro-crèche")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Fiche 1").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ouvrir une micro-crèche")
    expect(page.get_by_role("group", name="Les liens de Fiche 1")).to_be_visible()
    page.get_by_role("link", name="ligne 45").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ligne 45")
    expect(page.get_by_role("blockquote")).to_have_text("Les mots de rousses-deliberation-2023, 45.")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Line 45")


def test_by_keyboard(page: Page) -> None:
    page.goto("/doc/fiche/station-des-rousses-haut-jura-2023/1")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_text("CTG CC de la Station des Rousses-Haut Jura 2023")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("CTG CC de la Station")


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": PHONE, "height": 800}, base_url=address, locale="fr-FR")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_does_not_scroll_sideways(phone: Page, path: str) -> None:
    phone.goto(path)
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE


def test_a_question_is_asked(page: Page) -> None:
    page.goto("/questions/qui-pilote-quoi")
    page.get_by_label("la convention").select_option(label="CTG CC Haut-Jura Arcade Communauté 2024")
    page.get_by_role("button", name="Répondre").click()
    expect(page.get_by_role("cell", name="Soutenir les parents isolés")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("1 ligne")
