"""Nodes of a plan within a sentence: ``élargir les horaires (objectif 1.1)``, ``objectifs : 1.1 ... ; 1.2 ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.document import Passage
from loaders.vocabulary import groups
from loaders.words.item_marks import split_marks
from loaders.words.numbering import NUMBER, clean, complements, level_names, level_of, numbered
from loaders.words.wording import alternatives, plain, sentences

_LETTERED = r"(?:[ivx]{1,4}|[a-h])[.-]?\d{1,2}"

_COUNTS = ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
_REACH = 120
_LETTER = re.compile(r"\s{0,4}\(?(?P<letter>[a-h])\)\s*")
_LONGEST_TITLE = 150
_QUOTED = re.compile(r"\s{0,4}(?:«\s*(?P<title>[^«»]{3,150}?)\s*»)")
_SEMICOLONS = re.compile(r"\s?;\s?(?:et\s)?")
_COMMAS = re.compile(r"\s?,\s?(?:et\s)?|\set\s(?=l[ae']|les |des |de |du |une? )")


@dataclass(frozen=True, slots=True)
class Told:
    """A node that a sentence tells: its level, its number (or none), its words."""

    level: str
    number: str
    words: Passage


def told(words: Passage) -> tuple[Passage, tuple[Told, ...]]:
    """Return the title with which ``words`` begin, and the nodes that what is said behind it tells.

    The title stands in quotation marks, before a colon and a clause (``il s'agit de ...``), or is the first sentence.
    """
    end = _end_of_title(words.text)
    title, rest = (words.cut(0, end), words.cut(end)) if end else (words, Passage(()))
    first, *others = sentences(title)
    if others and end == 0 and len(first.text) <= _LONGEST_TITLE:
        title, rest = _closed(first), words.cut(len(first.text))
    nodes = tuple(node for sentence in sentences(rest) for node in within(sentence))
    return title.cut(*_within_quotes(title.text)), nodes


def _end_of_title(text: str) -> int:
    """Return where the title that ``text`` begins with ends, 0 where neither quotation marks nor a clause show it."""
    quoted = _QUOTED.match(text)
    if quoted is not None:
        return quoted.end() if text[quoted.end() :].strip(" .;,") else 0
    clause = _clauses().search(plain(text))
    return clause.start() if clause is not None else 0


def _within_quotes(text: str) -> tuple[int, int]:
    """Return where the words between the quotation marks around ``text`` begin and end; all of it without."""
    quoted = _QUOTED.fullmatch(text.rstrip(" ."))
    return quoted.span("title") if quoted is not None else (0, len(text))


def within(sentence: Passage) -> Iterator[Told]:
    """Give the nodes that one sentence tells: by their names in brackets, else as a list behind a colon."""
    tags = list(_tags().finditer(plain(sentence.text)))
    start = 0
    for tag in tags:
        if label := _bare(sentence.cut(start, tag.start())):
            number = sentence.text[slice(*tag.span("number"))] if tag["number"][0].isalpha() else clean(tag["number"])
            yield Told(level_of(tag["level"]), number, label)
        start = tag.end()
    if not tags:
        yield from _behind_colon(sentence)


def _behind_colon(sentence: Passage) -> Iterator[Told]:
    """Give the nodes that stand behind a colon whose clause names their level."""
    clause, colon, _ = plain(sentence.text).partition(":")
    lead = _lead().search(clause[-_REACH:]) if colon else None
    if lead is None:
        return
    for piece in split_marks(sentence.cut(len(clause) + 1)):
        head = numbered(piece.text)
        words = _without_opener(piece.cut(head.start if head is not None else 0))
        if words:
            yield Told(level_of(lead["level"]), head.number if head is not None else "", _closed(words))


def counted(words: Passage) -> tuple[Told, ...]:
    """Return the nodes that one sentence of ``words`` counts and then names, as many as it says; none otherwise."""
    for sentence in sentences(words):
        clause, colon, _ = plain(sentence.text).partition(":")
        lead = _counts().search(clause[-_REACH:]) if colon else None
        if lead is not None:
            count = int(lead["count"]) if lead["count"].isdigit() else _COUNTS.index(lead["count"]) + 2
            for sign in (_SEMICOLONS, _COMMAS):
                nodes = tuple(_enumerated(sentence.cut(len(clause) + 1), sign, level_of(lead["level"])))
                if len(nodes) == count:
                    return nodes
    return ()


def _enumerated(words: Passage, sign: re.Pattern[str], level: str) -> Iterator[Told]:
    start = 0
    for found in [*sign.finditer(words.text), None]:
        piece = words.cut(start, found.start() if found else None)
        number, begin = _mark(piece.text)
        if label := _closed(_without_opener(piece.cut(begin))):
            yield Told(level, number, label)
        start = found.end() if found else 0


def _mark(text: str) -> tuple[str, int]:
    """Return the number or the letter (``b)``) that ``text`` begins with, and where its words begin."""
    if letter := _LETTER.match(text):
        return letter["letter"], letter.end()
    head = numbered(text)
    return (head.number, head.start) if head is not None else ("", 0)


def _without_opener(words: Passage) -> Passage:
    """Return ``words`` without what only gives them a place among others: ``d'une part``, ``enfin``."""
    opener = _openers().match(plain(words.text))
    return words.cut(opener.end()) if opener is not None else words


def _bare(words: Passage) -> Passage:
    """Return a node's words from its infinitive on (``Nous voulons d'abord élargir`` is ``élargir``)."""
    text = plain(words.text)
    for found in _infinitives().finditer(text):
        if found["verb"] not in groups("plan", "prose")["no_infinitives"]:
            return words.cut(found.start())
    return words.cut(len(text) - len(re.sub(r"^[\s,;:.]*(?:et|puis|enfin)?\s+", "", text)))


def says_what_to_do(text: str) -> bool:
    """Whether a title begins with an infinitive: it names an action by itself."""
    found = _infinitives().match(plain(text).lstrip(' «"-–:'))
    return found is not None and found["verb"] not in groups("plan", "prose")["no_infinitives"]


def _closed(words: Passage) -> Passage:
    """Return ``words`` without the full stop that ends their sentence."""
    return words.cut(0, len(words.text.rstrip(" .;,")))


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,6}}{alternatives(groups('plan', 'prose')['openers'])}(?!\w)[\s,:]{{0,6}}")


@cache
def _clauses() -> re.Pattern[str]:
    """Return the pattern of a colon behind which a clause says what a title means."""
    return re.compile(rf"\s?[:;,–—-]\s*{alternatives(groups('plan', 'prose')['clauses'])}(?!\w)")


@cache
def _infinitives() -> re.Pattern[str]:
    endings = alternatives(groups("plan", "prose")["infinitives"])
    return re.compile(rf"(?<![\w'-])(?:s'|se )?(?P<verb>[a-z]*{endings})(?![\w'-])")


@cache
def _names() -> str:
    complement = rf"(?:\s{alternatives([f'{word}s?' for word in complements()])}){{0,3}}"
    return rf"(?P<level>{alternatives(list(level_names().values()))}){complement}"


@cache
def _tags() -> re.Pattern[str]:
    return re.compile(rf"[(\[]\s?{_names()}\s?(?:n\s?[°o]\s?)?(?P<number>{NUMBER}|{_LETTERED})\s?[)\]]")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_names()}(?!\w)")


@cache
def _counts() -> re.Pattern[str]:
    count = alternatives([*_COUNTS, r"\d{1,2}"])
    return re.compile(rf"\b(?P<count>{count})\s(?:grand[es]{{0,2}}\s)?{_names()}(?!\w)")
