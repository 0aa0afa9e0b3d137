"""Addresses as lists print them: the designation, the street, the postcode, the commune, the places."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DASHES = "-\u2010\u2011\u2012\u2013\u2014"
_SEPARATOR = rf"(?:\s*[,;|]\s*|\s+[{_DASHES}]+\s*|\s*[{_DASHES}]+\s+|\s*:\s+|\s+[•·]\s+)"
_NUMBER = r"(?!\d+[,.]\d)(?:n\s?°\s?)?\d{1,4}(?:\s?[-/]\s?\d{1,4})?(?:\s?(?:bis|ter|quater)\b|\s?[A-D]\b)?\s*,?\s*"
_STRICT = (
    r"rues?|r\.|avenue|av\.?|ave|boulevard|bld|blvd|bvd|bd\.?|impasse|imp\.|all[ée]es?|chemin|chem\.|route|rte|ruelle|venelle"
    r"|chauss[ée]e|grand[ ']?rue|grande rue|faubourg|fbg|sentier|rond[ -]point|lieu[ -]dit|hameau|lotissement"
)
_LOOSE = (
    r"place|pl\.?|cours|quai|square|sq\.|r[ée]sidence|parc|cit[ée]|mail|passage|esplanade|promenade|voie|mont[ée]e|parvis"
    r"|z\.?a\.?c?\.?|z\.?i\.?|bp|cs|mairie|h[ôo]tel de ville|la place|le bourg|bourg|villa|quartier|domaine"
)
_STREET = re.compile(
    rf"(?:^|{_SEPARATOR}|\s\()(?P<apart>{_NUMBER}(?=\w)|(?:{_LOOSE}|{_STRICT})(?=[\s.,]|$))"
    rf"|\s(?P<joined>{_NUMBER}(?:{_STRICT}|{_LOOSE})(?=[\s.])|(?:{_STRICT})(?=[\s.])(?=\s*\S))",
    re.IGNORECASE,
)
_LINE = re.compile(rf"(?:{_LOOSE}|{_STRICT})(?=[\s.,])", re.IGNORECASE)
_POSTCODE = re.compile(
    r"(?<!\d)(?P<code>(?:0[1-9]|[1-8]\d|9[0-8])\s?\d{3})(?!\d)(?!(?:,\d\d?)?\s?(?:[km]?€|euros?\b))"  # no amount
)
_CAPACITY = re.compile(
    rf"(?:{_SEPARATOR}|\s*\(\s*|\s+)(?:(?:de|d['’]une|avec une|avec|pour)\s*)?"
    r"(?:(?:capacit[ée]|agr[ée]{1,3}(?:ment|s)?\b)[^\d(),;]{0,30}|accueil\s*(?:de|:)?\s*)?(?<!\d)(?P<places>\d{1,3})\s+"
    r"(?:places|enfants|berceaux|lits|pl\.?(?=\s*(?:\)|$)))(?:\s+(?:agr[ée]{2}es|d['’]accueil|d['’]agr[ée]ment))?\s*\)?",
    re.IGNORECASE,
)
_SIZE_KEY = re.compile(
    r"(?:^|[\s,;(–-]+)(?:capacit[ée](?: d['’]accueil| agr[ée]{2}e)?|(?:nombre de |nb de )?places|agr[ée]ment)\s*:"
    r"\s*(?P<places>\d{1,3})(?!\d)(?:\s*(?:places|enfants|berceaux))?",
    re.IGNORECASE,
)
_PLACE_KEY = re.compile(
    r"(?:^|[\s,;(–-]+)(?:adresse|lieu|localisation|commune|ville|code postal|cp)\s*:\s*(?=\S)", re.IGNORECASE
)
"""Labels of what an entry says of itself: ``Adresse : 3 rue X``, ``Capacité : 24``."""

_STAFF = re.compile(rf"(?:^|{_SEPARATOR}|\s*\(\s*|\s+)\d{{1,2}}(?:[,.]\d{{1,2}})?\s*etp\b\s*\)?", re.IGNORECASE)
_PRICE = re.compile(
    rf"(?:\s*[,:]|\s+[{_DASHES}]+|\s+(?:à hauteur de|pour))\s*(?:environ\s|près de\s)?"
    r"\d[\d .,]{0,14}(?:[km]?€|euros?\b)(?:\s?(?:par an|/\s?an|annuels?)\b)?(?:\s?\([^()]{1,40}\))?[ .,;]*$",
    re.IGNORECASE,
)
_SITED = re.compile(
    rf"(?:{_SEPARATOR}|\s*\(\s*|\s+)(?:sise?s?|situ[ée]{{1,2}}s?|implant[ée]{{1,2}}s?|bas[ée]{{1,2}}s?)\s+(?:à|a|au|sur|dans)\s+",
    re.IGNORECASE,
)
_AT_NUMBER = re.compile(r"\s?,?\s(?:sise?s?|située?s?|implantée?s?|installée?s?)\s(?:au\s)?(?=\d)", re.IGNORECASE)
_COMMUNE = re.compile(rf"{_SEPARATOR}|\s+à\s+(?=[A-ZÉÈ])|\s*\(")
_AFTER = re.compile(rf"[,;(|/]|\s[{_DASHES}]\s|\s(?:t[ée]l|cedex|gestionnaire)\b", re.IGNORECASE)
_LONGEST = 400
_ENDS = " \t\u00a0,;:.|•·" + _DASHES


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of a line such as ``Halte-garderie, 3 rue X - 38000 Grenoble (20 places)``; empty where not printed."""

    name: str
    street: str = ""
    postcode: str = ""
    commune: str = ""
    capacity: int | None = None


def unpriced(text: str) -> str:
    """Return a designation's line without the amount that is given for it: ``Crèche X (24 places) : 12 000 €``."""
    return _PRICE.sub("", text) if "€" in text or "euro" in text else text


def split(text: str) -> Address:
    """Take a designation's line apart. Whatever is no street, postcode, commune or number of places stays the name.

    What is given for it is no part of it.
    """
    words = unpriced(" ".join(text.split()))
    if len(words) > _LONGEST:
        return Address(words)
    words, capacity = _take_capacity(_STAFF.sub("", _unlabelled(_AT_NUMBER.sub(", ", words))))
    found = max(_POSTCODE.finditer(words), default=None, key=re.Match.start)
    if found is None:
        name, street, commune = _without_postcode(words)
        return Address(name, street, "", commune, capacity)
    name, street = _name_and_street(words[: found.start()])
    return Address(name, street, re.sub(r"\s", "", found["code"]), _commune(words[found.end() :]), capacity)


def _unlabelled(words: str) -> str:
    """Return an entry without the labels of its address and its places, each apart from what stands before it."""
    if ":" not in words:
        return words
    return _PLACE_KEY.sub(", ", _SIZE_KEY.sub(r", \g<places> places", words)).removeprefix(", ")


def _take_capacity(words: str) -> tuple[str, int | None]:
    """Cut the number of places out of ``words``."""
    found = _CAPACITY.search(words)
    if found is None:
        return words, None
    before, behind = words[: found.start()], words[found.end() :]
    if before.count("(") > before.count(")") and ")" in found[0]:  # ``(Mens, 25 places)``
        before += ")"
    elif "(" in found[0] and ")" not in found[0] and ")" in behind:  # ``(25 places, Mens)``
        before, behind = f"{before} (", behind.lstrip(" ,;")
    return f"{before} {behind}".strip().replace("( ", "("), int(found["places"])


def is_address(text: str) -> bool:
    """Tell whether a line is an address or a size and nothing else: ``3 rue X 38710 Mens``, ``(20 places)``."""
    part = split(text)
    return not part.name and bool(part.postcode or part.street or part.capacity)


def begins_street(text: str) -> bool:
    """Tell whether a printed line begins with the word of a street: ``Place de la Halle``."""
    return text[:1].isupper() and _LINE.match(text) is not None


def _name_and_street(words: str) -> tuple[str, str]:
    """Split what stands before a postcode: where no street is named, the last of several parts is the place."""
    words = words.strip(_ENDS + "(")
    found = _STREET.search(words)
    if found is not None:
        return _cut(words, found)
    parts = [part for part in re.split(_SEPARATOR, words) if part]
    if len(parts) < 2:
        return words, ""
    start = words.rindex(parts[-1])
    return words[:start].strip(_ENDS), words[start:].strip(_ENDS)


def _without_postcode(words: str) -> tuple[str, str, str]:
    """Split a line without a postcode into name, street and commune (the words after ``sis à`` or after the street).

    A street's word that nothing sets apart and no number precedes belongs to the name: ``Centre social La Rue``.
    """
    sited = _SITED.search(words)
    if sited is not None:
        return words[: sited.start()].strip(_ENDS), "", words[sited.end() :].strip(_ENDS + ")")
    found = next((m for m in _STREET.finditer(words) if m["apart"] or m["joined"][0].isdigit()), None)
    if found is None:
        return words.strip(_ENDS), "", ""
    name, rest = _cut(words, found)
    return (name, *_street_and_commune(rest))


def _cut(words: str, street: re.Match[str]) -> tuple[str, str]:
    """Cut ``words`` where the street that was found begins."""
    start = street.start("apart" if street["apart"] is not None else "joined")
    return words[:start].strip(_ENDS + "("), words[start:].strip(_ENDS)


def _street_and_commune(words: str) -> tuple[str, str]:
    """Split ``3 rue X, Arras`` or ``3 rue X à Arras``; the number's own comma is no end of the street."""
    number = re.match(_NUMBER, words)
    offset = number.end() if number else 0
    found = max(_COMMUNE.finditer(words[offset:]), default=None, key=re.Match.start)
    if found is None:
        return words.strip(_ENDS + ")"), ""
    return words[: offset + found.start()].strip(_ENDS), words[offset + found.end() :].strip(_ENDS + ")")


def _commune(words: str) -> str:
    """Return the commune that stands after a postcode, without CEDEX, telephone or what else follows."""
    return _AFTER.split(words, maxsplit=1)[0].strip(_ENDS + ")")
