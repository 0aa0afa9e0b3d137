"""Seeking: a pattern is tried only on a text that has one of the words without which it cannot be there.

``re`` tries a pattern at every place of a text. Whether a text holds a word, Python tells fifty times faster: most
texts hold none of those that a pattern needs, and the pattern is not tried at all. What engines that know the whole
of an expression call its required literals is read here off the pattern itself, so that no list of words can be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib import import_module
from itertools import takewhile
from sys import maxsize
from typing import Protocol, cast

_PARSER, _COMPILER = import_module("re._parser"), import_module("re._compiler")
"""What ``re`` itself reads its patterns by, and makes of what it read; no public module tells the one from the other.

Reading them is half of the work: it is done once for both.
"""

_LETTER = _PARSER.LITERAL
Parts = Iterable[tuple[object, object]]
"""The parts of a pattern, one after another: what each does, and with what."""


class _State(Protocol):
    flags: int


class _Parsed(Protocol):
    """A pattern, read."""

    state: _State

    def __iter__(self) -> Iterator[tuple[object, object]]: ...


_REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))
_SHORTEST = 2
_NOTHING = (0, 0)
_ANY = ("",)
"""What stands in whatever text."""

_TELLING = 4
"""So many letters tell as much as more of them would."""

_MOST = (_TELLING, -1)
"""What one word is worth that tells as much as any."""


class Sought:
    """A pattern, asked as ``re.Pattern`` is, that is first looked for by the words that it needs.

    It is taken apart when it is first asked for, and compiled when a text first holds one of its words: a short act
    holds those of one in ten, and making the others took a quarter of the time of reading it.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def _parsed(self) -> _Parsed:
        return _parse(self.pattern)

    @cached_property
    def _needed(self) -> tuple[str, ...]:
        return _needed_by(self._parsed) or _ANY

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        parsed = self._parsed
        vars(self).pop("_parsed", None)  # it takes more room than what is compiled, and is not wanted again
        return cast("re.Pattern[str]", _COMPILER.compile(parsed))

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the first match in ``text`` between two positions."""
        return self._compiled.search(text, start, end) if any(map(text.__contains__, self._needed)) else None

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the match at ``start``."""
        return self._compiled.match(text, start, end) if any(map(text.__contains__, self._needed)) else None

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the match that is all of ``text`` between two positions."""
        return self._compiled.fullmatch(text, start, end) if any(map(text.__contains__, self._needed)) else None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Return the matches in ``text`` between two positions, in order."""
        return self._compiled.finditer(text, start, end) if any(map(text.__contains__, self._needed)) else iter(())


def needed_by(pattern: str) -> tuple[str, ...]:
    """Return words, in order, one of which stands in whatever ``pattern`` matches; none where that cannot be told."""
    return _needed_by(_parse(pattern))


def _parse(pattern: str) -> _Parsed:
    return cast("_Parsed", _PARSER.parse(pattern))


def _needed_by(parsed: _Parsed) -> tuple[str, ...]:
    return () if parsed.state.flags & re.IGNORECASE else tuple(sorted(_of_sequence(parsed)))


def _of_sequence(items: Parts) -> frozenset[str]:
    """Return the words that the parts of a pattern, one after another, need: those that tell most, then the fewest."""
    best, worth = frozenset[str](), _NOTHING
    for words in _of_each(items):
        if _worth(words) > worth:
            best, worth = words, _worth(words)
            if worth == _MOST:
                break
    return best


def _of_each(items: Parts) -> Iterator[frozenset[str]]:
    """Give the words that each part of a pattern needs, its plain letters first: often nothing tells more than they."""
    parts: list[tuple[str, object, str]] = []
    run = ""
    for operation, value in (*items, ("END", None)):
        if operation is _LETTER and isinstance(value, int):
            run += chr(value)
            continue
        parts.append((str(operation), value, run))
        run = ""
    yield from (frozenset((run,)) for _, _, run in parts)
    for part in parts:
        yield from _of_part(*part)


def _of_part(operation: str, value: object, run: str) -> Iterator[frozenset[str]]:
    """Give the words that one part of a pattern needs, and those that it needs together with the ``run`` before it."""
    if operation == "SUBPATTERN":
        _, added, _, inner = cast("tuple[object, int, object, Parts]", value)
        if not added & re.IGNORECASE:
            yield _of_sequence(inner)
    elif operation == "ASSERT":
        _, inner = cast("tuple[int, Parts]", value)
        yield _of_sequence(inner)
    elif operation == "ATOMIC_GROUP":
        yield _of_sequence(cast("Parts", value))
    elif operation in _REPEATS:
        least, _, inner = cast("tuple[int, object, Parts]", value)
        if least:
            yield _of_sequence(inner)
    elif operation == "IN":
        signs = cast("Iterable[tuple[object, int]]", value)
        yield frozenset(chr(code) if kind is _LETTER else "" for kind, code in signs)
    elif operation == "BRANCH":
        _, branches = cast("tuple[object, list[Parts]]", value)
        each = [_of_sequence(branch) for branch in branches]
        if all(each):
            yield _shortened(frozenset().union(*each))
        yield _shortened(frozenset(run + _begun(branch) for branch in branches))


def _begun(items: Parts) -> str:
    """Return the letters with which a pattern begins."""
    letters = takewhile(lambda part: part[0] is _LETTER, items)
    return "".join(chr(cast("int", value)) for _, value in letters)


def _shortened(words: frozenset[str]) -> frozenset[str]:
    """Return ``words`` without those that hold another of them."""
    kept: list[str] = []
    for word in sorted(words, key=len):
        if not any(map(word.__contains__, kept)):
            kept.append(word)
    return frozenset(kept)


def _worth(words: frozenset[str]) -> tuple[int, int]:
    """Return what ``words`` are worth to look for: how much the least of them tells, then how few they are."""
    least = min(map(_tells, words), default=0)
    return (least, -len(words)) if least >= _SHORTEST else _NOTHING


@cache
def _tells(word: str) -> int:
    """Return how much it tells that a text holds ``word``: its letters; any other sign is rarer than they are."""
    signs = "".join(word.split())[:_TELLING]
    return min(2 * len(signs) - sum(map(str.isalnum, signs)), _TELLING)
