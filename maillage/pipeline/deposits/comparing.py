"""Comparing: what a document would change in a store: what is new, what differs, what is gone, what contradicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from maillage.facts import Fact
from maillage.names import as_typed
from maillage.pipeline.corrections.columns import column_of, spelled, stated_by
from maillage.pipeline.reading import Statements
from maillage.queries import question, questions_of, run
from maillage.store import Endpoint
from maillage.table_text import text

Kind = Literal["contradictory", "changed", "gone", "new", "same"]
KINDS: tuple[Kind, ...] = ("contradictory", "changed", "gone", "new", "same")

_OF_A_DOCUMENT = "document"
_WHERE = frozenset((_OF_A_DOCUMENT, "lines"))

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a fact: ``row`` is what the document states, ``other`` what the store holds, of ``document``."""

    kind: Kind
    table: str
    row: Row
    other: Row
    document: str = ""
    lines: str = ""


def changes(store: Endpoint, stated: Statements) -> tuple[Change, ...]:
    """Return what putting ``stated`` into ``store`` would change, by kind and table.

    A fact contradicts another document's where both have the same key and differ in a column that both fill. Acts and
    votes are known by their document, so that they never do.
    """
    stem = stated.source.stem
    facts: dict[str, list[Fact]] = defaultdict(list)
    for fact in stated.facts:
        facts[fact.table].append(fact)
    found: list[Change] = []
    for exported in questions_of("tables"):
        table = exported.name.partition("/")[2]
        rows = [{name: text(value) for name, value in row.items()} for row in run(store, exported.name)]
        if table != "findings":
            found += _compared(table, facts[table], rows, stem)
    return tuple(sorted(found, key=lambda change: KINDS.index(change.kind)))


def _compared(table: str, facts: Sequence[Fact], rows: Sequence[Row], stem: str) -> Iterable[Change]:
    keys = question(f"tables/{table}").keys
    own = _by_key(keys, (row for row in rows if row[_OF_A_DOCUMENT] == stem))
    others = _by_key(keys, (row for row in rows if row[_OF_A_DOCUMENT] != stem))
    met: set[str] = set()
    for fact in facts:
        row: Row = {column_of(table, name): spelled(value) for name, value in stated_by(fact).items()}
        key = _key(keys, row)
        yield _of_own(table, row, own.get(key, ()), fact.place.lines, met)
        if _OF_A_DOCUMENT not in keys:
            against = next((other for other in others.get(key, ()) if _contradicts(row, other)), None)
            if against:
                yield Change("contradictory", table, row, against, against[_OF_A_DOCUMENT], fact.place.lines)
    for row in (row for held in own.values() for row in held):
        if repr(row) not in met:
            yield Change("gone", table, {}, row, stem, row["lines"])


def _of_own(table: str, row: Row, held: Sequence[Row], lines: str, met: set[str]) -> Change:
    """Return what becomes of a fact that the document itself may have stated before."""
    for kind, one in (*(("same", one) for one in held if _same(row, one)), *(("changed", one) for one in held)):
        if repr(one) not in met:
            met.add(repr(one))
            return Change("same" if kind == "same" else "changed", table, row, one, one[_OF_A_DOCUMENT], lines)
    return Change("new", table, row, {}, "", lines)


def _by_key(keys: Sequence[str], rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[_key(keys, row)].append(row)
    return found


def _key(keys: Sequence[str], row: Row) -> str:
    return "\n".join(_plain(row.get(name, "")) for name in keys if name != _OF_A_DOCUMENT)


def _same(row: Row, other: Row) -> bool:
    return all(_plain(value) == _plain(other.get(name, "")) for name, value in row.items())


def _contradicts(row: Row, other: Row) -> bool:
    both = ((_plain(value), _plain(other.get(name, ""))) for name, value in row.items() if name not in _WHERE)
    return any(one and two and one != two for one, two in both)


def _plain(value: str) -> str:
    return ";".join(sorted(as_typed(part) for part in value.split(";")))
