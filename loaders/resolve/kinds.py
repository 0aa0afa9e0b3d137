"""What kind of actor a name shows, by the declared words of ``vocabulary/actors.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz

from loaders.resolve.declared import FILE, Entry, read

_INCLUSIVE = re.compile(
    r"\s?\(e(?:\)(s)?|(s)\))|(?:(?<=(?-i:[a-zß-ÿ]))[.-]|(?<=\w)[·⋅‧•])e(?:[·⋅.‧•-]?(s))?\b|(?<=\w)[·⋅‧•](s)\b",
    re.IGNORECASE,
)
_MARKED = re.compile("[(.·⋅‧•-][es]", re.IGNORECASE)
LIKENESS = 90.0  # per cent of rapidfuzz's ratio: an OCR's slip or two in a long phrase
LONG = 16  # letters and spaces
_PREFIXES = frozenset(("halte", "micro", "multi", "sous", "vice"))
_DIGITS = re.compile("[0-9]+")
_OF = re.compile(r"(?:de la|de l|du|de|d) ")


@dataclass(frozen=True, slots=True)
class Head:
    """The words that gave a kind: where they start and end in the folded name, and whether they are in the plural."""

    kind: str
    start: int
    end: int
    plural: bool = False


class Kinds:
    """The declared words, found by their first: leftmost first, then longest."""

    def __init__(self, path: Path = FILE) -> None:
        declared = read(path)
        self.keep_article = declared.keep_article
        self._transparent = frozenset(form for word in declared.transparent for form in _forms(word))
        self._long = tuple(entry for entry in declared.entries if len(" ".join(entry.words)) >= LONG)
        self._by_first: dict[str, list[Entry]] = {}
        # At equal length the later in the alphabet goes first: a phrase declared in the plural before its singular.
        for entry in sorted(declared.entries, key=lambda entry: (len(entry.words), entry.words), reverse=True):
            for form in _forms(entry.words[0]):
                self._by_first.setdefault(form, []).append(entry)

    def heads(self, folded: str) -> Iterator[Head]:
        """Give the heads found in a folded name from left to right, those that count only in front among them."""
        words = folded.split()
        start = skip = 0
        for index, word in enumerate(words):
            found = self._at(words, index) if index >= skip else None
            if found:
                skip = index + len(found.words)
                yield _head(found, words[index:skip], start)
            start += len(word) + 1

    def head(self, folded: str) -> Head | None:
        """Return the head that a folded name opens with."""
        words = folded.split()
        found = self._at(words, 0) if words else None
        return _head(found, words[: len(found.words)], 0) if found else None

    def alike(self, folded: str) -> Head | None:
        """Return the long head that a folded name nearly opens with: ``caisse d allocatlons familiales``."""
        words = folded.split()
        best: tuple[float, Entry] | None = None
        for entry in self._long:
            likeness = fuzz.ratio(" ".join(words[: len(entry.words)]), " ".join(entry.words), score_cutoff=LIKENESS)
            if likeness and (best is None or likeness > best[0]):
                best = likeness, entry
        return Head(best[1].kind, 0, len(" ".join(words[: len(best[1].words)]))) if best else None

    def behind(self, folded: str) -> str:
        """Return what stands behind a word that is seen through (``services de la caf``: ``caf``), else nothing."""
        word, _, rest = folded.partition(" ")
        of = _OF.match(rest) if word in self._transparent else None
        return rest[of.end() :] if of else ""

    def _at(self, words: list[str], index: int) -> Entry | None:
        """Return what is declared of the words from ``index`` on; some of it counts only in front."""
        for entry in self._by_first.get(_numberless(words[index]), ()):
            end = index + len(entry.words)
            if end > len(words) or not (index == 0 or entry.anywhere):
                continue
            pairs = zip(entry.words, words[index:end], strict=True)
            if all(_numberless(word) in _forms(declared) for declared, word in pairs):
                return entry
        return None


@cache
def kinds() -> Kinds:
    """Return the kinds that Maillage ships. Raises DeclarationError where the file is not as it should be."""
    return Kinds()


def plain(name: str) -> str:
    """Return ``name`` without the marks of inclusive writing: ``chargé·e·s`` and ``chargé(e)s`` are ``chargés``."""
    return name if _MARKED.search(name) is None else _INCLUSIVE.sub(lambda match: "".join(match.groups("")), name)


@cache
def _forms(word: str) -> frozenset[str]:
    """The singular and the plural of a declared word; a short one (mostly an acronym) has no plural."""
    if len(word) < 4 or word[-1] in "sxz#":
        return frozenset((word,))
    if word.endswith("al"):
        return frozenset((word, f"{word}e", f"{word}es", f"{word[:-1]}ux"))
    return frozenset((word, f"{word}x" if word.endswith("eau") else f"{word}s"))


def _numberless(word: str) -> str:
    """``cd62`` as it is declared: ``cd#``."""
    return word if word.isalpha() else _DIGITS.sub("#", word)


def _head(entry: Entry, found: list[str], start: int) -> Head:
    """Return the head that the words ``found`` are of what is declared, from ``start`` on in their text."""
    plural = _is_plural(found, entry.words)
    return Head(entry.plural if plural else entry.kind, start, start + len(" ".join(found)), plural)


def _is_plural(found: list[str], declared: tuple[str, ...]) -> bool:
    """Whether the first word that can take a plural has it: ``multi`` and the like cannot."""
    first = 1 if len(declared) > 1 and declared[0] in _PREFIXES else 0
    return "#" not in declared[first] and found[first] != declared[first] and found[first][-1] in "sx"
