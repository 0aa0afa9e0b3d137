"""What stands above a list of figures: a title whose number is theirs."""

from __future__ import annotations

import re

from loaders.acts.section import Section
from loaders.document import Item
from loaders.readers.outline import Standing
from loaders.words.numerals import NUMBER
from loaders.words.wording import plain

_KEYED = re.compile(rf"\W*[^:;.]{{3,100}}:\s*(?:{NUMBER})")


def number_over(section: Section, standing: Standing) -> str:
    """Return the number of the title above an item that is a figure and what it counts, empty for any other block.

    A deliberation's own number, among those of a session, is that of no part of a diagnosis.
    """
    listed = isinstance(standing.block, Item) and _KEYED.match(plain(standing.block.words.text))
    return standing.number if listed and section.kind != "deliberation" else ""
