"""Parties: who signs a convention or an avenant, by whom represented."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from loaders.acts.party import Party
from loaders.acts.party_signatures import announced, parties_of, signing
from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.communes.lists import Listed, listed_communes
from loaders.readers.parties.sentences import Signing, signings
from loaders.resolve import ResolvedActor, bare, fold
from loaders.words.wording import plain, tidy
from maillage.facts import Signatory
from maillage.reference import Territory

_CONTRACTS = ("convention", "avenant")
_SHORT_WORD = 2
_PARTIES = frozenset(("caf", "msa", "departement", "epci", "commune", "etat", "cpam", "operateur", "association"))
_ONE_OF_A_KIND = frozenset(("caf", "msa"))
_TITLES = frozenset(
    [
        "la",
        "le",
        "les",
        "l",
        "de",
        "des",
        "du",
        "d",
        "en",
        "et",
        "caf",
        "msa",
        "caisse",
        "allocations",
        "allocation",
        "familiales",
        "mutualite",
        "sociale",
        "agricole",
    ]
)
_COMMUNES = re.compile(r"\W*(?:(?:les|ses|leurs|des)\s+)?(?:\d+\s+|\w+\s+)?communes\b(?!\s+(?:de\s|d')(?!la\b|l'))")
_EACH = re.compile(r"^\W*(?:chaque|chacun\w*|tou[st]e?s?|l'ensemble)\b")


@dataclass(slots=True)
class _Signature:
    """A party as it is put together from all the places that name it."""

    actor: ResolvedActor
    named: list[Passage]
    representative: Passage = field(default_factory=lambda: Passage(()))
    role: Passage = field(default_factory=lambda: Passage(()))


def read(section: Section) -> Iterator[Signatory]:
    """Read the parties: of a contract from its block of parties and its signatures, else from what a sentence says."""
    if section.kind in _CONTRACTS and section.convention:
        yield from _of_contract(section)
    told = section.kind in _CONTRACTS and bool(parties_of(section))
    for said in signings(section):
        if not told or said.convention != section.convention:
            yield from _facts(section, said.convention, said.act, _from_sentence(section, said))


def _of_contract(section: Section) -> Iterator[Signatory]:
    """Give the parties of the convention or avenant that the act is."""
    found: dict[str, _Signature] = {}
    lists = [communes for communes in listed_communes(section) if communes.parties]
    for party in announced(section.blocks):
        if not _is_group(party):
            _add(found, section, party.name, party)
    for communes in lists:
        for entry in communes.entries:
            actor = ResolvedActor(tidy(entry.words.text).rstrip("."), "commune", entry.commune.code)
            _join(found, actor, entry.words, None)
    parties = frozenset(found)
    for party in signing(section.blocks):
        if not _is_group(party):
            _add(found, section, party.name, party, parties=parties)
    if not any(s.actor.kind == "commune" for s in found.values()):
        _add_groups(found, section, lists)
    number = section.number if section.kind == "avenant" else "convention"
    yield from _facts(section, section.convention, number, found.values())


def _is_group(party: Party) -> bool:
    """Whether a party is a class of communes, which its members stand for."""
    return bool(_COMMUNES.match(plain(party.name.text)))


def _add_groups(found: dict[str, _Signature], section: Section, lists: Iterable[Listed]) -> None:
    """Add the communes as a group, where the act names none of them."""
    for communes in lists:
        if communes.title:
            _add(found, section, communes.title, None, group=True)


def _add(
    found: dict[str, _Signature],
    section: Section,
    name: Passage,
    party: Party | None,
    *,
    group: bool = False,
    within: Territory | None = None,
    parties: frozenset[str] = frozenset(),
) -> None:
    """Add a party by its printed name, unless nothing tells that it is one."""
    printed = _unbroken(tidy(name.text))
    if not printed or len(printed) > 140 or _EACH.match(plain(printed)):
        return
    actor = section.gazetteer.actor(printed, within or section.territory, section.abbreviations)
    if group:
        actor = ResolvedActor(_unpossessed(printed), "groupe")
    elif actor.kind not in _PARTIES:
        return
    _join(found, actor, name, party, parties)


def _unbroken(printed: str) -> str:
    """Return a name without the space that a line's end has left behind a hyphen, nor a stray mark after it."""
    return re.sub(r"(?<=\w)- (?=\w+-\w)", "-", printed).rstrip(" .»”")


def _unpossessed(printed: str) -> str:
    """Return the name of a group without article or possessive."""
    return re.sub(r"^(?:ses|leurs|les|des|de)\s+", "", printed, flags=re.IGNORECASE)


def _join(
    found: dict[str, _Signature],
    actor: ResolvedActor,
    name: Passage,
    party: Party | None,
    parties: frozenset[str] = frozenset(),
) -> None:
    """Join a party to the one that it already is, or add it; the first representative named stays."""
    identity = _identity(found, actor, parties)
    known = found.setdefault(identity, _Signature(actor, []))
    known.named.append(name)
    if party is None:
        return
    if party.representative and not known.representative:
        known.representative, known.role = party.representative, party.role
        known.named.append(party.representative)
    elif party.role and not known.role:
        known.role = party.role
        known.named.append(party.role)


def _identity(found: Mapping[str, _Signature], actor: ResolvedActor, parties: frozenset[str]) -> str:
    """Return the key under which an actor is one: its code, else its kind where an act knows one of it, else its name.

    A Caf or an MSA named without its département is the one of its kind that the act names; one that signs is the only
    one of its kind among the ``parties`` announced, under whatever name.
    """
    if actor.code:
        return f"{actor.kind}/{actor.code}"
    alike = [key for key, signature in found.items() if signature.actor.kind == actor.kind]
    if actor.kind not in _ONE_OF_A_KIND or not alike:
        return f"{actor.kind}/{fold(actor.name)}"
    announced_alike = [key for key in alike if key in parties]
    if len(announced_alike) == 1:
        return announced_alike[0]
    words = frozenset(fold(actor.name).split())
    near = [key for key in alike if _same(words, frozenset(fold(found[key].actor.name).split()))]
    return near[0] if near else f"{actor.kind}/{fold(actor.name)}"


def _same(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two names of one kind of body can be the same one's: neither has a place that the other contradicts."""
    places = [words - _TITLES for words in (first, second)]
    return not places[0] or not places[1] or bool(places[0] & places[1])


def _from_sentence(section: Section, said: Signing) -> Iterable[_Signature]:
    """Return the parties that a sentence names."""
    found: dict[str, _Signature] = {}
    for name in said.members:
        _add(found, section, name, None, group=bool(_COMMUNES.match(plain(name.text))), within=said.territory)
    adopter = said.adopter
    if adopter is not None:
        actor = section.gazetteer.actor(tidy(adopter.name.text), section.territory, section.abbreviations)
        known = found.get(f"{adopter.kind}/{adopter.code}")
        if known is not None and not _named_in_full(known.actor.name, section.head.home):
            del found[f"{adopter.kind}/{adopter.code}"]
        _join(found, ResolvedActor(actor.name, adopter.kind, adopter.code), adopter.name, adopter.party)
    return found.values()


def _named_in_full(printed: str, home: Territory | None) -> bool:
    """Whether a name says which collectivité it is: not ``la commune`` alone."""
    proper = [word for word in fold(home.name).split() if len(word) > _SHORT_WORD] if home else []
    return bool(proper) and proper[-1] in fold(printed).split()


def _facts(section: Section, convention: str, act: str, signatures: Iterable[_Signature]) -> Iterator[Signatory]:
    """Make facts of the parties of one instrument."""
    for signature in signatures:
        yield Signatory(
            place=section.place(*signature.named),
            act=section.act,
            rule="parties.contract" if section.kind in _CONTRACTS else "parties.sentence",
            convention=convention,
            signed_act=act,
            actor=signature.actor.name,
            actor_kind=signature.actor.kind,
            actor_code=signature.actor.code,
            representative=bare(tidy(signature.representative.text)),
            representative_role=tidy(signature.role.text),
        )
