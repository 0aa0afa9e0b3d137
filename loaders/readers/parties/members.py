"""Members: the names that a sentence about a convention lists as those who sign it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.convention_cues import MENTION
from loaders.acts.party import HEAD
from loaders.acts.party_joints import PARTY_HEAD
from loaders.acts.representing import CIVIL, ROLE
from loaders.acts.section import Section
from loaders.document import Passage
from loaders.vocabulary import groups
from loaders.words.dates import find_dates
from loaders.words.enumerating import enumerated
from loaders.words.wording import alternatives, plain, without

_NAMED_ENTRE = r"(?!(?:(?<=\bcommunes entre)|(?<=\bcc entre)|(?<=\bagglomeration entre)) (?!l[ae]s? |l'))"
"""An EPCI's name can begin with the word: ``la communauté de communes Entre Dore et Allier``."""
OPEN, WEAK = (
    re.compile(alternatives(groups("parties", "sentence")[cue]) + _NAMED_ENTRE + r"(?:,[^,;.:]{2,60},)?\s+")
    for cue in ("open", "weak")
)
_CLOSE = re.compile(rf"(?:^|(?<=\W)){alternatives(groups('parties', 'sentence')['close'])}")
_THAT_IS = r"(?:a savoir|soit|c'est-a-dire)"
_WHICH = re.compile(rf"\bcommunes (?:qui|dont|ou) [^,;.:]{{3,80}}?(?:\s?:|,?\s{_THAT_IS})\s")
SUBJECT = re.compile(rf"\b{alternatives(groups('parties', 'sentence')['subject'])}")
_COMMUNES_OF = re.compile(r"\W*(?:(?:les\s+)?communes\s+)?(?:de\s+|d')")
_LED = re.compile(
    rf"(?:{_THAT_IS}\s(?::\s*)?)?(?:par |avec )?(?:(?:le |la |l')?{ROLE} (?:du |de la |de l'|des )"
    r"(?=communaute|caf\b|caisse|msa\b|mutualite|departement|conseil|agglomeration|metropole|ccas\b|cias\b|cc\b|ca\b))?"
)
_OBJECT = re.compile(rf"{MENTION.pattern}|\b(?:la|cette|ladite|presente) convention\b(?! d[e'u])")
_SUBJECT_OF_IT = re.compile(rf"\b{alternatives(groups('parties', 'sentence')['subject_of_it'])}")
_WITH = re.compile(r"\W*avec\s+")
_AND_WITH = re.compile(
    rf"\s+avec\s+(?=(?:la|le|les)\s|l')|\s+a\s+(?=(?:la\s|l'\s?){PARTY_HEAD})|\s+aux?\s+(?={PARTY_HEAD})"
)
_JOINED = re.compile(
    r",? (?:rejointe?s? par|(?:a laquelle|auquel|auxquels|auxquelles) (?:"
    r"(?:se sont|s'est|s'etaient) (?:\w+ )?(?:associe|joint|rallie)e?s?"
    r"|(?:ont|a|avaient) (?:\w+ )?(?:adhere|pris part)))"
    rf"(?: (?:egalement|aussi|ensuite))? (?=(?:la |les? |l')?(?:\w+ )?{PARTY_HEAD})"
)
_WHO_JOINED = re.compile(
    rf",? qu(?:e |')(?=(?:la |les? |l')?(?:\w+ )?{PARTY_HEAD})(?P<names>[^;.:]{{3,200}}?)"
    r" (?:ont|a|avaient) (?:\w+ )?(?:rejointe?|cosignee?|contresignee?|ralliee?)\b"
)
_ACRONYM = re.compile(r"\b[A-Z]{2}[A-Za-z0-9]*\b")
_OF_EACH = re.compile(r"(?:du|des|de la|de l'|de)\b\s*")
_THAT = re.compile(r"\bqu(?:e\s+|')")
_ASIDE = re.compile(
    r",\s+(?:qui|dont|laquelle|lequel|competente?|chargee?|porteuse|gestionnaire|partenaire)\b[^,;:()]{3,120}"
    r"(?=,?\s*(?:,|\bet\b|\bainsi qu[e'])\s*(?:et )?(?:par |avec |de |d')?"
    rf"(?:la |le |les |l'|aux? |du |des )?{PARTY_HEAD})"
)
"""What a sentence says of a party before it names the next: ``, qui gère ...,``."""
_CLASS_OF = re.compile(
    r"(?:(?<=\bet )|(?<=, )|^)(?:l?es |des |ses |certaines )?(?:\w+ )?communes\b[^,;:.()]{0,60}, "
    r"(?:dont|parmi lesquelles|au (?:nombre|rang) desquelles (?:figure|se trouve|compte)(?:nt)?) (?:notamment )?"
)
"""A class of communes before those of it that a sentence names: ``et plusieurs communes, dont ``."""
_YEARS = re.compile(r"(?:de |entre )?(?:19|20)\d\d (?:a|et) (?:19|20)\d\d,? ")
HOLDER = re.compile(rf"\((?:{CIVIL.pattern})?[^(),]{{3,50}}, (?:son |sa |le |la )?{ROLE}[^()]{{0,60}}\)")
"""Who represents the party behind whose name it stands in brackets: ``(Anne Roux, présidente)``."""
_GROUP = re.compile(
    r"\W*(?:(?:chacune\s+(?:de\s+)?|toutes\s+)?(?:les|ses|leurs|des)\s+)?(?:\d+\s+|[\w-]+\s+)?communes\b"
    r"(?!\s+(?:de\s|d')(?!la\b|l'))"
)
_IN_BRACKETS = re.compile(r"\s*\((?P<names>[^()]+(?:,| et )[^()]+)\)\s*$")
_OF_ANOTHER = re.compile(r"\b(?:conventions? d'objectifs|cog)\b[^.;:]{0,60}$")
"""Another convention, right before who has concluded it: ``la COG conclue entre l'État et la Cnaf``."""
_NEAR = 90

_GROUP_BEFORE = re.compile(rf"(?P<group>{_GROUP.pattern}[^:]{{0,60}}?)(?:\s*:\s*|\s{_THAT_IS}\s(?::\s*)?)")


def is_group(name: Passage) -> bool:
    """Whether a name is that of a class of communes: ``les communes membres``."""
    return bool(_GROUP.match(plain(name.text)))


def one_by_one(section: Section, name: Passage) -> Iterator[Passage]:
    """Give ``name``, then the communes that brackets list behind a class of them: ``les deux communes (X et Y)``."""
    listed = _IN_BRACKETS.search(name.text) if is_group(name) else None
    yield name if listed is None else name.cut(0, listed.start())
    if listed is not None:
        yield from enumerated(name.cut(*listed.span("names")), section.gazetteer, section.territory)


def members(section: Section, words: Passage, text: str, cue: re.Pattern[str]) -> Iterator[Passage]:
    """Give the names that a sentence lists after ``entre``, ``par`` or ``avec``, or closes with ``ont signé``."""
    opened = next((found for found in cue.finditer(text) if not _of_another(text, found.start())), None)
    if cue is OPEN:
        acting, end = _subjects(section, words, text)
        if opened is None or 0 < end <= opened.end():
            yield from acting
        opened = opened or (WEAK.search(text, end) if end else None)
        if (of_it := _SUBJECT_OF_IT.search(text)) is not None:
            yield from enumerated(words.cut(0, of_it.start()), section.gazetteer, section.territory)
            opened = _WITH.match(text, of_it.end())
        yield from _joining(section, words, text)
    if opened is not None:
        years = _YEARS.match(text, opened.end())
        behind = without(_named_of(words.cut((years or opened).end())), _ASIDE)
        yield from _enumerated(section, behind.cut(0, _end(plain(behind.text), 3)))


def _of_another(text: str, start: int) -> bool:
    """Tell whether what stands at ``start`` is said of another convention: ``la COG conclue entre ...``."""
    return _OF_ANOTHER.search(text, max(0, start - _NEAR), start) is not None


def _joining(section: Section, words: Passage, text: str) -> Iterator[Passage]:
    """Give those of whom a sentence says besides that they joined: ``à laquelle se sont associées X et Y``."""
    if (joined := _JOINED.search(text)) is not None:
        yield from _enumerated(section, words.cut(joined.end(), _end(text, joined.end())))
    elif (joined := _WHO_JOINED.search(text)) is not None:
        yield from _enumerated(section, words.cut(*joined.span("names")))


def _named_of(words: Passage) -> Passage:
    """Return ``words`` without a class of communes before those of it that they name."""
    found = _CLASS_OF.search(plain(words.text))
    if found is None or not (words.text[found.end() :][:1].isupper() or HEAD.match(plain(words.text[found.end() :]))):
        return words
    return words.cut(0, found.start()) + words.cut(found.end())


def _end(text: str, start: int) -> int:
    """Return where the names of a sentence end that begin at ``start``: not where it says which communes it names."""
    said = _WHICH.search(text, start)
    closing = (found.start() for found in _CLOSE.finditer(text, start))
    return next((end for end in closing if said is None or not said.start() < end < said.end()), len(text))


def _subjects(section: Section, words: Passage, text: str) -> tuple[tuple[Passage, ...], int]:
    """Return those who sign, named before what they do (``X et Y ont signé la convention``), and where that ends."""
    acted = SUBJECT.search(text)
    if acted is None or not _OBJECT.search(text, acted.end()):
        return (), 0
    begin = max((found.end() for found in _THAT.finditer(text, 0, acted.start())), default=0)
    begin = max((dated.end for dated in find_dates(words.text) if dated.end <= acted.start()), default=begin)
    names = tuple(enumerated(words.cut(begin, acted.start()), section.gazetteer, section.territory))
    return tuple(map(_without_group, names)) if any(map(_is_body, names)) else (), acted.end()


def _enumerated(section: Section, whole: Passage) -> Iterator[Passage]:
    """Give the names of an enumeration, each without what leads to it; before communes, what these are called."""
    parts = [part for side in _sides(whole) for part in enumerated(side, section.gazetteer, section.territory)]
    beside = bool(parts) and _OF_EACH.match(plain(parts[0].text)) is not None  # ``aux côtés de la Caf, de X et du Y``
    for name in parts:
        led = (beside and _OF_EACH.match(plain(name.text))) or _LED.match(plain(name.text))
        name = name.cut(led.end()) if led else name
        name = name.cut(0, held.start()) if (held := HOLDER.search(plain(name.text))) else name
        if (announced := _GROUP_BEFORE.match(plain(name.text))) is not None:
            yield name.cut(0, announced.end("group"))
            name = name.cut(announced.end())
        yield from one_by_one(section, _without_group(name))


def _without_group(name: Passage) -> Passage:
    """Return a commune's name without what leads to the first of several: ``Les communes de X``, ``d'Y``."""
    of = _COMMUNES_OF.match(plain(name.text))
    return name.cut(of.end()) if of and name.text[of.end() :][:1].isupper() else name


def _is_body(name: Passage) -> bool:
    """Whether a name says that it is a body's, by its first word or an acronym; ``le Trièves a signé`` names none."""
    return bool(HEAD.match(plain(name.text)) or _ACRONYM.search(name.text))


def _sides(words: Passage) -> Iterator[Passage]:
    """Give the two sides of ``A et B avec C``, ``A à C``."""
    found = _AND_WITH.search(plain(words.text))
    yield words.cut(0, found.start()) if found else words
    if found:
        yield words.cut(found.end())
