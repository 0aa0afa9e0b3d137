"""Pictures of the main pages, on the five acts: those of the README, made again where MAILLAGE_IMAGES says."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from PIL import Image
from playwright.sync_api import Browser

from maillage.store import Limits, Store
from tests.conftest import ROOT
from tests.viz.explorer.serving import serving

SHOWN = ROOT / "docs" / "images"
LARGEST = 200_000


class Picture(NamedTuple):
    """A picture: its name, the page, the colours, the size, what is waited for."""

    name: str
    path: str
    scheme: Literal["light", "dark"] = "light"
    width: int = 1280
    height: int = 800
    ready: str = "h1"


PICTURES = (
    Picture("accueil", "/"),
    Picture("recherche", "/recherche?q=lieu+d%27accueil+enfants-parents"),
    Picture("fiche", "/doc/fiche/pays-d-opale-2022/4"),
    Picture("comparer", "/comparer?a=pays-d-opale-2022&b=region-d-audruicq-2022"),
    Picture("financements", "/financements?convention=pays-d-opale-2022&annee=2020"),
    Picture("reseau", "/reseau", height=1000, ready="main canvas"),
    Picture("sparql", "/sparql?exemple=qui-pilote-quoi", scheme="dark", ready=".CodeMirror-code"),
    Picture("telephone", "/doc/fiche/pays-d-opale-2022/4", width=390, height=800),
)


@pytest.fixture(scope="module")
def address(acts_store: Store) -> Iterator[str]:
    """The explorer of the five acts."""
    with serving(acts_store, Limits()) as running:
        yield running


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pictures go: nowhere that lasts, unless a folder is named."""
    named = os.environ.get("MAILLAGE_IMAGES")
    place = ROOT / named if named else tmp_path_factory.mktemp("images")
    place.mkdir(parents=True, exist_ok=True)
    return place


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_of_each_main_page(browser: Browser, address: str, folder: Path, picture: Picture) -> None:
    context = browser.new_context(
        base_url=address,
        locale="fr-FR",
        color_scheme=picture.scheme,
        viewport={"width": picture.width, "height": picture.height},
        reduced_motion="reduce",
    )
    page = context.new_page()
    answered = page.goto(picture.path, wait_until="networkidle")
    assert answered is not None
    assert answered.status == 200
    page.locator(picture.ready).first.wait_for(timeout=20_000)
    file = folder / f"{picture.name}.png"
    write(page.screenshot(), file)
    context.close()
    assert file.stat().st_size < LARGEST


def write(screenshot: bytes, file: Path) -> None:
    """Write a picture in as many colours as a palette holds, each as near as can be to those of the page."""
    image = Image.open(BytesIO(screenshot)).convert("RGB")
    image.quantize(256, kmeans=4, dither=Image.Dither.NONE).save(file, optimize=True)


def test_the_readme_shows_the_pictures() -> None:
    made = {f"{picture.name}.png" for picture in PICTURES}
    assert {file.name for file in SHOWN.glob("*.png")} == made
    assert all(file.stat().st_size < LARGEST for file in SHOWN.glob("*.png"))
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in sorted(made) if f"docs/images/{name}" not in readme] == []
