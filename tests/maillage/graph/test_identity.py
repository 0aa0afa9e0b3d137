"""Who is who: one node for one actor however the acts print its name, never one node for two."""

from __future__ import annotations

from decimal import Decimal

import pytest

from maillage.facts import Act, Convention, Fact, FicheActor, Funding, Governance, Place, Span
from maillage.graph import actor_quads, iris
from maillage.graph.identity import Identities
from maillage.graph.mentions import actors

ID = iris.BASE
PAS_DE_CALAIS, NORD = "200090751", "59017"


def at(document: str, line: int = 1) -> Place:
    return Place(document, (Span(line, line),))


def convention(territory: str, document: str = "acte", key: str = "ici-2022") -> Convention:
    return Convention(place=at(document), act=1, rule="r", convention=key, territory="ici", territory_code=territory)


def partner(name: str, kind: str, code: str = "", document: str = "acte", key: str = "ici-2022") -> FicheActor:
    return FicheActor(
        place=at(document),
        act=1,
        rule="r",
        convention=key,
        fiche="1",
        role="partenaire",
        actor=name,
        actor_kind=kind,
        actor_code=code,
    )


def who(fact: Fact, *context: Fact) -> tuple[str, ...]:
    """Return the actors that ``fact`` names, by the end of their IRIs, in a document that also states ``context``."""
    identities = Identities((*context, fact))
    found = (identities.find(mention) for mention in actors(fact))
    return tuple(recognised.actor.iri.removeprefix(ID) for recognised in found if recognised)


@pytest.mark.parametrize(
    ("name", "kind", "code", "territory", "actor"),
    [
        ("CAF", "caf", "", PAS_DE_CALAIS, "acteur/caf/caf/62"),
        ("Caf du Pas-de-Calais", "caf", "", PAS_DE_CALAIS, "acteur/caf/caf/62"),
        ("Caisse d’Allocations Familiales", "caf", "", PAS_DE_CALAIS, "acteur/caf/caf/62"),
        ("Caisse d'allocations familiales du Nord", "caf", "", PAS_DE_CALAIS, "acteur/caf/caf/59"),
        ("CAF", "caf", "", NORD, "acteur/caf/caf/59"),
        ("CAF 62", "caf", "", NORD, "acteur/caf/caf/62"),
        ("CAF", "caf", "", "", "acteur/caf/caf"),
        ("MSA", "msa", "", PAS_DE_CALAIS, "acteur/msa/msa/nord-pas-de-calais"),
        ("Mutualité sociale agricole", "msa", "", NORD, "acteur/msa/msa/nord-pas-de-calais"),
        ("Conseil départemental (PMI)", "departement", "62", PAS_DE_CALAIS, "departement/62"),
        ("Département", "departement", "", PAS_DE_CALAIS, "departement/62"),
        ("Ville d'Ici", "commune", "62043", PAS_DE_CALAIS, "commune/62043"),
        ("la communauté de communes", "epci", "", PAS_DE_CALAIS, "epci/200090751"),
        ("agglomération", "epci", "", PAS_DE_CALAIS, "epci/200090751"),
        ("le RPE", "equipement", "", PAS_DE_CALAIS, "acteur/equipement/rpe/200090751"),
        ("Relais petite enfance", "equipement", "", PAS_DE_CALAIS, "acteur/equipement/rpe/200090751"),
        ("la Ville", "commune", "", NORD, "commune/59017"),
        ("Pôle Emploi", "operateur", "", PAS_DE_CALAIS, "acteur/operateur/pole-emploi/62"),
        ("les crèches", "groupe", "", PAS_DE_CALAIS, "acteur/groupe/creches/200090751"),
    ],
)
def test_a_name_means_an_actor(name: str, kind: str, code: str, territory: str, actor: str) -> None:
    assert who(partner(name, kind, code), convention(territory)) == (actor,)


LONG = "Maison des Adolescents du Marais (MAM)"


@pytest.mark.parametrize(
    ("name", "kind", "rule", "actor"),
    [
        ("Calais", "commune", "commune", "commune/62193"),
        ("Ville de Calais", "commune", "commune", "commune/62193"),
        ("Ville de Nulle-Part", "commune", "nom", "acteur/commune/ville-nulle-part/200090751"),
        ("GCTM", "", "territoire", "epci/200090751"),
        ("GCX", "", "nom", "acteur/inconnu/gcx/200090751"),
        ("agglomération", "epci", "territoire", "epci/200090751"),
        ("CAF", "caf", "departement", "acteur/caf/caf/62"),
        ("MSA", "msa", "caisse", "acteur/msa/msa/nord-pas-de-calais"),
        ("le RPE", "equipement", "type", "acteur/equipement/rpe/200090751"),
        ("MAM", "association", "sigle", "acteur/association/maison-adolescents-marais/200090751"),
        (LONG, "association", "nom", "acteur/association/maison-adolescents-marais/200090751"),
    ],
)
def test_the_rule_of_a_recognition_is_told(name: str, kind: str, rule: str, actor: str) -> None:
    fact = funding(name) if not kind else partner(name, kind)
    identities = Identities((convention(PAS_DE_CALAIS), partner(LONG, "association"), fact))
    found = identities.find(next(actors(fact)))
    assert found and (found.rule, found.actor.iri.removeprefix(ID)) == (rule, actor)


def test_an_association_is_told_apart_by_its_territory() -> None:
    name = "Les amis du jeu"
    here = who(partner(name, "association"), convention(PAS_DE_CALAIS))
    assert here != who(partner(name, "association"), convention(NORD))
    assert here == who(partner("LES AMIS DU JEU", "association"), convention(PAS_DE_CALAIS))


def funding(funder: str, recipient: str = "") -> Funding:
    return Funding(
        place=at("acte"),
        act=1,
        rule="r",
        convention="ici-2022",
        funder=funder,
        recipient=recipient,
        amount_eur=Decimal(1),
    )


def test_a_name_without_kind_means_what_the_document_says_of_it_elsewhere() -> None:
    known = partner("Agglo du Test", "epci", PAS_DE_CALAIS)
    assert who(funding("AGGLO DU TEST"), known, convention(NORD)) == ("epci/200090751",)


def test_a_name_without_kind_is_told_by_its_first_words() -> None:
    assert who(funding("Caf du Nord", "Foyer inconnu"), convention(PAS_DE_CALAIS)) == (
        "acteur/caf/caf/59",
        "acteur/inconnu/foyer-inconnu/200090751",
    )


@pytest.mark.parametrize(("member", "found"), [("MSA", 1), ("les élus du territoire", 0)])
def test_a_member_that_nothing_recognises_is_no_actor(member: str, found: int) -> None:
    fact = Governance(place=at("acte"), act=1, rule="r", convention="ici-2022", instance="Copil", member=member)
    assert len(who(fact, convention(PAS_DE_CALAIS))) == found


def test_an_issuer_is_known_by_its_code_alone() -> None:
    act = Act(place=at("acte"), act=1, rule="r", kind="deliberation", issuer_code="62")
    assert who(act) == ("departement/62",)


def test_an_actor_stands_once_under_its_usual_name_and_keeps_the_others() -> None:
    names = ["CAF", "Caf du Pas-de-Calais", "CAF", "Caisse d'allocations familiales"]
    facts: list[Fact] = [convention(PAS_DE_CALAIS, document) for document in "ab"]
    facts += [partner(name, "caf", document="ab"[number % 2]) for number, name in enumerate(names)]
    lines = list(actor_quads(facts))
    assert {line.split()[0] for line in lines} == {f"<{ID}acteur/caf/caf/62>"}
    assert [line.split('"')[1] for line in lines if "#label" in line] == ["CAF"]
    assert [line.split('"')[1] for line in lines if "#altLabel" in line] == [
        "Caf du Pas-de-Calais",
        "Caisse d'allocations familiales",
    ]
    assert lines == list(actor_quads(list(reversed(facts))))


def test_a_territory_keeps_its_official_name() -> None:
    facts = [
        convention(PAS_DE_CALAIS),
        partner("Ville des Attaques", "commune", "62043"),
        partner("Ici", "commune", "99999"),
    ]
    lines = list(actor_quads(facts))
    assert not any("#label" in line for line in lines if "commune/62043" in line)
    assert any("#altLabel" in line for line in lines if "commune/62043" in line)
    assert any("#label" in line for line in lines if "commune/99999" in line), "a code that the reference lacks"
