"""The ledger: the documents that were added to a store, what happened to them, and how it is taken back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from secrets import token_hex

from maillage.aside import Aside
from maillage.errors import UsageError
from maillage.pipeline.corrections.writing import without
from maillage.pipeline.deposits import journal, working
from maillage.pipeline.deposits.job import Jobs
from maillage.pipeline.deposits.journal import Change, Event, Happened
from maillage.pipeline.finding import corrections_of
from maillage.pipeline.reading import Loaders
from maillage.pipeline.summary import Summary

Today = Callable[[], str]
"""Gives the day of a decision, as ISO 8601 has it."""


class Ledger:
    """What was ``added`` to the store at ``root``, with its ``events``; work is done in ``folder``, as ``jobs``."""

    def __init__(
        self,
        root: Path,
        added: Path,
        events: Path,
        folder: Path,
        loaders: Loaders,
        extensions: frozenset[str],
        today: Today,
        jobs: Jobs,
    ) -> None:
        self._root, self._added, self._journal, self._folder = root, added, events, folder
        self._loaders, self._extensions, self._today, self._jobs = loaders, extensions, today, jobs

    def note(self, happened: Happened, stem: str, changes: tuple[Change, ...] = ()) -> None:
        """Write down what happened to a document. Raises OSError."""
        journal.note(self._journal, Event(happened, stem, self._today(), changes))

    def added(self) -> tuple[str, ...]:
        """Return the documents that were added to the store."""
        return tuple(sorted({file.stem for file in self.files()}))

    def events(self) -> tuple[Event, ...]:
        """Return what happened, the newest first."""
        return journal.events(self._journal)

    def standing(self, stem: str) -> frozenset[str]:
        """Return the keys of the corrections of an added document that can be taken back."""
        return frozenset(change.key for change in self._changes(stem))

    def undo(self, stem: str, key: str) -> str:
        """Begin to take the correction ``key`` of an added document back; return the id of the work.

        Raises UsageError where there is none.
        """
        file, gone = self._file(stem), [change for change in self._changes(stem) if change.key == key]
        if file is None or not gone:
            raise UsageError("cette correction n'est plus là.", "this correction is no longer there.")
        folder = self._folder / token_hex(8)
        folder.mkdir(parents=True)
        copy = folder / file.name
        shutil.copyfile(file, copy)
        rest = without(text_of(corrections_of(file)), key)
        if journal.changes_of(rest):
            corrections_of(copy).write_text(rest, "utf-8")

        def done(_summary: Summary) -> str:
            self.note("undo", stem, tuple(gone))
            shutil.rmtree(folder, ignore_errors=True)
            return stem

        aside = Aside(working.put, working.ToAdd(self._root, copy, (), self._loaders), working.BUILDING)
        self._jobs.start(folder.name, copy, aside, done, lambda: shutil.rmtree(folder, ignore_errors=True))
        return folder.name

    def remove(self, stem: str) -> str:
        """Begin to take an added document out of the store; return the id of the work. Raises UsageError."""
        file = self._file(stem)
        if file is None:
            raise UsageError("ce document n'a pas été ajouté ici.", "this document was not added here.")

        def done(_summary: Summary) -> str:
            self.note("remove", stem)
            return ""

        key = token_hex(8)
        aside = Aside(working.take_out, working.ToRemove(self._root, stem, self._loaders), working.BUILDING)
        self._jobs.start(key, file, aside, done)
        return key

    def files(self) -> tuple[Path, ...]:
        """Return the documents that were added to the store, as files."""
        files = (file for file in sorted(self._added.glob("*")) if file.is_file())
        return tuple(file for file in files if file.suffix.lower() in self._extensions)

    def _file(self, stem: str) -> Path | None:
        return next((file for file in self.files() if file.stem == stem), None)

    def _changes(self, stem: str) -> tuple[Change, ...]:
        file = self._file(stem)
        return journal.changes_of(text_of(corrections_of(file))) if file else ()


def text_of(file: Path) -> str:
    """Return the text of a file; empty where there is none."""
    return file.read_text("utf-8") if file.exists() else ""
