"""Queries as a person asks them, in a real browser: from a question to the editor, by keyboard, to a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from maillage import graph
from maillage.store import Limits
from tests.needed import scripts
from tests.viz.conftest import COMMON, quads
from tests.viz.explorer.serving import build, serving
from tests.viz.explorer.visiting import Visitor, visiting


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The explorer of two fictional conventions."""
    lines = [*quads(*sorted(COMMON.glob("*.jsonl"))), *graph.ontology_quads()]
    with serving(build(tmp_path_factory.mktemp("editor") / "store", lines), Limits()) as running:
        yield running


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def visitor(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    with visiting(browser, address, scripts=bool(request.param)) as visitor:
        yield visitor
        assert visitor.troubles == []


def test_from_a_question_to_its_query_and_its_file(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.page
    page.goto("/questions/qui-pilote-quoi?convention=haut-jura-arcade-2024")
    page.locator("summary", has_text="SPARQL").click()
    page.get_by_role("link", name="Ouvrir dans l'éditeur").click()
    page.get_by_role("button", name="Exécuter").click()
    result = page.get_by_role("region", name="Résultat").first
    expect(result).to_contain_text("1 ligne")
    expect(result).to_contain_text("Soutenir les parents isolés")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    download.value.save_as(tmp_path / "x.csv")
    assert "Soutenir les parents isolés" in (tmp_path / "x.csv").read_text("utf-8")


def test_the_editor_completes_by_the_ontology_and_runs_by_keyboard(browser: Browser, address: str) -> None:
    scripts("editeur")
    with visiting(browser, address) as visitor:
        page = visitor.page
        visitor.go("/sparql")
        page.locator(".CodeMirror-code").click()
        page.keyboard.press("Control+a")
        page.keyboard.type("PREFIX m: <https://w3id.org/maillage/def/> SELECT * { ?fiche m:pilo")
        page.keyboard.press("Control+Space")
        choose(page, "m:pilote")
        page.keyboard.type(" ?acteur }")
        page.keyboard.press("Control+Enter")
        expect(page.get_by_role("heading", name="Résultat")).to_be_visible()
        expect(page.get_by_role("columnheader", name="acteur")).to_be_visible()
        assert visitor.troubles == []


def choose(page: Page, text: str) -> None:
    """Take `text` of what is proposed, by keyboard: the only proposal is written at once, of several one is chosen.

    A click would take the focus from the text for a moment, and the keys typed in that moment with it.
    """
    written = page.locator(".CodeMirror-code").filter(has_text=text)
    proposed = page.locator(".CodeMirror-hint")
    expect(written.or_(proposed).first).to_be_attached()
    if proposed.count():
        texts = proposed.locator("code").all_text_contents()
        for _ in range(texts.index(text)):
            page.keyboard.press("ArrowDown")
        expect(page.locator(".CodeMirror-hint-active code")).to_have_text(text)
        page.keyboard.press("Enter")
    expect(written).to_be_attached()
