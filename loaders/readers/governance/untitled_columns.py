"""Untitled columns: tables of bodies told by what their cells hold, whatever their columns and bodies are called.

Rhythms stand below one another, or beside one another, lists of people too: what stands at their head are bodies.
"""

from __future__ import annotations

import re

from loaders.document import Cell, Table
from loaders.readers.governance.cells import member_lines
from loaders.readers.governance.coined_names import may_name
from loaders.readers.governance.kinds import kind_beside
from loaders.readers.governance.mentions import opening
from loaders.readers.governance.offices import begins_with_office, tells
from loaders.resolve import bare
from loaders.vocabulary import groups
from loaders.words.actor_heads import kind_at
from loaders.words.cell_kinds import shows, which_hold
from loaders.words.rhythms import frequency, is_rhythm
from loaders.words.wording import alternatives, plain

_THINGS = re.compile(rf"\W*{alternatives(groups('instances', 'columns')['things'])}\b")
_LONGEST_NAME = 70
_LONGEST_RHYTHM = 80
_FEWEST = 2


def columns_by_content(table: Table, *, steering: bool) -> dict[str, int]:
    """Return the columns of bodies, of how often they meet and of who sits in them; nothing where one is missing.

    Unless bodies are spoken of, one of the names must say that it steers.
    """
    columns = list(zip(*(row.cells for row in table.rows), strict=False))
    if len(table.rows) <= _FEWEST or len(columns) <= _FEWEST:
        return {}
    below = [held[1:] for held in columns]
    if not any(shows(held, _is_rhythm) for held in below):
        return {}  # most tables: nothing more is asked of these
    found = which_hold(below, _ASKED)
    if len(found) < len(_ASKED) or _THINGS.match(plain(columns[found["instance"]][0].text)):
        return {}
    told = steering or any(map(says_its_kind, (cell for held in columns for cell in held[1:])))
    return found if told else {}


def says_its_kind(cell: Cell) -> bool:
    """Whether a cell names a body that steers, or says in brackets that it does."""
    named = opening(cell.words)
    behind = re.search(r"\s\([^()]*\)\W*$", cell.text)
    return (named is not None and named.steers) or bool(behind and kind_beside(plain(behind[0])))


def _is_rhythm(cell: Cell) -> bool:
    """Whether a cell says how often, and hardly anything else."""
    often = frequency(cell.words)
    short = bool(often) and len(cell.text) <= _LONGEST_RHYTHM
    return is_rhythm(cell.words) or (short and cell.text.startswith(often.text))


def lists_people(cell: Cell) -> bool:
    """Whether a cell lists those who hold an office, or actors."""
    lines = [line.text for line in member_lines(cell.blocks)]
    return bool(lines) and not is_rhythm(cell.words) and all(map(_is_somebody, lines))


def _is_somebody(line: str) -> bool:
    """Whether a line begins with an office or an actor."""
    return begins_with_office(line) or (bool(kind_at(bare(line))) and not tells(line))


def is_name(cell: Cell) -> bool:
    """Whether a cell can be the name of a body: short, and neither an office nor what somebody does."""
    text = cell.text
    return len(text) <= _LONGEST_NAME and text[:1].isupper() and not begins_with_office(text) and may_name(text)


_ASKED = {"frequency": _is_rhythm, "members": lists_people, "instance": is_name}
"""What is asked of the columns: how often bodies meet, who sits in them, then which of the others names them."""
