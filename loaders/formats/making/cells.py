"""A cell's source, with its ``<p>``, ``<br>``, ``<li>`` and bullets, as the paragraphs and items that it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.document import BULLETS, Cell, Item, Paragraph, Passage, Piece
from loaders.formats.making.bullets import ARROWS, DASHES, opening
from loaders.formats.making.continuation import goes_on, hangs
from loaders.formats.making.grid import EMPTY
from loaders.formats.making.inline import CHECKBOX, plain
from loaders.formats.making.joining import Lexicon, join

_BREAK = re.compile(r"(?<!\\)<(/?)(p|br|li|ul|ol|div|h[1-6])(?:[\s/][^<>]*)?>", re.IGNORECASE)
_NEXT_SIGN = re.compile(rf"\s?[{BULLETS.replace('·', '')}]\s?|\s·\s|\s[{ARROWS}]\s|\s[{DASHES}]\s|\so\s")
_LIST_AFTER_COLON = re.compile(rf"[:;]\s?(?=[{DASHES}o]\s)")
_LOST_BREAK = re.compile(r"(?<=\S) {2,}(?=[«\"“]?[A-ZÀ-Ý][a-zà-ÿ’'])")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_INFINITIVE = re.compile(r"(?:er|ir|re)$")
_STOPS = ",;.:!?)…»"


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a cell's source between two breaks.

    ``depth`` counts the lists around it, 0 for none; ``wrapped`` after a mere line break, where a sentence may go on.
    """

    words: Passage
    depth: int
    listed: bool = False
    wrapped: bool = False


def read_cell(raw: Passage, lexicon: Lexicon) -> Cell:
    """Return the cell whose source is ``raw`` (normalised, markup still in it)."""
    if not raw.text:
        return EMPTY
    blocks: list[Paragraph | Item] = []
    for part in _parts(raw):
        for words, marker in _bulleted(part):
            clean = _clean(words, lexicon)
            if not clean:
                continue
            last = blocks[-1] if blocks else None
            if part.wrapped and not marker and last and goes_on(last.words.text, clean.text):
                blocks[-1] = replace(last, words=join([*last.words.pieces, *clean.pieces], lexicon))
            else:
                blocks.append(Item(clean, max(part.depth - 1, 0), marker) if marker else Paragraph(clean))
    return Cell(tuple(blocks))


def _clean(words: Passage, lexicon: Lexicon) -> Passage:
    """Take the markup off, joining the lines."""
    return join([Piece(plain(piece.text), piece.line) for piece in words.pieces], lexicon)


def _parts(raw: Passage) -> Iterator[_Part]:
    """Cut ``raw`` at the tags that break a line."""
    if "<" not in raw.text:
        yield from _lines(_Part(raw.cut(0), 0))
        return
    depth, listed, wrapped, start = 0, False, False, 0
    for match in _BREAK.finditer(raw.text):
        yield from _lines(_Part(raw.cut(start, match.start()), depth, listed, wrapped))
        start = match.end()
        closing, name = bool(match[1]), match[2].lower()
        if name in ("ul", "ol"):
            depth = max(depth - 1, 0) if closing else depth + 1
        listed, wrapped = name == "li" and not closing, name == "br"
    yield from _lines(_Part(raw.cut(start), depth, listed, wrapped))


def _lines(part: _Part) -> Iterator[_Part]:
    """Cut a part where a line break was lost: two spaces before a sentence, unless the text before visibly goes on."""
    start, text = 0, part.words.text
    for match in _LOST_BREAK.finditer(text) if "  " in text else ():
        if not hangs(text[start : match.start()]):
            yield replace(part, words=part.words.cut(start, match.start()))
            start, part = match.end(), _Part(part.words, part.depth)
    yield replace(part, words=part.words.cut(start)) if start else part


def _bulleted(part: _Part) -> Iterator[tuple[Passage, str]]:
    """Give the passages of a part, each with its marker (empty for a paragraph)."""
    words = part.words
    if "<input" in words.text.lower():
        words = Passage(tuple(Piece(CHECKBOX.sub(" □ ", piece.text), piece.line) for piece in words.pieces))
    starts = [0, *_starts(words.text, part.depth > 0)]
    for index, (start, end) in enumerate(zip(starts, [*starts[1:], None], strict=True)):
        piece = words.cut(start, end)
        bullet = opening(plain(piece.text))
        if bullet is None or bullet.marker not in BULLETS + ARROWS + DASHES + "o+":
            yield piece, "-" if part.listed and index == 0 else ""
        else:
            yield _after(piece, bullet.marker), bullet.marker


def _after(words: Passage, marker: str) -> Passage:
    """Return what follows the marker."""
    return words.cut(words.text.find(marker) + len(marker))


def _starts(text: str, in_list: bool) -> list[int]:
    """Return where, in a text that is a list or announces one, the items after the first begin.

    In a marked list (``in_list``) its dash never stands within an item.
    """
    found: list[int] = []
    bullet = opening(text)
    announced = None if bullet else _LIST_AFTER_COLON.search(text)
    if announced:
        found.append(announced.end())
        bullet = opening(text[announced.end() :])
    marker = bullet.marker if bullet else ""
    begin = (announced.end() if announced else 0) + (bullet.start if bullet else 0)
    for match in _NEXT_SIGN.finditer(text, begin):
        sign = match[0].strip()
        if sign in BULLETS or (sign == marker and (in_list or _parts_items(text, begin, match.start(), match.end()))):
            found.append(match.start())
            begin = match.end()
    return found


def _parts_items(text: str, begin: int, end: int, after: int) -> bool:
    """Tell whether the dash at ``end`` opens an item, and is not one within the sentence that began at ``begin``."""
    item, rest = text[begin:end].strip(), text[after : after + 60]
    if not item or not rest.strip():
        return True
    if item[-1] in _STOPS or rest[0].isupper() or rest[0].isdigit() or rest[0] in '«"“<*':
        return True
    first, then = _FIRST_WORD.match(item), _FIRST_WORD.match(rest)
    return bool(first and then and _INFINITIVE.search(first[0]) and _INFINITIVE.search(then[0]))
