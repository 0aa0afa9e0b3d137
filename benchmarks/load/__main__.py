"""The command: see the package."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from benchmarks.load import servers
from benchmarks.load.mix import catalogue
from benchmarks.load.running import Setting, compared, measured
from maillage.store import Store


def main() -> None:
    """Print every figure."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.load")
    arguments.add_argument("store", type=Path)
    arguments.add_argument("--clients", type=int, default=32)
    arguments.add_argument("--seconds", type=float, default=60)
    arguments.add_argument("--peer", action="store_true")
    given = arguments.parse_args()
    mix = catalogue(Store.open(given.store))
    print(f"{len(mix)} queries of the catalogue; milliseconds")
    with servers.maillage(given.store) as (port, process):
        own = asyncio.run(measured(Setting(port, process, mix, given.clients, given.seconds)))
    if given.peer:
        with servers.peer(given.store) as (port, process):
            print("rdflib-endpoint, the same acts without the reference territories")
            other = asyncio.run(compared(Setting(port, process, mix, given.clients, given.seconds)))
        for name in sorted(own.keys() & other.keys()):
            print(f"{name:28} rdflib-endpoint takes {other[name] / own[name]:8.1f} times as long")


main()
