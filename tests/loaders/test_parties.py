"""Parties, and communes covered, in every wording: the text of an act, and who is read; look-alikes give none."""

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
from maillage.facts import CoveredCommune, Fact, Signatory


class _Case(TypedDict):
    text: str
    signatories: list[str]


class _Covered(TypedDict):
    text: str
    codes: list[str]
    whole: NotRequired[bool]


_FOLDER = Path(__file__).resolve().parent.parent / "cases" / "readers"
_CASES: dict[str, _Case] = tomllib.loads((_FOLDER / "parties" / "parties.toml").read_text("utf-8"))
_COMMUNES: dict[str, _Covered] = tomllib.loads((_FOLDER / "communes" / "communes.toml").read_text("utf-8"))
_PARTIES = """# Convention territoriale globale du Trièves 2024-2027

Entre la Caf de l'Isère, représentée par sa directrice, Anne ROCHE, et la Communauté de communes du Trièves, représentée
par son président, Jean VIAL.
"""


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer(reference.load())


def _printed(party: Signatory) -> str:
    return "|".join((party.actor, party.actor_kind, party.actor_code, party.representative, party.representative_role))


def _facts(family: str, text: str, folder: Path) -> list[Fact]:
    act = folder / "acte.md"
    act.write_text(text, "utf-8")
    return [fact for section in sections(formats.read(act), _gazetteer()) for fact in reader(family)(section)]


@pytest.mark.parametrize("case", _CASES.values(), ids=_CASES.keys())
def test_an_act_gives_its_signatories(case: _Case, tmp_path: Path) -> None:
    told = [_printed(fact) for fact in _facts("parties", case["text"], tmp_path) if isinstance(fact, Signatory)]
    assert sorted(told) == sorted(case["signatories"])


@pytest.mark.parametrize("case", _COMMUNES.values(), ids=_COMMUNES.keys())
def test_an_act_gives_the_communes_it_covers(case: _Covered, tmp_path: Path) -> None:
    facts = _facts("communes", case["text"] if case.get("whole") else _PARTIES + case["text"], tmp_path)
    assert sorted(fact.commune_code for fact in facts if isinstance(fact, CoveredCommune)) == case["codes"]
