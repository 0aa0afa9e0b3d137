"""``maillage search``: what people ask for, and whether it comes first."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from math import log2
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maillage.errors import QueryError
from maillage.search import Index, opened
from maillage.search.index import COLUMNS
from maillage.store import Store
from tests.maillage.cli.conftest import Run

ASKED = Path(__file__).parents[2] / "cases" / "search" / "demandes.csv"
RECALL, GAIN = 0.9, 0.85


class Asked(NamedTuple):
    """What a person looks for, in which kind of things, and the keys or names of what should come."""

    words: str
    kind: str
    wanted: frozenset[str]


def asked() -> list[Asked]:
    """What is asked for, with the keys or names of what should come."""
    with ASKED.open(encoding="utf-8", newline="") as file:
        return [Asked(row["mots"], row["genre"], frozenset(row["attendus"].split("|"))) for row in csv.DictReader(file)]


@pytest.fixture(scope="session")
def index(built: Path) -> Index:
    return opened(Store.open(built))


def found(index: Index, one: Asked) -> list[bool]:
    """Whether each of the ten best answers is wanted."""
    return [
        str(row["key"]) in one.wanted or str(row["label"]) in one.wanted for row in index.search(one.words, one.kind)
    ]


def gain(answers: Sequence[bool], wanted: int) -> float:
    """The normalised discounted cumulative gain of ten answers."""
    best = sum(1 / log2(rank + 2) for rank in range(min(wanted, 10)))
    return sum(1 / log2(rank + 2) for rank, good in enumerate(answers) if good) / best


def test_what_is_asked_for_comes_first(index: Index) -> None:
    questions = asked()
    assert len(questions) >= 60
    answers = {one: found(index, one) for one in questions}
    recalls = [min(sum(good), len(one.wanted)) / min(len(one.wanted), 10) for one, good in answers.items()]
    gains = [min(gain(good, len(one.wanted)), 1.0) for one, good in answers.items()]
    missed = [one.words for one, recall in zip(answers, recalls, strict=True) if recall < 1]
    assert sum(recalls) / len(recalls) >= RECALL, missed
    assert sum(gains) / len(gains) >= GAIN, missed


def test_the_columns_are_those_of_the_contract(run: Run, built: Path) -> None:
    status, printed, messages = run("search", "parentalité", "--format", "csv", "--limit", "3", "--store", built)
    assert (status, messages) == (0, "")
    head, *rows = printed.splitlines()
    assert head.split(",") == list(COLUMNS)
    assert len(rows) == 3


@pytest.mark.parametrize("words", ["zzzzzz", "?!", "l'", "de la"])
def test_nothing_is_found(run: Run, built: Path, words: str) -> None:
    assert run("search", words, "--format", "json", "--store", built) == (0, "[]\n", "")


def test_an_unknown_kind_is_told(index: Index) -> None:
    with pytest.raises(QueryError, match="fiche, acteur, convention"):
        index.search("x", "chose")


def test_a_changed_store_has_a_new_index(built: Path) -> None:
    folder = built / "recherche"
    opened(Store.open(built))
    names = sorted(path.name for path in folder.iterdir())
    opened(Store.open(built))
    assert sorted(path.name for path in folder.iterdir()) == names
    assert [name.partition("-")[0] for name in names] == ["actes", "territoires"]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=400))
def test_any_words_have_an_answer(index: Index, words: str) -> None:
    first = index.search(words)
    assert first == index.search(words)
    assert len(first) <= 10
