"""Wanted: the choice of a request, its words understood, and what is seen by it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from maillage.names import ascii_words
from maillage.thesauri import SCHEMES
from viz.explorer.names import name_of
from viz.explorer.problems import NotFoundError
from viz.explorer.reseau.choice import ALL, Choice, choice, iri_of, key_of
from viz.explorer.reseau.seen import SMALL, Seen, see
from viz.explorer.visit import Visit
from viz.mesh import Mesh


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for and seen; ``unknown`` are words that name nothing of the network."""

    mesh: Mesh
    choice: Choice
    seen: Seen
    ends_as_written: tuple[str, str]
    unknown: tuple[str, ...]


def wanted(visit: Visit, mesh: Mesh) -> Wanted:
    """Return what the address of ``visit`` wants of ``mesh``.

    Raises BadRequestError for a value that is none and NotFoundError for a start that is no thing.
    """
    asked = choice(visit.given)
    for key in asked.starts:
        _check(visit, key)
    written = (asked.added, *asked.ends)
    added, one, other = (_found(visit, mesh, words) for words in written)
    unknown = tuple(words for words, iri in zip(written, (added, one, other), strict=True) if words and not iri)
    asked = _completed(mesh, asked.starting(key_of(added)) if added else asked)
    names = [name_of(visit, iri) if iri else words for iri, words in zip((one, other), asked.ends, strict=True)]
    asked = replace(asked, ends=(key_of(one), key_of(other)), added="")
    return Wanted(mesh, asked, see(mesh, asked, (one, other)), (names[0], names[1]), unknown)


def _completed(mesh: Mesh, asked: Choice) -> Choice:
    """Return ``asked`` with what it leaves unsaid: any year, and for who asks for nothing all, if it is not much."""
    if asked.year == mesh.years[0] - 1:  # where the slider stands for any year
        asked = replace(asked, year=0)
    if not asked.starts and not any(asked.ends) and len(mesh.of) <= SMALL:
        asked = replace(asked, starts=(ALL,))
    return asked


def _check(visit: Visit, key: str) -> None:
    kind, _, name = key.partition("/")
    known = any(one.id == name for one in SCHEMES["themes"]) if kind == "theme" else iri_of(key) in visit.library.things
    if key != ALL and not known:
        raise NotFoundError(key)


def _found(visit: Visit, mesh: Mesh, words: str) -> str:
    """Return the IRI of the node that ``words`` name best: by its key, or by its name; empty where none has it."""
    if not words:
        return ""
    if iri_of(words) in mesh.of:
        return iri_of(words)
    folded = ascii_words(words)
    ranked = ((_rank(names, folded), at, thing.iri) for at, (thing, names) in enumerate(visit.library.words))
    return min((hit for hit in ranked if hit[0] >= 0 and hit[2] in mesh.of), default=(0, 0, ""))[2]


def _rank(names: tuple[str, ...], words: str) -> int:
    """Return 0 where one of ``names`` is ``words``, 1 where one begins so, 2 where its words do, -1 otherwise."""
    if words in names:
        return 0
    if any(name.startswith(words) for name in names):
        return 1
    near = any(all(f" {word}" in f" {name}" for word in words.split()) for name in names)
    return 2 if words and near else -1
