"""Sheets that only their repeated shape shows, and parts alike that are none: cases in tests/cases/readers/sheets.

A case is the middle of an act (Markdown, unless it names its ``format``) and its ``sheets``: number and title of each.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NotRequired, TypedDict

import pytest

from loaders import formats
from loaders.readers.fiches.sheets import sheets
from loaders.readers.fiches.status_words import status_line

_FOLDER = Path(__file__).resolve().parent.parent / "cases" / "readers" / "sheets"
_AROUND = {
    "md": "# Convention territoriale globale\n\n{}\n",
    "txt": "CONVENTION TERRITORIALE GLOBALE\n\n{}\n",
    "html": "<html><head><meta charset='utf-8'></head><body><h1>Convention territoriale globale</h1>{}</body></html>",
}


class _Case(TypedDict):
    text: str
    sheets: list[str]
    format: NotRequired[str]


def _cases() -> dict[str, _Case]:
    return {
        f"{path.stem}/{name}": case
        for path in sorted(_FOLDER.glob("*.toml"))
        for name, case in tomllib.loads(path.read_text("utf-8")).items()
    }


_CASES = _cases()


@pytest.mark.parametrize("name", _CASES)
def test_sheets_by_shape(name: str, tmp_path: Path) -> None:
    case = _CASES[name]
    suffix = case.get("format", "md")
    path = tmp_path / f"acte.{suffix}"
    path.write_text(_AROUND[suffix].format(case["text"]), "utf-8")
    found = [sheet for sheet in sheets(formats.read(path).blocks) if sheet.body]
    assert [f"{sheet.number} | {sheet.title.text}" for sheet in found] == case["sheets"]


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Fiche nouvelle", "nouvelle"),
        ("(piste mise à jour)", "mise à jour"),
        ("Statut : nouvelle", "nouvelle"),
        ("Une fiche nouvelle pour la jeunesse", ""),
        ("Crèche nouvelle", ""),
    ],
)
def test_a_line_that_is_a_status(line: str, status: str) -> None:
    assert status_line(line) == status
