"""The words that a person gives become the things they mean, or are refused with what may have been meant."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.errors import QueryError
from maillage.queries import question, run
from maillage.queries.questions import Parameter, Question
from maillage.queries.values import bindings
from maillage.store import Iri, Store

ID = "https://w3id.org/maillage/id/"
DEF = "https://w3id.org/maillage/def/"


def quads() -> list[str]:
    """Two conventions of one territory, one of another, two communes of one name, and an actor with two names."""
    known = [
        ("epci/243900354", "igeo:Intercommunalite", "243900354", "CC de la Station des Rousses-Haut Jura"),
        ("epci/243900479", "igeo:Intercommunalite", "243900479", "CC Haut-Jura Arcade Communauté"),
        ("commune/39470", "igeo:Commune", "39470", "Les Rousses"),
        ("commune/07029", "igeo:Commune", "07029", "Beaumont"),
        ("commune/19020", "igeo:Commune", "19020", "Beaumont"),
        ("departement/39", "igeo:Departement", "39", "Jura"),
        ("region/39", "igeo:Region", "39", "Une région du même code"),
    ]
    lines = []
    for key, kind, code, name in known:
        kind = kind.replace("igeo:", "http://rdf.insee.fr/def/geo#")
        lines += triples(key, "graphe/reference", a=kind, code=code, label=name)
    for key, territory in {"rousses-2019": "354", "rousses-2023": "354", "arcade-2024": "479"}.items():
        lines += triples(f"convention/{key}", f"acte/{key}/1", a=f"{DEF}Convention", cle=key, label="Une CTG")
        epci = f"<{ID}epci/243900{territory}>"
        lines.append(f"<{ID}convention/{key}> <{DEF}territoire> {epci} <{ID}acte/{key}/1> .")
    lines.append(f"<{ID}convention/rousses-2023> <{DEF}couvre> <{ID}commune/39470> <{ID}acte/rousses-2023/1> .")
    lines += triples("acteur/caf/jura", "graphe/acteurs", genreActeur=f"{DEF}genre-acteur/caf", label="Caf du Jura")
    lines += triples("acteur/caf/jura", "graphe/acteurs", altLabel="Caisse d'allocations familiales du Jura")
    return lines


def triples(key: str, graph: str, **values: str) -> list[str]:
    """Say ``values`` of the thing ``key``: ``a`` is its class, ``label`` its rdfs:label."""
    names = {
        "a": "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "label": "http://www.w3.org/2000/01/rdf-schema#label",
        "altLabel": "http://www.w3.org/2004/02/skos/core#altLabel",
    }
    said = {names.get(name, f"{DEF}{name}"): value for name, value in values.items()}
    terms = {name: f"<{value}>" if value.startswith("http") else f'"{value}"' for name, value in said.items()}
    return [f"<{ID}{key}> <{name}> {term} <{ID}{graph}> ." for name, term in terms.items()]


STORE = Store.memory(quads())
QUESTION = Question("q", Path("q.rq"), "", "", "", "", "", (), False, (), (), (), (), ())


def value(kind: str, word: str, default: str = "", values: tuple[str, ...] = (), *, optional: bool = False) -> object:
    """What ``word`` is for a parameter ``x`` of the type ``kind``."""
    asked = replace(QUESTION, parameters=(Parameter("x", kind, "un x", "an x", default, values, optional),))
    return bindings(STORE, asked, {"x": word} if word else {}).get("x")


@pytest.mark.parametrize(
    ("kind", "word", "iri"),
    [
        ("territoire", "243900354", f"{ID}epci/243900354"),
        ("territoire", "cc de la station des rousses haut-jura", f"{ID}epci/243900354"),
        ("territoire", "LES ROUSSES", f"{ID}commune/39470"),
        ("territoire", "39", f"{ID}departement/39"),
        ("territoire", "jura", f"{ID}departement/39"),
        ("territoire", f"{ID}commune/07029", f"{ID}commune/07029"),
        ("convention", "rousses-2019", f"{ID}convention/rousses-2019"),
        ("convention", "CC Haut-Jura Arcade Communauté", f"{ID}convention/arcade-2024"),
        ("acteur", "caf du jura", f"{ID}acteur/caf/jura"),
        ("acteur", "Caisse d’Allocations Familiales du Jura", f"{ID}acteur/caf/jura"),
        ("theme", "petite-enfance", f"{DEF}theme/petite-enfance"),
        ("theme", "Petite enfance", f"{DEF}theme/petite-enfance"),
        ("theme", "early childhood", f"{DEF}theme/petite-enfance"),
        ("theme", "crèche", f"{DEF}theme/petite-enfance"),
        ("role", "pilote", f"{DEF}role/pilote"),
        ("iri", "https://example.org/x", "https://example.org/x"),
    ],
)
def test_a_thing_is_found_by_its_names(kind: str, word: str, iri: str) -> None:
    found = value(kind, word)
    assert isinstance(found, Iri)
    assert found == iri


@pytest.mark.parametrize(
    ("kind", "word", "plain_value"),
    [
        ("texte", "3 bis", "3 bis"),
        ("nombre", "1488,60", Decimal("1488.60")),
        ("date", "2024", "2024"),
        ("date", "2024-02", "2024-02"),
        ("date", "2024-02-29", "2024-02-29"),
    ],
)
def test_a_plain_value(kind: str, word: str, plain_value: object) -> None:
    assert value(kind, word) == plain_value


@pytest.mark.parametrize(
    ("kind", "word", "message"),
    [
        ("territoire", "Beaumont", r"plusieurs choses s'appellent « Beaumont » \(x\) : donnez l'une de 07029, 19020"),
        ("territoire", "Les Rouses", r"inconnu \(x\)\. Vouliez-vous dire : Les Rousses"),
        ("territoire", "Atlantide", "« Atlantide » est inconnu"),
        ("convention", "Une CTG", "donnez l'une de arcade-2024, rousses-2019, rousses-2023"),
        ("convention", "rousses-2024", "Vouliez-vous dire : rousses-20"),
        ("acteur", "Caf du Jra", "Vouliez-vous dire : Caf du Jura"),
        ("theme", "parentalté", r"Vouliez-vous dire : parentalite.* Valeurs : petite-enfance, enfance"),
        ("nombre", "beaucoup", "écrivez un nombre"),
        ("date", "2024-13", "écrivez 2024, 2024-06 ou 2024-06-30"),
        ("date", "hier", "écrivez 2024, 2024-06 ou 2024-06-30"),
        ("texte", "", r"demande « x » \(un x\) : ajoutez « -p x=... »"),
    ],
)
def test_what_is_not_known_is_refused(kind: str, word: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        value(kind, word)


def test_allowed_values() -> None:
    assert value("texte", "a", values=("a", "b")) == "a"
    with pytest.raises(QueryError, match=r"« c » n'est pas une valeur de « x ».*Valeurs : a, b"):
        value("texte", "c", values=("a", "b"))


def test_defaults_and_what_may_be_left_out() -> None:
    assert value("texte", "", default="a") == "a"
    assert value("texte", "b", default="a") == "b"
    assert value("texte", "", optional=True) is None


def test_unknown_questions_and_parameters() -> None:
    with pytest.raises(QueryError, match="pas de question « qui-pilot-quoi »"):
        question("qui-pilot-quoi")
    with pytest.raises(QueryError, match="Vouliez-vous dire : qui-pilote-quoi"):
        question("qui-pilot-quoi")
    with pytest.raises(QueryError, match="pas de question"):
        question("../README")
    with pytest.raises(QueryError, match="pas de paramètre « y » ; elle accepte : x"):
        bindings(STORE, replace(QUESTION, parameters=(Parameter("x", "texte", "", ""),)), {"y": "1"})
    with pytest.raises(QueryError, match="elle n'a pas de paramètre"):
        run(STORE, "votes", {"x": "1"})


def test_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILLAGE_LANG", "en")
    with pytest.raises(QueryError, match="Did you mean: Les Rousses"):
        value("territoire", "Les Rouses")


@given(st.text())
def test_any_word_is_taken_as_a_word(word: str) -> None:
    try:
        assert isinstance(value("acteur", word, optional=True), Iri | None)
    except QueryError as error:
        assert word.strip()[:10] in str(error)
