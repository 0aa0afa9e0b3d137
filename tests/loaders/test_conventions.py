"""Conventions and avenants in every wording: the text of an act, and what it tells of each; look-alikes give none."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NotRequired, TypedDict

import pytest

from loaders import formats
from loaders.acts.sections import sections
from loaders.reading import reader
from loaders.resolve import Gazetteer
from maillage import reference
from maillage.facts import Amendment, Convention, Fact


class _Case(TypedDict):
    text: str
    conventions: NotRequired[list[str]]
    amendments: NotRequired[list[str]]


_FILE = Path(__file__).resolve().parent.parent / "cases" / "readers" / "conventions" / "conventions.toml"
_CASES: dict[str, _Case] = tomllib.loads(_FILE.read_text("utf-8"))


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer(reference.load())


def _printed(fact: Fact) -> str:
    match fact:
        case Convention():
            known: tuple[str, ...] = (
                fact.signed_on,
                str(fact.generation or ""),
                fact.start,
                fact.end,
                fact.status,
                fact.previous,
            )
        case Amendment():
            known = (fact.number, fact.start, fact.end, ";".join(fact.joining_actors))
        case _:
            return ""
    return "|".join((fact.convention, *known))


@pytest.mark.parametrize("case", _CASES.values(), ids=_CASES.keys())
@pytest.mark.parametrize("family", ["conventions", "amendments"])
def test_an_act_tells_its_conventions(case: _Case, family: str, tmp_path: Path) -> None:
    expected = case.get("conventions") if family == "conventions" else case.get("amendments")
    if expected is None:
        return
    act = tmp_path / "acte.md"
    act.write_text(case["text"], "utf-8")
    told = [fact for section in sections(formats.read(act), _gazetteer()) for fact in reader(family)(section)]
    assert sorted(filter(None, map(_printed, told))) == sorted(expected)
