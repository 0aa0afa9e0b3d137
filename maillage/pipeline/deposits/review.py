"""Review: what was read of a document, fact by fact, with what a person decided of each, and the corrections it makes.

A fact is known by what was read, so that a decision can be changed as often as one likes: the corrections file is
written anew from all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from maillage.errors import FactsError
from maillage.facts import CORRECTIONS, Correction, Fact
from maillage.graph.facts_fields import Field
from maillage.graph.iris import digest
from maillage.pipeline.corrections import corrected, parse
from maillage.pipeline.corrections.columns import column_of, spelled, stated_by, types_of
from maillage.pipeline.corrections.writing import Written, designation, written
from maillage.pipeline.reading import Statements

Verdict = Literal["accept", "change", "reject", "add"]

DOUBTS, ADDED = "doubts", "+"
"""The family of what is doubtful or unread, and what begins the key of a fact that a person adds."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided of a fact, why, in which office and when; ``stated`` are the columns that it shall have.

    Of a fact that is added, ``table`` and ``lines`` say what it is and where the document states it.
    """

    verdict: Verdict
    stated: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    author: str = ""
    date: str = ""
    table: str = ""
    lines: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A fact as it was read, its key, and what is decided of it."""

    key: str
    fact: Fact
    decision: Decision | None

    @property
    def columns(self) -> Mapping[str, str]:
        """What it states by column, as decided."""
        read = {column_of(self.fact.table, name): spelled(value) for name, value in stated_by(self.fact).items()}
        return {**read, **(self.decision.stated if self.decision else {})}


class Review:
    """What was ``read`` of a document that had the corrections ``before``, and the ``decisions`` of a person."""

    def __init__(self, read: Statements, before: str, decisions: Mapping[str, Decision]) -> None:
        self.read = read
        self.before = before
        self.decisions = decisions
        stem = read.source.stem
        self._known = corrected(stem, read.facts, parse(before)) if before else read.facts
        facts = (fact for fact in self._known if _is_of(fact, stem))
        self.items = tuple(Item(key, fact, decisions.get(key)) for key, fact in _keyed(facts))

    def item(self, key: str) -> Item | None:
        """Return the fact with that key."""
        return next((item for item in self.items if item.key == key), None)

    @property
    def text(self) -> str:
        """The corrections file that the decisions make; empty where they correct nothing."""
        entries = [self._written(item) for item in self.items if item.decision and item.decision.verdict != "accept"]
        entries += [_addition(decision) for key, decision in sorted(self.decisions.items()) if key.startswith(ADDED)]
        return "\n".join(part for part in (self.before.rstrip("\n"), written(entries)) if part)

    def statements(self) -> Statements:
        """Return what was read, as decided. Raises FactsError for a decision that cannot be."""
        text = self.text
        if not text:
            return self.read
        facts = corrected(self.read.source.stem, self.read.facts, parse(text))
        return replace(self.read, facts=facts)

    def decided(self, decisions: Mapping[str, Decision]) -> Review:
        """Return this review with other ``decisions``.

        Raises FactsError where one of them cannot be: a value that is none, or that changes nothing.
        """
        review = Review(self.read, self.before, decisions)
        if idle := _idle(review.statements()) - _idle(self._as_before()):
            raise FactsError(
                f"cette décision ne change rien ({', '.join(sorted(idle))}) : vérifiez les valeurs.",
                f"this decision changes nothing ({', '.join(sorted(idle))}): check the values.",
            )
        return review

    def _as_before(self) -> Statements:
        return replace(self.read, facts=tuple(self._known))

    def _written(self, item: Item) -> Written:
        decision = item.decision
        if decision is None:
            raise AssertionError
        wanted, lines = designation(item.fact, self._known)
        return Written(
            operation=decision.verdict,
            table=item.fact.table,
            reason=decision.reason,
            wanted=wanted,
            stated=typed(item.fact.table, decision.stated) if decision.verdict == "change" else {},
            lines=lines,
            author=decision.author,
            date=decision.date,
        )


def typed(table: str, columns: Mapping[str, str]) -> Mapping[str, str | int]:
    """Return what a person typed into ``columns`` of ``table``: a whole number where one is owed and typed."""
    kinds = types_of(table)
    return {
        name: int(text) if kinds.get(name, "").startswith("int") and text.strip().isdecimal() else text
        for name, text in columns.items()
    }


def _addition(decision: Decision) -> Written:
    return Written(
        operation="add",
        table=decision.table,
        reason=decision.reason,
        stated=typed(decision.table, {name: text for name, text in decision.stated.items() if text}),
        lines=decision.lines,
        author=decision.author,
        date=decision.date,
    )


def _is_of(fact: Fact, stem: str) -> bool:
    """Whether a fact comes from the document itself, and not from what was decided of it before."""
    return not isinstance(fact, Correction) and fact.place.document == stem


def _keyed(facts: Iterable[Fact]) -> Iterator[tuple[str, Fact]]:
    """Give each fact with what stands for it: what it states and where; equal ones are numbered."""
    seen: Counter[str] = Counter()
    for fact in facts:
        key = digest(fact.table, str(fact.act), fact.place.lines, repr(sorted(stated_by(fact).items(), key=_name)))
        seen[key] += 1
        yield (key if seen[key] == 1 else f"{key}-{seen[key]}"), fact


def _name(stated: tuple[str, Field]) -> str:
    return stated[0]


def _idle(read: Statements) -> set[str]:
    """Return the corrections that correct nothing, by what they are about."""
    return {doubt.subject for doubt in read.doubts if doubt.place.document.endswith(CORRECTIONS)}
