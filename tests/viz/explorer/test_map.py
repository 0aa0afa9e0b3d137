"""The map: drawn from a small file of contours, a list without one; a contour file is never trusted."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillage.errors import UsageError
from maillage.store import Store
from tests.viz.conftest import CASES
from tests.viz.explorer.asking import Get, asking, found, text
from viz.explorer import app, contours
from viz.explorer.choropleth import frame, on_the_map

CONTOURS = CASES / "viz" / "contours.geojson"
UNFIT: list[dict[str, Any]] = tomllib.loads((CASES / "viz" / "contours.toml").read_text("utf-8"))["file"]


@pytest.fixture(scope="module")
def get_drawn(store: Store) -> Get:
    """What asks an explorer that was given contours."""
    return asking(app(store, contours=contours.read(CONTOURS)))


def test_without_contours_there_is_a_list(get: Get) -> None:
    page = get("/carte")
    assert page.status_code == 200
    assert found(page, "//*[local-name()='svg']") == []
    assert "CC de la Station des Rousses-Haut Jura" in text(page)
    assert get("/carte.geojson").json() == {"type": "FeatureCollection", "features": []}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_with_contours_it_is_drawn(get_drawn: Get, language: str) -> None:
    page = get_drawn("/carte?type=cafe-des-parents", accept_language=language)
    zones = found(page, "//*[local-name()='path'][contains(@class, 'zone')]/@class")
    assert zones == ["zone state-present", "zone state-absent"]
    assert len(found(page, "//*[local-name()='path'][@class='around']")) == 1
    assert "/doc/epci/243900354" in found(page, "//*[local-name()='svg']//@href")
    assert found(page, "//script | //@style") == [] or "static/built" in page.text
    assert "<b>" not in text(page)  # no name is taken from the file
    assert get_drawn("/carte?type=cafe-des-parents").text == get_drawn("/carte?type=cafe-des-parents").text


def test_what_a_script_draws_holds_nothing_else_of_the_file(get_drawn: Get) -> None:
    response = get_drawn("/carte.geojson?theme=parentalite")
    assert response.headers["content-type"] == "application/geo+json"
    features = response.json()["features"]
    assert {one["properties"]["href"] for one in features} == {"/doc/epci/243900354", "/doc/epci/243900479"}
    assert {one["properties"]["state"] for one in features} == {"present"}
    assert "javascript" not in response.text


@pytest.mark.parametrize("query", ["theme=x", "type=%3Cscript%3E"])
def test_nothing_unknown_is_drawn(get_drawn: Get, query: str) -> None:
    assert get_drawn(f"/carte?{query}").status_code == 404
    assert get_drawn(f"/carte.geojson?{query}").status_code == 404


@pytest.mark.parametrize("page", ["/themes/parentalite", "/types-d-action/cafe-des-parents"])
def test_themes_and_types_have_the_map_too(get_drawn: Get, page: str) -> None:
    assert found(get_drawn(page), "//*[local-name()='path'][contains(@class, 'zone')]/@class")


@pytest.mark.parametrize("case", UNFIT, ids=lambda case: str(case["name"]))
def test_a_file_that_is_unfit_is_refused_with_the_remedy(tmp_path: Path, case: dict[str, Any]) -> None:
    file = tmp_path / "contours.geojson"
    file.write_text(case["text"] * case.get("times", 1), "utf-8")
    with pytest.raises(UsageError) as refused:
        contours.read(file)
    assert case["told"] in refused.value.text("fr")
    assert "contours.geojson" in str(refused.value)


def test_a_file_that_is_missing_or_too_large(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="chemin"):
        contours.read(tmp_path / "rien.geojson")
    large = tmp_path / "large.geojson"
    with large.open("wb") as output:
        output.truncate(contours.MOST_BYTES + 1)
    with pytest.raises(UsageError, match="64 Mo"):
        contours.read(large)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["code", "type", "coordinates"]), inner)
    ),
    max_leaves=20,
)
FEATURE = st.fixed_dictionaries(
    {
        "properties": st.fixed_dictionaries({"code": st.sampled_from(["39", "243900354", "x"]) | JSON}),
        "geometry": st.fixed_dictionaries({"type": st.sampled_from(["Polygon", "MultiPolygon"]), "coordinates": JSON}),
    }
)


@settings(max_examples=100, deadline=None)
@given(st.lists(FEATURE | JSON, max_size=4))
def test_whatever_a_file_holds_is_drawn_or_refused(tmp_path_factory: pytest.TempPathFactory, features: object) -> None:
    file = tmp_path_factory.mktemp("contours") / "any.geojson"
    file.write_text(json.dumps({"features": features}), "utf-8")
    try:
        known = contours.read(file)
    except UsageError:
        return
    shown = [rings for rings in known.rings.values() if on_the_map(rings)]
    assert all(frame(shown).path(rings).startswith(("M", "")) for rings in shown)
