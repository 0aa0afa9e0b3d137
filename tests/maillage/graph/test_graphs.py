"""The named graphs: stable names, no blank nodes, the same bytes twice, read alike by two parsers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph

from maillage import facts_file, graph, reference
from maillage.errors import DeclarationError
from maillage.facts import Box, Place, Span
from maillage.findings import Finding
from maillage.graph import areas, iris
from maillage.graph.citing import cite
from maillage.graph.nquads import Writer
from maillage.places import folder
from maillage.store import Store

ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT / "tests" / "cases" / "shapes" / "valid.jsonl"
FINDING = Finding("un-code", "avertissement", "ici-2022", "Ceci.", "This.", ("a", "b"), ("1;3", "p2"), ("urn:acte",))
PARTS: dict[str, str] = {
    "communes": "code\tnom\td\tp\tcodes\n01001\tIci\t01\t120\t01400 01410\n01002\tLà\t01\t\t\n",
    "epci": "siren\tn\tnom\td\tp\tf\tl\ta\n200000001\tCC\tCC d'Ici\t01\t120\t2021\t\tCC Ancienne\n",
    "departements": "code\tnom\tregion\n01\tAin\t84\n",
    "regions": "code\tnom\n84\tAuvergne-Rhône-Alpes\n",
    "appartenances": "c\ts\tf\tl\n01001\t200000001\t2021\t\n01002\t200000001\t2021\t2023\n",
}


@pytest.fixture
def small(tmp_path: Path) -> reference.Reference:
    for name, text in PARTS.items():
        (tmp_path / f"{name}.tsv").write_text(text, "utf-8")
    return reference.Reference(tmp_path)


def act_lines() -> Iterator[str]:
    source, facts = facts_file.loads(CASES.read_text("utf-8"))
    yield from graph.act_quads(source, facts, lambda place: f"mots « de » {place.lines}\n")
    yield from graph.actor_quads(facts)


WRITERS: dict[str, Callable[[], Iterable[str]]] = {
    "acts": act_lines,
    "ontology": graph.ontology_quads,
    "dataset": graph.dataset_quads,
    "findings": lambda: graph.finding_quads([FINDING]),
}


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib's own reader asks for it
def test_both_parsers_read_the_same_quads(name: str) -> None:
    lines = list(WRITERS[name]())
    quads = list(ox.parse(input="\n".join(lines), format=ox.RdfFormat.N_QUADS))
    assert len(quads) == len(lines) == len(set(quads))
    assert len(list(Dataset().parse(data="\n".join(lines), format="nquads").quads())) == len(lines)
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object))


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    assert list(WRITERS[name]()) == list(WRITERS[name]())


def test_an_act_is_the_name_of_its_graph() -> None:
    source, facts = facts_file.loads(CASES.read_text("utf-8"))
    names = Store.memory(graph.act_quads(source, facts)).graphs()
    assert names == tuple(sorted(iris.act(source.stem, rank) for rank in {fact.act for fact in facts}))


def test_the_reference_tells_territories_and_who_belonged_where(small: reference.Reference) -> None:
    store = Store.memory(graph.reference_quads(small))
    assert store.graphs() == (graph.REFERENCE,)
    commune, epci = iris.territory("01001"), iris.territory("200000001")
    assert (commune, epci) == (f"{iris.BASE}commune/01001", f"{iris.BASE}epci/200000001")
    said = store.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    for line in (
        f'<{commune}> <https://w3id.org/maillage/def/codePostal> "01410" .',
        f"<{commune}> <https://w3id.org/maillage/def/membreDe> <{epci}> .",
        f"<{commune}> <https://w3id.org/maillage/def/departement> <{iris.BASE}departement/01> .",
        f"<{iris.BASE}departement/01> <https://w3id.org/maillage/def/region> <{iris.BASE}region/84> .",
        f'<{epci}> <http://www.w3.org/2004/02/skos/core#altLabel> "CC Ancienne"@fr .',
    ):
        assert line in said
    ended = f"{iris.BASE}appartenance/01002-200000001-2021"
    assert any(line.startswith(f"<{ended}> <https://w3id.org/maillage/def/fin>") for line in said)
    assert not any(
        line.startswith(f"<{iris.territory('01002')}> <https://w3id.org/maillage/def/membreDe>") for line in said
    )


@pytest.mark.parametrize(
    ("unit", "spans", "lines", "fragments"),
    [
        ("line", [(97, 97), (220, 224)], "97;220-224", ["line=96,97", "line=219,224"]),
        ("page", [(3, 4)], "p3-4", ["page=3"]),
    ],
)
def test_a_place_has_a_selector_a_span_and_quotes_its_words(
    unit: str, spans: list[tuple[int, int]], lines: str, fragments: list[str]
) -> None:
    where = Place("acte", tuple(Span(*span) for span in spans), "page" if unit == "page" else "line")
    writer = Writer("urn:g")
    subject = cite(writer, where, lambda _place: "mot " * 300)
    said = Store.memory(writer.lines)
    values = said.select("SELECT ?v { ?s <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> ?v } ORDER BY ?s").column(
        "v"
    )
    assert list(values) == fragments
    assert said.select("SELECT ?l { ?s <https://w3id.org/maillage/def/lignes> ?l }").column("l") == (lines,)
    (exact,) = said.select("SELECT ?x { ?s <http://www.w3.org/ns/oa#exact> ?x }").column("x")
    assert ("mot " * 300).startswith(str(exact))
    assert len(str(exact)) <= 600
    assert subject == f"{iris.BASE}lieu/acte/{lines.replace(';', '_')}"


def test_a_box_on_a_page_is_a_selector_of_its_own_and_makes_another_place() -> None:
    boxes = (Box(3, 125, 400, 521, 22), Box(4, 0, 50, 1000, 300))
    where = Place("acte", (Span(3, 4),), "page", boxes)
    writer = Writer("urn:g")
    others = (replace(where, boxes=()), replace(where, boxes=boxes[:1]))
    assert cite(writer, where) not in map(iris.place, others)
    said = Store.memory(writer.lines).select(
        "SELECT ?v ?c { ?s <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> ?v ;"
        " <http://purl.org/dc/terms/conformsTo> ?c } ORDER BY ?s"
    )
    fragments = ("page=3&xywh=percent:12.5,40.0,52.1,2.2", "page=4&xywh=percent:0.0,5.0,100.0,30.0", "page=3")
    assert said.column("v") == fragments
    assert ["media-frags" in str(standard) for standard in said.column("c")] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "slug"),
    [("Forum naissance", "forum-naissance"), ("Œuvre & Cité", "oeuvre-et-cite"), ("", iris.digest(""))],
)
def test_a_slug_is_readable_and_never_empty(text: str, slug: str) -> None:
    assert iris.slug(text) == slug


def test_long_names_that_differ_have_different_slugs() -> None:
    one, other = iris.slug("a " * 80 + "x"), iris.slug("a " * 80 + "y")
    assert one != other
    assert max(len(one), len(other)) < 80


@pytest.mark.parametrize(("number", "slug"), [("3 bis", "3-bis"), ("2.1.3", "2.1.3"), ("4 BIS", "4-bis"), ("1.", "1")])
def test_a_number_keeps_its_points(number: str, slug: str) -> None:
    assert iris.number_slug(number) == slug


@pytest.mark.parametrize("stem", ["un acte", "délibération", "a/b", "a>b", 'a"b'])
def test_any_file_name_makes_a_valid_iri(stem: str) -> None:
    ox.NamedNode(iris.act(stem, 1))
    assert " " not in iris.document(stem)
    assert iris.act(stem, 1).count("/") == iris.BASE.count("/") + 2


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib's own parser asks for both
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_the_jsonld_context_reads_well_and_loses_nothing() -> None:
    context = json.loads((folder("ontology") / "context.jsonld").read_text("utf-8"))["@context"]
    said = Graph()
    for line in Store.memory(act_lines()).construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"):
        said.parse(data=line, format="nt")
    text = said.serialize(format="json-ld", context=context)
    keys = {key for node in json.loads(text)["@graph"] for key in node}
    assert {"id", "type", "convention", "cle", "label"} <= keys
    assert not [key for key in keys if key.startswith(("http", "m:"))]
    read = Dataset().parse(data=text, format="json-ld")
    assert {quad[:3] for quad in read.quads()} == set(said)


def test_another_installation_has_its_own_iris() -> None:
    code = "from maillage.graph import iris; print(iris.act('a', 1), iris.REFERENCE)"
    environment = {**os.environ, "MAILLAGE_BASE": "https://exemple.fr/id/"}
    said = subprocess.run([sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, check=True)
    assert said.stdout.decode().split() == ["https://exemple.fr/id/acte/a/1", "https://exemple.fr/id/graphe/reference"]


@pytest.mark.parametrize("turtle", ["<urn:a> <urn:b> [] .", "<urn:a> <urn:b>"], ids=["blank", "broken"])
def test_an_ontology_file_that_is_not_as_it_should_be_is_named(
    turtle: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "damaged.ttl").write_text(turtle, "utf-8")
    monkeypatch.setattr("maillage.graph.declared.folder", lambda _name: tmp_path)
    with pytest.raises(DeclarationError, match=r"damaged\.ttl"):
        list(graph.ontology_quads())


def test_a_damaged_list_of_funds_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference" / "caisses_msa.toml").write_text("x = [", "utf-8")
    monkeypatch.setattr(areas, "folder", lambda _name: tmp_path)
    with pytest.raises(DeclarationError, match=r"caisses_msa\.toml"):
        areas.msa_funds.__wrapped__()


def test_each_msa_fund_serves_departements_and_each_departement_of_france_has_one_at_most() -> None:
    known = reference.load().departements
    assert set(areas.msa_funds()) <= set(known)
    assert len(areas.msa_funds()) == len([code for code in known if len(code) == 2])
