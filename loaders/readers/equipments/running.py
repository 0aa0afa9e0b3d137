"""Équipements that a sentence says a collectivité runs or pays for: "La Ville gère la crèche A", "B, géré par la"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from loaders.acts.section import Section
from loaders.acts.territories import mentions
from loaders.document import Passage
from loaders.readers.equipments.entries import entry
from loaders.readers.equipments.enumerating import designated, each_part
from loaders.readers.equipments.labels import names_body, said_alone
from loaders.readers.equipments.supporters import Supporter, own_supporter
from loaders.readers.equipments.types import first, known, mended
from loaders.readers.funding.mentions import mentions as organisations
from loaders.resolve import bare
from loaders.seeking import Sought
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain
from maillage.facts import Equipment

_HOW = (
    r"(?:,? (?:(?:en|par) (?:regie|delegation|gestion|dsp|marche)"
    r"(?: (?:de service public|directe|deleguee|municipale|communale))*"
    r"|financierement|directement|actuellement|aujourd'hui|egalement|aussi|ainsi|desormais|notamment),?)*"
)
"""How somebody runs something: ``gère en régie directe``."""

_SEVERAL = re.compile(
    r"\s*(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,2}|les|ses|des)\s+(?P<type>[^:,();]{3,60}?)\s?[:,]\s",
    re.IGNORECASE,
)
_SPEAKS_OF = Sought(
    r"\b(?:a l'horizon|en projet|projet d(?:e |')(?:ouv|cre|constr)\w+|envisag\w+|etudie\w*|etude|futur\w*"
    r"|ouvrir\w*|ouverture|creation|creer\w*|construction|construi\w+|ferme[er]?e?s?\b|fermeture|ancien\w*|voisine?s?"
    r"|ne (?:gere|porte|finance|soutient)|exemple|privee?s?)\b"
)
"""What only speaks of an équipement: one that is planned, closed, somebody else's, or an example."""

_OWN = re.compile(r"(?:la|notre) (?:commune|ville|communaute)\b[^,;:.()]{0,60}? (?:dispose|est dotee) d(?:e |')")
"""What says of the act's own collectivité that it has équipements; of another that can be anybody's."""

_SIZE = re.compile(r"\s?\(\s?(?:de )?(?P<places>\d{1,3}) places?\b")
_NEAR = 80
_POINTS_BACK = re.compile(r"\s*(?:Elle|Il)s?\b")
_FOLLOWING = re.compile(r"[^:;.]{0,40}?\s*:\s*")


def supported(section: Section, sentence: Passage, before: str = "") -> Iterator[Equipment]:
    """Give the équipements that a sentence says a collectivité runs or pays for: "La Ville soutient la crèche A".

    ``Elle`` is whom the sentence ``before`` names first.
    """
    if _SPEAKS_OF.search(plain(sentence.text)):
        return
    behind = list(_behind(section, sentence))
    yield from behind or _objects(section, sentence, before)


def _objects(section: Section, sentence: Passage, before: str) -> Iterator[Equipment]:
    """Give the équipements behind a verb that says who runs them."""
    verb = _supporting().search(plain(sentence.text)) or _OWN.match(plain(sentence.text))
    said = before if _POINTS_BACK.match(sentence.text) else sentence.text[: verb.end()] if verb is not None else ""
    owner = _owner(section, said)
    if verb is None or owner is None or (verb.re is _OWN and owner.code != own_supporter(section).code):
        return
    several = _SEVERAL.match(sentence.text, verb.end())
    if several is not None and known(several["type"]):
        yield from _named(section, sentence, several, owner)
        return
    announced = _FOLLOWING.match(sentence.text, verb.end())
    yield from designated(section, sentence, announced.end() if announced is not None else verb.end(), owner)


def _behind(section: Section, sentence: Passage) -> Iterator[Equipment]:
    """Give the équipements before the words that say who runs them: "A et B, gérés par la Ville", "C, qu'elle gère".

    A participle in the singular is told of the last of them alone.
    """
    begun = 0
    for sign in _run_by().finditer(plain(sentence.text)) if first(sentence.text) >= 0 else ():
        by = sentence.text[slice(*sign.span("who"))] if sign["who"] else sentence.text[sign.end() :]
        owner = _owner(section, sentence.text[begun : sign.start()] if sign["who"] in ("elle", "il") else by[:_NEAR])
        start = first(sentence.text, begun)
        begun = sign.end()
        if owner is None or not 0 <= start < sign.start():
            continue
        named = list(designated(section, sentence, start, owner, sign.start()))
        size = _SIZE.match(sentence.text, sign.end())
        for one in named[-1:] if sign["participle"] and not sign["participle"].endswith("s") else named:
            yield replace(one, capacity=int(size["places"])) if size is not None and len(named) == 1 else one


def _owner(section: Section, said: str) -> Supporter | None:
    """Return the collectivité that acts in a sentence: the first named, else one said by its kind: ``La commune``."""
    body = next(iter(organisations(said)), None)
    if body is not None and names_body(body.printed):
        return Supporter(body.printed)
    found = next(mentions(section, said), None)
    return said_alone(section, said) if found is None else Supporter(bare(found.printed), found.code)


def _named(section: Section, sentence: Passage, several: re.Match[str], owner: Supporter) -> Iterator[Equipment]:
    """Give the équipements of one type that a sentence counts, then names: "gère trois crèches : A, B et C"."""
    parts = list(each_part(sentence, several.end(), len(sentence.text.rstrip(" ."))))
    if all(part.text.strip(' «"“')[:1].isupper() for part in parts):
        for part in parts:
            read = entry(section, part, owner, mended(several["type"]), "equipments.sentence")
            if read is not None:
                yield read


@cache
def _supporting() -> re.Pattern[str]:
    """Return the pattern of a verb that says that somebody runs or pays for what follows."""
    return re.compile(rf"\b{alternatives(groups('equipments', 'headings')['verbs'])}\b{_HOW}")


@cache
def _run_by() -> re.Pattern[str]:
    """Return the pattern of who runs what stands before: ``gérée par la``, ``qu'elle gère``, ``dont X assure``."""
    headings = groups("equipments", "headings")
    supported, verbs = (alternatives(headings[key]) for key in ("supported", "verbs"))
    return re.compile(
        rf",?\s(?<!sera )(?<!seront )(?<!serait )(?P<participle>{supported}){_HOW} par (?:la |le |l')?(?=\S)"
        rf"|,?\s(?:qu'|(?:que|dont) (?:la |le |l')?)(?P<who>[^,;:.()]{{2,60}}?)"
        rf" (?:{verbs}|assure(?:nt)? (?:la gestion|le fonctionnement)|est gestionnaire|a la charge){_HOW}(?!\w)"
    )
