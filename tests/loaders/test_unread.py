"""Blocks that look like facts and gave none are told with their place; those that were read, or say nothing, are not.

``tests/cases/unread/<case>.toml`` holds an ``act`` and the places that must be told (``unread``).
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from loaders.reading import Reading, read
from loaders.resolve import Gazetteer
from loaders.unread import CODE
from maillage import reference
from maillage.facts import Doubt

CASES = Path(__file__).parents[1] / "cases"
NAMES = sorted(file.stem for file in (CASES / "unread").glob("*.toml"))
OWN = sorted(path for path in (CASES / "acts").glob("*/*") if path.is_file())
REAL = (
    "armentieres-deliberation-2023-027",
    "grand-calais-ctg-2025-2029",
    "les-attaques-deliberation-2025-19",
    "loison-sous-lens-deliberation-2022",
    "pas-de-calais-deliberation-2023-578",
)


def reading(file: Path) -> Reading:
    return read(file, Gazetteer(reference.load()))


def told(file: Path) -> list[Doubt]:
    return [fact for fact in reading(file).facts if isinstance(fact, Doubt) and fact.code == CODE]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_told(name: str, tmp_path: Path) -> None:
    case = tomllib.loads((CASES / "unread" / f"{name}.toml").read_text("utf-8"))
    file = tmp_path / "acte.md"
    file.write_text(case["act"], "utf-8")
    doubts = told(file)
    assert [doubt.place.lines for doubt in doubts] == case["unread"]
    assert all(doubt.detail and doubt.subject for doubt in doubts)


@pytest.mark.parametrize("file", OWN, ids=[path.parent.name for path in OWN])
def test_our_own_acts_are_read_whole(file: Path) -> None:
    assert not told(file)


@pytest.mark.parametrize("stem", REAL)
def test_the_real_acts_are_read_whole(documents: Path, stem: str) -> None:
    """Looked at by hand: every table of theirs that looks like facts gave some."""
    assert not told(documents / f"{stem}.md")
