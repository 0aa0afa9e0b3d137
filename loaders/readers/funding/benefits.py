"""Benefits: what money is given under, in the words of the act itself: ``une aide au pilotage de 500 €``."""

from __future__ import annotations

import re

from loaders.readers.funding.objects import known_object
from loaders.readers.funding.words import schemes
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain, tidy

_TITLED = re.compile(r"\bau titre (?:de la |de l'|des |du |de |d')(?P<words>[^,;.:]+)")
_GRANTED = re.compile(
    r"(?:\bune? |\bl'|\bla |\ble )(?P<words>\w+ (?:a la |a l'|au |aux |de soutien |d'|pour )[^,;.:()\d]{3,60}?)"
    r"\s(?:de|d'un montant de|a hauteur de)\s(?=\d)"
)
_BENEFIT_ENDS = re.compile(
    r"\s(?:en|pour|sur|au|du|de) (?:l['’]année )?(?:(?:19|20)\d\d|le territoire|ce territoire).*$"
)
_FIELD_ENDS = re.compile(r"\s(?:\d|et (?:de|du|des|d['’]|\d)|(?:en|pour|sur|par)\b|(?:est|sont|sera|seront)\b).*$")
_OF_WHOM = re.compile(r"\W*(?P<words>\w[^:;,€()]{3,60}?)\s(?:de la|de l['’]|du|des)\s?[^:;,€()a-z][^:;,€()]*\W*$")
_ASIDES = re.compile(r"\((?P<words>[^()\d€%]{4,60})\)")
_ASIDE = re.compile(r"\s\((?![A-Za-zÀ-ÿ]{2,6}\)).*$")


def named_benefit(text: str) -> str:
    """Return the benefit that ``text`` names, in its own words: "au titre de ...", "une aide au pilotage de 500 €"."""
    said = plain(text)
    for found in (_TITLED.search(said), _GRANTED.search(said)):
        printed = tidy(_BENEFIT_ENDS.sub("", _ASIDE.sub("", text[slice(*found.span("words"))]))) if found else ""
        if _starts("named", plain(printed)):
            return printed
    return ""


def titled_field(text: str) -> str:
    """Return the field of social policy that "au titre de" names, as printed: "au titre de la petite enfance"."""
    found = _TITLED.search(plain(text))
    printed = tidy(_FIELD_ENDS.sub("", text[slice(*found.span("words"))])) if found is not None else ""
    return printed if known_object(printed) and not schemes(printed) and not _starts("named", plain(printed)) else ""


def aside_benefit(text: str) -> tuple[str, ...]:
    """Return the benefit that brackets name in its own words: ``30 000 € (fonds de concours)``; none for any other."""
    found = _ASIDES.search(text)
    return (tidy(found["words"]),) if found is not None and _starts("named", plain(found["words"]).strip()) else ()


def label_benefit(label: str) -> tuple[str, ...]:
    """Return the benefit that a label names before who gives it: "Aide au démarrage de la Caf"; none for "Aide"."""
    found = _OF_WHOM.match(label)
    named = found is not None and " " in found["words"] and _starts("named", plain(found["words"]))
    return (tidy(found["words"]),) if found is not None and named else ()


def goes_to_families(text: str) -> bool:
    """Tell whether a benefit is one paid to families, which has no object but itself."""
    return _starts("families", plain(text))


def _starts(key: str, said: str) -> bool:
    """Tell whether ``said`` begins with a benefit of the list ``key``."""
    return re.match(rf"{alternatives(groups('funding', 'benefits')[key])}(?!\w)", said) is not None
