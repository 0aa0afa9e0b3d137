"""What was found in documents, told to a person: how many facts of each table, what is doubtful, what is unread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from maillage.facts import CORRECTIONS, Act, Convention, Correction, Doubt, Fact, Signatory
from maillage.language import tr
from maillage.pipeline.reading import Statements

MANY = 50
"""Above so many documents, a line for each would hide what else is told."""


@dataclass(frozen=True, slots=True)
class Found:
    """How many acts, facts and doubts a document holds."""

    stem: str
    acts: int
    facts: int
    doubts: int

    @classmethod
    def of(cls, read: Statements) -> Found:
        """Count what a document states."""
        acts = sum(isinstance(fact, Act) for fact in read.facts)
        doubts = len(read.doubts)
        return cls(read.source.stem, acts, len(read.facts) - doubts, doubts)


def lines(every: Sequence[Found]) -> Iterator[str]:
    """Give a line for each document, or one for all where they are many."""
    if len(every) <= MANY:
        yield from map(one_line, every)
    else:
        documents = _some(len(every), "document")
        yield tr(f"{documents} : {_counted(every)}.", f"{documents}: {_counted(every)}.")


def one_line(found: Found) -> str:
    """Return one line for a document: its acts, how many facts, how many doubts."""
    return tr(f"{found.stem} : {_counted([found])}.", f"{found.stem}: {_counted([found])}.")


def _counted(every: Sequence[Found]) -> str:
    """Say how many acts, facts and doubts were found in all."""
    numbers = (sum(one.acts for one in every), sum(one.facts for one in every), sum(one.doubts for one in every))
    fr, en = ("acte", "fait", "doute"), ("act", "fact", "doubt")
    words = (tr(*both) for both in zip(fr, en, strict=True))
    return ", ".join(_some(number, word) for number, word in zip(numbers, words, strict=True))


def account(read: Statements) -> Iterator[str]:
    """Give the lines that tell what a document holds: act by act, then what is doubtful or unread, with its place."""
    yield one_line(Found.of(read))
    for act in (fact for fact in read.facts if isinstance(fact, Act)):
        yield from _act(act, [fact for fact in read.facts if fact.act == act.act])
    if read.doubts:
        yield tr("  à regarder :", "  to look at:")
    for doubt in read.doubts:
        yield f"    {where(doubt)} [{doubt.code}] {doubt.subject} : {doubt.detail}"


def where(fact: Fact) -> str:
    """Return where a fact stands, for a person: ``l. 12;40-44`` or ``p3``, after the name of a corrections file."""
    lines = fact.place.lines if fact.place.unit == "page" else f"l. {fact.place.lines}"
    return f"{fact.place.document} {lines}" if fact.place.document.endswith(CORRECTIONS) else lines


def _act(act: Act, facts: list[Fact]) -> Iterator[str]:
    """Give the lines that tell what an act states."""
    title = f" « {act.title} »" if act.title else ""
    yield f"  {' '.join(part for part in (act.kind, act.number, act.date) if part)} ({where(act)}){title}"
    for fact in facts:
        if isinstance(fact, Convention):
            yield f"    {fact.convention} : {fact.start or '?'} → {fact.end or '?'} ({where(fact)})"
    parties = [fact.actor for fact in facts if isinstance(fact, Signatory)]
    if parties:
        yield tr("    parties : ", "    parties: ") + ", ".join(dict.fromkeys(parties))
    counts = Counter(fact.table for fact in facts if not isinstance(fact, (Act, Doubt, Correction)))
    yield "    " + ", ".join(f"{table} {number}" for table, number in counts.items())


def _some(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' if number > 1 else ''}"
