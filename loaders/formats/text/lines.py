"""Lines of a text: which are white, noise or running text, and how far those reach that belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.formats.making.pipes import Line, bare_end, is_pipe_row, is_tab_row
from loaders.formats.text.aligned import MAX_ABOVE, MAX_WHITE, goes_on_below, hangs_in_columns, has_gaps

_HAS_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text: with their numbers and markup, and plain; which are noise, and after which a page ends."""

    marked: Sequence[Line]
    texts: Sequence[str]
    noisy: frozenset[int]
    ends: frozenset[int]

    def numbered(self, start: int, end: int) -> list[Line]:
        """Return the lines from ``start`` to ``end``, plain, each with its number in the file."""
        return [(self.marked[index][0], self.texts[index]) for index in range(start, end)]

    def filled(self, start: int, end: int) -> list[tuple[int, str]]:
        """Return the lines from ``start`` to ``end`` that are not white, each with its index."""
        return [(index, self.texts[index]) for index in range(start, end) if not self.is_white(index)]

    def is_white(self, index: int) -> bool:
        """Tell whether the line at ``index`` is empty, or draws a rule with its signs."""
        return not _HAS_WORD.search(self.texts[index]) and "|" not in self.texts[index]

    def columns_end(self, start: int, end: int) -> int:
        """Return the index after a text set in columns from ``start``, its first row ending at ``end``.

        Empty lines part its rows, and a title may stand between two of them.
        """
        while True:
            begin = self._after_white(end)
            if begin is None:
                return end
            if not has_gaps(self.texts[begin : begin + 1]) and not self._hangs(start, begin):
                row = self._after_white(begin + 1)
                if row is None or not self._goes_on(start, begin, row):
                    return end
                begin = row
            end = self.text_end(begin)

    def _hangs(self, start: int, index: int) -> bool:
        """Tell whether the line at ``index`` stands in a column of the text from ``start`` on, not in the first."""
        return hangs_in_columns(self.texts[max(start, index - MAX_ABOVE) : index], self.texts[index])

    def _goes_on(self, start: int, title: int, row: int) -> bool:
        """Tell whether a table from ``start`` on goes on below the ``title`` with the ``row``: an index each."""
        return goes_on_below(self.texts[max(start, title - MAX_ABOVE) : title], self.texts[title], self.texts[row])

    def _after_white(self, end: int) -> int | None:
        """Return the index of the text below the few empty lines from ``end`` on; None where there is none."""
        begin = end
        while begin < min(end + MAX_WHITE, len(self.marked)) and self.is_white(begin):
            begin += 1
        over = any(index in self.ends and not self.texts[index].strip() for index in range(end - 1, begin))
        return None if begin == len(self.marked) or over or not self._is_text(begin) else begin

    def text_end(self, start: int) -> int:
        """Return the index after the last line of the text, without an empty line, that begins at ``start``."""
        end = start + 1
        while end < len(self.marked) and end - 1 not in self.ends and self._is_text(end):
            end += 1
        return end

    def _is_text(self, index: int) -> bool:
        """Tell whether the line at ``index`` is running text."""
        line = self.marked[index][1]
        if index in self.noisy or not _HAS_WORD.search(self.texts[index]):
            return False
        tabled = is_pipe_row(line) or is_tab_row(line) or bare_end(self.marked, index) > index
        return not (tabled or "<table" in line.lower())

    def tab_end(self, start: int) -> int:
        """Return the index after the last row of the tab table that begins at ``start``."""
        end = start
        while end < len(self.marked) and end not in self.noisy and is_tab_row(self.marked[end][1]):
            end += 1
        return end
