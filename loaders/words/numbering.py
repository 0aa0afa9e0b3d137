"""Numbers of plans and fiches as printed: ``Objectif 4.1 :``, ``ENJEU 1:``, ``3. 4 EVITER``, ``Action 2 et 2 bis``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.document import BULLETS
from loaders.remembering import remembered_texts
from loaders.words.plan_levels import any_level, complement, level_of, named_level, rank, rank_number
from loaders.words.wording import plain

_SUFFIX = r"(?:\s?(?:bis|ter|quater|quinquies)\b)?"
_DOTTED = r"\d{1,2}(?:\s?[.]\s?\d{1,2}(?!\d)){1,3}(?:\.[a-df-h](?![\w']))?"
_BARE = r"\d{1,2}(?!\d)(?:\.?[a-df-h](?![\w']))?"
_PARTS = (
    r"(?:[.-]?\d{1,2}(?!\d)(?:\.\d{1,2}(?!\d))*(?:[.-][a-h](?![\w'-]))?"
    r"|[.-][a-h](?![\w'-]|\.\w)|[.-][ivx]{1,4}(?![\w'-]))"
)
_DASHED = (
    r"\d{1,2}(?:(?:-\d{1,2}(?!\d)){1,2}(?:-[a-h](?![\w'’]))?|-[a-h](?![\w'’])(?:-\d{1,2}(?!\d))?)"
    r"(?!-|\s?(?:ans|mois)\b)"
)
"""A number whose parts a dash joins, behind the name of a level: ``Objectif 1-2``, ``Objectif 1-B``."""
_LETTERS = rf"(?:(?:[ivx]{{1,5}}|[a-h]){_PARTS}(?!\w)|[ivx]{{1,5}}\b|[a-h]\b(?=\s*[:.–—-]))"
NUMBER = rf"(?:{_DOTTED}|{_BARE}){_SUFFIX}"
"""A number in plain lower case letters: ``4``, ``4.1``, ``2. 1 .3``, ``3 bis``."""

_INITIALS = r"(?:O[GOPS]?|AX|EN|FA|P)\d{1,2}"
"""A level's initials and its number: ``O1``, ``OS2``, ``P3``."""
_LETTERED = re.compile(
    rf"(?P<number>(?:[IVX]{{1,5}}|[A-H]\d{{0,2}}|{_INITIALS})(?:[.-]\d{{1,2}}(?!\d))+(?:\.[a-h](?!\w))?"
    r"|[IVX]{1,5}\.[a-hA-H](?![\w.])|(?:[IVX]{1,5}|[A-H]|\d{1,2})[.-][ivx]{1,4}(?![\w'’-])|\d{1,2}\.[A-H](?:\.\d{1,2}(?!\d))*"
    r"|\d-[A-H](?:-\d{1,2}(?!\d))*(?=\s+[A-ZÀ-Ý]|\s?[.):–—]))"
    r"(?:\s?[.):–—-])*\s+(?=[^\W\d_]{2})"
    rf"|(?P<letter>[IVX]{{1,5}}|[A-H]\d{{0,2}}|{_INITIALS})\s?[.):/·–—-]\s*(?=[^\W\d_]{{2}})"
)
_CAPITALS = frozenset("ABCDEFGH")
_CAPITAL_PART = re.compile(r"\.[A-H]$|-[A-H](?:-\d+)?$")
_SIGN = r"(?:°\s?[)/.–-]|[.):°–/·-])"
_GAP = r"(?:[\s:.)\]°|•·→›=–—-]|/(?=\s))*"
_FIGURES = re.compile(rf"(?P<number>{_DOTTED}{_SUFFIX})\.?{_GAP}|(?P<bare>{_BARE}{_SUFFIX})\s?{_SIGN}\s+")
_SIGNED = re.compile(rf"n\s?[°º]\s?(?P<number>{NUMBER})(?![\w%€]|\s?(?:%|ans\b|€))\.?{_GAP}(?=\S)")
_BETWEEN = re.compile(r"\s(?:a|au)\s(?:n\s?[°º]\s?)?")
_BULLET = re.compile(rf"^(?:o\s|[\s{BULLETS}→⇒*_#-])*(?=\S)(?<!\w)")


@dataclass(frozen=True, slots=True)
class Numbered:
    """What a text begins with: the level that it names (or none), its number, where its label starts."""

    level: str
    number: str
    start: int
    complement: str = ""


@remembered_texts(8_192)
def numbered(text: str) -> Numbered | None:
    """Return the level and number that ``text`` begins with, None where it begins with neither.

    A level without number counts when a colon follows it (``Objectif général : ...``).
    """
    said = plain(text)
    bullet = _BULLET.match(said)
    start = bullet.end() if bullet else 0
    named = _level_with_number().match(said, start)
    if named is None and (ranked := _ranked(said, start)):
        return ranked
    if named and (named["number"] or named["roman"] or named["colon"]):
        number = _as_printed(text, named, "number") or text[slice(*named.span("roman"))] if _has_number(named) else ""
        return Numbered(level_of(named["level"]), number, named.end(), " ".join((named["complement"] or "").split()))
    if named and (capital := _capital(text, said, start)):
        return capital
    if found := _FIGURES.match(said, start):
        return Numbered("", _as_printed(text, found, "number" if found["number"] else "bare"), found.end())
    if signed := _SIGNED.match(said, start):
        return Numbered("", clean(signed["number"]), signed.end())
    lettered = _LETTERED.match(text, start)
    return Numbered("", lettered["number"] or lettered["letter"], lettered.end()) if lettered else None


def _capital(text: str, said: str, start: int) -> Numbered | None:
    """Return the level that ``text`` names with a lone capital behind it (``Axe A Bien grandir``).

    In words that are all printed in capitals it is a preposition: ``ACTIONS A MENER``.
    """
    found = _level_with_capital().match(said, start)
    after = text[found.end() :] if found else ""
    if found is None or text[found.start("letter")] not in _CAPITALS:
        return None
    if after and not (after[:1].isupper() and not re.match(r"[^\W\d_a-zà-öø-ÿ]{2}", after)):
        return None
    return Numbered(level_of(found["level"]), text[found.start("letter")], found.end())


def _ranked(text: str, start: int) -> Numbered | None:
    """Return the level that a plain ``text`` names with its rank in words (``Premier enjeu :``, ``2e axe -``)."""
    found = _ranked_level().match(text, start)
    if found is None:
        return None
    return Numbered(level_of(found["level"]), rank_number(found["rank"]), found.end())


def _as_printed(text: str, found: re.Match[str], group: str) -> str:
    """Return the number that ``found`` has in ``group``, with the capital that ``text`` prints in it: ``1.B``."""
    printed = text[slice(*found.span(group))].rstrip()
    return printed if _CAPITAL_PART.search(printed) else clean(found[group])


def numbers(text: str) -> tuple[str, ...]:
    """Return the numbers that ``text`` lists, and those of a range: ``Action 2 et 2 bis``, ``fiches 17 à 19``."""
    said = plain(text)
    listed: list[str] = []
    end = 0
    for found in re.finditer(NUMBER, said):
        number = clean(found[0])
        if listed and _BETWEEN.fullmatch(said, end, found.start()):
            listed.extend(_between(listed[-1], number))
        listed.append(number)
        end = found.end()
    return tuple(listed)


def _between(first: str, last: str) -> Iterator[str]:
    """Give the numbers between two of one row, by the last figure: ``2.2`` and ``2.3`` from ``2.1`` to ``2.4``."""
    (stem, point, begin), (of_last, _, end) = first.rpartition("."), last.rpartition(".")
    if stem == of_last and begin.isdecimal() and end.isdecimal():
        yield from (f"{stem}{point}{number}" for number in range(int(begin) + 1, int(end)))


def clean(number: str | None) -> str:
    """Return a printed number without stray spaces: ``3. 4`` is ``3.4``, ``2bis`` is ``2 bis``."""
    if not number:
        return ""
    joined = re.sub(r"\s*\.\s*", ".", number.strip())
    return re.sub(r"(\d)\s*(bis|ter|quater|quinquies)$", r"\1 \2", joined)


def _has_number(named: re.Match[str]) -> bool:
    """Tell whether a level's name that was found has a number or a letter behind it."""
    return bool(named["number"] or named["roman"])


@cache
def _level_with_number() -> re.Pattern[str]:
    """Return the pattern of a level's name with complement, number and colon."""
    return re.compile(
        rf"\(?(?:le |la |les |l')?(?P<level>{any_level()})(?P<complement>(?:\s+{complement()})*)"
        rf"(?:(?:\s+|\s*n\s?[°o]\s*|\s+numero\s+|(?<!ctg)(?=\d))(?:(?P<number>{_DASHED}|{NUMBER})(?!\s?(?:%|ans|€))|(?P<roman>{_LETTERS})))?"
        rf"\s*(?P<colon>:)?{_GAP}"
    )


@cache
def _level_with_capital() -> re.Pattern[str]:
    """Return the pattern of a level's name with a letter and no sign behind it."""
    return re.compile(rf"(?P<level>{any_level()})(?:\s+{complement()})*\s+(?P<letter>[a-h])(?:\s+|$)")


@cache
def _ranked_level() -> re.Pattern[str]:
    """Return the pattern of a level's name with its rank in words, before it or after it, and the sign that ends it."""
    return re.compile(
        rf"(?:le |la |un |une )?(?P<rank>{rank()}(?!\w))\s(?:grande?\s)?{named_level()}"
        rf"\s*(?:[:.–-]|,? (?:est|sera|porte sur|concerne|vise(?: a)?|consiste a)\b)\s*:?{_GAP}"
    )
