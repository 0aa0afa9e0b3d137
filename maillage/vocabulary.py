"""The terms of the graph as constants, so that a misspelt term fails in the type checker.

Generated from ontology/*.ttl: change the ontology, then run ``python scripts/generate_vocabulary.py``.
"""

from __future__ import annotations

from typing import Final, NewType

Class = NewType("Class", str)
ObjectProperty = NewType("ObjectProperty", str)
DataProperty = NewType("DataProperty", str)
AnnotationProperty = NewType("AnnotationProperty", str)
Datatype = NewType("Datatype", str)

DEF: Final = "https://w3id.org/maillage/def/"


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


class M:
    """Terms of <https://w3id.org/maillage/def/>."""

    Acte: Final = Class("https://w3id.org/maillage/def/Acte")
    Acteur: Final = Class("https://w3id.org/maillage/def/Acteur")
    Action: Final = Class("https://w3id.org/maillage/def/Action")
    Activite: Final = Class("https://w3id.org/maillage/def/Activite")
    Adresse: Final = Class("https://w3id.org/maillage/def/Adresse")
    Appartenance: Final = Class("https://w3id.org/maillage/def/Appartenance")
    Avenant: Final = Class("https://w3id.org/maillage/def/Avenant")
    Classification: Final = Class("https://w3id.org/maillage/def/Classification")
    CommunesDeclarees: Final = Class("https://w3id.org/maillage/def/CommunesDeclarees")
    Constat: Final = Class("https://w3id.org/maillage/def/Constat")
    Convention: Final = Class("https://w3id.org/maillage/def/Convention")
    Correction: Final = Class("https://w3id.org/maillage/def/Correction")
    Couverture: Final = Class("https://w3id.org/maillage/def/Couverture")
    Document: Final = Class("https://w3id.org/maillage/def/Document")
    Doute: Final = Class("https://w3id.org/maillage/def/Doute")
    ElementFiche: Final = Class("https://w3id.org/maillage/def/ElementFiche")
    Engagement: Final = Class("https://w3id.org/maillage/def/Engagement")
    EngagementFiche: Final = Class("https://w3id.org/maillage/def/EngagementFiche")
    Enjeu: Final = Class("https://w3id.org/maillage/def/Enjeu")
    Enonce: Final = Class("https://w3id.org/maillage/def/Enonce")
    EnonceAvenant: Final = Class("https://w3id.org/maillage/def/EnonceAvenant")
    EnonceConvention: Final = Class("https://w3id.org/maillage/def/EnonceConvention")
    EnonceFiche: Final = Class("https://w3id.org/maillage/def/EnonceFiche")
    EnoncePlan: Final = Class("https://w3id.org/maillage/def/EnoncePlan")
    Equipement: Final = Class("https://w3id.org/maillage/def/Equipement")
    FicheAction: Final = Class("https://w3id.org/maillage/def/FicheAction")
    Financement: Final = Class("https://w3id.org/maillage/def/Financement")
    Instance: Final = Class("https://w3id.org/maillage/def/Instance")
    Lieu: Final = Class("https://w3id.org/maillage/def/Lieu")
    NoeudPlan: Final = Class("https://w3id.org/maillage/def/NoeudPlan")
    Objectif: Final = Class("https://w3id.org/maillage/def/Objectif")
    Observation: Final = Class("https://w3id.org/maillage/def/Observation")
    Participation: Final = Class("https://w3id.org/maillage/def/Participation")
    Rapprochement: Final = Class("https://w3id.org/maillage/def/Rapprochement")
    Signature: Final = Class("https://w3id.org/maillage/def/Signature")
    Socle: Final = Class("https://w3id.org/maillage/def/Socle")
    Soutien: Final = Class("https://w3id.org/maillage/def/Soutien")
    Vote: Final = Class("https://w3id.org/maillage/def/Vote")
    abstentions: Final = DataProperty("https://w3id.org/maillage/def/abstentions")
    acte: Final = ObjectProperty("https://w3id.org/maillage/def/acte")
    acteConcerne: Final = ObjectProperty("https://w3id.org/maillage/def/acteConcerne")
    acteur: Final = ObjectProperty("https://w3id.org/maillage/def/acteur")
    acteurNom: Final = DataProperty("https://w3id.org/maillage/def/acteurNom")
    adherent: Final = ObjectProperty("https://w3id.org/maillage/def/adherent")
    adherentNom: Final = DataProperty("https://w3id.org/maillage/def/adherentNom")
    adresse: Final = DataProperty("https://w3id.org/maillage/def/adresse")
    annee: Final = DataProperty("https://w3id.org/maillage/def/annee")
    avenant: Final = ObjectProperty("https://w3id.org/maillage/def/avenant")
    beneficiaire: Final = ObjectProperty("https://w3id.org/maillage/def/beneficiaire")
    beneficiaireNom: Final = DataProperty("https://w3id.org/maillage/def/beneficiaireNom")
    capacite: Final = DataProperty("https://w3id.org/maillage/def/capacite")
    categorie: Final = ObjectProperty("https://w3id.org/maillage/def/categorie")
    cle: Final = DataProperty("https://w3id.org/maillage/def/cle")
    code: Final = DataProperty("https://w3id.org/maillage/def/code")
    codeConstat: Final = DataProperty("https://w3id.org/maillage/def/codeConstat")
    codePostal: Final = DataProperty("https://w3id.org/maillage/def/codePostal")
    commune: Final = ObjectProperty("https://w3id.org/maillage/def/commune")
    communeNom: Final = DataProperty("https://w3id.org/maillage/def/communeNom")
    convention: Final = ObjectProperty("https://w3id.org/maillage/def/convention")
    corrigePar: Final = ObjectProperty("https://w3id.org/maillage/def/corrigePar")
    couvre: Final = ObjectProperty("https://w3id.org/maillage/def/couvre")
    date: Final = DataProperty("https://w3id.org/maillage/def/date")
    debut: Final = DataProperty("https://w3id.org/maillage/def/debut")
    decision: Final = DataProperty("https://w3id.org/maillage/def/decision")
    departement: Final = ObjectProperty("https://w3id.org/maillage/def/departement")
    designe: Final = ObjectProperty("https://w3id.org/maillage/def/designe")
    detail: Final = DataProperty("https://w3id.org/maillage/def/detail")
    devise: Final = DataProperty("https://w3id.org/maillage/def/devise")
    dispositif: Final = DataProperty("https://w3id.org/maillage/def/dispositif")
    document: Final = ObjectProperty("https://w3id.org/maillage/def/document")
    documentConcerne: Final = DataProperty("https://w3id.org/maillage/def/documentConcerne")
    echeance: Final = DataProperty("https://w3id.org/maillage/def/echeance")
    emetteur: Final = ObjectProperty("https://w3id.org/maillage/def/emetteur")
    emetteurNom: Final = DataProperty("https://w3id.org/maillage/def/emetteurNom")
    epci: Final = ObjectProperty("https://w3id.org/maillage/def/epci")
    equipement: Final = ObjectProperty("https://w3id.org/maillage/def/equipement")
    etat: Final = ObjectProperty("https://w3id.org/maillage/def/etat")
    evolution5ans: Final = DataProperty("https://w3id.org/maillage/def/evolution5ans")
    fiche: Final = ObjectProperty("https://w3id.org/maillage/def/fiche")
    fin: Final = DataProperty("https://w3id.org/maillage/def/fin")
    financeur: Final = ObjectProperty("https://w3id.org/maillage/def/financeur")
    financeurNom: Final = DataProperty("https://w3id.org/maillage/def/financeurNom")
    fonctionAuteur: Final = DataProperty("https://w3id.org/maillage/def/fonctionAuteur")
    fonctionRepresentant: Final = DataProperty("https://w3id.org/maillage/def/fonctionRepresentant")
    forme: Final = DataProperty("https://w3id.org/maillage/def/forme")
    frequence: Final = DataProperty("https://w3id.org/maillage/def/frequence")
    generation: Final = DataProperty("https://w3id.org/maillage/def/generation")
    genreActeur: Final = ObjectProperty("https://w3id.org/maillage/def/genreActeur")
    genreElement: Final = ObjectProperty("https://w3id.org/maillage/def/genreElement")
    genreInstance: Final = ObjectProperty("https://w3id.org/maillage/def/genreInstance")
    genreNoeud: Final = ObjectProperty("https://w3id.org/maillage/def/genreNoeud")
    gravite: Final = ObjectProperty("https://w3id.org/maillage/def/gravite")
    indicateur: Final = DataProperty("https://w3id.org/maillage/def/indicateur")
    instance: Final = ObjectProperty("https://w3id.org/maillage/def/instance")
    instanceNom: Final = DataProperty("https://w3id.org/maillage/def/instanceNom")
    instrument: Final = DataProperty("https://w3id.org/maillage/def/instrument")
    lieu: Final = ObjectProperty("https://w3id.org/maillage/def/lieu")
    lignes: Final = DataProperty("https://w3id.org/maillage/def/lignes")
    membre: Final = ObjectProperty("https://w3id.org/maillage/def/membre")
    membreDe: Final = ObjectProperty("https://w3id.org/maillage/def/membreDe")
    membreNom: Final = DataProperty("https://w3id.org/maillage/def/membreNom")
    modifie: Final = ObjectProperty("https://w3id.org/maillage/def/modifie")
    montant: Final = DataProperty("https://w3id.org/maillage/def/montant")
    motContraire: Final = AnnotationProperty("https://w3id.org/maillage/def/motContraire")
    motSelonContexte: Final = AnnotationProperty("https://w3id.org/maillage/def/motSelonContexte")
    motif: Final = DataProperty("https://w3id.org/maillage/def/motif")
    mots: Final = DataProperty("https://w3id.org/maillage/def/mots")
    natureActe: Final = ObjectProperty("https://w3id.org/maillage/def/natureActe")
    natureEPCI: Final = DataProperty("https://w3id.org/maillage/def/natureEPCI")
    noeud: Final = ObjectProperty("https://w3id.org/maillage/def/noeud")
    nombre: Final = DataProperty("https://w3id.org/maillage/def/nombre")
    numero: Final = DataProperty("https://w3id.org/maillage/def/numero")
    numeroFiche: Final = DataProperty("https://w3id.org/maillage/def/numeroFiche")
    numeroParent: Final = DataProperty("https://w3id.org/maillage/def/numeroParent")
    objetClasse: Final = ObjectProperty("https://w3id.org/maillage/def/objetClasse")
    objetFinancement: Final = DataProperty("https://w3id.org/maillage/def/objetFinancement")
    operation: Final = DataProperty("https://w3id.org/maillage/def/operation")
    organe: Final = ObjectProperty("https://w3id.org/maillage/def/organe")
    organeNom: Final = DataProperty("https://w3id.org/maillage/def/organeNom")
    palier: Final = ObjectProperty("https://w3id.org/maillage/def/palier")
    parent: Final = ObjectProperty("https://w3id.org/maillage/def/parent")
    partenaire: Final = ObjectProperty("https://w3id.org/maillage/def/partenaire")
    periodicite: Final = ObjectProperty("https://w3id.org/maillage/def/periodicite")
    pilote: Final = ObjectProperty("https://w3id.org/maillage/def/pilote")
    piloteUsuel: Final = ObjectProperty("https://w3id.org/maillage/def/piloteUsuel")
    population: Final = DataProperty("https://w3id.org/maillage/def/population")
    porteSur: Final = ObjectProperty("https://w3id.org/maillage/def/porteSur")
    rang: Final = DataProperty("https://w3id.org/maillage/def/rang")
    region: Final = ObjectProperty("https://w3id.org/maillage/def/region")
    regle: Final = DataProperty("https://w3id.org/maillage/def/regle")
    regleIdentite: Final = ObjectProperty("https://w3id.org/maillage/def/regleIdentite")
    renouvelle: Final = ObjectProperty("https://w3id.org/maillage/def/renouvelle")
    representant: Final = DataProperty("https://w3id.org/maillage/def/representant")
    role: Final = ObjectProperty("https://w3id.org/maillage/def/role")
    section: Final = DataProperty("https://w3id.org/maillage/def/section")
    service: Final = ObjectProperty("https://w3id.org/maillage/def/service")
    sha256: Final = DataProperty("https://w3id.org/maillage/def/sha256")
    signataire: Final = ObjectProperty("https://w3id.org/maillage/def/signataire")
    signeeLe: Final = DataProperty("https://w3id.org/maillage/def/signeeLe")
    soutient: Final = ObjectProperty("https://w3id.org/maillage/def/soutient")
    statut: Final = ObjectProperty("https://w3id.org/maillage/def/statut")
    sujet: Final = DataProperty("https://w3id.org/maillage/def/sujet")
    territoire: Final = ObjectProperty("https://w3id.org/maillage/def/territoire")
    territoireNom: Final = DataProperty("https://w3id.org/maillage/def/territoireNom")
    texte: Final = DataProperty("https://w3id.org/maillage/def/texte")
    theme: Final = ObjectProperty("https://w3id.org/maillage/def/theme")
    typeAction: Final = ObjectProperty("https://w3id.org/maillage/def/typeAction")
    typeEquipement: Final = DataProperty("https://w3id.org/maillage/def/typeEquipement")
    unite: Final = DataProperty("https://w3id.org/maillage/def/unite")
    valeur: Final = DataProperty("https://w3id.org/maillage/def/valeur")
    voixContre: Final = DataProperty("https://w3id.org/maillage/def/voixContre")
    voixPour: Final = DataProperty("https://w3id.org/maillage/def/voixPour")


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
