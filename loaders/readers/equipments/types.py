"""Types of équipement as lists print them: recognised, and mended where the print lost a letter."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache

from loaders.remembering import remembered_texts
from loaders.resolve import fold
from loaders.themes import is_theme as names_theme
from loaders.themes import themes
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain, tidy
from maillage.thesauri import SCHEMES

_ABBREVIATED = re.compile(r"(?P<full>[^()]{3,60}?) ?\((?P<short>[^()]{2,20})\)")
_KIND_OF = re.compile(
    r"(?P<kind>\S.{2,50}?)\s+(?:(?:p[ée]ri|extra)(?:scolaires?)?(?:\s*(?:et|/|-)\s*(?:p[ée]ri|extra)scolaires?)?"
    r"|(?:inter)?communa(?:le?|ux)s?|municipa(?:le?|ux)s?|itin[ée]rante?s?|maternels?|[ée]l[ée]mentaires?|ados?|jeunes|psu|paje)",
    re.IGNORECASE,
)
"""A type told apart from others of its kind: ``ALSH périscolaire``, ``micro-crèches PSU``."""

_SPELT_OUT = re.compile(r"(?P<short>[A-ZÉ/ ]{2,12}?) ?\((?P<full>[^()]{3,60})\)")
"""An abbreviation with what it stands for behind it: ``EAJE (établissement d'accueil du jeune enfant)``."""

_JOINED = re.compile(r"\s+et\s+|\s*[/,&–-]\s*")
_PLURAL = re.compile(r"(?:(?<=\w{3})s|(?<=\weu)x)(?!\S)")
_CLOSE = 0.85
_SHORTEST_MENDED = 6
_SHORTEST_ABBREVIATION = 4
_LONGEST = 60
_LONGEST_THEME = 4  # words


@remembered_texts(2_048)
def known(text: str) -> bool:
    """Tell whether ``text`` is the name of a type and nothing else, in the singular or the plural.

    Its abbreviation can stand behind it in brackets (``Lieu d'accueil enfants-parents (LAEP)``), or before what it
    stands for.
    """
    if _singular(fold(text)) in _names():
        return True
    spelt = _SPELT_OUT.fullmatch(text.strip())
    if spelt is not None and known(spelt["short"]) and known(spelt["full"]):
        return True
    found = _ABBREVIATED.fullmatch(text.strip()) or _KIND_OF.fullmatch(text.strip())
    if found is not None and "kind" in found.re.groupindex:
        return known(found["kind"])
    return found is not None and known(found["full"]) and (known(found["short"]) or found["short"].isupper())


def mended(text: str) -> str:
    """Return a printed type, its spelling mended where it is nearly that of a known one: ``LUDOTHQUE``.

    One that is followed by its abbreviation goes by that, and one in the plural by its singular.
    """
    printed = tidy(text)
    found = _SPELT_OUT.fullmatch(printed) or _ABBREVIATED.fullmatch(printed)
    if found is not None and known(found["short"]):
        return found["short"]
    folded = _singular(fold(printed))
    if folded in _names():
        label = _names()[folded]
        return printed if fold(label) == fold(printed) else _cased(label, printed)
    if len(folded) > _LONGEST:
        return printed
    if len(folded) < _SHORTEST_MENDED:
        return _without_speck(printed)
    alike = (
        (SequenceMatcher(None, folded, name).ratio(), name) for name in _names() if abs(len(name) - len(folded)) < 3
    )
    ratio, name = max(alike, default=(0.0, ""))
    if ratio < _CLOSE:
        return printed
    label = _names()[name]
    return plain(label).upper() if printed.isupper() else label


def _cased(label: str, printed: str) -> str:
    """Return the ``label`` of a type in capitals, or with a capital, as it is ``printed``."""
    if label[1:2].isupper() or printed.isupper():
        return label.upper()
    return (label[:1].upper() if printed[:1].isupper() else label[:1].lower()) + label[1:]


def _without_speck(printed: str) -> str:
    """Return an abbreviation without the one letter too many that makes of ``LAFEP`` no known one.

    It stands within the abbreviation or before it, where the cell's border was read as a letter; one at the end tells
    something (``ALSHP``).
    """
    if not printed.isupper():
        return printed
    shorter = (printed[:index] + printed[index + 1 :] for index in range(len(printed) - 1))
    return next((one for one in shorter if len(one) >= _SHORTEST_ABBREVIATION and known(one)), printed)


def is_theme(text: str) -> bool:
    """Tell whether a title is the name of a theme and little else: it parts a list, and designates nothing."""
    return names_theme(text) or (len(text.split()) <= _LONGEST_THEME and bool(themes(text)))


def names_themes(text: str) -> bool:
    """Tell whether a label is the name of a theme and nothing else, or several: ``Enfance - jeunesse``."""
    return all(map(names_theme, _JOINED.split(text)))


def leading(text: str) -> str:
    """Return the words of a type with which ``text`` begins, as printed; empty where it begins with none."""
    found = _pattern().match(plain(text))
    return text[slice(*found.span("type"))] if found else ""


def first(text: str, start: int = 0) -> int:
    """Return where ``text`` first has one équipement by its type and an article, from ``start``; -1 for nowhere."""
    found = _one().search(plain(text), start)
    return found.start() if found is not None else -1


@remembered_texts(4_096)
def _singular(folded: str) -> str:
    """Return folded words without the plural's endings."""
    return _PLURAL.sub("", " ".join(folded.split()))


@cache
def _names() -> dict[str, str]:
    """Return the known types by their folded names in the singular."""
    labels = [label for concept in SCHEMES["types-equipement"] for label in (concept.fr, *concept.labels)]
    found: dict[str, str] = {}
    for label in (*groups("equipments", "types")["more"], *labels):
        found.setdefault(_singular(fold(label)), label)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of a known type at the beginning of plain words."""
    return re.compile(rf"\W*(?:les? |la |l'|une? )?(?P<type>{_words()})(?!\w)")


@cache
def _one() -> re.Pattern[str]:
    """Return the pattern of one équipement, by its type behind an article, within plain words."""
    return re.compile(rf"(?<![\w'])(?:(?:du |la |le |une? |son |sa |notre |d'une? )|(?:d'|l'))(?:{_words()})(?!\w)")


@cache
def _words() -> str:
    """Return the known types as alternatives of a pattern, in the singular or the plural."""
    labels = {_singular(plain(label)) for label in _names().values()}
    forms = [re.sub(r"[ -]", "[ -]", re.escape(label).replace(r"\ ", " ").replace(r"\-", "-")) for label in labels]
    return alternatives([re.sub(r"(?<=\w)(?=\[ -\]|$)", "s?", form) for form in forms])
