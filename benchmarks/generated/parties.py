"""What a fictional act states of the agreement: vote, period, parties, communes, avenant."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.generated.drawing import Ctg
from maillage import facts as f

_CURRENT = 2026  # the year in which nothing has ended yet that ends in it


def agreement(ctg: Ctg) -> Iterator[f.Fact]:
    """Give the vote (of a third of the acts), the act, the period, the parties and the communes."""
    signed = f"{ctg.start - 1}-{ctg.chance.randint(9, 12)}-{ctg.chance.randint(1, 28):02}".replace("-9-", "-09-")
    if ctg.chance.random() < 1 / 3:
        yield from _vote(ctg, signed)
        ctg.act += 1
    yield f.Act(**ctg.at("acts.head"), kind="convention", date=signed, issuer=ctg.caf, title=ctg.title)
    yield f.Convention(
        **ctg.at("conventions.statements", 3),
        convention=ctg.key,
        label=ctg.title,
        territory=ctg.epci.name,
        territory_code=ctg.epci.code,
        generation=ctg.generation,
        start=f"{ctg.start}-01-01",
        end=f"{ctg.end}-12-31",
        signed_on=signed,
        status="signée" if ctg.end >= _CURRENT else "échue",
        previous=ctg.previous,
    )
    yield f.DeclaredCommunes(**ctg.at("communes.count"), convention=ctg.key, count=len(ctg.communes))
    yield from _parties(ctg)
    for commune in ctg.communes:
        yield f.CoveredCommune(
            **ctg.at("communes.list"), convention=ctg.key, commune=commune.name, commune_code=commune.code
        )


def amendment(ctg: Ctg) -> Iterator[f.Fact]:
    """Give the avenant that a sixth of the agreements has: a year more, and the MSA joins."""
    if ctg.chance.random() > 1 / 6:
        return
    ctg.act += 1
    number = f"{ctg.start + 1}-001"
    msa = f"MSA {ctg.departement.name}"
    yield f.Act(**ctg.at("acts.head"), kind="avenant", number=number, issuer=ctg.caf, title=f"Avenant {number}")
    yield f.Amendment(
        **ctg.at("amendments.avenant", 2),
        convention=ctg.key,
        number=number,
        start=f"{ctg.start + 1}-01-01",
        end=f"{ctg.end + 1}-12-31",
        joining_actors=(msa,),
    )
    yield f.Signatory(**ctg.at("parties.contract"), convention=ctg.key, signed_act=number, actor=msa, actor_kind="msa")


def _vote(ctg: Ctg, date: str) -> Iterator[f.Fact]:
    """Give the deliberation by which the EPCI decides to sign."""
    number, body = f"{date[:4]}-{ctg.chance.randint(1, 180)}", "CONSEIL COMMUNAUTAIRE"
    title = f"Signature de la convention territoriale globale {ctg.start}-{ctg.end}"
    yield f.Act(
        **ctg.at("acts.head"),
        kind="deliberation",
        number=number,
        date=date,
        issuer=body,
        issuer_code=ctg.epci.code,
        title=title,
    )
    yield f.Deliberation(
        **ctg.at("deliberations.vote"),
        number=number,
        date=date,
        body=body,
        body_code=ctg.epci.code,
        votes_for=ctg.chance.randint(20, 60),
        votes_against=ctg.chance.randint(0, 3),
        abstentions=ctg.chance.randint(0, 4),
        decision=("autorise la signature",),
        conventions=(ctg.key,),
    )


def _parties(ctg: Ctg) -> Iterator[f.Fact]:
    """Give those who sign: the Caf, the EPCI, often the département, and the communes."""
    parties = [(ctg.caf, "caf", "", "Directrice"), (ctg.epci.name, "epci", ctg.epci.code, "Président")]
    if ctg.chance.random() < 1 / 2:
        parties.append((f"Département : {ctg.departement.name}", "departement", ctg.departement.code, "Président"))
    parties.extend((commune.name, "commune", commune.code, "Maire") for commune in ctg.communes)
    for actor, kind, code, office in parties:
        yield f.Signatory(
            **ctg.at("parties.contract"),
            convention=ctg.key,
            signed_act="convention",
            actor=actor,
            actor_kind=kind,
            actor_code=code,
            representative=ctg.person(),
            representative_role=office,
        )
