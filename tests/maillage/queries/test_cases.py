"""Every question of the catalogue has its case: words, and the table that they give.

``tests/cases/queries/<question>/`` holds ``params*.toml``, each with its ``expected*.csv``, and facts of its own
(``*.jsonl``, ``*.nq``) beside those of ``commun``, which all questions share.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from maillage import facts_file, graph, queries
from maillage.classification import classify
from maillage.facts import Fact
from maillage.places import folder
from maillage.reference import Reference
from maillage.store import Store
from maillage.table_text import as_csv

CASES = Path(__file__).parents[2] / "cases" / "queries"
COMMON = CASES / "commun"
NAMES = sorted(file.stem for file in folder("queries").glob("*.rq"))
PARAMS = [(file.parent.name, file.stem.removeprefix("params")) for file in sorted(CASES.glob("*/params*.toml"))]
COUNTING = {
    "acteurs-par-genre-et-role", "acteurs-passerelles", "ce-qui-manque-a-un-territoire", "comparer-deux-generations",
    "constats-par-acte", "copilotages", "diversite-des-partenaires", "epci-avec-ou-sans-ctg", "equipements-par-type",
    "fiabilite-par-acte",
    "financeurs-par-dispositif", "partenaires-par-theme", "points-communs", "presence-d-un-theme",
    "presence-d-un-type-d-action", "themes-par-ctg",
}  # fmt: skip
THINGS = tuple(f"<{graph.BASE}{kind}/" for kind in ("convention", "fiche", "plan", "equipement", "instance", "avenant"))


def quads(*folders: Path) -> Iterator[str]:
    """Give the graph of the facts and quads in ``folders``, with the reference they share."""
    stated: list[Fact] = []
    for file in (file for place in folders for file in sorted(place.glob("*.jsonl"))):
        source, facts = facts_file.loads(file.read_text("utf-8"), str(file))
        stated += facts
        yield from graph.act_quads(source, (*facts, *classify(facts)))
    yield from graph.actor_quads(stated)
    yield from graph.reference_quads(Reference(COMMON / "reference"))
    for file in (file for place in folders for file in sorted(place.glob("*.nq"))):
        yield from graph.rebased(file.read_text("utf-8")).splitlines()


@cache
def lines(name: str) -> tuple[str, ...]:
    return tuple(quads(COMMON, CASES / name))


def answer(store: Store, name: str, case: str) -> str:
    params = tomllib.loads((CASES / name / f"params{case}.toml").read_text("utf-8"))
    return as_csv(queries.run(store, name, {key: str(word) for key, word in params.items()}))


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_a_case(name: str) -> None:
    assert list((CASES / name).glob("params*.toml")), f"write tests/cases/queries/{name}/params.toml and expected.csv"


def test_every_case_has_a_question() -> None:
    assert {place.name for place in CASES.iterdir()} - {"commun"} == set(NAMES)


@pytest.mark.parametrize(("name", "case"), PARAMS)
def test_case(name: str, case: str) -> None:
    expected = (CASES / name / f"expected{case}.csv").read_text("utf-8")
    assert answer(Store.memory(lines(name)), name, case) == expected


@pytest.mark.parametrize(("name", "case"), PARAMS)
def test_what_stands_in_several_graphs_counts_once(name: str, case: str) -> None:
    elsewhere = f"<{graph.BASE}acte/ailleurs/1> ."
    repeated = [line[: line.rindex("<")] + elsewhere for line in lines(name) if line.startswith(THINGS)]
    assert len(repeated) > 20
    answered = answer(Store.memory([*lines(name), *repeated]), name, case)
    assert answered == (CASES / name / f"expected{case}.csv").read_text("utf-8")


@pytest.mark.parametrize(("name", "case"), PARAMS)
def test_a_question_that_stands_by_itself_answers_the_same(name: str, case: str) -> None:
    store = Store.memory(lines(name))
    words = tomllib.loads((CASES / name / f"params{case}.toml").read_text("utf-8"))
    asked = queries.question(name)
    alone = queries.standalone(store, asked, {key: str(word) for key, word in words.items()})
    expected = (CASES / name / f"expected{case}.csv").read_text("utf-8")
    assert as_csv(queries.shape(asked, store.select(alone))) == expected


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_store_has_an_empty_answer(name: str) -> None:
    question = queries.question(name)
    words = {"theme": "sante", "type": "sante", "date": "2024", "fiche": "1"}
    given = {p.name: words.get(p.name, "https://example.org/x") for p in question.parameters if p.required}
    assert queries.run(Store.memory(), name, given).rows == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_fact_says_where_it_stands(name: str) -> None:
    """Every answer names document and lines, but those that compare or count over many."""
    columns = {column.name for column in queries.question(name).columns}
    assert name in COUNTING or {"document", "lines"} <= columns
    assert queries.question(name).name == name.lower()
