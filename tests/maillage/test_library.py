"""Maillage from Python: what is opened, asked and given to the libraries of researchers."""

from __future__ import annotations

import sys
from pathlib import Path

import polars
import pyarrow as pa
import pytest

import maillage
from maillage import facts_file
from maillage.errors import QueryError, StoreError, UsageError
from maillage.graph import act_quads, actor_quads, ontology_quads, reference_quads
from maillage.library import Answer, Maillage
from maillage.reference import load
from maillage.store import Store

COMMON = Path(__file__).parents[1] / "cases" / "queries" / "commun"


@pytest.fixture(scope="module")
def graph() -> Maillage:
    """Two fictional agreements, in memory."""
    read = [facts_file.loads(path.read_text("utf-8")) for path in sorted(COMMON.glob("*.jsonl"))]
    lines = [line for source, facts in read for line in act_quads(source, facts, None)]
    actors = actor_quads([fact for _source, facts in read for fact in facts])
    return Maillage(Store.memory([*lines, *actors, *reference_quads(load()), *ontology_quads()]))


def test_a_question_gives_typed_columns(graph: Maillage) -> None:
    answer = graph.query("qui-finance-quoi")
    assert len(answer) > 0
    assert answer.arrow().schema.field("montant").type == pa.float64()
    assert list(answer.pandas().columns) == list(answer.columns)
    assert polars.DataFrame(answer).shape == (len(answer), len(answer.columns))
    assert answer.polars().equals(polars.DataFrame(answer))


def test_values_are_bound_in_sparql(graph: Maillage) -> None:
    assert graph.sparql("SELECT ?word WHERE {}", word='" } # <x>').rows == (('" } # <x>',),)


def test_the_catalogue_and_the_search_are_those_of_the_command_line(graph: Maillage) -> None:
    assert "qui-pilote-quoi" in graph.questions().column("name")
    assert graph.search("parentalité", limit=1).columns[:3] == ("score", "kind", "key")


def test_a_fiche_has_its_statements_and_its_contents(graph: Maillage) -> None:
    key = next(str(row["key"]) for row in graph.search("accueil", kind="fiche", limit=1))
    fiche = graph.fiche(key)
    assert fiche.title
    assert set(fiche.contents.column("nature"))
    convention = key.rpartition("/")[0]
    with pytest.raises(QueryError, match="zéro"):
        graph.fiche(f"{convention}/zéro")


def test_what_is_not_there_is_said(graph: Maillage, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        maillage.open(tmp_path / "nothing")
    with pytest.raises(QueryError):
        graph.query("qui-pilote-quoi", nothing="x")


def test_a_server_is_not_searched() -> None:
    with pytest.raises(UsageError):
        maillage.open("http://127.0.0.1:9/sparql").search("parentalité")


def test_a_notebook_shows_words_as_words() -> None:
    shown = Answer(("<b>",), (("<script>",), *((None,),) * 30))._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
    assert "31 × 1" in shown


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_library_that_is_not_installed_is_named_with_its_remedy(
    library: str, graph: Maillage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(QueryError, match=f"pip install {library}"):
        getattr(graph.query("conventions"), library)()
