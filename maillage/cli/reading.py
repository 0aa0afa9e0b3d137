"""The loaders, as the pipeline wants them."""

from __future__ import annotations

import gc
from functools import cache
from pathlib import Path

import loaders
from loaders import formats, reading
from loaders.resolve import Gazetteer
from maillage import reference
from maillage.pipeline.inputs import reading_key
from maillage.pipeline.reading import Loaders

_NEW_OBJECTS = 200_000
"""After how many new objects garbage is looked for: facts leave next to none, and looking took a further tenth."""


def installed() -> Loaders:
    """Return the loaders of this installation."""
    return Loaders(formats.documents_in, read, reading_key(Path(loaders.__file__).parent), reading.lines)


def read(path: Path) -> reading.Reading:
    """Read the file at ``path``. Raises DocumentError or UsageError where it cannot be read."""
    return reading.read(path, _gazetteer())


@cache
def _gazetteer() -> Gazetteer:
    gazetteer = Gazetteer(reference.load())
    gc.freeze()  # it lives as long as the process: to look through it for garbage took a tenth of the time of reading
    gc.set_threshold(_NEW_OBJECTS)
    return gazetteer
