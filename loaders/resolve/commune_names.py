"""The names of the communes of one territory, indexed for every way of asking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from loaders.resolve.generic import is_generic
from loaders.resolve.names import loose

LIKENESS = 88.0  # per cent of rapidfuzz's ratio: one wrong letter in eight
MARGIN = 6.0  # by how much the best must beat the second best
SHORTEST = 5  # letters; below, one wrong letter makes another name


@dataclass(frozen=True)
class CommuneNames:
    """Folded names and the codes of the communes that bear them. Each way gives one code, or none where several fit."""

    names: Mapping[str, frozenset[str]]

    def exactly(self, words: str) -> str:
        """The commune that bears this very name."""
        return only(self.names.get(words, ()))

    def several(self, words: str) -> bool:
        """Whether more than one commune bears this very name."""
        return len(self.names.get(words, ())) > 1

    def loosely(self, words: str) -> str:
        """The commune whose name is this one but for small words, or opens it: ``marck en calaisis`` is Marck."""
        tokens = words.split()
        openings = [" ".join(tokens[:length]) for length in range(1, len(tokens))]
        opening = frozenset().union(*(self.names.get(w, frozenset()) for w in openings if not is_generic(w)))
        return only(self._loose.get(loose(words), ())) or only(opening)

    def opened(self, words: str) -> str:
        """The one commune whose name goes on where this one ends: ``romans`` is Romans-sur-Isère."""
        if len(words) < SHORTEST or is_generic(words):
            return ""
        begun = (codes for name, codes in self.names.items() if name.startswith(f"{words} "))
        return only(frozenset().union(*begun))

    def alike(self, words: str) -> str:
        """The commune whose name is nearly this one, well ahead of any other: ``norkerque`` is Nortkerque."""
        if len(words) < SHORTEST:
            return ""
        found = process.extract(
            loose(words), self._loose_names, scorer=fuzz.ratio, score_cutoff=LIKENESS - MARGIN, limit=None
        )
        best: dict[str, float] = {}
        for name, likeness, _ in found:
            for code in self._loose[name]:
                best[code] = max(best.get(code, 0.0), likeness)
        return ahead(best)

    @cached_property
    def codes(self) -> frozenset[str]:
        """Every commune of the territory."""
        return frozenset().union(*self.names.values())

    @cached_property
    def _loose(self) -> Mapping[str, frozenset[str]]:
        index: dict[str, frozenset[str]] = {}
        for name, codes in self.names.items():
            index[loose(name)] = index.get(loose(name), frozenset()) | codes
        return index

    @cached_property
    def _loose_names(self) -> list[str]:
        return list(self._loose)


def only(codes: Iterable[str]) -> str:
    """Return the one code, or nothing where there are none or several."""
    found = tuple(codes)
    return found[0] if len(found) == 1 else ""


def ahead(likeness: Mapping[str, float]) -> str:
    """Return the code that is alike enough and well ahead of the second."""
    ranked = sorted(likeness.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < LIKENESS:
        return ""
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= MARGIN else ""
