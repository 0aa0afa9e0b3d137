"""Corrections: each case a corrections file, and what it makes of the same facts, or why it is refused.

``tests/cases/corrections/<case>.toml`` holds the text (``corrections``) and either ``lost`` (table and lines of the
facts that go) with ``made`` (table, lines, act and a word of those that come), or the ``error`` and its ``line``.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import astuple
from pathlib import Path

import pytest

from maillage import facts_file
from maillage.errors import FactsError
from maillage.facts import CORRECTIONS, Fact
from maillage.graph import act_quads, actor_quads
from maillage.pipeline.corrections import corrected, parse

CASES = Path(__file__).parents[2] / "cases" / "corrections"
NAMES = sorted(file.stem for file in CASES.glob("*.toml"))
SOURCE, FACTS = facts_file.loads((CASES / "facts.jsonl").read_text("utf-8"))
ID = "https://w3id.org/maillage/id/"


def case(name: str) -> dict[str, object]:
    return tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))


def apply(text: str) -> tuple[Fact, ...]:
    return corrected(SOURCE.stem, FACTS, parse(text, "x.toml"))


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("bad-")])
def test_what_it_makes(name: str) -> None:
    wanted = case(name)
    after = apply(str(wanted["corrections"]))
    assert [[fact.table, fact.place.lines] for fact in FACTS if fact not in after] == wanted["lost"]
    made = [fact for fact in after if fact not in FACTS]
    expected = wanted["made"]
    assert isinstance(expected, list)
    assert sorted((f.table, f.place.lines, f.act) for f in made) == sorted(tuple(row[:3]) for row in expected)
    for fact in made:
        (word,) = [row[3] for row in expected if tuple(row[:3]) == (fact.table, fact.place.lines, fact.act)]
        assert word in [str(value) for value in astuple(fact)]


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("bad-")])
def test_it_says_what_it_did(name: str) -> None:
    """A fact that a person has made bears it, and the facts file keeps all of it."""
    after = apply(str(case(name)["corrections"]))
    made = [fact for fact in after if fact not in FACTS]
    keys = {fact.correction for fact in made if fact.table == "corrections"}
    for fact in made:
        assert fact.rule.startswith("correction.")
        if fact.table not in ("corrections", "doubts"):
            assert (fact.tier, fact.correction in keys) == ("derived", True)
        else:
            assert fact.place.document == f"{SOURCE.stem}{CORRECTIONS}"
    assert facts_file.loads(facts_file.dumps(SOURCE, after)) == (SOURCE, after)


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("bad-")])
def test_a_bad_one_is_refused_with_its_place_and_remedy(name: str) -> None:
    wanted = case(name)
    with pytest.raises(FactsError) as raised:
        apply(str(wanted["corrections"]))
    message = str(raised.value)
    assert str(wanted["error"]) in message
    assert message.startswith("x.toml, l. " + str(wanted["line"]) if wanted["line"] else "x.toml : ")
    assert "docs/corrections.md" in message


def same(operation: str, *actors: str) -> str:
    return f'[[{operation}]]\nactors = {json.dumps(actors, ensure_ascii=False)}\nreason = "Une personne le sait."\n'


def actors_of(text: str) -> dict[str, str]:
    """Return the actors of the two partners of fiche 2, by the ends of their IRIs."""
    after = apply(text) if text else FACTS
    lines = [line for line in act_quads(SOURCE, after) if "/def/acteur> " in line and "/enonce/" in line.split()[0]]
    names = {line.split()[0]: line.split('"')[1] for line in act_quads(SOURCE, after) if "/def/acteurNom> " in line}
    return {names[line.split()[0]]: line.split()[2][1:-1].removeprefix(ID) for line in lines}


def test_a_person_says_who_is_who() -> None:
    by_rule = actors_of("")
    caf, escale = by_rule["Caf 35"], by_rule["l’Escale"]
    assert (caf, caf != escale) == ("acteur/caf/caf/35", True)
    assert actors_of(same("same", "Caf 35", "l'Escale")) == {"Caf 35": caf, "l’Escale": caf}
    assert actors_of(same("same", "l'Escale", "Caf 35")) == {"Caf 35": escale, "l’Escale": escale}
    assert actors_of(same("same", f"{ID}epci/243500741", "l'Escale"))["l’Escale"] == "epci/243500741"
    assert actors_of(same("distinct", "Caf 35", "l'Escale")) == by_rule


def test_a_person_tells_two_apart_that_the_rules_take_for_one() -> None:
    other = FACTS[7]
    twins = (
        *FACTS,
        facts_file.loads(
            facts_file.dumps(SOURCE, [other]).replace("l’Escale", "Caf d'Ille-et-Vilaine").replace("association", "caf")
        )[1][0],
    )
    text = same("distinct", "Caf 35", "Caf d'Ille-et-Vilaine")
    ends = [
        {line.split()[0] for line in actor_quads(facts) if "/genre-acteur/caf>" in line}
        for facts in (twins, corrected(SOURCE.stem, twins, parse(text)))
    ]
    assert [len(found) for found in ends] == [1, 2]
    assert ends[0] < ends[1]
