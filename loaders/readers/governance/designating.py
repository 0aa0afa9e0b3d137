"""Designating: whom those who decide send to the bodies of the convention: ``désigne X pour siéger au comité``.

Only who is told with an office counts, and never by name; a body to which persons alone are sent has no member.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.governance.cues import cues
from loaders.readers.governance.enumerations import Member, listed
from loaders.readers.governance.list_ends import END, END_OF_LABELLED, upto
from loaders.readers.governance.mentions import Mention, mentions
from loaders.readers.governance.offices import begins_with_office, tells
from loaders.seeking import Sought
from loaders.words.persons import without_persons
from loaders.words.wording import plain, without

_CHOSEN = Sought(rf"(?<!\w)(?:(?P<passive>{cues('chosen')})|(?P<active>{cues('chooses')})|(?P<by>{cues('stood_for')}))")
_AT = re.compile(
    r"(?:,?\s*(?:et )?)(?:pour (?:sieger|participer) )?(?:(?:comme |en qualite de )?(?:membres?|deleguee?s?|titulaires?"
    r"|suppleante?s?|representante?s?|referente?s?)(?: \w+)? )?"
    r"(?:aux?|du|des|a la|a l'|de la|de l'|pour|au sein d(?:e la|e l'|es|u)|dans)\s?(?:la |les? |l'|ce |cette )?$"
)
"""What stands between those who are sent and the body: ``pour siéger au``, ``membre titulaire du``."""

_ELSEWHERE = re.compile(rf"(?<!\w)(?:aux?|a la|a l')\s?(?:{cues('bodies')}|syndicats?|association|organismes?)\b")
_AS = re.compile(
    r"(?:,\s?)?\b(?:pour|afin d[e']|comme|en qualite de?|en tant que?|a l'effet)(?!\w)|[;:]"
    r"|(?:,\s?)?\b(?:representant|delegue|referent)e?s? d(?:e la|e notre|u|e l')"
    r" ?(?:commun|ville|collectivite|departement|cias)"
)
"""What ends those who are sent, before the body: what for, or as whose voice."""

_OTHERWISE = re.compile(
    r"\b(?:pour|afin d[e'])\s?(?!(?:y |la |le |l'|les )?(?:sieger|represent|particip|assist|etre|faire partie))"
    r"(?:(?:la|le|les|l')\s?)?[a-z]{2,}(?:er|ir|re)\b"
)
"""What else somebody may be designated for: ``pour signer la convention, qui sera présentée au comité``."""

_RANK = re.compile(
    r"(?:,\s?)?\(?\b(?:en (?:qualite|tant) (?:de|que) |comme )?(?:(?:membre|d[ée]l[ée]gu[ée]e?)s? )?"
    r"(?:titulaires?|suppl[ée]ante?s?)\b\)?",
    re.IGNORECASE,
)
_DEPUTY = re.compile(r"\bsuppleante?s?\b")
_JOINT = re.compile(r"\W*(?:(?:et|puis|ainsi que) )?(?:sieg(?:e|ent|era|eront) )?(?:par )?")
_BRACKETS = re.compile(r"[()]")
_SHOWN = re.compile(r"^(?:d[ée]sign|nomm)é", re.IGNORECASE)
"""Who was chosen, beside a noun: ``le cabinet désigné`` sends nobody."""
_CIVILITY = re.compile(r"\b(?:MM?\.|Mmes?|Madame|Monsieur)\s")
_LONGEST_AT = 70


def designated(words: Passage, section: Section) -> list[tuple[Mention, list[Member]]]:
    """Return the bodies to which a sentence says somebody is sent, each with the offices of those who are."""
    text = plain(words.text)
    placed = [(start, each) for each in mentions(words) if each.steers and (start := _place(text, each)) >= 0]
    chosen = _CHOSEN.search(text) if placed else None
    if (
        chosen is None
        or _SHOWN.search(words.text[chosen.start() : chosen.end()])
        or chosen.start() > placed[-1][1].start
    ):
        return _headed(words, placed, section)
    if _OTHERWISE.search(text, chosen.end(), max(chosen.end(), placed[0][0])):
        return []
    if chosen["by"] and len(placed) < 2:
        return []
    first = placed[0][0]
    begin = max(text.rfind(sign, 0, chosen.start()) for sign in ";:") + 1
    sent = _people(words.cut(begin, chosen.start()), section) if chosen["passive"] else []
    if not sent and first > chosen.end() and not _ELSEWHERE.search(text, chosen.end(), first):
        sent = _people(_before_as(words.cut(chosen.end(), first)), section)
    return list(_in_front(words, placed, sent, section) if sent else _behind(words, placed, section))


def sends_below(words: Passage) -> bool:
    """Whether those who are sent to a body are listed below: ``Sont désignés pour siéger au comité de pilotage :``."""
    text = plain(words.text).rstrip()
    return (
        text.endswith(":") and bool(_CHOSEN.search(text)) and any(_place(text, each) >= 0 for each in mentions(words))
    )


def _place(text: str, mention: Mention) -> int:
    """Return where the words begin that put somebody into the body; -1 without such words."""
    found = _AT.search(text, max(0, mention.start - _LONGEST_AT), mention.start)
    return found.start() if found is not None else -1


def _in_front(
    words: Passage, placed: Sequence[tuple[int, Mention]], sent: list[Member], section: Section
) -> Iterator[tuple[Mention, list[Member]]]:
    """Give each body with those who stand before it; behind the last, who stands in for them."""
    for index, (_, mention) in enumerate(placed):
        who = sent if not index else _people(words.cut(placed[index - 1][1].end, placed[index][0]), section)
        rest = words.cut(mention.end) if index == len(placed) - 1 else Passage(())
        deputies = _people(rest, section) if _DEPUTY.search(plain(rest.text)) else []
        yield mention, [*who, *deputies]


def _behind(
    words: Passage, placed: Sequence[tuple[int, Mention]], section: Section
) -> Iterator[tuple[Mention, list[Member]]]:
    """Give each body with those who stand behind it."""
    for (_, mention), (following, _) in pairwise([*placed, (len(words.text), placed[-1][1])]):
        yield mention, _people(words.cut(mention.end, following), section)


def _headed(
    words: Passage, placed: Sequence[tuple[int, Mention]], section: Section
) -> list[tuple[Mention, list[Member]]]:
    """Return the body before a colon with those whom it heads: ``Au comité de pilotage : le maire, l'adjointe``."""
    if len(placed) != 1 or not words.text[placed[0][1].end :].lstrip().startswith(":"):
        return []
    behind = words.cut(placed[0][1].end)
    said = _CIVILITY.sub("", without_persons(behind).text).strip(" :,")
    who = _people(behind, section) if begins_with_office(said) and not tells(said) else []
    return [(placed[0][1], who)] if who else []


def _before_as(words: Passage) -> Passage:
    """Return ``words`` up to what somebody is sent for: ``pour représenter la commune``."""
    found = _AS.search(plain(words.text))
    return words.cut(0, found.start()) if found is not None else words


def _people(words: Passage, section: Section) -> list[Member]:
    """Return those in a stretch of a sentence who hold an office."""
    ends = END_OF_LABELLED if words.text.lstrip().startswith(":") else END
    joint = _JOINT.match(plain(words.text))
    told = without(without(words.cut(joint.end() if joint else 0), _RANK), _BRACKETS)
    return [each for each in listed(upto(ends, told), section) if begins_with_office(each[0])]
