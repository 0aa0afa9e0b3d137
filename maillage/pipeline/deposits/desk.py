"""The desk: where documents are handed in, wait, are read and judged, and from which they go into the store."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from maillage.aside import Aside
from maillage.errors import StoreError, UsageError
from maillage.pipeline.deposits import journal, working
from maillage.pipeline.deposits.deposit import Deposit, Read, is_id, opened, prepared
from maillage.pipeline.deposits.job import Jobs, Status
from maillage.pipeline.deposits.ledger import Ledger, Today, text_of
from maillage.pipeline.deposits.review import Decision, Review
from maillage.pipeline.finding import corrections_of, hashed
from maillage.pipeline.reading import Loaders
from maillage.pipeline.summary import Summary
from maillage.store import Store

MOST_WAITING = 20
"""How many deposits may wait at once."""


class Desk:
    """The deposits of ``store``, one on disk; documents have one of ``extensions``. Raises StoreError for another."""

    def __init__(self, store: Store, loaders: Loaders, extensions: frozenset[str], today: Today) -> None:
        if store.root is None or store.deposits is None or store.added is None or store.journal is None:
            raise StoreError("rien ne peut être ajouté à ce magasin.", "nothing can be added to this store.")
        self._root, self._folder = store.root, store.deposits
        self._loaders, self.extensions, self.today = loaders, extensions, today
        self._jobs = Jobs()
        self.ledger = Ledger(
            store.root, store.added, store.journal, store.deposits, loaders, extensions, today, self._jobs
        )
        for folder in sorted(self._folder.glob("*")):
            if opened(folder) is None:  # what a server that was killed has left
                shutil.rmtree(folder, ignore_errors=True)

    def waiting(self) -> tuple[Deposit, ...]:
        """Return the documents that wait."""
        found = (opened(folder) for folder in sorted(self._folder.glob("*")))
        return tuple(deposit for deposit in found if deposit is not None)

    def deposit(self, key: str) -> Deposit | None:
        """Return the deposit with that id; None where there is none."""
        return opened(self._folder / key) if is_id(key) else None

    def status(self, key: str) -> Status | None:
        """Return what became of the last work on a deposit; None where there was none."""
        return self._jobs.status(key)

    def receive(self, called: str, content: BinaryIO) -> str:
        """Take a document that was ``called`` so, begin to read it, and return the id of its deposit.

        Raises UsageError where too many wait.
        """
        if len(self.waiting()) >= MOST_WAITING:
            raise UsageError(
                f"{MOST_WAITING} documents attendent déjà : ajoutez-les ou écartez-les d'abord.",
                f"{MOST_WAITING} documents wait already: add them or put them aside first.",
            )
        deposit = prepared(self._folder / token_hex(8), called, self.extensions)
        with deposit.file.open("wb") as file:
            shutil.copyfileobj(content, file)
        deposit.remember(self._corrections_of_same(deposit.file))
        self.read(deposit)
        return deposit.id

    def read(self, deposit: Deposit) -> None:
        """Begin to read a deposit; one that cannot be read leaves nothing behind."""

        def keep(read: Read) -> str:
            deposit.keep(read)
            return deposit.stem

        aside = Aside(working.read, working.ToRead(deposit.file, self._loaders), working.READING)
        self._jobs.start(deposit.id, deposit.file, aside, keep, deposit.discard)

    def review(self, deposit: Deposit) -> Review | None:
        """Return what was read of a deposit, with what is decided; None where it is not read yet."""
        read = deposit.read()
        return None if read is None else Review(read.statements, deposit.before, deposit.decisions())

    def decide(self, deposit: Deposit, review: Review, decisions: Mapping[str, Decision]) -> None:
        """Keep other ``decisions`` of a ``review``. Raises FactsError for one that cannot be."""
        review.decided(decisions)
        deposit.decide(decisions)
        self._jobs.forget(deposit.id)

    def commit(self, deposit: Deposit, review: Review) -> None:
        """Begin to put a deposit into the store, as decided. Raises FactsError for a decision that cannot be."""
        stated = review.statements()
        text, file = review.text, corrections_of(deposit.file)
        file.unlink(missing_ok=True)
        if text:
            file.write_text(text, "utf-8")

        def done(_summary: Summary) -> str:
            self.ledger.note("add", deposit.stem, journal.changes_in(stated.facts))
            deposit.discard()
            return deposit.stem

        asked = working.ToAdd(self._root, deposit.file, (review.read,), self._loaders)
        self._jobs.start(deposit.id, deposit.file, Aside(working.put, asked, working.BUILDING), done)

    def end(self, key: str) -> None:
        """Give up the work on a deposit."""
        self._jobs.end(key)

    def discard(self, deposit: Deposit) -> None:
        """Throw a deposit away, and the work on it."""
        self._jobs.end(deposit.id)
        self._jobs.forget(deposit.id)
        deposit.discard()

    def close(self) -> None:
        """Give up all work."""
        self._jobs.close()

    def _corrections_of_same(self, file: Path) -> str:
        """Return the corrections of the added document that has the bytes of ``file``."""
        (document,) = hashed([file])
        same = (known.path for known in hashed(self.ledger.files()) if known.sha256 == document.sha256)
        return next((text_of(corrections_of(path)) for path in same), "")
