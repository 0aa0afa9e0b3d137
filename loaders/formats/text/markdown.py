"""Markdown and plain text, from any OCR tool or editor: lines in, blocks out, each word with the line it stands on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter

from loaders.document import Document, Table
from loaders.formats.intake import Intake
from loaders.formats.making import noise
from loaders.formats.making.flow import Flow
from loaders.formats.making.inline import plain
from loaders.formats.making.joining import Lexicon
from loaders.formats.making.pipes import bare_end, bare_rows, is_pipe_row, is_tab_row, pipe_rows, pipe_table, tab_table
from loaders.formats.making.spelling import normalise
from loaders.formats.making.tables import finished
from loaders.formats.text.aligned import has_gaps, is_set_in_columns, put_columns
from loaders.formats.text.boxes import box_end, box_tables, drawn, is_box_rule
from loaders.formats.text.leaders import leading_lines, led_table
from loaders.formats.text.lines import Lines
from loaders.formats.web.html import table_blocks

_FALSE_BULLET = re.compile(r"\s{0,12}«(?=\s+[^\W\d_][^»]*$)")
_SIGN_ALONE = re.compile(r"\s{0,40}[:;?!»]\s{0,40}")
_QUOTED_LINES = 8
_PAGE_RULE = re.compile(r"[-*_=.·\s]{3,}")


def read(intake: Intake) -> Document:
    """Return the document. Raises DocumentError where the text cannot be decoded or exceeds the limits."""
    raw = intake.lines
    parts = [(number, part) for number, line in enumerate(raw, 1) for part in line.splitlines(keepends=True) or [""]]
    lines = _with_signs([drawn(normalise("".join(part.splitlines()))) for _, part in parts])
    lines = _with_bullets(lines)
    texts = [plain(line) for line in lines]
    ends = _page_ends([part for _, part in parts], texts)
    numbered = [(number, line) for (number, _), line in zip(parts, lines, strict=True)]
    flow = Flow(Lexicon.of(texts))
    reader = _Reader(intake, Lines(numbered, texts, noise.noisy(texts, ends), ends), flow)
    index = 0
    while index < len(lines):
        index = reader.take(index)
        if index - 1 in ends:
            flow.gap(page=True)
    media_type = "text/plain" if intake.path.suffix.lower() == ".txt" else "text/markdown"
    return intake.document(finished(flow.close()), len(raw), media_type, raw)


def _with_signs(lines: list[str]) -> list[str]:
    """Return ``lines``, a sign that the line's end cut off (``suivants`` / ``:``) behind the words that it ends."""
    for index, (above, line) in enumerate(pairwise(lines), 1):
        if _SIGN_ALONE.fullmatch(line) and above[-1:].isalnum() and not above.lstrip().startswith(("#", "|")):
            lines[index - 1 : index + 1] = [f"{above} {line.strip()}", ""]
    return lines


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
class _Reader:
    """Reads the lines of a text into ``flow``, each kind of them in its own way."""

    intake: Intake
    lines: Lines
    flow: Flow

    def take(self, index: int) -> int:
        """Take the line at ``index``, or all that belongs to it; return the index of what follows."""
        line = self.lines.marked[index][1]
        if index in self.lines.noisy:
            self.flow.gap(page=True)
        elif "<table" in line.lower():
            return self._html_table(index)
        elif is_box_rule(line) and (end := box_end(self.lines.marked, index)) > index:
            self.flow.put(*box_tables(self.lines.marked[index:end], self.flow.lexicon, self.intake))
            return end
        elif self.lines.is_white(index):
            if not self.flow.underlines(line):
                self.flow.gap(page=bool(line.strip()) and _PAGE_RULE.fullmatch(line) is not None)
        else:
            return self._table(index) or self._text(index)
        return index + 1

    def _table(self, start: int) -> int:
        """Take the table whose rows are lines from ``start`` on, and return the index after it; 0 where none begins."""
        marked = self.lines.marked
        if is_pipe_row(marked[start][1]):
            rows = pipe_rows(marked, start)
            self._put(pipe_table(rows, self.flow.lexicon, self.intake))
            return start + sum(map(len, rows))
        if (end := bare_end(marked, start)) > start:
            self._put(pipe_table(bare_rows(marked[start:end]), self.flow.lexicon, self.intake))
            return end
        if is_tab_row(marked[start][1]):
            end = self.lines.tab_end(start)
            self._put(tab_table(marked[start:end], self.flow.lexicon, self.intake))
            return end
        return 0

    def _html_table(self, start: int) -> int:
        """Take the HTML table that begins on the line at ``start``, and what stands beside it."""
        lines = self.lines.marked
        last = len(lines) - 1
        end = next((i for i in range(start, len(lines)) if "</table" in lines[i][1].lower()), last)
        printed = groupby(lines[start : end + 1], key=itemgetter(0))  # a form feed parts a line: one place still
        source = "\n".join(" ".join(text for _, text in parts) for _, parts in printed)
        self.flow.put(*table_blocks(source, lines[start][0], self.flow.lexicon, self.intake))
        return end + 1

    def _text(self, start: int) -> int:
        """Take the lines of text from ``start`` to the next line of another kind, set in columns or not."""
        end = self.lines.text_end(start)
        begin, stop = leading_lines(self.lines.texts[start:end])
        if stop:
            self._put_running(start, start + begin)
            self._put(led_table(self.lines.numbered(start + begin, start + stop), self.flow.lexicon))
            return start + stop
        if has_gaps(self.lines.texts[start:end]):
            end = self.lines.columns_end(start, end)
        rows = [(index - start, self.lines.marked[index][0], text) for index, text in self.lines.filled(start, end)]
        if is_set_in_columns([text for _, _, text in rows]):
            put_columns(rows, self.flow, self.intake)
            return end
        self._put_running(start, end)
        return end

    def _put_running(self, start: int, end: int) -> None:
        """Take the lines from ``start`` to ``end`` as running text."""
        for index, _ in self.lines.filled(start, end):
            number, line = self.lines.marked[index]
            self.flow.add(number, noise.trimmed(line))

    def _put(self, table: Table | None) -> None:
        """Take a table, if there is one."""
        self.flow.put(*([table] if table else []))
