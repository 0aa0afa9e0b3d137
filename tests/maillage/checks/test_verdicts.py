"""Verdicts are kept: what has not changed is not judged again, what has is, and nothing old stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.checks import verdicts
from maillage.checks.verdicts import Verdicts
from maillage.findings import Finding

FOUND = (Finding("code", "avertissement", "sujet", "français", "english", ("acte",), ("3;5",)),)


def test_a_verdict_comes_back_as_it_was(tmp_path: Path) -> None:
    Verdicts(tmp_path / "v").keep([("triples", FOUND), ("others", ())])
    again = Verdicts(tmp_path / "v")
    assert again.take("triples") == FOUND
    assert again.take("others") == ()
    assert again.take("changed triples") is None


def test_only_the_current_acts_are_kept(tmp_path: Path) -> None:
    kept = Verdicts(tmp_path / "v")
    kept.keep([("former", FOUND)])
    kept.keep([("current", FOUND)])
    assert kept.take("former") is None
    assert len(list((tmp_path / "v").iterdir())) == 1


def test_other_shapes_judge_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Verdicts(tmp_path / "v").keep([("triples", FOUND)])
    monkeypatch.setattr(verdicts, "versions", lambda: "another engine")
    assert Verdicts(tmp_path / "v").take("triples") is None


@pytest.mark.parametrize("damage", ["", "{", "[1]", '[{"code": "c"}]', '[{"code": "c", "severity": "?"}]'])
def test_a_damaged_verdict_is_none(tmp_path: Path, damage: str) -> None:
    kept = Verdicts(tmp_path / "v")
    kept.keep([("triples", FOUND)])
    (file,) = (tmp_path / "v").iterdir()
    file.write_text(damage, "utf-8")
    assert kept.take("triples") is None


def test_nothing_is_kept_where_nothing_can_be_written(tmp_path: Path) -> None:
    kept = Verdicts(tmp_path / "absent" / "v")
    kept.keep([("triples", FOUND)])
    assert kept.take("triples") is None
    assert Verdicts(None).take("triples") is None
