"""The types of a parameter: plain values, things of the graph, and concepts of the ontology's schemes."""

from __future__ import annotations

from collections.abc import Mapping

PLAIN = ("texte", "nombre", "date", "iri")

THINGS: Mapping[str, tuple[str, ...]] = {
    "territoire": ("lookups/territoires-par-code", "lookups/territoires-des-conventions", "lookups/territoires"),
    "convention": ("lookups/conventions-par-cle", "lookups/conventions"),
    "acteur": ("lookups/acteurs",),
    "chose": ("lookups/choses", "lookups/territoires"),
}
"""Each with the questions that find it, asked in turn: the thing (``iri``), a word for it (``label``), what tells it
from others of that name (``key``) and how well known it is (``rank``, 1 first). One with a parameter is asked for the
word alone, or for the territories that the reference knows by that word, which spares the engine all the others."""

CONCEPTS: Mapping[str, str] = {
    "theme": "themes",
    "role": "roles",
    "type-action": "types-action",
    "type-equipement": "types-equipement",
    "genre-acteur": "genres-acteur",
    "dispositif": "dispositifs",
    "statut": "statuts",
    "gravite": "gravites",
}
"""Each with its scheme."""


def is_parameter_type(name: str) -> bool:
    """Whether ``name`` is a type that a parameter may have."""
    return name in PLAIN or name in THINGS or name in CONCEPTS
