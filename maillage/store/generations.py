"""The generations' folders: cloning one, and sweeping away those that nobody needs."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pyoxigraph as ox

from maillage.store import failures
from maillage.store.layout import GENERATIONS, generation_folder
from maillage.store.manifest import Manifest

_NOT_CLONED = {"LOCK", "LOG"}


def open_named(root: Path, named: Manifest) -> ox.Store:
    """Open the ``named`` generation for reading. Raises StoreError where it is damaged."""
    folder = root / named.folder
    try:
        if any((folder / name).stat().st_size < size for name, size in named.journals.items()):
            raise failures.damaged(root)
        return ox.Store.read_only(str(folder))
    except (OSError, RuntimeError) as error:
        raise failures.damaged(root) from error


def journals(folder: Path) -> dict[str, int]:
    """Return the sizes of the engine's journals in a generation's ``folder``."""
    files = (folder / "CURRENT", *sorted(folder.glob("MANIFEST-*")))
    return {file.name: file.stat().st_size for file in files}


def clone(former: Path, fresh: Path) -> None:
    """Copy the generation ``former`` to ``fresh``; its big files, which the engine never rewrites, by hard link."""
    fresh.mkdir(parents=True)
    for file in sorted(former.iterdir()):
        if file.name in _NOT_CLONED or file.name.startswith("LOG."):
            continue
        if file.suffix != ".sst" or not _link(file, fresh / file.name):
            shutil.copyfile(file, fresh / file.name)


def _link(file: Path, target: Path) -> bool:
    """Hard-link ``target`` to ``file``; False where the file system cannot."""
    try:
        os.link(file, target)
    except OSError:
        return False
    return True


def sweep(root: Path, named: Manifest | None) -> None:
    """Remove every generation but the ``named`` one and the one before it. Raises OSError."""
    kept = {generation_folder(n) for n in (named.generation, named.generation - 1)} if named else set()
    for folder in sorted((root / GENERATIONS).iterdir()):
        if f"{GENERATIONS}/{folder.name}" not in kept:
            shutil.rmtree(folder)
