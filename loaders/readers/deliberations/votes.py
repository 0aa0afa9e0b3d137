"""Votes: how many voices for, against and abstaining, in whatever order and in figures or words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from loaders.document import Passage, Table
from loaders.vocabulary import groups, values, words
from loaders.words.dates import count
from loaders.words.wording import alternatives, plain

_NONE = words("votes", "none")
_NUMBER = rf"(?:\d{{1,3}}|{alternatives(_NONE)}|(?:{alternatives(list(values('dates', 'numbers')))}[ -]?(?:et )?)+)"
_VOICES = r"(?:voix|votes?|suffrages?|bulletins?|conseillers?|membres?|elus?)"
_LABELS = {kind: alternatives(cues) for kind, cues in groups("votes", "voices").items()}
_LABELLED = {
    kind: re.compile(rf"\b(?:{_VOICES}\s+)?{label}\s*[:=]\s*(?P<n>{_NUMBER})\b") for kind, label in _LABELS.items()
}
_ENDS = rf"(?=\s*(?:[,.;:)(/+-]|$|et\b|dont\b|\d|{alternatives(list(_LABELS.values()))}))"
_COUNTED = {
    kind: re.compile(
        rf"\b(?P<n>{_NUMBER})\s*(?:\(\w+\)\s*)?(?:{_VOICES}\s*)?(?:d')?\b{label}\b{_ENDS if kind == 'for' else ''}"
    )
    for kind, label in _LABELS.items()
}
_BARE = {
    kind: re.compile(rf"\b{label}\s+(?P<n>\d{{1,3}})\b(?!\s*(?:{_VOICES}\s+)?(?:pour|contre|abst))")
    for kind, label in _LABELS.items()
}
_HEADS = {kind: re.compile(rf"\W*(?:{_VOICES}\s+)?{label}\W*$") for kind, label in _LABELS.items()}
_UNANIMOUS = re.compile(alternatives(words("votes", "unanimous")))
_SPOKEN = re.compile(alternatives([*words("votes", "unanimous"), *words("votes", "majority"), *_LABELS.values()]))


@dataclass(frozen=True, slots=True)
class Vote:
    """The voices of a vote, None where the act gives none, and the words that state it."""

    votes_for: int | None
    votes_against: int | None
    abstentions: int | None
    stated: tuple[Passage, ...]


def read_vote(blocks: Iterable[Passage]) -> Vote:
    """Read the vote in ``blocks``; an unanimous vote without figures leaves the three counts empty (contract)."""
    found: dict[str, int] = {}
    stated: list[Passage] = []
    unanimous = False
    for block in blocks:
        text = plain(block.text)
        if not _SPOKEN.search(text):
            continue
        counts = _counts(text)
        said = bool(_UNANIMOUS.search(text))
        if (counts and not set(counts) <= set(found)) or (said and not unanimous):
            stated.append(block)
        unanimous = unanimous or said
        found = counts | found
    return _completed(found, unanimous, tuple(stated))


def table_vote(table: Table) -> Vote | None:
    """Read a table whose columns are headed by the voices; None where it is none."""
    for head, row in pairwise(table.rows):
        counts: dict[str, int] = {}
        for label, cell in zip(head.cells, row.cells, strict=False):
            kind = next((kind for kind, cue in _HEADS.items() if cue.match(plain(label.text))), "")
            if kind and re.fullmatch(rf"{_NUMBER}", plain(cell.text).strip()):
                counts[kind] = _number(plain(cell.text))
        if len(counts) > 1:
            return _completed(counts, False, tuple(cell.words for cell in row.cells if cell))
    return None


def _counts(text: str) -> dict[str, int]:
    """Return the numbers of voices that ``text`` states by kind; labels with a colon are read before loose figures."""
    for patterns in (_LABELLED, _COUNTED, _BARE):
        counts = {kind: _number(found["n"]) for kind, pattern in patterns.items() if (found := pattern.search(text))}
        if counts:
            return counts
    return {}


def _number(text: str) -> int:
    """Return a number of voices written in figures or words."""
    if text.strip().isdigit():
        return int(text)
    return 0 if text.strip() in _NONE or re.fullmatch(alternatives(_NONE), text.strip()) else count(text.strip())


def _completed(found: dict[str, int], unanimous: bool, stated: tuple[Passage, ...]) -> Vote:
    """Fill in the zeros that a unanimous or fully counted vote implies."""
    counted = "for" in found and (unanimous or len(found) > 1)
    rest = 0 if counted else None
    return Vote(found.get("for"), found.get("against", rest), found.get("abstention", rest), stated)
