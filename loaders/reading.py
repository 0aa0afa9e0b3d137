"""Reading: a file becomes facts. Formats make a Document of it, acts are told apart, every family is read in each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

from loaders import formats
from loaders.acts.section import Section
from loaders.acts.sections import sections
from loaders.document import Document, passage
from loaders.doubts import doubts
from loaders.fusing import fuse
from loaders.readers import READERS, Reader
from loaders.resolve import Gazetteer
from loaders.tiers import with_tiers
from loaders.unread import unread
from loaders.words.persons import around_persons
from maillage.facts import Fact, Place, Source, stated

_LEFT_OUT = " […] "


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one file: its source, its facts in the order of acts and places, and the document itself."""

    source: Source
    facts: tuple[Fact, ...]
    document: Document

    def quote(self, place: Place) -> str:
        """Return the words that stand at ``place``; a person's name is left out of them, ``[…]`` in its stead."""
        return _unnamed(self.document.quote(place))


def lines(path: Path) -> tuple[str, ...]:
    """Return the text of the file at ``path`` in the lines by which places name it, as ``quote`` gives words.

    Raises DocumentError where it cannot be read as a document.
    """
    return tuple(_unnamed(line) for line in formats.read(path).lines)


def _unnamed(words: str) -> str:
    """Return ``words`` without the names of persons."""
    return _LEFT_OUT.join(part.text for part in around_persons(passage(words, 1)))


def read(path: Path, gazetteer: Gazetteer) -> Reading:
    """Read the file at ``path``. Raises DocumentError where it cannot be read as a document."""
    return read_document(formats.read(path), gazetteer)


def read_document(document: Document, gazetteer: Gazetteer) -> Reading:
    """Read every family of facts in every act of ``document``."""
    acts = sections(document, gazetteer)
    facts = fuse(fact for section in acts for fact in read_section(section))
    stated = with_tiers([*facts, *unread(acts, facts), *doubts(facts)], document)
    return Reading(document.source, arrange(stated), document)


def read_section(section: Section) -> Iterable[Fact]:
    """Give the facts of one act, reader by reader."""
    for name in READERS:
        yield from reader(name)(section)


def reader(name: str) -> Reader:
    """Return the ``read`` function of the family ``name``."""
    read_family: Reader = import_module(f"loaders.readers.{name}.reader").read
    return read_family


def arrange(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Join the facts that are equal but for their place (contract: one row with both places), then sort them.

    The order is that of the acts, then of the places, then of the reading.
    """
    joined: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        key = _statement(fact)
        seen = joined.get(key)
        joined[key] = fact if seen is None else replace(seen, place=seen.place | fact.place)
    return tuple(sorted(joined.values(), key=lambda fact: (fact.act, fact.place.spans)))


def _statement(fact: Fact) -> tuple[object, ...]:
    """Return what a fact states, without where and by which rule."""
    return (type(fact), *[getattr(fact, name) for name in stated(fact)])
