"""The words of a text as the thesauri are compared with it: without accents or inflection, each at its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from maillage.names import ascii_words

_FILE = Path(__file__).with_name("mots.toml")
_WORD = re.compile(r"(?:[A-ZÀ-Ý]\.){2,}|\w+")
_CLAUSE_END = re.compile(r"[.;!?]")
_LONG_ENOUGH = 4


class Word(NamedTuple):
    """A word: where it stands in its text, its stem, and the clause that it is in.

    ``acronym`` tells that it may be one, ``full`` that it says something by itself, ``denies`` that it denies what
    follows.
    """

    start: int
    end: int
    stem: str
    clause: int
    acronym: bool
    full: bool
    denies: bool


def words(text: str) -> tuple[Word, ...]:
    """Return the words of ``text``. An acronym is in capitals, with or without points (``R.P.E.``)."""
    found, clause, last = [], 0, 0
    for match in _WORD.finditer(text):
        clause += len(_CLAUSE_END.findall(text[last : match.start()]))
        last = match.end()
        found.append(_word(match, clause))
    return tuple(found)


def _word(match: re.Match[str], clause: int) -> Word:
    known, acronym, full, denies = _known(match[0])
    return Word(match.start(), match.end(), known, clause, acronym, full, denies)


@lru_cache(maxsize=8_192)
def _known(word: str) -> tuple[str, bool, bool, bool]:
    """Return the stem of a word as printed, and whether it may be an acronym, says something, and denies."""
    printed = word.replace(".", "")
    folded, acronym = ascii_words(printed), len(printed) > 1 and printed.isupper()
    return stem(printed), acronym, folded not in _listed("vides"), folded in _listed("negations")


def stem(word: str) -> str:
    """Return the first word of the family of ``word`` where it is known, else ``word`` without its inflection."""
    folded = ascii_words(word)
    return _families().get(folded) or _families().get(_bare(folded)) or _bare(folded)


def _bare(folded: str) -> str:
    """Return a word without the marks of the plural, of the feminine and of the infinitive (a light French stemmer)."""
    if len(folded) < _LONG_ENOUGH or not folded.isalpha():
        return folded
    if folded.endswith("aux"):
        return folded[:-2] + "l"
    bare = folded.rstrip("sx") or folded
    for ending in ("er", "ee", "e"):
        if bare.endswith(ending) and len(bare) - len(ending) >= _LONG_ENOUGH - 1:
            bare = bare.removesuffix(ending)
            break
    return bare[:-1] if len(bare) > _LONG_ENOUGH and bare[-1] == bare[-2] else bare


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(ascii_words(word) for word in str(_declared()[name]).split())


@cache
def _families() -> Mapping[str, str]:
    """Return the first word of each family by its members, as they stand and without their inflection."""
    families: dict[str, str] = {}
    declared = _declared()["familles"]
    if isinstance(declared, dict):
        for first, others in declared.items():
            lemma = ascii_words(first)
            for word in (lemma, *map(ascii_words, str(others).split())):
                families[word] = lemma
                families.setdefault(_bare(word), lemma)
    return families


@cache
def _declared() -> Mapping[str, object]:
    return tomllib.loads(_FILE.read_text("utf-8"))
