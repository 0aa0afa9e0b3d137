"""Keys that dots lead to what they say (``Responsable ....... la commune``), which goes on in its column below.

A key set in deeper than the one above is told of what stands beside that one: ``dont Caf ....... 3 000 euros``.
What they lead to are words: dots before figures are those of a table of contents, or of a list of figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.document import Cell, Passage, Piece, Table
from loaders.formats.making.bullets import opening
from loaders.formats.making.cells import read_cell
from loaders.formats.making.continuation import goes_on
from loaders.formats.making.joining import Lexicon
from loaders.formats.making.tables import build

_LED = re.compile(r"\s{0,20}(?P<key>[^\W\d_][^.…]{1,59}?)\s?(?:\.{3,}|…{2,})[\s.…]{0,80}(?=[^\s.…])")
_HINTED = re.compile(r"\s{0,20}[^\W\d_][^.…]{1,59}?\s\.{1,2}\s+(?=\S)")
_SAYS = re.compile(r"(?!p(?:ages?)?\W*\d)[^\W\d_]{2}", re.IGNORECASE)
_INFINITIVE = re.compile(r"[a-zà-ÿ]{2,20}(?:er|ir|re)")

_LEAST = 3
"""Lines whose dots lead to something, from which they are a table."""

_BESIDE = 2
"""Places by which a line may stand left of what it goes on with."""

_DEEPER = 2
"""Places by which a key is set in that is told of the one above."""


def leading_lines(lines: Sequence[str]) -> tuple[int, int]:
    """Return where among ``lines`` (plain) those begin and end whose dots lead from keys to words; 0, 0 for nowhere."""
    if not any("..." in line or "……" in line for line in lines):
        return 0, 0
    begin = next((index for index, line in enumerate(lines) if _LED.match(line)), len(lines))
    end, column, said = begin, 0, []
    while end < len(lines):
        found = _LED.match(lines[end])
        if found is None and not _goes_on(lines[end], _indent(lines[begin]), column):
            break
        if found is not None:
            column = found.end()
            said.append(_SAYS.match(lines[end], column) is not None)
        end += 1
    return (begin, end) if len(said) >= _LEAST and 2 * sum(said) >= len(said) else (0, 0)


def led_table(lines: Sequence[tuple[int, str]], lexicon: Lexicon) -> Table | None:
    """Return the table of ``lines``, each with its number: a row a key, and in it what stands below one another."""
    width = max(len(text.rstrip()) for _, text in lines)
    margin = _indent(lines[0][1])
    rows: list[tuple[Passage, list[list[Piece]]]] = []
    text_above = above = ""
    for number, text in lines:
        found = _LED.match(text) if _indent(text) < margin + _DEEPER else None
        value = text[found.end() if found else 0 :].strip()
        if found is not None:
            rows.append((Passage((Piece(found["key"].strip(), number),)), []))
        if found is not None or not (_was_full(text_above, value, width) and _follows(above, value)):
            rows[-1][1].append([])
        rows[-1][1][-1].append(Piece(f"{value} ", number))
        text_above, above = text, value
    return build([[read_cell(key, lexicon), _said(parts, lexicon)] for key, parts in rows], False)


def _said(parts: Sequence[Sequence[Piece]], lexicon: Lexicon) -> Cell:
    """Return the cell of what stands beside a key: one text, or several below one another."""
    if len(parts) == 1:
        return read_cell(Passage(tuple(parts[0])), lexicon)
    listed = [
        piece._replace(text=f"{'' if index else '<li>'}{piece.text}")
        for part in parts
        for index, piece in enumerate(part)
    ]
    return read_cell(Passage(tuple(listed)), lexicon)


def _goes_on(line: str, margin: int, column: int) -> bool:
    """Tell whether ``line`` goes on below what dots led to: in its ``column``, or set in, with a dot or two."""
    return column > 0 and (
        _indent(line) >= column - _BESIDE or (_indent(line) >= margin + _DEEPER and _HINTED.match(line) is not None)
    )


def _indent(line: str) -> int:
    """Return how far ``line`` is set in."""
    return len(line) - len(line.lstrip())


def _was_full(above: str, value: str, width: int) -> bool:
    """Tell whether the first word of ``value`` had no room on the line ``above``."""
    return opening(value) is None and len(above.rstrip()) + 1 + len(value.split()[0]) > width


def _follows(above: str, value: str) -> bool:
    """Tell whether ``value`` goes on with the line ``above``, and does not begin as that does: another of a list."""
    first, own = above.split()[0].lower(), value.split()[0].lower()
    acts = _INFINITIVE.fullmatch(first) and _INFINITIVE.fullmatch(own)
    return goes_on(above, value) and not acts and first != own
