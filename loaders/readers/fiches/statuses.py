"""Statuses of fiches: what the rubric that says how one stands holds, boxes ticked among others perhaps."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.readers.fiches.fields import Field, filled
from loaders.readers.fiches.status_words import status_of
from loaders.words.item_marks import ticked


def stated_status(fields: Iterable[Field]) -> str:
    """Return the status that the first rubric of ``fields`` about it states, empty for none."""
    found = next(filled(fields, "statut"), None)
    blocks = ticked(found.blocks) if found is not None else ()
    return next((status for block in blocks if (status := status_of(block.words.text))), "")
