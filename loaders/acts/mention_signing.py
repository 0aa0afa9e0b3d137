"""Signing of conventions: the day, month or year on which one that a sentence mentions was signed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.convention_cues import AROUND, FOREIGN
from loaders.acts.mentions import Mention
from loaders.vocabulary import words
from loaders.words.dates import YEAR
from loaders.words.moments import DAY, Dated
from loaders.words.wording import alternatives

_SIGNING = re.compile(
    r"\b(?:co)?signent\b[^.;]*$|\b(?:a|ont|avons|avait|avaient) (?:ainsi |donc |deja )?(?:co)?(?:signe|conclu)\b[^.;]*$"
)
_WITH_WHOM = re.compile(r"[^.;:]{0,160}\b(?:le|en date du)(?:\s+(?:lun|mar|mercre|jeu|vendre|same)di)?\s*")
"""What stands between the signing and its day: the name's own words, and with whom it was."""

_IN_BRACKET = re.compile(r"\s*[(,]\s*(?:le |en date du |du )?")
_SIGNATURE_OF = re.compile(r"\bsignature (?:de |d')(?:la |une |sa |leur |cette )?(?:\w+e )?$")
_OTHER_DAYS = re.compile(
    r"\b(?:qui|dont|jusqu|pour|a compter|a partir|arriv[a-z]+|prend[a-z]*|couvr[a-z]+|s'ach[a-z]+|valable|au|duree)\b"
)
"""What a day belongs to that is not that of signing."""

_ON = (
    r"(?:(?:a [^,;.]{2,40}?,?\s+(?=le\b))?(?:en date)?\s*(?:du|le|en|de)?(?:\s+(?:lun|mar|mercre|jeu|vendre|same)di)?)"
)
_ON_DAY = re.compile(rf"\W*{_ON}\W*")
_SIGNED_ON = re.compile(rf"{AROUND['signed'].pattern}\W*{_ON}\W*$")
_SIGNED_AMONG = re.compile(rf"{AROUND['signed'].pattern}(?: [a-z]+){{0,2}}? (?:par|entre|avec) ")
_SIGNED_BEFORE = re.compile(
    r"(?:\b(?:a|ont|avons|avait|avaient),? (?:ainsi |donc |deja |(?:pour|de) (?:sa|son|leur) (?:part|cote),? )?"
    r"(?:co)?(?:signe|conclu|paraphe)"
    rf"|^\W*(?:co)?(?:signe|conclu)ee?)\W*{_ON}\W*$"
)
_ARTICLES = r"(?:(?:une?|la|leurs?|sa|notre|cette)\s+)?(?:(?:toute )?(?:\w+e|1\s?(?:ere|re))\s+)?"
_OBJECT = re.compile(
    rf"\W*(?:(?:a|aux?) [^,;.\d]{{2,40}},\s+)?(?:(?:avec|par|entre|aux cotes d[eu']) [^;.]{{2,200}}?\W+)?{_ARTICLES}"
)
_OPENS_ON = re.compile(r"\W*(?:(?:c'est )?(?:le|en|des le)|par acte du)\s*")
_SIGNED_AFTER = re.compile(
    r",?\s(?:que\s)?(?:[^;.]|(?<=\bm)\.|(?<=\bmm)\.){2,200}?\b"
    r"(?:(?:co)?sign(?:ai(?:en)?t|erent|ent)|conclu(?:aient|ait|rent)"
    r"|(?:a|ont|avons|avait|avaient) (?:co)?(?:signe|conclu))"
    rf" (?:ensemble )?{_ARTICLES}"
)
_BY_DAY = re.compile(r"\W*(?:en date )?du(?:\s+(?:lun|mar|mercre|jeu|vendre|same)di)?\s*")
_TO_DAY = re.compile(r"\s*(?:[-–/]|(?:jusqu'|inclus )?au\b|a\b|inclus)")
_DAYS_OF_OTHERS = re.compile(rf"\b{alternatives(words('agreements', 'days_of_others'))}\b")
_IN_YEAR = re.compile(rf"\ben (?P<year>{YEAR})\b(?!\s?[-/])")
_REACH = 200


def named_by_day(mention: Mention) -> Dated | None:
    """Return the day by which a convention is called, that of its signature: ``la CTG du 12 décembre 2019``."""
    for dated in mention.dates:
        if _BY_DAY.fullmatch(mention.text, mention.end, dated.start) and len(dated.iso) == DAY:
            other = (
                FOREIGN.search(mention.before)
                or _DAYS_OF_OTHERS.search(mention.before)
                or _TO_DAY.match(mention.text, dated.end)
            )
            return None if other else dated
    return None


def signed_on(mention: Mention) -> str:
    """Return the day, month or year on which the convention is said to have been signed."""
    for dated in _days(mention):
        if not mention.end <= dated.start < mention.right:
            continue
        lead = mention.text[mention.end : dated.start]
        if len(lead) >= _REACH:
            continue
        told = bool(_WITH_WHOM.fullmatch(lead)) and not _OTHER_DAYS.search(lead)
        if (told or _ON_DAY.fullmatch(lead)) and _SIGNING.search(mention.before):
            return dated.iso
        if told and _SIGNED_AMONG.search(lead):
            return dated.iso
        if _SIGNED_ON.search(lead) or (_IN_BRACKET.fullmatch(lead) and _SIGNATURE_OF.search(mention.before)):
            return dated.iso
    named = named_by_day(mention)
    return _signed_before(mention) or (named.iso if named else "")


def _days(mention: Mention) -> Iterator[Dated]:
    """Give the dates of the sentence of a mention, then the years in which something is said to have been done."""
    yield from mention.dates
    for found in _IN_YEAR.finditer(mention.text):
        yield Dated(*found.span("year"), found["year"])


def _signed_after(before: str) -> bool:
    """Whether ``before``, from a day to a mention, is who signed and that they did: ``, X et Y signaient la``."""
    return _SIGNED_AFTER.fullmatch(before) is not None


def _signed_before(mention: Mention) -> str:
    """Return the day that stands between the signing and the mention: ``ont signé le 3 mai 2021 une première ...``."""
    for dated in _days(mention):
        before = mention.text[mention.left : dated.start] if mention.left <= dated.start < mention.start else ""
        opens = _OPENS_ON.fullmatch(mention.text, mention.left, dated.start) if before else None
        if opens and _signed_after(mention.text[dated.end : mention.start]):
            return dated.iso
        if _SIGNED_BEFORE.search(before) and _OBJECT.fullmatch(mention.text, dated.end, mention.start):
            return dated.iso
    return ""
