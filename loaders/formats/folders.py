"""The documents in a folder."""

from __future__ import annotations

import os
from pathlib import Path

from maillage.errors import UsageError

EXTENSIONS = frozenset((".md", ".markdown", ".txt", ".html", ".htm", ".xhtml", ".docx", ".odt", ".pdf"))
"""The extensions by which a document is known in a folder."""


def documents_in(path: Path) -> list[Path]:
    """Return the documents at ``path``, a file or a folder with its subfolders, sorted; each file once.

    Links are followed, but no folder is entered twice; hidden files and folders are left out. A file that is named
    itself is given whatever its extension. Raises UsageError where there is nothing at ``path``.
    """
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise UsageError(
            "introuvable : donnez un document ou un dossier.", "not found: give a document or a folder.", file=path
        )
    found: dict[Path, Path] = {}
    seen: set[Path] = set()
    for folder, subfolders, files in os.walk(path, followlinks=True):
        here = Path(folder).resolve()
        subfolders[:] = [] if here in seen else sorted(name for name in subfolders if not name.startswith("."))
        if here in seen:
            continue
        seen.add(here)
        for name in sorted(files):
            file = Path(folder) / name
            if file.suffix.lower() in EXTENSIONS and not name.startswith(".") and file.is_file():
                found.setdefault(file.resolve(), file)
    return sorted(found.values())
