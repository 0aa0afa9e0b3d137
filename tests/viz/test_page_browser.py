"""The page of a network in a real browser: quiet, settled, filtered, told by keyboard, on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from maillage.store import Store
from tests.viz.listening import listen
from viz.network import read_network
from viz.page import write_network


@pytest.fixture(scope="module")
def file(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_network(read_network(store), tmp_path_factory.mktemp("page") / "reseau.html", language="fr")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails its test where it says anything on the console or asks for anything but files."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    heard = listen(opened)
    yield opened
    context.close()
    assert heard.said == []
    assert heard.elsewhere("file:") == []
    assert len(heard.asked) == 1


def open_settled(page: Page, file: Path) -> None:
    page.goto(file.as_uri())
    expect(page.locator("#mynetwork")).to_have_attribute("data-state", "settled", timeout=20_000)


def shown(page: Page) -> int:
    return page.locator("#links tbody tr:visible").count()


def test_it_settles_and_stops(page: Page, file: Path) -> None:
    open_settled(page, file)
    canvas = page.locator("#mynetwork canvas")
    first = canvas.screenshot()
    page.wait_for_timeout(400)
    assert canvas.screenshot() == first


def test_relations_are_filtered_in_the_drawing_and_in_the_table(page: Page, file: Path) -> None:
    open_settled(page, file)
    before = shown(page)
    page.get_by_label("signataire").uncheck()
    assert 0 < shown(page) < before
    expect(page.locator("#status")).to_have_attribute("data-links", str(shown(page)))
    assert not page.locator("#links tbody tr:visible", has_text="signataire").count()
    page.get_by_role("button", name="Tout remettre").click()
    expect(page.locator("#status")).to_have_attribute("data-links", str(before))


def test_themes_are_filtered(page: Page, file: Path) -> None:
    open_settled(page, file)
    chosen = page.locator("#theme option").nth(1).inner_text()
    page.get_by_label("Thème").select_option(index=1)
    label, _, count = chosen.rstrip(")").rpartition(" (")
    assert shown(page) == int(count)
    assert page.locator("#links tbody tr:visible", has_text=label).count() == int(count)


def test_a_keyboard_is_enough(page: Page, file: Path) -> None:
    open_settled(page, file)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("#controls input").first).not_to_be_checked()
    page.locator("#who").focus()
    page.keyboard.type("caf")
    page.keyboard.press("Enter")
    expect(page.locator("#detail li").first).to_be_visible()
    expect(page.locator("#detail")).to_contain_text("ligne")
    page.locator("#mynetwork").focus()
    expect(page.locator("#mynetwork")).to_be_focused()


def test_a_phone(page: Page, file: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_settled(page, file)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_hostile_words_do_nothing(page: Page, hostile_store: Store, tmp_path: Path) -> None:
    open_settled(page, write_network(read_network(hostile_store), tmp_path / "hostile.html", language="fr"))
    page.locator("#who").fill("association")
    page.get_by_role("button", name="Montrer").click()
    expect(page.locator("#detail")).to_contain_text("<script>")
    assert page.evaluate("window.pwned") is None
