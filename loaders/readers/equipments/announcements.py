"""Announcements of lists of équipements: sentences that say that a list, or a table, stands below them."""

from __future__ import annotations

import re
from functools import cache

from loaders.readers.equipments.bare_titles import is_about_things
from loaders.readers.equipments.headings import OPENING
from loaders.seeking import Sought
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain

_NEXT = Sought(r"\b(?:suivant(?:e?s)?|ci-dessous|ci-apres)\b")

_TAKING = Sought(r"\b(?:convention|ctg|bonus|contractualis\w+|(?:la|notre) (?:commune|ville)|soutien)\b")
_LISTED = Sought(r"\b(?:annexe|liste|tableau)\b[^.:;]{0,90}:\s*$")


def announces(text: str) -> bool:
    """Whether a sentence announces a list of équipements: ``répartis entre les services suivants :``."""
    said = plain(text).rstrip()
    supports = announces_table(text) and bool(_support().search(said))
    told = _announcement().search(said) or _entered_last().search(said)
    return supports or told is not None or (said.endswith(":") and taking_in(text) > 0)


def announces_list(text: str) -> bool:
    """Whether a sentence that a colon ends speaks of a list, a bonus or a support: what stands below must show of what.

    ``L'annexe 2 est remplacée par la liste suivante :``, ``La Caf verse un bonus territoire pour :``, ``La commune
    s'engage à soutenir :``.
    """
    said = plain(text).rstrip()
    speaks = said.endswith(":") and bool("bonus" in said or _LISTED.search(said) or _support().search(said))
    return speaks and _others().search(said) is None


def announces_table(text: str) -> bool:
    """Whether a sentence about équipements ends with a colon: ``Ceux des services que la Ville porte sont :``."""
    said = plain(text).rstrip()
    return (said.endswith(":") or _NEXT.search(said) is not None) and is_about_things(said)


def taking_in(text: str) -> int:
    """Return where ``text`` says that a convention takes équipements in, or for whom it does; 0 for nowhere.

    ``Sont concernés pour la commune``, ``La convention prend en compte``, ``deux services figurent dans la CTG``.
    """
    said = plain(text)
    found = _taken().search(said)
    told = found is not None and _TAKING.search(said) is not None and _others().search(said) is None
    return max(found.start(), 1) if told and found is not None else 0


def owns(text: str) -> bool:
    """Whether a sentence begins with the équipements of a collectivité: ``Les services suivants de la ville de X``.

    It can be named before them: ``Pour la ville de X, les services retenus``.
    """
    return bool(_owning().match(plain(text)))


@cache
def _owning() -> re.Pattern[str]:
    """Return the pattern of équipements and whose they are, at the beginning of a sentence."""
    things = alternatives(groups("equipments", "headings")["things"])
    return re.compile(
        rf"{OPENING}(?:(?:les |l')?{things}(?:\W+(?:et |ou )?{things})*(?:\W+\w+){{0,3}}?"
        r" (?:de la |du |de l'|de |d')(?:ville|commun|metropole|agglo)"
        r"|(?:pour|concernant|s'agissant de|en ce qui concerne) (?:la |l')(?:ville|commun|metropole|agglo)[^,:;]{0,90},"
        rf" (?:les |l')?{things})"
    )


@cache
def _support() -> re.Pattern[str]:
    """Return the pattern of what says that somebody supports or runs what is announced."""
    headings = groups("equipments", "headings")
    return re.compile(rf"\b{alternatives([*headings['supported'], *headings['verbs']])}\b")


@cache
def _taken() -> re.Pattern[str]:
    """Return the pattern of what says that équipements are taken in by a convention, or that it takes them in."""
    entered = alternatives(groups("equipments", "headings")["entered"])
    return re.compile(
        rf"\b(?:{entered}|concernent|beneficie(?:nt)?|figur(?:e|ent)|entr(?:e|ent) dans|releve(?:nt)? d[eu]"
        r"|(?:pren(?:d|nent)|prise?s?) en compte|couvre(?:nt)?|integre(?:nt)?|porte(?:nt)? sur)\b"
    )


@cache
def _others() -> re.Pattern[str]:
    """Return the pattern of what tells of others than équipements that are supported: ``structures visitées``."""
    return re.compile(rf"\b{alternatives(groups('equipments', 'headings')['others'])}\b")


@cache
def _entered_last() -> Sought:
    """Return the pattern of the end of a sentence that calls équipements taken in: ``les services concernés :``."""
    headings = groups("equipments", "headings")
    things, entered = alternatives(headings["things"]), alternatives(headings["entered"])
    return Sought(rf"\b{things} {entered}(?: par (?:la |cette )?(?:convention|ctg))?\s*:\s*$")


@cache
def _announcement() -> Sought:
    """Return the pattern of the end of a sentence that announces a list of équipements."""
    headings = groups("equipments", "headings")
    things, others = alternatives(headings["things"]), alternatives(headings["others"])
    return Sought(rf"\b{things}\b(?! {others}\b)[^:.;]{{0,60}}?\bsuivante?s?\s*:\s*$")
