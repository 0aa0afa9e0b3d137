"""Representing: by whom a party is represented and in what office, in whatever order and words an act says it."""

from __future__ import annotations

import re

from loaders.document import Passage
from loaders.remembering import remembered
from loaders.resolve import fold
from loaders.resolve.kinds import kinds
from loaders.vocabulary import words
from loaders.words.persons import persons_in
from loaders.words.wording import alternatives, plain, unstopped

ROLE = alternatives(words("parties", "roles"))
CIVIL = re.compile(r"\b(?:(?:monsieur|madame|mademoiselle|mme|mlle|mr|m)\b\.?\s*)(?=[^\W\d])")
_OFFICE = rf"(?:(?:son|sa|leur|le|la|l'|ses|leurs)\s*)?{ROLE}\b"
REPRESENTED = re.compile(
    rf"\b(?:{alternatives(words('parties', 'represented'))}"
    rf"|(?:dont|ayant (?:pour|comme)|par|en (?:sa |la )?qualite de|en tant que)\s+(?={_OFFICE})"
    rf"|par\s+(?=[^,;:()\d]{{4,40}},\s*{_OFFICE}))\s*:?\s*"
)
"""What leads to the person or the office: ``représentée par``, ``dont`` or ``par`` before an office or its holder."""

_APPOSED = re.compile(
    rf"(?:[,:(]|(?<=\s)-(?=\s))\s*(?={_OFFICE}|(?:monsieur|madame|m\.|mme)\s)"
    rf"|(?:\s:|\()\s*(?=[a-z][a-z' -]{{3,40}},\s*{_OFFICE})"
)
_MARKS = (",", ":", "(", " -")
_STOP = re.compile(alternatives(words("parties", "stops")))
_ROLE = re.compile(
    r"(?<![a-z]{3}-)\b(?:(?:son|sa|leur|le|la|ses|leurs)\s+)?"
    rf"(?P<role>{ROLE})\b(?:\s+(?:en exercice|respecti\w+))?"
)
"""An office; behind a hyphen it is a part of a surname: ``VIAL-MAIRE``."""
_CHARGE = r"(?:delegue|charge)(?:e|\(e\)|·e)?\b|en charge\b"
_COMPLEMENT = re.compile(
    rf"(?:\s+academique)?(?:,?\s+(?:{_CHARGE}))?\s+(?:(?:a la|aux?|de la|du|des|de|a)\s|(?:a l|de l|d)')"
    r"[^,;:()]*?(?=\s*(?:[,;:()]|$)|\s+(?:(?:monsieur|madame|mme\.?|mr?\.?)\s|(?:est|agissant|autoris\w+|dument|habilit\w+)\b))"
)
_WORD = r"[A-ZÀ-Ý][\w'’.-]*+(?!\s*:)"
_PERSON = re.compile(rf"{_WORD}(?:\s+(?:(?:de|du|des|la|le|d['’])\s*)*{_WORD}){{0,4}}")
_NAMED = re.compile(rf",\s+{_WORD}(?:\s+(?:(?:de|du|des|la|le|d['’])\s*)*{_WORD}){{1,4}}(?=,)")
"""A name of several words between commas: a person's where an office follows, known for a name or not."""
_HELD = re.compile(rf",\s*{_OFFICE}")
_ALSO = re.compile(rf"[\s,)]*(?:et|ainsi que)\s+(?:par\s+)?(?={CIVIL.pattern}|{_OFFICE})")
_STOPPED = re.compile(r"(?<=[^\W\d_]{3})\.\s")
_NEXT_TO = re.compile(r"[\s,:(–—-]*(?:est\s+)?")
_BARE = re.compile(rf"\W*(?:(?:le|la|son|sa)\s+)?{ROLE}\W*")
_HOLDER = re.compile(
    rf"\W*(?P<who>[^,;:()\d]{{4,50}}?)(?:,\s*|\s+[–—-]\s+)(?:(?:le|la|son|sa)\s+)?{ROLE}\b[^;:]{{0,80}}$"
)
_NOTHING = Passage(())


def representation(entry: Passage, name_end: int = 0) -> tuple[Passage, Passage]:
    """Return who represents the party of ``entry`` (its name ends at ``name_end``), and in what office.

    What is not printed is empty. A person without a civility is one where the name stands next to the office or to
    what leads there.
    """
    text = plain(entry.text)
    told = REPRESENTED.search(text, name_end)
    start = told.start() if told else said_at(entry, name_end)
    if start is None:
        return _NOTHING, _NOTHING
    return _holder(entry, told.end() if told else start + 1)


def also_representing(entry: Passage, first: tuple[Passage, Passage]) -> tuple[tuple[Passage, Passage], ...]:
    """Return those who represent the party of ``entry`` with the ``first``, each with an office."""
    found = []
    while all(first) and (joint := _ALSO.match(plain(entry.text), _end_of(entry.text, first))) is not None:
        entry = entry.cut(joint.end())
        first = _holder(entry, 0)
        found.append(first)
    return tuple(one for one in found if all(one))


def _end_of(text: str, told: tuple[Passage, Passage]) -> int:
    """Return where a text has said who represents its party, and in what office."""
    who, office_ = (text.find(said.text) + len(said.text) for said in told)
    return max(who, office_)


def _holder(entry: Passage, begin: int) -> tuple[Passage, Passage]:
    """Return the first person and the first office that an entry names from ``begin`` on."""
    text = plain(entry.text)
    stop = _STOP.search(text, begin)
    limit = stop.start() if stop else len(text)
    office = _ROLE.search(text, begin, limit)
    if office is None:
        return person(entry.cut(begin, limit)), _NOTHING
    end = office_end(text, office, limit)
    before, after = entry.cut(begin, office.start()), entry.cut(end, limit)
    named = (before and person(before)) or _beside(after) or person(after, sure=True)
    return named, unstopped(entry.cut(office.start("role"), end))


def said_at(entry: Passage, start: int = 0) -> int | None:
    """Return where ``entry`` begins to say who represents its party, None where it does not."""
    text = plain(entry.text)
    told = [found.start() for cue in (REPRESENTED, _APPOSED) if (found := cue.search(text, start))]
    leads = [text[:begin].rstrip() for begin, _ in persons_in(entry.text) if begin > start]
    told += [len(lead) - 1 for lead in leads if lead.endswith(_MARKS)]
    told += [found.start() for found in _NAMED.finditer(entry.text, start) if _HELD.match(text, found.end())]
    return min(told, default=None)


def person(words_: Passage, *, sure: bool = False) -> Passage:
    """Return the name of the person in ``words_``: after a civility, else one that is known for a name.

    Else, unless only what is ``sure`` counts, the first capitalised words that are no office and no organisation.
    """
    text = plain(words_.text)
    for civil in CIVIL.finditer(text):
        if named := _PERSON.match(words_.text, civil.end()):
            return _officeless(words_.cut(*named.span()))
    if known := next(iter(persons_in(words_.text)), None):
        return _officeless(words_.cut(*known))
    for named in () if sure else _PERSON.finditer(words_.text):
        told = _officeless(words_.cut(*named.span()))
        if " " in told.text and not _is_body(told.text):
            return told
    return _NOTHING


@remembered(4_096)
def is_holder(line: Passage) -> bool:
    """Whether a line names but a person and the office held, or a known person: ``Anne VIAL, présidente``."""
    told = _HOLDER.match(plain(line.text))
    if told is None:
        return any(span == (0, len(line.text.strip(" ,."))) for span in persons_in(line.text))
    who = line.cut(*told.span("who"))
    return person(who).text == who.text


def is_office(line: Passage) -> bool:
    """Whether a line is but an office: ``Président``."""
    return _BARE.fullmatch(plain(line.text)) is not None


def office(words_: Passage) -> Passage:
    """Return the first office that ``words_`` name, with what it is the office of."""
    text = plain(words_.text)
    found = _ROLE.search(text)
    return unstopped(words_.cut(found.start("role"), office_end(text, found, len(text)))) if found else _NOTHING


def office_end(text: str, office_: re.Match[str], limit: int) -> int:
    """Return where an office in ``text`` ends, with whatever it is of: ``Président du Conseil départemental``."""
    whole = _COMPLEMENT.match(text, office_.end("role"), limit)
    return whole.end() if whole else office_.end("role")


def _beside(words_: Passage) -> Passage:
    """Return the person with whose name ``words_`` begin, behind punctuation alone."""
    skipped = _NEXT_TO.match(plain(words_.text))
    rest = words_.cut(skipped.end() if skipped else 0)
    begins = CIVIL.match(plain(rest.text)) or _PERSON.match(rest.text)
    return person(rest.cut(0, begins.end() + len(_first_part(rest.text[begins.end() :])))) if begins else _NOTHING


def _first_part(text: str) -> str:
    """Return ``text`` up to its first comma, bracket or semicolon."""
    return re.split(r"[,;()]", text, maxsplit=1)[0]


def _officeless(named: Passage) -> Passage:
    """Cut a name where an office begins that is printed with a capital, ``Jean VIAL Président``, or a sentence ends."""
    found = _ROLE.search(plain(named.text)) or _STOPPED.search(named.text)
    return named.cut(0, found.start()) if found else named


def _is_body(text: str) -> bool:
    """Whether capitalised words are the name of a body or a place, not a person's."""
    return kinds().head(fold(text)) is not None
