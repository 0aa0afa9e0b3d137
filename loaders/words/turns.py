"""Turns of an act: what begins to speak of something else, so that the list or the plan above it is at its end."""

from __future__ import annotations

import re
from functools import cache

from loaders.vocabulary import words
from loaders.words.wording import alternatives, plain


def gathers(text: str) -> bool:
    """Whether a sentence tells who meets in a body: ``Un comité de pilotage se réunit chaque année. Il comprend :``."""
    return bool(_beginning("bodies").match(plain(text)))


def decides(text: str) -> bool:
    """Whether a block begins what an assembly decides: ``Le conseil, après en avoir délibéré :``, ``AUTORISE ...``."""
    return bool(_beginning("deciders").match(plain(text)))


def votes(text: str) -> bool:
    """Tell whether a sentence says how an assembly votes: ``À l'unanimité des membres présents, le conseil :``."""
    return bool(_anywhere("voices").search(plain(text)))


def resolves(text: str) -> bool:
    """Tell whether a block is one of the things that an assembly decides, its verb in capitals: ``DIT que ...``."""
    found = _beginning("resolutions").match(plain(text))
    if found is None or text.isupper():
        return False
    return text[: found.end()].isupper() and not text[found.end() : found.end() + 1].isalpha()


@cache
def _anywhere(of: str) -> re.Pattern[str]:
    """Return the pattern of the words that the vocabulary declares, wherever they stand in a sentence."""
    return re.compile(alternatives(words("turns", of)))


@cache
def _beginning(of: str) -> re.Pattern[str]:
    """Return the pattern of the beginning of a block of which the vocabulary declares the words."""
    return re.compile(rf"\W{{0,9}}{alternatives(words('turns', of))}")
