"""Adding a document in a real browser, with scripts and without: handed in, corrected, found by search, taken back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from maillage.store import Limits, Store
from tests import needed
from tests.conftest import ROOT
from tests.own_acts import NEW
from tests.viz.explorer.adding import WHY, opened
from tests.viz.explorer.serving import serving
from tests.viz.explorer.visiting import PHONE, Visitor, visiting

LONG = 60_000
"""Milliseconds that a reading or a build may take on a machine that is busy."""
AXE = ROOT / "browser" / "node_modules" / "axe-core" / "axe.min.js"
GIVEN: FilePayload = {"name": "Délibération de Lamoura.md", "mimeType": "text/markdown", "buffer": NEW.encode()}


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    """Whether the browser runs scripts."""
    return bool(request.param)


@pytest.fixture
def visitor(root: Path, browser: Browser, scripts: bool) -> Iterator[Visitor]:
    """Someone before an explorer whose store is new."""
    with (
        serving(Store.open(root), Limits(), adding=opened(root)) as address,
        visiting(browser, address, scripts=scripts) as visitor,
    ):
        yield visitor


def violations(page: Page) -> list[str]:
    """Return the grave violations that axe-core finds; without it the test fails under CI, and elsewhere finds none."""
    if not AXE.is_file():
        if os.environ.get("CI"):
            pytest.fail("axe-core is not installed: make browser")
        return []
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'], preload: false })")["violations"]
    return [
        f"{rule['id']}: {rule['nodes'][0]['target']}" for rule in found if rule["impact"] in {"serious", "critical"}
    ]


def checked(visitor: Visitor, scripts: bool) -> None:
    """Hold the page to what holds of every page, where scripts can look at it."""
    if not scripts:
        return
    page = visitor.page
    assert visitor.width() <= 1280
    assert violations(page) == []
    page.set_viewport_size({"width": PHONE, "height": 844})
    assert visitor.width() <= PHONE
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})


def test_a_document_is_corrected_added_found_and_taken_back(visitor: Visitor, scripts: bool) -> None:
    page = visitor.page
    visitor.go("/")
    page.get_by_role("navigation", name="Menu principal").get_by_role("link", name="Ajouter").last.click()
    checked(visitor, scripts)
    page.get_by_label("Le document").set_input_files(GIVEN)
    page.get_by_role("button", name="Lire ce document").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Ce qui a été lu", timeout=LONG)
    page.get_by_role("link", name="Actes").click()
    fact = page.get_by_role("article").filter(has=page.locator("input[name='c.issuer']")).first
    fact.get_by_role("link", name="Voir le passage").click()
    expect(page.get_by_role("region", name="Le texte").locator("li.marked").first).to_be_visible()
    checked(visitor, scripts)
    fact.get_by_text("Corriger ou rejeter").click()
    fact.get_by_label("Numéro").fill("2023-100")
    fact.get_by_label("Pourquoi").fill(WHY)
    fact.get_by_label("Votre fonction").fill("chargée de coopération")
    fact.get_by_role("button", name="Enregistrer la correction").click()
    expect(page.get_by_role("article").filter(has_text="Corrigé")).to_have_count(1)

    page.get_by_role("link", name="Voir ce que cela change").click()
    expect(page.get_by_role("heading", name="Nouveau")).to_be_visible()
    checked(visitor, scripts)
    page.get_by_role("button", name="Ajouter au graphe").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("C'est fait", timeout=LONG)
    checked(visitor, scripts)

    page.get_by_role("link", name="Voir le document").click()
    expect(page.get_by_role("cell", name="2023-100")).to_be_visible()
    visitor.go("/recherche?q=lamoura")
    expect(page.get_by_role("main").get_by_role("link", name="Lamoura").first).to_be_visible()

    visitor.go("/ajouter/journal")
    checked(visitor, scripts)
    expect(page.get_by_role("main")).to_contain_text(WHY)
    page.get_by_role("button", name="Annuler cette correction").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("C'est fait", timeout=LONG)
    page.get_by_role("link", name="Voir le document").click()
    expect(page.get_by_role("cell", name="2023-99")).to_be_visible()
    assert visitor.troubles == []


def test_what_cannot_be_read_is_told(visitor: Visitor, scripts: bool) -> None:
    page = visitor.page
    visitor.go("/ajouter")
    page.get_by_label("Le document").set_input_files(
        {"name": "tableur.pdf", "mimeType": "application/pdf", "buffer": b"PK\x03\x04 rien"}
    )
    page.get_by_role("button", name="Lire ce document").click()
    expect(page.get_by_role("alert")).to_be_visible(timeout=LONG)
    checked(visitor, scripts)
    assert [trouble for trouble in visitor.troubles if "status of 422" not in trouble] == []


def test_a_file_is_dropped(root: Path, browser: Browser) -> None:
    needed.scripts("ajouter")
    with serving(Store.open(root), Limits(), adding=opened(root)) as address, visiting(browser, address) as visitor:
        visitor.go("/ajouter")
        page = visitor.page
        expect(page.get_by_text("Déposez le fichier ici")).to_be_visible()
        page.evaluate(
            """(text) => {
              const files = new DataTransfer();
              files.items.add(new File([text], "lamoura.md", { type: "text/markdown" }));
              const form = document.querySelector("form[data-ajouter]");
              form.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
            }""",
            NEW,
        )
        expect(page.get_by_role("heading", level=1)).to_have_text("Ce qui a été lu", timeout=LONG)
        address_before = page.url
        page.get_by_role("link", name="Voir le passage").last.click()
        expect(page.locator(".fact.shown")).to_have_count(1)
        assert page.url == address_before  # the passage came without another page
        assert visitor.troubles == []
