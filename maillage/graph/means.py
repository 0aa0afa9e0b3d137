"""Facilities, amounts, figures and steering bodies."""

from __future__ import annotations

from maillage import facts as f
from maillage.graph import iris
from maillage.graph.concepts import named
from maillage.graph.saying import Saying
from maillage.graph.statements import EQUIPMENT, concept, printed
from maillage.names import ascii_words
from maillage.vocabulary import LOCN, QB, RDFS, M

_INSTANCE = {
    "instance": printed(RDFS.label),
    "instance_kind": concept(M.genreInstance, "genre-instance"),
    "frequency": printed(M.frequence),
}


def things(saying: Saying, fact: f.Fact) -> None:
    """Describe the facilities, amounts, figures and steering bodies that a statement is about."""
    match fact:
        case f.Equipment():
            _facility(saying, fact)
        case f.Funding():
            _funding(saying, fact)
        case f.Statistic():
            saying.writer.link(saying.subject, QB.dataSet, iris.FIGURES)
            saying.writer.link(saying.subject, M.categorie, _indicator(fact.indicator))
        case f.Governance():
            _governance(saying, fact)
        case _:
            pass


def facility(scope: str, fact: f.Equipment) -> str:
    """Return the IRI of a facility of the convention ``scope``: its name, type and commune tell it from others."""
    key = iris.digest(*(ascii_words(part) for part in (fact.name, fact.type, fact.commune_code or fact.commune)))
    return iris.mint("equipement", scope, f"{iris.slug(fact.name)}-{key}")


def _facility(saying: Saying, fact: f.Equipment) -> None:
    """A facility, its category where the thesaurus knows its type, and who supports it."""
    writer, iri = saying.writer, facility(saying.scope(fact.convention), fact)
    supporter = saying.actor(M.acteur)
    writer.is_a(iri, M.Equipement)
    saying.agreement(fact.convention)
    saying.describe(iri, fact, EQUIPMENT)
    writer.link(iri, M.categorie, _category("types-equipement", fact.type))
    writer.link(saying.subject, M.role, iris.concept("role", "soutien"))
    writer.link(saying.subject, M.equipement, iri)
    if supporter:
        writer.link(supporter, M.soutient, iri)
    _address(saying, iri, fact)


def _address(saying: Saying, facility_iri: str, fact: f.Equipment) -> None:
    """Give the facility an address in the terms of LOCN, which has one whole line and its parts."""
    parts = (fact.address, " ".join(part for part in (fact.postcode, fact.commune) if part))
    whole = ", ".join(part for part in parts if part)
    if whole:
        iri = f"{facility_iri}#adresse"
        saying.writer.link(facility_iri, LOCN.address, iri)
        saying.writer.is_a(iri, M.Adresse)
        saying.writer.say(iri, LOCN.fullAddress, whole)
        saying.writer.say(iri, LOCN.postCode, fact.postcode)
        saying.writer.say(iri, LOCN.postName, fact.commune)


def _funding(saying: Saying, fact: f.Funding) -> None:
    """An amount is in euros; its category is the scheme that the thesaurus knows."""
    saying.agreement(fact.convention)
    saying.writer.say(saying.subject, M.devise, "EUR")
    for scheme in fact.scheme:
        saying.writer.link(saying.subject, M.categorie, _category("dispositifs", scheme))


def _governance(saying: Saying, fact: f.Governance) -> None:
    """A steering body of the convention."""
    iri = iris.mint("instance", saying.scope(fact.convention), iris.slug(fact.instance))
    saying.writer.is_a(iri, M.Instance)
    saying.writer.link(iri, M.convention, saying.agreement(fact.convention))
    saying.writer.link(saying.subject, M.instance, iri)
    saying.describe(iri, fact, _INSTANCE)


def _indicator(path: str) -> str:
    """Return the indicator that the narrowest known part of a path names: ``Nombre d'équipements > dont LAEP``."""
    return next(filter(None, (_category("indicateurs", part) for part in reversed(path.split(" > ")))), "")


def _category(scheme: str, words: str) -> str:
    concept = named(scheme, words)
    return concept.iri if concept else ""
