"""Sessions: the day on which the head of an act says that its body met."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.acts.deliberating import SESSION
from loaders.acts.splitting import words_of
from loaders.document import Block, Passage
from loaders.words.dates import find_dates
from loaders.words.moments import DAY, Dated
from loaders.words.wording import plain

DAY_FIRST = re.compile(
    r"\W*(?:[^\W\d][^,;.:]{1,40},\s*)?(?:(?:le|du)\s+)?(?:(?:lun|mar|mercre|jeu|vendre|same)di\s+)?\d"
)
"""A line that begins with a day, be it behind a place."""

_ANNOUNCES = re.compile(
    r"\b(?:seance|conseil|reunion|assemblee|commission)\b[^.;:]{0,60}\b(?:du|le)\W*$"
    r"|^(?![^.;:\d]*convoca)[^.;:\d]{0,60}\b(?:seance|conseil|bureau|reunion)\b[^.;:\d]{0,100}$"
)
"""What stands above the day of a session: words that lead to it, or the title of the body or of its minutes."""
_WEEKDAY = re.compile(r"\W*(?:le\s+)?(?:lun|mar|mercre|jeu|vendre|same)di\s+\d[^.;:]{5,40}(?::\d\d)?\W*")
"""A line of the head that is nothing but the day: ``Lundi 4 mars 2024 à 20 h 30``."""
_LED = re.compile(r"\W*(?:le\s*)?(?:(?:lun|mar|mercre|jeu|vendre|same)di\s*)?")
_MET = re.compile(
    r"[^.;]{0,90}\b(?:conseil|bureau|comite|assemblee|commission|membres|delegues|conseillers|elus)\b[^.;]{0,160}"
    r"\b(?:s'(?:est|etant)|se sont|s'etaient)\b[^.;]{0,40}(?:reuni|assembl)"
)
_MET_ON = re.compile(
    r"\b(?:conseil|bureau|assemblee|membres|delegues)\b[^.;]{0,160}\b(?:s'est|se sont)\b[^.;]{0,40}(?:reuni|assembl)"
    r"[^.;]{0,100}\ble\s*(?:(?:lun|mar|mercre|jeu|vendre|same)di\s*)?$"
)
_NOT_HELD = re.compile(r"convo|affich|transmi|recu|publi(?!que|c)|envo")
_REACH = 60
_NEAR = 40
_MEETING = 320


def sessions(head: Iterable[Block]) -> Iterator[tuple[bool, str, Passage]]:
    """Give the days of session that ``head`` tells, each with its words, and whether ``L'an`` is missing before it."""
    for words, announced in _announced(head):
        yield from _sessions(words, announced=announced)


def _announced(head: Iterable[Block]) -> Iterator[tuple[Passage, bool]]:
    """Give the words of blocks, and whether they begin with a day that the block above announces."""
    above = False
    for words in map(words_of, head):
        text = plain(words.text)
        yield words, above and DAY_FIRST.match(text) is not None
        above = _ANNOUNCES.search(text) is not None


def _sessions(words: Passage, *, announced: bool) -> Iterator[tuple[bool, str, Passage]]:
    """Give the days of session that ``words`` tell; the first of each says whether ``L'an`` is missing before it.

    Where the first of their days is ``announced`` above, it is one.
    """
    text = plain(words.text)
    for rank, dated in enumerate(find_dates(words.text)):
        lead = text[max(0, dated.start - _REACH) : dated.start]
        held = (announced and not rank) or _held(text, dated)
        if len(dated.iso) == DAY and not _NOT_HELD.search(lead[-_NEAR:]) and held:
            yield "l'an" not in lead, dated.iso, words.cut(dated.start, dated.end)


def _held(text: str, dated: Dated) -> bool:
    """Whether ``text`` says that a session was held on a day: beside it, by nothing but it, or by who met on it."""
    return bool(
        SESSION.search(text[max(0, dated.start - _REACH) : dated.end])
        or _WEEKDAY.fullmatch(text)
        or (_LED.fullmatch(text[: dated.start]) and _MET.match(text, dated.end))
        or _MET_ON.search(text, max(0, dated.start - _MEETING), dated.start)
    )
