"""Parties in every wording and layout: the text of an act, and those who sign it; look-alikes give none."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TypedDict

import pytest

from loaders import formats
from loaders.acts.sections import sections
from loaders.reading import reader
from loaders.resolve import Gazetteer
from maillage import reference
from maillage.facts import Signatory


class _Case(TypedDict):
    text: str
    signatories: list[str]


_CASES: dict[str, _Case] = tomllib.loads(
    (Path(__file__).resolve().parent.parent / "cases" / "readers" / "parties" / "parties.toml").read_text("utf-8")
)


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer(reference.load())


def _printed(party: Signatory) -> str:
    return "|".join((party.actor, party.actor_kind, party.actor_code, party.representative, party.representative_role))


@pytest.mark.parametrize("case", _CASES.values(), ids=_CASES.keys())
def test_an_act_gives_its_signatories(case: _Case, tmp_path: Path) -> None:
    act = tmp_path / "acte.md"
    act.write_text(case["text"], "utf-8")
    acts = sections(formats.read(act), _gazetteer())
    told = [_printed(fact) for section in acts for fact in reader("parties")(section) if isinstance(fact, Signatory)]
    assert sorted(told) == sorted(case["signatories"])
