"""Who gives an amount: whom its words name, whose its scheme is, who decides it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.territory_codes import specific
from loaders.readers.funding.deciders import decider
from loaders.readers.funding.donors import OF, TO, Donors
from loaders.readers.funding.mentions import SUBJECT, Mention, mentions
from loaders.readers.funding.told import Told
from loaders.readers.funding.words import cue_ends, cued
from loaders.words.wording import plain

_BY = re.compile(r"\bpar\s+(?:la |le |l')?$")
_HAS_POSTS = re.compile(r"\bpostes? [^,;.:()]{2,60}\b(?:de la |de l'|du |d'|au sein de la |au sein de l'|au sein du )$")
_WE = re.compile(r"\b(?:nous|notre)\b", re.IGNORECASE)
_NEAR = _BEHIND = 30


def giver(told: Told, scheme: tuple[str, ...]) -> str:
    """Return who gives: whom the words name, else whose the ``scheme`` is, "nous", or whoever decides it."""
    around = told.context.around
    named = told.place or next(
        (one for text in _tellers(told) if (one := named_giver(told.context.donors, text, around))), ""
    )
    return (
        named
        or _owner(told.context.donors, scheme, f"{told.text} {told.lead}")
        or decider(told.context.section, told.context.home, f"{told.whole.text} {told.text} {told.lead}")
    )


def named_giver(donors: Donors, text: str, around: str = "") -> str:
    """Return who gives, by ``text``: whom "par" or "subvention de" names, else the subject; empty for nobody.

    The words ``around`` it may name in full an organisation that it names by its kind alone.
    """
    found = list(mentions(text))
    said = plain(text)
    giving = next((one for one in found if gives(said, one)), None)
    if giving is None and not cued("received", text):
        giving = next(
            (one for one in found if not TO.search(said[: one.start]) and not OF.search(said[: one.start])), None
        )
    return donors.printed(giving, around) if giving is not None else _giving_territory(donors, text)


def gives(said: str, mention: Mention) -> bool:
    """Tell whether the words before ``mention`` say that it gives: "par la ...", "une subvention de la ..."."""
    before = said[: mention.start]
    if _BY.search(before):
        return True
    if has_posts(before):
        return False
    money = max((end for _, end in cue_ends("money", before)), default=-_NEAR)
    return OF.search(before) is not None and mention.start - money < _NEAR


def has_posts(before: str) -> bool:
    """Tell whether the words ``before`` an organisation say that it has posts: "les postes de coordination de la"."""
    return _HAS_POSTS.search(before) is not None


def paying(text: str) -> tuple[str, str]:
    """Return who gives and who gets by a column's title: "versé par la Caf à la Communauté"; each empty for nobody."""
    said, found = plain(text), list(mentions(text))
    by = next((one.printed for one in found if _BY.search(said[: one.start])), "")
    return by, next((one.printed for one in found if by and TO.search(said[: one.start])), "")


def _tellers(told: Told) -> Iterator[str]:
    """Give the texts that may say who gives: the words, their sentence, the one that their pronoun means, the lead."""
    yield from (told.text, told.whole.text)
    if told.is_by_pronoun or told.goes_on:
        yield told.context.before.text
    yield told.lead


def _owner(donors: Donors, scheme: tuple[str, ...], text: str) -> str:
    """Return the funder that nobody names: "nous" is the Caf that speaks, and a scheme has its owner."""
    return donors.owner(scheme) or (donors.name("caf") if _WE.search(text) else "")


def _giving_territory(donors: Donors, text: str) -> str:
    """Return the territory with whose bare name ``text`` begins, where it gives right behind; empty for none."""
    verb = next(cue_ends("given", text), None)
    subject = SUBJECT.match(text)
    if verb is None or subject is None or verb[0] - subject.end() > _BEHIND:
        return ""
    found = specific(donors.section, subject["name"])
    return found.printed if found is not None and subject.end() <= verb[0] else ""
