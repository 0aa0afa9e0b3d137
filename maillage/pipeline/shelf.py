"""The shelf: readings of documents kept beside a store: the same bytes are read once by the same rules."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

from maillage import facts_file
from maillage.errors import FactsError
from maillage.pipeline.reading import Loaders, Statements, renamed


class Shelf:
    """The readings of documents, a file each in one folder, named by the bytes read and the rules that read them.

    ``fresh`` are readings just made, which stand on the shelf as soon as they are taken.
    """

    def __init__(self, folder: Path, loaders: Loaders, fresh: Iterable[Statements] = ()) -> None:
        self._folder = folder
        self._key = loaders.key
        self._fresh = {read.source.sha256: read for read in fresh}

    def take(self, stem: str, sha256: str, *, any_rules: bool = False) -> Statements | None:
        """Return the reading of the document with that hash; None where there is none that is whole.

        With ``any_rules`` a reading by other rules than today's will do.
        """
        if sha256 in self._fresh:
            read = self._fresh[sha256]
            read = renamed(read, replace(read.source, stem=stem))
            self.put(read)
            return read
        files = [self._file(sha256), *(sorted(self._folder.glob(f"{sha256}-*.json")) if any_rules else ())]
        return next((read for read in map(_load, files) if read and read.source.stem == stem), None)

    def put(self, read: Statements) -> None:
        """Keep a reading. Raises OSError."""
        file = self._file(read.source.sha256)
        file.parent.mkdir(exist_ok=True)
        fresh = file.with_suffix(".new")
        record = {"facts": facts_file.dumps(read.source, read.facts), "quotes": dict(read.quotes)}
        fresh.write_text(json.dumps(record, ensure_ascii=False, sort_keys=True), "utf-8")
        fresh.replace(file)

    def put_corrections(self, sha256: str, file: Path) -> None:
        """Keep the corrections in ``file`` of the document with that hash. Raises OSError."""
        self._folder.mkdir(exist_ok=True)
        copyfile(file, self.corrections(sha256))

    def corrections(self, sha256: str) -> Path:
        """Return where the corrections of the document with that hash are kept."""
        return self._folder / f"{sha256}-corrections.toml"

    def keep_only(self, hashes: Iterable[str]) -> None:
        """Throw away the readings of other documents. Raises OSError."""
        kept = set(hashes)
        for file in sorted(self._folder.glob("*")):
            if file.name.partition("-")[0] not in kept or self._is_outdated(file):
                file.unlink()

    def _is_outdated(self, file: Path) -> bool:
        """Whether the same document has a reading by today's rules."""
        today = self._file(file.name.partition("-")[0])
        return file.suffix == today.suffix and file != today and today.exists()

    def _file(self, sha256: str) -> Path:
        return self._folder / f"{sha256}-{self._key[:16]}.json"


def _load(file: Path) -> Statements | None:
    """Read a reading back; None where it is not whole."""
    try:
        record = json.loads(file.read_text("utf-8"))
        source, facts = facts_file.loads(record["facts"])
    except (OSError, ValueError, KeyError, FactsError):
        return None
    return Statements(source, facts, record["quotes"])
