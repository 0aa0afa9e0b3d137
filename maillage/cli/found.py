"""What was found in documents, told to a person: how many facts of each table, what is doubtful, what is unread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from maillage.facts import CORRECTIONS, Act, Convention, Correction, Doubt, Fact, Signatory
from maillage.language import tr
from maillage.pipeline.reading import Statements

MANY = 50
"""Above so many documents, a line for each would hide what else is told."""


def lines(readings: Sequence[Statements]) -> Iterator[str]:
    """Give a line for each document, or one for all where they are many."""
    if len(readings) <= MANY:
        yield from map(one_line, readings)
    else:
        documents = _some(len(readings), "document")
        yield tr(f"{documents} : {_counted(readings)}.", f"{documents}: {_counted(readings)}.")


def one_line(read: Statements) -> str:
    """Return one line for a document: its acts, how many facts, how many doubts."""
    return tr(f"{read.source.stem} : {_counted([read])}.", f"{read.source.stem}: {_counted([read])}.")


def _counted(readings: Sequence[Statements]) -> str:
    """Say how many acts, facts and doubts ``readings`` have."""
    acts = sum(isinstance(fact, Act) for read in readings for fact in read.facts)
    doubts = sum(len(read.doubts) for read in readings)
    facts = sum(len(read.facts) for read in readings) - doubts
    fr, en = ("acte", "fait", "doute"), ("act", "fact", "doubt")
    words = (tr(*both) for both in zip(fr, en, strict=True))
    return ", ".join(_some(number, word) for number, word in zip((acts, facts, doubts), words, strict=True))


def account(read: Statements) -> Iterator[str]:
    """Give the lines that tell what a document holds: act by act, then what is doubtful or unread, with its place."""
    yield one_line(read)
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
