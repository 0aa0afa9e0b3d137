"""The list of équipements that is open: which blocks open and close it, and name a supporter or a type within it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.acts.section import Section
from loaders.acts.territories import mentions
from loaders.document import Block, Heading, Item, Paragraph, Table
from loaders.readers.equipments.entries import is_here
from loaders.readers.equipments.headings import closes, opened
from loaders.readers.equipments.labels import is_place, says_whose, subheading, unmarked
from loaders.readers.equipments.layouts import Layout
from loaders.readers.equipments.list_openings import announced_supporter, heads, shown_supporter, titled_supporter
from loaders.readers.equipments.listed import designates
from loaders.readers.equipments.supporters import Supporter
from loaders.readers.equipments.types import is_theme, known, leading, mended
from loaders.readers.outline import Standing
from loaders.resolve import bare
from loaders.words.turns import decides, gathers

_NEAR = 6


@dataclass(frozen=True, slots=True)
class OpenList:
    """Whose list is open (None: there is none), the type above and its depth among list items, the last table's layout.

    A supporter without a name is the act's own territory. ``named`` where the list's heading names its supporter: a
    commune's bare name within it is the ``place`` of what follows. ``tabled`` where it is the table that a sentence
    announces, and no more. ``level`` is that of its heading (0: no heading), ``filled`` where entries stand right
    below it, above any place.
    """

    supporter: Supporter | None = None
    kind: str = ""
    depth: int = -1
    layout: Layout | None = None
    named: bool = False
    place: str = ""
    tabled: bool = False
    level: int = 0
    filled: bool = False

    def holding(self, *, entries: bool) -> OpenList:
        """Return the list after a block that does or does not hold ``entries`` of it."""
        return replace(self, filled=self.filled or (entries and not self.place))

    def kind_above(self, block: Heading | Item | Paragraph) -> str:
        """Return the type that stands above ``block``; an item beside the one that names the type has none."""
        below = not isinstance(block, Item) or block.depth > self.depth
        return self.kind if below else ""


def turned(section: Section, standings: Sequence[Standing], index: int, current: OpenList) -> OpenList | None:
    """Return what is open after a block that opens, parts or closes a list; None after any other block."""
    block = standings[index].block
    if isinstance(block, Table):
        return None
    following = standings[index + 1 : index + 1 + _NEAR]
    text = block.words.text
    if current.supporter is not None and known(unmarked(text)):  # ``Accueils de loisirs`` heads a part of it
        return _parted(section, block, [one.block for one in following], current, titled=standings[index].is_title)
    announced = announced_supporter(section, block.words, following)
    heading = opened(section, text) or announced or shown_supporter(section, block, following)
    if heading is None and current.supporter is None:
        heading = titled_supporter(section, block, following)
    if heading is not None:
        tabled = announced is not None and isinstance(following[0].block, Table)
        level = block.level if isinstance(block, Heading) else 0
        return OpenList(heading, named=bool(heading.printed), tabled=tabled, level=level)
    if current.supporter is None:
        return None
    ends = closes(text) and not text.rstrip().endswith(":")  # not ``Pour la commune de X :``
    if ends or decides(text) or gathers(text):
        return OpenList()
    blocks = [one.block for one in following]
    return _parted(section, block, blocks, current, titled=standings[index].is_title)


def _parted(
    section: Section, block: Heading | Item | Paragraph, following: Sequence[Block], current: OpenList, *, titled: bool
) -> OpenList | None:
    """Return what is open after a block that names a supporter or a type in a list, or is a title; else None."""
    alone = isinstance(block, Paragraph) and isinstance(next(iter(following), None), Item)
    labels = titled or (alone and is_here(section, block.words.text.rstrip(" :")))
    below = subheading(section, block.words.text, titled=labels, body=not isinstance(block, Item))
    beside = isinstance(block, Heading) and block.level <= current.level and current.filled
    if below is not None and is_place(block.words.text, named=current.named) and not beside:
        return replace(current, kind="", depth=-1, place=below.printed)
    if below is not None:
        return OpenList(below, layout=current.layout)
    if isinstance(block, Paragraph) and (who := _announced_of(section, block.words.text)) is not None:
        return OpenList(who, layout=current.layout)
    label = unmarked(block.words.text)
    if known(label) and heads(block, following):
        depth = block.depth if isinstance(block, Item) else -1
        return replace(current, kind=mended(label), depth=depth, layout=None)
    if titled and designates(label):
        return None
    if titled:
        kept = replace(current, kind="", depth=-1, layout=None)
        return kept if is_theme(label) or says_whose(label) else OpenList()
    return None


def _announced_of(section: Section, text: str) -> Supporter | None:
    """Return the one collectivité of a sentence that a colon ends: ``Ceux que soutient la commune de X sont :``."""
    if not text.rstrip().endswith(":") or leading(text):
        return None
    found = {one.code: one for one in mentions(section, text)}
    supporters = [Supporter(bare(one.printed), one.code) for one in found.values()]
    return supporters[0] if len(supporters) == 1 else None
