"""Names made comparable (``fold``, ``loose``), printable (``bare``) and addressable (``slug``)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.remembering import remembered_texts
from maillage.names import PLAIN_LETTERS
from maillage.names import ascii_words as ascii_words

_WORDS = {"saint": "st", "sainte": "ste", "saints": "sts", "saintes": "stes", "lez": "les"}
_SMALL = frozenset(("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les"))
_OVER = re.compile(r"\bs/\s*s\b[./]?")
_ON = re.compile(r"\bs/")
_CIVILITY = re.compile(r"(?:monsieur|madame|mademoiselle|messieurs|mesdames|mmes?|mlles?|mm|m)\b\.?\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:(?:le|la|les)\s+|l\s?['’‘`´]\s*)(?=\w)", re.IGNORECASE)
_LINES = re.compile(r"[^a-z0-9\n/\x80-\U0010ffff]+")
_MARKED = re.compile(r"[^\x00-\x7f]")
_SAINTS = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b")
_HARD = re.compile(r"[^a-z0-9 ]")  # left to the careful way
_EDGES = " \t\n\r\u00a0,;:.•–—-*↳►"


@remembered_texts(8_192)
def fold(text: str) -> str:
    """Return a key that all usual spellings of a name share: ``Brêmes-lez-Ardres`` and ``BREMES LES ARDRES``.

    Case, accents and punctuation go; Saint and Sainte are ``st`` and ``ste``; lez and lès are ``les``; ``s/`` is
    ``sur``; ``&`` is ``et``. Folding twice changes nothing.
    """
    lowered = text.casefold()
    if "s/" in lowered:
        lowered = _ON.sub("sur ", _OVER.sub("sous ", lowered))
    words = ascii_words(lowered)
    return _SAINTS.sub(_shortened, words) if "saint" in words or "lez" in words else words


def fold_all(texts: Sequence[str]) -> list[str]:
    """Return the keys of ``texts`` as ``fold`` gives them one by one, those of a whole country in little time."""
    joined = _MARKED.sub(lambda found: _plain(found[0]), "\n".join(texts).casefold())
    easy = _SAINTS.sub(_shortened, _LINES.sub(" ", joined)).split("\n")
    if len(easy) != len(texts):
        return [fold(text) for text in texts]
    return [fold(text) if _HARD.search(key) else key.strip() for text, key in zip(texts, easy, strict=True)]


def _shortened(found: re.Match[str]) -> str:
    """Return the usual short form of a word of names."""
    return _WORDS[found[0]]


def _plain(letter: str) -> str:
    """Return what a letter is compared as, itself where it has no plain form."""
    return PLAIN_LETTERS.get(letter, letter)


@remembered_texts(8_192)
def loose(folded: str) -> str:
    """Return a folded name without its small words (``les attaques``: ``attaques``), to compare inside a territory."""
    return " ".join(word for word in folded.split() if word not in _SMALL) or folded


def bare(name: str) -> str:
    """Return an actor's name as the contract prints it: no civility, no leading article, nothing mended."""
    text = named(name)
    article = _ARTICLE.match(text)
    return text[article.end() :] if article else text


def named(person: str) -> str:
    """Return a person's name as printed, without civility: ``Monsieur LE GALL`` keeps its article."""
    text = " ".join(person.split()).strip(_EDGES)
    civil = _CIVILITY.match(text)
    return text[civil.end() :] if civil and civil.end() < len(text) else text


def slug(text: str) -> str:
    """Return ``text`` as a piece of a key, ASCII words joined by ``-``: ``Pays d'Opale`` gives ``pays-d-opale``."""
    return ascii_words(text).replace(" ", "-")
