"""Pipe tables (``| a | b |``) and tab tables: their lines cut into cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from loaders.document import Cell, Passage, Piece, Table
from loaders.formats.intake import Intake
from loaders.formats.making.cells import read_cell
from loaders.formats.making.grid import check_cells
from loaders.formats.making.joining import Lexicon
from loaders.formats.making.tables import build

_PARAGRAPH = re.compile(r"<(?:p|li|ul)[\s>]", re.IGNORECASE)
_PIPE = re.compile(r"(?<!\\)\|")
_RULE_SIGNS = frozenset("|-: +=")
_FEWEST_BARS, _FEWEST_ROWS, _RULED = 2, 3, 2
MAX_ROW_LINES = 200
"""Lines over which one row of a pipe table may be spread."""

Line = tuple[int, str]
"""The number of a line and what stands on it, normalised."""


def is_pipe_row(line: str) -> bool:
    """Tell whether ``line`` opens a row of a pipe table."""
    text = line.strip()
    return text.startswith("|") and len(text) > 1


def is_rule(line: str) -> bool:
    """Tell whether ``line`` is the rule under a header (``|---|:--:|``)."""
    return "-" in line and "|" in line and _RULE_SIGNS.issuperset(line.strip())


def pipe_rows(lines: Sequence[Line], start: int) -> list[list[Line]]:
    """Return the rows of the pipe table that begins at index ``start``: each the lines over which it is spread.

    A row that does not end in a pipe goes on to the next line that does, if that is near and no row begins before.
    """
    rows: list[list[Line]] = []
    index = start
    while index < len(lines) and is_pipe_row(lines[index][1]):
        end = _row_end(lines, index)
        rows.append(list(lines[index:end]))
        index = end
    return rows


def bare_end(lines: Sequence[Line], start: int) -> int:
    """Return the index after the last row of the table without outer pipes (``a | b | c``) that begins at ``start``.

    It has three rows of three cells, or a rule below its first; ``start`` itself where no such table begins there.
    """
    bars = _bars(lines[start][1])
    ruled = start + 1 < len(lines) and is_rule(lines[start + 1][1])
    if not bars or (bars < _FEWEST_BARS and not ruled):
        return start
    end = start
    while end < len(lines) and _bars(lines[end][1]) == bars:
        end += 1
    return end if end - start >= (_RULED if ruled else _FEWEST_ROWS) else start


def bare_rows(lines: Iterable[Line]) -> list[list[Line]]:
    """Return the rows of a table without outer pipes as if it had them."""
    return [[(number, f"| {text.strip()} |")] for number, text in lines]


def _bars(line: str) -> int:
    """Return how many pipes part what stands on ``line``; none where one stands at its edge."""
    text = line.strip() if "|" in line else ""
    return len(_PIPE.findall(text)) if not (text.startswith("|") or text.endswith("|")) else 0


def _row_end(lines: Sequence[Line], start: int) -> int:
    """Return the index after the last line of the row that begins at ``start``."""
    if lines[start][1].rstrip().endswith("|"):
        return start + 1
    for index in range(start + 1, min(start + MAX_ROW_LINES, len(lines))):
        text = lines[index][1].strip()
        if not text or is_pipe_row(text):
            break
        if text.endswith("|"):
            return index + 1
    return start + 1


def pipe_table(rows: Iterable[Sequence[Line]], lexicon: Lexicon, origin: Intake) -> Table | None:
    """Return the pipe table of ``rows``; None where nothing is printed in it."""
    rows = list(rows)
    rules = [index for index, row in enumerate(rows) if len(row) == 1 and is_rule(row[0][1])]
    sources = [_pipe_cells(row) for index, row in enumerate(rows) if index not in set(rules)]
    marked = 1 in rules and not any(_PARAGRAPH.search(text) for _, text in rows[0])
    check_cells(sum(map(len, sources)), origin, f"ligne {rows[0][0][0]}")
    return build(_read(sources, lexicon), True if marked else (False if rules else None))


def _pipe_cells(row: Sequence[Line]) -> list[Passage]:
    """Cut a row at its pipes; a cell may hold pieces of several lines."""
    cells: list[list[Piece]] = [[]]
    for number, text in row:
        for index, part in enumerate(_PIPE.split(text.strip())):
            if index:
                cells.append([])
            if part.strip():
                cells[-1].append(Piece(part.strip().replace("\\|", "|") + " ", number))
    inner = cells[1:-1] if not cells[-1] else cells[1:]
    return [Passage(tuple(cell)) for cell in inner]


def is_tab_row(line: str) -> bool:
    """Tell whether ``line`` is a row whose cells are set apart by tabs (an indent is no cell)."""
    return "\t" in line.lstrip(" ").rstrip(" ") and line.strip() != "" and not line.startswith("\t\t\t\t\t\t\t\t")


def tab_table(rows: Sequence[Line], lexicon: Lexicon, origin: Intake) -> Table | None:
    """Return the tab table of ``rows``; None where nothing is printed in it."""
    sources = [[Passage((Piece(part.strip(), number),)) for part in text.split("\t")] for number, text in rows]
    check_cells(sum(map(len, sources)), origin, f"ligne {rows[0][0]}")
    return build(_read(sources, lexicon), None)


def _read(sources: Sequence[Sequence[Passage]], lexicon: Lexicon) -> list[list[Cell]]:
    """Read the cells of each row."""
    return [[read_cell(source, lexicon) for source in row] for row in sources]
