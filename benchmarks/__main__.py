"""``python -m benchmarks [DOCUMENTS]``: builds, then questions, beside rdflib on the same graph in the same run.

DOCUMENTS is a folder of acts; without it the shipped facts are measured. Figures are medians; a ratio is the peer's
time over Maillage's.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.building import measure_builds
from benchmarks.questions import measure_questions
from benchmarks.reading import measure_reading


def main(arguments: list[str]) -> None:
    """Print every figure."""
    documents = [Path(argument) for argument in arguments]
    for line in measure_reading(documents):
        print(line)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        for line in measure_builds(store, documents):
            print(line)
        for line in measure_questions(store):
            print(line)


main(sys.argv[1:])
