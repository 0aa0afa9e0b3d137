"""What is wrong with a store is said in a sentence, and nothing is done to it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from maillage.errors import StoreError
from maillage.store import Building, Store
from maillage.store.layout import MANIFEST
from maillage.store.manifest import FORMAT

GRAPH = "https://example.org/a"
LINE = f'<https://example.org/s> <https://example.org/p> "1" <{GRAPH}> .'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    with Building.at(tmp_path / "s") as building:
        building.put(GRAPH, [LINE])
        building.commit({})
    return tmp_path / "s"


def content(folder: Path) -> dict[str, bytes]:
    """The bytes of every file but the lock, which a refused build may touch."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.name != "lock")
    return {str(file): file.read_bytes() for file in files}


def empty(file: Path) -> None:
    file.write_bytes(b"")


def halve(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def blank(file: Path) -> None:
    file.write_bytes(bytes(file.stat().st_size))


def remove(file: Path) -> None:
    file.unlink()


def as_binary(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")


@pytest.mark.parametrize("pattern", ["generations/*/CURRENT", "generations/*/*.sst", "generations/*/MANIFEST*"])
@pytest.mark.parametrize("harm", [empty, halve, blank, remove])
def test_a_damaged_generation(root: Path, pattern: str, harm: Callable[[Path], None]) -> None:
    harm(next(root.glob(pattern)))
    before = content(root)
    with pytest.raises(StoreError, match="endommagé : supprimez-le"):
        Store.open(root)
    with pytest.raises(StoreError, match="endommagé : supprimez-le"), Building.at(root):
        pass
    assert content(root) == before


@pytest.mark.parametrize("harm", [empty, halve, blank, as_binary])
def test_a_damaged_manifest(root: Path, harm: Callable[[Path], None]) -> None:
    harm(root / MANIFEST)
    with pytest.raises(StoreError, match=r"manifest\.json : ce magasin est endommagé"):
        Store.open(root)


def test_another_version(root: Path) -> None:
    record = json.loads((root / MANIFEST).read_text("utf-8"))
    (root / MANIFEST).write_text(json.dumps(record | {"format": FORMAT + 1, "version": "9.9"}), "utf-8")
    before = content(root)
    with pytest.raises(StoreError, match=r"autre version de Maillage \(9\.9\)"):
        Store.open(root)
    with pytest.raises(StoreError, match="autre version"), Building.at(root):
        pass
    assert content(root) == before


def test_no_store(tmp_path: Path) -> None:
    (tmp_path / "begun" / "generations").mkdir(parents=True)
    for root in (tmp_path / "nothing", tmp_path / "begun"):
        with pytest.raises(StoreError, match="construisez-le avec « maillage build »"):
            Store.open(root)


@pytest.mark.parametrize("make", [Path.mkdir, Path.touch])
def test_something_else(tmp_path: Path, make: Callable[[Path], None]) -> None:
    other = tmp_path / "other"
    make(other)
    if other.is_dir():
        (other / "notes.txt").write_text("mine", "utf-8")
    for attempt in (lambda: Store.open(other), lambda: Building.at(other).__enter__()):
        with pytest.raises(StoreError, match="ce n'est pas un magasin Maillage"):
            attempt()


@pytest.mark.parametrize("place", ["/proc/maillage", "/sys/maillage"])
def test_where_nothing_can_be_written(place: str) -> None:
    with pytest.raises(StoreError, match="on ne peut pas écrire ici"), Building.at(Path(place)):
        pass


def test_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILLAGE_LANG", "en")
    with pytest.raises(StoreError, match="there is no store here yet"):
        Store.open(tmp_path / "nothing")
