"""The sources that are shipped are whole, and one that is not is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from maillage.errors import FactsError
from maillage.pipeline import sources
from maillage.places import folder


def test_every_shipped_source_is_as_it_is_described() -> None:
    for source in sources.shipped():
        assert source.source.title
        assert len(source.source.sha256) == 64
        assert source.facts


def cut(place: Path) -> None:
    lines = (place / "facts.jsonl").read_text("utf-8").splitlines(keepends=True)
    (place / "facts.jsonl").write_text("".join(lines[:-1]), "utf-8")


def forget(place: Path) -> None:
    (place / "facts.jsonl").unlink()


def blur(place: Path) -> None:
    (place / "source.toml").write_text("title = ", "utf-8")


@pytest.mark.parametrize(
    ("harm", "message"), [(cut, "au lieu des"), (forget, "source illisible"), (blur, "source illisible")]
)
def test_a_damaged_source_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: Callable[[Path], None], message: str
) -> None:
    some = next(iter(sorted((folder("data") / "sources").iterdir())))
    shutil.copytree(some, tmp_path / "sources" / some.name)
    monkeypatch.setattr(sources, "folder", lambda _name: tmp_path)
    assert len(list(sources.shipped())) == 1
    harm(tmp_path / "sources" / some.name)
    with pytest.raises(FactsError, match=message):
        list(sources.shipped())
