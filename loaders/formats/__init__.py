"""File formats: each makes the same Document of its files.

The format is told by the content; the extension must not contradict it.
"""

from __future__ import annotations

from loaders.formats.dispatch import read
from loaders.formats.folders import EXTENSIONS, documents_in

__all__ = ["EXTENSIONS", "documents_in", "read"]
