"""Every error that Maillage raises on purpose.

::

    MaillageError          what the command line shows as one or two sentences
    ├── UsageError         the call is wrong: an option, a parameter, a file that is not there
    ├── DocumentError      a document cannot be read: empty, binary, badly encoded, too large, hostile
    ├── FactsError         a facts file, a corrections file or a source.toml is not as it should be
    ├── DeclarationError   an ontology, shape, query or vocabulary file is not as it should be
    ├── StoreError         a store is missing, damaged, locked, read-only, or of another version
    └── QueryError         a question cannot be answered: unknown, badly parametrised, bad SPARQL

A message names the file, the place in it and the remedy, in the language of ``maillage.language``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from maillage.language import tr


class MaillageError(Exception):
    """What went wrong, where, and what to do about it.

    ``fr`` and ``en`` are the message in both languages, a sentence or two with the remedy; ``file`` and ``place``
    (a line, a page, a field) are put in front of it. ``exit_status`` is that of the command line: 1 for something
    that must be looked at, 2 for wrong use.
    """

    exit_status = 1

    def __init__(self, fr: str, en: str, *, file: Path | str | None = None, place: str = "") -> None:
        self.file = str(file) if file is not None else ""
        self.place = place
        self._texts = fr, en
        where = ", ".join(part for part in (self.file, place) if part)
        message = tr(fr, en)
        super().__init__(f"{where} : {message}" if where else message)

    def text(self, language: str) -> str:
        """Return the message in ``language`` (``fr`` or ``en``), without file and place."""
        return self._texts[1 if language == "en" else 0]

    def __reduce__(self) -> tuple[Callable[..., MaillageError], tuple[str, str]]:
        """Let an error come back from another process as it was raised there."""
        return partial(type(self), file=self.file or None, place=self.place), self._texts


class UsageError(MaillageError):
    """The call is wrong."""

    exit_status = 2


class DocumentError(MaillageError):
    """A document cannot be read."""


class FactsError(MaillageError):
    """A facts file, a corrections file or a source description is not as it should be."""


class DeclarationError(MaillageError):
    """A file of the ontology, the shapes, the queries or the vocabularies is not as it should be."""


class StoreError(MaillageError):
    """A store cannot be opened or written."""


class QueryError(MaillageError):
    """A question cannot be answered."""

    exit_status = 2
