"""Codes that count: what a line begins with where a word stands before numbers that step (``Chantier A1``, ``C2 –``).

The word may be any; that the like stands before the number that follows says that it names a level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.document import Passage
from loaders.readers.plan.marks import value_of
from loaders.remembering import remembered_texts
from loaders.vocabulary import groups
from loaders.words.codes import opening_code
from loaders.words.wording import alternatives

_PARTS = re.compile(r"\d+|[IVX]+(?![A-Za-z])|[A-Za-z]+")
_AGAIN = re.compile(r"(?:bis|ter|quater)$", re.IGNORECASE)
_TITLE = re.compile(r"[^\W\d_]|[«\"“'\d]")
_LEAST, _LONGEST = 2, 300


@dataclass(frozen=True, slots=True)
class Code:
    """A word (plain, empty for none) and the number behind it, its parts, and where the label starts."""

    word: str
    number: str
    parts: tuple[str, ...]
    start: int

    @property
    def shape(self) -> tuple[str, ...]:
        """The word, and how each part is written."""
        signs = re.sub(r"[^.-]", "", self.number)
        return (self.word, signs, *("1" if part.isdigit() else _letters(part) for part in self.parts))

    @property
    def value(self) -> int:
        """What its last part counts."""
        return self.values[-1]

    @property
    def values(self) -> tuple[int, ...]:
        """What each of its parts counts."""
        return tuple(value_of(part.lower()) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Run:
    """Lines, by their index, whose codes are of one shape and step; ``anew`` where they begin again and again."""

    at: tuple[int, ...]
    codes: tuple[Code, ...]
    anew: bool = False

    @property
    def word(self) -> str:
        """The word before each number."""
        return self.codes[0].word

    @property
    def depth(self) -> int:
        """How many parts the numbers have."""
        return len(self.codes[0].parts)


@remembered_texts(4_096)
def code_of(text: str) -> Code | None:
    """Return the code with which ``text`` begins, None where it has none, or one of what is no plan (``Article 2``)."""
    found = opening_code(text) if len(text) <= _LONGEST else None
    if found is None or not (_TITLE.match(text, found.start) or (found.noun and found.start == len(text))):
        return None
    number = found.number.replace(" ", "")
    parts = tuple(_PARTS.findall(_AGAIN.sub("", number)))
    if not (found.noun or found.sign or len(parts) > 1) or _strangers().match(found.noun):
        return None
    return Code(found.noun, number, parts, found.start)


def bare_code(text: str) -> Code | None:
    """Return the code that ``text`` is and no more (``A1``, ``Piste 2``), None for any other text."""
    found = opening_code(text)
    return code_of(f"{text.rstrip(' .:–—-')} – x") if found is not None and found.start == len(text) else None


def code_of_line(line: Passage, marker: str = "") -> Code | None:
    """Return the code of a line, of an item by its mark where its words have none."""
    found = code_of(line.text)
    if found is None and marker:
        marked = code_of(f"{marker} x")
        return Code(marked.word, marked.number, marked.parts, 0) if marked is not None else None
    return found


def runs(lines: Sequence[Code | None]) -> Iterator[Run]:
    """Give the runs of lines whose codes step, two at least, from a first one on.

    Those of one word that begin anew (``Geste 1``, ``Geste 2``, ``Geste 1``) are one run more, that starts ``anew``.
    """
    shapes: dict[tuple[str, ...], list[tuple[int, Code]]] = {}
    for index, code in enumerate(lines):
        if code is not None:
            shapes.setdefault(code.shape, []).append((index, code))
    for held in shapes.values():
        parts = list(_stepping(held))
        yield from (_run(part) for part in parts if len(part) >= _LEAST)
        if len(parts) > 1 and held[0][1].word and len(held[0][1].parts) == 1:
            yield _run([one for part in parts for one in part], anew=True)


def _stepping(held: Sequence[tuple[int, Code]]) -> Iterator[list[tuple[int, Code]]]:
    """Give the stretches of lines whose codes step from a first one on."""
    run: list[tuple[int, Code]] = []
    for index, code in held:
        if run and _steps(run[-1][1], code):
            run.append((index, code))
        elif code.value == 1:
            if run:
                yield run
            run = [(index, code)]
    if run:
        yield run


def _run(held: Sequence[tuple[int, Code]], *, anew: bool = False) -> Run:
    return Run(tuple(at for at, _ in held), tuple(code for _, code in held), anew)


def _steps(before: Code, code: Code) -> bool:
    """Whether ``code`` follows ``before``: the next of its row, or the first of a later one."""
    above, over = before.values[:-1], code.values[:-1]
    return code.value == before.value + 1 if above == over else code.value == 1 and above < over


def _letters(part: str) -> str:
    """Return how a part in letters is written: a Roman numeral, a capital, a small letter, initials."""
    if re.fullmatch(r"[IVX]+", part):
        return "I"
    return "A" if part.isupper() else "a"


@cache
def _strangers() -> re.Pattern[str]:
    """Return the pattern of words that count what is no plan: parts of an act, tables, sittings, ages."""
    return re.compile(rf"{alternatives(groups('plan', 'strangers')['words'])}(?!\w)")
