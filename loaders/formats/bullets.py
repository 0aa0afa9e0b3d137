"""What opens an item of a list: dashes, bullets, arrows, boxes, numbers and letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

SIGNS = "•●▪■◦➤►▶➢➔❖↳✓✔✗□☐☑☒◆◇‣⁃·➣❑❒➜"
"""Signs that stand nowhere but before an item."""

ARROWS = "→⇒*"
"""Signs that open an item, but stand in sentences too."""

DASHES = "-–—"

_OPENING = re.compile(
    rf"(?P<indent>\s*)(?P<marker>[{SIGNS}]|[{ARROWS}](?=\s)|[{DASHES}](?=\s)|[+o](?=\s+\S{{2}})|\d{{1,3}}[.)](?=\s)|[a-zA-Z]\)(?=\s))\s*"
)
_GLUED = re.compile(rf'(?P<indent>\s*)(?P<marker>[{DASHES}*])(?=[^\W\d_]|[«"“])')
_LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Opening:
    """The bullet that opens a line: the width of its indent, the marker as printed, and where the words begin."""

    indent: int
    marker: str
    start: int


def opening(text: str) -> Opening | None:
    """Return the bullet that opens ``text``, None where none does. ``- ↳ x`` has the inner marker."""
    match = _OPENING.match(text) or _GLUED.match(text)
    if match is None or not _LETTERS.search(text, match.end()):
        return None
    inner = _OPENING.match(text, match.end())
    if inner is not None and match["marker"] in DASHES + "*" and _LETTERS.search(text, inner.end()):
        return Opening(len(match["indent"]), inner["marker"], inner.end())
    return Opening(len(match["indent"]), match["marker"], match.end())
