"""Équipements that a sentence says a collectivité runs or pays for: "La Ville gère la crèche A", "B, géré par la"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from loaders.acts.section import Section
from loaders.acts.territories import mentions
from loaders.document import Passage
from loaders.readers.equipments.counted import counted, counted_before
from loaders.readers.equipments.enumerating import designated
from loaders.readers.equipments.labels import names_body, said_alone
from loaders.readers.equipments.supporters import Supporter, own_supporter
from loaders.readers.equipments.types import first
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

SPEAKS_OF = Sought(
    r"\b(?:a l'horizon|en projet|projet d(?:e |')(?:ouv|cre|constr)\w+|envisag\w+|etudie\w*|etude|futur\w*"
    r"|ouvrir\w*|ouverture|creation|creer\w*|construction|construi\w+|ferme[er]?e?s?\b|fermeture|ancien\w*|voisine?s?"
    r"|n(?:e |')(?:gere|porte|finance|soutient|est plus|sont plus|est pas|sont pas)|exemple|privee?s?"
    r"|retire\w*|supprim\w+|cess(?:e|ent|era))\b"
)
"""What only speaks of an équipement: one that is planned, closed, somebody else's, or an example."""

_OWN = re.compile(
    r"(?:la|notre) (?:commune|ville|communaute)\b[^,;:.()]{0,60}?"
    r"(?: (?:(?:dispose|est dotee) d(?:e |')|(?:compte|possede) )|, (?:gestionnaire|porteuse) d(?:[eu] |'))"
)
"""What says of the act's own collectivité that it has équipements; of another that can be anybody's."""

_OF_AN_ASSOCIATION = r"\b(?:associations?|federation|mutualite|amicale|fondation|admr)\b[^,;:]{0,80},? qui"
_ALSO = re.compile(rf"(?:(?:,|\bet|\bainsi que)(?: (?:elle|il))?(?: (?:egalement|aussi))?|{_OF_AN_ASSOCIATION}) $")
"""What joins a verb to the one before it, of the same subject: ``porte A et subventionne B``.

Who pays an association pays for what that runs: ``soutient l'association X, qui gère B``.
"""

_RUN_BY_OTHERS = re.compile(rf"{_OF_AN_ASSOCIATION} $")
_CLAUSE = re.compile(r"[,;:]|\b(?:et|que|mais|tandis que)\b|\bqu['’]")
_SIZE = re.compile(r"\s?\(\s?(?:de )?(?P<places>\d{1,3}) places?\b")
_NEAR = 80
_POINTS_BACK = re.compile(
    r"\s*(?:Elles?|Ils"
    r"|Il(?! (?:(?:est|a été|sera) (?:rappel|précis|propos|indiqu|not|expos)|convient|s['’]agit|faut|y a)))\b"
)
"""What points back to whom the sentence before names, and not « Il est précisé que »."""

_FOLLOWING = re.compile(r"[^:;.]{0,40}?\s*:\s*")


def supported(section: Section, sentence: Passage, before: str = "") -> Iterator[Equipment]:
    """Give the équipements that a sentence says a collectivité runs or pays for: "La Ville soutient la crèche A".

    ``Elle`` is whom the sentence ``before`` names first.
    """
    if SPEAKS_OF.search(plain(sentence.text)):
        return
    behind = list(_behind(section, sentence))
    yield from behind or _objects(section, sentence, before)


def _objects(section: Section, sentence: Passage, before: str) -> Iterator[Equipment]:
    """Give the équipements behind each verb that says who runs or supports them."""
    said = plain(sentence.text)
    verbs = list(_supporting().finditer(said)) or [found for found in (_OWN.match(said),) if found is not None]
    owner: Supporter | None = None
    last = 0
    for verb, following in zip_longest(verbs, verbs[1:]):
        if not last and not _RUN_BY_OTHERS.search(said, 0, verb.start()):
            owner = _owner(section, before if _POINTS_BACK.match(sentence.text) else sentence.text[: verb.end()])
        elif owner is None or not _ALSO.search(said, last, verb.start()):
            owner = _subject(section, sentence.text[last : verb.start()])
        last = verb.end()
        if owner is None or (verb.re is _OWN and owner.code != own_supporter(section).code):
            continue
        end = following.start() if following is not None else len(sentence.text.rstrip(" ."))
        several = list(counted(section, sentence, last, end, owner))
        announced = _FOLLOWING.match(sentence.text, last)
        yield from several or designated(section, sentence, announced.end() if announced else last, owner, end)


def _subject(section: Section, between: str) -> Supporter | None:
    """Return the collectivité that is the subject of a verb behind another: "et que la commune de X finance"."""
    clause = _CLAUSE.split(between)[-1].strip()
    owner = _owner(section, clause)
    return owner if owner is not None and plain(bare(clause)).startswith(plain(owner.printed)) else None


def _behind(section: Section, sentence: Passage) -> Iterator[Equipment]:
    """Give the équipements before the words that say who runs them: "A et B, gérés par la Ville", "C, qu'elle gère".

    A participle in the singular is told of the last of them alone. Those that are only counted before them can be
    named behind: "deux crèches gérées par la Ville : A et B".
    """
    begun = 0
    for sign in _run_by().finditer(plain(sentence.text)) if first(sentence.text) >= 0 or ":" in sentence.text else ():
        by = sentence.text[slice(*sign.span("who"))] if sign["who"] else sentence.text[sign.end() :]
        owner = _owner(section, sentence.text[begun : sign.start()] if sign["who"] in ("elle", "il") else by[:_NEAR])
        yield from counted_before(section, sentence, sign.span(), owner) if owner is not None else ()
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
