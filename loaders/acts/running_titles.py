"""Running titles: whether the title of an act only repeats that of the act that is being read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.acts.guessing import CONVENED
from loaders.vocabulary import groups
from loaders.words.wording import alternatives

CONFIRM = {kind: re.compile(alternatives(cues), re.MULTILINE) for kind, cues in groups("acts", "confirm").items()}
REACH = 70
TITLE_LENGTH = 260
_CLOSED = re.compile(alternatives(groups("acts", "closed")["words"]))
_NUMBER = re.compile(r"\b(?:n|no|num[a-z]*)\b\W*(\d[\w./-]*)")
_PARTIES = re.compile(r"^entre\b", re.MULTILINE)
_FIRST_ARTICLE = re.compile(r"^\W*article (?:1|premier|i)\b", re.MULTILINE)
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
            if _convened("\n".join(texts[begin:index])) and not _convened("\n".join(texts[index : index + _SHEET])):
                return True  # an item of the minutes of one session
            return not _is_closed(between) or _same_number(texts[begin : begin + _SHEET], texts[index])
        return not _is_closed(between) and not _PARTIES.search("\n".join(texts[index : index + _NEAR]))
    if kind == current:
        return not any(len(words) > TITLE_LENGTH for words in between) or (
            kind == "convention" and (no_parties(texts, index) or _only_opened(between, texts[index:]))
        )
    return current == "avenant" and kind == "convention" and no_parties(texts, index)


def _convened(text: str) -> bool:
    """Whether ``text`` says who was convened or present: each deliberation that stands alone does."""
    return bool(CONVENED.search(text))


def _is_closed(texts: Sequence[str]) -> bool:
    """Whether a deliberation's decision stands in ``texts``."""
    return any(_CLOSED.search(text) for text in texts)


def _same_number(head: Sequence[str], text: str) -> bool:
    """Whether ``text`` bears the number that the head of the act bears: a running title."""
    number = _NUMBER.search(text)
    return bool(number and any(number[1] in words for words in head))


def no_parties(texts: Sequence[str], index: int) -> bool:
    """Whether no block of parties and no first article follows the title at ``index``."""
    after = "\n".join(texts[index : index + REACH])
    return not (_PARTIES.search(after) or _FIRST_ARTICLE.search(after))


def _only_opened(between: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the convention so far is but a title page, or its parties to whom no first article was printed yet.

    Its table of contents is passed over. New parties ``after`` the title are those of another convention.
    """
    read = [text for text in between if not _LEADERS.search(text)]
    if not any(CONFIRM["convention"].search(text) for text in read):
        return True
    return not any(_FIRST_ARTICLE.search(text) for text in read) and not _PARTIES.search("\n".join(after[:REACH]))
