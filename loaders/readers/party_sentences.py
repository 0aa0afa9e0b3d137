"""Party sentences: who signs a convention as a sentence says it: ``signée entre ...``, ``à signer avec ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.document import Passage
from loaders.readers.agreements import Agreement
from loaders.readers.deliberations import SIGNING, decided, decision
from loaders.readers.enumerating import enumerated
from loaders.readers.naming import communes, epcis
from loaders.readers.party import Party
from loaders.readers.section import Section
from loaders.readers.splitting import is_title, words_of
from loaders.readers.wording import alternatives, plain
from loaders.vocabulary import groups
from maillage.reference import Territory

_OPEN = re.compile(alternatives(groups("parties", "sentence")["open"]) + r"\s+")
_CLOSE = re.compile(rf"(?:^|(?<=\W)){alternatives(groups('parties', 'sentence')['close'])}")
_AVENANT = re.compile(r"\bavenant\W*(?:n\s?[°ºo]\s?\.?\s*)?(?P<number>\d[\w./-]*)")
_NOTHING = Passage(())


@dataclass(frozen=True, slots=True)
class Adopter:
    """The collectivité that authorises its signature: its name, and its mayor or president."""

    name: Passage
    kind: str
    code: str
    party: Party


@dataclass(frozen=True, slots=True)
class Signing:
    """The parties that a sentence names for one instrument (``convention``, or the number of an avenant)."""

    convention: str
    act: str
    members: tuple[Passage, ...] = ()
    adopter: Adopter | None = None


def signings(section: Section) -> Iterator[Signing]:
    """Give, for each convention that the act speaks of, those who are said to sign it."""
    taken = decided(section) if section.kind == "deliberation" and SIGNING in decision(section).names else []
    adopter = _adopter(section) if taken else None
    for agreement in section.agreements:
        signing = _signing(section, agreement)
        if adopter is not None and agreement in taken:
            signing = Signing(signing.convention, signing.act, signing.members, adopter)
        if signing.members or signing.adopter:
            yield signing


def _signing(section: Section, agreement: Agreement) -> Signing:
    """Return the parties that the statements about one agreement name."""
    members: list[Passage] = []
    act = "convention"
    for statement in agreement.statements:
        text = plain(statement.words.text)
        if statement.amended and (found := _AVENANT.search(text)):
            act = found["number"]
        members += _members(section, statement.words, text)
    return Signing(agreement.key, act, tuple(dict.fromkeys(members)))


def _members(section: Section, words: Passage, text: str) -> Iterator[Passage]:
    """Give the names in the list that a sentence opens with ``entre``, ``par`` or ``avec``."""
    opened = _OPEN.search(text)
    if opened is None:
        return
    closed = _CLOSE.search(text, opened.end() + 3)
    whole = words.cut(opened.end(), closed.start() if closed else len(text))
    yield from enumerated(whole, section.gazetteer, section.territory)


def _adopter(section: Section) -> Adopter | None:
    """Return the collectivité that deliberates, as its own text names it, with its mayor or president."""
    head = section.head
    if head.home is None:
        return None
    name = own_name(section, head.home)
    chair = Party(head.chair, name, head.chair, head.chair_role)
    return Adopter(name, head.home.kind, head.home.code, chair)


def own_name(section: Section, home: Territory) -> Passage:
    """Return the name of the adopting collectivité: as a sentence prints it, else as its letterhead does."""
    finder = epcis if home.kind == "epci" else communes
    for block in section.blocks:
        words = words_of(block)
        if home.kind == "departement":
            found = re.search(r"\bdepartement d[eu'][^,;.\n]{2,40}$", plain(words.text))
            if found and section.gazetteer.departement(words.text[found.start() :]) == home:
                return words.cut(found.start())
        elif not is_title(block):
            for named in finder(words.text, section.gazetteer, section.territory):
                if named.territory == home and " " in named.printed:
                    return words.cut(named.start, named.end)
    return _bare_name(section, home)


def _bare_name(section: Section, home: Territory) -> Passage:
    """Return the name alone out of ``VILLE DE X``."""
    housed = section.head.housed
    found = re.match(r"\W*(?:ville|commune|mairie)\s+(?:de\s+la\s+(?=$)|de\s+|d')", plain(housed.text))
    return housed.cut(found.end()) if found else housed
