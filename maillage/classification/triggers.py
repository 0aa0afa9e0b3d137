"""Triggers: the labels of the thesauri as words to look for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from maillage.classification.words import words
from maillage.thesauri import SCHEMES, Concept


class Trigger(NamedTuple):
    """A label of a concept: its full words with whether each is an acronym, and whether it counts in context only."""

    concept: Concept
    stems: tuple[tuple[str, bool], ...]
    in_context: bool


@cache
def triggers(scheme: str) -> Mapping[str, tuple[Trigger, ...]]:
    """Return the triggers of ``scheme`` by the stem of their longest word."""
    found: dict[str, list[Trigger]] = defaultdict(list)
    for concept in SCHEMES[scheme]:
        for trigger in _of(concept):
            found[max((stem for stem, _ in trigger.stems), key=lambda stem: (len(stem), stem))].append(trigger)
    return {stem: tuple(group) for stem, group in found.items()}


@cache
def contrary(concept: Concept) -> tuple[frozenset[str], ...]:
    """Return the words that rule ``concept`` out, each label as a set of stems."""
    return tuple(frozenset(stem for stem, _ in content(label)) for label in concept.contrary)


def content(label: str) -> tuple[tuple[str, bool], ...]:
    """Return the full words of a label, each once, with whether it is an acronym."""
    return tuple(dict.fromkeys((word.stem, word.acronym) for word in words(label) if word.full))


def _of(concept: Concept) -> Iterator[Trigger]:
    for labels, in_context in (((concept.fr, *concept.labels), False), (concept.in_context, True)):
        for label in labels:
            if stems := content(label):
                yield Trigger(concept, stems, in_context)
