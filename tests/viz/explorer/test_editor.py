"""The editor of queries: what it begins with, what it may name, what it shows."""

from __future__ import annotations

import json

import pytest

from maillage.store import Answered, Outcome
from tests.viz.explorer.asking import Get, found, text
from viz.explorer.prefixes import prefixes, shortened
from viz.explorer.sparql.results import MOST_ROWS, result

A_PERSON = "text/html"


def query(get: Get, address: str) -> str:
    return "".join(found(get(address, accept=A_PERSON), "//textarea/text()"))


def test_a_question_begins_with_its_values() -> None:
    assert shortened("https://w3id.org/maillage/def/pilote") == "m:pilote"
    assert shortened("https://w3id.org/maillage/id/graphe/acteurs") == "g:acteurs"
    assert shortened("https://w3id.org/maillage/def/theme/sante") == "https://w3id.org/maillage/def/theme/sante"
    assert {"m", "rdfs", "skos", "id"} <= set(prefixes())


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/sparql", "m:EnonceConvention"),
        ("/sparql?exemple=ctg-par-theme&theme=sante", "<https://w3id.org/maillage/def/theme/sante>"),
        ("/sparql?exemple=ctg-par-theme", "def/theme/"),
        ("/sparql?exemple=ctg-par-theme&theme=licorne", "SELECT DISTINCT ?theme"),
    ],
)
def test_an_example_is_a_query_with_its_values(get: Get, address: str, words: str) -> None:
    assert words in query(get, address)
    assert "#+" not in query(get, address)


def test_an_example_that_is_none(get: Get) -> None:
    assert get("/sparql?exemple=licorne", accept=A_PERSON).status_code == 404


def test_every_question_opens_in_the_editor(get: Get) -> None:
    links = found(
        get("/questions/qui-pilote-quoi?convention=haut-jura-arcade-2024"), "//details[@class='sparql']//@href"
    )
    assert links == ["/sparql?exemple=qui-pilote-quoi&convention=haut-jura-arcade-2024"]
    assert "haut-jura-arcade-2024>" in query(get, links[0])


def test_the_terms_that_a_query_may_name(get: Get) -> None:
    terms = {term["text"]: term for term in get("/api/terms").json()}
    assert terms["m:pilote"]["kind"] == "objet"
    assert terms["<https://w3id.org/maillage/def/theme/sante>"]["kind"] == "concept"
    assert all(term["name"] and term["definition"] for term in terms.values())
    assert get("/api/terms", accept_language="en").json() != list(terms.values())


def test_the_editor_speaks_english(get: Get) -> None:
    assert "Start from a question" in text(get("/sparql", accept=A_PERSON, accept_language="en"))


def table(rows: int) -> bytes:
    return json.dumps(
        {"head": {"vars": ["s"]}, "results": {"bindings": [{"s": {"type": "literal", "value": "a\u202eb"}}] * rows}}
    ).encode()


def test_a_page_shows_the_first_rows_of_many() -> None:
    shown = result(Answered(Outcome.ANSWERED, table(MOST_ROWS + 1), "json"))
    assert (len(shown.rows), shown.total, shown.large) == (MOST_ROWS, MOST_ROWS + 1, True)
    assert shown.rows[0][0].text == "ab"


def test_a_result_larger_than_a_page_is_only_a_file() -> None:
    assert result(Answered(Outcome.ANSWERED, b"x" * 20_000_001, "json")).large
    assert result(Answered(Outcome.ANSWERED, b"x" * 200_000, "turtle")).large
