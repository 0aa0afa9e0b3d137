"""``python -m benchmarks.generated STORE [--ctg N] [--bare]``: makes the store; see the package."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.generated.storing import store


def main() -> None:
    """Make the store and say what is in it."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.generated")
    arguments.add_argument("store", type=Path)
    arguments.add_argument("--ctg", type=int, default=300)
    arguments.add_argument("--bare", action="store_true")
    given = arguments.parse_args()
    made = store(given.store, given.ctg, bare=given.bare)
    print(f"{given.ctg} CTG, {len(made):,} quads: {given.store}")


main()
