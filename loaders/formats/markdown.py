"""Markdown and plain text, from any OCR tool or editor: lines in, blocks out, each word with the line it stands on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.document import Document
from loaders.formats import noise
from loaders.formats.flow import Flow
from loaders.formats.html import table_blocks
from loaders.formats.inline import plain
from loaders.formats.intake import Intake
from loaders.formats.joining import Lexicon
from loaders.formats.pipes import Line, is_pipe_row, is_tab_row, pipe_rows, pipe_table, tab_table
from loaders.formats.spelling import normalise
from loaders.formats.tables import finished

_HAS_WORD = re.compile(r"[^\W_]")
_PAGE_RULE = re.compile(r"\s*[-*_=.·\s]{3,}")


def read(intake: Intake) -> Document:
    """Return the document. Raises DocumentError where the text cannot be decoded or exceeds the limits."""
    raw = intake.lines
    lines = [normalise(line) for line in raw]
    texts = [plain(line) for line in lines]
    ends = _page_ends(intake.text, texts)
    noisy = noise.noisy(texts, ends)
    flow = Flow(Lexicon.of(texts))
    numbered = [(number, line) for number, line in enumerate(lines, 1)]
    index = 0
    while index < len(lines):
        index = _take(numbered, texts, noisy, index, flow, intake)
        if index - 1 in ends:
            flow.gap(page=True)
    blocks = finished(flow.close())
    media_type = "text/plain" if intake.path.suffix.lower() == ".txt" else "text/markdown"
    return intake.document(blocks, len(raw), media_type, raw)


def _page_ends(text: str, texts: Sequence[str]) -> frozenset[int]:
    """Return the indices of the lines after which a page ends: at a form feed, at a rule across the page."""
    if "\x0c" not in text:
        return frozenset(i for i, line in enumerate(texts) if line.strip() and _PAGE_RULE.fullmatch(line))
    kept = text.splitlines(keepends=True)
    return frozenset(index for index, line in enumerate(kept) if line.endswith("\x0c"))


def _take(
    lines: Sequence[tuple[int, str]],
    texts: Sequence[str],
    noisy: frozenset[int],
    index: int,
    flow: Flow,
    intake: Intake,
) -> int:
    """Take the line at ``index``, or the table that begins there; return the index of what follows."""
    number, line = lines[index]
    if index in noisy:
        flow.gap(page=True)
    elif "<table" in line.lower():
        return _html_table(lines, index, flow, intake)
    elif not _HAS_WORD.search(texts[index]) and "|" not in line:
        if not flow.underlines(line):
            flow.gap(page=bool(line.strip()) and _PAGE_RULE.fullmatch(line) is not None)
    elif is_pipe_row(line):
        rows = pipe_rows(lines, index)
        table = pipe_table(rows, flow.lexicon, intake)
        flow.put(*([table] if table else []))
        return index + sum(map(len, rows))
    elif is_tab_row(line):
        end = _tab_end(lines, noisy, index)
        table = tab_table(lines[index:end], flow.lexicon, intake)
        flow.put(*([table] if table else []))
        return end
    else:
        flow.add(number, noise.trimmed(line))
    return index + 1


def _html_table(lines: Sequence[Line], start: int, flow: Flow, intake: Intake) -> int:
    """Take the HTML table that begins on the line at ``start``, and what stands beside it."""
    end = next((i for i in range(start, len(lines)) if "</table" in lines[i][1].lower()), len(lines) - 1)
    source = "\n".join(line for _, line in lines[start : end + 1])
    flow.put(*table_blocks(source, lines[start][0], flow.lexicon, intake))
    return end + 1


def _tab_end(lines: Sequence[tuple[int, str]], noisy: frozenset[int], start: int) -> int:
    """Return the index after the last row of the tab table that begins at ``start``."""
    end = start
    while end < len(lines) and end not in noisy and is_tab_row(lines[end][1]):
        end += 1
    return end
