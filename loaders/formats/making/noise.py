"""Layout noise: postmarks, page numbers, watermarks and running headers, known by declared patterns and by return.

The patterns are in ``loaders/vocabulary/noise.toml``. Besides them a line is a running header where it returns at
least three times, word for word, beside other noise, unless it holds one of the words that head a part of an act, and
wherever it stands where it names the convention and its years.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from loaders.document import Block, Table
from loaders.formats.making.page_numbers import LONG, MAX_HEADER, MIN_RETURNS, numbering_pages, words_that_head
from loaders.vocabulary import groups, words

_WORD = re.compile(r"[^\W_]")
_PAGE = re.compile(r"\W{0,10}(?:page\s)?\d{1,4}(?:\s?(?:/|sur)\s?\d{1,4})?\W{0,10}", re.IGNORECASE)
_TITLE = 4


@cache
def _pattern(group: str, key: str) -> re.Pattern[str]:
    """Return one expression for the patterns ``key`` of ``group``, longest first as they are declared."""
    parts = {name: entries[0] for name, entries in groups("noise", "parts").items()}
    alternatives = [_expand(entry, parts) for entry in groups("noise", group)[key]]
    return re.compile(r"(?<![\w-])(?:" + "|".join(alternatives) + r")(?![\w-])", re.IGNORECASE)


def _expand(entry: str, parts: dict[str, str]) -> str:
    """Put the declared parts in their places."""
    for name, part in parts.items():
        entry = entry.replace("{" + name + "}", part)
    return entry


def is_postmark(text: str) -> bool:
    """Tell whether nothing but declared noise is printed in ``text``."""
    if len(text) > MAX_HEADER * 2 or not _WORD.search(text):
        return False
    stripped = text.strip()
    if stripped in words("noise", "watermarks"):
        return True
    noise = _pattern("tokens", "line")
    first = _WORD.search(stripped)
    if first is None or not any(noise.match(stripped, start) for start in range(first.start() + 1)):
        return False  # whatever noise is further on, no token of it holds the first letter
    return not _WORD.search(noise.sub(" ", stripped))


def trimmed(text: str) -> str:
    """Return ``text`` without the noise that is glued to its beginning or its end."""
    text = text.replace("\\_", "_") if "\\_" in text else text
    for match in reversed(list(_pattern("tokens", "edge").finditer(text))):
        before, after = text[: match.start()], text[match.end() :]
        if not _WORD.search(before) or not _WORD.search(after):
            text = before + after
    return text


def without_postmarks(blocks: Iterable[Block]) -> list[Block]:
    """Return ``blocks`` without those in which nothing but declared noise, or what numbers a page, is printed.

    Tables are left as they are.
    """
    kept = [block for block in blocks if isinstance(block, Table) or not is_postmark(block.words.text)]
    numbers = numbering_pages(["" if isinstance(block, Table) else block.words.text for block in kept])
    return [block for index, block in enumerate(kept) if index not in numbers]


def noisy(lines: Sequence[str], breaks: frozenset[int] = frozenset()) -> frozenset[int]:
    """Return the indices of the lines that are noise; ``breaks`` are those after which a page is known to end.

    The lines are plain (no markup). Empty lines are neither noise nor words.
    """
    found = {index for index, line in enumerate(lines) if is_postmark(line)}
    found |= _torn_watermarks(lines) | numbering_pages(lines) | _running_titles(lines)
    filled = [index for index, line in enumerate(lines) if _WORD.search(line)]  # a rule across the page is no line
    lone = _pattern("beside", "line")
    numbers = {index for index in _edges(filled, found, breaks) if lone.fullmatch(lines[index].strip())}
    edges = _edges(filled, found | numbers, breaks)
    pages = max(sum(bool(_PAGE.fullmatch(lines[index].strip())) for index in found | numbers), len(breaks))
    return frozenset(found | numbers | _returning(lines, edges - found - numbers, pages))


def _torn_watermarks(lines: Sequence[str]) -> set[int]:
    """Return the lines that hold but a piece of a watermark that is printed in full elsewhere."""
    texts = [line.strip() for line in lines]
    marks = [mark for mark in words("noise", "watermarks") if mark in texts]
    pieces = {
        index: text for index, text in enumerate(texts) if marks and 2 <= len(text) < MAX_HEADER and text.isupper()
    }
    return {i for i, text in pieces.items() if any(mark.startswith(text) or mark.endswith(text) for mark in marks)}


def _running_titles(lines: Sequence[str]) -> set[int]:
    """Return the lines that name the convention and its years where these return, wherever they stand; the first stays.

    So few words as ``CTG 2024-2028`` can be the label of what is told of those years.
    """
    titles: dict[str, list[int]] = {}
    title = _pattern("running", "line")
    for index, line in enumerate(lines):
        text = line.strip()
        if len(text) <= MAX_HEADER and title.fullmatch(text) and len(text.split()) >= _TITLE:
            titles.setdefault(text, []).append(index)
    kept = words_that_head()
    return {
        index
        for text, places in titles.items()
        if len(places) > MIN_RETURNS and not kept.search(text)
        for index in places[1:]
    }


def _edges(filled: Sequence[int], noise: set[int], breaks: frozenset[int]) -> set[int]:
    """Return the lines that have noise or a page break right before or after them, empty lines aside.

    Where pages are known to end, the first line begins one and the last line ends one.
    """
    edges: set[int] = {*filled[:1], *filled[-1:]} if breaks else set()
    for before, after in pairwise(filled):
        if before in noise or after in noise or any(index in breaks for index in range(before, after)):
            edges |= {before, after}
    return edges


def _returning(lines: Sequence[str], edges: set[int], pages: int) -> set[int]:
    """Return the edge lines that are the same, word for word, at least MIN_RETURNS times and mostly at edges.

    One that holds a word which heads a part of an act must return at the edge of nearly each of the ``pages``.
    """
    kept = words_that_head()
    candidates = {i: lines[i].strip() for i in edges if 2 < len(lines[i].strip()) <= MAX_HEADER}
    at_edges = Counter(candidates.values())
    everywhere = Counter(line.strip() for line in lines)
    returning = set()
    for text, count in at_edges.items():
        times = everywhere[text]
        told = count == times > MIN_RETURNS and 5 * count >= 4 * pages > 0 and len(text.split()) >= LONG
        heads = bool(kept.search(text)) and not told
        if count >= MIN_RETURNS and 5 * count >= 4 * times and not heads and "|" not in text:
            returning.add(text)
    return {index for index, text in candidates.items() if text in returning}
