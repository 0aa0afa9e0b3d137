"""The sources that travel with Maillage: what was read of the acts that it ships no copy of."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from maillage import facts_file
from maillage.errors import FactsError
from maillage.facts import Fact, Source
from maillage.pipeline.inputs import digest
from maillage.places import folder

DESCRIPTION = "source.toml"
FACTS = "facts.jsonl"


@dataclass(frozen=True, slots=True)
class Shipped:
    """A source of ``data/sources``: its description, its facts and the hash of its files."""

    source: Source
    facts: tuple[Fact, ...]
    key: str


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
    words = {name: str(described[name]) for name in ("title", "publisher", "date") if described.get(name)}
    return Shipped(replace(source, **words), facts, digest(place))
