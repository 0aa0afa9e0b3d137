"""Letters and digits that a scan took for one another: ``Mose1le``, ``G1OBALE``, ``ARTlCLE``, ``2O27``."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache
from itertools import product

from loaders.vocabulary import texts
from maillage.thesauri import SCHEMES

_DAMAGED = re.compile(  # the doubtful sign first: every line is searched, and few signs are
    r"[01lOo](?:(?<=[^\W\d_][01])(?=[^\W\d_])|(?<=[A-ZÀ-Ý]l)(?=[A-ZÀ-Ý])"
    r"|(?<=\b1)(?=['’][^\W\d_])|(?<=[^\W\d_]{4} l)(?=\s?[:–-]\s)|(?<=[^\W\d_]{4} [A-H]l)(?=\s?[:–-]\s)"
    r"|(?<=\d[Oo])(?=\d)|(?<=\bl)(?=[ln])|(?<=\d O)(?=OO)"
    r"|(?<=\d[lOo])(?=[\dlOo ,.]{0,12}(?:€|euros?\b))|(?<=[\d ][lOo])(?=\d[\dlOo ,.]{0,12}(?:€|euros?\b)))"
)
_WORD = re.compile(
    r"(?<![\w.@/])[^\W\d_]+(?:[01]{1,2}[^\W\d_]+){1,3}(?![\w.@/])"
    r"|(?<!\w)(?:[A-ZÀ-Ý]{2,}l[A-ZÀ-Ýl]+|[A-ZÀ-Ý]l[A-ZÀ-Ý]{2}[A-ZÀ-Ýl]*)(?!\w)"
)
_YEAR = re.compile(r"(?<!\w)(?:19|2[0Oo])[\dOo]{2}(?!\w)")
_THOUSANDS = re.compile(r"(?<=\d )OOO(?=\s?(?:€|euros|\d))")
_AMOUNT = re.compile(  # ``96 34O €``
    r"(?<![\w.,'’])(?=[lOo\d ,.]{0,16}[lOo])(?=[lOo ,.]{0,3}\d)[lo\dO]{1,3}(?:[ .][\dlOo]{3}){0,3}(?:,[\dlOo]{1,2})?"
    r"(?=\s?(?:€|euros?\b))"
)
_CAPITAL = re.compile(r"(?<![\w'’])l(?=n[a-zà-ÿ]{3}|l [a-zà-ÿ])")  # no French word begins with "ln" or is "ll"
_ELIDED = re.compile(r"(?<![\w.,])1(?=['’][^\W\d_])")  # ``de 1'Eure``
_NUMBER = re.compile(
    r"(?:(?<=[^\W\d_]{4} )|(?<=[^\W\d_]{4} [A-H]))l(?=\s?[:–-]\s)"
)  # ``ORIENTATION l :``, ``Fiche Bl -``
_DIGITS = str.maketrans("lOo", "100")
_READ_AS = {"1": "li", "0": "o", "l": "il"}
_FEWEST_LETTERS = 4
_MOST_SIGNS = 4


def mend(text: str, lexicon: Container[str]) -> str:
    """Return ``text`` with such signs read as they were printed, where its word shows it.

    A word is read as the one that stands elsewhere in the document (``lexicon``, folded) or in the vocabularies; one
    that stands nowhere by the sign that looks most like it. A code of letters and digits is left as it is.
    """
    if not _DAMAGED.search(text):
        return text
    text = _YEAR.sub(lambda found: found[0].replace("O", "0").replace("o", "0"), text)
    text = _NUMBER.sub("1", _ELIDED.sub("l", text))
    text = _AMOUNT.sub(lambda found: found[0].translate(_DIGITS), text)
    text = _CAPITAL.sub("I", _THOUSANDS.sub("000", text))
    return _WORD.sub(lambda found: _read(found[0], lexicon), text)


def _read(word: str, lexicon: Container[str]) -> str:
    """Return ``word`` as it was printed."""
    letters = sum(sign.isalpha() for sign in word)
    readings = list(_readings(word)) if letters >= _FEWEST_LETTERS else []
    known = (reading for reading in readings if reading.casefold() in lexicon or reading.casefold() in known_words())
    return next(known, readings[0] if readings else word)


def _readings(word: str) -> Iterator[str]:
    """Give the words that ``word`` may have been, the likeliest first: an I among capitals, else an l."""
    capitals = sum(sign.isupper() for sign in word) > 1 and not any(sign.islower() and sign != "l" for sign in word)
    doubtful = [sign in _READ_AS and (sign.isdigit() or capitals) for sign in word]
    if sum(doubtful) > _MOST_SIGNS:
        return
    choices = [_choices(sign, capitals=capitals) if doubt else sign for sign, doubt in zip(word, doubtful, strict=True)]
    yield from ("".join(signs) for signs in product(*choices))


def _choices(sign: str, *, capitals: bool) -> str:
    read = _READ_AS[sign]
    return "".join(sorted(read)).upper() if capitals else read


@cache
def known_words() -> frozenset[str]:
    """Return the words of the readers' vocabularies and of the thesauri, folded."""
    labels = (label for scheme in SCHEMES.values() for concept in scheme for label in (concept.fr, *concept.labels))
    return frozenset(word.casefold() for text in (*texts(), *labels) for word in re.findall(r"[^\W\d_]+", text))
