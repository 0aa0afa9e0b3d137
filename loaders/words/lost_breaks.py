"""Lists that have lost their line breaks: where a capital begins a new item without punctuation before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.document import Passage
from loaders.vocabulary import words
from loaders.words.wording import plain

_TOKEN = re.compile(r"\S+")
_INFINITIVE = re.compile(r"(?:s')?[a-z]{2,}(?:er|ir|re|oir)s?")
_SENTENCES = re.compile(r"\w{2}[.!?]\s+[«\"(]?[A-ZÀ-Ý]")
_COMPOUND = re.compile(r"[^\W\d_]-[A-ZÀ-Ý]")
"""The name of a place or a person, which begins nothing: ``Pont-Audemer``."""
_CLOSED = (")", "»", "”", '"', "%", "…")
_LOCAL, _PAIR = {"locale", "locales", "intercommunale"}, 2
"""What stands between ``mission`` and its name."""
_STOPS = (".", "?", "!")


def split_lost(text: Passage, *, prose: bool = False) -> Iterator[Passage]:
    """Give the items that stand in ``text`` side by side; ``text`` itself where it is one.

    ``prose`` where the text may be sentences: then one that holds several stays whole (contract: a cell that is a
    paragraph is one row).
    """
    if prose and _SENTENCES.search(text.text):
        yield text
        return
    start = 0
    for position in _starts(text.text):
        yield text.cut(start, position)
        start = position
    yield text.cut(start)


def _starts(text: str) -> Iterator[int]:
    """Give where a further item of ``text`` begins."""
    tokens = list(_TOKEN.finditer(text))
    first = plain(tokens[0][0]) if tokens else ""
    depth = last = 0
    for index, token in enumerate(tokens):
        if index > last + 1 and depth == 0 and _begins(tokens, index, first):
            yield token.start()
            last = index
        depth = max(depth + _opened(token[0]), 0)


def _opened(token: str) -> int:
    """Return how many brackets and guillemets ``token`` opens, less those that it closes."""
    if token.isalnum():
        return 0
    return sum(token.count(mark) for mark in "(«“[") - sum(token.count(mark) for mark in ")»”]")


def _begins(tokens: list[re.Match[str]], index: int, first: str) -> bool:
    """Whether the token at ``index`` begins an item."""
    before, token = tokens[index - 1][0], tokens[index][0].lstrip('«"“(')
    if not token[:1].isupper() or token.isupper() or token in _set("proper") or _COMPOUND.search(token):
        return False
    if before.endswith(_STOPS):
        return len(before) > 1 or before in _STOPS
    word = plain(token).strip(".,;:")
    if before.endswith("/"):
        return _is_infinitive(word)
    if not before.endswith(_CLOSED) and (not before[-1].isalnum() or _last_word(before) in _set("open_words")):
        return False
    following = plain(tokens[index + 1][0]) if index + 1 < len(tokens) and not token.endswith(",") else ""
    named = before if index < _PAIR or plain(before) not in _LOCAL else tokens[index - _PAIR][0]
    return _opens(word, following, named, first)


def _opens(word: str, following: str, before: str, first: str) -> bool:
    """Whether a capital ``word``, between the words ``before`` and ``following`` it, opens an item."""
    if _last_word(before) in _set("units") and not re.match(_followers(), following):
        return False  # the unit's own name: ``pôle Familles``
    if word == first or word in _set("starters") or word.startswith("s'"):
        return True
    if before[0].isupper() and not before.isupper() and not before.endswith(_CLOSED):
        return False
    orders = _is_infinitive(word) or word == "se"
    if orders and following in _set("articles"):
        return True
    if _last_word(before).rstrip("sx") in _set("namers"):
        return False
    return orders or word in _set("articles") or bool(re.match(_followers(), following))


def _last_word(token: str) -> str:
    """Return the word that ends ``token``, without an elided one before it."""
    return plain(token).strip('(«"').rsplit("'", 1)[-1]


def _is_infinitive(word: str) -> bool:
    return bool(_INFINITIVE.fullmatch(word)) and word.rstrip("s") not in _set("no_infinitives")


@cache
def _followers() -> str:
    """Return the pattern of the small words that follow the first noun of an item (``Nombre de``)."""
    return rf"(?:{'|'.join(words('fiches', 'followers'))})(?!\w)|[dl]'"


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(words("fiches", name))
