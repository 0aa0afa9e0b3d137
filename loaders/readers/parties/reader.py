"""Parties: who signs a convention or an avenant, by whom represented."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.acts.party import Party
from loaders.acts.party_signatures import announced, parties_of, signing
from loaders.acts.section import Section
from loaders.acts.territory_codes import deciding_commune
from loaders.document import Passage
from loaders.readers.communes.lists import listed_communes
from loaders.readers.parties.adopters import Adopter, own_commune
from loaders.readers.parties.gathering import Parties, Signature
from loaders.readers.parties.members import is_group
from loaders.readers.parties.sentences import Signing, bare_commune, signings
from loaders.readers.parties.several import each
from loaders.readers.parties.uniting import united
from loaders.resolve import ResolvedActor, fold, named
from loaders.words.wording import plain, tidy
from maillage.facts import Signatory
from maillage.reference import Territory

_COMMUNE = re.compile(r"\W*(?:la |notre )?(?:commune|ville)\W*")
_CONTRACTS = ("convention", "avenant")
_SHORT_WORD = 2


def read(section: Section) -> Iterator[Signatory]:
    """Read the parties: of a contract from its block of parties and its signatures, else from what a sentence says."""
    if section.kind in _CONTRACTS and section.convention:
        instrument = section.number or section.kind if section.kind == "avenant" else "convention"
        yield from _facts(section, section.convention, instrument, _of_contract(section).found.values())
    if section.kind == "avenant" and section.convention:
        said = Signing(section.convention, "convention", section.territory, tuple(united(section)))
        yield from _facts(section, said.convention, said.act, _from_sentence(section, said).found.values())
    told = section.kind in _CONTRACTS and bool(parties_of(section))
    for said in signings(section):
        if not told or said.convention != section.convention:
            yield from _facts(section, said.convention, said.act, _from_sentence(section, said).found.values())


def _of_contract(section: Section) -> Parties:
    """Return the parties of the convention or avenant that the act is; communes as a group where it names none."""
    parties = Parties(section)
    lists = [communes for communes in listed_communes(section) if communes.parties]
    _add_named(parties, announced(section.blocks))
    for entry in (entry for communes in lists for entry in communes.entries):
        actor = ResolvedActor(tidy(entry.words.text).rstrip("."), "commune", entry.commune.code)
        parties.join(actor, entry.words)
    parties.close_announced()
    _add_named(parties, signing(section.blocks))
    if not any(signature.actor.kind == "commune" for signature in parties.found.values()):
        for communes in lists:
            if communes.title:
                parties.add_group(communes.title)
    return parties


def _add_named(parties: Parties, printed: Iterable[Party]) -> None:
    """Add the parties that an act prints as such; a class of communes is none, its members stand for it."""
    for entry in printed:
        for party in each(parties.section, entry):
            if not is_group(party.name):
                parties.add(party.name, party)


def _from_sentence(section: Section, said: Signing) -> Parties:
    """Return the parties that a sentence names; communes as a group where it names none but the one that decides."""
    parties = Parties(section)
    for name in said.members:
        if (commune := bare_commune(section, said, name)) is not None:
            parties.join(commune, name)
        elif (own := _own_commune(section, name)) is not None:
            if said.adopter is None:  # who adopts the act gives its name itself
                parties.join(own, name)
        elif not is_group(name):
            parties.add(name, within=said.territory)
    host = deciding_commune(section)
    communes = (one.actor for one in parties.found.values() if one.actor.kind == "commune")
    if all(host is not None and commune.code == host.code for commune in communes):
        for name in filter(is_group, said.members):
            parties.add_group(name)
    for party in said.represented:
        parties.add(party.name, party, within=said.territory)
    if said.adopter is not None:
        _add_adopter(parties, section, said.adopter)
    return parties


def _own_commune(section: Section, name: Passage) -> ResolvedActor | None:
    """Return the commune that decides where ``name`` is but ``la commune``."""
    host = deciding_commune(section)
    if host is None or not _COMMUNE.fullmatch(plain(name.text)):
        return None
    return ResolvedActor(own_commune(section, host), "commune", host.code)


def _add_adopter(parties: Parties, section: Section, adopter: Adopter) -> None:
    """Add the collectivité that adopts the act, by its full name where the sentence names it without one."""
    actor = section.gazetteer.actor(tidy(adopter.name.text), section.territory, section.abbreviations)
    key = f"{adopter.kind}/{adopter.code}"
    if key in parties.found and not _named_in_full(parties.found[key].actor.name, section.head.home):
        del parties.found[key]
    parties.join(ResolvedActor(actor.name, adopter.kind, adopter.code), adopter.name, adopter.party)


def _named_in_full(printed: str, home: Territory | None) -> bool:
    """Whether a name says which collectivité it is: not ``la commune`` alone."""
    proper = [word for word in fold(home.name).split() if len(word) > _SHORT_WORD] if home else []
    return bool(proper) and proper[-1] in fold(printed).split()


def _facts(section: Section, convention: str, act: str, signatures: Iterable[Signature]) -> Iterator[Signatory]:
    """Make facts of the parties of one instrument."""
    for signature in signatures:
        for who, office in ((signature.representative, signature.role), *signature.also):
            yield Signatory(
                place=section.place(*signature.named),
                act=section.act,
                rule="parties.contract" if section.kind in _CONTRACTS else "parties.sentence",
                convention=convention,
                signed_act=act,
                actor=signature.actor.name,
                actor_kind=signature.actor.kind,
                actor_code=signature.actor.code,
                representative=named(tidy(who.text)),
                representative_role=tidy(office.text),
            )
