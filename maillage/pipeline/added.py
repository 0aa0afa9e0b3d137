"""The documents that were added one by one: copies in a folder of the store, which every build reads.

A document is first copied aside, and put in its place when a store that holds it has been named: killed at any moment,
the folder holds what the store holds, or can be made to.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from maillage.pipeline.finding import Document, hashed
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
        return hashed(sorted(path for path in self._folder.glob("*") if path.is_file()), "added")

    def offer(self, files: Iterable[Path]) -> list[Document]:
        """Copy ``files`` aside. Raises OSError."""
        self._aside.mkdir(parents=True)
        return hashed([shutil.copyfile(file, self._aside / file.name) for file in files], "added")

    def settle(self, inputs: Mapping[str, str]) -> None:
        """Put the copies that are among the ``inputs`` of the store in place, and throw the others away.

        Raises OSError.
        """
        if not self._aside.exists():
            return
        for document in hashed(sorted(self._aside.iterdir()), "added"):
            if inputs.get(document.input) == document.sha256:
                for former in self._folder.glob("*"):
                    if former.stem == document.path.stem:
                        former.unlink()
                document.path.replace(self._folder / document.path.name)
        shutil.rmtree(self._aside)
