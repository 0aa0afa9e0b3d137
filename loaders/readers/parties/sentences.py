"""Party sentences: who signs a convention as a sentence says it: ``signée entre ...``, ``à signer avec ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.acts.agreements import Agreement
from loaders.acts.party import Party, read_party
from loaders.acts.party_joints import running_on
from loaders.acts.section import Section
from loaders.acts.splitting import words_of
from loaders.acts.statements import Statement
from loaders.document import Passage
from loaders.readers.amendments.joining import joining, speaking_of_avenants
from loaders.readers.deliberations.avenants import avenants_to_sign
from loaders.readers.deliberations.reader import SEVERAL, SIGNING, decided, decision, decision_zone
from loaders.readers.parties.acting_for import acting_for
from loaders.readers.parties.adopters import Adopter, adopter_of
from loaders.readers.parties.bound import bound
from loaders.readers.parties.listing import listed, listed_parties, tabled_parties
from loaders.readers.parties.members import HOLDER, OPEN, WEAK, is_group, members
from loaders.readers.parties.rostered import rostered
from loaders.readers.parties.uniting import is_about_one, united
from loaders.resolve import ResolvedActor
from loaders.words.wording import plain, sentences, tidy
from maillage.reference import Territory

_AVENANT_BETWEEN = re.compile(
    r"^\W*(?:(?:le |ce |cet |ledit |l'|un )(?:projet d'|present )?)avenant\b[^.;:]{0,60}?"
    r"\b(?:conclu|signe|passe|etabli)\w*[^.;:]{0,60}?\b(?:entre|par|avec)\s+"
)
_WHO_SIGNS = re.compile(rf"represente|{HOLDER.pattern}")
_SIGN_IT = re.compile(r"\b(?:a|de|pour) (?:la|le|l')\s?signer\b[^.;,]{0,40}\b(?:avec\s+|aux cotes (?=d))")


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
        if agreement in taken and (len(taken) > 1 or not said):
            act = _instrument_of(section, agreement)
            said[act] = [*(said.get(act) or shared), *_own_epci(section, agreement)]
        if of_avenant := _of_avenant(section, agreement, adopter):
            act = _instrument_of(section, agreement)
            said[act] = [*said.get(act, ()), *of_avenant]
        if listed_there := list(rostered(section, agreement)):
            told.setdefault(_instrument_of(section, agreement), []).extend(listed_there)
        for act in told:
            said.setdefault(act, [])
        if adopter is not None and agreement in taken:
            act = _instrument_of(section, agreement)
            named = tuple(said.pop(act, ()))
            yield Signing(agreement.key, act, agreement.territory, named, adopter, tuple(told.get(act, ())))
        for act, others in said.items():
            yield Signing(agreement.key, act, agreement.territory, tuple(others), None, tuple(told.get(act, ())))


def _of_avenant(section: Section, agreement: Agreement, adopter: Adopter | None) -> list[Passage]:
    """Return those between whom the avenant of which a deliberation tells is concluded, and whom it brings in.

    The ``adopter`` signs by its own name.
    """
    if section.kind != "deliberation" or not agreement.main or len(section.agreements) > 1:
        return []
    if _instrument_of(section, agreement) == "convention":
        return []
    told = [(words, plain(words.text)) for words in speaking_of_avenants(section)]
    between = [name for words, text in told for name in members(section, words, text, _AVENANT_BETWEEN)]
    joined = (joint for words, text in told for joint in joining(section, words, text))
    return between + [name for actor, name in joined if adopter is None or not adopter.is_called(actor)]


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
    for cue in (OPEN, WEAK):
        for statement in agreement.statements:
            for name in members(section, statement.clause, plain(statement.clause.text), cue):
                said.setdefault(_instrument(agreement, statement), []).append(name)
        if said:
            break
    if agreement.main and section.kind == "deliberation" and (below := list(listed(section))):
        act = _instrument_of(section, agreement)
        said[act] = [*below, *said.get(act, ())]
    if agreement.main and (with_whom := list(_signed_with(section))):
        act = _instrument_of(section, agreement)
        said[act] = [*with_whom, *said.get(act, ())]
    if agreement.main and len(told := bound(section)) > len(said.get(act := _instrument_of(section, agreement), ())):
        said[act] = [*told, *said.get(act, ())]
    return said


def _signed_with(section: Section) -> Iterator[Passage]:
    """Give those whom a sentence says that the convention unites, or with whom a decision says that it is signed."""
    if section.kind != "deliberation":
        return
    yield from united(section)
    for words in decision_zone(section.blocks) if is_about_one(section) else ():
        text = plain(words.text)
        if _SIGN_IT.search(text):
            yield from members(section, words, text, _SIGN_IT)


def _represented(section: Section, agreement: Agreement) -> dict[str, list[Party]]:
    """Return, by the instrument, the parties of which the statements about one agreement say who represents them."""
    told: dict[str, list[Party]] = {}
    for statement in agreement.statements:
        text = plain(statement.clause.text)
        opened = OPEN.search(text)
        if opened is not None and _WHO_SIGNS.search(text, opened.end()):
            parties = (read_party(entry) for entry in running_on(statement.clause.cut(opened.end())))
            told.setdefault(_instrument(agreement, statement), []).extend(parties)
        elif named := list(acting_for(statement.clause)):
            told.setdefault(_instrument(agreement, statement), []).extend(named)
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
        if SEVERAL.search(plain(words.text))
        for name in members(section, words, plain(words.text), OPEN)
    ]


def _own_epci(section: Section, agreement: Agreement) -> Iterator[Passage]:
    """Give the EPCI by whose name a convention goes, in an act of somebody else: it is party to its own convention."""
    home = section.head.home
    if agreement.territory is None or agreement.territory.kind != "epci" or agreement.territory == home:
        return
    for statement in agreement.statements:
        if statement.named is not None and " " in statement.named.printed:
            yield statement.territory
            return


def _instrument_of(section: Section, agreement: Agreement) -> str:
    """Return what the act authorises to sign: the avenant where it says so, else what it says of the agreement.

    Of several conventions an avenant is that of the one that is said to be amended.
    """
    alone = sum(other.main for other in section.agreements) == 1
    signed = next((number or agreement.avenant for number, _ in avenants_to_sign(section)), "") if alone else ""
    if signed:
        return signed
    return (agreement.avenant or "convention") if agreement.says("amended") else "convention"


def _instrument(agreement: Agreement, statement: Statement) -> str:
    """Return what is signed: the avenant by its number where a statement is about one, else the convention."""
    return (agreement.avenant or "convention") if statement.amended else "convention"
