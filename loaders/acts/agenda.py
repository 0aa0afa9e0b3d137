"""Agenda: the points that a session announces (``Ordre du jour : 1. ...``), each printed again where it is treated.

Minutes whose points bear no act's number, and often no vote of a form that is known, are told apart by them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.document import Block, Item, Table
from loaders.seeking import Sought
from loaders.words.wording import plain

_ANNOUNCED = Sought(r"\bordre du jour\b[^.;]{0,80}:\s*$")
_NUMBER = re.compile(r"^\W{0,9}(?:(?:point|question|affaire|dossier|n)\W{1,3})*\d{1,2}\W+")
_MARKED = re.compile(r"\d{1,2}")
_WORD = re.compile(r"\w+")
_FEWEST = 3
_LONGEST = 400


def treated(blocks: Sequence[Block]) -> list[int]:
    """Return where begin the points of the agenda of ``blocks``, in its order; none where fewer than three do.

    The first of them is where the session's head ends: at the agenda itself.
    """
    start = next((at + 1 for at, block in enumerate(blocks) if _ANNOUNCED.search(text_of(block))), len(blocks))
    titles = _titles(blocks[start:])
    told = [_words(_NUMBER.sub("", text_of(block)[:_LONGEST], count=1)) for block in blocks]
    cuts, begin = [start], start + len(titles)
    for title in titles:
        found = next((at for at in range(begin, len(blocks)) if f"{told[at]} ".startswith(f"{title} ")), None)
        if found is not None:
            cuts.append(found)
            begin = found + 1
    return cuts if len(cuts) > _FEWEST else []


def text_of(block: Block) -> str:
    """Return the plain text of a block; of a table none."""
    return "" if isinstance(block, Table) else plain(block.words.text)


def _titles(blocks: Sequence[Block]) -> list[str]:
    """Return the words of the numbered items with which ``blocks`` begin, as far as their numbers grow."""
    titles: list[str] = []
    last = 0
    for block in blocks:
        number = _MARKED.match(block.marker) if isinstance(block, Item) else None
        if number is None or int(number[0]) <= last or not (words := _words(text_of(block))):
            break
        last = int(number[0])
        titles.append(words)
    return titles


def _words(text: str) -> str:
    """Return the words of a plain text, without what stands between them."""
    return " ".join(_WORD.findall(text))
