"""Words to match on: a text folded letter for letter, so that what is found in it can be cut out of the print."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from loaders.document import BULLETS, Passage, Piece, spaced
from loaders.remembering import remembered, remembered_texts

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
_QUOTES = "\u2018\u2019\u02bc\u00b4`"
_SPACES = "\u00a0\u2009\u202f\t\n\r\f\v"
_ABBREVIATION = re.compile(
    r"(?:\b(?:mmes?|m|mm|mlle|dr|st|ste|art|n|c|com|dept|av|bd|cf|ex|etc|p|t[eé]l)|\b[a-z]|(?:^|\s)\d{1,2})\.$"
)
_NEAR = 12
_FEWEST_DOTS = 4
_LONGEST_BRACKET = 200
_END = re.compile(r"[.!?;](?=\s+[^\s\da-zàâçéèêëîïôûù)»])|[.!?](?=\s*$)")


class _Letters(dict[int, str]):
    """What each character is compared as: one character for one, told when it is first met."""

    def __missing__(self, code: int) -> str:
        """Return the one character that the character ``code`` is compared as."""
        character = unicodedata.normalize("NFD", chr(code))[0]
        if character in _DASHES:
            folded = "-"
        elif character in _QUOTES:
            folded = "'"
        elif character in _SPACES:
            folded = " "
        else:
            lowered = character.lower()
            folded = lowered if len(lowered) == 1 else character
        self[code] = folded
        return folded


_LETTERS = _Letters()
_SPECIAL = re.compile(r"[^ -_a-~]")


@remembered_texts(8_192)
def plain(text: str) -> str:
    """Return ``text`` in lower case without accents, with straight quotes and hyphens; as long as ``text`` itself."""
    for sign in set(_SPECIAL.findall(text)):  # few of them: twice as fast as to ask of every letter
        text = text.replace(sign, _LETTERS[ord(sign)])
    return text.lower()


def rejoined(parts: Iterable[Passage], goes_on: Callable[[Passage, Passage], bool]) -> Iterator[Passage]:
    """Give ``parts``, each that ``goes_on`` (asked with what stands before it, and it) joined to the one before."""
    held = Passage(())
    for part in parts:
        if held and goes_on(held, part):
            held += part
            continue
        if held:
            yield held
        held = part
    if held:
        yield held


def gathered(parts: Iterable[Passage], begins: Callable[[Passage, Passage], bool]) -> Iterator[Passage]:
    """Give ``parts``, each joined to those before it unless it ``begins`` anew (asked with the one above, and it)."""
    held: list[Passage] = []
    for part in parts:
        if held and begins(held[-1], part):
            yield spaced(held)
            held = []
        held.append(part)
    if held:
        yield spaced(held)


@remembered(4_096)
def lines(words: Passage) -> tuple[Passage, ...]:
    """Return the printed lines of ``words``, a passage each, without the empty ones; a hyphen at its end ends none."""
    if len({piece.line for piece in words.pieces}) == 1:
        whole = words.cut(0)
        return (whole,) if whole else ()
    found: list[list[Piece]] = []
    for piece in words.pieces:
        if found and (found[-1][-1].line == piece.line or found[-1][-1].text.endswith("-")):
            found[-1].append(piece)
        else:
            found.append([piece])
    return tuple(line for pieces in found if (line := Passage(tuple(pieces)).cut(0)))


def printed_lines(words: Passage) -> tuple[Passage, ...]:
    """Return the lines of ``words`` as they are printed: on a page, or between two breaks of a line of the file."""
    return tuple(line for piece in words.pieces if (line := Passage((piece,)).cut(0)))


@remembered(4_096)
def sentences(words: Passage) -> tuple[Passage, ...]:
    """Return the sentences of ``words``; an abbreviation (``M.``, ``art.``) ends none."""
    return tuple(_sentences(words))


def _sentences(words: Passage) -> Iterator[Passage]:
    start = 0
    for found in _END.finditer(words.text):
        # No abbreviation has more than half of these letters: looked for in them, it is what it would be in the whole.
        if found[0] == "." and _ABBREVIATION.search(words.text[max(start, found.end() - _NEAR) : found.end()].lower()):
            continue
        if found[0] == ";" and is_open(words.text[max(start, found.end() - _LONGEST_BRACKET) : found.end()]):
            continue
        if sentence := words.cut(start, found.end()):
            yield sentence
        start = found.end()
    if rest := words.cut(start):
        yield rest


def is_open(text: str) -> bool:
    """Tell whether a bracket that ``text`` opens last is not closed in it."""
    return text.rfind("(") > text.rfind(")")


def unstopped(words: Passage) -> Passage:
    """Return a sentence without the full stop that ends it."""
    return words.cut(0, len(words.text.rstrip(" .")))


def without(words: Passage, told: re.Pattern[str]) -> Passage:
    """Return ``words`` without what ``told`` finds in their plain text; themselves where it finds nothing."""
    spans = [found.span() for found in told.finditer(plain(words.text))]
    if not spans:
        return words
    starts, ends = zip(*spans, strict=True)
    return spaced(words.cut(start, end) for start, end in zip((0, *ends), (*starts, None), strict=True))


@remembered_texts(4_096)
def tidy(text: str) -> str:
    """Return ``text`` single-spaced, without bullets before it and loose punctuation around it."""
    return " ".join(text.split()).lstrip(f" {BULLETS}→⇒*–—-").rstrip(" ,;:–—-")


def leader(text: str) -> int:
    """Return where the dots begin that lead to the number of a page at the end of ``text``, its end where none do."""
    dotted = text.rstrip().rstrip("0123456789").rstrip()
    label = dotted.rstrip(" .…")
    dots = dotted[len(label) :]
    return len(label) if dots.count(".") + dots.count("…") * 3 >= _FEWEST_DOTS else len(text)


def alternatives(entries: tuple[str, ...] | list[str]) -> str:
    """Return a pattern for any of ``entries`` (plain words, or patterns themselves), the longest first."""
    return "(?:" + "|".join(sorted(entries, key=len, reverse=True)) + ")"
