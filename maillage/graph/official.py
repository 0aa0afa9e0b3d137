"""The reference graph: official territories, and who belonged where in which years."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from maillage.graph import iris
from maillage.graph.nquads import literal, typed
from maillage.reference import Membership, Reference, Territory
from maillage.vocabulary import IGEO, ORG, RDF, RDFS, SKOS, XSD, Class, M

_END = f" <{iris.REFERENCE}> ."


def reference_quads(reference: Reference, only: Collection[str] | None = None) -> Iterator[str]:
    """Give the official territories and memberships as N-Quads.

    ``only`` are the codes of the communes and EPCI to give, with the stays of these communes; all where it is None.
    """
    for region in reference.regions.values():
        yield from _territory(iris.region(region.code), region, IGEO.Region)
    for departement in reference.departements.values():
        subject = iris.territory(departement.code)
        yield from _territory(subject, departement, IGEO.Departement)
        if departement.parent:
            yield _link(subject, M.region, iris.region(departement.parent))
    for epci in _among(reference.epcis, only):
        subject = iris.territory(epci.code)
        yield from _territory(subject, epci, IGEO.Intercommunalite)
        yield _say(subject, M.natureEPCI, literal(epci.nature))
        yield from _departement(subject, epci)
    for commune in _among(reference.communes, only):
        subject = iris.territory(commune.code)
        yield from _territory(subject, commune, IGEO.Commune)
        yield from _departement(subject, commune)
        for postcode in commune.postcodes:
            yield _say(subject, M.codePostal, literal(postcode))
    known = reference.memberships() if only is None else chain.from_iterable(map(reference.stays_of, sorted(only)))
    for stay in known:
        yield from _membership(stay)


def _among(territories: Mapping[str, Territory], only: Collection[str] | None) -> Iterator[Territory]:
    """Give the territories whose code is in ``only``."""
    return (territories[code] for code in territories if only is None or code in only)


def _territory(subject: str, territory: Territory, cls: Class) -> Iterator[str]:
    yield _link(subject, RDF.type, cls)
    yield _link(subject, RDF.type, ORG.FormalOrganization)
    yield _say(subject, RDFS.label, literal(territory.name, "fr"))
    yield _say(subject, M.code, literal(territory.code))
    if territory.population is not None:
        yield _say(subject, M.population, literal(territory.population))
    for name in territory.other_names:
        yield _say(subject, SKOS.altLabel, literal(name, "fr"))


def _departement(subject: str, territory: Territory) -> Iterator[str]:
    if territory.parent:
        yield _link(subject, M.departement, iris.territory(territory.parent))


def _membership(stay: Membership) -> Iterator[str]:
    """A stay is a node of its own, with its years; one that goes on is said directly as well."""
    subject = iris.mint("appartenance", f"{stay.commune}-{stay.siren}-{stay.first}")
    commune, epci = iris.territory(stay.commune), iris.territory(stay.siren)
    yield _link(subject, RDF.type, M.Appartenance)
    yield _link(subject, M.commune, commune)
    yield _link(subject, M.epci, epci)
    yield _say(subject, M.debut, typed(str(stay.first), XSD.gYear))
    if stay.last is not None:
        yield _say(subject, M.fin, typed(str(stay.last), XSD.gYear))
    else:
        yield _link(commune, M.membreDe, epci)


def _link(subject: str, prop: str, target: str) -> str:
    return f"<{subject}> <{prop}> <{target}>{_END}"


def _say(subject: str, prop: str, term: str) -> str:
    return f"<{subject}> <{prop}> {term}{_END}"
