"""File formats: each makes the same Document of its files."""

from __future__ import annotations

from pathlib import Path

from loaders.document import Document
from loaders.formats import markdown
from loaders.formats.intake import take


def read(path: Path, *, stem: str | None = None) -> Document:
    """Read the file at ``path`` whatever its format; ``stem`` names it in its facts (by default the file's stem).

    Raises UsageError where there is no such file, DocumentError where it cannot be read.
    """
    return markdown.read(take(path, stem))
