"""Members: who sits in a body, from the list behind the words that open it, or behind the body's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.governance.asides import without_asides
from loaders.readers.governance.cues import cues
from loaders.readers.governance.enumerations import Member, listed
from loaders.readers.governance.list_ends import END, END_OF_LABELLED, known, upto
from loaders.readers.governance.offices import begins_with_office
from loaders.seeking import Sought
from loaders.themes import is_theme
from loaders.words.actor_heads import CLASSES, kind_at
from loaders.words.rhythms import RHYTHM
from loaders.words.spelt_numbers import SPELT_NUMBER
from loaders.words.wording import plain

OPEN = Sought(rf"(?:(?<=\W)|^){cues('members')}\s*:?\s*")
LEADS = re.compile(rf"\b{cues('leads')}\s*")
_JOINT = re.compile(r"\s*,?(?:\s*\b(?:il|elle|et|qui|est|sera))?\s*$")
_OFTEN = re.compile(rf"\W*{RHYTHM}\W*")
_RHYTHM_FIRST = re.compile(rf"\W*(?:reunie?s? )?{RHYTHM}\s*[;,:–—-]\s*(?=\S)")
_RHYTHM_LAST = re.compile(rf"\s*[;,:–—-]\s*{RHYTHM}\s*$")
_WHO_LEADS = re.compile(
    r",?\s+qui (?:(?:le|la|l'|en|y) ?)?(?:assure(?:ra)? la presidence|(?:co-?)?presid|convoqu|anim|represent)[^,;]*"
    r"[\s,;.]*$"
)
_LED_IN = re.compile(
    r"\W*(?:(?:en outre|egalement|aussi|notamment|par ailleurs|a ce jour)\b\s*:?"
    r"|(?:pour|au nom d[eu]) [^:;.]{2,60}:|sous (?:l'animation|la conduite|la houlette|l'egide) d[^,;:.]{3,80},)\s*"
)
_DOES = r"(?:[a-z]{3,}(?:e|t|ra) (?:ses|leurs|les?|la) [a-z]+ |(?:qui )?se (?:reuni|tien|retrouv)[a-z]+ )?"
_WITH = re.compile(rf"[\s,:–—-]*(?:{_DOES}(?:reunie?s? )?{RHYTHM}[\s,:–—-]*)?(?:avec\s|autour (?=d))")
_OFTEN_FIRST = re.compile(rf"(?:,[^:;.,]{{3,80}},|[ ,]*qui [^:;.,]{{3,80}},)?[^:;.,]{{0,40}}{RHYTHM}\s*:\s*(?=\S)")
_LABEL = re.compile(r"^[^:,.]{2,60}?\s*:\s*(?=\S)")
_JOINED = re.compile(r",|;|\bet\b")
_SENTENCE = re.compile(r"\s*(?<!\bm)(?<!\bmm)\.(?:\s.*)?$", re.DOTALL)
_MEETING = rf"(?:,?\s*(?:reunie?s?|convoquee?s?|se reunissant) {RHYTHM})?"
_MET_SO = re.compile(_MEETING[:-1])
_BRACKETED = re.compile(rf"{_MEETING}\s*\((?P<who>[^()]{{12,400}})\)")
_DASHED = re.compile(r"\s*[–—-]\s+(?P<who>[^():]{12,300}?)(?:\s+[–—-]\s|\s*$)")
_COUNTED = re.compile(
    rf"\W*(?:de |d')?(?:{SPELT_NUMBER}|\d+) (?:membres|personnes|representants|sieges)\b[^:;.,]{{0,30}}:\s*"
)
_CLASS = re.compile(
    r"[\s,;]{0,3}(?:(?:et|ainsi que)\s)?(?:d'une part |d'autre part )?(?:d'|de |des |les )?"
    r"[a-z-]{3,}s(?: [a-z-]{3,})? \((?P<who>[^()]{8,300})\)"
)
"""A class of members and, in brackets, who they are."""

_TELLS = re.compile(rf"\b{cues('tells')}\b")


def composed(words: Passage, section: Section) -> Iterator[Member]:
    """Give the members in a sentence after ``composé de`` and the like; none where it only opens a list below it."""
    text = plain(words.text)
    lead = LEADS.search(text)
    opened = _opened(text) or lead
    if opened is None or text.rstrip().endswith(":"):
        return
    if lead is not None and lead.end() < opened.start():
        leaders = words.cut(lead.end(), opened.start())
        yield from listed(leaders.cut(0, len(_JOINT.sub("", plain(leaders.text)))), section)
    often = _OFTEN.match(text, opened.end())
    start = often.end() if often else opened.end()
    labelled = text[:start].rstrip().endswith(":")
    start = led_in.end() if (led_in := _LED_IN.match(text, start)) else start
    counted = _COUNTED.match(text, start)
    start = counted.end() if counted else start
    behind = words.cut(start) if opened is lead else without_asides(words.cut(start))
    told = upto(END_OF_LABELLED if labelled else END, behind)
    if sorted_ := _sorted(told):
        for who in sorted_:
            yield from listed(who, section)
    elif not (labelled and _is_subjects(told.text)):
        yield from listed(told, section)


def _sorted(words: Passage) -> list[Passage]:
    """Return who stands in the brackets behind each of the classes that a list names, if all of it is such.

    ``élus (le maire, l'adjointe) et techniciens (la directrice)`` tells of three.
    """
    text = plain(words.text).strip(" ,;.")
    found = list(_CLASS.finditer(text)) if "(" in text else []
    whole = "".join(each[0] for each in found) == text
    offices = all(begins_with_office(each["who"]) for each in found)
    shift = len(words.text) - len(words.text.lstrip(" ,;."))
    return (
        [words.cut(shift + each.start("who"), shift + each.end("who")) for each in found] if whole and offices else []
    )


def opens(text: str) -> bool:
    """Whether ``text``, in plain letters, opens a list of members, or of those who lead."""
    return bool(OPEN.search(text) or LEADS.search(text))


def behind_name(words: Passage, end: int, section: Section) -> Iterator[Member]:
    """Give the members that stand behind a body's name and a colon; a sentence about the body lists none."""
    rest = words.cut(end)
    colon = rest.text.find(":")
    said = _SENTENCE.sub("", plain(rest.text[colon + 1 :]))
    often = _RHYTHM_FIRST.match(said)
    begin = often.end() if often else 0
    if colon >= 0 and said[begin:].strip() and not _TELLS.search(said, begin) and not OPEN.search(said):
        last = _RHYTHM_LAST.search(said, begin)
        behind = rest.cut(colon + 1 + begin, colon + 1 + (last.start() if last else len(said)))
        yield from () if _is_subjects(behind.text) or _OFTEN.match(plain(behind.text)) else listed(behind, section)


def _is_subjects(text: str) -> bool:
    """Whether ``text`` lists what bodies are about, and nobody: ``petite enfance ; jeunesse ; parentalité``."""
    parts = [part.strip() for part in re.split(r"[,;/]|\bet\b", text.rstrip(" ."))]
    return len(parts) > 1 and all(is_theme(part) and not kind_at(part) for part in parts)


def item(words: Passage, section: Section) -> Iterator[Member]:
    """Give the members that an item of a list names; ``Caf : a, b`` names a and b."""
    label = _LABEL.match(words.text)
    leads = _WHO_LEADS.search(plain(words.text))
    yield from listed(words.cut(label.end() if label else 0, leads.start() if leads else None), section)


def behind_rhythm(words: Passage, section: Section) -> list[Member]:
    """Return who is listed behind how often a body meets and a colon: ``se réunit deux fois par an : X, Y``."""
    found = _OFTEN_FIRST.match(plain(words.text))
    return known(listed(upto(END, words.cut(found.end())), section)) if found else []


def beside(words: Passage, section: Section) -> list[Member]:
    """Return with whom a body meets as the words behind its name say without a verb: ``, chaque mois, avec X et Y``."""
    found = _WITH.match(plain(words.text))
    return known(listed(upto(END, words.cut(found.end())), section)) if found else []


def in_brackets(words: Passage, section: Section) -> list[Member]:
    """Return the members that stand in brackets right behind a body's name: ``(maire, directrice de la Caf, ...)``.

    One of them at least holds an office or is an institution: what else stands there is what the body is about.
    """
    text = plain(words.text)
    found = _BRACKETED.match(text) or _DASHED.match(text)
    who = _without_rhythm(words.cut(*found.span("who"))) if found else Passage(())
    if not who or _OFTEN.search(plain(who.text)) or not _JOINED.search(plain(who.text)):
        return []
    named = list(listed(who, section))
    if any(begins_with_office(name) or kind_at(name) not in CLASSES for name, _ in named):
        return named
    return named if found is not None and _MET_SO.match(text) else []


def _without_rhythm(who: Passage) -> Passage:
    """Return what stands in brackets without the rhythm that begins or ends it: ``(élus, Caf ; une fois par an)``."""
    text = plain(who.text)
    if (first := _RHYTHM_FIRST.match(text)) is not None:
        return who.cut(first.end())
    last = _RHYTHM_LAST.search(text)
    return who.cut(0, last.start()) if last else who


def _opened(text: str) -> re.Match[str] | None:
    """Return what opens a list of members; of two such words side by side (``constitué : y siègent``) the second."""
    found = None
    for opened in OPEN.finditer(text):
        if found is not None and opened.start() > found.end() + 1:
            break
        found = opened
    return found
