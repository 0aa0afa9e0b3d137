"""Sentences that state a plan by themselves: they count its nodes and name them, or name each with its number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from loaders.document import Passage
from loaders.readers.plan.other_subjects import speaks_of_its_own
from loaders.readers.plan.prose import Told, closed, in_brackets, without_opener
from loaders.words.numbering import NUMBER, numbered
from loaders.words.plan_levels import level_of, named_level, rank, rank_number
from loaders.words.spelt_numbers import NUMBER_WORD, SEVERAL, count
from loaders.words.wording import plain, sentences

_REACH = 120
_LETTER = re.compile(r"\s{0,4}\(?(?P<letter>[a-h])\)\s*")
_SEMICOLONS = re.compile(r"\s?;\s?(?:et\s)?")
_COMMAS = re.compile(r"\s?,\s?(?:et\s)?")
_AND = re.compile(r"(?<!,)\set\s(?=l[ae']|les |de |du |d'|une? |[a-z]{2,}(?:er|ir|re)\b|«)")
_HOLDS = re.compile(
    r",?\s(?:(?:en|y) )?"
    r"(?:comporte|compte|comprend|contient|regroupe|reunit|rassemble|porte|(?:se|est) d[a-z]+ (?:en|par))"
    r"(?P<what>\b[^:;.«»]{0,60}):\s"
)
"""What says that a node holds those that stand behind the colon: ``comporte deux objectifs :``."""

_ALIKE = re.compile(rf"\b{NUMBER_WORD}(?: seule?)?\s*$")
"""How many a node holds of what the sentence before names: ``en comporte un seul``."""

_OUTER = frozenset({"enjeu", "objectif"})


def stated(words: Passage, *, part: bool) -> tuple[Told, ...]:
    """Return the nodes that the sentences of ``words`` state by themselves, none where they only speak of some.

    They are counted and then named, as many as are said; else each is named with its number or its rank: two at least,
    from the first on, or any in the ``part`` of an act that is the plan.
    """
    titled = tuple(_titled(words))
    heads = [node for node in titled if node.number]
    holding = len(heads) < len(titled) and _from_the_first(heads)
    found = () if holding else tuple(_counted(words))
    if found:
        return found
    if titled and (part or holding or _from_the_first(titled)):
        return titled
    tagged = () if part else tuple(node for sentence in sentences(words) for node in in_brackets(sentence))
    return tagged if _from_the_first(tagged) else ()


def _from_the_first(nodes: Sequence[Told]) -> bool:
    """Whether ``nodes`` are all of an outer level, and count from 1 on."""
    count = [str(number) for number in range(1, len(nodes) + 1)]
    return len(nodes) > 1 and [node.number for node in nodes] == count and {node.level for node in nodes} <= _OUTER


def _titled(words: Passage) -> Iterator[Told]:
    """Give the nodes whose titles stand in quotation marks behind their rank: ``Le premier axe, « Bien grandir »``.

    Below each stand those that it is said to hold: ``L'axe 1, « Grandir », comporte deux objectifs : ...``.
    """
    below = ""
    for sentence in sentences(words) if "«" in words.text else ():
        text = plain(sentence.text)
        for found in _ranked().finditer(text):
            level = level_of(found["level"])
            yield Told(level, rank_number(found["rank"] or found["number"]), sentence.cut(*found.span("title")))
            if holds := _HOLDS.match(text, found.end()):
                named = _levels().search(holds["what"])
                below = level_of(named["level"]) if named is not None else below if _ALIKE.search(holds["what"]) else ""
                inner, rest = below and below != level, sentence.cut(holds.end())
                yield from _enumerated(rest, _SEMICOLONS.finditer(plain(rest.text)), below) if inner else ()


def _counted(words: Passage) -> Sequence[Told]:
    """Return the nodes that one sentence of ``words`` counts and then names, as many as it says; none otherwise."""
    for sentence in sentences(words):
        clause, colon, _ = plain(sentence.text).partition(":")
        lead = _counts().search(clause[-_REACH:]) if colon else None
        if lead is not None and not speaks_of_its_own(clause):
            rest = sentence.cut(len(clause) + 1)
            for cuts in _cuts(plain(rest.text)):
                nodes = tuple(_enumerated(rest, cuts, level_of(lead["level"])))
                if len(nodes) == count(lead["count"]):
                    return nodes
    return ()


def _cuts(text: str) -> Iterator[Iterable[re.Match[str]]]:
    """Give where an enumeration may be cut: at semicolons, at commas, before its last ``et`` too, before each.

    What stands in quotation marks is never cut.
    """
    commas, ands = ([cut for cut in sign.finditer(text) if not _quotes(text, cut)] for sign in (_COMMAS, _AND))
    yield _SEMICOLONS.finditer(text)
    yield commas
    for several in (ands[-1:], ands):
        yield sorted((*commas, *several), key=lambda cut: cut.start())


def _quotes(text: str, cut: re.Match[str]) -> bool:
    """Whether a cut stands within quotation marks."""
    return text.count("«", 0, cut.start()) > text.count("»", 0, cut.start())


def _enumerated(words: Passage, cuts: Iterable[re.Match[str]], level: str) -> Iterator[Told]:
    start = 0
    for found in (*cuts, None):
        piece = words.cut(start, found.start() if found else None)
        number, begin = _mark(piece.text)
        if label := closed(without_opener(piece.cut(begin))):
            yield Told(level, number, label)
        start = found.end() if found else 0


def _mark(text: str) -> tuple[str, int]:
    """Return the number or the letter (``b)``) that ``text`` begins with, and where its words begin."""
    if letter := _LETTER.match(text):
        return letter["letter"], letter.end()
    head = numbered(text)
    return (head.number, head.start) if head is not None else ("", 0)


@cache
def _counts() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<count>{SEVERAL}|\d{{1,2}})\s(?:grand[es]{{0,2}}\s)?{named_level()}(?!\w)")


@cache
def _levels() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){named_level()}(?!\w)")


@cache
def _ranked() -> re.Pattern[str]:
    """Return the pattern of a level with its rank or number and, right behind it, its title in quotation marks."""
    level = rf"(?:(?P<rank>{rank()})\s(?:grande?\s)?)?{named_level()}(?(rank)|\s(?:n\s?[°o]\s?)?(?P<number>{NUMBER}))"
    return re.compile(rf"(?<!\w){level}[^«».;:]{{0,40}}[«:]?\s?«\s*(?P<title>[^«»]{{3,150}}?)\s*»")
