"""Who is who: the actor that a name means in a document.

The rules, in their order; the first that applies wins. What a person has decided in a corrections file comes before
them (``decisions``).

1. A code is a territory's: the actor is that territory.
2. A name of which the same document says kind or code elsewhere means the same there.
3. The first words of the name say the kind (the names of ``ontology/genres-acteur.ttl``).
4. "La commune" or "la communauté de communes", with no name, is the convention's own territory.
5. A Caf is that of the département that its name says, or of the convention's; so is a département without a code;
   an MSA is the fund of that département.
6. Otherwise: the kind, the name without case, accents and small words (of a facility without a name, its type), and
   the area. The area is the département for State services, public operators and CPAM, which are the same from one
   convention to the next; else the territory.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from maillage.facts import Fact
from maillage.graph import iris
from maillage.graph.areas import Areas, departement_names, msa_funds
from maillage.graph.concepts import named, names
from maillage.graph.decisions import Decisions
from maillage.graph.mentions import Mention, actors, territories
from maillage.names import ascii_words

TERRITORIAL = frozenset(("commune", "epci", "departement"))
_DEPARTEMENTAL = frozenset(("cpam", "etat", "operateur"))
_SMALL = frozenset(
    ("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "un", "une", "pour", "par", "sur")
)

_UNKNOWN = "inconnu"
_ARTICLE = re.compile(r"^(les?|la|l['’]) *", re.IGNORECASE)


class Actor(NamedTuple):
    """An actor: its IRI, its kind (empty where unknown) and its official code (empty where it has none)."""

    iri: str
    kind: str
    code: str = ""


class Identities:
    """The actors of one document."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        facts = tuple(facts)
        self.areas = Areas(facts)
        self._said = _said(facts)
        self._decided = Decisions(facts)

    def find(self, mention: Mention) -> Actor | None:
        """Return the actor that ``mention`` means; None where it may mean nobody and nothing recognises it."""
        stands_for = self._decided.stands_for(mention.name)
        if stands_for.startswith(iris.BASE):
            return _of_iri(stands_for)
        if stands_for != mention.name:
            mention = mention._replace(name=stands_for, kind="", code="", known_only=False)
        actor = self._by_rule(mention)
        others = [
            self._by_rule(mention._replace(name=name, kind="", code=""))
            for name in self._decided.told_from(mention.name)
        ]
        return _apart(actor, mention.name) if actor and actor in others else actor

    def _by_rule(self, mention: Mention) -> Actor | None:
        kind, code = mention.kind, mention.code
        if not (kind or code):
            kind, code = self._said.get(_key(mention.name)) or (kind_by_head(mention.name), "")
        if mention.known_only and not (kind or code):
            return None
        return self._of_code(mention, kind, code) if code else self._of_name(mention, kind)

    def _of_code(self, mention: Mention, kind: str, code: str) -> Actor:
        official = iris.territory_kind(code)
        if kind in TERRITORIAL or not kind:
            return Actor(iris.territory(code), official, code)
        return Actor(iris.mint("acteur", kind, _slug(mention.name), code), kind, code)

    def _of_name(self, mention: Mention, kind: str) -> Actor:
        territory = self.areas.territory(mention.convention)
        departement = self.areas.departement(mention.convention)
        if _key(mention.name) in _heads() and territory and kind == iris.territory_kind(territory):
            return Actor(iris.territory(territory), kind, territory)
        if kind == "caf" and (area := _named_departement(mention.name) or departement):
            return Actor(iris.mint("acteur", kind, kind, area), kind)
        if kind == "departement" and (area := _named_departement(mention.name) or departement):
            return Actor(iris.territory(area), kind, area)
        if kind == "msa" and (fund := msa_funds().get(departement, "")):
            return Actor(iris.mint("acteur", kind, kind, fund), kind)
        area = departement if kind in _DEPARTEMENTAL else territory
        return Actor(
            iris.mint("acteur", kind or _UNKNOWN, _type(mention.name, kind) or _slug(mention.name), area), kind
        )


def actor_names(facts: Iterable[Fact]) -> set[str]:
    """Return the names of actors that ``facts`` print."""
    return {mention.name for fact in facts for mention in actors(fact) if mention.name}


def _of_iri(iri: str) -> Actor:
    """Return the actor of an IRI of this room."""
    sort, _, rest = iri.removeprefix(iris.BASE).partition("/")
    if sort != "acteur":
        return Actor(iri, sort, rest)
    kind = rest.partition("/")[0]
    return Actor(iri, "" if kind == _UNKNOWN else kind)


def _apart(actor: Actor, name: str) -> Actor:
    """Return another actor of the same kind, which has only ``name``."""
    key = iris.digest(actor.iri, name)
    return Actor(iris.mint("acteur", actor.kind or _UNKNOWN, iris.slug(name), key), actor.kind)


def _said(facts: Iterable[Fact]) -> dict[str, tuple[str, str]]:
    """Return the kind and code that a document gives most often to each name; a code counts before none."""
    counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for fact in facts:
        for mention in (*actors(fact), *territories(fact)):
            if mention.kind or mention.code:
                kind = mention.kind or iris.territory_kind(mention.code)
                counts[_key(mention.name)][kind, mention.code] += 1
    return {name: min(found, key=lambda said: (not said[1], -found[said], said)) for name, found in counts.items()}


@cache
def kind_by_head(name: str) -> str:
    """Return the kind of actor whose name opens ``name`` (``Caf du Nord``: ``caf``); the longest opening wins."""
    words = f"{_key(name)} "
    heads = (head for head in _heads() if words.startswith(f"{head} "))
    return _heads().get(max(heads, key=len, default=""), "")


@cache
def _heads() -> dict[str, str]:
    return {_key(label): concept.id for label, concept in names("genres-acteur").items()}


def _named_departement(name: str) -> str:
    """Return the département whose name or number closes ``name``: ``Caf du Pas de Calais``, ``CAF 62``."""
    words = ascii_words(name).split()
    endings = (" ".join(words[start:]) for start in range(1, len(words)))
    return next((departement_names()[ending] for ending in endings if ending in departement_names()), "")


def _key(name: str) -> str:
    """Return what the spellings of a name share: its ASCII words, the small ones left out."""
    words = ascii_words(name).split()
    return " ".join(word for word in words if word not in _SMALL) or " ".join(words)


def _type(name: str, kind: str) -> str:
    """Return the type of a facility that goes by its type alone (``le RPE``, ``relais petite enfance``)."""
    concept = named("types-equipement", _ARTICLE.sub("", name)) if kind == "equipement" else None
    return concept.id if concept else ""


def _slug(name: str) -> str:
    return iris.slug(_key(name) or name)
