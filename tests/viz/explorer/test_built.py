"""What Vite builds: served whole, compressed and for ever; in every wheel; nothing where it is missing."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from maillage.errors import DeclarationError
from tests.conftest import ROOT
from tests.needed import missing
from tests.viz.explorer.asking import Get
from viz.explorer import built

MANIFEST = {
    "entries/carte.ts": {
        "file": "carte-1.js",
        "name": "carte",
        "isEntry": True,
        "imports": ["_shared.js"],
        "css": ["carte-2.css"],
    },
    "_shared.js": {"file": "shared-3.js", "name": "shared", "imports": ["entries/carte.ts"], "css": ["shared-4.css"]},
    "src/later.ts": {"file": "later-5.js", "name": "later", "isDynamicEntry": True},
}
FIRST_VIEW, CANVAS = 150_000, 500_000
"""The most bytes, compressed, that a page may load before it is whole: without the canvas, and with it."""


@pytest.fixture(scope="module")
def entries() -> dict[str, built.Entry]:
    """The entries as they were built; without them a test fails under CI and is skipped elsewhere."""
    found = built.entries(built.FOLDER)
    if not found:
        missing("what the browser runs", "make browser")
    return dict(found)


def test_a_manifest_tells_what_an_entry_needs(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps(MANIFEST), "utf-8")
    assert built.entries(tmp_path) == {
        "carte": built.Entry("carte-1.js", ("carte-2.css", "shared-4.css"), ("shared-3.js",))
    }


def test_a_page_without_the_build_has_no_tag(tmp_path: Path) -> None:
    assert built.entries(tmp_path) == {}
    assert built.built("nothing-of-that-name") == ""


@pytest.mark.parametrize("wrong", ["{", "[]", '{"a": {"isEntry": true}}'])
def test_a_broken_manifest_is_named(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "manifest.json").write_text(wrong, "utf-8")
    with pytest.raises(DeclarationError, match="make browser"):
        built.entries(tmp_path)


def test_every_source_of_an_entry_is_built(entries: dict[str, built.Entry]) -> None:
    assert set(entries) == {file.stem for file in (ROOT / "browser" / "entries").glob("*.ts")}


def test_a_built_file_is_kept_for_ever_and_compressed(get: Get, entries: dict[str, built.Entry]) -> None:
    for entry in entries.values():
        for name in entry.files:
            plain = get(f"/static/built/{name}", accept_encoding="identity")
            packed = get(f"/static/built/{name}", accept_encoding="br;q=0, gzip")
            assert plain.status_code == packed.status_code == 200
            assert plain.headers["content-type"].split(";")[0] in {"text/javascript", "text/css"}
            assert "immutable" in packed.headers["cache-control"]
            assert packed.headers["vary"] == "Accept-Encoding"
            assert "content-encoding" not in plain.headers
            assert packed.headers["content-encoding"] == "gzip"
            assert packed.content == plain.content == gzip.decompress((built.FOLDER / f"{name}.gz").read_bytes())
            assert get(f"/static/built/{name}", accept_encoding="gzip, br").headers["content-encoding"] == "br"


@pytest.mark.parametrize("name", ["manifest.json", "nothing.js", "..%2Fexplorer.css", "%2e%2e", "x.js.gz"])
def test_nothing_else_is_served(get: Get, name: str) -> None:
    assert get(f"/static/built/{name}").status_code == 404


def test_the_first_view_is_light(entries: dict[str, built.Entry]) -> None:
    for name, entry in entries.items():
        size = sum((built.FOLDER / f"{file}.gz").stat().st_size for file in entry.files)
        assert size < (CANVAS if name == "reseau" else FIRST_VIEW), name


def test_the_wheel_has_what_is_built(entries: dict[str, built.Entry]) -> None:
    packed = {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}
    wanted = {"manifest.json", *(file for entry in entries.values() for file in entry.files)}
    assert {f"viz/explorer/static/built/{name}" for name in wanted} <= packed
    assert not [path for path in packed if "node_modules" in path]


def test_the_lock_names_versions_and_hashes_but_no_address() -> None:
    text = (ROOT / "browser" / "package-lock.json").read_text("utf-8")
    assert "://" not in text
    packages = json.loads(text)["packages"]
    assert all("version" in entry and "integrity" in entry for name, entry in packages.items() if name)
