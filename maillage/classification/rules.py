"""The rules: which concepts the words of a text name, and by which of its words.

1. A label is found where all its full words stand in one clause, in any order, with no more others between them
   than they are, and three at most;
   an acronym only in capitals.
2. What a negation precedes does not count, nor a concept one of whose contrary words is there.
3. A label that counts in context needs the theme of its concept: known of the thing, or told by another word.
4. Of two labels the one within whose words the other's stand wins; a concept wins over those above it.
5. A whole domain (a top concept) is named only where nothing narrower is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from maillage.classification.triggers import Trigger, contrary, triggers
from maillage.classification.words import Word, words
from maillage.thesauri import Concept, above, by_id

_APART = 3
_DENIED = 1
_MOST_WAYS = 64


class Found(NamedTuple):
    """A concept and the words of the text that name it, as printed."""

    concept: Concept
    words: str


class _Match(NamedTuple):
    trigger: Trigger
    places: frozenset[int]


def concepts(scheme: str, text: str, themes: Iterable[str] = ()) -> tuple[Found, ...]:
    """Return the concepts of ``scheme`` that ``text`` names, in the order of the scheme.

    ``themes`` are what is known of the thing that bears the text.
    """
    said = words(text)
    matches = _in_context(_widest(list(_matches(scheme, said))), frozenset(themes))
    kept = _narrowest(scheme, matches)
    best = {match.trigger.concept.id: match for match in sorted(kept, key=_weight)}
    found = (Found(match.trigger.concept, _printed(text, said, match)) for match in best.values())
    return tuple(sorted(found, key=lambda one: _ranks(scheme)[one.concept.id]))


def _matches(scheme: str, said: Sequence[Word]) -> Iterator[_Match]:
    """Give every label that stands in the text, undenied and uncontradicted (rules 1 and 2)."""
    index, stems = triggers(scheme), frozenset(word.stem for word in said)
    shouted = all(word.acronym or not word.stem.isalpha() for word in said if len(word.stem) > 1)
    for stem in sorted(stems):
        for trigger in index.get(stem, ()):
            if not stems.issuperset(other for other, _ in trigger.stems):
                continue
            places = _nearest(said, trigger, shouted=shouted)
            denied = not places or _denied(said, min(places))
            if not denied and not any(group <= stems for group in contrary(trigger.concept)):
                yield _Match(trigger, places)


def _nearest(said: Sequence[Word], trigger: Trigger, *, shouted: bool) -> frozenset[int]:
    """Return where the words of a label stand nearest to one another; nothing where they are apart.

    In a text all in capitals (``shouted``) capitals tell no acronym, so that its words are taken as they come.
    """
    options = [
        [
            at
            for at, word in enumerate(said)
            if word.full and word.stem == stem and (word.acronym or not acronym or shouted)
        ]
        for stem, acronym in trigger.stems
    ]
    if not all(options):
        return frozenset()
    ways = [way for _, way in zip(range(_MOST_WAYS), product(*options), strict=False)]
    best = min(ways, key=lambda way: (_between(said, way), way))
    near = _between(said, best) <= min(len(best), _APART) and len({said[at].clause for at in best}) == 1
    return frozenset(best) if near else frozenset()


def _between(said: Sequence[Word], way: Sequence[int]) -> int:
    """Count the full words among those of a label that are not its own."""
    inside = range(min(way), max(way))
    return sum(at not in way and said[at].full for at in inside)


def _denied(said: Sequence[Word], first: int) -> bool:
    """Tell whether a negation stands shortly before the word ``first``, in its clause."""
    between = 0
    for word in reversed(said[:first]):
        if word.clause != said[first].clause or between > _DENIED:
            return False
        if word.denies:
            return True
        between += word.full
    return False


def _widest(matches: Sequence[_Match]) -> list[_Match]:
    """Leave out what stands within the words of another label (rule 4)."""
    return [match for match in matches if not any(match.places < other.places for other in matches)]


def _in_context(matches: Sequence[_Match], themes: frozenset[str]) -> list[_Match]:
    """Leave out what counts in context only and has none (rule 3)."""
    told = themes.union(*(match.trigger.concept.themes for match in matches if not match.trigger.in_context))
    return [match for match in matches if not match.trigger.in_context or told & set(match.trigger.concept.themes)]


def _narrowest(scheme: str, matches: Sequence[_Match]) -> list[_Match]:
    """Leave out concepts above another one, and whole domains beside anything narrower (rules 4 and 5)."""
    over = {name for match in matches for name in above(scheme, match.trigger.concept.id)}
    kept = [match for match in matches if match.trigger.concept.id not in over]
    narrow = [match for match in kept if match.trigger.concept.broader]
    return narrow or kept


def _weight(match: _Match) -> tuple[int, tuple[int, ...]]:
    """Sort so that of several labels of one concept the one with most words, then the first, comes last."""
    return len(match.places), tuple(-at for at in sorted(match.places))


def _printed(text: str, said: Sequence[Word], match: _Match) -> str:
    return text[said[min(match.places)].start : said[max(match.places)].end]


@cache
def _ranks(scheme: str) -> Mapping[str, int]:
    return {name: rank for rank, name in enumerate(by_id(scheme))}
