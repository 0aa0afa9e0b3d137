"""Names without case, accents or punctuation: what comparing them and naming things by them both need."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LIGATURES = {"œ": "oe", "æ": "ae", "&": " et ", "ø": "o", "ł": "l", "ı": "i"}
_UNTIED = str.maketrans(_LIGATURES)
_SIGNS = "".join(sign for sign in map(chr, range(128)) if not sign.isalnum()) + "’‘–—«»“”°·•…€→"
PLAIN_LETTERS = (
    dict.fromkeys(_SIGNS, " ")
    | _LIGATURES
    | dict(zip("àâäáãåçéèêëîïíìñôöóòõûüúùÿý", "aaaaaaceeeeiiiinooooouuuuyy", strict=True))
)
"""What lower case letters and signs are compared as; all that French prints."""
_OTHER = re.compile(r"[^a-z0-9]+")
_SPECIAL = re.compile(r"[^a-z0-9 ]")


@lru_cache(maxsize=16_384)
def ascii_words(text: str) -> str:
    """Return ``text`` in lower case ASCII letters and digits, all else turned to single spaces."""
    plain = text.casefold()
    special: set[str] = set(_SPECIAL.findall(plain))
    for sign in special:  # all that French prints; the rest takes the long way
        plain = plain.replace(sign, PLAIN_LETTERS.get(sign, sign))
    return " ".join((plain if plain.isascii() else _OTHER.sub(" ", _decomposed(text))).split())


def as_typed(text: str) -> str:
    """Return ``text`` without what a person who types it again changes: case, spaces, the form of apostrophes."""
    return " ".join(text.replace("’", "'").split()).casefold()


def _decomposed(text: str) -> str:
    """Return ``text`` in lower case, its letters without their marks."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_UNTIED)
    return "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
