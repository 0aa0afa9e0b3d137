"""Marks of titles: how the parts of an act are numbered and named, so that the one after the plan ends it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.document import Heading, Item, Paragraph
from loaders.readers.plan.lines import number_of
from loaders.vocabulary import groups
from loaders.words.plan_levels import rank, rank_number, ranks
from loaders.words.wording import alternatives, plain

_LONGEST_TITLE = 120
_ROMANS = {"i": 1, "v": 5, "x": 10}
_NUMBERED = re.compile(
    r"\W{0,6}(?:(?:\d[\d.]{0,8}|[ivx]{1,5}|[a-h])\s?[.):/·-]{1,3}\s?)?(?:les? |la |l'|des? |du |nos |notre )?"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a title: how it is written, what stands before its last figure, the value of that figure."""

    style: str
    stem: str
    value: int

    def follows(self, other: Mark | None) -> bool:
        """Whether a title with this mark comes after one with the mark ``other`` in the same row of titles."""
        return other is not None and (self.style, self.stem) == (other.style, other.stem) and self.value > other.value


def mark_of(block: Heading | Paragraph | Item) -> Mark | None:
    """Return the mark of a numbered title (``3.``, ``II -``, ``Chapitre deux``), None for a line that is none."""
    text = plain(block.words.text).strip(" *_#")
    if not text or len(text) > _LONGEST_TITLE or text.endswith((".", ";", ",")):
        return None
    part = _parts().match(text)
    if part is not None:
        return _mark(part["name"] or part["named"], part["number"] or rank_number(part["rank"]))
    head = number_of(block)
    return _mark("", head.number.lower()) if head is not None and not head.level else None


def value_of(number: str) -> int:
    """Return the value of a figure, a Roman numeral, a letter or a rank in words; 0 for none."""
    if number.isdigit():
        return int(number)
    if number and set(number) <= set(_ROMANS):
        values = [_ROMANS[letter] for letter in number]
        return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    if len(number) == 1 and number.isalpha():
        return ord(number) - ord("a") + 1
    return int(ranks().get(number, "0"))


def closes_plan(block: Heading | Paragraph | Item) -> bool:
    """Whether a title or a line opens what stands after a plan: how it is steered, paid for, signed."""
    text = plain(block.words.text)
    if len(text) > _LONGEST_TITLE:
        return False
    opening = _NUMBERED.match(text)
    return bool(_closers().match(text, opening.end() if opening else 0))


def _mark(name: str, number: str) -> Mark | None:
    """Return the mark of a title, None where its number has no value."""
    stem, _, last = number.rpartition(".")
    shape = "1" if last.isdigit() else "i" if set(last) <= set(_ROMANS) else "a"
    value = value_of(last)
    return Mark(name or shape, stem, value) if value else None


@cache
def _parts() -> re.Pattern[str]:
    """Return the pattern of what opens a part of an act by its name: ``Article 2``, ``Chapitre premier``.

    Behind a rank a sign ends the name: ``Seconde partie – ...``.
    """
    names = alternatives(groups("plan", "parts")["names"])
    number = rf"\d{{1,2}}(?:\.\d{{1,2}})*|[ivx]{{1,5}}|[a-h]|{alternatives(list(ranks()))}"
    return re.compile(
        rf"\W{{0,6}}(?:(?P<name>{names})\s?(?:n\s?[°o]\s?)?(?P<number>{number})(?:er|eme|e)?(?!\w)"
        rf"|(?P<rank>{rank()})\s(?P<named>{names})(?=\s*(?:[:.–—-]|$)))"
    )


@cache
def _closers() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(groups('plan', 'closers')['words'])}(?!\w)")
