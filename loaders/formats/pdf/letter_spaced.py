"""Titles whose letters stand apart (``C O N V E N T I O N``), as designers set them: each word made whole again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from loaders.formats.laid.geometry import Word

FEWEST = 5
"""Letters that stand apart by themselves, at least."""

WIDE = 1.0
"""White, in sizes of the print, up to which letters are those of one title; the marks of a table stand wider apart."""

WORD = 1.5
"""How many times wider than between its letters the white behind a word is, at least."""

LEVEL = 0.2
"""Sizes of the print between two heights that are one."""


def whole_words(words: Sequence[Word]) -> list[Word]:
    """Return ``words``, in the order of the file, those that are set letter by letter joined."""
    found: list[Word] = []
    for run in _runs(words):
        found += _joined(run) if len(run) >= FEWEST else run
    return found


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Give the letters that follow one another on a line together, any other word by itself."""
    run: list[Word] = []
    for word in words:
        if run and not (_is_letter(word) and _is_letter(run[-1]) and _follows(run[-1], word)):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _is_letter(word: Word) -> bool:
    """Tell whether ``word`` is a single capital or sign between capitals; small letters by themselves are words."""
    return len(word.text) == 1 and not word.text.islower() and (word.text.isalnum() or word.text in "'’-")


def _follows(before: Word, word: Word) -> bool:
    """Tell whether ``word`` stands behind ``before`` as the next letter of a title does."""
    level = abs(before.middle - word.middle) <= LEVEL * word.size
    return level and before.size == word.size and 0 < word.left - before.right <= WIDE * word.size


def _joined(letters: Sequence[Word]) -> list[Word]:
    """Return the words that ``letters`` make; the letters themselves where they are but figures, or one letter."""
    texts = {letter.text for letter in letters if letter.text.isalpha()}
    if len(texts) < FEWEST - 2:
        return list(letters)
    whites = [after.left - before.right for before, after in pairwise(letters)]
    least = WORD * median(whites)
    words = [letters[0]]
    for letter, white in zip(letters[1:], whites, strict=True):
        if white >= least:
            words.append(letter)
        else:
            words[-1] = replace(words[-1], text=words[-1].text + letter.text, right=letter.right)
    return words
