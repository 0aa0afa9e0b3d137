"""What the spellings of an actor's name share, and what its words alone say of the actor."""

from __future__ import annotations

import re
from functools import cache

from maillage import reference
from maillage.graph import iris
from maillage.graph.areas import departement_names, departement_of
from maillage.graph.concepts import named, names
from maillage.names import ascii_words

_SMALL = frozenset(
    ("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "un", "une", "pour", "par", "sur")
)
_ARTICLE = re.compile(r"^(les?|la|l['’]) *", re.IGNORECASE)
_BRACKETED = re.compile(r"^(?P<first>[^()]*[^()\s])\s*\((?P<second>[^()]+)\)$")
_ACRONYM = re.compile(r"[A-ZÉ]{3,8}")


def key(name: str) -> str:
    """Return what the spellings of a name share: its ASCII words, the small ones left out."""
    words = ascii_words(name).split()
    return " ".join(word for word in words if word not in _SMALL) or " ".join(words)


def slug(name: str) -> str:
    """Return the name as a part of an IRI: what its spellings share, without the acronym that it explains."""
    long = explained(name)[1] or name
    return iris.slug(key(long) or long)


def type_of(name: str, kind: str) -> str:
    """Return the type of a facility that goes by its type alone (``le RPE``, ``relais petite enfance``)."""
    concept = named("types-equipement", _ARTICLE.sub("", name)) if kind == "equipement" else None
    return concept.id if concept else ""


@cache
def kind_by_head(name: str) -> str:
    """Return the kind of actor whose name opens ``name`` (``Caf du Nord``: ``caf``); the longest opening wins."""
    words = f"{key(name)} "
    opening = (head for head in heads() if words.startswith(f"{head} "))
    return heads().get(max(opening, key=len, default=""), "")


@cache
def heads() -> dict[str, str]:
    """Return the kinds of actors by what the spellings of their names share."""
    return {key(label): concept.id for label, concept in names("genres-acteur").items()}


def named_departement(name: str) -> str:
    """Return the département whose name or number closes ``name``: ``Caf du Pas de Calais``, ``CAF 62``."""
    words = ascii_words(name).split()
    endings = (" ".join(words[start:]) for start in range(1, len(words)))
    return next((departement_names()[ending] for ending in endings if ending in departement_names()), "")


def named_commune(name: str, territory: str) -> str:
    """Return the code of the commune of that name in a territory's EPCI, or failing that in its département.

    What opens the name (``ville de``) may be left out. Empty where none has it, or several.
    """
    words = key(name)
    forms = {words, *(words.removeprefix(f"{head} ") for head, kind in heads().items() if kind == "commune")}
    for near in (_members(territory), _neighbours(departement_of(territory))):
        codes = {code for label, code in near if label in forms}
        if codes:
            return codes.pop() if len(codes) == 1 else ""
    return ""


def explained(name: str) -> tuple[str, str]:
    """Return the acronym that a name explains (``Maison des Solidarités (MDS)``) and its long form; else two blanks."""
    found = _BRACKETED.match(name)
    if found:
        first, second = found["first"], found["second"]
        for short, long in ((second, first), (first, second)):
            if is_acronym(short) and short in initials(long):
                return short, long
    return "", ""


def is_acronym(name: str) -> bool:
    """Whether a name is but capitals, at least three: shorter ones mean too many things."""
    return bool(_ACRONYM.fullmatch(name))


@cache
def initials(name: str) -> frozenset[str]:
    """Return the acronyms that a name has: of all its words, or without the small ones, or the first of these."""
    every, some = ("".join(word[0] for word in words.split()).upper() for words in (ascii_words(name), key(name)))
    return frozenset((every, some, some[1:]))


@cache
def _members(siren: str) -> tuple[tuple[str, str], ...]:
    known = reference.load()
    codes = {known.former.get(stay.commune, stay.commune) for stay in known.stays_in(siren)}
    return tuple((key(known.communes[code].name), code) for code in sorted(codes) if code in known.communes)


@cache
def _neighbours(departement: str) -> tuple[tuple[str, str], ...]:
    known = reference.load()
    return tuple((key(known.communes[code].name), code) for code in known.communes_in.get(departement, ()))
