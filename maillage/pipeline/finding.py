"""Finding the documents."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from maillage.errors import UsageError
from maillage.pipeline.reading import Loaders


def found(places: Iterable[Path], loaders: Loaders) -> list[Path]:
    """Return the documents at ``places``. Raises UsageError for a place without any."""
    documents: list[Path] = []
    for place in places:
        here = list(loaders.found(place))
        if not here:
            raise UsageError(
                "ce dossier ne contient aucun document : indiquez celui où sont les actes.",
                "this folder holds no document: name the one where the acts are.",
                file=place,
            )
        documents += here
    return documents
