"""Titles: which titles head a part about bodies, and which are themselves the name of one, whatever they are called.

What stands below a title tells it: that somebody meets, how often, and who.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from loaders.acts.splitting import is_title
from loaders.document import Block, Heading, Item, Paragraph, Table
from loaders.readers.governance.coined_names import may_name, opening_by_form
from loaders.readers.governance.cues import cues
from loaders.readers.governance.frames import is_about_steering
from loaders.readers.governance.kinds import OTHER, kind_beside, kind_said
from loaders.readers.governance.labels import label
from loaders.readers.governance.lines import is_section, names_people
from loaders.readers.governance.mentions import BODY_LEAD, Mention, opening_any
from loaders.words.rhythms import frequency, is_rhythm, tells_meeting
from loaders.words.wording import plain

_STEERED = re.compile(rf"\b{cues('steered')}")
_SIGNS = re.compile(rf"\b{cues('signs')}")
_NUMBERED = re.compile(r"\W*(?:article|art\.|titre|chapitre|partie|\d|[ivx]+[.)\s])")
_ARTICLE = re.compile(r"\W*(?:article|chapitre|titre) (?:\d{1,2}|[ivx]+|premier|unique)\b")
_NAME = re.compile(rf"{BODY_LEAD}(?P<name>[^:;.!?,()]{{3,60}}?)(?P<side>\s*\([^()]{{3,60}}\))?[\s:]*")
_OF_IT = re.compile(
    r"\W*(?:(?:il|elle|ce dernier|cette derniere)\b|se (?:reuni|tien|retrouv|voi)"
    r"|reuni|rencontre|rythme|frequence|tenue?\b)"
)
_SEPARATED = re.compile(r"\s*[:(–—-]")
_WINDOW = 14
"""Blocks below a title that can tell what it heads."""

_FEWEST = 2


def heads_bodies(blocks: Sequence[Block], at: int) -> bool:
    """Whether the title at ``at`` is about steering by its words, or by two bodies told below it to meet."""
    block = blocks[at]
    if isinstance(block, Table):
        return False
    if is_about_steering(block.words) or _STEERED.search(plain(block.words.text)):
        return True
    below = [one for one in _below(blocks, at) if not isinstance(one, Table)]
    meeting = sum(tells_meeting(one.words) for one in below)
    return meeting >= _FEWEST and any(_SIGNS.search(plain(one.words.text)) for one in below)


def is_part(block: Block) -> bool:
    """Whether a line without the print of a title heads a part of an act: ``6. PILOTAGE``."""
    if isinstance(block, Item):
        return is_section(block)
    return isinstance(block, Paragraph) and is_title(block) and _NUMBERED.match(plain(block.words.text)) is not None


def is_article(block: Block) -> bool:
    """Whether a line without the print of a title heads an article: what stands below it is of no body named above."""
    return isinstance(block, Paragraph) and is_title(block) and _ARTICLE.match(plain(block.words.text)) is not None


def titled(blocks: Sequence[Block], at: int, *, steering: bool) -> Mention | None:
    """Return the body of which the title at ``at`` is the name, as what stands below it says.

    Where no bodies are spoken of, a list of those who sit in it must follow too.
    """
    block, below = blocks[at], blocks[at + 1 : at + 2]
    if not isinstance(block, Heading) or not below or isinstance(below[0], (Table, Heading)):
        return None
    named = _NAME.fullmatch(plain(block.words.text))
    said = bool(kind_said(plain(below[0].words.text)))
    if named is None or label(block.words) or not may_name(block.words.text[slice(*named.span("name"))], said=said):
        return None
    if not _tells_of_it(below[0]) or not (steering or names_people(blocks[at + 2 : at + 2 + _WINDOW])):
        return None
    if (known := opening_any(block.words)) is not None and known.known:
        return None
    kind = kind_beside(plain(block.words.text[named.end("name") :])) or OTHER
    return Mention(*named.span("name"), kind, block.words.cut(*named.span("name")), known=False)


def _tells_of_it(below: Paragraph | Item) -> bool:
    """Whether a line says how often the body titled above it meets, and names no other body as what it is about."""
    if is_rhythm(below.words) or label(below.words) == "frequency":
        return True
    said = plain(below.words.text)
    if not frequency(below.words):
        return False
    if kind_said(said):
        return True
    named = opening_by_form(below.words)
    if named is None:
        return _OF_IT.match(said) is not None and tells_meeting(below.words)
    end = len(named.words.text)
    return not named.start and is_rhythm(below.words.cut(end)) and _SEPARATED.match(said, end) is None


def _below(blocks: Sequence[Block], at: int) -> Sequence[Block]:
    """Return the blocks that the title at ``at`` heads, as far as they are looked at."""
    level = getattr(blocks[at], "level", 0)
    below: list[Block] = []
    for block in islice(blocks, at + 1, at + 1 + _WINDOW):
        if isinstance(block, Heading) and level and 0 < block.level <= level:
            break
        below.append(block)
    return below
