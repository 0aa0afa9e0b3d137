"""Phrases of rubrics: what the words of a title say, one phrase of the vocabulary after another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from loaders.vocabulary import groups, words
from loaders.words.wording import alternatives, plain

_MOST_WORDS = 12
_WORD = re.compile(r"[a-z0-9°œ]+")
_INCLUSIVE = re.compile(r"(?<=[a-z]{2})[.·•(/-](?:e|ne|le|se|ve|fe|trice|rice|euse)?\)?(?:[.·•-]?s\)?)?(?![a-z0-9])")
"""What makes a word mean both men and women, behind its stem: ``référent.e.s``, ``élu(e)``, ``coordinateur/trice``."""

_SHORT = 4
_LONGEST_PHRASE = 6


def kind_and_length(tokens: Sequence[str]) -> tuple[str, int]:
    """Return the kind that the first head among ``tokens`` gives, and how many tokens belong to the title.

    One that names what is not kept (``autre``) gives way to one that is: ``Moyens et étapes``.
    """
    kind, position = _asked(tokens)
    while position < min(len(tokens), _MOST_WORDS):
        found, length = _phrase_at(tokens, position)
        if not length:
            break
        kind = found if kind == "autre" and found else kind or found
        position += length
    return (kind, position) if kind else ("", 0)


def _asked(tokens: Sequence[str]) -> tuple[str, int]:
    """Return the kind of the question that ``tokens`` begin with (``qui la conduit``), and how many belong to it."""
    found = _questions().match(" ".join(tokens[:_MOST_WORDS]))
    return (found.lastgroup or "", len(found[0].split())) if found else ("", 0)


def _phrase_at(tokens: Sequence[str], position: int) -> tuple[str, int]:
    """Return the kind (empty for a complement or link) and the length of the longest phrase at ``position``."""
    phrases = _phrases()
    for length in range(_LONGEST_PHRASE, 0, -1):
        phrase = " ".join(tokens[position : position + length])
        if position + length <= len(tokens) and phrase in phrases:
            return phrases[phrase], length
    return "", 0


@cache
def _phrases() -> dict[str, str]:
    """Return every phrase of the vocabulary with the kind it gives; complements and links give none."""
    found = {stemmed(phrase): kind for kind, heads in groups("fiches", "heads").items() for phrase in heads}
    for phrase in (*words("fiches", "qualifiers"), *words("fiches", "links")):
        found.setdefault(stemmed(phrase), "")
    return found


@cache
def _questions() -> re.Pattern[str]:
    """Return the pattern of the questions that a title asks, a group a kind of rubric."""
    kinds = groups("fiches", "questions").items()
    return re.compile("|".join(rf"(?P<{kind}>{alternatives(asked)})(?!\w)" for kind, asked in kinds))


def stems_of(text: str) -> list[str]:
    """Return the words of ``text`` without the mark of the plural, nor the ending that makes them mean both sexes."""
    return [_stem(word) for word in _WORD.findall(_INCLUSIVE.sub("", plain(text))) if word != "s"]


def stemmed(phrase: str) -> str:
    """Return a plain ``phrase``, each word without the mark of the plural."""
    return " ".join(_stem(word) for word in phrase.split() if word != "s")


def _stem(word: str) -> str:
    """Return a plain word without the mark of the plural."""
    return word.replace("œ", "oe") if len(word) < _SHORT else word.replace("œ", "oe").rstrip("sx")
