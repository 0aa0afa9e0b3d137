"""Members: who sits in a body, from the sentence or the list that says so; no person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.resolve import bare
from loaders.vocabulary import words
from loaders.words.actor_splitting import kind_at
from loaders.words.enumerating import enumerated
from loaders.words.persons import without_persons
from loaders.words.wording import alternatives, plain, tidy

OPEN = re.compile(rf"(?:(?<=\W)|^){alternatives(words('instances', 'members'))}\s*:?\s*")
_LEADS = re.compile(rf"\b{alternatives(words('instances', 'leads'))}\s*")
_JOINT = re.compile(r"\s*,?(?:\s*\b(?:il|elle|et|qui))?\s*$")
_OFTEN = re.compile(rf"\W*{alternatives(words('instances', 'frequency'))}\W*")
_END = re.compile(rf"{alternatives(words('instances', 'end'))}|[.;](?=\s|$)")
_END_OF_LABELLED = re.compile(rf"{alternatives(words('instances', 'end'))}|\.(?=\s|$)")
_ATTEND = re.compile(rf"\b{alternatives(words('instances', 'attend'))}")
_MET = re.compile(rf"\b{alternatives(words('instances', 'met'))}")
_CALLED = re.compile(rf"\b{alternatives(words('instances', 'called'))}")
_OF = re.compile(r"^\W*(?:(?:de la\b|de l'|du\b|des\b|de\b|d'|aux?\b|a (?:la\b|l'))\s*|par (?:la |le |les |l')?)")
_ARTICLE = re.compile(r"^\W*(?:le|la|les|l'|un|une|des|du)\s*")
_REPRESENTED = re.compile(
    r"^(?P<head>\W*(?:(?:des|de|les|deux|un|une)\s+)?representant\w*(?:\s*\([^)]*\))?\s+)(?:de la|de l'|du|des|de|d')"
)
_OFFICES = re.compile(
    r"^\W*(?:(?:des|les|aux)\s+|d')?(?:maires|elue?s|president\w*s|direct\w+s|adjointe?s|habitante?s|agents|secretaires)\s+d[e']"
)
_OFFICE = re.compile(
    r"\W*(?:(?:le|la|l'|un|une)\s*)?(?:direct(?:eur|rice)|responsable|cheff?e?|adjointe?|vice-presidente?|conseill(?:er|ere)"
    r"|chargee?|coordinat(?:eur|rice)|elue?)\b[^,;]*\b(?:de la |de l'|du |a la |a l'|au )"
)
_SOME = re.compile(r"\W*(?:de|d')\s?(?:deux|trois|quatre|cinq|six|\d+|plusieurs|quelques) [a-z-]{3,}s\b(?<!\bans)")
_PLURAL = re.compile(r"\W*(?:de (?!la |l')|d')(?:deux |trois |quatre |plusieurs )?(?P<who>[a-z-]{3,}s)\b")
_PLACE = re.compile(r"^\W*(?:de\s+(?!la\b|l')|d')")
_LABEL = re.compile(r"^[^:,.]{2,60}?\s*:\s*(?=\S)")
_TELLS = re.compile(rf"\b{alternatives(words('instances', 'tells'))}\b")
_INSTITUTIONS = frozenset(
    ("caf", "msa", "departement", "epci", "commune", "etat", "cpam", "operateur", "association", "groupe")
)
_LONGEST = 160

Member = tuple[str, Passage]


def composed(words_: Passage, section: Section) -> Iterator[Member]:
    """Give the members in a sentence after ``composé de`` and the like; none where it only opens a list below it."""
    text = plain(words_.text)
    lead = _LEADS.search(text)
    opened = _opened(text) or lead
    if opened is None or text.rstrip().endswith(":"):
        return
    if lead is not None and lead.end() < opened.start():
        leaders = words_.cut(lead.end(), opened.start())
        yield from listed(leaders.cut(0, len(_JOINT.sub("", plain(leaders.text)))), section)
    often = _OFTEN.match(text, opened.end())
    start = often.end() if often else opened.end()
    closed = (_END_OF_LABELLED if text[:start].rstrip().endswith(":") else _END).search(text, start)
    yield from listed(words_.cut(start, closed.start() if closed else len(text)), section)


def opens(text: str) -> bool:
    """Whether ``text``, in plain letters, opens a list of members, or of those who lead."""
    return bool(OPEN.search(text) or _LEADS.search(text))


def _opened(text: str) -> re.Match[str] | None:
    """Return what opens a list of members; of two such words side by side (``constitué : y siègent``) the second."""
    found = None
    for opened in OPEN.finditer(text):
        if found is not None and opened.start() > found.end() + 1:
            break
        found = opened
    return found


def behind_name(words_: Passage, end: int, section: Section) -> Iterator[Member]:
    """Give the members that stand behind a body's name and a colon; a sentence about the body lists none."""
    rest = words_.cut(end)
    colon = rest.text.find(":")
    said = plain(rest.text[colon + 1 :])
    if colon >= 0 and said.strip() and not _OFTEN.match(said) and not _TELLS.search(said) and not OPEN.search(said):
        yield from listed(rest.cut(colon + 1, len(rest.text.rstrip(" ."))), section)


def item(words_: Passage, section: Section) -> Iterator[Member]:
    """Give the members that an item of a list names; ``Caf : a, b`` names a and b."""
    label = _LABEL.match(words_.text)
    yield from listed(words_.cut(label.end() if label else 0), section)


def listed(words_: Passage, section: Section) -> Iterator[Member]:
    """Give the members of an enumeration.

    What only goes on with the name before (``de l'enfance, de la jeunesse``) is no member; ``représentants de la Caf et
    de la Ville`` are representatives of both.
    """
    held: Passage | None = None
    shared = ""
    alike = _is_plural(words_)
    for part in enumerated(words_, section.gazetteer, section.territory):
        text = plain(part.text)
        own = _begins(part, text, section) and not (
            held is not None and (_shares(held, part, section) or _goes_on(held, part, section))
        )
        if held is not None and not (own or _SOME.match(text) or (alike and _is_plural(part))):
            held = words_.cut(words_.text.find(held.text), words_.text.find(part.text) + len(part.text))
            continue
        if held is not None:
            yield from _member(held, shared)
        head = _REPRESENTED.match(text)
        shared = "" if head or not shared or not _institution(part, section) else shared
        held = part
        if head:
            yield from _member(part, "")
            held, shared = None, part.text[: head.end("head")].strip()
    if held is not None:
        yield from _member(held, shared)


def _is_plural(part: Passage) -> bool:
    """Whether a piece is some persons without an article: ``d'élus``, ``de représentants de la Caf``."""
    found = _PLURAL.match(plain(part.text))
    return bool(found and part.text[found.start("who") :][:1].islower())


def attending(words_: Passage, section: Section) -> tuple[int, list[Member]]:
    """Return where a sentence says to which bodies someone goes, and who: ``X sera présent aux ...``; -1 for none."""
    text = plain(words_.text)
    found = _ATTEND.search(text)
    if found is None:
        return -1, []
    begin = max((m.end() for m in re.finditer(r",\s+(?=(?:le|la|les|l')\b)", text[: found.start()])), default=0)
    subject = words_.cut(begin, found.start())
    if "represente" in plain(subject.text):
        return found.end(), list(_member(subject, ""))
    return found.end(), list(listed(subject, section))


def meeting(words_: Passage, start: int, section: Section) -> list[Member]:
    """Return who met in the body whose name ends at ``start``: ``lors du comité, X et Y se sont réunis``."""
    found = _MET.search(plain(words_.text), start)
    if found is None:
        return []
    comma = words_.text.find(",", start, found.start())
    return list(listed(words_.cut(comma + 1 if comma >= 0 else start, found.start()), section))


def called(words_: Passage, section: Section) -> Iterator[Member]:
    """Give who is called to a body, or leads it: ``X et Y y sont conviés``, ``X et Y le coprésident``."""
    found = _CALLED.search(plain(words_.text))
    if found is not None:
        yield from listed(words_.cut(words_.text.rfind(";", 0, found.start()) + 1, found.start()), section)


def with_whom(words_: Passage, end: int) -> Iterator[Member]:
    """Give with whom something is done, before ``end``: ``avec l'ensemble des acteurs, ...``."""
    named = list(re.finditer(r"\bavec (?:la |le |les |l')?(?P<who>[^,;.()]{3,80})", plain(words_.text)[:end]))
    if named:
        yield from _member(words_.cut(*named[-1].span("who")), "")


def _begins(part: Passage, text: str, section: Section) -> bool:
    """Whether a piece of an enumeration is a member of its own, and no end of the one before."""
    rest = part.cut(found.end()) if (found := _OF.match(text)) else part
    if found and rest.text[:1].islower() and not kind_at(rest.text):
        return False
    return bool(
        section.gazetteer.actor(tidy(rest.text), section.territory, section.abbreviations).kind
        or rest.text[:1].isupper()
        or (not found and _ARTICLE.match(text))
    )


def _shares(held: Passage, part: Passage, section: Section) -> bool:
    """Whether a piece only names another place of the offices before it: ``les maires de X, de Y et Z``."""
    if not _OFFICES.match(plain(held.text)):
        return False
    return bool(_PLACE.match(plain(part.text)) or section.gazetteer.commune(tidy(part.text), section.territory))


def _goes_on(held: Passage, part: Passage, section: Section) -> bool:
    """Whether a piece names more of the office before it: ``directeur de l'éducation et de la famille``."""
    found = _OF.match(plain(part.text))
    if found is None or not _OFFICE.match(plain(held.text)) or not part.text[found.end() :][:1].islower():
        return False
    kind = section.gazetteer.actor(tidy(part.text[found.end() :]), section.territory, section.abbreviations).kind
    return not kind or (kind == "groupe" and len(part.text[found.end() :].split()) == 1)


def _institution(part: Passage, section: Section) -> bool:
    """Whether a piece names an institution after its preposition."""
    found = _OF.match(plain(part.text))
    if found is None:
        return False
    rest = part.cut(found.end()).text
    plural = _is_plural(part) or re.match(r"\W*(?:des\b|d'autres\b)", plain(part.text))
    return (
        not plural
        and section.gazetteer.actor(tidy(rest), section.territory, section.abbreviations).kind in _INSTITUTIONS
    )


def _member(part: Passage, shared: str) -> Iterator[Member]:
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
    if len(name) > 1 and len(name) <= _LONGEST and re.search(r"[^\W\d_]{2}", name):
        yield name, part
