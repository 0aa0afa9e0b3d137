"""Keys of a fiche in words of the author's own: told by their stems, and by what stands beside them.

Organisations beside a key that says nothing (``Ligne de front : CCAS``) lead the fiche or take part in it, where no
other key says who does: the first leads, those behind it are partners.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from loaders.document import Passage
from loaders.readers.fiches.fields import ACTORS, Field
from loaders.words.actor_heads import kind_at
from loaders.words.cell_kinds import all_actors, holds, mostly_actors
from loaders.words.rubrics import Rubric, rubric, titles_by_stems
from loaders.words.stems import by_stems, heads_others

WHO = "qui"
"""The kind of a key beside organisations that says nothing of them, until the other keys of the fiche are known."""

_KEY = re.compile(r"(?P<key>[A-ZÀ-Ý][^:.;,()\d\n]{2,40}?)\s?:\s+(?=\S)")
_MOST_WORDS = 6
_LONGEST_VALUE = 200


def strange_key(words: Passage) -> Rubric | None:
    """Return the rubric that a line opens with a key that no known words make, None where it opens none."""
    found = _KEY.match(words.text)
    if found is None or len(words.text) > _LONGEST_VALUE:
        return None
    kind = kind_of(found["key"], words.text[found.end() :])
    return Rubric(kind, found.end("key"), found.end()) if kind else None


def heads_who(title: str, below: str) -> str:
    """Return the kind of a strange ``title`` of organisations, which are most of what stands ``below`` it.

    Organisations that the words do not place are placed by what stands above them (``settled``).
    """
    told = by_stems(title)
    strange = not (rubric(title) or kind_at(title) or heads_others(title) or len(title.split()) > _MOST_WORDS)
    if not strange or told not in ("", *ACTORS) or not mostly_actors(below):
        return ""
    return WHO if told in ("", "pilote") else told


def kind_of(key: str, value: str) -> str:
    """Return the kind of rubric that a strange ``key`` beside a ``value`` is; empty where neither tells it."""
    if rubric(key) or kind_at(key) or len(key.split()) > _MOST_WORDS:
        return ""
    told, held = by_stems(key), holds([value])
    if told in ACTORS or not told:
        named = all_actors(value)
        return (told or WHO) if named else ""
    if held == "amounts":
        return "budget" if told == "budget" else ""
    if held == "days":
        return "echeance" if told in ("echeance", "resultat") else ""
    return titles_by_stems(key, value)


def settled(fields: Sequence[Field]) -> list[Field]:
    """Return ``fields``, those of strange keys beside organisations in the role that their place gives them."""
    known = {found.kind for found in fields if found.blocks}
    kept: list[Field] = []
    for found in fields:
        kind = _by_place(known, kept) if found.kind == WHO else found.kind
        kept.append(replace(found, kind=kind))
    return kept


def _by_place(known: AbstractSet[str], before: Sequence[Field]) -> str:
    """Return the role of organisations behind the fields ``before``: the first leads, right behind it are partners.

    A role that a key of the fiche has, being ``known``, is given to no other.
    """
    told = [found.kind for found in before if found.kind in ACTORS]
    if not told and "pilote" not in known:
        return "pilote"
    return "partenaire" if told == ["pilote"] and "partenaire" not in known else "autre"
