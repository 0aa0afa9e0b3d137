"""Roles of what stands beside an action, told by the stems of a title's words: ``Conduit``, ``Ceux qui aident``.

Where ``rubrics`` knows the titles that many acts print, these are the words that an author may make one of. They count
only where something else shows that a title is wanted: the head of a column beside actions, a key before a colon.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.remembering import remembered_texts
from loaders.vocabulary import groups, words
from loaders.words.wording import alternatives, plain

_WORD = re.compile(r"[a-z0-9€]+")
_ANSWERED = re.compile(r"[:?]\s*\w")
_INFINITIVE = re.compile(r"[a-z]{2,}(?:er|ir|re)")
_LONGEST = 70
_MOST_WORDS = 9
_SHORT = 4
_WHO = ("qui", "celui", "celle")
"""Words that ask who does it, whatever the verb behind them is: ``Qui s'y colle``."""


@remembered_texts(2_048)
def by_stems(title: str) -> str:
    """Return the kind that a turn of phrase in ``title`` gives, else its first word that has the stem of one.

    Whoever is asked for with a verb that has none leads: ``Qui s'y colle``.
    """
    tokens = _tokens(title)
    if not 0 < len(tokens) <= _MOST_WORDS:
        return ""
    turned = _turns().search(" ".join(tokens))
    if turned is not None:
        return turned.lastgroup or ""
    kinds = (found.lastgroup for token in tokens if (found := _stems().match(token)) is not None)
    return next((kind for kind in kinds if kind), "pilote" if tokens[0] in _WHO else "")


@remembered_texts(2_048)
def turned(title: str) -> str:
    """Return the kind that ``title`` has as a turn of phrase, with nothing but links around it; empty for none."""
    said = " ".join(_tokens(title))
    found = _turns().search(said) if said and not _ANSWERED.search(title) else None
    if found is None or not _are_glue(said[: found.start()].split() + said[found.end() :].split()):
        return ""
    return found.lastgroup or ""


@remembered_texts(2_048)
def wholly(title: str) -> str:
    """Return the kind that the stems of ``title`` give where all its words are stems, complements or links."""
    tokens = _tokens(title)
    found = [(token, _stems().match(token)) for token in tokens]
    kinds = [match.lastgroup or "" for _, match in found if match is not None]
    strange = [token for token, match in found if match is None]
    acts = bool(tokens) and _is_infinitive(tokens[0])  # ``Soutenir les familles`` is what is done
    if not kinds or kinds[0] == "autre" or acts or len(tokens) > _MOST_WORDS or not _are_glue(strange):
        return ""
    return kinds[0]


def heads_others(title: str) -> bool:
    """Whether the head of a column says that its rows are something else than actions: ``Instance``, ``Lot``."""
    first = next((word for word in _tokens(title) if word not in words("fiches", "links")), "")
    return first in groups("roles", "others")["rows"]


def _are_glue(tokens: list[str]) -> bool:
    """Whether ``tokens`` are but complements and links of a title."""
    return all(token in _glue() for token in tokens)


def _is_infinitive(word: str) -> bool:
    """Whether a plain word is a verb that says what is done, and no noun that ends like one: ``Repères``."""
    return _INFINITIVE.fullmatch(word) is not None and word not in groups("plan", "prose")["no_infinitives"]


def _tokens(title: str) -> list[str]:
    """Return the plain words of ``title`` without the mark of the plural; none of a text too long for a title."""
    if len(title) > _LONGEST:
        return []
    return [_singular(word) for word in _WORD.findall(plain(title).replace("œ", "oe"))]


def _singular(word: str) -> str:
    return word if len(word) < _SHORT else word.rstrip("sx")


@cache
def _glue() -> frozenset[str]:
    """Return the words that a title may have beside its stems, in the singular."""
    known = (*words("fiches", "links"), *words("fiches", "qualifiers"), *groups("roles", "others")["glue"])
    return frozenset(_singular(word) for phrase in known for word in phrase.split())


@cache
def _turns() -> re.Pattern[str]:
    """Return the pattern of the turns of phrase, a group a kind."""
    kinds = groups("roles", "turns").items()
    return re.compile("|".join(rf"(?<!\w)(?P<{kind}>{alternatives(turns)})(?!\w)" for kind, turns in kinds))


@cache
def _stems() -> re.Pattern[str]:
    """Return the pattern of the stems that a word may begin with, a group a kind."""
    kinds = groups("roles", "stems").items()
    return re.compile("|".join(rf"(?P<{kind}>{alternatives(stems)})" for kind, stems in kinds))
