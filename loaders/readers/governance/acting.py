"""Acting: who sits in a body, told by a verb beside its name: ``X préside le comité``, ``y siègent X et Y``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.governance.cues import cues
from loaders.readers.governance.enumerations import Member, listed, member
from loaders.readers.governance.list_ends import END, END_OF_LABELLED, known, upto
from loaders.readers.governance.members import LEADS
from loaders.seeking import Sought
from loaders.words.rhythms import RHYTHM
from loaders.words.wording import plain

_HELPED = re.compile(r",?\s+(?:et|puis) (?:(?:co-?)?(?:anime|pilote|prepare|reuni|convoque)e?s?|tenue?s?)\b")
"""What else is said of a body behind those who lead it: ``présidé par X et animé par Y``."""
_ATTEND = re.compile(rf"\b{cues('attend')}")
_SUBJECT = re.compile(r"(?:[;:]|(?:,|\bque)(?=\s+(?:(?:le|la|les)\b|l')))\s+")
_SHOWN = re.compile(r"\bprésentée?s?\b", re.IGNORECASE)
_SITTING = re.compile(rf"(?:\W*(?:y|en|[^,:]{{3,40}},))?\W*{cues('sitting')}\s*")
_OF_IT = re.compile(r"[\s,]*(?:de|du|des|d'|pour|au nom)\b[^:;.]{2,80}:\s*")
"""What is said of a body between its name and who sits in it: ``Siègent au comité de la CTG, pour la commune : X``."""
_HELD = re.compile(rf"\s*,\s*(?:qui se [a-z]+ |reunie?s? |convoquee?s? )?{RHYTHM},")
_AT = re.compile(r"(?:[^,:]{3,40},)?\W*(?:au|aux|a|dans|au sein d[eu])\s?(?:la |le |les |l')?")
_SEATED = re.compile(rf"\s*{cues('seated')}\s*:?\s*")
_MET = re.compile(rf"\b{cues('met')}")
_CALLED = Sought(rf"\b{cues('called')}")
_FORM = re.compile(rf"\s{cues('forms')} (?:(?:le|la|une?) |l')")
_WITHIN = re.compile(r"\s(?:en|au sein d[eu']|dans)\s?(?:(?:le|la|une?)\s|l')?$")
_GATHERS = re.compile(
    r"\b(?:reuni(?:t|ssent|ra)|rassemble(?:nt|ra)?|convoque(?:nt|ra)?|convie(?:nt|ra)?)\s+(?=(?:les|la|le)\s|l')"
)
_REPRESENTED = Sought(rf"\b{cues('represented')}\s*")
_BY = re.compile(r"\bpar (?=(?:sa|son|ses|leurs?|les?|la|une?|deux|trois|m\.|mme|monsieur|madame)\s|l')")
_PRONOUN = re.compile(r"(?<!\w)(?:ils?|elles?|on|nous|tous|toutes|chacune?)\s*$")
_ASKED = re.compile(r"\b(?:si|comment|pourquoi|quand|qui) (?:(?:le|la|les|des|une?|d'autres) |l')[^,;:.]{2,60}$")
"""A question, before who would be called to a body: ``demande si les parents y seront associés``."""
_BESIDE = re.compile(r"\s*(?:(?:egalement|aussi|desormais|de droit) )?aux cotes (?=d)")


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
    behind = words.cut(found.end())
    if persons := represented(behind, section) or (_deputed(behind, section) if "represente" in found[0] else []):
        return found.end(), persons
    begin = max((m.end() for m in _SUBJECT.finditer(text[: found.start()])), default=0)
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
    held = _HELD.match(said, end)
    end = held.end() if held is not None else end
    behind = upto(END_OF_LABELLED, words.cut(of_it.end())) if of_it else upto(END, words.cut(end))
    return list(listed(behind.cut(len(behind.text) - len(behind.text.lstrip(" :,"))), section))


def seated(behind: Passage, before: str, section: Section) -> list[Member]:
    """Return those who sit in a body as the words ``behind`` its name say: ``Au comité X siègent Y et Z``."""
    said = plain(behind.text)
    found = _SEATED.match(said) if _AT.fullmatch(before) else None
    if found is None:
        return []
    return list(listed(upto(END, behind.cut(found.end())), section))


def represented(words: Passage, section: Section) -> list[Member]:
    """Return by whom a party sits in a body: ``Au comité, la Ville est représentée par X``, ``en la personne de X``."""
    found = _REPRESENTED.search(plain(words.text))
    return known(listed(upto(END, words.cut(found.end())), section)) if found is not None else []


def _deputed(words: Passage, section: Section) -> list[Member]:
    """Return by whom a party sits in the body that stands between: ``est représentée au comité X par sa maire``."""
    found = _BY.search(plain(words.text))
    return known(listed(upto(END, words.cut(found.end())), section)) if found is not None else []


def leading(words: Passage, end: int, section: Section) -> list[Member]:
    """Return who leads the body whose name begins at ``end``: ``Présidé par X et Y, le comité ...``."""
    found = LEADS.search(plain(words.text)[:end])
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
    counted = words.text.find(": ", start) + 1
    if counted and (told := known(listed(upto(END_OF_LABELLED, words.cut(counted)), section))):
        return told  # ``Les signataires forment le comité : le président, la directrice``
    return known(listed(words.cut(0, found.start()), section))


def gathered(words: Passage, start: int, section: Section) -> list[Member]:
    """Return who is gathered in the body whose name begins at ``start``: ``Elle réunit X et Y en comité technique``."""
    text = plain(words.text)
    within = _WITHIN.search(text, 0, start)
    verb = _GATHERS.search(text, 0, within.start()) if within is not None else None
    return known(listed(words.cut(verb.end(), within.start()), section)) if verb and within else []


def meeting(words: Passage, start: int, section: Section) -> list[Member]:
    """Return who met in the body whose name ends at ``start``: ``lors du comité, X et Y se sont réunis``."""
    found = _MET.search(plain(words.text), start)
    if found is None:
        return []
    comma = words.text.find(",", start, found.start())
    return list(listed(words.cut(comma + 1 if comma >= 0 else start, found.start()), section))


def called(words: Passage, section: Section) -> Iterator[Member]:
    """Give who is called to a body, sits in it or leads it: ``X y siège aux côtés de Y``, ``X et Y le coprésident``.

    Of a party that others represent there these are told: ``La Ville y est représentée par X``.
    """
    text = plain(words.text)
    found = _CALLED.search(text)
    if found is None:
        return
    if (by := _BY.match(text, found.end() + 1)) is not None and "represente" in found[0]:
        yield from listed(upto(END, words.cut(by.end())), section)
        return
    begin = max(text.rfind(sign, 0, found.start()) for sign in ";:") + 1
    if _ASKED.search(text, begin, found.start()):
        return
    if not _PRONOUN.search(text, begin, found.start()):
        yield from listed(words.cut(begin, found.start()), section)
    if beside := _BESIDE.match(text, found.end()):
        yield from listed(upto(END, words.cut(beside.end())), section)


def with_whom(words: Passage, end: int) -> Iterator[Member]:
    """Give with whom something is done, before ``end``: ``avec l'ensemble des acteurs, ...``."""
    named = list(re.finditer(r"\bavec (?:la |le |les |l')?(?P<who>[^,;.()]{3,80})", plain(words.text)[:end]))
    if named:
        yield from member(words.cut(*named[-1].span("who")), "")
