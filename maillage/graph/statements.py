"""Statements: for each table, its class and the property of each of its columns.

A statement (énoncé) holds what its row says, as stated, so that the export gives the row back. The columns that name
actors are in ``mentions``; what the statements say of the things themselves is in the modules beside this one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from maillage import facts as f
from maillage.graph import iris
from maillage.graph.facts_fields import Field
from maillage.graph.nquads import Writer
from maillage.vocabulary import RDFS, AnnotationProperty, Class, DataProperty, M, ObjectProperty

Put = Callable[[Writer, str, Field], None]


class Statement(NamedTuple):
    """How the rows of a table are stated: the class of the statements, and what to do with each column."""

    cls: Class
    columns: Mapping[str, Put]


def printed(prop: DataProperty | AnnotationProperty) -> Put:
    """State a text, a number, or each of several texts."""

    def put(writer: Writer, subject: str, value: Field) -> None:
        for each in value if isinstance(value, tuple) else (value,):
            writer.say(subject, prop, each)

    return put


def dated(prop: DataProperty) -> Put:
    """State a date, as precise as it is."""
    return lambda writer, subject, value: writer.say_date(subject, prop, str(value))


def linked(prop: ObjectProperty, mint: Callable[[str], str]) -> Put:
    """State the thing, or each of the things, that ``mint`` makes of a text; nothing of an empty one."""

    def put(writer: Writer, subject: str, value: Field) -> None:
        for each in value if isinstance(value, tuple) else (value,):
            if each:
                writer.link(subject, prop, mint(str(each)))

    return put


def concept(prop: ObjectProperty, kind: str) -> Put:
    """State the concept, or each of the concepts, of a vocabulary."""
    return linked(prop, lambda name: iris.concept(kind, name))


_CONVENTION = {"convention": linked(M.convention, iris.convention)}
_PERIOD = {"start": dated(M.debut), "end": dated(M.fin)}
_NUMBER = {"number": printed(M.numero)}
_THEMES = {"themes": concept(M.theme, "theme")}
_ACTOR = {"actor": printed(M.acteurNom)}
_COMMUNE = {"commune": printed(M.communeNom), "commune_code": linked(M.commune, iris.territory)}
_TERRITORY = {"territory": printed(M.territoireNom), "territory_code": linked(M.territoire, iris.territory)}

ACT: Mapping[str, Put] = {
    "kind": concept(M.natureActe, "nature-acte"),
    **_NUMBER,
    "date": dated(M.date),
    "issuer": printed(M.emetteurNom),
    "title": printed(RDFS.label),
}
CONVENTION: Mapping[str, Put] = {
    "label": printed(RDFS.label),
    "territory_code": linked(M.territoire, iris.territory),
    "generation": printed(M.generation),
    **_PERIOD,
    "signed_on": dated(M.signeeLe),
    "status": concept(M.statut, "statut"),
    "previous": linked(M.renouvelle, iris.convention),
}
FICHE: Mapping[str, Put] = {
    **_CONVENTION,
    **_NUMBER,
    "title": printed(RDFS.label),
    "status": concept(M.etat, "etat-fiche"),
    **_THEMES,
    "deadline": printed(M.echeance),
    **_PERIOD,
}
EQUIPMENT: Mapping[str, Put] = {
    **_CONVENTION,
    "name": printed(RDFS.label),
    "type": printed(M.typeEquipement),
    "address": printed(M.adresse),
    "postcode": printed(M.codePostal),
    "commune_code": linked(M.commune, iris.territory),
    "capacity": printed(M.capacite),
}
"""These four describe a thing as well as a statement of it."""

STATEMENTS: Mapping[type[f.Fact], Statement] = {
    f.Act: Statement(M.Acte, ACT),
    f.Deliberation: Statement(
        M.Vote,
        {
            **_NUMBER,
            "date": dated(M.date),
            "body": printed(M.organeNom),
            "votes_for": printed(M.voixPour),
            "votes_against": printed(M.voixContre),
            "abstentions": printed(M.abstentions),
            "decision": printed(M.decision),
            "conventions": linked(M.porteSur, iris.convention),
        },
    ),
    f.Convention: Statement(M.EnonceConvention, {**_CONVENTION, **CONVENTION, "territory": printed(M.territoireNom)}),
    f.DeclaredCommunes: Statement(M.CommunesDeclarees, {**_CONVENTION, "count": printed(M.nombre)}),
    f.Amendment: Statement(
        M.EnonceAvenant, {**_CONVENTION, **_NUMBER, **_PERIOD, "joining_actors": printed(M.adherentNom)}
    ),
    f.Signatory: Statement(
        M.Signature,
        {
            **_CONVENTION,
            **_ACTOR,
            "signed_act": printed(M.instrument),
            "representative": printed(M.representant),
            "representative_role": printed(M.fonctionRepresentant),
        },
    ),
    f.CoveredCommune: Statement(M.Couverture, {**_CONVENTION, **_COMMUNE}),
    f.PlanNode: Statement(
        M.EnoncePlan,
        {
            **_CONVENTION,
            "kind": concept(M.genreNoeud, "genre-noeud"),
            **_NUMBER,
            "parent_number": printed(M.numeroParent),
            "label": printed(RDFS.label),
            **_THEMES,
        },
    ),
    f.Fiche: Statement(M.EnonceFiche, FICHE),
    f.FicheActor: Statement(
        M.EngagementFiche,
        {**_CONVENTION, "fiche": printed(M.numeroFiche), "role": concept(M.role, "role"), **_ACTOR},
    ),
    f.FicheItem: Statement(
        M.ElementFiche,
        {
            **_CONVENTION,
            "fiche": printed(M.numeroFiche),
            "kind": concept(M.genreElement, "genre-element"),
            **_NUMBER,
            "text": printed(M.texte),
        },
    ),
    f.Equipment: Statement(
        M.Soutien, {**EQUIPMENT, "supporter": printed(M.acteurNom), "commune": printed(M.communeNom)}
    ),
    f.Funding: Statement(
        M.Financement,
        {
            **_CONVENTION,
            "funder": printed(M.financeurNom),
            "recipient": printed(M.beneficiaireNom),
            "object": printed(M.objetFinancement),
            "scheme": printed(M.dispositif),
            "amount_eur": printed(M.montant),
            "period": concept(M.periodicite, "periodicite"),
            "year": printed(M.annee),
        },
    ),
    f.Statistic: Statement(
        M.Observation,
        {
            **_CONVENTION,
            **_TERRITORY,
            "section": printed(M.section),
            "indicator": printed(M.indicateur),
            "year": printed(M.annee),
            "value": printed(M.valeur),
            "unit": printed(M.unite),
            "change_5y_pct": printed(M.evolution5ans),
        },
    ),
    f.Governance: Statement(
        M.Participation,
        {
            **_CONVENTION,
            "instance": printed(M.instanceNom),
            "instance_kind": concept(M.genreInstance, "genre-instance"),
            "frequency": printed(M.frequence),
            "member": printed(M.membreNom),
        },
    ),
    f.Classification: Statement(
        M.Classification, {**_CONVENTION, "text": printed(RDFS.label), "words": printed(M.mots)}
    ),
    f.Doubt: Statement(
        M.Doute, {"code": printed(M.codeConstat), "subject": printed(M.sujet), "detail": printed(M.detail)}
    ),
    f.Correction: Statement(
        M.Correction,
        {
            "operation": printed(M.operation),
            "subject": printed(M.sujet),
            "reason": printed(M.motif),
            "author": printed(M.fonctionAuteur),
            "date": dated(M.date),
        },
    ),
}
