"""Unread: blocks that look like facts and gave none, so that what is absent can be told from what is not read.

Only acts about a convention are looked at: the tables of others are none of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.looking import looking_like_facts
from loaders.resolve import fold
from loaders.words.persons import around_persons
from maillage.facts import Doubt, Fact, Place, Span

CODE = "bloc-non-lu"

_SHORTEST_WORDS = 4
_LONGEST_DETAIL = 80


def unread(sections: Sequence[Section], facts: Sequence[Fact]) -> Iterator[Doubt]:
    """Give a doubt for each block of ``sections`` that looks like facts and of which none of ``facts`` was read."""
    at = _by_number(facts)
    for section in sections:
        if section.mentions:
            for words, families in looking_like_facts(section.blocks):
                place = _whole(section.place(*words))
                if not _read(place, words, at, families):
                    yield _doubt(section, place, words)


def _by_number(facts: Iterable[Fact]) -> Mapping[int, Sequence[Fact]]:
    """Return the facts that stand on each line or page."""
    found: dict[int, list[Fact]] = {}
    for fact in facts:
        for span in fact.place.spans:
            for number in range(span.first, span.last + 1):
                found.setdefault(number, []).append(fact)
    return found


def _read(
    place: Place, words: Iterable[Passage], at: Mapping[int, Sequence[Fact]], families: tuple[type[Fact], ...]
) -> bool:
    """Whether a fact of ``families`` was read at ``place``; on a page, which is wide, one that says words of there."""
    numbers = [n for span in place.spans for n in range(span.first, span.last + 1) if n in at]
    found = [fact for n in numbers for fact in at[n] if not families or isinstance(fact, families)]
    if place.unit == "line":
        return bool(found)
    text = fold(" ".join(passage.text for passage in words))
    return any(fold(said) in text for fact in found for said in _said(fact))


def _whole(place: Place) -> Place:
    """Return ``place`` from its first line to its last: a block is one."""
    return replace(place, spans=(Span(place.spans[0].first, place.spans[-1].last),))


def _said(fact: Fact) -> Iterator[str]:
    """Give the texts of a fact that are long enough to be known again."""
    for field in fields(fact):
        value = getattr(fact, field.name)
        if (
            isinstance(value, str)
            and len(value) >= _SHORTEST_WORDS
            and field.name not in ("convention", "rule", "tier")
        ):
            yield value


def _doubt(section: Section, place: Place, words: Sequence[Passage]) -> Doubt:
    shown = " | ".join(" ".join(part.text.split()) for passage in words[:6] for part in around_persons(passage) if part)
    return Doubt(
        place=place,
        act=section.act,
        rule="unread.block",
        tier="derived",
        code=CODE,
        subject=section.convention or section.mentions[0],
        detail=shown if len(shown) <= _LONGEST_DETAIL else f"{shown[:_LONGEST_DETAIL].rpartition(' ')[0]} …",
    )
