"""Where things are in a store.

::

    store/
      manifest.json          replaced in one go: what it names is whole
      lock                   held while a build runs
      generations/000007/    the graph, never written again once it is named
      readings/              what was read of documents that are not shipped
      added/                 the documents that ``maillage add`` has put into it: every build reads them
      depots/                documents that wait for a yes in the explorer, with what is decided of them
      journal.jsonl          what was added, corrected and taken back in the explorer
      verdicts/              what the shapes said of each act; can be thrown away at any time
      reponses/              answers that took a moment, for as long as the store holds the same; can be thrown away too
      recherche/             the index of the search; can be thrown away at any time
"""

from __future__ import annotations

from pathlib import Path

MANIFEST = "manifest.json"
LOCK = "lock"
GENERATIONS = "generations"
READINGS = "readings"
ADDED = "added"
DEPOSITS = "depots"
JOURNAL = "journal.jsonl"
VERDICTS = "verdicts"
ANSWERS = "reponses"
SEARCH = "recherche"

_BEGUN = {LOCK, f"{LOCK}-journal", GENERATIONS, READINGS, ADDED, VERDICTS, ANSWERS, SEARCH, "manifest.new"}


def generation_folder(number: int) -> str:
    """Return the folder of generation ``number``, below the store's."""
    return f"{GENERATIONS}/{number:06d}"


def is_begun(root: Path) -> bool:
    """Whether ``root`` is a folder that holds nothing, or nothing but what a first build that was cut short leaves."""
    return root.is_dir() and {entry.name for entry in root.iterdir()} <= _BEGUN
