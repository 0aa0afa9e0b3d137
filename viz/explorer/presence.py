"""Where something is present, absent or not read: what the tables and the maps of presence are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from maillage.queries import run
from viz.explorer.facts import told
from viz.explorer.names import link
from viz.explorer.views import Mark
from viz.explorer.visit import Visit
from viz.numbers import number

PRESENT, ABSENT, DOUBTFUL, UNREAD = "present", "absent", "douteux", "non-lu"
STATES = (PRESENT, ABSENT, DOUBTFUL, UNREAD)
"""The states, in the order in which a legend tells them; ``douteux``: absent, unless from what was not read."""

_SAID = {"présent": PRESENT, "absent": ABSENT, "absent ou non lu": DOUBTFUL, "non lu": UNREAD}


@dataclass(frozen=True, slots=True)
class Presence:
    """A cell: its state, what a reader sees (a number, or a sign) and what is read aloud, and where it leads."""

    state: str
    text: str
    words: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a matrix: its heading and its cells."""

    head: Mark
    cells: tuple[Presence, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table of presences: ``corner`` says what the rows are."""

    id: str
    caption: str
    corner: str
    headings: tuple[Mark, ...]
    lines: tuple[Line, ...]

    def __bool__(self) -> bool:
        return bool(self.lines and self.headings)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a convention: its territory, its fiches and nodes, and blocks of which nothing was read."""

    convention: str
    territory: str
    read: int
    unread: int

    def state(self, count: int) -> str:
        """Return the state of something that is stated ``count`` times."""
        if count:
            return PRESENT
        if not self.read:
            return UNREAD
        return DOUBTFUL if self.unread else ABSENT


def readings(visit: Visit) -> Mapping[str, Reading]:
    """Return what was read of each convention, by its IRI; those of a territory beside each other, the latest first."""
    found = [
        Reading(
            told(record, "convention"),
            told(record, "territoire"),
            int(told(record, "lus")),
            int(told(record, "blocs")),
        )
        for record in run(visit.store, "pages/lectures", {})
    ]
    found.sort(key=lambda one: one.convention, reverse=True)
    found.sort(key=lambda one: link(visit, one.territory or one.convention).text.casefold())
    return {one.convention: one for one in found}


def presence(visit: Visit, state: str, count: int = 0, href: str = "") -> Presence:
    """Return the cell of a ``state``."""
    words = visit.words(f"presence.{state}")
    if state == PRESENT:
        return Presence(state, number(count, visit.language) if count else "✓", words, href)
    return Presence(state, visit.words(f"presence.sign.{state}"), words, href)


def said(words: str) -> str:
    """Return the state that the questions of the catalogue call ``words``."""
    return _SAID[words]


def latest(found: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return the last convention of each territory of which something was read, or else its last."""
    kept: dict[str, Reading] = {}
    for one in found:
        known = kept.setdefault(one.territory or one.convention, one)
        if not known.read and one.read:
            kept[one.territory or one.convention] = one
    return tuple(kept.values())


def counted(records: Iterable[Mapping[str, object]], row: str, column: str) -> Mapping[tuple[str, str], int]:
    """Return how often each pair of ``row`` and ``column`` is stated, in fiches and in the plan together."""
    found: dict[tuple[str, str], int] = {}
    for record in records:
        key = str(record[row]), str(record[column])
        found[key] = found.get(key, 0) + int(str(record["fiches"])) + int(str(record["elements"]))
    return found


def shorter(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the headings of columns that name conventions, without the word that they all begin with."""
    return tuple(Mark(one.text.removeprefix("CTG "), one.href, "") for one in marks)
