"""Markdown and plain text, from any OCR tool or editor: lines in, blocks out, each word with the line it stands on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from loaders.document import Document, Table
from loaders.formats.intake import Intake
from loaders.formats.making import noise
from loaders.formats.making.flow import Flow
from loaders.formats.making.inline import plain
from loaders.formats.making.joining import Lexicon
from loaders.formats.making.pipes import (
    Line,
    bare_end,
    bare_rows,
    is_pipe_row,
    is_tab_row,
    pipe_rows,
    pipe_table,
    tab_table,
)
from loaders.formats.making.spelling import normalise
from loaders.formats.making.tables import finished
from loaders.formats.text.aligned import MAX_ABOVE, MAX_WHITE, goes_on_below, has_gaps, is_set_in_columns, put_columns
from loaders.formats.text.boxes import box_end, box_tables, drawn, is_box_rule
from loaders.formats.text.leaders import leading_lines, led_table
from loaders.formats.web.html import table_blocks

_HAS_WORD = re.compile(r"[^\W_]")
_FALSE_BULLET = re.compile(r"\s{0,12}«(?=\s+[^\W\d_][^»]*$)")
_QUOTED_LINES = 8
_PAGE_RULE = re.compile(r"[-*_=.·\s]{3,}")


def read(intake: Intake) -> Document:
    """Return the document. Raises DocumentError where the text cannot be decoded or exceeds the limits."""
    raw = intake.lines
    parts = [(number, part) for number, line in enumerate(raw, 1) for part in line.splitlines(keepends=True) or [""]]
    lines = _with_bullets([drawn(normalise("".join(part.splitlines()))) for _, part in parts])
    texts = [plain(line) for line in lines]
    ends = _page_ends([part for _, part in parts], texts)
    numbered = [(number, line) for (number, _), line in zip(parts, lines, strict=True)]
    source = _Source(intake, numbered, texts, noise.noisy(texts, ends), ends)
    flow = Flow(Lexicon.of(texts))
    index = 0
    while index < len(lines):
        index = source.take(index, flow)
        if index - 1 in ends:
            flow.gap(page=True)
    media_type = "text/plain" if intake.path.suffix.lower() == ".txt" else "text/markdown"
    return intake.document(finished(flow.close()), len(raw), media_type, raw)


def _with_bullets(lines: list[str]) -> list[str]:
    """Return ``lines`` with bullets where some OCR made opening guillemets of them: none closes these."""
    for index, line in enumerate(lines):
        if "«" in line and (found := _FALSE_BULLET.match(line)):
            after = "".join(lines[index + 1 : index + _QUOTED_LINES]).partition("«")[0]
            if "»" not in after:
                lines[index] = f"{line[: found.end() - 1]}•{line[found.end() :]}"
    return lines


def _page_ends(parts: Sequence[str], texts: Sequence[str]) -> frozenset[int]:
    """Return the indices of the lines after which a page ends: at a form feed or, without any, at a rule across it."""
    fed = frozenset(index for index, part in enumerate(parts) if part.endswith("\x0c"))
    return fed or frozenset(i for i, line in enumerate(texts) if line.strip() and _PAGE_RULE.fullmatch(line))


@dataclass(frozen=True, slots=True)
class _Source:
    """The lines of a text: normalised, and plain; which are noise, and after which a page ends."""

    intake: Intake
    lines: Sequence[Line]
    texts: Sequence[str]
    noisy: frozenset[int]
    ends: frozenset[int]

    def take(self, index: int, flow: Flow) -> int:
        """Give ``flow`` the line at ``index``, or all that belongs to it; return the index of what follows."""
        line = self.lines[index][1]
        if index in self.noisy:
            flow.gap(page=True)
        elif "<table" in line.lower():
            return self._html_table(index, flow)
        elif is_box_rule(line) and (end := box_end(self.lines, index)) > index:
            flow.put(*box_tables(self.lines[index:end], flow.lexicon, self.intake))
            return end
        elif not _HAS_WORD.search(self.texts[index]) and "|" not in line:
            if not flow.underlines(line):
                flow.gap(page=bool(line.strip()) and _PAGE_RULE.fullmatch(line) is not None)
        elif is_pipe_row(line):
            rows = pipe_rows(self.lines, index)
            _put(flow, pipe_table(rows, flow.lexicon, self.intake))
            return index + sum(map(len, rows))
        elif (end := bare_end(self.lines, index)) > index:
            _put(flow, pipe_table(bare_rows(self.lines[index:end]), flow.lexicon, self.intake))
            return end
        elif is_tab_row(line):
            end = self._tab_end(index)
            _put(flow, tab_table(self.lines[index:end], flow.lexicon, self.intake))
            return end
        else:
            return self._text(index, flow)
        return index + 1

    def _html_table(self, start: int, flow: Flow) -> int:
        """Take the HTML table that begins on the line at ``start``, and what stands beside it."""
        after = range(start, len(self.lines))
        end = next((i for i in after if "</table" in self.lines[i][1].lower()), len(self.lines) - 1)
        printed = groupby(self.lines[start : end + 1], key=itemgetter(0))  # a form feed parts a line: one place still
        source = "\n".join(" ".join(text for _, text in parts) for _, parts in printed)
        flow.put(*table_blocks(source, self.lines[start][0], flow.lexicon, self.intake))
        return end + 1

    def _tab_end(self, start: int) -> int:
        """Return the index after the last row of the tab table that begins at ``start``."""
        end = start
        while end < len(self.lines) and end not in self.noisy and is_tab_row(self.lines[end][1]):
            end += 1
        return end

    def _text(self, start: int, flow: Flow) -> int:
        """Take the lines of text from ``start`` to the next line of another kind, set in columns or not."""
        end = self._text_end(start)
        begin, stop = leading_lines(self.texts[start:end])
        if stop:
            self._put_running(start, start + begin, flow)
            _put(flow, led_table(self._numbered(start + begin, start + stop), flow.lexicon))
            return start + stop
        if has_gaps(self.texts[start:end]):
            end = self._columns_end(start, end)
        rows = [(index - start, self.lines[index][0], text) for index, text in self._filled(start, end)]
        if is_set_in_columns([text for _, _, text in rows]):
            put_columns(rows, flow, self.intake)
            return end
        self._put_running(start, end, flow)
        return end

    def _put_running(self, start: int, end: int, flow: Flow) -> None:
        """Give ``flow`` the lines from ``start`` to ``end`` as running text."""
        for index, _ in self._filled(start, end):
            flow.add(self.lines[index][0], noise.trimmed(self.lines[index][1]))

    def _numbered(self, start: int, end: int) -> list[Line]:
        """Return the lines from ``start`` to ``end``, plain, each with its number in the file."""
        return [(self.lines[index][0], self.texts[index]) for index in range(start, end)]

    def _filled(self, start: int, end: int) -> list[tuple[int, str]]:
        """Return the lines from ``start`` to ``end`` that are not white, each with its index."""
        return [(index, self.texts[index]) for index in range(start, end) if not self._is_white(index)]

    def _is_white(self, index: int) -> bool:
        """Tell whether the line at ``index`` is empty, or draws a rule with its signs."""
        return not _HAS_WORD.search(self.texts[index]) and "|" not in self.texts[index]

    def _columns_end(self, start: int, end: int) -> int:
        """Return the index after a text set in columns from ``start``, its first row ending at ``end``.

        Empty lines part its rows, and a title may stand between two of them.
        """
        while True:
            begin = self._after_white(end)
            if begin is None:
                return end
            if not has_gaps(self.texts[begin : begin + 1]):
                row = self._after_white(begin + 1)
                if row is None or not self._goes_on(start, begin, row):
                    return end
                begin = row
            end = self._text_end(begin)

    def _goes_on(self, start: int, title: int, row: int) -> bool:
        """Tell whether a table from ``start`` on goes on below the ``title`` with the ``row``: an index each."""
        return goes_on_below(self.texts[max(start, title - MAX_ABOVE) : title], self.texts[title], self.texts[row])

    def _after_white(self, end: int) -> int | None:
        """Return the index of the text below the few empty lines from ``end`` on; None where there is none."""
        begin = end
        while begin < min(end + MAX_WHITE, len(self.lines)) and self._is_white(begin):
            begin += 1
        over = any(index in self.ends and not self.texts[index].strip() for index in range(end - 1, begin))
        return None if begin == len(self.lines) or over or not self._is_text(begin) else begin

    def _text_end(self, start: int) -> int:
        """Return the index after the last line of the text, without an empty line, that begins at ``start``."""
        end = start + 1
        while end < len(self.lines) and end - 1 not in self.ends and self._is_text(end):
            end += 1
        return end

    def _is_text(self, index: int) -> bool:
        """Tell whether the line at ``index`` is running text."""
        line = self.lines[index][1]
        if index in self.noisy or not _HAS_WORD.search(self.texts[index]):
            return False
        tabled = is_pipe_row(line) or is_tab_row(line) or bare_end(self.lines, index) > index
        return not (tabled or "<table" in line.lower())


def _put(flow: Flow, table: Table | None) -> None:
    """Give ``flow`` a table, if there is one."""
    flow.put(*([table] if table else []))
