"""Stepping: the titles of a document that bear act numbers of one form, each greater than the one above it.

Minutes number what they decide, in whatever words and at whatever place of the title: ``2022/84 - ...``,
``... (Délib. 2024-113)``, ``D24-031   Budget``. One number alone can be a reference; several of one form, of which one
part steps and all others stay, are those of the acts of one session.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.acts.act_cues import BODY
from loaders.document import Block, Heading, Item, Passage, Table
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain

_CODE = re.compile(
    r"(?<![\w./,-])(?:[a-z]{1,6} |(?:del|delib|acte)[-_.])?"
    r"(?P<code>(?:[a-z]{1,6}[-_.]?)?\d{1,8}(?:[-_/.](?:\d{1,6}|[a-z]{1,4}(?![a-z]))){1,3})"
    r"(?![\w/€%]|[.,-]\d|\s?(?:ans|mois|%|€|euros))"
)
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)?\d\d")
_YEARS = re.compile(r"(?:19|20)\d\d[-/](?:19|20)\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITS = re.compile(r"\d+")
_LED = re.compile(
    r"\W*(?:(?:[a-z]{1,14}\W{0,3}){1,3}|(?:[a-z]{3,14}\s(?:n\s?[°o]\s?)?)?\d{1,2}\W{1,3}(?:[a-z]{1,14}\W{1,3}){0,2})?"
)
"""What can stand before a number that opens a title: ``Délibération n°``, ``3 -``, ``Point 3 : délibération n°``."""
_ENDED = re.compile(r"[)\]\s.:*_-]*")
_NOT_A_WORD = re.compile(r"[\W\d_]+")
_CALLED = re.compile(
    r"(?:delib\w*|acte|numero|rapport|affaire|dossier|question|point|decision|seance|vote|adopte|n|no)"
)
VOTED = re.compile(alternatives(groups("acts", "item")["voted"]))
_LONGEST_TITLE = 260
_SMALLEST = 3
_FEWEST = 2
_WIDEST_STEP = 9


@dataclass(frozen=True, slots=True)
class Step:
    """A block whose title bears a number, where what it entitles begins, and the number itself."""

    at: int
    begin: int
    number: Passage


@dataclass(frozen=True, slots=True)
class Coded:
    """A block with a number of an act's form: what of it stays from act to act, and the parts that may grow."""

    at: int
    number: Passage
    form: str
    parts: tuple[int, ...]


def steps(blocks: Sequence[Block], is_title: Callable[[Block], bool]) -> list[Step]:
    """Return the titles of ``blocks`` whose numbers step; none where fewer than two do.

    An agenda has the same numbers as what follows it: the run that takes the most blocks is taken.
    """
    coded = [found for at, block in enumerate(blocks) if (found := _coded(at, block, is_title))]
    forms = dict.fromkeys(found.form for found in coded)
    runs = [run for form in forms for run in _runs([found for found in coded if found.form == form])]
    best = max(runs, key=lambda run: (_reach(run), len(run)), default=[])
    return [Step(found.at, _begin(blocks, found, is_title), found.number) for found in best]


def _coded(at: int, block: Block, is_title: Callable[[Block], bool]) -> Coded | None:
    """Return the number that a title begins or ends with, if it is of an act's form."""
    if isinstance(block, Table) or len(block.words.text) > _LONGEST_TITLE or not is_title(block):
        return None
    return numbered(at, block)


def numbered(at: int, block: Block) -> Coded | None:
    """Return the number with which the words of a block begin or end, if it is of an act's form."""
    if isinstance(block, Table):
        return None
    text = plain(block.words.text)
    if not _DIGITS.search(text) or BODY.match(text):
        return None
    for found in _CODE.finditer(text):
        code = found["code"]
        placed = _LED.fullmatch(text, 0, found.start()) or _ENDED.fullmatch(text, found.end())
        if placed and _is_number(code):
            form = _DIGITS.sub("#", code)
            return Coded(at, block.words.cut(*found.span("code")), form, tuple(map(int, _DIGITS.findall(code))))
    return None


def _is_number(code: str) -> bool:
    """Whether a code can number an act: of two parts or more, and no day, period or number of a chapter."""
    groups = _DIGITS.findall(code)
    if sum(map(len, groups)) < _SMALLEST or _DAY.fullmatch(code) or _YEARS.search(code):
        return False
    return "." not in code or any(map(_YEAR.fullmatch, groups)) or code[0].isalpha()


def following(coded: Sequence[Coded]) -> Sequence[Coded]:
    """Return the longest run of numbers of one form that step."""
    forms = dict.fromkeys(found.form for found in coded)
    runs = (run for form in forms for run in _runs([found for found in coded if found.form == form]))
    return max(runs, key=len, default=[])


def _runs(coded: Sequence[Coded]) -> list[list[Coded]]:
    """Return the runs of numbers in which one part grows by small steps and all others stay; two are the fewest."""
    runs: list[list[Coded]] = []
    for found in coded:
        last = runs[-1][-1] if runs else None
        if last is not None and found.parts == last.parts:
            continue  # a running title
        if last is not None and _is_next(last.parts, found.parts):
            runs[-1].append(found)
        else:
            runs.append([found])
    return [run for run in runs if len(run) >= _FEWEST]


def _is_next(parts: tuple[int, ...], then: tuple[int, ...]) -> bool:
    """Whether one part of a number grows by a small step while all others stay."""
    grown = [after - before for before, after in zip(parts, then, strict=False) if after != before]
    return len(parts) == len(then) and len(grown) == 1 and 0 < grown[0] <= _WIDEST_STEP


def _reach(run: Sequence[Coded]) -> int:
    """Return the widest space between two numbers of a run, in blocks."""
    return max(after.at - before.at for before, after in pairwise(run))


def _begin(blocks: Sequence[Block], found: Coded, is_title: Callable[[Block], bool]) -> int:
    """Return where begins what a number entitles: at the title right above one that stands alone."""
    block, above = blocks[found.at], blocks[found.at - 1] if found.at else None
    if isinstance(block, Table) or above is None or isinstance(above, Table):
        return found.at
    words = _NOT_A_WORD.split(plain(block.words.text))
    alone = all(not word or len(word) < _SMALLEST or _CALLED.fullmatch(word) for word in words)
    return found.at - 1 if alone and _entitles(above, is_title) else found.at


def _entitles(block: Block, is_title: Callable[[Block], bool]) -> bool:
    """Whether the block above a number that stands alone is its title: no vote, and no item without a number."""
    if not is_title(block) or isinstance(block, Table) or VOTED.search(plain(block.words.text)):
        return False
    return isinstance(block, Heading) or not isinstance(block, Item) or block.marker[:1].isalnum()
