"""The documents that were added one by one: copies in a folder of the store, which every build reads.

A document is first copied aside, and put in its place when a store that holds it has been named: killed at any moment,
the folder holds what the store holds, or can be made to.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from maillage.pipeline.finding import CORRECTED, Document, corrections_of, hashed
from maillage.store import Building

_ASIDE = ".new"


class Added:
    """The folder of added documents of a store that is being built."""

    def __init__(self, building: Building) -> None:
        self._folder = building.added
        self._aside = self._folder / _ASIDE
        self.settle(building.inputs)

    def documents(self) -> list[Document]:
        """Return the documents that have been added."""
        return _documents(self._folder)

    def offer(self, files: Iterable[Path]) -> list[Document]:
        """Copy ``files`` aside. Raises OSError."""
        self._aside.mkdir(parents=True)
        for file in files:
            shutil.copyfile(file, self._aside / file.name)
            if corrections_of(file).exists():
                shutil.copyfile(corrections_of(file), corrections_of(self._aside / file.name))
        return _documents(self._aside)

    def drop(self, documents: Iterable[Document]) -> None:
        """Take the copies of ``documents`` away. Raises OSError."""
        for document in documents:
            corrections_of(document.path).unlink(missing_ok=True)
            document.path.unlink(missing_ok=True)

    def settle(self, inputs: Mapping[str, str]) -> None:
        """Put the copies that are among the ``inputs`` of the store in place, and throw the others away.

        Raises OSError.
        """
        if not self._aside.exists():
            return
        for document in _documents(self._aside):
            if inputs.get(document.input) == document.key:
                self.drop(former for former in _documents(self._folder) if former.path.stem == document.path.stem)
                for file in (corrections_of(document.path), document.path):
                    if file.exists():
                        file.replace(self._folder / file.name)
        shutil.rmtree(self._aside)


def _documents(folder: Path) -> list[Document]:
    """Return the documents in ``folder``."""
    files = (path for path in sorted(folder.glob("*")) if path.is_file() and not path.name.endswith(CORRECTED))
    return hashed(files, "added")
