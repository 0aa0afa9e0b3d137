"""Which words of a text answer those that are looked for: of the same stem, begun by them, or a name of the concept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from maillage.classification import concepts
from maillage.search.analysis import STEMMED, TYPED, analysers, words
from maillage.thesauri import SCHEMES

_WORD = re.compile(r"[^\W_]+")
_SCHEMES = ("types-action", "types-equipement")
_SHORTEST_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, and whether it answers."""

    text: str
    hit: bool = False


class Highlighter:
    """What is looked for, ready to be found in texts."""

    def __init__(self, query: str) -> None:
        asked = words(query)
        self._beginnings = tuple(typed for typed, _stem in asked if len(typed) >= _SHORTEST_BEGINNING)
        self._phrases = (*((stem,) for _typed, stem in asked), *_names(query))

    def __bool__(self) -> bool:
        return bool(self._phrases)

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """Return ``text`` in pieces, those that answer told from those that do not."""
        hits = self._hits(text)
        ends = [0, *(end for hit in hits for end in hit), len(text)]
        cut = (Piece(text[a:b], at % 2 == 1) for at, (a, b) in enumerate(pairwise(ends)))
        return tuple(piece for piece in cut if piece.text)

    def weight(self, text: str) -> int:
        """Return how many of the phrases that are looked for stand in ``text``, the longer ones counting more."""
        said = [stem for _start, _end, _typed, stem in _said(text)]
        return sum(len(phrase) for phrase in dict.fromkeys(self._phrases) if _places(said, phrase))

    def _hits(self, text: str) -> list[tuple[int, int]]:
        """Return where the text answers: from and to which character, neighbours as one."""
        said = list(_said(text))
        stems = [stem for _start, _end, _typed, stem in said]
        marked = {at for at, (_s, _e, typed, _stem) in enumerate(said) if typed.startswith(self._beginnings)}
        for phrase in self._phrases:
            for at in _places(stems, phrase):
                marked |= set(range(at, at + len(phrase)))
        return _joined([said[at][:2] for at in sorted(marked)], text)


def _names(query: str) -> Iterator[tuple[str, ...]]:
    """Give the names, as stems, of the concepts that the query names."""
    for scheme in _SCHEMES:
        named = {found.concept.id for found in concepts(scheme, query.upper())}
        for concept in SCHEMES[scheme]:
            if concept.id in named:
                for label in (concept.fr, *concept.labels):
                    yield tuple(stem for _typed, stem in words(label))


def _said(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Give the words of ``text`` that say something: where they stand, as typed, and their stem."""
    for found in _WORD.finditer(text):
        typed, stem = _analysed(found.group())
        if stem:
            yield found.start(), found.end(), typed, stem


@lru_cache(maxsize=1 << 15)
def _analysed(word: str) -> tuple[str, str]:
    typed, stemmed = (analysers()[name].analyze(word) for name in (TYPED, STEMMED))
    return (typed[0], stemmed[0]) if typed and stemmed else ("", "")


def _places(said: list[str], phrase: tuple[str, ...]) -> list[int]:
    """Return where ``phrase`` begins among the stems ``said``."""
    size = len(phrase)
    return [at for at in range(len(said) - size + 1) if tuple(said[at : at + size]) == phrase] if phrase else []


def _joined(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Return ``spans`` with those that only spaces part made one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
