"""Actions behind the title of their enjeu, in one line: ``Axe 1 : Enfance. Fiche 2, Ouvrir ... ; fiche 3, Former``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from loaders.document import Block, Item, Paragraph
from loaders.readers.plan.nodes import OUTER
from loaders.seeking import Sought
from loaders.words.numbering import NUMBER, numbered
from loaders.words.wording import plain

_ACTION = Sought(rf"[.;:]\s+(?:et\s+)?(?=(?:fiches?(?:[ -]actions?)?|actions?)\s+(?:n\s?[°o]\s?)?{NUMBER}\s?[,:–—-])")


def actions_behind(block: Block) -> Iterator[Item]:
    """Give the enjeu or objectif that ``block`` names, and the actions that the sentence behind its title lists.

    ``Axe 1 : Enfance. Fiche 2, Ouvrir un accueil ; fiche 3, Former les équipes`` are three; nothing for another block.
    """
    head = numbered(block.words.text) if isinstance(block, (Item, Paragraph)) else None
    if not isinstance(block, (Item, Paragraph)) or head is None or head.level not in OUTER:
        return
    cuts = [found for found in _ACTION.finditer(plain(block.words.text)) if _is_titled(block.words.text, found)]
    if cuts:
        depth = block.depth if isinstance(block, Item) else 0
        yield Item(block.words.cut(0, cuts[0].start()), depth, block.marker if isinstance(block, Item) else "")
        for found, end in zip_longest(cuts, (cut.start() for cut in cuts[1:])):
            yield Item(block.words.cut(found.end(), end), depth + 1)


def _is_titled(text: str, action: re.Match[str]) -> bool:
    """Whether what names an action with its number goes on with its title, in a capital."""
    head = numbered(text[action.end() :])
    return head is not None and text[action.end() + head.start :].lstrip(" ,:–—-«")[:1].isupper()
