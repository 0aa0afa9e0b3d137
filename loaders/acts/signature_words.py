"""Signature words: what one cell of a grid of signatures says: who signs, in what office, for which party."""

from __future__ import annotations

import re

from loaders.acts.party import Party, begins_with_person, read_party
from loaders.acts.representing import CIVIL, ROLE, office, person
from loaders.document import Passage
from loaders.vocabulary import words as vocabulary
from loaders.words.persons import person_at_end
from loaders.words.wording import alternatives, plain

_OF_WHOM = rf"(?P<role>{ROLE})\s+(?:de\s+la|de\s+l'|du|des|de|d')\s*(?P<name>.+)$"
OFFICE_OF = re.compile(rf"^\W*(?:pour\s+)?(?:le|la|l')\s*{_OF_WHOM}")
OFFICE_BELOW = re.compile(rf"^\W*(?:(?:le|la|son|sa)\s+)?{_OF_WHOM}")
_PERSON_OFFICE = re.compile(rf"^\W*(?P<who>[^,:;]{{4,50}}),\s+{_OF_WHOM}")
_LABEL = re.compile(rf"^\W*{alternatives(vocabulary('parties', 'labels'))}\s*:\s*")
_NAME_OFFICE = re.compile(rf"^\W*(?:pour\s+)?(?P<name>.+?)[,:]?\s+(?:le|la|son|sa)\s+(?P<role>{ROLE})\b(?P<rest>.*)$")
BARE_OFFICE = re.compile(rf"^\W*(?:(?:le|la|son|sa)\s+)?(?P<role>{ROLE})\b\W*(?P<rest>.*)$")
_ENDING_OFFICE = re.compile(rf"[\s,–—-](?:(?:le|la|son|sa)\s+)?(?P<role>{ROLE})\W*$")
_FOR = re.compile(r"^\W*pour\s+(?P<name>(?:la|le|l'|les)\s*.+)$")
_COLON = re.compile(r"^\W*pour\s+(?P<name>[^:]{3,100}?)\s*:\s*(?P<rest>.+)$")
_HEAD = re.compile(
    r"^\W*(?:la |le |l')?(?:commune|ville|caisse|caf|communaute|departement|conseil|mutualite|msa|metropole|mairie)"
    r"\b(?!-)"
)
_APPOSED = re.compile(rf"\s*,\s*(?:(?:le|la|son|sa)\s+)?(?P<role>{ROLE})\b")
_BELOW = re.compile(rf"(?<=[\s,–—-])(?P<role>{ROLE})\b")
_REPRESENTED = re.compile(r"\brepresente\w*(?: par)?\b")
_IN_CAPITALS = re.compile(
    r"(?<=[a-zà-ÿ]),\s+(?P<who>[A-ZÀ-Ý][a-zà-ÿ'’-]+(?:[ -][A-ZÀ-Ý][a-zà-ÿ]+){0,2}\s+[A-ZÀ-Ý][A-ZÀ-Ý '’-]+)\s*$"
)
_DEPUTED = re.compile(r",?\s+(?:et )?par (?:delegation|interim)\b|,\s*$")
_LONGEST_NAME = 5
_NOTHING = Passage(())


def holds_office_below(first: Passage, second: Passage) -> bool:
    """Whether the first line of a cell is a person and the second the office held, with the party it is held of."""
    return bool(signer(first, plain(first.text))) and OFFICE_BELOW.match(plain(second.text)) is not None


def is_bare_office(text: str) -> bool:
    """Whether a line says but an office: ``Maire``."""
    held = BARE_OFFICE.match(text)
    return held is not None and not held["rest"]


def unlabelled(words: Passage) -> Passage:
    """Return the words of a cell without what labels them: ``Qualité : Directrice de la Caf``."""
    label = _LABEL.match(plain(words.text))
    return words.cut(label.end()) if label else words


def signer(words: Passage, text: str) -> Passage:
    """Return the person whom a cell below a party names: behind a civility, or by nothing but a name and an office."""
    if CIVIL.match(text):
        return person(words)
    ending = _ENDING_OFFICE.search(text)
    named = words.cut(0, ending.start() if ending else None)
    who = person(named)
    return who if who.text == named.text.strip(" ,.") and len(who.text.split()) <= _LONGEST_NAME else _NOTHING


def office_behind(words: Passage, who: Passage) -> Passage:
    """Return the office with which a cell ends behind the name of a person."""
    ending = _ENDING_OFFICE.search(plain(words.text), len(who.text))
    return words.cut(*ending.span("role")) if ending else _NOTHING


def signature(words: Passage, text: str) -> Party | None:
    """Return the party that a cell names: ``Le Président de X Monsieur Y``, ``X, le Maire``, ``Pour X``."""
    if begins_with_person(words):
        return read_party(words)
    if (led := _PERSON_OFFICE.match(text)) is not None and (who := signer(words.cut(*led.span("who")), led["who"])):
        return Party(words, words.cut(led.start("name")), who, words.cut(*led.span("role")))
    told = _COLON.match(text)
    if told is not None and (held := office(rest := words.cut(told.start("rest")))):
        return Party(
            words, words.cut(*told.span("name")), person(rest.cut(0, rest.text.find(held.text))) or person(rest), held
        )
    for pattern in (OFFICE_OF, _NAME_OFFICE):
        if found := pattern.match(text):
            named = words.cut(found.start("rest")) if pattern is _NAME_OFFICE else words
            who = person(named) if named is not words or CIVIL.search(text) else _person_last(words)
            return Party(words, _name(words, found), who, _whole_office(words, found, who))
    found = _FOR.match(text)
    if found is None and _HEAD.match(text):
        return _named_first(words, text)
    return _signed_for(words, text, found.start("name")) if found else None


def _signed_for(words: Passage, text: str, start: int) -> Party:
    """Return the party whose name begins at ``start``, behind ``Pour``: its office can stand behind a comma."""
    apposed = _APPOSED.search(text, start + 1)
    name = _cut_person(words.cut(start, apposed.start() if apposed else None))
    who = person(words) if CIVIL.search(text) else _NOTHING
    if apposed is None:
        return Party(words, name, who, office_behind(words, who) if who else _NOTHING)
    before, behind = words.cut(start, apposed.start()), words.cut(apposed.start("role"))
    who = who or person_at_end(before) or person_at_end(words.cut(apposed.end()))
    held = words.cut(*apposed.span("role")) if who and who.text in behind.text else office(behind)
    return Party(words, name, who, held)


def _whole_office(words: Passage, found: re.Match[str], who: Passage) -> Passage:
    """Return the office of a cell that names the party first, with what it is the office of, up to the person."""
    start, end = found.span("role")
    if "rest" not in found.re.groupindex:
        return words.cut(start, end)
    at = words.text.find(who.text, end) if who else -1
    civil = CIVIL.search(plain(words.text), end)
    return office(words.cut(start, min(civil.start() if civil else len(words.text), at if at > 0 else len(words.text))))


def _named_first(words: Passage, text: str) -> Party:
    """Return the party that a cell begins with: it says who represents it, or has office and person below the name."""
    if _REPRESENTED.search(text):
        return read_party(words)
    who = person_at_end(words)
    end = len(words.text.rstrip()) - len(who.text)
    below = _BELOW.search(text, 1, end) if who else None
    if below is not None and words.text[below.start("role")].isupper():
        name = words.cut(0, len(words.text[: below.start()].rstrip(" ,–—-")))
        return Party(words, name, who, words.cut(below.start("role"), end))
    return Party(words, _cut_person(words), person(words) if CIVIL.search(text) else _NOTHING, _NOTHING)


def _name(words: Passage, found: re.Match[str]) -> Passage:
    """Return the name of the party without the person's that can follow it."""
    return _cut_person(words.cut(*found.span("name")))


def _person_last(words: Passage) -> Passage:
    """Return the person whose name ends ``words``: a known one, or behind a comma one with a name in capitals."""
    apposed = _IN_CAPITALS.search(words.text)
    return person_at_end(words) or (words.cut(apposed.start("who")) if apposed else _NOTHING)


def _cut_person(words: Passage) -> Passage:
    """Cut ``words`` before a civility, or before the person whose name ends it."""
    found = CIVIL.search(plain(words.text))
    if found is not None:
        return words.cut(0, found.start())
    named = len(_person_last(words).text)
    words = words.cut(0, len(words.text.rstrip()) - named) if named else words
    deputed = _DEPUTED.search(plain(words.text))
    return words.cut(0, deputed.start()) if deputed else words


def with_office(party: Party, words: Passage, office: re.Match[str]) -> Party:
    """Return ``party`` with the office that stands below its name."""
    return Party(
        party.words + words, party.name, party.representative or person(words), words.cut(*office.span("role"))
    )
