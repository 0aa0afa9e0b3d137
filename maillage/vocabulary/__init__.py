"""The terms of the graph, our own and the borrowed ones, as typed constants generated from the ontology."""

from __future__ import annotations

from maillage.vocabulary.borrowed import (
    ADMS,
    DCAT,
    DCTERMS,
    ELI,
    FOAF,
    IGEO,
    LOCN,
    OA,
    ORG,
    PROV,
    QB,
    RDF,
    RDFS,
    SCHEMA,
    SDMXDIMENSION,
    SDMXMEASURE,
    SKOS,
    VANN,
    VOID,
    XSD,
)
from maillage.vocabulary.kinds import DEF, AnnotationProperty, Class, DataProperty, Datatype, ObjectProperty
from maillage.vocabulary.own import M

__all__ = [
    "ADMS",
    "DCAT",
    "DCTERMS",
    "DEF",
    "ELI",
    "FOAF",
    "IGEO",
    "LOCN",
    "OA",
    "ORG",
    "PROV",
    "QB",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SDMXDIMENSION",
    "SDMXMEASURE",
    "SKOS",
    "VANN",
    "VOID",
    "XSD",
    "AnnotationProperty",
    "Class",
    "DataProperty",
    "Datatype",
    "M",
    "ObjectProperty",
]
