"""Gathering: the parties of one instrument, each put together from all the places that name it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.acts.party import Party
from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.parties.identity import identity, is_fuller
from loaders.resolve import ResolvedActor, fold
from loaders.words.actor_heads import kind_at
from loaders.words.wording import plain, tidy
from maillage.reference import Territory

PARTIES = frozenset(("caf", "msa", "departement", "epci", "commune", "etat", "cpam", "operateur", "association"))
_FUNDS = ("caf", "msa", "cpam")
_PREFECT = re.compile(r"(?:sous-?\s?)?prefet")
_EACH = re.compile(r"^\W*(?:chaque|chacun\w*|tou[st]e?s?|l'ensemble)\b")
_WHOSE = re.compile(r"\s*(?:(?:chacune|toutes)\s+)?(?:de\s+)?(?:ses|leurs|les|des|de)\s+", re.IGNORECASE)
_LONGEST_NAME = 140


@dataclass(slots=True)
class Signature:
    """A party: who it is, the words that name it, who represents it in what office, and who does so besides."""

    actor: ResolvedActor
    named: list[Passage]
    representative: Passage = field(default_factory=lambda: Passage(()))
    role: Passage = field(default_factory=lambda: Passage(()))
    also: tuple[tuple[Passage, Passage], ...] = ()

    def represent(self, party: Party) -> None:
        """Take from the print who represents the party; the first one named stays."""
        if party.representative and not self.representative:
            self.representative, self.role, self.also = party.representative, party.role, party.also
            self.named.append(party.representative)
        elif party.role and not self.role:
            self.role = party.role
            self.named.append(party.role)


class Parties:
    """The parties of one instrument, in the order in which they are first named."""

    def __init__(self, section: Section) -> None:
        self.section = section
        self._announced: frozenset[str] = frozenset()
        self.found: dict[str, Signature] = {}

    def close_announced(self) -> None:
        """Say that all parties that the act announces are known: who is added from now on signs for one of them."""
        self._announced = frozenset(self.found)

    def add(self, name: Passage, party: Party | None = None, *, within: Territory | None = None) -> None:
        """Add a party by its printed name, unless nothing tells that it is one."""
        if printed := _printed(name):
            section = self.section
            actor = section.gazetteer.actor(printed, within or section.territory, section.abbreviations)
            led = party is not None and party.representative and party.role and not self._announced
            if actor.kind not in PARTIES and party is not None and plain(party.role.text).startswith("maire"):
                commune = section.gazetteer.commune(printed, within or section.territory)
                actor = ResolvedActor(printed, "commune", commune.code) if commune else actor
            if party is not None and _PREFECT.match(plain(party.role.text)) and _is_place(actor):
                actor = self._state(printed, party)
            if actor.kind in PARTIES or (led and actor.kind == "equipement"):
                self.join(actor, name, party)

    def _state(self, place: str, party: Party) -> ResolvedActor:
        """Return the State's house whose prefect signs: the one that the act names by this ``place``, or the office."""
        houses = (one.actor for one in self.found.values() if one.actor.kind == "etat")
        known = next((house for house in houses if fold(house.name).endswith(f" {fold(place)}")), None)
        text = party.words.text
        start, end = text.find(party.role.text.strip()), text.rfind(place)
        office = text[max(start, 0) : end + len(place)] if start < end else party.role.text
        return known or ResolvedActor(tidy(office), "etat")

    def add_group(self, name: Passage) -> None:
        """Add a class of communes that signs as one, by its printed name."""
        if printed := _printed(name.cut(_possessed(name.text))):
            self.join(ResolvedActor(printed, "groupe"), name)

    def join(self, actor: ResolvedActor, name: Passage, party: Party | None = None) -> None:
        """Join a party to the one that it already is, or add it."""
        actors = ((key, signature.actor) for key, signature in self.found.items())
        known = self.found.setdefault(identity(actor, actors, self._announced), Signature(actor, []))
        known.named.append(name)
        if is_fuller(actor, known.actor) or self._introduces(actor, known, party):
            known.actor = actor
        if party is not None:
            known.represent(party)

    def _introduces(self, actor: ResolvedActor, known: Signature, party: Party | None) -> bool:
        """Whether a fund is introduced with who represents it, where a title called it in short: ``Entre la Caf``."""
        led = party is not None and bool(party.representative) and not (known.representative or self._announced)
        return led and actor.kind in _FUNDS


def _is_place(actor: ResolvedActor) -> bool:
    """Whether an actor is named as a place alone: ``Die``, and not ``Commune de Die``."""
    return actor.kind in ("commune", "departement") and not kind_at(actor.name)


def _printed(name: Passage) -> str:
    """Return the printed name of a party, empty for what is none: ``chacun des signataires``.

    The space that a line's end has left behind a hyphen is dropped, and a stray mark at the end.
    """
    printed = re.sub(r"(?<=\w)- (?=\w+-\w)", "-", tidy(name.text)).rstrip(" .»”")
    return "" if len(printed) > _LONGEST_NAME or _EACH.match(plain(printed)) else printed


def _possessed(printed: str) -> int:
    """Return where the name of a group begins behind what says of whom it is: ``chacune de ses communes membres``."""
    found = _WHOSE.match(printed)
    return found.end() if found is not None else 0
