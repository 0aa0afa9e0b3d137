"""The fictional CTG: the same at each run, of real territories, and nothing that the checks refuse."""

from __future__ import annotations

from itertools import islice

from benchmarks.generated import documents
from maillage import checks, facts, queries, reference
from maillage.pipeline.graphs import nearby, quads, territories
from maillage.pipeline.reading import Statements
from maillage.store import Store

FEW = tuple(documents(7))


def of(document: Statements, kind: type[facts.Fact]) -> int:
    return sum(isinstance(fact, kind) for fact in document.facts)


def test_the_same_at_each_run() -> None:
    assert tuple(documents(7)) == FEW


def test_the_first_of_many_are_those_of_few() -> None:
    assert tuple(islice(documents(300), 7)) == FEW


def test_300_have_a_name_each() -> None:
    assert len({document.source.stem for document in documents(300)}) == 300


def test_each_has_what_a_ctg_has() -> None:
    for document in FEW:
        assert 20 <= of(document, facts.Fiche) <= 60
        assert of(document, facts.FicheActor) > 100
        assert all(of(document, kind) for kind in (facts.Funding, facts.Statistic, facts.Equipment, facts.Governance))


def test_codes_are_real() -> None:
    known = reference.load()
    covered = [fact for document in FEW for fact in document.facts if isinstance(fact, facts.CoveredCommune)]
    assert covered
    assert all(fact.commune_code in known.communes for fact in covered)


def test_a_territory_has_two_generations() -> None:
    renewed = [
        fact for document in FEW for fact in document.facts if isinstance(fact, facts.Convention) and fact.previous
    ]
    keys = {fact.convention for document in FEW for fact in document.facts if isinstance(fact, facts.Convention)}
    assert renewed
    assert all(fact.previous in keys for fact in renewed)


def test_it_answers_and_nothing_is_refused() -> None:
    stated = list(quads(FEW[:2]))
    store = Store.memory([*stated, *nearby(territories("\n".join(stated)))])
    assert len(queries.run(store, "conventions")) == 2
    assert not [finding for finding in checks.check(store) if finding.severity == "violation"]
