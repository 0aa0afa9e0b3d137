"""Openings of a list of équipements: a sentence that announces it, a title that what stands below shows to be one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from loaders.acts.section import Section
from loaders.acts.territories import mentions
from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.readers.equipments.addresses import split, unpriced
from loaders.readers.equipments.announcements import announces, announces_list, announces_table, owns
from loaders.readers.equipments.bare_titles import does, is_bare, names_things
from loaders.readers.equipments.labels import said_alone, says_whose, subheading, unmarked
from loaders.readers.equipments.layouts import layout_of
from loaders.readers.equipments.listed import designates
from loaders.readers.equipments.supporters import Supporter, of_host
from loaders.readers.equipments.types import is_theme, known, leading
from loaders.readers.outline import Standing
from loaders.resolve import bare
from loaders.words.wording import lines, plain, sentences

_SHOWN = 2
_COUNTED = re.compile(r"^\W*(?:\d{1,2}|une?|deux|trois) ")
_POINTS = re.compile(r"\b(?:il s'agit (?:de|des|du)?|ce sont|(?:les )?voici|a savoir|soit)\W*$")
"""How a sentence ends that points to a table of what the sentence before is about: ``Pour X, il s'agit de :``."""

_COMMUNAL = re.compile(r"\b(?:communa|municipa)(?:le?s?|ux)\b")
"""What says that things are those of the commune that decides, which it need not name."""


def announced_supporter(section: Section, words: Passage, following: Sequence[Standing]) -> Supporter | None:
    """Return the supporter of a list that a sentence announces (``les services suivants :``).

    It is the one that the sentence names, else the act's own territory. The first item, or each line below, must begin
    with a type of équipement, and designate one where the sentence only speaks of a list; a table of them is announced
    by any sentence about équipements that a colon ends, or that points to it before others say more of it.
    """
    *before, last = _up_to_what_announces(tuple(sentences(words)) or (words,))
    pointed = before[-1:] if _POINTS.search(plain(last.text)) else ()
    listed, tabled = announces(words.text), announces_table(" ".join(one.text for one in (*pointed, last)))
    weakly = not listed and announces_list(last.text)
    shown_by = listed or tabled or weakly
    first, typed = next(_entries_below(section, following), (None, False)) if shown_by else (None, False)
    if isinstance(first, Table):
        shown = tabled and _is_table_of(section, first, priced=owns(last.text))
        return supporter_in(section, last.text) if shown else None
    if weakly and not (isinstance(first, Item) and designates(unpriced(unmarked(first.words.text)))):
        return None
    begun = _is_run(first) or (isinstance(first, Item) and bool(typed or leading(first.words.text)))
    return supporter_in(section, words.text) if begun and (listed or weakly) else None


def _up_to_what_announces(said: Sequence[Passage]) -> Sequence[Passage]:
    """Return the sentences of a paragraph without those that say more of a table to which one before them points."""
    if said[-1].text.rstrip().endswith(":"):
        return said
    last = next((n for n, one in enumerate(said, 1) if announces_table(one.text)), len(said))
    return said[:last]


def supporter_in(section: Section, text: str) -> Supporter:
    """Return the collectivité that a text names, or says by its kind alone; without a name where it says nobody.

    What is communal in the act of a commune is of the one that decides.
    """
    giver = next(mentions(section, text), None)
    if giver is not None:
        return Supporter(bare(giver.printed), giver.code)
    if (alone := said_alone(section, text)) is not None:
        return alone
    host = section.head.home
    if host is None or host.kind != "commune" or not _COMMUNAL.search(plain(text)):
        return Supporter("")
    return of_host(section, host)


def shown_supporter(
    section: Section, title: Heading | Item | Paragraph, following: Sequence[Standing]
) -> Supporter | None:
    """Return the supporter of a list that its title does not say to be supported; without an owner, the act's own.

    One of the blocks below must designate an équipement; where the title says more than ``Équipements``, the first two,
    or a table of them that stands first. An item among others of its rank is no title.
    """
    text = title.words.text
    bare_title = is_bare(text)
    if not bare_title and not names_things(text):
        return None
    if isinstance(title, Item) and not heads(title, [one.block for one in following]):
        return None
    below = list(islice(_entries_below(section, following), _SHOWN))
    if bare_title:
        return Supporter("") if any(_designates(section, *one) for one in below) else None
    whole = below[:1] if below and _is_table_of(section, below[0][0]) else below if len(below) == _SHOWN else []
    shown = bool(whole) and all(_designates(section, *one) for one in whole)
    return (subheading(section, text, titled=True, body=True) or supporter_in(section, text)) if shown else None


def titled_supporter(
    section: Section, title: Heading | Item | Paragraph, following: Sequence[Standing]
) -> Supporter | None:
    """Return the collectivité that a title right above a table of équipements names: alone, or as what it does.

    ``Relevant de la commune de Mens``, ``Ce que la Ville fait vivre``.
    """
    below = following[0].block if following else None
    titled = isinstance(title, Heading)
    counted = isinstance(below, Item) and designates(_COUNTED.sub("", below.words.text))
    if not titled or below is None or not (counted or _is_table_of(section, below)):
        return None
    text = title.words.text
    return subheading(section, text, body=True) or (supporter_in(section, text) if does(text) else None)


def _is_table_of(section: Section, block: Block, *, priced: bool = False) -> bool:
    """Tell whether a block is a table of équipements, and of no money unless it may be ``priced``."""
    return isinstance(block, Table) and (priced or not _of_money(block)) and _designates(section, block, typed=False)


def _of_money(table: Table) -> bool:
    """Tell whether a table has amounts: what it is announced by is about money, not about whose list it is."""
    return any("€" in cell.text for row in table.rows for cell in row.cells)


def _entries_below(section: Section, following: Sequence[Standing]) -> Iterator[tuple[Block, bool]]:
    """Give the blocks below a title, and whether a type stands above each, without the labels between them."""
    typed = False
    for one in following:
        block = one.block
        if isinstance(block, Table):
            yield block, typed
        elif known(unmarked(block.words.text)):
            typed = True
        elif not _is_label(section, block, titled=one.is_title):
            yield block, typed


def _is_run(block: Block | None) -> bool:
    """Tell whether a paragraph has an équipement a line, each by its type."""
    printed = lines(block.words) if isinstance(block, Paragraph) else ()
    typed = all(leading(unmarked(line.text)) for line in printed)
    return len(printed) > 1 and typed and designates(unmarked(printed[0].text))


def _is_label(section: Section, block: Heading | Item | Paragraph, *, titled: bool) -> bool:
    """Whether a block within a list is the label of one of its parts: a collectivité, or a theme."""
    text = block.words.text
    if subheading(section, text, titled=titled, body=not isinstance(block, Item)) is not None:
        return True
    return titled and (is_theme(unmarked(text)) or says_whose(unmarked(text)))


def _designates(section: Section, block: Block, typed: bool) -> bool:
    """Whether a block designates an équipement: by a type with a name or a place, or in a table of them.

    Below a type (``typed``) an item is one, and so is what has an address.
    """
    if isinstance(block, Table):
        return layout_of(section, block, listed=False, before=None) is not None
    listed = typed and (isinstance(block, Item) or bool(split(block.words.text).postcode))
    first, *_ = lines(block.words) if isinstance(block, Paragraph) else (block.words,)
    return listed or designates(unmarked(first.text))


def heads(block: Heading | Item | Paragraph, following: Sequence[Block]) -> bool:
    """Tell whether a type's name heads what follows: it is no list item, ends with a colon, or has items below it."""
    if not isinstance(block, Item):
        return True
    first = following[0] if following else None
    below = isinstance(first, Item) and first.depth > block.depth
    return below or block.words.text.rstrip().endswith(":")
