"""Party sentences: who signs a convention as a sentence says it: ``signée entre ...``, ``à signer avec ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.acts.agreements import Agreement
from loaders.acts.convention_cues import MENTION
from loaders.acts.party import HEAD, Party, read_party
from loaders.acts.party_joints import PARTY_HEAD, running_on
from loaders.acts.representing import ROLE
from loaders.acts.section import Section
from loaders.acts.splitting import words_of
from loaders.acts.statements import Statement
from loaders.document import Passage
from loaders.readers.amendments.reader import joining, speaking_of_avenants
from loaders.readers.deliberations.reader import SIGNING, decided, decision, decision_zone
from loaders.readers.parties.adopters import Adopter, adopter_of
from loaders.readers.parties.listing import listed, listed_parties, tabled_parties
from loaders.resolve import ResolvedActor
from loaders.vocabulary import groups
from loaders.words.dates import find_dates
from loaders.words.enumerating import enumerated
from loaders.words.wording import alternatives, plain, sentences, tidy
from maillage.reference import Territory

_OPEN, _WEAK = (
    re.compile(alternatives(groups("parties", "sentence")[cue]) + r"(?:,[^,;.:]{2,60},)?\s+")
    for cue in ("open", "weak")
)
_CLOSE = re.compile(rf"(?:^|(?<=\W)){alternatives(groups('parties', 'sentence')['close'])}")
_SUBJECT = re.compile(rf"\b{alternatives(groups('parties', 'sentence')['subject'])}")
_COMMUNES_OF = re.compile(r"\W*(?:(?:les\s+)?communes\s+)?(?:de\s+|d')")
_LED = re.compile(
    rf"(?:par |avec )?(?:(?:le |la |l')?{ROLE} (?:du |de la |de l'|des )"
    r"(?=communaute|caf\b|caisse|msa\b|mutualite|departement|conseil|agglomeration|metropole|ccas\b|cias\b|cc\b|ca\b))?"
)
_OBJECT = re.compile(rf"{MENTION.pattern}|\b(?:la|cette|ladite|presente) convention\b(?! d[e'u])")
_SUBJECT_OF_IT = re.compile(rf"\b{alternatives(groups('parties', 'sentence')['subject_of_it'])}")
_WITH = re.compile(r"\W*avec\s+")
_AND_WITH = re.compile(
    rf"\s+avec\s+(?=(?:la|le|les)\s|l')|\s+a\s+(?=(?:la\s|l'\s?){PARTY_HEAD})|\s+aux?\s+(?={PARTY_HEAD})"
)
_ACRONYM = re.compile(r"\b[A-Z]{2}[A-Za-z0-9]*\b")
_OF_EACH = re.compile(r"(?:du|des|de la|de l'|de)\b\s*")
_SIGNS_AVENANT = re.compile(
    r"\bsigner (?:l'|un |cet |ledit |le present )avenant\b(?:\W*n\W{0,3}(?P<number>\d(?:[\w./-]*\w)?))?"
)
_THAT = re.compile(r"\bqu(?:e\s+|')")
_SEVERAL = re.compile(r"\bconventions territoriales globales\b|\b(?:les|des|aux) ctg\b")
_GROUP = re.compile(r"\W*(?:(?:les|ses|leurs|des)\s+)?(?:\d+\s+|\w+\s+)?communes\b(?!\s+(?:de\s|d')(?!la\b|l'))")
_GROUP_BEFORE = re.compile(rf"(?P<group>{_GROUP.pattern}[^:]{{0,60}}?)\s*:\s*")


@dataclass(frozen=True, slots=True)
class Signing:
    """The parties that a sentence names for one instrument (``convention``, or the number of an avenant).

    ``represented`` are those of them of which it says who represents them.
    """

    convention: str
    act: str
    territory: Territory | None = None
    members: tuple[Passage, ...] = ()
    adopter: Adopter | None = None
    represented: tuple[Party, ...] = ()


def signings(section: Section) -> Iterator[Signing]:
    """Give, for each convention that the act speaks of, those who are said to sign it."""
    taken = decided(section) if section.kind == "deliberation" and SIGNING in decision(section).names else []
    adopter = adopter_of(section) if taken else None
    shared = _shared(section) if len(taken) > 1 else []
    for agreement in section.agreements:
        said = _said(section, agreement)
        told = _represented(section, agreement)
        if agreement in taken and not said:
            said[_instrument_of(section, agreement)] = [*shared, *_own_epci(section, agreement)]
        if entering := _entering(section, agreement):
            said[agreement.avenant] = [*said.get(agreement.avenant, ()), *entering]
        if adopter is not None and agreement in taken:
            act = _instrument_of(section, agreement)
            members = tuple(said.pop(act, ()))
            yield Signing(agreement.key, act, agreement.territory, members, adopter, tuple(told.get(act, ())))
        for act, others in said.items():
            yield Signing(agreement.key, act, agreement.territory, tuple(others), None, tuple(told.get(act, ())))


def _entering(section: Section, agreement: Agreement) -> list[Passage]:
    """Return those whom the avenant of which a deliberation tells brings in: they sign it."""
    if section.kind != "deliberation" or not agreement.avenant or len(section.agreements) > 1:
        return []
    told = ((words, plain(words.text)) for words in speaking_of_avenants(section))
    return [name for words, text in told for _, name in joining(section, words, text)]


def is_group(name: Passage) -> bool:
    """Whether a name is that of a class of communes: ``les communes membres``."""
    return bool(_GROUP.match(plain(name.text)))


def bare_commune(section: Section, said: Signing, name: Passage) -> ResolvedActor | None:
    """Return the commune that a member's name is, where communes are announced before it: ``Trois communes, X``."""
    index = said.members.index(name)
    if not any(map(is_group, said.members[:index])) or not name.text[:1].isupper():
        return None
    commune = section.gazetteer.commune(tidy(name.text).rstrip("."), said.territory or section.territory)
    return ResolvedActor(tidy(name.text).rstrip("."), "commune", commune.code) if commune is not None else None


def _said(section: Section, agreement: Agreement) -> dict[str, list[Passage]]:
    """Return the parties that the statements about one agreement name, by the instrument that they sign."""
    said: dict[str, list[Passage]] = {}
    for cue in (_OPEN, _WEAK):
        for statement in agreement.statements:
            for name in _members(section, statement.words, plain(statement.words.text), cue):
                said.setdefault(_instrument(agreement, statement), []).append(name)
        if said:
            break
    if agreement.main and section.kind == "deliberation" and (below := list(listed(section))):
        act = _instrument_of(section, agreement)
        said[act] = [*below, *said.get(act, ())]
    return said


def _represented(section: Section, agreement: Agreement) -> dict[str, list[Party]]:
    """Return, by the instrument, the parties of which the statements about one agreement say who represents them."""
    told: dict[str, list[Party]] = {}
    for statement in agreement.statements:
        text = plain(statement.words.text)
        opened = _OPEN.search(text)
        if opened is not None and "represente" in text[opened.end() :]:
            parties = (read_party(entry) for entry in running_on(statement.words.cut(opened.end())))
            told.setdefault(_instrument(agreement, statement), []).extend(parties)
    if agreement.main and section.kind == "deliberation":
        told.setdefault(_instrument_of(section, agreement), []).extend(
            (*listed_parties(section), *tabled_parties(section))
        )
    return {act: [party for party in parties if party.role] for act, parties in told.items()}


def _shared(section: Section) -> list[Passage]:
    """Return the parties that a sentence names for all the conventions of an act at once."""
    return [
        name
        for block in section.blocks
        for words in sentences(words_of(block))
        if _SEVERAL.search(plain(words.text))
        for name in _members(section, words, plain(words.text), _OPEN)
    ]


def _own_epci(section: Section, agreement: Agreement) -> Iterator[Passage]:
    """Give the EPCI by whose name a convention goes, in an act of somebody else: it is party to its own convention."""
    home = section.head.home
    if agreement.territory is None or agreement.territory.kind != "epci" or agreement.territory == home:
        return
    for statement in agreement.statements:
        if statement.named is not None and " " in statement.named.printed:
            yield statement.words.cut(statement.named.start, statement.named.end)
            return


def _instrument_of(section: Section, agreement: Agreement) -> str:
    """Return what the act authorises to sign: the avenant where it says so, else what it says of the agreement."""
    zone = " ".join(plain(words.text) for words in decision_zone(section.blocks))
    signed = _SIGNS_AVENANT.search(zone) if section.kind == "deliberation" else None
    if signed is not None and (number := signed["number"] or agreement.avenant):
        return number
    return (agreement.avenant or "convention") if agreement.says("amended") else "convention"


def _instrument(agreement: Agreement, statement: Statement) -> str:
    """Return what is signed: the avenant by its number where a statement is about one, else the convention."""
    return (agreement.avenant or "convention") if statement.amended else "convention"


def _members(section: Section, words: Passage, text: str, cue: re.Pattern[str]) -> Iterator[Passage]:
    """Give the names that a sentence lists after ``entre``, ``par`` or ``avec``, or closes with ``ont signé``."""
    opened = cue.search(text)
    if cue is _OPEN:
        acting, end = _subjects(section, words, text) if opened is None else ((), 0)
        yield from acting
        opened = _WEAK.search(text, end) if end else opened
        if (of_it := _SUBJECT_OF_IT.search(text)) is not None:
            yield from enumerated(words.cut(0, of_it.start()), section.gazetteer, section.territory)
            opened = _WITH.match(text, of_it.end())
    if opened is not None:
        closed = _CLOSE.search(text, opened.end() + 3)
        yield from _enumerated(section, words.cut(opened.end(), closed.start() if closed else len(text)))


def _subjects(section: Section, words: Passage, text: str) -> tuple[tuple[Passage, ...], int]:
    """Return those who sign, named before what they do (``X et Y ont signé la convention``), and where that ends."""
    acted = _SUBJECT.search(text)
    if acted is None or not _OBJECT.search(text, acted.end()):
        return (), 0
    begin = max((found.end() for found in _THAT.finditer(text, 0, acted.start())), default=0)
    begin = max((dated.end for dated in find_dates(words.text) if dated.end <= acted.start()), default=begin)
    names = tuple(enumerated(words.cut(begin, acted.start()), section.gazetteer, section.territory))
    return names if any(map(_is_body, names)) else (), acted.end()


def _enumerated(section: Section, whole: Passage) -> Iterator[Passage]:
    """Give the names of an enumeration, each without what leads to it; before communes, what these are called."""
    parts = [part for side in _sides(whole) for part in enumerated(side, section.gazetteer, section.territory)]
    beside = bool(parts) and _OF_EACH.match(plain(parts[0].text)) is not None  # ``aux côtés de la Caf, de X et du Y``
    for name in parts:
        led = (beside and _OF_EACH.match(plain(name.text))) or _LED.match(plain(name.text))
        name = name.cut(led.end()) if led else name
        if (announced := _GROUP_BEFORE.match(plain(name.text))) is not None:
            yield name.cut(0, announced.end("group"))
            name = name.cut(announced.end())
        of = _COMMUNES_OF.match(plain(name.text))
        yield name.cut(of.end()) if of and name.text[of.end() :][:1].isupper() else name


def _is_body(name: Passage) -> bool:
    """Whether a name says that it is a body's, by its first word or an acronym; ``le Trièves a signé`` names none."""
    return bool(HEAD.match(plain(name.text)) or _ACRONYM.search(name.text))


def _sides(words: Passage) -> Iterator[Passage]:
    """Give the two sides of ``A et B avec C``, ``A à C``."""
    found = _AND_WITH.search(plain(words.text))
    yield words.cut(0, found.start()) if found else words
    if found:
        yield words.cut(found.end())
