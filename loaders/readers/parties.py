"""Parties: who signs a convention or an avenant, by whom represented."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from loaders.document import Passage
from loaders.readers.commune_lists import Listed, listed_communes
from loaders.readers.party import Party
from loaders.readers.party_sentences import Signing, signings
from loaders.readers.party_signatures import parties_of
from loaders.readers.section import Section
from loaders.readers.wording import plain, tidy
from loaders.resolve import ResolvedActor, bare, fold
from maillage.facts import Signatory

_CONTRACTS = ("convention", "avenant")
_PARTIES = frozenset(("caf", "msa", "departement", "epci", "commune", "etat", "cpam", "operateur", "association"))
_ONE_OF_A_KIND = frozenset(("caf", "msa", "departement", "epci"))
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
    for signing in signings(section):
        if section.kind in _CONTRACTS and signing.convention == section.convention:
            continue
        yield from _facts(section, signing.convention, signing.act, _from_sentence(section, signing))


def _of_contract(section: Section) -> Iterator[Signatory]:
    """Give the parties of the convention or avenant that the act is."""
    found: dict[str, _Signature] = {}
    lists = list(listed_communes(section))
    for party in parties_of(section):
        if _is_group(party):
            continue
        _add(found, section, party.name, party)
    for communes in lists:
        for entry in communes.entries:
            actor = ResolvedActor(bare(tidy(entry.words.text)), "commune", entry.commune.code)
            _join(found, actor, entry.words, None)
    if not any(s.actor.kind == "commune" for s in found.values()):
        _add_groups(found, section, lists)
    number = section.number if section.kind == "avenant" else "convention"
    yield from _facts(section, section.convention, number, found.values())


def _is_group(party: Party) -> bool:
    """Whether a party is a class of communes, which its members stand for."""
    return bool(re.match(r"\W*(?:(?:les|ses|des)\s+)?(?:\d+\s+|\w+\s+)?communes\b", plain(party.name.text)))


def _add_groups(found: dict[str, _Signature], section: Section, lists: Iterable[Listed]) -> None:
    """Add the communes as a group, where the act names none of them."""
    for communes in lists:
        if communes.title:
            _add(found, section, communes.title, None, group=True)


def _add(
    found: dict[str, _Signature], section: Section, name: Passage, party: Party | None, *, group: bool = False
) -> None:
    """Add a party by its printed name, unless nothing tells that it is one."""
    printed = tidy(name.text)
    if not printed or len(printed) > 140 or _EACH.match(plain(printed)):
        return
    actor = section.gazetteer.actor(printed, section.territory, section.abbreviations)
    if group:
        actor = ResolvedActor(_unpossessed(printed), "groupe")
    elif actor.kind not in _PARTIES:
        return
    _join(found, actor, name, party)


def _unpossessed(printed: str) -> str:
    """Return the name of a group without article or possessive."""
    return re.sub(r"^(?:ses|leurs|les|des|de)\s+", "", printed, flags=re.IGNORECASE)


def _join(found: dict[str, _Signature], actor: ResolvedActor, name: Passage, party: Party | None) -> None:
    """Join a party to the one that it already is, or add it; the first representative named stays."""
    alone = actor.kind in _ONE_OF_A_KIND
    identity = f"{actor.kind}/{actor.code}" if actor.code or alone else f"{actor.kind}/{fold(actor.name)}"
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


def _from_sentence(section: Section, signing: Signing) -> Iterable[_Signature]:
    """Return the parties that a sentence names."""
    found: dict[str, _Signature] = {}
    if signing.adopter is not None:
        adopter = signing.adopter
        actor = section.gazetteer.actor(adopter.name.text, section.territory, section.abbreviations)
        _join(found, ResolvedActor(bare(adopter.name.text), adopter.kind, adopter.code or actor.code), adopter.name, adopter.party)
    for name in signing.members:
        group = bool(re.match(r"\W*(?:(?:les|ses|leurs|des)\s+)?(?:\d+\s+)?communes\b", plain(name.text)))
        _add(found, section, name, None, group=group)
    return found.values()


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
