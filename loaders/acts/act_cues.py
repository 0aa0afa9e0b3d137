"""Cues of acts: what shows in the words of a document that an act begins, or is going on, as patterns on plain words.

The words themselves stand in the vocabulary ``acts``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.vocabulary import groups
from loaders.words.wording import alternatives

TITLES = {kind: re.compile(alternatives(cues)) for kind, cues in groups("acts", "title").items()}
"""How the title of each kind of act begins."""

CONFIRM = {kind: re.compile(alternatives(cues), re.MULTILINE) for kind, cues in groups("acts", "confirm").items()}
"""What the first pages of each kind of act have: without it a title only speaks of one."""

BODY = re.compile(rf"^\W*{alternatives(groups('acts', 'body')['words'])}")
"""How the recitals and the decision of an act begin, which are no titles: ``vu le``, ``considérant``."""

CONVENED = re.compile(alternatives(groups("acts", "convened")["words"]))
"""What says who was convened or present: each deliberation that stands alone has it."""

PARTIES = re.compile(r"^entre\b", re.MULTILINE)
"""How the block of a contract's parties begins."""

FIRST_ARTICLE = re.compile(r"^\W*article (?:1|premier|i)\b", re.MULTILINE)
REACH = 70
"""Blocks below a title among which stands what confirms it."""

LONGEST_TITLE = 260


def no_parties(texts: Sequence[str], index: int) -> bool:
    """Whether no block of parties and no first article follows the title at ``index``."""
    after = "\n".join(texts[index : index + REACH])
    return not (PARTIES.search(after) or FIRST_ARTICLE.search(after))
