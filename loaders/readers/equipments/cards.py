"""Cards: an équipement that a title or a line names, and the lines below that say what it is, where, how large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from loaders.acts.section import Section
from loaders.acts.territory_codes import specific
from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.readers.equipments.addresses import is_address, split
from loaders.readers.equipments.bare_titles import is_bare, names_things
from loaders.readers.equipments.column_titles import role_of_title, tells_of
from loaders.readers.equipments.headings import opened
from loaders.readers.equipments.labels import names_kind, unmarked
from loaders.readers.equipments.types import is_theme, known, leading
from loaders.readers.outline import Standing
from loaders.words.wording import lines

_LONGEST_NAME = 80
_CARD = 3
"""Blocks of a card: a type, a name, and the first of what tells of it."""

_NAMED_SO = 4
"""Words from which a title is more than a theme: ``Espace jeunesse Le Kiosque``."""


def cards(section: Section, standings: Iterable[Standing]) -> Iterator[Standing]:
    """Give blocks, the lines that say an équipement's type, address or places with the one above that names it."""
    held: Standing | None = None
    for one in _typed_above(section, list(standings)):
        joined = _card(section, held.block, one.block) if held is not None else None
        if held is not None and joined is not None:
            held = replace(held, block=joined, is_title=False)
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


def _typed_above(section: Section, standings: Sequence[Standing]) -> Iterator[Standing]:
    """Give blocks, a title that names an équipement with its type, which stands alone above it: ``EAJE``.

    An address or a size stands below the title, or it goes on with cards of which the first has one.
    """
    going_on, at = False, 0
    while at < len(standings):
        one, *below = standings[at : at + _CARD]
        kind = one.block
        typed = isinstance(kind, Paragraph) and not one.is_title and known(kind.words.text)
        name = below[0].block if typed and below and below[0].is_title else None
        if not isinstance(kind, Paragraph) or not isinstance(name, Heading | Paragraph):
            going_on = going_on and not one.is_title
        elif _names_one(section, name.words.text) and (going_on or _is_told(below[1:])):
            yield replace(one, block=Item(_followed(kind.words, " – ") + name.words), is_title=False)
            going_on, at = True, at + 2
            continue
        yield one
        at += 1


def _is_told(below: Sequence[Standing]) -> bool:
    """Tell whether the first of some blocks says where something is, or its size."""
    return any(not isinstance(one.block, Table) and _tells(one.block.words) for one in below[:1])


def _card(section: Section, above: Block, below: Block) -> Item | Paragraph | None:
    """Return the entry that two blocks make, of which the lower says but what the équipement of the upper is."""
    if isinstance(above, Table) or isinstance(below, Table):
        return None
    heads = isinstance(below, Item) and not isinstance(above, Item) and known(unmarked(above.words.text))
    if leading(above.words.text) and _tells(below.words) and not heads:
        apart = is_address(below.words.text) and not above.words.text.rstrip().endswith((",", ":", "–", "-"))
        whole = (_followed(above.words, ",") if apart else above.words) + below.words
        return Item(whole) if isinstance(above, Item) else Paragraph(whole)
    kind = _kind_told(below.words.text)
    if not kind or isinstance(above, Item) or not _names_one(section, above.words.text):
        return None
    start = below.words.text.index(kind)
    end = start + len(kind)
    rest = below.words.text[end:].lstrip(" ,;:–-")
    named = _followed(below.words.cut(start, end), " – ") + above.words
    return Item(_followed(named, ",") + below.words.cut(len(below.words.text) - len(rest)))


def _followed(words: Passage, sign: str) -> Passage:
    """Return ``words`` with a sign behind them."""
    *before, last = words.pieces
    return Passage((*before, last._replace(text=last.text + sign)))


def _tells(words: Passage) -> bool:
    """Tell whether each line of a text says where something is, or its size, behind a label."""
    printed = lines(words)
    return bool(printed) and all(tells_of(line.text) or is_address(line.text) for line in printed)


def _kind_told(text: str) -> str:
    """Return the type that a text says with an address or a size, and no name: ``EAJE – 45 places 12 rue X``."""
    label, colon, said = text.partition(":")
    text = said if colon and role_of_title(label) == "type" else text
    kind = leading(text)
    if not kind:
        return ""
    told = split(text)
    return kind if known(told.name) and (told.capacity or told.street or told.postcode) else ""


def _names_one(section: Section, text: str) -> bool:
    """Tell whether a title can be the name of an équipement: it is no type, theme or territory, nor heads a list."""
    if len(text) > _LONGEST_NAME or text.rstrip().endswith((":", ".", ",")) or known(unmarked(text)) or is_bare(text):
        return False
    other = not leading(text) and (
        (is_theme(text) and len(text.split()) < _NAMED_SO) or names_things(text) or opened(section, text) is not None
    )
    return not other and specific(section, text) is None and not names_kind(text)
