"""The concepts of the SKOS schemes, as plain data: read at start from a compact file that the ontology generates.

``ontology/thesauri.json`` is written by ``python scripts/generate_vocabulary.py`` from ``ontology/*.ttl``; reading it
takes a few milliseconds and no RDF library.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from maillage.errors import DeclarationError
from maillage.places import folder

_FILE = "thesauri.json"
_Entry: TypeAlias = tuple[str, str, str, str, list[str], list[str], list[str], list[str], list[str]]


class Concept(NamedTuple):
    """A concept of a scheme: ``labels`` are its other French names, ``broader`` the id of the concept above it.

    For a type of action, ``themes`` and ``leads`` are the ids of its themes and of the kinds of actors who usually lead
    it, ``in_context`` the words that name it within its theme only, ``contrary`` those that rule it out.
    """

    id: str
    fr: str
    en: str
    labels: tuple[str, ...]
    broader: str
    iri: str
    themes: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    in_context: tuple[str, ...] = ()
    contrary: tuple[str, ...] = ()


def _loaded() -> Mapping[str, tuple[Concept, ...]]:
    """Return the concepts of each scheme. Raises DeclarationError where the generated file is missing or broken."""
    file = folder("ontology") / _FILE
    try:
        schemes: dict[str, tuple[str, list[_Entry]]] = json.loads(file.read_text("utf-8"))
        return {name: tuple(_concept(base, *entry) for entry in rows) for name, (base, rows) in schemes.items()}
    except (OSError, ValueError, TypeError) as error:
        raise DeclarationError(
            f"thésaurus illisibles ({error}) : lancez scripts/generate_vocabulary.py.",
            f"unreadable thesauri ({error}): run scripts/generate_vocabulary.py.",
            file=file,
        ) from error


def _concept(
    base: str,
    name: str,
    fr: str,
    en: str,
    broader: str,
    labels: list[str],
    themes: list[str],
    leads: list[str],
    in_context: list[str],
    contrary: list[str],
) -> Concept:
    more = (tuple(themes), tuple(leads), tuple(in_context), tuple(contrary))
    return Concept(name, fr, en, tuple(labels), broader, base + name, *more)


SCHEMES: Final[Mapping[str, tuple[Concept, ...]]] = MappingProxyType(_loaded())


@cache
def by_id(scheme: str) -> Mapping[str, Concept]:
    """Return the concepts of ``scheme`` by their ids, in the order of their notations."""
    return {concept.id: concept for concept in SCHEMES[scheme]}


def above(scheme: str, name: str) -> tuple[str, ...]:
    """Return the ids of the concepts above ``name``, the nearest first."""
    concepts, found = by_id(scheme), []
    while name := concepts[name].broader:
        found.append(name)
    return tuple(found)
