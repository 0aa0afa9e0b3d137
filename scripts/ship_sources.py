"""Writes data/sources/<stem>/facts.jsonl of the documents named: what the readers read, and the counts of source.toml.

``python scripts/ship_sources.py DOCUMENT...``; the description in source.toml is written by hand and kept.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from loaders.reading import read
from loaders.resolve import Gazetteer
from maillage import facts_file
from maillage.facts import FACTS, Fact
from maillage.reference import load

SOURCES = Path(__file__).resolve().parent.parent / "data" / "sources"
DESCRIBED = ("title", "publisher", "date", "licence", "url")


def main(documents: Iterable[str]) -> None:
    """Ship each of ``documents``."""
    gazetteer = Gazetteer(load())
    for document in documents:
        reading = read(Path(document), gazetteer)
        folder = SOURCES / reading.source.stem
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "facts.jsonl").write_text(facts_file.dumps(reading.source, reading.facts), "utf-8")
        description = folder / "source.toml"
        known = tomllib.loads(description.read_text("utf-8")) if description.exists() else {}
        description.write_text(described(known, reading.source.sha256, reading.facts), "utf-8")
        print(f"{reading.source.stem}: {len(reading.facts)} facts")


def described(known: Mapping[str, object], sha256: str, facts: Iterable[Fact]) -> str:
    """Return the text of source.toml: the description kept, the hash and the expected counts of ``facts``."""
    counted = Counter(fact.table for fact in facts)
    lines = [f'{name} = "{known.get(name, "")}"' for name in DESCRIBED]
    lines += [f'sha256 = "{sha256}"', "", "[expected]"]
    lines += [f"{cls.table} = {counted[cls.table]}" for cls in FACTS if counted[cls.table]]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
