"""Plans and fiches in other ordinary wordings: the middle of an act and what it states, in plans.toml and fiches.toml.

A row is ``plan | kind | number | parent | label``, ``fiche | number | title | status | deadline``,
``actor | fiche | role | name`` or ``item | fiche | kind | text``; a text that only looks like one has none.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TypedDict

import pytest

from loaders import formats
from loaders.acts.sections import sections
from loaders.readers.fiches import reader as fiches
from loaders.readers.plan import reader as plan
from loaders.resolve import Gazetteer
from maillage import reference
from maillage.facts import Fact, Fiche, FicheActor, FicheItem, PlanNode

_FOLDER = Path(__file__).resolve().parent.parent / "cases" / "readers" / "plan"
_BEFORE = """# Convention territoriale globale 2024-2028

Entre la Caisse d'allocations familiales de la Drôme et la communauté de communes du Diois

"""
_AFTER = """

## Article 9 : Durée de la convention

La présente convention est conclue pour la période 2024-2028.
"""


class _Case(TypedDict):
    text: str
    rows: list[str]


def _cases() -> dict[str, _Case]:
    found: dict[str, _Case] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        found |= {f"{path.stem}/{name}": case for name, case in tomllib.loads(path.read_text("utf-8")).items()}
    return found


_CASES = _cases()


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer(reference.load())


def _row(fact: Fact) -> str:
    match fact:
        case PlanNode():
            cells = ["plan", fact.kind, fact.number, fact.parent_number, fact.label]
        case Fiche():
            cells = ["fiche", fact.number, fact.title, fact.status, fact.deadline]
        case FicheActor():
            cells = ["actor", fact.fiche, fact.role, fact.actor]
        case FicheItem():
            cells = ["item", fact.fiche, fact.kind, fact.text]
        case _:
            cells = []
    return " | ".join(cells)


@pytest.mark.parametrize("name", _CASES)
def test_other_wording(name: str, tmp_path: Path) -> None:
    case = _CASES[name]
    path = tmp_path / "acte.md"
    path.write_text(f"{_BEFORE}{case['text']}{_AFTER}", "utf-8")
    acts = sections(formats.read(path), _gazetteer())
    rows = sorted(_row(fact) for act in acts for reader in (plan, fiches) for fact in reader.read(act))
    assert [row for row in rows if row] == case["rows"]
