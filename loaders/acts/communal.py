"""Communal: whether a commune deliberates on a convention of its own or on that of its EPCI."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from loaders.acts.contracting import first_printed
from loaders.acts.convention_cues import MENTION
from loaders.acts.groupings import Where
from loaders.acts.mention_names import called_after
from loaders.acts.mentions import find_mentions
from loaders.acts.splitting import Part, is_title, words_of
from loaders.document import Passage
from loaders.resolve import Gazetteer
from loaders.words.epci_names import LEGAL_FORM, epcis
from loaders.words.named import Named
from loaders.words.naming import communes
from loaders.words.wording import plain, sentences
from maillage.reference import Territory

_OFFICE = re.compile(
    r"(?:president|vice-president|elu|conseiller|delegue|directeur|directrice)\w*\s+(?:a|de|du|d')?\s*(?:la|l'|le)?\s*$"
)
_AGREED = re.compile(r"\bentre\b|\bavec\b")
_TOWN = r"(?:la|notre) (?:ville|commune)\b(?: d[^,;.]{1,40}?)?"
_CAF = r"(?:la |sa |notre )?(?:caf|caisse d'allocations familiales)\b(?: d[^,;.]{1,40}?)?"
_BOTH = re.compile(rf"\b(?:{_TOWN} et {_CAF}|{_CAF} et {_TOWN})")
_TITLED = 3
"""For how many sentences a title counts."""


def of_commune(part: Part, commune: Territory, gazetteer: Gazetteer, near: Territory | None) -> Where:
    """Return the EPCI for whose convention a commune deliberates, if the act speaks of it; else the commune itself.

    The convention is the commune's own where more is said of it as of one between the commune and its Caf, or called
    after the commune, than as of one of an EPCI.
    """
    told = [
        (words, is_title(block))
        for block in part.blocks
        if not is_title(block) or MENTION.search(plain(words_of(block).text))
        for words in sentences(words_of(block))
    ]
    votes, printed = Counter[str](), ""
    for words, title in told:
        for voted in _vote(words, title, commune, gazetteer, near):
            votes[voted.territory.code] += _TITLED if title else 1
            printed = printed or (voted.printed if voted.territory == commune else "")
    texts = [words.text for words, _ in told]
    named = Counter(n.territory.code for text in texts for n in _acting(text, gazetteer, near))
    others = {code: count for code, count in votes.items() if code != commune.code}
    codes = others or ({} if votes else named)
    if not codes or votes[commune.code] > sum(others.values()):
        return commune, printed or commune.name
    code = max(codes, key=lambda code: (codes[code], named[code]))
    if code in named:
        return first_printed(texts, code, gazetteer, near)
    return gazetteer.reference.epcis[code], gazetteer.reference.epcis[code].name


def _vote(
    words: Passage, title: bool, commune: Territory, gazetteer: Gazetteer, near: Territory | None
) -> Iterator[Named]:
    """Give the territories that a sentence about a convention says it to be of; none where it says nothing of it."""
    mentions = list(find_mentions(words, title)) if MENTION.search(plain(words.text)) else []
    called = [named for mention in mentions if (named := called_after(mention, gazetteer, near))]
    after = [n for n in called if n.territory.kind == "epci" or (n.territory == commune and " " in n.printed)]
    if after or not mentions:
        yield from after
        return
    groups = list(_acting(words.text, gazetteer, near))
    if groups or LEGAL_FORM.search(plain(words.text)):
        yield from groups
        return
    text = plain(words.text)
    town = next((n for n in communes(words.text, gazetteer, near) if n.territory == commune), None)
    if town is not None and _AGREED.search(text):
        yield town
    elif _BOTH.search(text):
        yield Named(0, 0, commune, town.printed if town else "")


def _acting(text: str, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Named]:
    """Give the EPCI that ``text`` names as such, and not as that of which somebody is an officer."""
    for named in epcis(text, gazetteer, near):
        if not _OFFICE.search(plain(text[max(0, named.start - 40) : named.start])):
            yield named
