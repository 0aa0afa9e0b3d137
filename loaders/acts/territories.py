"""Territories as an act prints them: its own name, those that its sentences name, that nearest to a figure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from loaders.acts.section import Section
from loaders.acts.territory_codes import Named, is_generic, named, specific
from loaders.document import Block, Table, passages
from loaders.words.lands import end_of_name
from loaders.words.wording import plain
from maillage.reference import Territory

_SIGN = re.compile(
    r"\b(?:villes?|communes?|communaut[ée](?: de communes| d['’]agglom[ée]ration| urbaine)?|m[ée]tropole"
    r"|agglom[ée]ration|cc|ca|cu|epci)\b"
    r"(?:\s+(?:de\s+la\b|de\s+l['’]|du\b|des\b|de\b|d['’]))?\s*[\"«“]?\s*",
    re.IGNORECASE,
)
_CAPITALISED = r"[^\W\d_a-zà-öø-ÿ][\w’'.-]*"
_LINKED = r"(?:(?:de|du|des|d['’]|la|le|les|l['’]|l[èe]s|et|&|sur|sous|en|aux?)\s*){0,4}"
_NAME = re.compile(rf"{_CAPITALISED}(?:[ -]{{1,3}}{_LINKED}{_CAPITALISED}){{0,12}}")
_FURTHER = re.compile(rf"(?:,| et| [–—-]) {_LINKED}(?P<last>{_CAPITALISED})")
_LINK = re.compile(r"\s(?:de la |de l['’]|du |des |de |d['’]|et )")
_LEAD = re.compile(
    r"\s*(?:des? [\w' ]{3,40}?)?\s*(?:sur|à|pour|dans|en|au niveau de|au sein de|chez)\s+"
    r"(?:l['’]ensemble (?:du |de la |de l['’]|des )|la |les? |l['’])?",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\s*(?:au |à l['’]|en |pour la )(?P<level>(?:niveau|plan|échelle|moyenne) \w{4,12}ale?)\b", re.IGNORECASE
)
_OF_LEVEL = re.compile(
    r"\b(?:(?P<level>(?:niveau|plan|échelle|moyenne) \w{4,12}ale?)\b"
    r"|(?:celui|celle|ceux|celles|moyenne) (?:du |de la |de l['’]|des |de )(?P<name>[^\W\d][^()\d,;:]{2,40}?)"
    r"(?=\s?[(,;]|(?:\s(?:est )?(?:de|à))?\s?$))",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s[–—-]\s")
_SAYS_MORE = re.compile(
    r"[€£:;]|\b(?:est|sont|reçoit|perçoit|bénéficie|apporte|porte|gère|maintient|emploie|exerce|contribue|s['’]engage"
    r"|(?:vers|financ|particip|assur|consacr|mobilis|pilot|coordonn|soutien|attribu|allou|accord)(?:e|ent|era|eront|t))\b",
    re.IGNORECASE,
)
_ARTICLES = frozenset(("Le", "La", "Les", "Un", "Une", "Des", "En", "Au", "Aux"))
"""Words that begin a sentence, and are no name: « Les 1 415 enfants »."""

_LONGEST_NAME = 90
_FIRST = 60


class _Act:
    """A section as the key of a cache: it is equal to itself alone."""

    def __init__(self, section: Section) -> None:
        self.section = section

    def __hash__(self) -> int:
        return id(self.section.blocks)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Act):
            return False
        return other.section.blocks is self.section.blocks and other.section.territory == self.section.territory


def home(section: Section) -> str:
    """Return the name of the act's own territory as the act prints it most often; its official name where it does not.

    Empty where the act has no territory of its own.
    """
    return _home(_Act(section)) if section.territory is not None else ""


@lru_cache(maxsize=16)
def _home(act: _Act) -> str:
    """Return the name of an act's territory; every fact without a territory of its own asks for it."""
    section, territory = act.section, act.section.territory
    if territory is None:
        return ""
    counts = Counter(_mentions(section)) or _bare_or_short(section, territory)
    return counts.most_common(1)[0][0] if counts else territory.name


def _bare_or_short(section: Section, territory: Territory) -> Counter[str]:
    """Count the names of an act's territory without its kind, of several words first; its abbreviations otherwise."""
    bare = tuple(_bare_names(section, territory))
    several = Counter(name for name in bare if " " in name)
    return several or Counter(_abbreviated(section, territory)) or Counter(bare)


def name_above(section: Section, blocks: Sequence[Block]) -> str:
    """Return the name of the act's own territory that stands nearest to the end of ``blocks``.

    It stands there where a block is nothing else, or a table has a column of it; else it is the act's usual one.
    """
    return stands_above(section, blocks) or home(section)


def stands_above(section: Section, blocks: Sequence[Block]) -> str:
    """Return the name of the act's own territory that a block or column of ``blocks`` is, the last one; else empty."""
    return next((name for block in reversed(blocks) if (name := _standing(section, block))), "")


def _standing(section: Section, block: Block) -> str:
    """Return the name of the act's own territory where ``block`` is nothing else, or is a table with a column of it."""
    if isinstance(block, Table):
        texts = [cell.text for cell in block.rows[0].cells] if block.rows else []
    else:
        texts = [block.words.text] if len(block.words.text) <= _LONGEST_NAME else []
    for text in texts:
        found = specific(section, text)
        single = found is not None and not _JOINED.search(found.printed) and not _SAYS_MORE.search(found.printed)
        if found is not None and single and section.territory is not None and found.code == section.territory.code:
            return found.printed
    return ""


def own(section: Section) -> Named:
    """Return the act's own territory under the name that the act gives it, a commune under its bare one."""
    territory = section.territory
    if territory is not None and territory.kind == "commune":
        return Named(territory.name, territory.code, territory)
    return Named(home(section), territory.code if territory is not None else "", territory)


def place_after(section: Section, text: str) -> Named | None:
    """Return the territory that ``text`` begins with: "sur la CCPO", "au niveau national", "pour le Département"."""
    level = _LEVEL.match(text)
    if level is not None:
        return named(section, level["level"])
    lead = _LEAD.match(text)
    return _first_named(section, text[lead.end() :]) if lead is not None else None


def level_in(section: Section, text: str) -> Named | None:
    """Return the territory whose level ``text`` names last: ``la moyenne départementale``, ``celui du département``."""
    found = next(reversed(list(_OF_LEVEL.finditer(text))), None)
    return named(section, found["level"] or found["name"]) if found is not None else None


def place_before(section: Section, text: str) -> Named | None:
    """Return the territory that ``text`` names last, of one kind or another; None where it names none."""
    return max(enumerate(mentioned(section, text)), default=(0, None), key=lambda pair: pair[0])[1]


def mentioned(section: Section, text: str) -> Iterator[Named]:
    """Give every territory that ``text`` names by a capitalised name, with or without its kind."""
    for found in _NAME.finditer(text):
        if found[0] in _ARTICLES:
            continue
        starts = (0, *(link.end() for link in _LINK.finditer(found[0])))
        whole = text[found.start() : end_of_name(text, found.end())]
        resolved = (named(section, whole[start:]) for start in starts)
        known = next((one for one in resolved if one is not None and one.territory is not None), None)
        if known is not None:
            yield known


def _first_named(section: Section, text: str) -> Named | None:
    """Return the territory named by the first words of ``text``, as many as make a name."""
    found = _NAME.match(text)
    if found is not None:
        return named(section, text[: end_of_name(text, found.end())])
    word = re.match(r"[^\W\d_]+", text)
    return named(section, word[0]) if word is not None and is_generic(section, word[0]) else None


def mentions(section: Section, text: str) -> Iterator[Named]:
    """Give the territories that ``text`` names with their kind: "la Ville de X", "la CC du Y"."""
    for sign in _SIGN.finditer(text):
        found = _NAME.match(text, sign.end())
        if found is None:
            continue
        end = end_of_name(text, found.end())
        resolved = _further(section, text, sign.start(), end) or _between(section, text, sign.start(), end)
        if resolved is not None and resolved.territory is not None:
            yield resolved


def _between(section: Section, text: str, start: int, end: int) -> Named | None:
    """Return the territory that ``text`` names from ``start`` to ``end``."""
    return named(section, " ".join(text[start:end].split())[:_LONGEST_NAME])


def _further(section: Section, text: str, start: int, end: int) -> Named | None:
    """Return the territory whose name goes on behind an adjective, or a dash: « Pays fertois et du Bocage carrougien ».

    It goes on with a name (``Pays de Retz – Marais de Machecoul``), or a word of one, that is part of the official one.
    """
    found = _FURTHER.match(text, end)
    if found is None:
        return None
    begin = found.start("last")
    for last in (one.end() for one in (_NAME.match(text, begin), found) if one is not None):
        longer = _between(section, text, start, end_of_name(text, last))
        known = longer.territory if longer is not None else None
        if known is not None and plain(text[begin:last]) in plain(known.name):
            return longer
    return None


def _mentions(section: Section) -> Iterator[str]:
    """Give each printed name of the act's territory: the blocks that are nothing else, then those within sentences."""
    for block in section.blocks:
        if isinstance(block, Table):
            continue
        for words in passages(block):
            for found in mentions(section, words.text):
                if section.territory is not None and found.code == section.territory.code:
                    yield found.printed


def _bare_names(section: Section, territory: Territory) -> Iterator[str]:
    """Give the names of ``territory`` that stand without its kind before them, in the first blocks of the act."""
    for words in islice(passages(section.blocks), _FIRST):
        yield from (found.printed for found in mentioned(section, words.text) if found.code == territory.code)


def _abbreviated(section: Section, territory: Territory) -> Iterator[str]:
    """Give each abbreviation of the act that means ``territory``, as often as it stands in a block."""
    for short, full in section.abbreviations.items():
        found = section.gazetteer.territory(full, territory)
        if found is not None and found.code == territory.code:
            sign = re.compile(rf"\b{re.escape(short)}\b")
            yield from (short for words in passages(section.blocks) if sign.search(words.text))
