"""Cards: a table at the front of a convention that says of it, a label a row, its period, its rank, the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.acts.splitting import Part
from loaders.acts.statements import Statement, read_statements
from loaders.acts.witnesses import in_table, stated_by
from loaders.document import Passage, Piece, Row, Table
from loaders.resolve import Gazetteer
from loaders.vocabulary import groups, words
from loaders.words.dates import find_dates
from loaders.words.wording import alternatives, plain
from maillage.reference import Territory

_CUES = {**groups("agreements", "card"), "period": words("agreements", "duration_titles")}  # the first that fits
_LABELS = {
    name: re.compile(rf"\W*(?:la |le |l'|les )?{alternatives(cues)}[^.;]{{0,40}}$") for name, cues in _CUES.items()
}
_RANK = re.compile(
    r"\W*(?:ctg |convention )?(?:de )?"
    r"(?:(?P<n>[1-9])(?=\W|e|n|$)|(?P<w>premiere|deuxieme|seconde|troisieme|quatrieme)\b)"
)
_RANKS = {"premiere": 1, "deuxieme": 2, "seconde": 2, "troisieme": 3, "quatrieme": 4}
_OF_IT = frozenset(("generation", "previous", "other"))
_FRONT = 40
_FEWEST = 2


def card_statements(part: Part, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Statement]:
    """Give what the cards at the front of a convention state of it, and of the one that it follows."""
    for block in part.blocks[:_FRONT] if part.kind == "convention" else ():
        if isinstance(block, Table) and _is_card(block):
            yield from stated_by(in_table(block))
            yield from _between(block)
            for row in block.rows:
                yield from _of_row(row, gazetteer, near)


def _between(table: Table) -> Iterator[Statement]:
    """Give the period of which two rows of a card tell the first and the last day."""
    told = {name: row.cells[1].words.cut(0) for row in table.rows if (name := _label(row)) in ("begins", "ends")}
    days = {name: found[0].iso for name, words_ in told.items() if (found := find_dates(words_.text))}
    if len(days) == len(told) == _FEWEST:
        words_ = told["begins"] + told["ends"]
        yield Statement(words_, Passage(()), first=days["begins"], last=days["ends"], own=False)


def _is_card(table: Table) -> bool:
    """Whether at least two rows of a table are labelled by what is said of a convention, one by no other thing's."""
    named = {name for row in table.rows if (name := _label(row))}
    return len(named) >= _FEWEST and bool(named & _OF_IT)


def _label(row: Row) -> str:
    """Return what the first cell of a row labels, empty for nothing of a convention."""
    text = plain(row.cells[0].text) if len(row.cells) > 1 else ""
    return next((name for name, cue in _LABELS.items() if text and cue.match(text)), "")


def _of_row(row: Row, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Statement]:
    """Give what a row says of the convention's rank, and the conventions that it names."""
    label = _label(row)
    if label not in ("generation", "previous"):
        return
    name, value = (cell.words.cut(0) for cell in row.cells[:2])
    told = Passage((*name.pieces, Piece(" : ", name.pieces[-1].line), *value.pieces))
    ranked = _RANK.match(plain(value.text)) if label == "generation" else None
    if ranked is not None:
        rank = _RANKS.get(ranked["w"] or "", 0) or int(ranked["n"])
        yield Statement(words=told, label=Passage(()), generation=rank, own=False)
    for statement in read_statements([(told, False)], gazetteer, near):
        if label == "previous":
            yield replace(statement, role="previous")
        elif statement.own:
            yield statement
