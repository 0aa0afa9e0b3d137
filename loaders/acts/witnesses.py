"""Witnesses: what else tells the period of an act's own convention where no sentence about it does.

They are asked in order, and the first that answers is believed: what stands under the title of its duration, what a
line or a table labels so, years alone on the title page, the signature with which it begins, a running header that
names it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from loaders.acts.heads import made_on
from loaders.acts.party_lines import before_parties
from loaders.acts.splitting import Part, is_title, words_of
from loaders.acts.statements import FOREIGN, FROM_SIGNATURE, MENTION, PROLONGED, Statement
from loaders.document import Document, Passage, Table, passage
from loaders.vocabulary import words
from loaders.words.dates import Period, after, duration, find_periods
from loaders.words.wording import alternatives, lines, plain, sentences

_NAMES = alternatives(words("agreements", "duration_titles"))
_NUMBER = (
    r"\W*(?:(?:article|titre|chapitre|partie)\s+)?(?:\d+(?:[.-]\d+)*|[ivx]+|premier|1er)?\s*[-–—.:)]*\s*(?:la |l')?"
)
_TITLE = re.compile(rf"{_NUMBER}{_NAMES}")
_LABEL = re.compile(rf"\W*(?:la )?{_NAMES}[^:.;]{{0,50}}:\s*(?=\S)")
_CELL = re.compile(rf"\W*(?:la )?{_NAMES}[^.;]{{0,50}}$")
_YEARS_ALONE = re.compile(
    r"[^\w]*(?:(?:pour )?(?:la )?(?:periodes?|annees?|exercices?|de)\s*:?\s*)?(?:19|20)\d\d.{3,30}"
)
_LONGEST_TITLE = 90
_FEWEST_RETURNS = 2
_FRONT = 40


def period_witnesses(part: Part, document: Document) -> list[Statement]:
    """Return what the best witness of an act says of its own convention's period; nothing where there is none."""
    ways: tuple[Callable[[], Iterator[Passage]], ...] = (
        lambda: _under_title(part),
        lambda: _labelled(part),
        lambda: _alone(part),
    )
    for way in ways:
        told = list(way())
        if found := _stated(told) or _from_signature(told, part):
            return found
    spoken = [sentence for block in part.blocks for sentence in sentences(words_of(block))]
    return _from_signature(spoken, part) or _stated(_returning(document))


def _stated(told: Iterable[Passage]) -> list[Statement]:
    """Return the first period stated in ``told``; one that lacks its end takes the duration said beside it."""
    told = list(told)
    years = next((number for passage_ in told if (number := duration(passage_.text))), 0)
    found = [(words_, period) for words_ in told for period in _periods(words_)]
    best = next((hit for hit in found if hit[1].first), None) or next(iter(found), None)
    if best is None:
        return []
    words_, period = best
    last = period.last or (after(period.first, years) if years else "")
    return [_statement(words_, period.first, last, period.computed or ("" if period.last else "last"))]


def _periods(words_: Passage) -> Iterator[Period]:
    """Give the periods of ``words_`` that belong to no other contract and prolong none."""
    text = plain(words_.text)
    for period in find_periods(words_.text):
        lead = text[: period.start]
        if not PROLONGED.search(lead) and not FOREIGN.search(lead):
            yield period


def _statement(words_: Passage, first: str, last: str, computed: str = "") -> Statement:
    """Make the statement of a witness: it names no convention."""
    return Statement(words=words_, label=Passage(()), first=first, last=last, computed=computed, own=False)


def _under_title(part: Part) -> Iterator[Passage]:
    """Give the sentences under the titles of a duration."""
    within = False
    for block in part.blocks:
        text = plain(words_of(block).text)
        if is_title(block):
            within = bool(_TITLE.match(text)) and len(text) < _LONGEST_TITLE
        elif within and not isinstance(block, Table):
            yield from sentences(block.words)


def _labelled(part: Part) -> Iterator[Passage]:
    """Give what lines, and cells of tables, label as a duration or a period, on the first pages."""
    for block in part.blocks[:_FRONT]:
        if isinstance(block, Table):
            yield from _in_table(block)
            continue
        for line in lines(block.words):
            if found := _LABEL.match(plain(line.text)):
                yield (
                    line
                    if plain(line.text[: found.end()]).lstrip().startswith(("prise", "date"))
                    else line.cut(found.end())
                )


def _in_table(table: Table) -> Iterator[Passage]:
    """Give the cells right of or below a label."""
    for number, row in enumerate(table.rows):
        for index, cell in enumerate(row.cells):
            if not _CELL.match(plain(cell.text)):
                continue
            beside = row.cells[index + 1 : index + 2]
            below = table.rows[number + 1].cells[index : index + 1] if number + 1 < len(table.rows) else ()
            for value in (*beside, *(below if number == 0 else ())):
                yield value.words


def _alone(part: Part) -> Iterator[Passage]:
    """Give the lines of the title page that hold years and nothing else."""
    end = before_parties(part.blocks)
    for block in part.blocks[: min(end, _FRONT)] if end else ():
        for line in lines(words_of(block)):
            if _YEARS_ALONE.fullmatch(plain(line.text)):
                yield line


def _from_signature(told: Iterable[Passage], part: Part) -> list[Statement]:
    """Return the period that begins on the day of signature, where the act says that it does and gives that day."""
    told = list(told)
    saying = next((words_ for words_ in told if FROM_SIGNATURE.search(plain(words_.text))), None)
    day, dated = made_on(part.blocks) if saying else ("", Passage(()))
    if saying is None or not day:
        return []
    last = next((period.last for words_ in told for period in _periods(words_) if period.last), "")
    years = duration(saying.text) or next((n for words_ in told if (n := duration(words_.text))), 0)
    end = last or (after(day, years) if years else "")
    return [_statement(saying, day, end), replace(_statement(dated, day, ""), signed_on=day)]


def _returning(document: Document) -> Sequence[Passage]:
    """Return the short printed lines that name a convention with its years again and again, the most frequent first."""
    seen: Counter[str] = Counter()
    first: dict[str, Passage] = {}
    for number, text in enumerate(document.lines, 1):
        for line in text.split("\n"):
            if len(line) < _LONGEST_TITLE * 2 and MENTION.search(plain(line)) and (found := find_periods(line)):
                years = f"{found[0].first}/{found[0].last}"
                seen[years] += 1
                first.setdefault(years, passage(line.strip(), number))
    return [first[years] for years, times in seen.most_common() if times >= _FEWEST_RETURNS][:1]
