"""The act's own territory: the name that the act gives it most often, or that stands above one of its parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from loaders.acts.section import Section
from loaders.acts.territories import LONGEST_NAME, mentioned, mentions
from loaders.acts.territory_codes import Named, specific
from loaders.document import Block, Table, passages
from maillage.reference import Territory

_ASIDE = re.compile(r"\s\([^()]*\)\W*$")
"""What a title adds in brackets to the name: ``CC du Trièves (2021)``."""

_JOINED = re.compile(r"\s[–—-]\s")
_SAYS_MORE = re.compile(
    r"[€£:;]|\b(?:est|sont|reçoit|perçoit|bénéficie|apporte|porte|gère|maintient|emploie|exerce|contribue|s['’]engage"
    r"|(?:vers|financ|particip|assur|consacr|mobilis|pilot|coordonn|soutien|attribu|allou|accord)(?:e|ent|era|eront|t))\b",
    re.IGNORECASE,
)
_OF = re.compile(r"^\W*(?:de la|de l['’]|du|des|de|d['’])\s*(?=[A-ZÀ-Ý])")
"""What leads to a name that stands on a line of its own below a title: ``Convention`` / ``de la Communauté ...``."""

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
        texts = [block.words.text] if len(block.words.text) <= LONGEST_NAME else []
    for text in texts:
        found = specific(section, _OF.sub("", _ASIDE.sub("", text), count=1))
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
