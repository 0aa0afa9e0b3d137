"""The command: see the package."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.load.comparing import compare
from benchmarks.load.mix import catalogue
from benchmarks.load.running import Setting, measured
from maillage.store import Store


def main() -> None:
    """Print every figure."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.load")
    arguments.add_argument("store", type=Path)
    arguments.add_argument("--clients", type=int, default=32)
    arguments.add_argument("--seconds", type=float, default=60)
    arguments.add_argument("--peer", action="store_true")
    given = arguments.parse_args()
    setting = Setting(given.store, catalogue(Store.open(given.store)), given.clients, given.seconds)
    print(f"{len(setting.queries)} queries of the catalogue; milliseconds; work of the server and of the clients")
    if given.peer:
        compare(setting)
    else:
        measured(setting)


if __name__ == "__main__":
    main()
