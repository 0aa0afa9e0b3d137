"""The sources that travel with Maillage: what was read of the acts that it ships no copy of."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from maillage import facts_file
from maillage.errors import FactsError
from maillage.facts import Fact, Source
from maillage.pipeline.corrections import amended
from maillage.pipeline.inputs import digest
from maillage.pipeline.reading import Statements
from maillage.places import folder

DESCRIPTION = "source.toml"
FACTS = "facts.jsonl"
CORRECTIONS = "corrections.toml"


@dataclass(frozen=True, slots=True)
class Shipped:
    """A source of ``data/sources``: its description, its facts as read, the hash of its files and their folder."""

    source: Source
    facts: tuple[Fact, ...]
    key: str
    place: Path

    @property
    def statements(self) -> Statements:
        """What it states, corrected, without the words. Raises FactsError for bad corrections."""
        return self.amend(Statements(self.source, self.facts, {}))

    def amend(self, read: Statements) -> Statements:
        """Return ``read`` with the corrections that are shipped. Raises FactsError for bad ones."""
        file = self.place / CORRECTIONS
        return amended(read, file) if file.exists() else read


def shipped() -> Iterator[Shipped]:
    """Give the sources that are shipped, by stem. Raises FactsError for one that is not as it should be."""
    for description in sorted((folder("data") / "sources").glob(f"*/{DESCRIPTION}")):
        yield _load(description.parent)


def _load(place: Path) -> Shipped:
    file = place / FACTS
    try:
        text = file.read_text("utf-8")
        described = tomllib.loads((place / DESCRIPTION).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FactsError(
            f"source illisible ({error}) : rétablissez ses fichiers.",
            f"unreadable source ({error}): restore its files.",
            file=place,
        ) from error
    source, facts = facts_file.loads(text, str(file))
    _count(file, facts, described.get("expected", {}))
    words = {name: str(described[name]) for name in ("title", "publisher", "date") if described.get(name)}
    return Shipped(replace(source, **words), facts, digest(place), place)


def _count(file: Path, facts: tuple[Fact, ...], expected: Mapping[str, int]) -> None:
    """Hold the facts against the counts that the description expects, by table. Raises FactsError."""
    found = Counter(fact.table for fact in facts)
    for table, number in expected.items():
        if found[table] != number:
            raise FactsError(
                f"{found[table]} faits « {table} » au lieu des {number} attendus : vérifiez-les, puis {DESCRIPTION}.",
                f"{found[table]} “{table}” facts instead of the {number} expected: check them, then {DESCRIPTION}.",
                file=file,
            )
