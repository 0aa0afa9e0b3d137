"""Rosters: the conventions of several territories that an act lists, a row of a table each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.acts.convention_cues import MENTION
from loaders.acts.roster_sentences import FEWEST, SEVERAL, stated_of
from loaders.acts.splitting import Part, words_of
from loaders.acts.statements import Statement
from loaders.document import Block, Cell, Passage, Table, spaced
from loaders.resolve import Gazetteer
from loaders.vocabulary import groups
from loaders.words.dates import find_dates
from loaders.words.moments import Period
from loaders.words.periods import find_periods
from loaders.words.spelt_numbers import NUMBER_WORD, count
from loaders.words.wording import alternatives, plain, sentences
from maillage.reference import Territory

_HEADS = {name: re.compile(rf"\W*{alternatives(cues)}") for name, cues in groups("agreements", "roster").items()}
_ALL = re.compile(
    rf"\b(?:(?:les|ces|des) (?:(?P<count>\d{{1,2}}|{NUMBER_WORD}) )?(?:conventions|ctg)|chaque (?:convention|ctg))\b"
    r"(?! (?:d'objectifs|cadre|de partenariat|collective))"
)
_BESIDE = ("label", "signed", "previous")
_NAME = re.compile(rf"{MENTION.pattern}(?: [12]\d{{3}}(?:\s?[-/–]\s?[12]\d{{3}})?)?")
_FIRST_ONE = re.compile(r"\b(?:premiere|1\W*(?:ere|re))\W+(?:convention|ctg)\b")
"""What the column of the conventions before says where there is none: ``néant (1re convention)``."""
_ABOVE = 4


def roster_statements(part: Part, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Statement]:
    """Give a statement for each convention that a table of a deliberation or a report lists by its territory."""
    for index, block in enumerate(part.blocks if part.kind in ("deliberation", "rapport") else ()):
        if isinstance(block, Table):
            above = part.blocks[max(0, index - _ABOVE) : index]
            told = list(_tabled(block, gazetteer, near)) if _speaks(above, block) else []
            yield from told or _sharing(part.blocks[:index], block, gazetteer, near)


def _speaks(above: Sequence[Block], table: Table) -> bool:
    """Whether the blocks above a table, or its heads, speak of several conventions."""
    heads = " ".join(cell.text for row in table.rows[:1] for cell in row.cells)
    return any(SEVERAL.search(plain(text)) for text in (heads, *(words_of(block).text for block in above)))


def _tabled(table: Table, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Statement]:
    """Give the conventions of a table with a column of territories and one, or two, of when each lasts."""
    heads = [plain(cell.text) for cell in table.rows[0].cells] if table.rows else []
    columns = {name: next((i for i, head in enumerate(heads) if cue.match(head)), None) for name, cue in _HEADS.items()}
    where = columns["territory"]
    if where is None or (columns["period"] is None and None in (columns["begins"], columns["ends"])):
        return
    for row in table.rows[1:]:
        told = {name: row.cells[index] for name, index in columns.items() if index is not None and row.cells[index]}
        period = _period(told)
        named = told["territory"].words.cut(0) if "territory" in told else Passage(())
        if period is not None and (stated := stated_of(named, period, gazetteer, near)):
            yield from _rowed(stated, told)


def _rowed(stated: Statement, told: dict[str, Cell]) -> Iterator[Statement]:
    """Give the statement of a row with the name and the signature of its convention, and that of the one before it."""
    label, signed, before = (told[name].words.cut(0) if name in told else Passage(()) for name in _BESIDE)
    days = [dated.iso for dated in find_dates(signed.text)]
    earlier = next((period for period in find_periods(before.text) if period.first), None)
    first = earlier is None and _FIRST_ONE.search(plain(before.text)) is not None
    row = spaced(words for words in (stated.words, label, signed) if words)
    day = days[0] if len(days) == 1 else ""
    yield replace(stated, words=row, label=label, signed_on=day, signed=bool(day), generation=int(first))
    if earlier is not None:
        yield replace(
            stated,
            words=stated.words + before,
            label=_called(before),
            role="previous",
            over=True,
            first=earlier.first,
            last=earlier.last,
            computed=earlier.computed,
        )


def _called(words: Passage) -> Passage:
    """Return the name of a convention with which ``words`` begin, with its years; nothing where they do not."""
    found = _NAME.match(plain(words.text))
    return words.cut(0, found.end()) if found is not None else Passage(())


def _sharing(above: Sequence[Block], table: Table, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Statement]:
    """Give the conventions of a table, a territory a row, for all of which a sentence above it tells one period.

    The sentence counts them, or every row names a territory: a table of figures has rows for larger areas as well.
    """
    heads = [plain(cell.text) for cell in table.rows[0].cells] if table.rows else []
    where = next((index for index, head in enumerate(heads) if _HEADS["territory"].match(head)), None)
    told = _period_of_all(above) if where is not None else None
    if where is None or told is None:
        return
    period, several = told
    cells = [row.cells[where].words.cut(0) for row in table.rows[1:] if where < len(row.cells)]
    stated = [one for cell in cells if (one := stated_of(cell, period, gazetteer, near)) is not None]
    if len(stated) == (several or len(cells)) >= FEWEST:
        yield from stated


def _period_of_all(above: Sequence[Block]) -> tuple[Period, int] | None:
    """Return the period that the nearest sentence above tells of several conventions at once, and how many (0: untold).

    ``Les trois conventions prennent effet le 1er janvier 2025 et s'achèveront le 31 décembre 2029.``
    """
    for block in reversed(above[-_ABOVE:]):
        for sentence in () if isinstance(block, Table) else sentences(words_of(block)):
            all_of_them = _ALL.search(plain(sentence.text))
            if all_of_them is None:
                continue
            period = next((one for one in find_periods(sentence.text) if one.first and one.last), None)
            if period is not None and any(SEVERAL.search(plain(words_of(one).text)) for one in above):
                return period, count(all_of_them["count"] or "")
    return None


def _period(told: dict[str, Cell]) -> Period | None:
    """Return the period of a row: that of its one cell, or between the days of two."""
    if "period" in told:
        return next((period for period in find_periods(told["period"].text) if period.first), None)
    first, last = (next((dated.iso for dated in find_dates(told[name].text)), "") for name in ("begins", "ends"))
    return Period(0, 0, first, last) if first and last else None
