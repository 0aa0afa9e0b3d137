"""What a fictional act states of means: équipements, money, figures of the diagnosis, steering bodies."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from benchmarks.generated.drawing import Ctg, words
from maillage import facts as f
from maillage.reference import Territory
from maillage.thesauri import SCHEMES

_KINDS = {
    "Comité de pilotage": "comité de pilotage",
    "Comité technique": "comité technique",
    "Groupe de travail petite enfance": "groupe projet",
}


def means(ctg: Ctg) -> Iterator[f.Fact]:
    """Give 15 to 40 équipements, 8 to 25 amounts, the figures of 20 to 40 indicators and the steering bodies."""
    yield from _equipments(ctg)
    yield from _amounts(ctg)
    yield from _figures(ctg)
    yield from _bodies(ctg)


def _equipments(ctg: Ctg) -> Iterator[f.Fact]:
    for _ in range(ctg.chance.randint(15, 40)):
        concept, commune = ctg.one(SCHEMES["types-equipement"]), ctg.one(ctg.communes)
        supporter = ctg.one((ctg.epci, commune))
        yield f.Equipment(
            **ctg.at("equipments.table"),
            convention=ctg.key,
            supporter=supporter.name,
            supporter_code=supporter.code,
            type=concept.fr,
            name=f"{concept.fr} {ctg.word('names')}",
            address=f"{ctg.chance.randint(1, 90)} {ctg.word('streets')}",
            postcode=commune.postcodes[0] if commune.postcodes else "",
            commune=commune.name,
            commune_code=commune.code,
            capacity=ctg.one((None, None, 12, 20, 35, 60)),
        )


def _amounts(ctg: Ctg) -> Iterator[f.Fact]:
    for _ in range(ctg.chance.randint(8, 25)):
        yield f.Funding(
            **ctg.at("funding.table"),
            convention=ctg.key,
            funder=ctg.caf,
            recipient=ctg.epci.name,
            object=ctg.word("objects"),
            scheme=tuple(ctg.some(words()["schemes"], 1, 2)),
            amount_eur=Decimal(ctg.chance.randint(2_000, 900_000)),
            period=ctg.one(("an", "mois")),
            year=str(ctg.start - ctg.chance.randint(1, 2)),
        )


def _figures(ctg: Ctg) -> Iterator[f.Fact]:
    """Give the figures of some indicators, for the EPCI and its département, in sections."""
    for rank, concept in enumerate(ctg.some(SCHEMES["indicateurs"], 20, 40)):
        for territory in (ctg.epci, ctg.departement):
            yield _figure(ctg, territory, f"1.{rank // 8 + 1}", concept.fr)


def _figure(ctg: Ctg, territory: Territory, section: str, indicator: str) -> f.Statistic:
    return f.Statistic(
        **ctg.at("statistics.table"),
        convention=ctg.key,
        territory=territory.name,
        territory_code=territory.code,
        section=section,
        indicator=indicator,
        year=str(ctg.start - 2),
        value=Decimal(ctg.chance.randint(0, 9_000)),
        unit=ctg.one(("nombre", "nombre", "%")),
        change_5y_pct=ctg.one((None, Decimal(ctg.chance.randint(-200, 200)) / 10)),
    )


def _bodies(ctg: Ctg) -> Iterator[f.Fact]:
    """Give each steering body with some of its members, institutions all of them."""
    members = (ctg.epci.name, ctg.caf, *words()["groups"], *(c.name for c in ctg.communes[:8]))
    for body in words()["bodies"]:
        frequency = ctg.word("frequencies")
        for member in ctg.some(members, 2, 6):
            yield f.Governance(
                **ctg.at("governance.instance"),
                convention=ctg.key,
                instance=body,
                instance_kind=_KINDS.get(body, "autre"),
                frequency=frequency,
                member=member,
            )
