"""Running titles: whether the title of an act only repeats that of the act that is being read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.acts.act_cues import CONFIRM, CONVENED, FIRST_ARTICLE, LONGEST_TITLE, PARTIES, REACH, no_parties
from loaders.vocabulary import groups
from loaders.words.wording import alternatives

_CLOSED = re.compile(alternatives(groups("acts", "closed")["words"]))
_NUMBER = re.compile(r"\b(?:n|no|num[a-z]*)\b\W*(\d[\w./-]*)")
_LEADERS = re.compile(r"(?:\. ?){4}|\W\d{1,3}\s*$")
"""What a line of a table of contents has."""
_SHEET = 12
_NEAR = 30


def goes_on(starts: Sequence[tuple[int, str]], kind: str, index: int, texts: Sequence[str]) -> bool:
    """Whether the title at ``index`` only repeats that of the act that is being read."""
    if not starts:
        return False
    begin, current = starts[-1]
    between = texts[begin + 1 : index]
    if current == "deliberation":
        if kind == "deliberation":
            if _convened(texts[begin:index]) and not _convened(texts[index : index + _SHEET]):
                return True  # an item of the minutes of one session
            return not _is_closed(between) or _same_number(texts[begin : begin + _SHEET], texts[index])
        return not _is_closed(between) and not PARTIES.search("\n".join(texts[index : index + _NEAR]))
    if kind == current:
        return not any(len(words) > LONGEST_TITLE for words in between) or (
            kind == "convention" and (no_parties(texts, index) or _only_opened(between, texts[index:]))
        )
    return current == "avenant" and kind == "convention" and no_parties(texts, index)


def _convened(texts: Sequence[str]) -> bool:
    """Whether ``texts`` say who was convened or present: each deliberation that stands alone does."""
    return bool(CONVENED.search("\n".join(texts)))


def _is_closed(texts: Sequence[str]) -> bool:
    """Whether a deliberation's decision stands in ``texts``."""
    return any(_CLOSED.search(text) for text in texts)


def _same_number(head: Sequence[str], text: str) -> bool:
    """Whether ``text`` bears the number that the head of the act bears: a running title."""
    number = _NUMBER.search(text)
    return bool(number and any(number[1] in words for words in head))


def _only_opened(between: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the convention so far is but a title page, or its parties to whom no first article was printed yet.

    Its table of contents is passed over. New parties ``after`` the title are those of another convention.
    """
    read = [text for text in between if not _LEADERS.search(text)]
    if not any(CONFIRM["convention"].search(text) for text in read):
        return True
    return not any(FIRST_ARTICLE.search(text) for text in read) and not PARTIES.search("\n".join(after[:REACH]))
