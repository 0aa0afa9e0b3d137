"""Answers that outlive who asked: what took a moment is written beside the store, for as long as it holds the same.

One folder for each content of the store, one file for each question: the hash of what follows, then cells and rows.
Nothing depends on it: what is missing, damaged or cannot be written is asked anew.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import threading
from array import array
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from hashlib import blake2b
from pathlib import Path
from time import perf_counter

from maillage.store.kept import is_changing
from maillage.table import Cell, Table

MOST = 200_000_000
"""How many bytes the answers may take; one may take a quarter of them."""

LONG = 0.02
"""What takes more seconds than that is worth a file."""

_SHARE = 4
_DECIMAL = "decimal"
_RANK = "I"  # four bytes on every machine that Python runs on


class Shelf:
    """The answers kept in ``folder``, all of one content of a store."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def answer(self, asked: str, ask: Callable[[], Table]) -> Table:
        """Return the answer to ``asked`` that is kept, else what ``ask`` gives, kept if it took long."""
        if is_changing(asked):
            return ask()
        path = self._folder / f"{_hash(asked.encode('utf-8', 'surrogatepass'))}.table"
        if (table := _read(path)) is not None:
            return table
        begun = perf_counter()
        table = ask()
        if perf_counter() - begun > LONG:
            with suppress(OSError):  # a medium that is only read
                self._put(path, _pack(table))
        return table

    def _put(self, path: Path, body: bytes) -> None:
        """Write an answer in one go, and let go of the oldest ones, and of those of another content of the store."""
        if len(body) > MOST // _SHARE:
            return
        if not self._folder.is_dir():
            shutil.rmtree(self._folder.parent, ignore_errors=True)
            self._folder.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        fresh.write_bytes(body)
        fresh.replace(path)
        self._bound()

    def _bound(self) -> None:
        """Remove the oldest answers until all of them take no more bytes than they may."""
        found = sorted((one.stat().st_mtime_ns, one.name, one.stat().st_size) for one in self._folder.iterdir())
        size = sum(bytes_ for *_, bytes_ in found)
        for _, name, bytes_ in found:
            if size <= MOST:
                return
            (self._folder / name).unlink(missing_ok=True)
            size -= bytes_


def _hash(content: bytes) -> str:
    return blake2b(content, digest_size=20).hexdigest()


def _pack(table: Table) -> bytes:
    """Return the file of a table: each different cell once, then, of each place, which one stands there.

    The same words come back in row after row: read so, a large answer takes less than half of the time.
    """
    ranks: dict[tuple[type, Cell], int] = {}
    places = array(_RANK, (ranks.setdefault((type(cell), cell), len(ranks)) for row in table.rows for cell in row))
    head = [table.columns, len(table), [cell for _, cell in ranks]]
    content = json.dumps(head, default=_plain, separators=(",", ":")).encode() + b"\n" + _little(places).tobytes()
    return _hash(content).encode() + b"\n" + content


def _plain(value: Decimal) -> dict[str, str]:
    return {_DECIMAL: str(value)}


def _read(path: Path) -> Table | None:
    """Return the table in the file; None where there is none, or where it is not as it was written."""
    try:
        digest, _, content = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if digest != _hash(content).encode():
        return None
    head, _, body = content.partition(b"\n")
    columns, length, cells = json.loads(head, object_hook=_decimal)
    places = array(_RANK)
    places.frombytes(body)
    found = map(cells.__getitem__, _little(places))
    rows = zip(*[found] * len(columns), strict=True) if columns else ((),) * length
    return Table(tuple(columns), tuple(rows))


def _decimal(found: dict[str, str]) -> Cell:
    return Decimal(found[_DECIMAL])


def _little(places: array[int]) -> array[int]:
    """Return ``places`` in the order of bytes that the file has, whatever the machine's is."""
    if sys.byteorder == "big":
        places.byteswap()
    return places
