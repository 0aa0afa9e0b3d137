"""The dataset is described as DCAT-AP 3 asks."""

from __future__ import annotations

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, VOID, Graph, Literal, URIRef

from maillage import __version__
from maillage.graph import BASE, dataset_quads

SUBJECT = URIRef(f"{BASE}jeu-de-donnees")


@pytest.fixture(scope="module")
def described() -> Graph:
    triples = (f"{line.rpartition(' <')[0]} ." for line in dataset_quads())
    return Graph().parse(data="\n".join(triples), format="nt")


# The contact point and the period are recommended too: only who publishes the dataset knows them.
MANDATORY = [DCTERMS.title, DCTERMS.description]
RECOMMENDED = [DCAT.keyword, DCAT.distribution, DCAT.theme, DCTERMS.publisher, DCTERMS.spatial]
OPTIONAL = [
    URIRef(f"{DCAT}version"),
    DCTERMS.identifier,
    DCTERMS.language,
    DCTERMS.license,
    DCTERMS.bibliographicCitation,
]


@pytest.mark.parametrize("prop", [*MANDATORY, *RECOMMENDED, *OPTIONAL])
def test_a_dataset_says(described: Graph, prop: URIRef) -> None:
    assert (SUBJECT, RDF.type, DCAT.Dataset) in described
    assert (SUBJECT, RDF.type, VOID.Dataset) in described
    assert (SUBJECT, prop, None) in described


def test_what_it_is_called_is_said_in_two_languages(described: Graph) -> None:
    for prop in MANDATORY:
        languages = {text.language for text in described.objects(SUBJECT, prop) if isinstance(text, Literal)}
        assert languages == {"fr", "en"}


def test_who_publishes_has_a_name(described: Graph) -> None:
    (publisher,) = described.objects(SUBJECT, DCTERMS.publisher)
    assert (publisher, RDF.type, FOAF.Agent) in described
    assert described.value(publisher, FOAF.name)


def test_each_form_can_be_reached(described: Graph) -> None:
    for form in described.objects(SUBJECT, DCAT.distribution):
        assert (form, RDF.type, DCAT.Distribution) in described
        assert described.value(form, DCAT.accessURL) == SUBJECT
        assert described.value(form, DCAT.mediaType) and described.value(form, DCTERMS.license)


def test_the_citation_names_the_version(described: Graph) -> None:
    assert __version__ in str(described.value(SUBJECT, DCTERMS.bibliographicCitation))
