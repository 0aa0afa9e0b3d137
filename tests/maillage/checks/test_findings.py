"""Every finding question has its case: facts that must give the finding, and facts that must not.

``tests/cases/constats/<question>.toml`` holds ``finds`` (the subjects found), facts ``common`` to both verdicts, and
those that make the difference: ``yes`` and ``no``. A fact is written as in a facts file; what goes without saying
(``document``, ``lines``, ``act``, ``rule``) may be left out.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from maillage import facts_file, graph
from maillage.checks.questions import FOLDER, findings_of
from maillage.facts import Fact
from maillage.findings import Finding
from maillage.places import folder
from maillage.queries import question
from maillage.reference import Reference
from maillage.store import Store

CASES = Path(__file__).parents[2] / "cases"
QUESTIONS = sorted(file.stem for file in (folder("queries") / FOLDER).glob("*.rq"))

Record = dict[str, object]


@cache
def reference() -> tuple[str, ...]:
    return tuple(graph.reference_quads(Reference(CASES / "queries" / "commun" / "reference")))


def quads(records: list[Record]) -> Iterator[str]:
    """Give the graph of the facts: a document each for those that name the same one, with its act."""
    documents: dict[str, list[Record]] = {}
    for number, record in enumerate(records, 1):
        name = str(record.get("document", "acte"))
        full: Record = {"lines": str(number), "act": 1, "rule": "exemple"} | record
        full.pop("document", None)
        documents.setdefault(name, []).append(full)
    stated: list[Fact] = []
    for name, rows in documents.items():
        acts = [] if any(row["table"] == "acts" for row in rows) else [act()]
        head = {"source": name, "sha256": "ab" * 32}
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in (head, *acts, *rows))
        source, facts = facts_file.loads(text, name)
        stated += facts
        yield from graph.act_quads(source, facts)
    yield from graph.actor_quads(stated)


def act() -> Record:
    return {"table": "acts", "lines": "99", "act": 1, "rule": "exemple", "kind": "convention"}


def verdict(name: str, side: str) -> tuple[list[str], tuple[Finding, ...]]:
    case = tomllib.loads((CASES / "constats" / f"{name}.toml").read_text("utf-8"))
    store = Store.memory([*quads([*case.get("common", []), *case[side]]), *reference()])
    return case["finds"], tuple(findings_of(store, question(f"{FOLDER}/{name}")))


def test_every_question_has_its_case_and_every_case_its_question() -> None:
    assert sorted(file.stem for file in (CASES / "constats").glob("*.toml")) == QUESTIONS


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_must_be_found_is_found(name: str) -> None:
    expected, found = verdict(name, "yes")
    assert sorted({finding.subject for finding in found}) == expected
    for finding in found:
        assert finding.documents and all(finding.lines)
        assert finding.message_fr and finding.message_en
        assert "{" not in finding.message_fr + finding.message_en


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_must_not_be_found_is_not(name: str) -> None:
    _, found = verdict(name, "no")
    assert found == ()
