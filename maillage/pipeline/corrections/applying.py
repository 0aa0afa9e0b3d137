"""Corrections applied to what was read of a document; what no longer corrects anything is told as a doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from maillage.facts import CORRECTIONS, Correction, Doubt, Fact, Place, parse_place
from maillage.graph import BASE, actor_names
from maillage.graph.facts_fields import Field
from maillage.graph.iris import digest
from maillage.names import as_typed
from maillage.pipeline.corrections.columns import TABLES, says, stated_by
from maillage.pipeline.corrections.declared import Corrections, Entry, load
from maillage.pipeline.reading import Statements

_PERSONAL = re.compile(r"\b(?:M\.|MM\.|(?:Mme|Mmes|Mlle|Monsieur|Madame)\b)|(?:\d\d[ .-]?){5}|\w@\w")
"""What a correction takes out must not come back with it: a civility, a telephone number, an address."""

GONE, AMBIGUOUS, IDLE = "correction-disparue", "correction-ambigue", "correction-sans-effet"


def corrected(stem: str, facts: Sequence[Fact], corrections: Corrections) -> tuple[Fact, ...]:
    """Return the ``facts`` of the document ``stem`` as ``corrections`` will have them, and what these are.

    Every correction is a Correction among them; one that corrects nothing is a Doubt too, with its place in the
    corrections file: ``correction-disparue``, ``correction-ambigue`` or ``correction-sans-effet``.
    """
    table = _Corrected(stem, list(facts), corrections.sha256, facts[0].act)
    for entry in corrections.entries:
        table.apply(entry)
    return tuple(table.facts)


def amended(read: Statements, file: Path) -> Statements:
    """Return ``read`` as the corrections in ``file`` will have it. Raises FactsError as ``load`` does."""
    return replace(read, facts=corrected(read.source.stem, read.facts, load(file)))


@dataclass(slots=True)
class _Corrected:
    """The facts of one document while they are being corrected; ``first`` is the rank of its first act."""

    stem: str
    facts: list[Fact]
    sha256: str
    first: int

    def apply(self, entry: Entry) -> None:
        """Do what ``entry`` says, or say why that cannot be done."""
        operations: Mapping[str, Callable[[Entry], None]] = {
            "add": self._add,
            "change": self._change,
            "reject": self._reject,
            "same": self._identify,
            "distinct": self._identify,
        }
        operations[entry.operation](entry)

    def _add(self, entry: Entry) -> None:
        if any(fact.table == entry.table and says(fact, entry.stated) for fact in self.facts):
            self._doubt(entry, IDLE, self.first)
            return
        place = parse_place(self.stem, entry.lines)
        act = self._act_at(place)
        self._note(entry, act)
        self.facts.append(_made(entry, place, act, {}))

    def _change(self, entry: Entry) -> None:
        found = self._only(entry)
        if found is None:
            return
        if says(found, entry.stated):
            self._doubt(entry, IDLE, found.act)
            return
        self._note(entry, found.act)
        self.facts[self.facts.index(found)] = _made(entry, found.place, found.act, stated_by(found))

    def _reject(self, entry: Entry) -> None:
        found = self._only(entry)
        if found is not None:
            self.facts.remove(found)
            self._note(entry, found.act)

    def _identify(self, entry: Entry) -> None:
        """Let the graph know who is who, if each name is that of an actor here."""
        printed = {as_typed(name) for name in actor_names(self.facts)}
        here = [name.startswith(BASE) or as_typed(name) in printed for name in entry.actors]
        if all(here):
            self._note(entry, self.first, entry.actors)
        else:
            self._doubt(entry, GONE, self.first)

    def _only(self, entry: Entry) -> Fact | None:
        """Return the one fact that ``entry`` is about; where there is none, or several, tell it."""
        found = [fact for fact in self.facts if fact.table == entry.table and says(fact, entry.wanted)]
        if len(found) > 1 and entry.lines:
            found = [fact for fact in found if fact.place.lines == entry.lines]
        if len(found) == 1:
            return found[0]
        self._doubt(entry, AMBIGUOUS if found else GONE, found[0].act if found else self.first)
        return None

    def _act_at(self, place: Place) -> int:
        """Return the act in which ``place`` stands: that of the last fact that begins before it."""
        before = [fact for fact in self.facts if fact.place.spans[0] <= place.spans[0]]
        return max(before, key=lambda fact: fact.place.spans[0]).act if before else self.first

    def _note(self, entry: Entry, act: int, actors: tuple[str, ...] = ()) -> None:
        """Say what a person has decided; of ``actors`` only where the document names them."""
        made = Correction(
            place=self._place(entry),
            act=act,
            rule=f"correction.{entry.operation}",
            correction=key_of(entry),
            sha256=self.sha256,
            operation=entry.operation,
            subject=subject_of(entry),
            reason=entry.reason,
            author=entry.author,
            date=entry.date,
            actors=actors,
        )
        self.facts.append(made)

    def _doubt(self, entry: Entry, code: str, act: int) -> None:
        """Say what a person has decided, and that it corrects nothing."""
        self._note(entry, act)
        doubt = Doubt(
            place=self._place(entry),
            act=act,
            rule=f"correction.{entry.operation}",
            tier="derived",
            code=code,
            subject=subject_of(entry),
            detail=entry.reason,
        )
        self.facts.append(doubt)

    def _place(self, entry: Entry) -> Place:
        return Place(f"{self.stem}{CORRECTIONS}", (entry.span,))


def _made(entry: Entry, place: Place, act: int, before: Mapping[str, Field]) -> Fact:
    """Return the fact that ``entry`` makes, of nothing or of what was stated ``before``."""
    rule, columns = f"correction.{entry.operation}", {**before, **entry.stated}
    return TABLES[entry.table](place=place, act=act, rule=rule, tier="derived", correction=key_of(entry), **columns)


def key_of(entry: Entry) -> str:
    """Return what stands for what ``entry`` does, wherever it stands in its file."""
    return digest(entry.operation, subject_of(entry), repr(sorted(entry.stated.items())), entry.lines)


def subject_of(entry: Entry) -> str:
    """Return what ``entry`` is about: the table and what the fact is known by, or the actors; no name of a person."""
    known = entry.wanted or entry.stated
    words = [str(value) for value in known.values() if isinstance(value, (str, int)) and value]
    words = ["[…]" if _PERSONAL.search(word) else word for word in (*words, *entry.actors)]
    return " / ".join((*([entry.table] if entry.table else ()), *words))
