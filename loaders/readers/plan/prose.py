"""Nodes of a plan within a sentence: ``élargir les horaires (objectif 1.1)``, ``objectifs : 1.1 ... ; 1.2 ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.document import Passage
from loaders.vocabulary import groups
from loaders.words.item_marks import split_marks
from loaders.words.numbering import NUMBER, clean, numbered
from loaders.words.plan_levels import level_of, named_level
from loaders.words.wording import alternatives, plain, sentences

_LETTERED = r"(?:[ivx]{1,4}|[a-h])[.-]?\d{1,2}"

_REACH = 120
_LONGEST_TITLE = 150
_OF_FICHES = re.compile(r"\W*(?:l[ae]s? |ces )?fiches?(?:[ -]actions?)?(?: \([a-z]+\))? (?:n\s?[°o]\s?)?\d")
_QUOTED = re.compile(r"\s{0,4}(?:«\s*(?P<title>[^«»]{3,150}?)\s*»)")
_SPOKEN_OF = re.compile(r"\s+(?!et\b|puis\b|enfin\b|ainsi\b|ou\b)\w")


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
        title, rest = closed(first), words.cut(len(first.text))
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
    tagged = tuple(in_brackets(sentence))
    yield from tagged or _behind_colon(sentence)


def titled(words: Passage) -> Told | None:
    """Return the node that ``words`` are, a level and its title in quotation marks: ``Thématique « Jeunesse »``."""
    found = _titles().fullmatch(plain(words.text)) if "«" in words.text else None
    return Told(level_of(found["level"]), "", words.cut(*found.span("title"))) if found is not None else None


def in_brackets(sentence: Passage) -> Iterator[Told]:
    """Give the nodes that a sentence names in brackets behind each: ``élargir les horaires (objectif 1.1)``.

    What a sentence goes on to speak of (``L'étude (fiche 2) sera conduite par ...``) is no node's title.
    """
    start, said = 0, plain(sentence.text)
    for tag in _tags().finditer(said):
        label = _bare(sentence.cut(start, tag.start()))
        if label and len(label.text) <= _LONGEST_TITLE and not _SPOKEN_OF.match(said, tag.end()):
            number = sentence.text[slice(*tag.span("number"))] if tag["number"][0].isalpha() else clean(tag["number"])
            yield Told(level_of(tag["level"]), number, label)
        start = tag.end()


def _behind_colon(sentence: Passage) -> Iterator[Told]:
    """Give the nodes that stand behind a colon whose clause names their level."""
    clause, colon, _ = plain(sentence.text).partition(":")
    lead = _lead().search(clause.rpartition(". ")[2][-_REACH:]) if colon else None
    if lead is None:
        return
    for piece in split_marks(sentence.cut(len(clause) + 1)):
        head = numbered(piece.text)
        words = without_opener(piece.cut(head.start if head is not None else 0))
        if words and not _OF_FICHES.match(plain(words.text)):
            yield Told(level_of(lead["level"]), head.number if head is not None else "", closed(words))


def without_opener(words: Passage) -> Passage:
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


def closed(words: Passage) -> Passage:
    """Return ``words`` without the full stop that ends their sentence, nor the quotation marks around them."""
    left = words.cut(0, len(words.text.rstrip(" .;,")))
    return left.cut(*_within_quotes(left.text))


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
def _tags() -> re.Pattern[str]:
    return re.compile(rf"[(\[]\s?{named_level()}\s?(?:n\s?[°o]\s?)?(?P<number>{NUMBER}|{_LETTERED})\s?[)\]]")


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"\W*{named_level()}\s?:?\s?«\s*(?P<title>[^«»]{{3,150}}?)\s*»\W*")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?<!chaque ){named_level()}(?!\w)")  # what each has is no list of them
