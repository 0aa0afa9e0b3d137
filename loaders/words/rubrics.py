"""Rubrics: the titles that a fiche action gives to its parts, recognised by the words of ``vocabulary/fiches.toml``."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from loaders.document import BULLETS
from loaders.remembering import remembered_texts
from loaders.vocabulary import groups, words
from loaders.words.cell_kinds import holds
from loaders.words.rubric_phrases import kind_and_length, stemmed, stems_of
from loaders.words.stems import turned, wholly
from loaders.words.wording import alternatives, plain

_LONGEST = 90
_LONGEST_WITH_ASIDE = 200
_EDGE = re.compile(rf"^(?:[\s*_#{BULLETS}→⇒–—-]|\d{{1,2}}\s?[.)/°-](?!\d)\s?|[a-hivx]{{1,3}}[.)]\s)+", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)(?=[:?.*_\s]*$)")

_BRACKETED = re.compile(r"\[(?P<title>[^\[\]]{3,60})\]\s*:?\s*")
_SEPARATORS = re.compile(
    r"\s?(?:\?\s*)?[:▸►→➜➔]\s*|\s?(?:\.{3,}|…)[\s.…]*|\s[–—-]\s+|\n|\s?\?\s+|(?<=[a-zé])\.\s+(?=[A-ZÀ-Ý0-9])"
)
_COLON = re.compile(r"(?P<title>[^:\n]{3,45}?)\s?:\s*")
_HELD = {"pilote": "actors", "partenaire": "actors", "financeur": "actors", "echeance": "days", "budget": "amounts"}
"""What the values of rubrics are, where it shows that a strange title is one."""

_STANDS = frozenset({"resultat", "indicateur", "statut"})
"""Kinds that say how an action stands on a day or in a year, with which their title may end: ``Résultats 2024``."""

_CAPITAL = re.compile(r"\s[A-ZÀ-Ý]")
_COUNTED = re.compile(r"(?:[IVX]{1,5}|[A-H])(?:(?:[.-]?\d{1,2}){1,2}(?:[.-][a-h])?\s*[.:–—]|\s*[:–—])")
"""The number of a node of the plan behind the name of its level: ``Objectif opérationnel II-1 : ...``."""


class Rubric(NamedTuple):
    """A rubric's title found at the head of a text: its kind, where it ends, where its value begins."""

    kind: str
    end: int
    value: int


@remembered_texts(4_096)
def rubric(text: str) -> str:
    """Return the kind of rubric whose title ``text`` is, empty where it is anything else."""
    text = text.strip()
    if len(text) > _LONGEST_WITH_ASIDE:
        return ""
    bared = _ASIDE.sub("", text).strip()
    bared = _EDGE.sub("", bared).rstrip(" :.?*_-–—")
    if not bared or len(bared) > _LONGEST:
        return ""
    tokens = stems_of(bared)
    if _values().fullmatch(plain(bared.rpartition(":")[2].strip())):
        return ""
    if said := _alone().get(" ".join(tokens), ""):
        return said
    kind, count = kind_and_length(tokens)
    left = " ".join(tokens[count:])
    if not left or (kind == "budget" and _covered().fullmatch(left)) or (kind in _STANDS and _as_of().fullmatch(left)):
        return kind
    return _asked_and_said(bared) or turned(bared)


def _asked_and_said(text: str) -> str:
    """Return the kind of a title that asks and says it: ``Pourquoi ? Ce que dit le diagnostic``; empty for none."""
    asked, mark, said = text.partition("?")
    kinds = {rubric(part) for part in (asked, said)} if mark and said.strip() else set()
    return kinds.pop() if len(kinds) == 1 else ""


@remembered_texts(4_096)
def leading(text: str) -> Rubric | None:
    """Return the rubric that ``text`` begins with, its value after it: ``Pilote : CCAS``, None where there is none.

    Without a colon the title must have several words and the value a capital: ``Pilote de l'action Mission locale``.
    """
    text = text[:_LONGEST_WITH_ASIDE]
    framed = _BRACKETED.match(text)
    if framed is not None and (kind := rubric(framed["title"])):
        return Rubric(kind, framed.end("title") + 1, framed.end())
    for colon in islice(_SEPARATORS.finditer(text[: _LONGEST + 20]), 2):
        if kind := rubric(text[: colon.start()]):
            return Rubric(kind, colon.start(), colon.end())
    return _unmarked(text) or _told_by_stems(text)


def _told_by_stems(text: str) -> Rubric | None:
    """Return the rubric whose title the stems of the words before a colon make: ``Conduite : Caf``."""
    colon = _COLON.match(text)
    kind = titles_by_stems(colon["title"], text[colon.end() :].strip()) if colon is not None else ""
    return Rubric(kind, colon.end("title"), colon.end()) if colon is not None and kind else None


def titles_by_stems(title: str, value: str) -> str:
    """Return the kind of rubric that the stems of a ``title`` make, where its ``value`` (empty for none) can be that.

    Whom it names are organisations, when it is due days, what it costs amounts: ``Terme`` over a word titles none.
    """
    kind = wholly(_EDGE.sub("", title))
    return kind if not value or kind not in _HELD or holds([value]) == _HELD[kind] else ""


def _unmarked(text: str) -> Rubric | None:
    """Return the rubric at the head of ``text`` that nothing but a capital parts from its value."""
    start = found.end() if (found := _EDGE.match(text)) else 0
    second = _CAPITAL.search(text[start + 1 : start + _LONGEST])
    if second is None:
        return None
    value = start + 1 + second.start() + 1
    if _COUNTED.match(text, value):
        return None
    title = text[start:value].strip(" *_\n")
    kind, count = kind_and_length(stems_of(title))
    if not kind or count < 2 or count != len(stems_of(title)) or title[-1:] in ",;." or _goes_on(title):
        return None
    return Rubric(kind, start + len(title), value)


def _goes_on(title: str) -> bool:
    """Whether the words after ``title`` belong to it: ``Service de`` is the beginning of a name, not a rubric."""
    return stems_of(title)[-1] in map(stemmed, words("fiches", "links"))


@cache
def _alone() -> dict[str, str]:
    """Return the titles that are a rubric only where nothing else stands with them, with the kind they give."""
    return {stemmed(title): kind for kind, titles in groups("fiches", "alone").items() for title in titles}


@cache
def _values() -> re.Pattern[str]:
    """Return the pattern of what a rubric says and never is: ``Durée de la convention``."""
    return re.compile(alternatives(words("fiches", "values")))


@cache
def _covered() -> re.Pattern[str]:
    """Return the pattern of the time that a rubric of money covers, at the end of its title: ``Budget 2026``."""
    return re.compile(alternatives(words("fiches", "covered")))


@cache
def _as_of() -> re.Pattern[str]:
    """Return the pattern of the day or year to which a title says that things stand: ``Résultats au 31/12/2024``."""
    return re.compile(alternatives(words("fiches", "as_of")))
