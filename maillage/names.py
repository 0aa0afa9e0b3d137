"""Names without case, accents or punctuation: what comparing them and naming things by them both need."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "&": " et ", "ø": "o", "ł": "l", "ı": "i"})


def ascii_words(text: str) -> str:
    """Return ``text`` in lower case ASCII letters and digits, all else turned to single spaces."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold().translate(_LIGATURES))
    marks_off = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", " ", marks_off).strip()
