"""Who is who: the actor that a name means in a document, and the rule that says so.

The rules, in their order; the first that applies wins. What a person has decided in a corrections file comes before
them (``decisions``). Their names are those of ``ontology/regles-identite.ttl``.

1. A code is a territory's: the actor is that territory.
2. A name of which the same document says kind or code elsewhere means the same there.
3. The first words of the name say the kind (the names of ``ontology/genres-acteur.ttl``).
4. "La commune" or "la communauté de communes", with no name, is the convention's own territory; so is an acronym of
   its name.
5. A commune without a code is that of its name in the convention's EPCI, or failing that in its département.
6. A Caf is that of the département that its name says, or of the convention's; so is a département without a code;
   an MSA is the fund of that département.
7. Otherwise: the kind, the name without case, accents, small words and the acronym that it explains (of a facility
   without a name, its type; of an acronym, the name that explains it in the document), and the area. The area is the
   département for State services, public operators and CPAM, which are the same from one convention to the next; else
   the territory.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from maillage import reference
from maillage.facts import Fact
from maillage.graph import iris
from maillage.graph.areas import Areas, msa_funds
from maillage.graph.decisions import Decisions
from maillage.graph.mentions import Mention, actors, territories
from maillage.graph.wordings import (
    explained,
    heads,
    initials,
    is_acronym,
    key,
    kind_by_head,
    named_commune,
    named_departement,
    slug,
    type_of,
)

TERRITORIAL = frozenset(("commune", "epci", "departement"))
_DEPARTEMENTAL = frozenset(("cpam", "etat", "operateur"))
_UNKNOWN = "inconnu"


class Actor(NamedTuple):
    """An actor: its IRI, its kind (empty where unknown) and its official code (empty where it has none)."""

    iri: str
    kind: str
    code: str = ""


class Recognised(NamedTuple):
    """An actor and the rule by which a name means it, as a concept of ``regles-identite``."""

    actor: Actor
    rule: str


class Identities:
    """The actors of one document."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        facts = tuple(facts)
        self.areas = Areas(facts)
        self._said = _said(facts)
        self._acronyms = dict(filter(all, map(explained, sorted(actor_names(facts)))))
        self._decided = Decisions(facts)

    def find(self, mention: Mention) -> Recognised | None:
        """Return who ``mention`` means, by which rule; None where it may mean nobody and nothing recognises it."""
        stands_for = self._decided.stands_for(mention.name)
        if stands_for.startswith(iris.BASE):
            return Recognised(_of_iri(stands_for), "correction")
        if stands_for != mention.name:
            found = self._by_rule(mention._replace(name=stands_for, kind="", code="", known_only=False))
            found = found and found._replace(rule="correction")
        else:
            found = self._by_rule(mention)
        others = [
            self._by_rule(mention._replace(name=name, kind="", code=""))
            for name in self._decided.told_from(mention.name)
        ]
        if found and found.actor in [other.actor for other in others if other]:
            return Recognised(_apart(found.actor, mention.name), "correction")
        return found

    def _by_rule(self, mention: Mention) -> Recognised | None:
        kind, code, rule = mention.kind, mention.code, "code"
        if not (kind or code):
            rule = "meme-document"
            kind, code = self._said.get(key(mention.name)) or (kind_by_head(mention.name), "")
        territory = self.areas.territory(mention.convention)
        if not code and _stands_for(territory, mention.name, kind):
            kind, code, rule = iris.territory_kind(territory), territory, "territoire"
        if mention.known_only and not (kind or code):
            return None
        if code:
            return Recognised(self._of_code(mention, kind, code), rule)
        return self._of_kind(mention, kind, territory) or self._of_name(mention, kind, territory)

    def _of_code(self, mention: Mention, kind: str, code: str) -> Actor:
        official = iris.territory_kind(code)
        if kind in TERRITORIAL or not kind:
            return Actor(iris.territory(code), official, code)
        return Actor(iris.mint("acteur", kind, slug(mention.name), code), kind, code)

    def _of_kind(self, mention: Mention, kind: str, territory: str) -> Recognised | None:
        """Return the one commune, Caf, département or MSA fund that a name of that kind can mean here."""
        departement = self.areas.departement(mention.convention)
        if kind == "commune" and (code := named_commune(mention.name, territory)):
            return Recognised(Actor(iris.territory(code), kind, code), "commune")
        if kind == "caf" and (area := named_departement(mention.name) or departement):
            return Recognised(Actor(iris.mint("acteur", kind, kind, area), kind), "departement")
        if kind == "departement" and (area := named_departement(mention.name) or departement):
            return Recognised(Actor(iris.territory(area), kind, area), "departement")
        if kind == "msa" and (fund := msa_funds().get(departement, "")):
            return Recognised(Actor(iris.mint("acteur", kind, kind, fund), kind), "caisse")
        return None

    def _of_name(self, mention: Mention, kind: str, territory: str) -> Recognised:
        area = self.areas.departement(mention.convention) if kind in _DEPARTEMENTAL else territory
        if facility := type_of(mention.name, kind):
            return Recognised(Actor(iris.mint("acteur", kind, facility, area), kind), "type")
        long = self._acronyms.get(mention.name, "")
        actor = Actor(iris.mint("acteur", kind or _UNKNOWN, slug(long or mention.name), area), kind)
        return Recognised(actor, "sigle" if long else "nom")


def actor_names(facts: Iterable[Fact]) -> set[str]:
    """Return the names of actors that ``facts`` print."""
    return {mention.name for fact in facts for mention in actors(fact) if mention.name}


def _stands_for(territory: str, name: str, kind: str) -> bool:
    """Whether a name without a code is that of the convention's territory: its kind alone, or an acronym of it."""
    if kind == iris.territory_kind(territory) and key(name) in heads():
        return bool(territory)
    epci = reference.load().epcis.get(territory)
    return epci is not None and kind in {"", "epci"} and is_acronym(name) and name in initials(epci.name)


def _of_iri(iri: str) -> Actor:
    """Return the actor of an IRI of this room."""
    sort, _, rest = iri.removeprefix(iris.BASE).partition("/")
    if sort != "acteur":
        return Actor(iri, sort, rest)
    kind = rest.partition("/")[0]
    return Actor(iri, "" if kind == _UNKNOWN else kind)


def _apart(actor: Actor, name: str) -> Actor:
    """Return another actor of the same kind, which has only ``name``."""
    own = iris.digest(actor.iri, name)
    return Actor(iris.mint("acteur", actor.kind or _UNKNOWN, iris.slug(name), own), actor.kind)


def _said(facts: Iterable[Fact]) -> dict[str, tuple[str, str]]:
    """Return the kind and code that a document gives most often to each name; a code counts before none."""
    counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for fact in facts:
        for mention in (*actors(fact), *territories(fact)):
            if mention.kind or mention.code:
                kind = mention.kind or iris.territory_kind(mention.code)
                counts[key(mention.name)][kind, mention.code] += 1
    return {name: min(found, key=lambda said: (not said[1], -found[said], said)) for name, found in counts.items()}
