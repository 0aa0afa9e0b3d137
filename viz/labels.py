"""The names of concepts (roles, themes, kinds of actors ...) in a language, from the thesauri of the ontology."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from maillage.thesauri import SCHEMES
from viz.texts import Language, texts

_INTERFACE = "thing."


def concept(scheme: str, name: str, language: Language) -> str:
    """Return the label of the concept ``name`` of ``scheme``; ``name`` itself where there is no such concept."""
    return _labels(scheme, language).get(name, name)


def concepts(scheme: str, names: tuple[str, ...], language: Language) -> str:
    """Return the labels of several concepts, joined for reading."""
    return ", ".join(concept(scheme, name, language) for name in names)


def kind(name: str, language: Language) -> str:
    """Return the label of a kind of node: a kind of actor, or one of the things that actors commit to."""
    words = texts(language)
    key = f"{_INTERFACE}{name}"
    return words(key) if words.has(key) else concept("genres-acteur", name, language)


@cache
def _labels(scheme: str, language: Language) -> Mapping[str, str]:
    return {entry.id: entry.en if language == "en" else entry.fr for entry in SCHEMES.get(scheme, ())}
