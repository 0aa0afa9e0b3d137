"""Pieces of an enumeration: which are members of their own, and which go on with the member before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.governance.offices import begins_with_office
from loaders.themes import is_theme
from loaders.words.actor_heads import kind_at
from loaders.words.enumerating import enumerated
from loaders.words.spelt_numbers import SPELT_NUMBER
from loaders.words.wording import plain, tidy

OF = re.compile(
    r"^\W*(?:(?:aux cotes|autour|sous la (?:co-?)?presidence(?: conjointe)?|en presence) (?=d))?"
    rf"(?:(?:de la\b|de l'|du\b|des\b|de\b|d'|aux?\b|a (?:la\b|l'|(?=tou[st]|{SPELT_NUMBER} |\d+ )))\s*"
    r"|(?:par|outre) (?:la |le |les |l'|sa |son |ses |leurs? )?)"
)
"""What can stand before a member: the end of « composed of », « beside », « led by »."""

REPRESENTED = re.compile(
    r"^(?P<head>\W*(?:(?:des|de|les|deux|un|une|d'une?)\s+)?(?:representant\w*|technicien\w*)(?:\s*\([^)]*\))?\s+)"
    r"(?:de la|de l'|du|des|de|d')"
)
SOME_PEOPLE = re.compile(r"des [a-z-]{4,}s")
_ARTICLE = re.compile(r"^\W*(?:le|la|les|l'|un|une|des|du)\s*")
_OFFICES = re.compile(
    r"^\W*(?:(?:des|les|aux)\s+|d')?(?:maires|elue?s|president\w*s|direct\w+s|adjointe?s|habitante?s|agents|secretaires)\s+d(?:[eu]|es|')"
)
_OFFICE = re.compile(
    r"\W*(?:(?:le|la|l'|un|une|les|des|deux|trois)\s*)?(?:direct(?:eur|rice)|responsable|cheff?e?|adjointe?|vice-presidente?"
    r"|conseill(?:er|ere)|chargee?|coordinat(?:eur|rice)|elue?)s?\b[^,;]*\b"
    r"(?:de la |de l'|du |a la |a l'|au |(?P<several>des|aux) (?P<field>[^,;]+))"
)
_OF_PLACES = re.compile(
    r"\W*[^,;]{3,60}? des (?:cantons|communes|villes|secteurs|quartiers|territoires|circonscriptions) (?:de|du|d')"
)
_BY_SOMEBODY = re.compile(r"\W*par (?:(?:la|le|les|sa|son|ses|leurs?) |l')(?=[a-z])")
_PRESIDENT = re.compile(r"\W*(?:(?:le|la) )?presidente?\W*$")
_VICES = re.compile(r"\W*(?:(?:les|ses|des) )?(?:(?:deux|trois|quatre|\d) )?vice-presidente?s\b")
_SOME = re.compile(rf"\W*(?:des?|d')\s?(?:{SPELT_NUMBER}|\d+|plusieurs|quelques) [a-z-]{{3,}}s\b(?<!\bans)")
_ONE = re.compile(r"\W*d'une? (?=[a-z])")
_PLURAL = re.compile(r"\W*(?:de (?!la |l')|d')(?:deux |trois |quatre |plusieurs )?(?P<who>[a-z-]{3,}s)\b")
_ORDINAL = re.compile(r"(?:premi|deux|trois|quatr|cinqu|six|sept|huit|neuv)i?[a-z]*e (?:vice|adjoint|maire)")
_CLASS = re.compile(r"[a-z-]{4,}s")
"""A class of people in one word: ``parents``, ``aînés``."""

_QUALIFIER = r"[a-z-]{3,}(?:ale?s?|aux|ives?|ifs?|el(?:le)?s?|iques?|(?:col|lid)aires?)"
_ADJECTIVE = re.compile(rf"{_QUALIFIER}\b")
_ENDS_QUALIFIED = re.compile(rf"\w[\s'][a-z-]{{4,}} (?:{_QUALIFIER}|[a-z-]{{3,}}aires?)$")
"""How words end that a second adjective may go on with: a noun and the first of them."""

_PLACE = re.compile(r"^\W*(?:de\s+(?!la\b|l')|d'(?!une? ))")


class Piece(NamedTuple):
    """A member of an enumeration: what joins it to the one before, its own first part, and all of it."""

    joint: str
    first: Passage
    whole: Passage


def pieces(words: Passage, section: Section) -> Iterator[Piece]:
    """Give the pieces of an enumeration that are members of their own.

    What only goes on with the name before (``de l'enfance, de la jeunesse``) is no member, but part of that one.
    """
    several = is_plural(words)
    held: Piece | None = None
    begun = 0
    for joint, start, part in _joined(words, section):
        if held is None:
            held, begun = Piece(joint, part, part), start
        elif ";" in joint or (several and is_plural(part)) or _is_own(part, joint, held, section):
            yield held
            held, begun = Piece(joint, part, part), start
        else:
            held = held._replace(whole=words.cut(begun, start + len(part.text)))
    if held is not None:
        yield held


def _joined(words: Passage, section: Section) -> Iterator[tuple[str, int, Passage]]:
    """Give the parts of an enumeration, each with what joins it to the one before it, and where it begins."""
    end = 0
    for part in enumerated(words, section.gazetteer, section.territory):
        start = words.text.find(part.text, end)
        yield words.text[end:start], start, part
        end = start + len(part.text)


def _is_own(part: Passage, joint: str, held: Piece, section: Section) -> bool:
    """Whether a part is a member of its own, and no end of the one ``held`` before it."""
    text, first, before = plain(part.text), plain(held.first.text), held.whole
    if text.startswith("ou ") or (joint.strip() == "et" and _qualifies(part, before)):
        return False
    if _PRESIDENT.match(plain(before.text)) and _VICES.match(text) and "," not in joint:
        return False
    if REPRESENTED.match(first) or _SOME.match(text):
        return True
    if SOME_PEOPLE.fullmatch(first) and SOME_PEOPLE.fullmatch(text) and not is_theme(text.removeprefix("des ")):
        return True
    if _CLASS.fullmatch(first) and _CLASS.fullmatch(text) and not is_theme(text):
        return True
    return _begins(part, text, section) and not (_shares(before, part, section) or _goes_on(before, part, section))


def _qualifies(part: Passage, before: Passage) -> bool:
    """Whether a piece goes on with the adjective before it: ``responsable de l'action sanitaire et sociale``."""
    if not part.text[:1].islower() or kind_at(part.text) or begins_with_office(part.text):
        return False
    return bool(_ADJECTIVE.match(plain(part.text)) and _ENDS_QUALIFIED.search(plain(before.text)))


def is_plural(part: Passage) -> bool:
    """Whether a piece is some persons without an article: ``d'élus``, ``de représentants de la Caf``."""
    found = _PLURAL.match(plain(part.text))
    return bool(found and part.text[found.start("who") :][:1].islower())


def _begins(part: Passage, text: str, section: Section) -> bool:
    """Whether a piece begins as a member does: with an article, a capital, or as an actor."""
    rest = part.cut(found.end()) if (found := OF.match(text)) else part
    if found and rest.text[:1].islower() and not kind_at(rest.text):
        told = _ONE.match(text) or _BY_SOMEBODY.match(text) or _ORDINAL.match(plain(rest.text))
        return told is not None
    return bool(
        section.gazetteer.actor(tidy(rest.text), section.territory, section.abbreviations).kind
        or rest.text[:1].isupper()
        or (not found and (_ARTICLE.match(text) or begins_with_office(text)))
    )


def _shares(held: Passage, part: Passage, section: Section) -> bool:
    """Whether a piece only names another place of the offices before it: ``les maires de X, de Y et Z``."""
    if _OF_PLACES.match(plain(held.text)) and (found := OF.match(plain(part.text))):
        return part.text[found.end() :][:1].isupper()
    if not _OFFICES.match(plain(held.text)):
        return False
    return bool(_PLACE.match(plain(part.text)) or section.gazetteer.commune(tidy(part.text), section.territory))


def _goes_on(held: Passage, part: Passage, section: Section) -> bool:
    """Whether a piece names more of the office before it: ``directeur de l'éducation et de la famille``."""
    before = OF.match(plain(held.text))
    found, office = OF.match(plain(part.text)), _OFFICE.match(plain(held.text), before.end() if before else 0)
    if found is None or office is None or not part.text[found.end() :][:1].islower():
        return False
    if office["several"] and not _is_of_field(office, found[0].strip(), part.text[found.end() :]):
        return False
    rest = tidy(part.text[found.end() :])
    if before is not None and found[0].strip() == "des" and not is_theme(rest):
        return False  # ``du directeur de la Caf et des maires``
    kind = section.gazetteer.actor(rest, section.territory, section.abbreviations).kind
    return not kind or (" " not in rest and (kind == "groupe" or is_theme(rest)))


def _is_of_field(office: re.Match[str], preposition: str, rest: str) -> bool:
    """Whether an office ``des X`` goes on with ``des Y``: X is a field as Y is; ``et des élus`` are further members.

    So does one ``aux X`` with ``à la Y``, and ``des X`` with ``du Y`` where both are fields.
    """
    if preposition.startswith("a"):
        return office["several"] == "aux"
    alike = preposition == "des" or is_theme(rest)
    return office["several"] == "des" and alike and is_theme(office["field"]) and not begins_with_office(rest)
