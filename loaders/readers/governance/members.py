"""Members: who sits in a body, from the sentence or the list that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.governance.asides import without_asides
from loaders.readers.governance.cues import cues
from loaders.readers.governance.enumerations import Member, listed, member
from loaders.readers.governance.labels import APART
from loaders.readers.governance.offices import begins_with_office
from loaders.readers.governance.rhythms import RHYTHM
from loaders.seeking import Sought
from loaders.themes import is_theme
from loaders.words.actor_heads import CLASSES, kind_at
from loaders.words.spelt_numbers import SPELT_NUMBER
from loaders.words.wording import plain

OPEN = Sought(rf"(?:(?<=\W)|^){cues('members')}\s*:?\s*")
_LEADS = re.compile(rf"\b{cues('leads')}\s*")
_HELPED = re.compile(r",?\s+(?:et|puis) (?:(?:co-?)?(?:anime|pilote|prepare|reuni|convoque)e?s?|tenue?s?)\b")
"""What else is said of a body behind those who lead it: ``présidé par X et animé par Y``."""
_JOINT = re.compile(r"\s*,?(?:\s*\b(?:il|elle|et|qui|est|sera))?\s*$")
_OFTEN = re.compile(rf"\W*{RHYTHM}\W*")
_CLOSES = rf"{cues('end')}|{APART}|\s\({RHYTHM}"
_STOP = r"(?<!\bm)(?<!\bmm)\.(?=\s|$)"
_END = re.compile(rf"{_CLOSES}|{_STOP}|;(?=\s|$)")
_END_OF_LABELLED = re.compile(rf"{_CLOSES}|{_STOP}")
_ACTS = re.compile(
    r"(?<=[a-zà-ÿ]) (?!(?:que|comme|entre|outre|contre|chaque|toute|tout|soit|dont)\b|[a-zà-ÿ]+(?:ment|ant) )"
    r"(?=[a-zà-ÿ]{2,}(?:e|d|t|ent|ra|ront) (?:(?:le|la|les|ses|son|sa|leurs?) |l['’])[a-zà-ÿ])"
)
"""Before a verb with its object, behind a list of members: no article follows a noun otherwise."""
_RHYTHM_FIRST = re.compile(rf"\W*(?:reunie?s? )?{RHYTHM}\s*[;,:–—-]\s*(?=\S)")
_RHYTHM_LAST = re.compile(rf"\s*[;,:–—-]\s*{RHYTHM}\s*$")
_TRAILING = re.compile(r"[\s,;]*(?:\s(?:et|ou))?[\s,;]*$")
_WHO_LEADS = re.compile(
    r",?\s+qui (?:(?:le|la|l'|en|y) ?)?(?:assure(?:ra)? la presidence|(?:co-?)?presid|convoqu|anim|represent)[^,;]*"
    r"[\s,;.]*$"
)
_LED_IN = re.compile(r"\W*(?:en outre|egalement|aussi|notamment|par ailleurs|a ce jour)\b\s*:?\s*")
_ATTEND = re.compile(rf"\b{cues('attend')}")
_SHOWN = re.compile(r"présentée?s?\b", re.IGNORECASE)
_SITTING = re.compile(rf"(?:\W*(?:y|en|[^,:]{{3,40}},))?\W*{cues('sitting')}\s*")
_OF_IT = re.compile(r"[\s,]*(?:de|du|des|d'|pour|au nom)\b[^:;.]{2,80}:\s*")
"""What is said of a body between its name and who sits in it: ``Siègent au comité de la CTG, pour la commune : X``."""
_AT = re.compile(r"(?:[^,:]{3,40},)?\W*(?:au|aux|a|dans|au sein d[eu])\s?(?:la |le |les |l')?")
_SEATED = re.compile(rf"\s*{cues('seated')}\s*:?\s*")
_MET = re.compile(rf"\b{cues('met')}")
_CALLED = Sought(rf"\b{cues('called')}")
_FORM = re.compile(rf"\s{cues('forms')} (?:(?:le|la|une?) |l')")
_WITH = re.compile(rf"[\s,:–—-]*(?:(?:reunie?s? )?{RHYTHM}[\s,:–—-]*)?(?:avec\s|autour (?=d))")
_WITHIN = re.compile(r"\s(?:en|au sein d[eu']|dans)\s?(?:(?:le|la|une?)\s|l')?$")
_GATHERS = re.compile(
    r"\b(?:reuni(?:t|ssent|ra)|rassemble(?:nt|ra)?|convoque(?:nt|ra)?|convie(?:nt|ra)?)\s+(?=(?:les|la|le)\s|l')"
)
_OFTEN_FIRST = re.compile(rf"[^:;.,]{{0,40}}{RHYTHM}\s*:\s*(?=\S)")
_PRONOUN = re.compile(r"(?<!\w)(?:ils?|elles?|on|nous|tous|toutes|chacune?)\s*$")
_BESIDE = re.compile(r"\s*(?:(?:egalement|aussi|desormais|de droit) )?aux cotes (?=d)")
_LABEL = re.compile(r"^[^:,.]{2,60}?\s*:\s*(?=\S)")
_JOINED = re.compile(r",|;|\bet\b")
_SENTENCE = re.compile(r"\s*\.(?:\s.*)?$", re.DOTALL)
_MEETING = rf"(?:,?\s*(?:reunie?s?|convoquee?s?|se reunissant) {RHYTHM})?"
_MET_SO = re.compile(_MEETING[:-1])
_BRACKETED = re.compile(rf"{_MEETING}\s*\((?P<who>[^()]{{12,400}})\)")
_DASHED = re.compile(r"\s*[–—-]\s+(?P<who>[^():]{12,300}?)(?:\s+[–—-]\s|\s*$)")
_COUNTED = re.compile(
    rf"\W*(?:de |d')?(?:{SPELT_NUMBER}|\d+) (?:membres|personnes|representants|sieges)\b[^:;.,]{{0,30}}:\s*"
)
_TELLS = re.compile(rf"\b{cues('tells')}\b")


def composed(words: Passage, section: Section) -> Iterator[Member]:
    """Give the members in a sentence after ``composé de`` and the like; none where it only opens a list below it."""
    text = plain(words.text)
    lead = _LEADS.search(text)
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
    yield from listed(_upto(_END_OF_LABELLED if labelled else _END, behind), section)


def _upto(end: re.Pattern[str], words: Passage) -> Passage:
    """Return ``words`` up to where a list of members ends in them: by an ``end``, or before a verb with its object."""
    text = words.text
    ends = [found.start() for found in (end.search(plain(text)), _ACTS.search(text)) if found]
    return words.cut(0, len(_TRAILING.sub("", text[: min(ends)]))) if ends else words


def opens(text: str) -> bool:
    """Whether ``text``, in plain letters, opens a list of members, or of those who lead."""
    return bool(OPEN.search(text) or _LEADS.search(text))


def behind_name(words: Passage, end: int, section: Section) -> Iterator[Member]:
    """Give the members that stand behind a body's name and a colon; a sentence about the body lists none."""
    rest = words.cut(end)
    colon = rest.text.find(":")
    said = _SENTENCE.sub("", plain(rest.text[colon + 1 :]))
    often = _RHYTHM_FIRST.match(said)
    begin = often.end() if often else 0
    if colon >= 0 and said[begin:].strip() and not _TELLS.search(said, begin) and not OPEN.search(said):
        behind = rest.cut(colon + 1 + begin, colon + 1 + len(said))
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


def opens_with_sitting(before: str) -> bool:
    """Whether the words before a body's name, in plain letters, say that others sit in it: ``Sont membres de la``."""
    return _SITTING.fullmatch(before) is not None


def opens_below(words: Passage, start: int, end: int) -> bool:
    """Whether those who sit in the body that ends at ``end`` are listed below: ``Sont membres du comité :``."""
    said = plain(words.text)
    return said[end:].strip(" ").startswith(":") and not said[end:].strip(" :") and opens_with_sitting(said[:start])


def attending(words: Passage, section: Section) -> tuple[int, list[Member]]:
    """Return where a sentence says to which bodies someone goes, and who: ``X sera présent aux ...``; -1 for none."""
    text = plain(words.text)
    found = _ATTEND.search(text)
    if found is None or _SHOWN.search(words.text[slice(*found.span())]):
        return -1, []
    begin = max((m.end() for m in re.finditer(r",\s+(?=(?:le|la|les|l')\b)", text[: found.start()])), default=0)
    subject = words.cut(begin, found.start())
    if "represente" in plain(subject.text):
        return found.end(), list(member(subject, ""))
    return found.end(), list(listed(subject, section))


def sitting(words: Passage, start: int, end: int, section: Section) -> list[Member]:
    """Return those who sit in the body between ``start`` and ``end``: ``Siègent au comité X, Y et Z``."""
    said = plain(words.text)
    if not _SITTING.fullmatch(said[:start]):
        return []
    of_it = _OF_IT.match(said, end)
    behind = _upto(_END_OF_LABELLED, words.cut(of_it.end())) if of_it else _upto(_END, words.cut(end))
    return list(listed(behind.cut(len(behind.text) - len(behind.text.lstrip(" :,"))), section))


def seated(behind: Passage, before: str, section: Section) -> list[Member]:
    """Return those who sit in a body as the words ``behind`` its name say: ``Au comité X siègent Y et Z``."""
    said = plain(behind.text)
    found = _SEATED.match(said) if _AT.fullmatch(before) else None
    if found is None:
        return []
    return list(listed(_upto(_END, behind.cut(found.end())), section))


def leading(words: Passage, end: int, section: Section) -> list[Member]:
    """Return who leads the body whose name begins at ``end``: ``Présidé par X et Y, le comité ...``."""
    found = _LEADS.search(plain(words.text)[:end])
    comma = words.text.rfind(",", 0, end)
    if found is None or comma <= found.end():
        return []
    who = words.cut(found.end(), comma)
    helped = _HELPED.search(plain(who.text))
    return list(listed(who.cut(0, helped.start()) if helped else who, section))


def forming(words: Passage, start: int, section: Section) -> list[Member]:
    """Return who leads or makes up the body whose name begins at ``start``: ``La maire préside le comité``."""
    found = _FORM.search(plain(words.text), 0, start)
    if found is None or found.end() != start or _PRONOUN.search(plain(words.text), 0, found.start()):
        return []
    return _known(listed(words.cut(0, found.start()), section))


def gathered(words: Passage, start: int, section: Section) -> list[Member]:
    """Return who is gathered in the body whose name begins at ``start``: ``Elle réunit X et Y en comité technique``."""
    text = plain(words.text)
    within = _WITHIN.search(text, 0, start)
    verb = _GATHERS.search(text, 0, within.start()) if within is not None else None
    return _known(listed(words.cut(verb.end(), within.start()), section)) if verb and within else []


def behind_rhythm(words: Passage, section: Section) -> list[Member]:
    """Return who is listed behind how often a body meets and a colon: ``se réunit deux fois par an : X, Y``."""
    found = _OFTEN_FIRST.match(plain(words.text))
    return _known(listed(_upto(_END, words.cut(found.end())), section)) if found else []


def beside(words: Passage, section: Section) -> list[Member]:
    """Return with whom a body meets as the words behind its name say without a verb: ``, chaque mois, avec X et Y``."""
    found = _WITH.match(plain(words.text))
    return _known(listed(_upto(_END, words.cut(found.end())), section)) if found else []


def _known(found: Iterator[Member]) -> list[Member]:
    """Return those found where the first of them holds an office or is an actor: no one else leads or meets."""
    named = list(found)
    return named if named and (begins_with_office(named[0][0]) or kind_at(named[0][0])) else []


def meeting(words: Passage, start: int, section: Section) -> list[Member]:
    """Return who met in the body whose name ends at ``start``: ``lors du comité, X et Y se sont réunis``."""
    found = _MET.search(plain(words.text), start)
    if found is None:
        return []
    comma = words.text.find(",", start, found.start())
    return list(listed(words.cut(comma + 1 if comma >= 0 else start, found.start()), section))


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


def called(words: Passage, section: Section) -> Iterator[Member]:
    """Give who is called to a body, sits in it or leads it: ``X y siège aux côtés de Y``, ``X et Y le coprésident``."""
    text = plain(words.text)
    found = _CALLED.search(text)
    if found is None:
        return
    begin = text.rfind(";", 0, found.start()) + 1
    if not _PRONOUN.search(text, begin, found.start()):
        yield from listed(words.cut(begin, found.start()), section)
    if beside := _BESIDE.match(text, found.end()):
        yield from listed(_upto(_END, words.cut(beside.end())), section)


def with_whom(words: Passage, end: int) -> Iterator[Member]:
    """Give with whom something is done, before ``end``: ``avec l'ensemble des acteurs, ...``."""
    named = list(re.finditer(r"\bavec (?:la |le |les |l')?(?P<who>[^,;.()]{3,80})", plain(words.text)[:end]))
    if named:
        yield from member(words.cut(*named[-1].span("who")), "")


def _opened(text: str) -> re.Match[str] | None:
    """Return what opens a list of members; of two such words side by side (``constitué : y siègent``) the second."""
    found = None
    for opened in OPEN.finditer(text):
        if found is not None and opened.start() > found.end() + 1:
            break
        found = opened
    return found
