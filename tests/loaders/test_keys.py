"""The key of a convention and its period, whatever the words by which an act tells them.

A case of ``tests/cases/readers/keys`` is a short act of our own wording (real official names), and what it must give.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TypedDict

import pytest

from loaders.reading import read
from loaders.resolve import Gazetteer
from maillage import reference
from maillage.facts import Convention

_CASES = Path(__file__).resolve().parent.parent / "cases" / "readers" / "keys" / "cases.toml"


class Case(TypedDict):
    """An act and the convention that it is about."""

    name: str
    text: str
    convention: str
    start: str
    end: str


def cases() -> list[Case]:
    """Give the cases."""
    found: list[Case] = tomllib.loads(_CASES.read_text("utf-8"))["case"]
    return found


def name_of(case: Case) -> str:
    """Return the name of a case."""
    return case["name"]


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer(reference.load())


@pytest.mark.parametrize("case", cases(), ids=name_of)
def test_key(case: Case, tmp_path: Path) -> None:
    """The one convention of the act that is not over has the key and the period that the case gives."""
    path = tmp_path / "acte.md"
    path.write_text(case["text"], "utf-8")
    told = [fact for fact in read(path, _gazetteer()).facts if isinstance(fact, Convention) and fact.status != "échue"]
    assert [(fact.convention, fact.start, fact.end) for fact in told] == [
        (case["convention"], case["start"], case["end"])
    ]
