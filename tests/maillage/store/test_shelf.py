"""An answer is kept beside the store until the store changes; whatever happens to its file, the answer is the same."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from maillage.store import Building, Store, shelf
from maillage.table import Table

ASKED = "SELECT ?x { ?x ?y ?z }"
TABLE = Table(("a", "b"), (("été\n", Decimal("1.50")), (None, True), (12, 1.5)))


class Asking:
    """What answers when nothing is kept, and how often it was asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Table:
        """Answer."""
        self.times += 1
        return TABLE


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> Asking:
    """What answers, always so slowly that it is worth keeping."""
    monkeypatch.setattr(shelf, "LONG", -1)
    return Asking()


def built(root: Path, word: str = "a") -> Store:
    """Build a store that holds one triple."""
    with Building.at(root) as building:
        building.put("urn:g", [f"<urn:s> <urn:p> <urn:{word}> <urn:g> ."])
        building.commit({})
    return Store.open(root)


def files(root: Path) -> list[Path]:
    """Return the answers beside the store."""
    return sorted((root / "reponses").glob("*/*"))


def test_an_answer_outlives_who_asked(tmp_path: Path, ask: Asking) -> None:
    assert built(tmp_path).kept(ASKED, ask) == TABLE
    found = Store.open(tmp_path).kept(ASKED, ask)
    assert repr(found) == repr(TABLE)
    assert ask.times == 1
    assert Store.open(tmp_path).kept(f"{ASKED} LIMIT 1", ask) == TABLE
    assert ask.times == 2


def test_another_content_of_the_store_is_asked_anew(tmp_path: Path, ask: Asking) -> None:
    former = built(tmp_path)
    former.kept(ASKED, ask)
    built(tmp_path, "b").kept(ASKED, ask)
    assert ask.times == 2
    assert len(files(tmp_path)) == 1
    built(tmp_path, "a").kept(ASKED, ask)
    assert ask.times == 3


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"{}\n[]"])
def test_a_damaged_answer_is_asked_anew(tmp_path: Path, ask: Asking, damage: bytes) -> None:
    store = built(tmp_path)
    store.kept(ASKED, ask)
    (file,) = files(tmp_path)
    whole = file.read_bytes()
    for content in (damage, whole[:-1], whole.replace(b"12", b"13")):
        file.write_bytes(content)
        assert store.kept(ASKED, ask) == TABLE
        assert file.read_bytes() == whole
    assert ask.times == 4


def test_answers_have_a_bound(tmp_path: Path, ask: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    store = built(tmp_path)
    store.kept(ASKED, ask)
    size = files(tmp_path)[0].stat().st_size
    monkeypatch.setattr(shelf, "MOST", 9 * size)
    for number in range(20):
        store.kept(f"{ASKED} LIMIT {number}", ask)
    assert len(files(tmp_path)) == 9
    monkeypatch.setattr(shelf, "MOST", 3 * size)  # one that is too large for what may be kept
    store.kept(f"{ASKED} LIMIT 100", ask)
    assert len(files(tmp_path)) == 9


def test_what_is_quick_or_asks_for_the_time_is_not_kept(
    tmp_path: Path, ask: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = built(tmp_path)
    store.kept("SELECT (NOW() AS ?x) {}", ask)
    monkeypatch.setattr(shelf, "LONG", 3600)
    store.kept(ASKED, ask)
    assert files(tmp_path) == []


def test_nothing_is_kept_where_nothing_can_be_written(tmp_path: Path, ask: Asking) -> None:
    store = built(tmp_path)
    (tmp_path / "reponses").write_text("")
    assert [store.kept(ASKED, ask), store.kept(ASKED, ask)] == [TABLE, TABLE]
    assert ask.times == 2
    assert Store.memory().kept(ASKED, ask) == TABLE


def test_the_folder_can_be_thrown_away(tmp_path: Path, ask: Asking) -> None:
    store = built(tmp_path)
    store.kept(ASKED, ask)
    shutil.rmtree(tmp_path / "reponses")
    assert store.kept(ASKED, ask) == TABLE
    assert len(files(tmp_path)) == 1
