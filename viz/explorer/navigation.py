"""The menu: declared in ``navigation.toml``, shown as far as the application has the addresses."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from starlette.requests import Request
from starlette.routing import Route

_FILE = Path(__file__).with_name("navigation.toml")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the menu: its ``name`` (``menu.<name>`` are its words), its address, and those that are also its."""

    name: str
    href: str
    below: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The address without its query."""
        return self.href.partition("?")[0]

    def covers(self, path: str) -> int:
        """Return how much of ``path`` is of this entry: the length of the longest of its addresses that begins it."""
        own = () if "?" in self.href else (self.path,)
        return max((len(start) for start in (*own, *self.below) if _begins(path, start)), default=0)


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that belong together."""

    name: str
    entries: tuple[Entry, ...]


def served(request: Request) -> frozenset[str]:
    """Return the addresses that the application of ``request`` answers, as they are declared."""
    return frozenset(route.path for route in request.app.routes if isinstance(route, Route))


def menu(addresses: frozenset[str]) -> tuple[Group, ...]:
    """Return the groups with the entries whose address is among ``addresses``; none that is empty."""
    shown = (
        Group(group.name, tuple(entry for entry in group.entries if entry.path in addresses)) for group in _declared()
    )
    return tuple(group for group in shown if group.entries)


def current(groups: Sequence[Group], path: str, address: str) -> str:
    """Return the name of the entry that is at ``address``, else of the one that has most of ``path``; empty if none."""
    entries = [entry for group in groups for entry in group.entries]
    here = next((entry.name for entry in entries if entry.href == address), "")
    nearest = max(entries, key=lambda entry: entry.covers(path), default=None)
    return here or (nearest.name if nearest and nearest.covers(path) else "")


def _begins(path: str, start: str) -> bool:
    return path == start or path.startswith(f"{start.rstrip('/')}/")


@cache
def _declared() -> tuple[Group, ...]:
    """Read the groups in the order of the file."""
    declared = cast("Mapping[str, Mapping[str, Mapping[str, object]]]", tomllib.loads(_FILE.read_text("utf-8")))
    return tuple(
        Group(name, tuple(_entry(entry, values) for entry, values in entries.items()))
        for name, entries in declared.items()
    )


def _entry(name: str, values: Mapping[str, object]) -> Entry:
    return Entry(name, str(values["href"]), tuple(cast("Sequence[str]", values.get("below", ()))))
