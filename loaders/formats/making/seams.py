"""Printed lines and what they make: where bold runs are glued the print had a line break, a bold line is a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.formats.making.continuation import begins_low, goes_on, hangs
from loaders.formats.making.inline import Run
from maillage.facts import Box

_WORD_BEFORE = re.compile(r"(?:[^\W_]{2}|\d)[.:!?)»]?$")

MAX_GLUED_TITLE = 120
"""Characters: a longer text before glued bold runs is no title."""


@dataclass(frozen=True, slots=True)
class Line:
    """The plain text of one printed line: its line or page, whether it is bold, whether it stands alone.

    A line of the file holds several where bold runs are glued together (the OCR lost the line breaks).
    """

    text: str
    number: int
    bold: bool
    alone: bool = False
    box: Box | None = None


def printed_lines(printed: Sequence[Run], number: int) -> list[Line]:
    """Cut the runs of a file's line where bold runs are glued to other text: there the print had a line break."""
    groups: list[list[Run]] = []
    for run in printed:
        if groups and not _seam(groups[-1][-1], run):
            groups[-1].append(run)
        else:
            groups.append([run])
    alone = len(groups) > 1
    lines = [
        Line("".join(run.text for run in group), number, all(run.bold for run in group if run.text.strip()), alone)
        for group in groups
    ]
    filled = [line for line in lines if line.text.strip()]
    if alone and len(filled[0].text) <= MAX_GLUED_TITLE and all(line.bold for line in filled[1:]):
        filled[0] = Line(filled[0].text, number, True, True)
    return filled


def _seam(before: Run, run: Run) -> bool:
    """Tell whether a line break was lost between two runs."""
    if before.bold and run.bold:
        return True
    if not run.text[:1].isupper() or _WORD_BEFORE.search(before.text[-3:]) is None:
        return False
    return run.bold or not run.text[:2].isupper()


def grouped(lines: Sequence[Line]) -> Iterator[tuple[bool, list[Line]]]:
    """Give the blocks that a paragraph's lines make, each with whether it is a title (all bold)."""
    group: list[Line] = []
    for line in lines:
        if group and _parts(group[-1], line):
            yield group[0].bold and all(each.bold for each in group), group
            group = []
        group.append(line)
    if group:
        yield all(each.bold for each in group), group


def _parts(before: Line, line: Line) -> bool:
    """Tell whether a block ends between two lines that follow each other."""
    if before.alone or line.alone:
        return (before.alone and line.alone) or not goes_on(before.text, line.text)
    if before.bold == line.bold:
        return False
    return not begins_low(line.text) and not hangs(before.text)
