"""Words that state the status of a fiche: in brackets, apart at the end of its title's line, on a line alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from loaders.document import Block, Passage, Table
from loaders.resolve import fold
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain

_LONGEST, _USUAL = 40, 3


def status_of(text: str) -> str:
    """Return the status that a cell states, empty for none."""
    said = plain(text)
    return next(
        (status for status, cues in groups("fiches", "statuses").items() if re.search(alternatives(cues), said)), ""
    )


def status_line(text: str) -> str:
    """Return the status that a line is and says nothing else: ``(nouvelle)``, ``Fiche mise à jour``; empty for none."""
    return next((status for status, pattern in _lines() if pattern.fullmatch(plain(text).strip())), "")


def without_status(words: Passage, title: str = "") -> tuple[Passage, str]:
    """Return ``words``, which stand in ``title``, without the status that they state, and the status."""
    if badge := _badge(words):
        return words.cut(0, len(words.text) - len(badge)), status_of(badge)
    for status, pattern in _statuses():
        found = pattern.search(plain(words.text))
        if found and (found["named"] is None or found["named"] in plain(title)[: found.start()]):
            left, right = words.cut(0, found.start()), words.cut(found.end())
            return (left + right if left else right), status
    return words, ""


def behind_titles(titles: Sequence[Passage], blocks: Sequence[Block]) -> list[tuple[Passage, str]]:
    """Return each of ``titles``, all those of an act's ``blocks``, without the status that is its last word, and this.

    It may belong to the title (``Créer une crèche nouvelle``): that it does not is shown by at least half of the
    titles, which end so, or by a table that lists this one without it.
    """
    found = list(map(_behind, titles))
    count = sum(1 for _, status in found if status)
    if not count:
        return found
    usual = count >= max(_USUAL, len(titles) / 2)
    rows = (row for block in blocks if isinstance(block, Table) for row in block.rows)
    listed = set() if usual else {fold(cell.text) for row in rows for cell in row.cells}
    pairs = zip(titles, found, strict=True)
    return [one if usual or fold(one[0].text) in listed else (words, "") for words, one in pairs]


def _behind(words: Passage) -> tuple[Passage, str]:
    """Return ``words`` without the status that ends them, and the status; empty for none."""
    text = plain(words.text)
    start = max(len(text) - _LONGEST, 0)
    found = ((status, pattern.search(text, start)) for status, pattern in _endings())
    return next(((words.cut(0, said.start()), status) for status, said in found if said is not None), (words, ""))


def _badge(words: Passage) -> str:
    """Return the status that a page prints at the end of a title's line, well apart from it; empty for none."""
    *_, before, last = (None, None, *words.pieces)
    if before is None or last is None or before.box is None or last.box is None:
        return ""
    row = range(before.box.top, before.box.top + before.box.height)
    beside = last.box.page == before.box.page and last.box.top + last.box.height // 2 in row
    apart = last.box.left - (before.box.left + before.box.width) > last.box.height
    whole = any(
        re.fullmatch(alternatives(cues), plain(last.text).strip()) for cues in groups("fiches", "statuses").values()
    )
    return last.text if apart and beside and whole else ""


@cache
def _statuses() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each status with the pattern of its mention: in brackets, or all there is.

    In brackets it may follow the noun that the title itself begins with.
    """
    found = []
    for status, cues in groups("fiches", "statuses").items():
        said = alternatives(cues)
        named = rf"(?:{_named(cues)}|(?P<named>[a-z'-]{{3,20}}) {said})"
        found.append((status, re.compile(rf"[(\[]\s*{named}\s*[)\]]|(?:^|\s[–—-])\W*{said}\W*$")))
    return tuple(found)


@cache
def _endings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each status with the pattern of the last words of a text."""
    stated = groups("fiches", "statuses").items()
    return tuple((status, re.compile(rf"(?<=\w)\s{_named(cues)}\W{{0,3}}$")) for status, cues in stated)


@cache
def _lines() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each status with the pattern of a line that says no more."""
    return tuple(
        (status, re.compile(rf"\W*(?:statut\s?:\s?)?{_named(cues)}\W*"))
        for status, cues in groups("fiches", "statuses").items()
    )


def _named(cues: tuple[str, ...]) -> str:
    """Return the pattern of a status, the name of what has it before it: ``piste mise à jour``."""
    sheets = groups("plan", "sheets")
    nouns = alternatives(["fiche", *sheets["units"], *sheets["kinds"]])
    return rf"(?:(?:fiche[ -])?{nouns} )?{alternatives(cues)}"
