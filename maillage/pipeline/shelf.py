"""The shelf: readings of documents kept beside a store: the same bytes are read once by the same rules."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from maillage import facts_file
from maillage.errors import FactsError
from maillage.pipeline.reading import Loaders, Statements


class Shelf:
    """The readings of documents, a file each in one folder, named by the bytes read and the rules that read them."""

    def __init__(self, folder: Path, loaders: Loaders) -> None:
        self._folder = folder
        self._key = loaders.key

    def take(self, stem: str, sha256: str) -> Statements | None:
        """Return the reading of the document with that hash; None where there is none that is whole."""
        try:
            record = json.loads(self._file(sha256).read_text("utf-8"))
            source, facts = facts_file.loads(record["facts"])
        except (OSError, ValueError, KeyError, FactsError):
            return None
        return Statements(source, facts, record["quotes"]) if source.stem == stem else None

    def put(self, read: Statements) -> None:
        """Keep a reading. Raises OSError."""
        file = self._file(read.source.sha256)
        file.parent.mkdir(exist_ok=True)
        fresh = file.with_suffix(".new")
        record = {"facts": facts_file.dumps(read.source, read.facts), "quotes": dict(read.quotes)}
        fresh.write_text(json.dumps(record, ensure_ascii=False, sort_keys=True), "utf-8")
        fresh.replace(file)

    def keep_only(self, hashes: Iterable[str]) -> None:
        """Throw away the readings of other documents, or by other rules. Raises OSError."""
        kept = {self._file(sha256) for sha256 in hashes}
        for file in sorted(self._folder.glob("*")):
            if file not in kept:
                file.unlink()

    def _file(self, sha256: str) -> Path:
        return self._folder / f"{sha256}-{self._key[:16]}.json"
