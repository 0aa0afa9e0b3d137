"""Opening titles: those that the print runs on into the parties, or sets in a table, given by themselves again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loaders.acts.convention_cues import MENTION
from loaders.document import Block, Heading, Item, Paragraph, Passage, Piece, Row, Table, passages
from loaders.vocabulary import groups, words
from loaders.words.wording import alternatives, plain

_TITLES = groups("acts", "title")
_RUN_ON = re.compile(
    rf"\W*{alternatives([*_TITLES['convention'], *_TITLES['avenant']])}[^.;:]{{0,120}}?\W"
    rf"(?=entre(?:\s+les\s+soussigne\w*)?\s*:?\s+(?:la |le |l'\s?|les (?:\d+ )?)"
    rf"{alternatives(words('parties', 'heads'))})"
)
_TERM = re.compile(
    r",?\s(?:pour|sur|couvrant|portant sur|au titre d[eu])\s+(?:la|les|une?|l')\s?"
    r"(?:periode|annees?|exercices?|duree)\b[^.;:]{4,80}(?:\.?\s*$)"
)
_LEAST = 200  # characters that no title has
_NUMBERED = re.compile(rf"\W*{alternatives([*_TITLES['deliberation'], *_TITLES['rapport']])}")
_LETTERHEAD_ROWS = 4
_BEFORE_TABLE = 3
_LONGEST_LINE = 80
_NAMED_YEARS = re.compile(rf"{MENTION.pattern}.{{0,80}}(?:19|20)\d\d\W+(?:19|20)\d\d\W*$")
_LABEL = re.compile(
    r"\W*(?:(?:n\W{0,3}|numero )(?:de (?:la )?)?(?:deliberation|acte)|deliberation|(?:date de (?:la )?)?seance|objet"
    r"|rapporteur|votants|presents|vote|date de (?:la )?convocation)\b[^.;]{0,30}$"
)
_FEWEST_LABELS = 3
_FRONT = 12


def opened(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give ``blocks``, a letterhead that opens them in a table as paragraphs: ``Mairie | Rapport n° 12``.

    A line or two can stand above it: ``République française``.

    So is a table that tells a deliberation by labels: ``N° de délibération | 2024-12``, ``Objet | ...``.
    A row by itself that names a convention is one title: ``CTG | 2023 | 2027``.
    """
    table = next((at for at, block in enumerate(blocks[:_BEFORE_TABLE]) if isinstance(block, Table)), 0)
    head = list(_letterhead(blocks[: table + 1]))
    yield from head
    blocks = blocks[table + 1 :] if head else blocks
    for place, block in enumerate(blocks):
        row = _only_row(block) if place < _FRONT and isinstance(block, Table) else None
        yield Paragraph(row) if row else block


def _letterhead(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give short lines and the table below them as paragraphs, if it is a letterhead with a number or with labels."""
    above, table = blocks[:-1], blocks[-1] if blocks else None
    if not isinstance(table, Table) or any(len(words.text) > _LONGEST_LINE for words in passages(above)):
        return
    numbered = any(_NUMBERED.match(plain(words.text)) for words in passages((table,)))
    if len(table.rows) <= _LETTERHEAD_ROWS and numbered:
        yield from above
        yield from map(Paragraph, passages((table,)))
    elif sum(1 for row in table.rows if _labels(row)) >= _FEWEST_LABELS:
        yield from above
        yield from (Paragraph(_told(row)) for row in table.rows if any(row.cells))


def _labels(row: Row) -> bool:
    """Whether a row is a label of what the head of a deliberation says, and a value."""
    return len(row.cells) > 1 and bool(row.cells[1]) and _LABEL.match(plain(row.cells[0].text)) is not None


def _told(row: Row) -> Passage:
    """Return a row as a line: ``N° de délibération : 2024-12``."""
    words = [words for cell in row.cells for words in passages(cell.blocks)]
    label, *values = words
    whole = Passage((*label.pieces, Piece(" :", label.pieces[-1].line))) if values else label
    for value in values:
        whole = whole + value
    return whole


def _only_row(table: Table) -> Passage | None:
    """Return the words of a table of one short row that names a convention and its two years."""
    rows = [row for row in table.rows if any(row.cells)]
    words = [words for row in rows for words in passages((Table((row,)),))]
    if len(rows) != 1 or sum(len(one.text) for one in words) > _LEAST:
        return None
    whole = Passage(())
    for one in words:
        whole = whole + one if whole else one
    return whole if _NAMED_YEARS.search(plain(whole.text)) else None


def set_apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give ``blocks``, each paragraph that begins with a contract's title and goes on with its parties in two.

    The period that it ends in goes with the title.
    """
    for block in blocks:
        found = None
        if isinstance(block, (Heading, Paragraph)) and len(block.words.text) >= _LEAST:
            found = _RUN_ON.match(plain(block.words.text))
        if found is None or isinstance(block, (Table, Item)):
            yield block
        else:
            title, parties = block.words.cut(0, found.end()), block.words.cut(found.end())
            term = _TERM.search(plain(parties.text))
            yield Heading(title + parties.cut(*term.span()) if term else title)
            yield Paragraph(parties.cut(0, term.start()) if term else parties)
