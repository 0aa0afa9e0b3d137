"""Lines joined to a text: a space between them, words that were cut at the end of a line whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from loaders.document import Passage, Piece
from loaders.formats.making.confused import known_words, mend
from loaders.formats.making.spelling import SOFT_HYPHEN
from loaders.remembering import remembered_texts
from loaders.vocabulary import groups

_FIRST = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ALONE = re.compile(r"(?:[^\W\d_]{1,3}['’])?([^\W\d_]+(?:-[^\W\d_]+)*)")
_SEPARATOR = re.compile(r"\S\s[-–—]\s\S")
_LOST_BREAK = re.compile(r"-([^\W\d_]{1,7})- (?=[^\W\d_])")


MAX_SYLLABLE = 2
"""Letters up to which the first half of a cut word may be a word by chance."""
MAX_WORD = 400
"""Characters of a word; what is longer is none, and is cut."""

MAX_RUN = 80
"""Signs and spaces on end (a row of dots); what is more of them says no more, and is left out."""

_WORD_WITHOUT_END = re.compile(rf"(\S{{{MAX_WORD}}})\S+")
_SIGNS = re.compile(rf"([\W_]{{{MAX_RUN}}})[\W_]+")
_SAYS = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a document, folded; those written with a hyphen among them."""

    words: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, lines: Iterable[str]) -> Lexicon:
        """Return the lexicon of ``lines``; the halves of a word cut at the end of a line are no words."""
        words: set[str] = set()
        cut = False
        for line in lines:
            tokens = _tokens(line)
            after, cut = cut, line.rstrip().endswith(("-", SOFT_HYPHEN)) and bool(tokens)
            words.update(tokens[1 if after else 0 : -1 if cut else None])
        return cls(frozenset(words))


@remembered_texts(8_192)
def _tokens(line: str) -> list[str]:
    return _TOKEN.findall(line.casefold())


@cache
def _compound(part: str) -> frozenset[str]:
    """Return the declared parts of compounds."""
    return frozenset(groups("hyphens", "compounds")[part])


def join(pieces: Sequence[Piece], lexicon: Lexicon) -> Passage:
    """Join ``pieces``, each the plain text of one line, to one passage."""
    joined: list[Piece] = []
    for piece in pieces:
        text = mend(squeezed(piece.text), lexicon.words)
        if not text or (joined and not _SAYS.search(text) and not _SAYS.search(joined[-1].text)):
            continue
        if joined:
            joined[-1] = _saying(joined[-1], _before(joined[-1].text, text, lexicon))
        joined.append(_saying(piece, mend_lost_breaks(text)))
    if joined:
        joined[-1] = _saying(joined[-1], joined[-1].text.removesuffix(SOFT_HYPHEN))
    return Passage(tuple([piece for piece in joined if piece.text]))


def _saying(piece: Piece, text: str) -> Piece:
    """Return ``piece`` with ``text`` in it."""
    return piece if text == piece.text else Piece(text, piece.line, piece.box)


def squeezed(text: str) -> str:
    """Return a line single-spaced, what no text has cut short: words of hundreds of letters, dots up to the margin.

    So every expression by which readers look for something ends in time, whatever it is given.
    """
    text = " ".join(text.split())
    if len(text) <= MAX_RUN:
        return text
    return _SIGNS.sub(r"\1", _WORD_WITHOUT_END.sub(r"\1", text)).rstrip()


def mend_lost_breaks(text: str) -> str:
    """Close a name that was cut at a line break since lost: ``Pas-de- Calais`` is ``Pas-de-Calais``."""
    if "- " not in text:
        return text
    inner = _compound("inner")
    return _LOST_BREAK.sub(lambda m: f"-{m[1]}-" if m[1].casefold() in inner else m[0], text)


def _before(line: str, after: str, lexicon: Lexicon) -> str:
    """Return ``line`` as it stands before the line ``after``: with a space, or joined to it."""
    if line.endswith(SOFT_HYPHEN) or _is_torn(line, after, lexicon):
        return line.removesuffix(SOFT_HYPHEN)
    if not line.endswith("-") or line.endswith(("--", " -")) or line == "-":
        return line + " "
    first = _FIRST.match(after)
    whole = _TOKEN.match(after)
    word = line[max(line.rfind(sign, 0, -1) for sign in " -'’") + 1 : -1]
    if first is None or not word or not word[-1].isalpha():
        return line if after[0].isdigit() else line + " "
    if whole and (f"{word}-{whole[0]}".casefold() in lexicon.words or _is_inner(whole[0])):
        return line
    return _hyphenated(line, word, first[0], lexicon)


def _is_inner(word: str) -> bool:
    """Tell whether ``word`` begins as names go on after a hyphen: ``sur-Mer``."""
    first, hyphen, _ = word.partition("-")
    return bool(hyphen) and first in _compound("inner")


def _is_torn(line: str, after: str, lexicon: Lexicon) -> bool:
    """Tell whether a word that alone fills ``line`` goes on in ``after``: it was too long for its column."""
    left, whole = _ALONE.fullmatch(line), _TOKEN.match(after)
    if left is None or whole is None or not whole[0][0].islower() or len(left[1]) <= MAX_SYLLABLE:
        return False
    word = f"{left[1]}{whole[0]}".casefold()
    return word in lexicon.words or word in known_words() or word.removesuffix("s") in known_words()


def _hyphenated(line: str, word: str, first: str, lexicon: Lexicon) -> str:
    """Decide for a line that ends in ``word-`` before one that begins with ``first``."""
    head = line[: -len(word) - 1]
    if first[0].isupper():
        lone = not head.endswith("-") and word[0].isupper() and _SEPARATOR.search(line)
        return line + " " if lone else line
    left, right = word.casefold(), first.casefold()
    if f"{left}-{right}" in lexicon.words:
        return line
    if left + right in lexicon.words:
        return line[:-1]
    words = len(left) > MAX_SYLLABLE and {left, right} <= lexicon.words
    compound = words or head.endswith("-") or left in _compound("first") or right in _compound("last")
    return line if compound else line[:-1]
