"""Names: what a list of communes is cut into, and which commune each piece names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.words.enumerating import listed
from loaders.words.proper_names import name_ends
from loaders.words.wording import lines, tidy
from maillage.reference import Territory

_OF = re.compile(r"(?:de\s+|d['’]\s?)(?=[^\W\d_a-zà-öø-ÿ])")
_COUNTED_IN_BRACKETS = re.compile(r" ?\((?=\D{0,30}\d)[^()]{1,40}\)\W*$")
_BESIDE = re.compile(r"^\d{2} ?\d{3}\s+|\s*\([^()]*\)$|\s*[:–-]\s*\d[\d ]{0,9}\s*(?:hab\w*\.?)?$")
"""What can stand beside a commune's name: its postcode, something in brackets, how many live there."""
_JOINT = re.compile(r"\s+(?:et|ainsi que|puis)\s+(?![^()]*\))(?:les? |la )?(?:de\s+|d['’]|(?=l['’]))?")
_TOWN = re.compile(r"^(?:la\s+)?(?:communes?(?:\s+nouvelles?)?|villes?)\s+d[e'’]\s*", re.IGNORECASE)
_ENCLOSED = re.compile(r"[^():]{2,60}\((?P<list>[^()]+)\)[\s;.,]*$")
_LABEL = re.compile(r"[^:,()]{2,60}:\s*(?=[^\W\d])")

_FEWEST = 3
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """A commune of a list: as printed, and which it is."""

    words: Passage
    commune: Territory


def commune_of(section: Section, words: Passage, near: Territory | None) -> Territory | None:
    """Return the commune that ``words`` name near ``near``."""
    name = _BESIDE.sub("", tidy(words.text))
    if not 1 < len(name) < _LONGEST_NAME:
        return None
    return section.gazetteer.member(_TOWN.sub("", name), near)


def entries(section: Section, words: Passage, near: Territory | None, fewest: int = _FEWEST) -> tuple[Entry, ...]:
    """Return the communes listed in ``words``, if nearly all that is listed there are communes; two must be all."""
    wholes = list(listed(words))
    if sum(_like_a_name(whole) for whole in wholes) * 10 < len(wholes) * 6:
        return ()
    pieces = [_without_of(piece) for whole in wholes for piece in _unjoined(section, whole, near)]
    pieces[-1:] = [_name_alone(section, piece, near) for piece in pieces[-1:]]
    return known(section, pieces, near, fewest)


def known(section: Section, pieces: list[Passage], near: Territory | None, fewest: int = _FEWEST) -> tuple[Entry, ...]:
    """Return the communes that ``pieces`` are, if nearly all are; two must be all."""
    told = [(piece, commune_of(section, piece, near)) for piece in pieces if tidy(piece.text)]
    named = tuple(Entry(piece, commune) for piece, commune in told if commune is not None)
    enough = len(named) >= fewest and len(named) * 10 >= len(told) * (7 if len(named) >= _FEWEST else 10)
    return named if enough else ()


def names_in(section: Section, words: Passage, near: Territory | None) -> Iterator[Passage]:
    """Give the names that an item, a line or a cell holds: one, or several, also behind the name of their sector."""
    if "," not in _BESIDE.sub("", words.text) and commune_of(section, words, near) is not None:
        yield words
        return
    printed = lines(words)
    if len(printed) > 1 and all(commune_of(section, line, near) is not None for line in printed):
        yield from printed
        return
    for part in listed(unlabelled(words)):
        yield from map(_without_of, _unjoined(section, part, near))


def unlabelled(words: Passage) -> Passage:
    """Return the names of a line without the label before them: ``Secteur de X : A, B``, ``Nord (A, B)``."""
    enclosed, label = _ENCLOSED.match(words.text), _LABEL.match(words.text)
    if enclosed is not None:
        return words.cut(*enclosed.span("list"))
    return words.cut(label.end()) if label is not None else words


def begins_labelled(words: Passage) -> bool:
    """Tell whether a line begins with a label before the names it holds: ``Secteur de X : A, B``, ``Nord (A, B)``."""
    return (_LABEL.match(words.text) or _ENCLOSED.match(words.text)) is not None


def _without_of(words: Passage) -> Passage:
    """Return a member of a list without the preposition that led to it: ``les communes de X, d'Y``."""
    found, counted = _OF.match(words.text), _COUNTED_IN_BRACKETS.search(words.text)
    return words.cut(found.end() if found else 0, counted.start() if counted else None)


def _name_alone(section: Section, words: Passage, near: Territory | None) -> Passage:
    """Return the name with which the last member of a list begins, where the sentence goes on behind it."""
    if commune_of(section, words, near) is not None:
        return words
    names = (words.cut(0, end) for end in name_ends(words.text, 0))
    return next((name for name in names if commune_of(section, name, near) is not None), words)


def _like_a_name(words: Passage) -> bool:
    """Whether a piece of a list can be a commune's name: short and capitalised."""
    name = tidy(_without_of(words).text)
    return name[:1].isupper() and len(name) < _LONGEST_NAME


def _unjoined(section: Section, words: Passage, near: Territory | None) -> Iterator[Passage]:
    """Cut ``X et Y`` in two where it is no commune's name."""
    joint = _JOINT.search(words.text)
    parts = [words.cut(0, joint.start()), words.cut(joint.end())] if joint else []
    if parts and (commune_of(section, words, near) is None or all(commune_of(section, part, near) for part in parts)):
        yield from parts
    else:
        yield words
