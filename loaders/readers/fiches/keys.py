"""What blocks print as keys, whatever they say: the first cells of rows, short titles, what stands before a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.document import Block, Cell, Heading, Row, Table
from loaders.readers.fiches.series_titles import lead
from loaders.remembering import remembered
from loaders.words.actor_heads import kind_at
from loaders.words.wording import lines, plain

_LONGEST = 60
_MOST_WORDS = 9
_LEAST_LETTERS = 3
_PAIR = 2
_KEY = re.compile(
    r"(?P<key>[^:▸►→➜|?]{3,60}?)(?:\s?\?\s?[:▸►→➜|-]?\s*|\s?[:▸►→➜|]\s*|\s[–—>-]\s+|\s?\.{3,}\s*)(?=\S|$)"
)
_RUN_IN = re.compile(r"(?P<key>[A-ZÀ-Ý][a-zà-ÿ'’]{1,20}(?: [a-zà-ÿ'’]{1,15}){0,4}) (?=[A-ZÀ-Ý0-9])")
_NUMBERING = re.compile(r"^\W*(?:\d{1,2}\s?[.)/°-]\s*|[a-h][.)]\s)?")
_ASIDE = re.compile(r"\([^()]*\)?$")
_DIGITS = re.compile(r"\d+")


class Key(NamedTuple):
    """A key in plain letters, and what stands beside it in the same block (nothing where it stands below)."""

    name: str
    value: str


@remembered(2_048)
def keys(block: Block) -> tuple[Key, ...]:
    """Return the keys that ``block`` prints, in order; a title with a number of its own is none."""
    return tuple(key for key in _keys(block) if len(key.name) >= _LEAST_LETTERS)


def pairs(table: Table) -> Iterator[tuple[Cell, Cell]]:
    """Give the cells of ``table`` that are a key and what it says: side by side, or titles over one row of values."""
    if len(table.rows) == _PAIR and len(table.rows[0].cells) > _PAIR and _are_titles(table.rows[0]):
        yield from zip(table.rows[0].cells, table.rows[1].cells, strict=False)
        return
    for row in table.rows:
        filled = [cell for cell in row.cells if cell]
        if len(filled) in (_PAIR, 2 * _PAIR):
            yield from zip(filled[::2], filled[1::2], strict=True)


def _are_titles(row: Row) -> bool:
    """Whether every cell of ``row`` is as short as a title, and none names an actor or bears a figure."""
    return all(cell and len(cell.text) <= _LONGEST and not _says(cell.text) for cell in row.cells)


def _says(text: str) -> bool:
    """Whether ``text`` is what a key says rather than a key: it begins with an actor, or bears a figure."""
    return _DIGITS.search(text) is not None or bool(kind_at(text))


def _keys(block: Block) -> Iterator[Key]:
    if isinstance(block, Table):
        yield from (Key(_name(key.text), value.text) for key, value in pairs(block))
    elif lead(block.words.text) is None or _NUMBERING.sub("", block.words.text, count=1) != block.words.text:
        if isinstance(block, Heading):
            yield _beside(block.words.text) or Key(_name(block.words.text), "")
        else:
            yield from (
                key for line in lines(block.words) if (key := _beside(line.text) or _alone(line.text)) is not None
            )


def _beside(text: str) -> Key | None:
    """Return the key that a line begins with, before a sign or a capital; None for a line without."""
    found = _KEY.match(text[: 2 * _LONGEST])
    if found is None and ((found := _RUN_IN.match(text)) is None or kind_at(text)):
        return None
    return Key(_name(found["key"]), text[found.end() :])


def _alone(text: str) -> Key | None:
    """Return the key that a short line is which ends no sentence and says nothing itself; None for any other line."""
    short = len(text) <= _LONGEST and text[:1].isupper() and not text.rstrip().endswith((".", ",", ";"))
    return Key(_name(text), "") if short and not _says(text) else None


def _name(text: str) -> str:
    """Return the name of a key without its number, an aside, figures and what stands around it; empty for a phrase."""
    bared = _ASIDE.sub("", _NUMBERING.sub("", text[: 2 * _LONGEST], count=1).rstrip(" :.?*_–—-…"))
    name = _DIGITS.sub("#", plain(bared).strip(" :.?*_#-…"))
    return name if len(name) <= _LONGEST and len(name.split()) <= _MOST_WORDS else ""
