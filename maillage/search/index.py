"""The index: made beside the store it was read from, made again when that has changed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import tantivy

from maillage import __version__
from maillage.errors import QueryError
from maillage.names import ascii_words
from maillage.reference import load
from maillage.search.analysis import STEMMED, TYPED, analysers
from maillage.search.asking import query
from maillage.search.kinds import KINDS, Entry, entries, official
from maillage.store import Store
from maillage.table import Cell, Table

_FORMAT = 1
COLUMNS = ("score", "kind", "key", "label", "convention", "territory", "iri", "document", "lines")
_STORED = COLUMNS[1:]
_IRI = COLUMNS.index("iri")
_CANDIDATES = 100
Row = tuple[Cell, ...]
_UNNAMED = 0.25
"""How much less well a territory answers that no act names."""

_WEAKEST = 0.04
"""The share of the best score below which an answer is none."""


class Index:
    """What can be found in a store, by words: what its acts name, and the official territories."""

    def __init__(self, named: tantivy.Index, official: tantivy.Index) -> None:
        self._named, self._official = _ready(named), _ready(official)

    def search(self, text: str, kind: str = "", limit: int = 10) -> Table:
        """Return the things that ``text`` names or is said of, the best first.

        ``kind`` is one of ``KINDS``, empty for all. Raises QueryError for another.
        """
        if kind and kind not in KINDS:
            values = ", ".join(KINDS)
            raise QueryError(
                f"« {kind} » n'est pas un genre de chose. Valeurs : {values}.",
                f"“{kind}” is no kind of thing. Values: {values}.",
            )
        rows = _hits(self._named, text, kind, limit, 1.0)
        known = {row[_IRI] for row in rows}
        rows += [row for row in _hits(self._official, text, kind, limit, _UNNAMED) if row[_IRI] not in known]
        best = max((_score(row) for row in rows), default=0.0)
        kept = sorted((row for row in rows if _score(row) >= best * _WEAKEST), key=_rank)
        return Table(COLUMNS, tuple(kept[:limit]))


def _hits(index: tantivy.Index, text: str, kind: str, limit: int, weight: float) -> list[Row]:
    """Return the best answers of ``index``, their scores times ``weight``."""
    searcher = index.searcher()
    hits = searcher.search(query(index.schema, text, kind), max(_CANDIDATES, limit)).hits
    return [_row(score * weight, searcher.doc(address)) for score, address in hits]


def _score(row: Row) -> float:
    return float(str(row[0]))


def _row(score: float, document: tantivy.Document) -> Row:
    return (round(score, 3), *(str(document.get_first(name) or "") or None for name in _STORED))


def _rank(row: Row) -> tuple[float, int, str]:
    return (-_score(row), KINDS.index(str(row[1])), str(row[2]))


def opened(store: Store) -> Index:
    """Return the index of ``store``, made where there is none of what it holds now. Raises StoreError as it does."""
    named = _opened(store.search_folder, f"actes-{_digest(store)}", lambda: entries(store))
    return Index(named, _opened(store.search_folder, f"territoires-{_reference()}", official))


def _opened(place: Path | None, name: str, found: Callable[[], Iterable[Entry]]) -> tantivy.Index:
    """Return the index ``name`` at ``place``; in memory where there is none."""
    folder = place / name if place is not None else None
    if folder is not None and not folder.is_dir():
        try:
            _made(folder, found())
        except OSError:  # a store on a medium that cannot be written
            folder = None
    return tantivy.Index.open(str(folder)) if folder is not None else _filled(tantivy.Index(_schema()), found())


def _made(folder: Path, found: Iterable[Entry]) -> None:
    """Make the index at ``folder`` whole or not at all; those of former contents go."""
    fresh = folder.with_name(f"{folder.name}.{os.getpid()}")
    for former in folder.parent.glob(f"{folder.name.partition('-')[0]}-*"):
        shutil.rmtree(former, ignore_errors=True)
    fresh.mkdir(parents=True)
    _filled(tantivy.Index(_schema(), path=str(fresh)), found)
    fresh.rename(folder)


def _ready(index: tantivy.Index) -> tantivy.Index:
    """Return ``index`` with the analysers that its fields name."""
    for name, analyser in analysers().items():
        index.register_tokenizer(name, analyser)
    index.reload()
    return index


def _filled(index: tantivy.Index, found: Iterable[Entry]) -> tantivy.Index:
    _ready(index)
    writer = index.writer(num_threads=1)
    for entry in found:
        writer.add_document(_document(entry))
    writer.commit()
    writer.wait_merging_threads()
    return index


def _document(entry: Entry) -> tantivy.Document:
    document = tantivy.Document()
    for name in _STORED:
        document.add_text(name, str(getattr(entry, name)))
    for text in dict.fromkeys((entry.key.casefold(), *map(ascii_words, (entry.label, *entry.names)))):
        document.add_text("exact", text)
    for field in ("names", "concepts", "words"):
        for text in getattr(entry, field):
            document.add_text(field, text)
    for text in (entry.label, *entry.names, *entry.words):
        document.add_text("typed", text)
    return document


@cache
def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in ("kind", "key", "convention", "territory", "iri", "document", "lines"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("exact", "concepts"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("label", stored=True, tokenizer_name=STEMMED)
    for name in ("names", "words"):
        builder.add_text_field(name, tokenizer_name=STEMMED)
    builder.add_text_field("typed", tokenizer_name=TYPED)
    return builder.build()


def _digest(store: Store) -> str:
    """Return what tells the contents of ``store`` and the way in which they are indexed from any others."""
    return _hash({name: entry.sha256 for name, entry in store.manifest.graphs.items()})


@cache
def _reference() -> str:
    """Return what tells the official reference from any other."""
    return _hash(load().vintages)


def _hash(said: object) -> str:
    text = json.dumps([_FORMAT, __version__, said], sort_keys=True, default=list)
    return hashlib.sha256(text.encode()).hexdigest()[:20]
