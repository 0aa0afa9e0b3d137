"""Enumerations of members: which of their pieces are members of their own, as the contract prints them.

No person's name is kept: of ``M. Martin, maire`` the office is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.governance.offices import begins_with_office
from loaders.resolve import bare
from loaders.themes import is_theme
from loaders.words.actor_heads import kind_at
from loaders.words.enumerating import enumerated
from loaders.words.persons import without_persons
from loaders.words.spelt_numbers import SPELT_NUMBER
from loaders.words.wording import plain, tidy

_OF = re.compile(
    r"^\W*(?:(?:aux cotes|autour|sous la (?:co-?)?presidence(?: conjointe)?|en presence) (?=d))?"
    rf"(?:(?:de la\b|de l'|du\b|des\b|de\b|d'|aux?\b|a (?:la\b|l'|(?=tou[st]|{SPELT_NUMBER} |\d+ )))\s*"
    r"|(?:par|outre) (?:la |le |les |l')?)"
)
_ARTICLE = re.compile(r"^\W*(?:le|la|les|l'|un|une|des|du)\s*")
_REPRESENTED = re.compile(
    r"^(?P<head>\W*(?:(?:des|de|les|deux|un|une)\s+)?(?:representant\w*|technicien\w*)(?:\s*\([^)]*\))?\s+)"
    r"(?:de la|de l'|du|des|de|d')"
)
_SERVING = re.compile(
    r"^(?P<head>\W*(?:(?:les|des|aux|leurs|deux|trois)\s+)?(?:agents|directions|services|elue?s|administrat(?:eurs|rices)"
    r"|referente?s|professionnel(?:le)?s|conseill(?:ers|eres))(?: (?:techniques|territoriaux|de developpement))?\s+)"
    r"(?:de la|de l'|du|des|de|d')"
)
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

_DES = re.compile(r"des [a-z-]{4,}s")
_PLACE = re.compile(r"^\W*(?:de\s+(?!la\b|l')|d')")
_INSTITUTIONS = frozenset(
    ("caf", "msa", "departement", "epci", "commune", "etat", "cpam", "operateur", "association", "groupe")
)
_LONGEST = 160

Member = tuple[str, Passage]
"""A member as the contract prints it, and the words that name it."""


def listed(words: Passage, section: Section) -> Iterator[Member]:
    """Give the members of an enumeration; ``représentants de la Caf et de la Ville`` are representatives of both."""
    shared, several = "", False
    for joint, first, whole in _pieces(words, section):
        text = plain(first.text)
        represented = _REPRESENTED.match(text)
        served = None if represented else _SERVING.match(text)
        alike = several and _DES.fullmatch(text)
        if represented or served or (shared and not alike and not _is_institution(first, section)):
            shared = ""
        yield from member(whole, shared if _is_of_same(shared, joint) else "")
        if head := represented or served:
            shared = first.text[: head.end("head")].strip()
            several = text.startswith("des ", head.end("head"))


def _is_of_same(shared: str, joint: str) -> bool:
    """Whether a piece joined so has the head before it: agents ``de la Caf et de la MSA``, not behind a comma."""
    return "," not in joint or _REPRESENTED.match(f"{plain(shared)} de la ") is not None


def member(part: Passage, shared: str) -> Iterator[Member]:
    """Give a member as the contract prints it, without preposition; nothing where only a person's name is left."""
    kept = without_persons(part)
    text = tidy(kept.text)
    found = _OF.match(plain(text))
    if shared and found:
        text = f"{_OF.sub('', shared)} {text}"
    elif found:
        text = text[found.end() :]
    name = bare(re.sub(r"^(?:un|une|des)\s+", "", text, flags=re.IGNORECASE))
    if re.match(r"(?i)monsieur le|madame la", text):
        name = text
    if 1 < len(name) <= _LONGEST and re.search(r"[^\W\d_]{2}", name):
        yield name, part


def _pieces(words: Passage, section: Section) -> Iterator[tuple[str, Passage, Passage]]:
    """Give the pieces of an enumeration that are members of their own: their joint, the first part of each, and all.

    What only goes on with the name before (``de l'enfance, de la jeunesse``) is no member, but part of that one.
    """
    several = _is_plural(words)
    held: tuple[str, Passage, Passage] | None = None
    for joint, part in _joined(words, section):
        if held is None:
            held = joint, part, part
        elif ";" in joint or (several and _is_plural(part)) or _is_own(part, joint, *held[1:], section):
            yield held
            held = joint, part, part
        else:
            before, first, whole = held
            held = before, first, words.cut(words.text.find(whole.text), words.text.find(part.text) + len(part.text))
    if held is not None:
        yield held


def _joined(words: Passage, section: Section) -> Iterator[tuple[str, Passage]]:
    """Give the parts of an enumeration, each with what joins it to the one before it."""
    end = 0
    for part in enumerated(words, section.gazetteer, section.territory):
        start = words.text.find(part.text, end)
        yield words.text[end:start], part
        end = start + len(part.text)


def _is_own(part: Passage, joint: str, first: Passage, before: Passage, section: Section) -> bool:
    """Whether a part is a member of its own, and no end of the one ``before`` it, whose own first part is ``first``."""
    text = plain(part.text)
    if text.startswith("ou ") or (joint.strip() == "et" and _qualifies(part, before)):
        return False
    if _PRESIDENT.match(plain(before.text)) and _VICES.match(text) and "," not in joint:
        return False
    if _REPRESENTED.match(plain(first.text)) or _SOME.match(text):
        return True
    if _DES.fullmatch(plain(first.text)) and _DES.fullmatch(text) and not is_theme(text.removeprefix("des ")):
        return True
    if _CLASS.fullmatch(plain(first.text)) and _CLASS.fullmatch(text) and not is_theme(text):
        return True
    return _begins(part, text, section) and not (_shares(before, part, section) or _goes_on(before, part, section))


def _qualifies(part: Passage, before: Passage) -> bool:
    """Whether a piece goes on with the adjective before it: ``responsable de l'action sanitaire et sociale``."""
    if not part.text[:1].islower() or kind_at(part.text) or begins_with_office(part.text):
        return False
    return bool(_ADJECTIVE.match(plain(part.text)) and _ENDS_QUALIFIED.search(plain(before.text)))


def _is_plural(part: Passage) -> bool:
    """Whether a piece is some persons without an article: ``d'élus``, ``de représentants de la Caf``."""
    found = _PLURAL.match(plain(part.text))
    return bool(found and part.text[found.start("who") :][:1].islower())


def _begins(part: Passage, text: str, section: Section) -> bool:
    """Whether a piece begins as a member does: with an article, a capital, or as an actor."""
    rest = part.cut(found.end()) if (found := _OF.match(text)) else part
    if found and rest.text[:1].islower() and not kind_at(rest.text):
        return _ONE.match(text) is not None or _ORDINAL.match(plain(rest.text)) is not None
    return bool(
        section.gazetteer.actor(tidy(rest.text), section.territory, section.abbreviations).kind
        or rest.text[:1].isupper()
        or (not found and (_ARTICLE.match(text) or begins_with_office(text)))
    )


def _shares(held: Passage, part: Passage, section: Section) -> bool:
    """Whether a piece only names another place of the offices before it: ``les maires de X, de Y et Z``."""
    if _OF_PLACES.match(plain(held.text)) and (found := _OF.match(plain(part.text))):
        return part.text[found.end() :][:1].isupper()
    if not _OFFICES.match(plain(held.text)):
        return False
    return bool(_PLACE.match(plain(part.text)) or section.gazetteer.commune(tidy(part.text), section.territory))


def _goes_on(held: Passage, part: Passage, section: Section) -> bool:
    """Whether a piece names more of the office before it: ``directeur de l'éducation et de la famille``."""
    before = _OF.match(plain(held.text))
    found, office = _OF.match(plain(part.text)), _OFFICE.match(plain(held.text), before.end() if before else 0)
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


def _is_institution(part: Passage, section: Section) -> bool:
    """Whether a piece names an institution after its preposition."""
    found = _OF.match(plain(part.text))
    if found is None:
        return False
    if _is_plural(part) or re.match(r"\W*(?:des\b|d'autres\b)", plain(part.text)):
        return False
    rest = tidy(part.text[found.end() :])
    return section.gazetteer.actor(rest, section.territory, section.abbreviations).kind in _INSTITUTIONS
