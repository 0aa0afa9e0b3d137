"""Witnesses: what else tells the period of an act's own convention where no sentence about it does.

They are asked in order, and the first that answers is believed: what stands under the title of its duration, what a
line or a table labels so, years alone on the title page, those for which all say that they act together, the signature
with which it begins, a running header that names it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from loaders.acts.bounds import Bounds, bounds
from loaders.acts.convention_cues import FOREIGN, FROM_SIGNATURE, MENTION
from loaders.acts.dating import made_on
from loaders.acts.party_opening import before_parties
from loaders.acts.splitting import Part, is_title, words_of
from loaders.acts.statements import Statement
from loaders.document import Document, Heading, Passage, Piece, Table, passage
from loaders.vocabulary import words
from loaders.words.durations import after, duration
from loaders.words.periods import find_periods
from loaders.words.wording import alternatives, lines, plain, sentences

_NAMES = alternatives(words("agreements", "duration_titles"))
_NUMBER = (
    r"\W*(?:(?:article|titre|chapitre|partie)\s+)?(?:\d+(?:[.-]\d+)*|[ivx]+|premier|1er)?\s*[-–—.:)]*\s*(?:la |l')?"
)
_TITLE = re.compile(rf"{_NUMBER}{_NAMES}")
_NUMBERED = re.compile(
    r"\W*(?:(?:article|titre|chapitre|partie|annexe)\b|(?:\d+|[ivx]+)(?:[.-]\d+)*\s*[.):–-]\s*[a-z])"
)
_CONCLUDED = re.compile(alternatives(words("agreements", "lasting")))
_LABEL = re.compile(
    rf"\W*(?:(?:la )?{_NAMES}[^:.;]{{0,50}}:\s*(?=\S)"
    r"|(?:(?:et ce|conclue?|signee?|etablie?),? )?(?:pour|sur) (?:la|une?|les) (?:periode|duree|annees|exercices)\b)"
)
"""What labels a line as a period, or begins the last line of a sentence that lists the parties."""
_CELL = re.compile(rf"\W*(?:la )?{_NAMES}[^.;]{{0,50}}$")
_YEARS_ALONE = re.compile(
    r"[^\w]*(?:(?:pour )?(?:la )?(?:periodes?|annees?|exercices?|de)\s*:?\s*)?(?:19|20)\d\d.{3,30}"
)
_FOR_YEARS = re.compile(
    r"\b(?:pendant|durant|pour|sur|dans) (?:les |ces )?(?:trois|quatre|cinq|six|[3-6]) (?:prochaines |\([3-6]\) )?"
    r"(?:ans|annees)\W*(?:soit )?(?:19|20)\d\d\W+(?:a )?(?:19|20)\d\d\b"
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
        lambda: _engaged(part),
    )
    everything: list[Passage] = []
    for way in ways:
        told = list(way())
        everything += told
        if (stated := bounds(told)).first:
            return _stated(stated)
        if signed := _from_signature(told, part):
            return signed
    spoken = [sentence for block in part.blocks for sentence in sentences(words_of(block))]
    if found := _from_signature(spoken, part) or _stated(bounds(everything)):
        return found
    return _stated(bounds(_returning(document)))


def ending_witnesses(part: Part, first: str) -> list[Statement]:
    """Return what tells the end of a convention whose beginning a sentence states: its last day or its duration."""
    for told in (list(_under_title(part)), list(_labelled(part)), list(_lasting(part))):
        found = bounds(told)
        same = not found.first or found.first[:4] == first[:4]
        last = found.last if same and found.last else after(first, found.years) if found.years else ""
        if last[:4] >= first[:4]:
            return [_statement(found.words, "", last, "last")]
    return []


def _lasting(part: Part) -> Iterator[Passage]:
    """Give the sentences that say for how long a convention is concluded."""
    for block in part.blocks:
        for sentence in sentences(words_of(block)):
            text = plain(sentence.text)
            if _CONCLUDED.search(text) and not FOREIGN.search(text):
                yield sentence


def stated_by(told: Iterable[Passage]) -> list[Statement]:
    """Return what passages say together of the period of an act's own convention."""
    return _stated(bounds(told))


def _stated(found: Bounds) -> list[Statement]:
    """Return the statement of ``found``; none where it has neither a first nor a last day."""
    if not found.first and not found.last:
        return []
    return [_statement(found.words, found.first, found.last, found.computed)]


def _statement(told: Sequence[Passage], first: str, last: str, computed: str = "") -> Statement:
    """Make the statement of a witness: it names no convention."""
    words_ = Passage(tuple(piece for passage_ in told for piece in passage_.pieces))
    return Statement(
        words=words_, label=Passage(()), first=first, last=last, computed=computed, own=False, witness=True
    )


def _under_title(part: Part) -> Iterator[Passage]:
    """Give the sentences under the titles of a duration."""
    within = False
    for block in part.blocks:
        text = plain(words_of(block).text)
        if is_title(block) and _TITLE.match(text) and len(text) < _LONGEST_TITLE:
            within = True
        elif isinstance(block, Heading) or (is_title(block) and (not within or _NUMBERED.match(text))):
            within = False
        elif within and not isinstance(block, Table):
            yield from sentences(block.words)


def _labelled(part: Part) -> Iterator[Passage]:
    """Give what lines, and cells of tables, label as a duration or a period, on the first pages."""
    for block in part.blocks[:_FRONT]:
        if isinstance(block, Table):
            yield from in_table(block)
            continue
        for line in lines(block.words):
            if _LABEL.match(plain(line.text)):
                yield line


def in_table(table: Table) -> Iterator[Passage]:
    """Give the cells right of or below a label, each with the label."""
    for number, row in enumerate(table.rows):
        for index, cell in enumerate(row.cells):
            if not _CELL.match(plain(cell.text)):
                continue
            beside = row.cells[index + 1 : index + 2]
            below = table.rows[number + 1].cells[index : index + 1] if number + 1 < len(table.rows) else ()
            for value in (*beside, *(below if number == 0 else ())):
                yield Passage((*cell.words.pieces, Piece(" ", cell.words.pieces[-1].line), *value.words.pieces))


def _alone(part: Part) -> Iterator[Passage]:
    """Give the lines of the title page that hold years and nothing else."""
    end = before_parties(part.blocks)
    for block in part.blocks[: min(end, _FRONT)] if end else ():
        for line in lines(words_of(block)):
            if _YEARS_ALONE.fullmatch(plain(line.text)):
                yield line


def _engaged(part: Part) -> Iterator[Passage]:
    """Give the sentences of the first pages that say for which years all act together: ``Pendant quatre ans (...)``."""
    for block in part.blocks[:_FRONT]:
        for sentence in sentences(words_of(block)):
            if _FOR_YEARS.search(plain(sentence.text)):
                yield sentence


def _from_signature(told: Iterable[Passage], part: Part) -> list[Statement]:
    """Return the period that begins on the day of signature, where the act says that it does and gives that day."""
    told = list(told)
    saying = next((words_ for words_ in told if FROM_SIGNATURE.search(plain(words_.text))), None)
    day, dated = made_on(part.blocks) if saying else ("", Passage(()))
    if saying is None or not day:
        return []
    said = bounds(told)
    years = duration(saying.text) or said.years
    last = said.last or (after(day, years) if years else "")
    return [_statement((saying,), day, last), replace(_statement((dated,), day, ""), signed_on=day)]


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
