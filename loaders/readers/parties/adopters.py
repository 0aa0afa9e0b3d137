"""Adopters: the collectivité or establishment that deliberates, by its own name, with who will sign for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.acts.party import Party
from loaders.acts.presiding import OFFICE
from loaders.acts.representing import CIVIL, person
from loaders.acts.section import Section
from loaders.acts.splitting import is_title, words_of
from loaders.document import Passage
from loaders.readers.deliberations.reader import decision_zone
from loaders.readers.parties.establishments import establishment
from loaders.remembering import remembered
from loaders.resolve import ResolvedActor, bare
from loaders.words.epci_names import epcis
from loaders.words.naming import communes
from loaders.words.wording import plain, tidy
from maillage.reference import Territory

_AUTHORISED = re.compile(
    rf"\b(?:(?:autoris|habilit|charg|mandat)\w+|(?:pouvoirs?|mandat|delegation|procuration|autorisation) (?:au|a))\s+"
    rf"(?:(?:monsieur|madame|m\.|mme) )?(?:le |la )?(?P<role>{OFFICE})\b"
)
_NAMED = re.compile(rf",?\s+(?P<who>{CIVIL.pattern}[^,;:()]{{3,50}}|(?<=, )[^,;:()]{{3,50}})(?=,)")
_SPEAKS = re.compile(
    rf"(?P<who>{CIVIL.pattern}[^,;:.()]{{3,50}}),\s+(?:la |le )?(?P<role>maire(?:sse)?|presidente?),?\s+"
    r"(?:expos|present|rappel|rapport|propos|indiqu|expliqu|inform|donne lecture|soumet|precis|fait part)\w*"
)
_DEPARTEMENT = re.compile(
    r"\bDépartement (?:du |de la |de l['’]|des |de |d['’])"
    r"[^\W\d_a-zà-öø-ÿ][\w’'-]*(?:[ -](?:et[ -])?[^\W\d_a-zà-öø-ÿ][\w’'-]*)*"
)
_NOTHING = Passage(())


@dataclass(frozen=True, slots=True)
class Adopter:
    """The collectivité that authorises its signature: its name, and its mayor or president."""

    name: Passage
    kind: str
    code: str
    party: Party

    def is_called(self, actor: ResolvedActor) -> bool:
        """Whether ``actor`` is the adopter by its code, or else by its name."""
        return (actor.code or actor.name) == (self.code or tidy(self.name.text))


def adopter_of(section: Section) -> Adopter | None:
    """Return the collectivité that deliberates, as its own text names it, with the mayor or president who will sign."""
    head = section.head
    if head.home is None:
        return _establishment(section)
    name = own_name(section, head.home)
    chair, role = head.chair, head.chair_role or _office(section)
    chair = chair or _authorised(section) or (_speaker(section, head.home) if role else _NOTHING)
    return Adopter(name, head.home.kind, head.home.code, Party(chair, name, chair, role))


def _establishment(section: Section) -> Adopter | None:
    """Return the public establishment (a CCAS, a syndicat) that deliberates, with who presides it."""
    name = establishment(section)
    if not name:
        return None
    actor = section.gazetteer.actor(name.text, section.territory, section.abbreviations)
    role = section.head.chair_role or _office(section)
    return Adopter(name, actor.kind, actor.code, Party(section.head.chair, name, section.head.chair, role))


def _office(section: Section) -> Passage:
    """Return the office that is authorised to sign: ``d'autoriser le Président du ... à signer``."""
    for words in decision_zone(section.blocks):
        found = _AUTHORISED.search(plain(words.text))
        if found is not None:
            return words.cut(*found.span("role"))
    return _NOTHING


def _authorised(section: Section) -> Passage:
    """Return the person who is authorised to sign beside the office: ``autorise le Maire, M. Jean VIAL, à signer``."""
    for words in decision_zone(section.blocks):
        found = _AUTHORISED.search(plain(words.text))
        named = _NAMED.match(plain(words.text), found.end()) if found is not None else None
        if named is not None:
            return person(words.cut(named.start("who"), named.end("who")))
    return _NOTHING


def _speaker(section: Section, home: Territory) -> Passage:
    """Return the mayor, or the president, who presents the act: ``Mme Ida ROUX, maire, expose``."""
    for words in map(words_of, section.blocks):
        found = _SPEAKS.search(plain(words.text))
        if found is not None and found["role"].startswith("maire") == (home.kind == "commune"):
            return person(words.cut(*found.span("who")))
    return _NOTHING


@remembered(16)
def own_name(section: Section, home: Territory) -> Passage:
    """Return the name of the adopting collectivité: an EPCI's as its letterhead prints it, else as a sentence does.

    A commune's letterhead mostly has the name alone, and a sentence ``commune de X``.
    """
    if home.kind == "departement":
        return _council_of(section, home)
    headed = {piece.line for block in section.blocks if is_title(block) for piece in words_of(block).pieces}
    housed = section.head.housed
    if home.kind == "epci" and housed and housed.pieces[0].line in headed:
        return _bare_name(housed)
    finder = epcis if home.kind == "epci" else communes
    for block in section.blocks:
        words = words_of(block)
        for named in (
            ()
            if home.kind == "commune" and is_title(block)
            else finder(words.text, section.gazetteer, section.territory)
        ):
            if named.territory == home and " " in named.printed:
                return words.cut(named.start, named.end)
    return _bare_name(housed)


def own_commune(section: Section, home: Territory) -> str:
    """Return the name of the commune that decides, as its act prints it with its kind where it does."""
    printed = [bare(tidy(words.text)) for words in (own_name(section, home), section.head.housed)]
    return next(filter(says_commune, printed), printed[0])


def says_commune(name: str) -> bool:
    """Tell whether a commune's name says that it is one: ``Ville de X``; a ``Mairie`` is its house."""
    return plain(name).startswith(("commune", "ville"))


def _council_of(section: Section, home: Territory) -> Passage:
    """Return the name of the département whose council deliberates, as what it decides prints it in full.

    Else as a sentence prints it, else the letterhead.
    """
    for words in decision_zone(section.blocks):
        called = _DEPARTEMENT.search(words.text)
        if called and section.gazetteer.departement(called[0]) == home:
            return words.cut(*called.span())
    for block in section.blocks:
        words = words_of(block)
        called = re.search(r"\b(?:[Ll]e|[Dd]u|[Aa]u) (?P<name>Département)\b(?! (?:de|du|d['’]))", words.text)
        if called and not is_title(block):
            return words.cut(*called.span("name"))
    for block in section.blocks:
        words = words_of(block)
        found = re.search(r"\bdepartement d[eu'][^,;.\n]{2,40}$", plain(words.text))
        if found and section.gazetteer.departement(words.text[found.start() :]) == home:
            return words.cut(found.start())
    return section.head.housed or section.head.body


def _bare_name(housed: Passage) -> Passage:
    """Return the name alone out of ``VILLE DE X``."""
    found = re.match(r"\W*(?:ville|commune|mairie)\s+(?:de\s+la\s+(?=$)|de\s+|d')", plain(housed.text))
    return housed.cut(found.end()) if found else housed
