"""Borrowed terms of the graph as constants.

Generated from ontology/*.ttl: change the ontology, then run ``python scripts/generate_vocabulary.py``.
"""

from __future__ import annotations

from typing import Final

from maillage.vocabulary.kinds import AnnotationProperty, Class, DataProperty, Datatype, ObjectProperty


class ADMS:
    """Terms of <http://www.w3.org/ns/adms#>."""

    status: Final = ObjectProperty("http://www.w3.org/ns/adms#status")


class DCAT:
    """Terms of <http://www.w3.org/ns/dcat#>."""

    Dataset: Final = Class("http://www.w3.org/ns/dcat#Dataset")
    Distribution: Final = Class("http://www.w3.org/ns/dcat#Distribution")
    Resource: Final = Class("http://www.w3.org/ns/dcat#Resource")
    accessURL: Final = ObjectProperty("http://www.w3.org/ns/dcat#accessURL")
    distribution: Final = ObjectProperty("http://www.w3.org/ns/dcat#distribution")
    keyword: Final = DataProperty("http://www.w3.org/ns/dcat#keyword")
    mediaType: Final = ObjectProperty("http://www.w3.org/ns/dcat#mediaType")
    theme: Final = ObjectProperty("http://www.w3.org/ns/dcat#theme")
    version: Final = DataProperty("http://www.w3.org/ns/dcat#version")


class DCTERMS:
    """Terms of <http://purl.org/dc/terms/>."""

    bibliographicCitation: Final = DataProperty("http://purl.org/dc/terms/bibliographicCitation")
    conformsTo: Final = AnnotationProperty("http://purl.org/dc/terms/conformsTo")
    contributor: Final = ObjectProperty("http://purl.org/dc/terms/contributor")
    date: Final = DataProperty("http://purl.org/dc/terms/date")
    dateAccepted: Final = DataProperty("http://purl.org/dc/terms/dateAccepted")
    description: Final = AnnotationProperty("http://purl.org/dc/terms/description")
    format: Final = AnnotationProperty("http://purl.org/dc/terms/format")
    identifier: Final = DataProperty("http://purl.org/dc/terms/identifier")
    isPartOf: Final = ObjectProperty("http://purl.org/dc/terms/isPartOf")
    language: Final = AnnotationProperty("http://purl.org/dc/terms/language")
    license: Final = AnnotationProperty("http://purl.org/dc/terms/license")
    publisher: Final = AnnotationProperty("http://purl.org/dc/terms/publisher")
    references: Final = ObjectProperty("http://purl.org/dc/terms/references")
    relation: Final = ObjectProperty("http://purl.org/dc/terms/relation")
    replaces: Final = ObjectProperty("http://purl.org/dc/terms/replaces")
    source: Final = AnnotationProperty("http://purl.org/dc/terms/source")
    spatial: Final = ObjectProperty("http://purl.org/dc/terms/spatial")
    subject: Final = ObjectProperty("http://purl.org/dc/terms/subject")
    title: Final = AnnotationProperty("http://purl.org/dc/terms/title")
    type: Final = ObjectProperty("http://purl.org/dc/terms/type")


class ELI:
    """Terms of <http://data.europa.eu/eli/ontology#>."""

    LegalResource: Final = Class("http://data.europa.eu/eli/ontology#LegalResource")
    amends: Final = ObjectProperty("http://data.europa.eu/eli/ontology#amends")
    passed_by: Final = ObjectProperty("http://data.europa.eu/eli/ontology#passed_by")
    type_document: Final = ObjectProperty("http://data.europa.eu/eli/ontology#type_document")


class FOAF:
    """Terms of <http://xmlns.com/foaf/0.1/>."""

    Agent: Final = Class("http://xmlns.com/foaf/0.1/Agent")
    name: Final = DataProperty("http://xmlns.com/foaf/0.1/name")


class IGEO:
    """Terms of <http://rdf.insee.fr/def/geo#>."""

    Commune: Final = Class("http://rdf.insee.fr/def/geo#Commune")
    Departement: Final = Class("http://rdf.insee.fr/def/geo#Departement")
    Intercommunalite: Final = Class("http://rdf.insee.fr/def/geo#Intercommunalite")
    Region: Final = Class("http://rdf.insee.fr/def/geo#Region")
    subdivisionDe: Final = ObjectProperty("http://rdf.insee.fr/def/geo#subdivisionDe")


class LOCN:
    """Terms of <http://www.w3.org/ns/locn#>."""

    Address: Final = Class("http://www.w3.org/ns/locn#Address")
    address: Final = ObjectProperty("http://www.w3.org/ns/locn#address")
    fullAddress: Final = DataProperty("http://www.w3.org/ns/locn#fullAddress")
    postCode: Final = DataProperty("http://www.w3.org/ns/locn#postCode")
    postName: Final = DataProperty("http://www.w3.org/ns/locn#postName")


class OA:
    """Terms of <http://www.w3.org/ns/oa#>."""

    FragmentSelector: Final = Class("http://www.w3.org/ns/oa#FragmentSelector")
    SpecificResource: Final = Class("http://www.w3.org/ns/oa#SpecificResource")
    TextQuoteSelector: Final = Class("http://www.w3.org/ns/oa#TextQuoteSelector")
    exact: Final = DataProperty("http://www.w3.org/ns/oa#exact")
    hasSelector: Final = ObjectProperty("http://www.w3.org/ns/oa#hasSelector")
    hasSource: Final = ObjectProperty("http://www.w3.org/ns/oa#hasSource")


class ORG:
    """Terms of <http://www.w3.org/ns/org#>."""

    FormalOrganization: Final = Class("http://www.w3.org/ns/org#FormalOrganization")
    Membership: Final = Class("http://www.w3.org/ns/org#Membership")
    OrganizationalCollaboration: Final = Class("http://www.w3.org/ns/org#OrganizationalCollaboration")
    identifier: Final = DataProperty("http://www.w3.org/ns/org#identifier")
    member: Final = ObjectProperty("http://www.w3.org/ns/org#member")
    memberOf: Final = ObjectProperty("http://www.w3.org/ns/org#memberOf")
    organization: Final = ObjectProperty("http://www.w3.org/ns/org#organization")


class PROV:
    """Terms of <http://www.w3.org/ns/prov#>."""

    Agent: Final = Class("http://www.w3.org/ns/prov#Agent")
    Association: Final = Class("http://www.w3.org/ns/prov#Association")
    Entity: Final = Class("http://www.w3.org/ns/prov#Entity")
    Plan: Final = Class("http://www.w3.org/ns/prov#Plan")
    agent: Final = ObjectProperty("http://www.w3.org/ns/prov#agent")
    hadPrimarySource: Final = ObjectProperty("http://www.w3.org/ns/prov#hadPrimarySource")
    hadRole: Final = ObjectProperty("http://www.w3.org/ns/prov#hadRole")
    influenced: Final = ObjectProperty("http://www.w3.org/ns/prov#influenced")
    wasAttributedTo: Final = ObjectProperty("http://www.w3.org/ns/prov#wasAttributedTo")
    wasDerivedFrom: Final = ObjectProperty("http://www.w3.org/ns/prov#wasDerivedFrom")


class QB:
    """Terms of <http://purl.org/linked-data/cube#>."""

    ComponentSpecification: Final = Class("http://purl.org/linked-data/cube#ComponentSpecification")
    DataSet: Final = Class("http://purl.org/linked-data/cube#DataSet")
    DataStructureDefinition: Final = Class("http://purl.org/linked-data/cube#DataStructureDefinition")
    Observation: Final = Class("http://purl.org/linked-data/cube#Observation")
    attribute: Final = ObjectProperty("http://purl.org/linked-data/cube#attribute")
    component: Final = ObjectProperty("http://purl.org/linked-data/cube#component")
    componentRequired: Final = DataProperty("http://purl.org/linked-data/cube#componentRequired")
    dataSet: Final = ObjectProperty("http://purl.org/linked-data/cube#dataSet")
    dimension: Final = ObjectProperty("http://purl.org/linked-data/cube#dimension")
    measure: Final = ObjectProperty("http://purl.org/linked-data/cube#measure")
    order: Final = DataProperty("http://purl.org/linked-data/cube#order")
    structure: Final = ObjectProperty("http://purl.org/linked-data/cube#structure")


class RDF:
    """Terms of <http://www.w3.org/1999/02/22-rdf-syntax-ns#>."""

    type: Final = ObjectProperty("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    value: Final = DataProperty("http://www.w3.org/1999/02/22-rdf-syntax-ns#value")


class RDFS:
    """Terms of <http://www.w3.org/2000/01/rdf-schema#>."""

    comment: Final = AnnotationProperty("http://www.w3.org/2000/01/rdf-schema#comment")
    label: Final = AnnotationProperty("http://www.w3.org/2000/01/rdf-schema#label")


class SCHEMA:
    """Terms of <https://schema.org/>."""

    CivicStructure: Final = Class("https://schema.org/CivicStructure")
    DigitalDocument: Final = Class("https://schema.org/DigitalDocument")
    MonetaryGrant: Final = Class("https://schema.org/MonetaryGrant")
    Project: Final = Class("https://schema.org/Project")
    VoteAction: Final = Class("https://schema.org/VoteAction")
    additionalType: Final = DataProperty("https://schema.org/additionalType")
    address: Final = DataProperty("https://schema.org/address")
    amount: Final = DataProperty("https://schema.org/amount")
    articleSection: Final = DataProperty("https://schema.org/articleSection")
    currency: Final = DataProperty("https://schema.org/currency")
    description: Final = DataProperty("https://schema.org/description")
    domainIncludes: Final = AnnotationProperty("https://schema.org/domainIncludes")
    endDate: Final = DataProperty("https://schema.org/endDate")
    funder: Final = ObjectProperty("https://schema.org/funder")
    maximumAttendeeCapacity: Final = DataProperty("https://schema.org/maximumAttendeeCapacity")
    position: Final = DataProperty("https://schema.org/position")
    postalCode: Final = DataProperty("https://schema.org/postalCode")
    recipient: Final = ObjectProperty("https://schema.org/recipient")
    repeatFrequency: Final = DataProperty("https://schema.org/repeatFrequency")
    sha256: Final = DataProperty("https://schema.org/sha256")
    startDate: Final = DataProperty("https://schema.org/startDate")
    text: Final = DataProperty("https://schema.org/text")
    unitText: Final = DataProperty("https://schema.org/unitText")
    variableMeasured: Final = DataProperty("https://schema.org/variableMeasured")


class SDMXDIMENSION:
    """Terms of <http://purl.org/linked-data/sdmx/2009/dimension#>."""

    timePeriod: Final = DataProperty("http://purl.org/linked-data/sdmx/2009/dimension#timePeriod")


class SDMXMEASURE:
    """Terms of <http://purl.org/linked-data/sdmx/2009/measure#>."""

    obsValue: Final = DataProperty("http://purl.org/linked-data/sdmx/2009/measure#obsValue")


class SKOS:
    """Terms of <http://www.w3.org/2004/02/skos/core#>."""

    Concept: Final = Class("http://www.w3.org/2004/02/skos/core#Concept")
    ConceptScheme: Final = Class("http://www.w3.org/2004/02/skos/core#ConceptScheme")
    altLabel: Final = AnnotationProperty("http://www.w3.org/2004/02/skos/core#altLabel")
    broader: Final = ObjectProperty("http://www.w3.org/2004/02/skos/core#broader")
    closeMatch: Final = ObjectProperty("http://www.w3.org/2004/02/skos/core#closeMatch")
    definition: Final = AnnotationProperty("http://www.w3.org/2004/02/skos/core#definition")
    example: Final = AnnotationProperty("http://www.w3.org/2004/02/skos/core#example")
    hasTopConcept: Final = ObjectProperty("http://www.w3.org/2004/02/skos/core#hasTopConcept")
    hiddenLabel: Final = AnnotationProperty("http://www.w3.org/2004/02/skos/core#hiddenLabel")
    inScheme: Final = ObjectProperty("http://www.w3.org/2004/02/skos/core#inScheme")
    narrowMatch: Final = ObjectProperty("http://www.w3.org/2004/02/skos/core#narrowMatch")
    notation: Final = DataProperty("http://www.w3.org/2004/02/skos/core#notation")
    prefLabel: Final = AnnotationProperty("http://www.w3.org/2004/02/skos/core#prefLabel")
    relatedMatch: Final = ObjectProperty("http://www.w3.org/2004/02/skos/core#relatedMatch")
    scopeNote: Final = AnnotationProperty("http://www.w3.org/2004/02/skos/core#scopeNote")
    topConceptOf: Final = ObjectProperty("http://www.w3.org/2004/02/skos/core#topConceptOf")


class VANN:
    """Terms of <http://purl.org/vocab/vann/>."""

    preferredNamespacePrefix: Final = AnnotationProperty("http://purl.org/vocab/vann/preferredNamespacePrefix")
    preferredNamespaceUri: Final = AnnotationProperty("http://purl.org/vocab/vann/preferredNamespaceUri")


class VOID:
    """Terms of <http://rdfs.org/ns/void#>."""

    Dataset: Final = Class("http://rdfs.org/ns/void#Dataset")
    uriSpace: Final = DataProperty("http://rdfs.org/ns/void#uriSpace")
    vocabulary: Final = ObjectProperty("http://rdfs.org/ns/void#vocabulary")


class XSD:
    """Terms of <http://www.w3.org/2001/XMLSchema#>."""

    date: Final = Datatype("http://www.w3.org/2001/XMLSchema#date")
    decimal: Final = Datatype("http://www.w3.org/2001/XMLSchema#decimal")
    gYear: Final = Datatype("http://www.w3.org/2001/XMLSchema#gYear")
    gYearMonth: Final = Datatype("http://www.w3.org/2001/XMLSchema#gYearMonth")
    integer: Final = Datatype("http://www.w3.org/2001/XMLSchema#integer")
