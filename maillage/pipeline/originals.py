"""Originals: the documents that are on this machine, found by the hash of their bytes and never by a name or a path."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from threading import Lock

from maillage.errors import MaillageError
from maillage.pipeline.finding import found
from maillage.pipeline.reading import Loaders

_MOST_TEXTS = 16

Weight = tuple[int, int]


class Originals:
    """The documents at ``places`` (files and folders), and the files of the folders that a store keeps (``kept``).

    Raises UsageError where a place holds no document.
    """

    def __init__(self, places: Sequence[Path], kept: Sequence[Path], loaders: Loaders) -> None:
        self._places, self._kept, self._loaders = places, kept, loaders
        self._hashes: dict[Path, tuple[Weight, str]] = {}
        self._lock = Lock()
        self._lines = lru_cache(maxsize=_MOST_TEXTS)(self._read)
        self._look()

    def file(self, key: str) -> Path | None:
        """Return a file whose bytes have the SHA-256 ``key``; None where there is none, or none any more."""
        with self._lock:
            known = self._at(key)
            if known is None:
                self._look()
                known = self._at(key)
            return known

    def lines(self, key: str) -> tuple[str, ...]:
        """Return the text of the document with that SHA-256, in the lines by which places name it; none without it."""
        file = self.file(key)
        return () if file is None else self._lines(file, key)

    def _read(self, file: Path, _key: str) -> tuple[str, ...]:
        try:
            return self._loaders.lines(file)
        except MaillageError:  # it was read once, by rules that took it: its places are all that is left to show
            return ()

    def _at(self, key: str) -> Path | None:
        same = (file for file, (weight, known) in self._hashes.items() if known == key and weight == _weight(file))
        return next(same, None)

    def _look(self) -> None:
        """Hash what is there and was not, or is no longer as it was."""
        former, self._hashes = self._hashes, {}
        for file in self._files():
            weight = _weight(file)
            if weight is None:
                continue
            seen = former.get(file)
            self._hashes[file] = seen if seen and seen[0] == weight else (weight, _hash(file))

    def _files(self) -> Iterable[Path]:
        yield from found(self._places, self._loaders)
        for folder in self._kept:
            yield from (file for file in sorted(folder.glob("*")) if file.is_file())


def _weight(file: Path) -> Weight | None:
    """Return when a file was written and its size; None where it cannot be seen."""
    try:
        seen = file.stat()
    except OSError:
        return None
    return seen.st_mtime_ns, seen.st_size


def _hash(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            total = sha256()
            while chunk := opened.read(1 << 20):
                total.update(chunk)
    except OSError:
        return ""
    return total.hexdigest()
