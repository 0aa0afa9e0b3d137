"""Conventions and avenants in every wording: the text of an act, and what it tells of each; look-alikes give none."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NotRequired, TypedDict, cast

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


class _Sentences(TypedDict):
    frame: str
    told: dict[str, list[str]]


_FOLDER = Path(__file__).resolve().parent.parent / "cases" / "readers" / "conventions"
_CASES: dict[str, _Case] = tomllib.loads((_FOLDER / "conventions.toml").read_text("utf-8"))
_SENTENCES = cast("_Sentences", tomllib.loads((_FOLDER / "sentences.toml").read_text("utf-8")))


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


def _read(act: Path, text: str, family: str) -> list[Fact]:
    """Return what the reader of ``family`` gives of ``text``, written to ``act``."""
    act.write_text(text, "utf-8")
    return [fact for section in sections(formats.read(act), _gazetteer()) for fact in reader(family)(section)]


@pytest.mark.parametrize("case", _CASES.values(), ids=_CASES.keys())
@pytest.mark.parametrize("family", ["conventions", "amendments"])
def test_an_act_tells_its_conventions(case: _Case, family: str, tmp_path: Path) -> None:
    expected = case.get("conventions") if family == "conventions" else case.get("amendments")
    if expected is None:
        return
    told = _read(tmp_path / "acte.md", case["text"], family)
    assert sorted(filter(None, map(_printed, told))) == sorted(expected)


@pytest.mark.parametrize(("sentence", "expected"), _SENTENCES["told"].items())
def test_a_sentence_tells_when_each_convention_begins_and_ends(
    sentence: str, expected: list[str], tmp_path: Path
) -> None:
    told = _read(tmp_path / "acte.md", _SENTENCES["frame"].replace("{sentence}", sentence), "conventions")
    found = [fact for fact in told if isinstance(fact, Convention)]
    keys = [fact.convention.removeprefix("trieves").lstrip("-") for fact in found]
    assert sorted(f"{key}|{fact.start}|{fact.end}" for key, fact in zip(keys, found, strict=True)) == sorted(expected)


def test_a_day_behind_a_name_is_no_part_of_it(tmp_path: Path) -> None:
    text = "# CTG 2023-2026\n\nLa CTG de la communauté de communes du Trièves du 1er janvier 2023 est signée."
    (told,) = (fact for fact in _read(tmp_path / "acte.md", text, "conventions") if isinstance(fact, Convention))
    assert told.territory == "communauté de communes du Trièves"
