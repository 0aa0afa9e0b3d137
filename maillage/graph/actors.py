"""The graph of actors: each stands once, with its kind, its code and every form in which the acts print its name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from maillage import reference
from maillage.facts import CORRECTIONS, Fact
from maillage.graph import iris
from maillage.graph.identity import Actor, Identities
from maillage.graph.mentions import actors
from maillage.graph.nquads import Writer
from maillage.vocabulary import RDFS, SKOS, M


def actor_quads(facts: Iterable[Fact]) -> Iterator[str]:
    """Give the actors that ``facts`` name, as N-Quads, in the order of their IRIs."""
    writer = Writer(iris.ACTORS)
    for actor, names in sorted(_named(facts).items()):
        _describe(writer, actor, names)
    yield from writer.lines


def _named(facts: Iterable[Fact]) -> dict[Actor, Counter[str]]:
    """Return each actor with the printed forms of its name and how often each is printed."""
    documents: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        documents[fact.place.document.removesuffix(CORRECTIONS)].append(fact)
    named: dict[Actor, Counter[str]] = defaultdict(Counter)
    for stated in documents.values():
        identities = Identities(stated)
        for fact in stated:
            for mention in actors(fact):
                if found := identities.find(mention):
                    named[found.actor][mention.name] += 1
    return named


def _describe(writer: Writer, actor: Actor, names: Counter[str]) -> None:
    """Describe an actor; an official territory has its label in the reference."""
    writer.is_a(actor.iri, M.Acteur)
    writer.link(actor.iri, M.genreActeur, iris.concept("genre-acteur", actor.kind) if actor.kind else "")
    writer.say(actor.iri, M.code, actor.code)
    official = _official_name(actor)
    usual = official or min(names, key=lambda name: (-names[name], name))
    if not official:
        writer.say(actor.iri, RDFS.label, usual)
    for name in sorted(set(names) - {usual}):
        writer.say(actor.iri, SKOS.altLabel, name)


def _official_name(actor: Actor) -> str:
    """Return the name that the reference gives a territory; empty for any other actor."""
    known = reference.load()
    tables = {"commune": known.communes, "epci": known.epcis, "departement": known.departements}
    territory = tables.get(actor.kind, {}).get(actor.code)
    return territory.name if territory else ""
