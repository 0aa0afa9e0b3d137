"""Exports as files to take away: each made once for a build of the store, one at a time, and kept until the next."""

from __future__ import annotations

import gzip
import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from threading import Lock
from weakref import finalize

from maillage.exports import write
from maillage.exports.files import put
from maillage.store import Store
from viz.exchange import exchange
from viz.network import read_network

_PATIENCE = 45.0
"""Seconds that a request waits for the exports before it."""

_NO_CLOCK = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP archive can name."""

Maker = Callable[[Store, Path, Path], None]
"""Writes an export to a file; the second path is a folder to work in."""


class BusyError(Exception):
    """Other exports are being made: ask again later."""


@dataclass(frozen=True, slots=True)
class Export:
    """A file to take away: its name, its media type, and what makes it."""

    name: str
    media_type: str
    make: Maker


class Shelf:
    """The exports of the newest build of a store, in a folder of the system's that is removed with the server."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._build = ""
        self._lock = Lock()

    def file(self, store: Store, build: str, export: Export) -> Path:
        """Return the file of ``export`` for that ``build``, made where it is not there. Raises BusyError."""
        if not self._lock.acquire(timeout=_PATIENCE):
            raise BusyError
        try:
            folder = self._of(build)
            made = folder / export.name
            if not made.is_file():
                with TemporaryDirectory(dir=folder) as work:
                    fresh = Path(work) / export.name
                    export.make(store, fresh, Path(work))
                    fresh.replace(made)
            return made
        finally:
            self._lock.release()

    def size(self, build: str, export: Export) -> int | None:
        """Return how many bytes the file has; nothing where it has not been made yet."""
        made = self._folder / _named(build) / export.name if self._folder else None
        return made.stat().st_size if made and made.is_file() else None

    def _of(self, build: str) -> Path:
        """Return the folder of ``build``; that of another is removed."""
        if self._folder is None:
            self._folder = Path(mkdtemp(prefix="maillage-"))
            finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        if build != self._build:
            shutil.rmtree(self._folder / _named(self._build), ignore_errors=True)
            self._build = build
        folder = self._folder / _named(build)
        folder.mkdir(exist_ok=True)
        return folder


def _named(build: str) -> str:
    return build or "memoire"


def _plain(form: str, store: Store, dest: Path, _work: Path) -> None:
    write(store, form, dest)


def _packed(form: str, store: Store, dest: Path, work: Path) -> None:
    """Write an export of several files as an archive, the same for the same store."""
    folder = work / form
    write(store, form, folder)
    with zipfile.ZipFile(dest, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(file.relative_to(folder).as_posix(), _NO_CLOCK)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, file.read_bytes())


def _compressed(form: str, store: Store, dest: Path, work: Path) -> None:
    """Write a graph, compressed, the same for the same store."""
    whole = work / form
    write(store, form, whole)
    with whole.open("rb") as read, dest.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as output:
        shutil.copyfileobj(read, output, 1 << 20)


def _network(form: str, store: Store, dest: Path, _work: Path) -> None:
    put(dest, [exchange(read_network(store), form)])


_ZIP, _GZIP = "application/zip", "application/gzip"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

EXPORTS: Mapping[str, Export] = {
    export.name: export
    for export in (
        Export("maillage.xlsx", _XLSX, partial(_plain, "xlsx")),
        Export("maillage-csv.zip", _ZIP, partial(_packed, "csv")),
        Export("maillage-parquet.zip", _ZIP, partial(_packed, "parquet")),
        Export("maillage-scdl.zip", _ZIP, partial(_packed, "scdl")),
        Export("maillage.gexf", "application/gexf+xml", partial(_network, "gexf")),
        Export("maillage.graphml", "application/graphml+xml", partial(_network, "graphml")),
        Export("maillage.nq.gz", _GZIP, partial(_compressed, "nq")),
        Export("maillage.ttl.gz", _GZIP, partial(_compressed, "ttl")),
    )
}
"""The exports by the name of their file."""
