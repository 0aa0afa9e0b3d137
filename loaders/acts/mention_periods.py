"""Periods of mentions: when a convention that a sentence mentions begins and ends."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.acts.convention_cues import AROUND, BEFORE, FOREIGN, PROLONGED
from loaders.acts.mention_signing import named_by_day
from loaders.acts.mentions import Mention
from loaders.vocabulary import words
from loaders.words.dates import YEAR
from loaders.words.moments import Period
from loaders.words.wording import alternatives

_OF_EXERCISES = re.compile(rf"\b{alternatives(words('agreements', 'exercises'))}\s*[,:(]?\s*$")
_PREPARED = rf"\b{alternatives(words('agreements', 'prepared'))}"
_PREPARED_IN = re.compile(rf"{_PREPARED},? ?(?:d'|de|du|des|entre|en|au|depuis)?\W*$")
_WAS_PREPARED = re.compile(rf"\W*(?:a|ont|avait) ete (?:ainsi )?{_PREPARED}")
_SHORT_YEARS = re.compile(r"(?<![\d/.,-])(?P<a>[123]\d)\s?[-/]\s?(?P<b>[23]\d)(?=\W*$|\s?[).,;:])")
_LINKED = re.compile(r"[\s(«-]*(?:(?:en cours|initiale|actuelle|de la periode|pour la periode|sur la periode|de)\s+)?")
_ITS_OWN = re.compile(
    r"[^.;:\d]{0,80}\b(?:conclue?|signee?|couvrant|portant|etablie?|qui (?:a )?(?:couvr|port)\w+)\b[^.;:\d]{0,30}"
)
_TAKING_EFFECT = re.compile(r"\b(?:effets?|vigueur|appli(?:cable|que\w*))\b")
_ON_DAY = re.compile(r"(?<!jusqu')\bau\W*$")
_WHICH = re.compile(r"[^.;:]{0,80}?\b(?:qui|laquelle)\b")
_PREDICATE = re.compile(r"\b(?:est|sont|ser(?:a|ont)|a|ont|prend|prennent|cour(?:t|ent)|couvr\w+|porte\w*)\b")
_THE_AVENANT = re.compile(
    r"^\W*(?:article [\divx]+\W+)?(?:le |ce |du )?(?:(?:present|cet|l') ?)?avenant\b"
    r"|^\W*(?:il|celui-ci|ce dernier) (?:prend|entre|s'appli|est (?:applicable|conclu|signe)\b|court|vaut|debute)"
)
"""What opens a sentence about an avenant; what is masculine is no convention, but it."""

_TAKES_PLACE = (
    r"succed|substitu|remplac|rela[iy]|fai(?:t|sait) suite|fera suite|prend\w* (?:la suite|le relais|la place)"
)
_OWN_AGAIN = (
    r"(?:sera|est|etait|a ete) \w|(?:couvr(?:e|ira|ait)|port(?:e|era|ait)|cour(?:t|ra|ait))\b|s'(?:etend|appli)"
    r"|(?:pour|sur) (?:la periode|les annees|la duree|une duree|une periode)\b"
)
_SUCCEEDS = re.compile(
    r"^\W*(?:(?:qui|laquelle) (?:(?:a|avait) )?(?:succed|remplac|relay|fai[st]|prena?|pris|prolong)[^,;:.\d]{0,80},"
    rf"|(?:(?:qui|laquelle|vient|viendra|a|avait|doit|va) ){{0,2}}(?:se |s'|en )?(?:{_TAKES_PLACE})"
    rf"(?:(?!\b(?:qui|dont|lequel)\b)[^;:.]){{1,120}}?(?:,| et|(?= pour une duree)) (?:et )?(?={_OWN_AGAIN}))"
)
"""What a convention takes the place of, told within: ``Cette convention, qui succédait au CEJ, a pris fin le ...``,
``Elle remplace le CEJ, échu en 2023, et couvre la période ...``.
"""
_TITLE_YEARS = re.compile(rf"^[^\d.;:]{{0,90}}\b(?P<a>{YEAR})(?:\s+{YEAR}){{0,7}}\s+(?P<b>{YEAR})\W*$")
_FOREIGN_LABEL = re.compile(rf"{FOREIGN.pattern}\)?[^.;:,()]{{0,45}}\(?$")
"""Another contract whose own period stands right behind it: ``La Cog 2018-2022 prévoit la CTG``."""

_LABEL_REACH = 80
_SHORT_REACH = 60
_LONGEST_PERIOD = 6
_REACH = 200
_PERIOD_REACH = 320
_NEAR = 40
_BEFORE_THIS = re.compile(r"\b(?:et|que|qu'|mais|tandis|alors)(?:(?<=')|\b)")


def period_of(mention: Mention) -> tuple[str, str, str]:
    """Return first and last day (or year) of the period stated beside a mention, and which of them was computed.

    A day that the sentence gives further on for the same year is the more precise.
    """
    told = [period for period in mention.periods if _tells(mention, period)]
    named = named_by_day(mention)
    if named is not None:  # ``la convention du 12 décembre 2019, échue le ...``: the day on which it was signed
        told = [replace(p, first="") if p.first == named.iso else p for p in told]
    linked = [p for p in told if p.start >= mention.end and _LINKED.fullmatch(mention.text, mention.end, p.start)]
    told = [*linked, *(period for period in told if period not in linked)]
    if not told:
        return _title_years(mention) or _short_years(mention)
    if mention.left:  # a period before it can be that of the convention mentioned before
        told = [period for period in told if period.start >= mention.end] or told
    begin, end = told[0].first[:4], told[0].last[:4]
    last = max((p.last for p in told if p.last[:4] == end), key=len)
    first = max((p.first for p in told if (p.first[:4], p.last[:4]) == (begin, end)), key=len)
    return first, last, told[0].computed


def _title_years(mention: Mention) -> tuple[str, str, str] | None:
    """Return the years that end a title with nothing between them: ``CTG 2024 2028``, ``2024 2025 2026 2027``."""
    found = _TITLE_YEARS.search(mention.text) if mention.title else None
    if found is None or not 1 < int(found["b"]) - int(found["a"]) <= _LONGEST_PERIOD:
        return None
    return found["a"], found["b"], ""


def _short_years(mention: Mention) -> tuple[str, str, str]:
    """Return the years that two digits each tell behind a convention's name: ``CTG du Pays X 23-27``."""
    found = _SHORT_YEARS.search(mention.after[:_SHORT_REACH]) if mention.own else None
    if found is None or not 0 < int(found["b"]) - int(found["a"]) <= _LONGEST_PERIOD:
        return "", "", ""
    if any(letter.isdigit() for letter in mention.after[: found.start()]):
        return "", "", ""
    return f"20{found['a']}", f"20{found['b']}", ""


def _tells(mention: Mention, period: Period) -> bool:
    """Whether a period of the sentence is that of the convention mentioned."""
    behind = period.start >= mention.end
    between = mention.text[mention.end : period.start] if behind else ""
    named = mention.own and behind and bool(_LINKED.fullmatch(between) or _ITS_OWN.fullmatch(between))
    if not named and PROLONGED.search(mention.text, max(0, period.start - _REACH), period.start):
        return False
    if mention.title:
        return True
    if not mention.own and _THE_AVENANT.search(mention.text[: min(period.start, mention.start)]):
        return False
    if _of_avenant(mention, period) or _of_what_is_tied(mention, between) or _PREPARED_IN.search(between[-_NEAR * 3 :]):
        return False
    if not behind:
        return _told_before(mention, period)
    between = _SUCCEEDS.sub(",", _OF_EXERCISES.sub("", between))
    return period.start < mention.right and len(between) <= _PERIOD_REACH and not FOREIGN.search(between)


def _told_before(mention: Mention, period: Period) -> bool:
    """Whether a period that stands before a mention is its own, and not another contract's or a preparation's."""
    if BEFORE["follows"].search(mention.before) or _WAS_PREPARED.match(mention.text, mention.end):
        return False
    if _PREPARED_IN.search(mention.text[mention.left : period.start][-_NEAR * 3 :]):
        return False
    if _FOREIGN_LABEL.search(mention.text, max(mention.left, period.start - _LABEL_REACH), period.start):
        return False
    if (
        period.end > mention.end
    ):  # from before the mention to behind it: ``depuis le ..., par une CTG qui finit le ...``
        return mention.left <= period.start and period.end <= mention.right
    between = mention.text[period.end : mention.start]
    lead = max(mention.left, period.start - _NEAR * 2)
    if _BEFORE_THIS.search(between) and FOREIGN.search(mention.text, lead, period.start):
        return False
    near = mention.left <= period.end <= mention.start < period.end + _NEAR
    return near and ";" not in between


def _of_what_is_tied(mention: Mention, between: str) -> bool:
    """Whether a period is said of another contract or grant that the convention only provides for."""
    return bool(BEFORE["tied"].search(mention.before) and _PREDICATE.search(between))


def _of_avenant(mention: Mention, period: Period) -> bool:
    """Whether a period is that of an avenant to the convention, or of who joins it by one, and not its own.

    It is where only its beginning is told, or it is said to take effect: ``adhésion de X à la CTG à compter du ...``.
    What ``X adhère à la CTG, qui commence le ...`` dates is the convention.
    """
    between = mention.text[mention.end : period.start]
    joined = BEFORE["joined"].search(mention.before) and not _WHICH.match(between)
    if not (joined or BEFORE["amended"].search(mention.before) or AROUND["changed"].match(mention.text, mention.end)):
        return False
    begun = not period.last or (joined and not period.first and _ON_DAY.search(between))
    return bool(begun or _TAKING_EFFECT.search(between))
