"""Mentions: where a sentence speaks of a convention, by its name or by what stands for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.acts.convention_cues import AROUND, BEFORE, MENTION, OTHER, SAME
from loaders.document import Passage
from loaders.words.dates import find_dates
from loaders.words.moments import Dated, Period
from loaders.words.periods import find_periods
from loaders.words.wording import plain

_ADJECTIVE = re.compile(r"\w+ (?=convention\b)(?<!la )(?<!cette )(?<!presente )(?<!ladite )")
_PRESENT = re.compile(
    r"\b(?P<another>une )?(?P<it>(?:presente|nouvelle|deuxieme|seconde|prochaine) (?:generation de )?convention)\b"
    r"(?! (?:d'objectifs|cadre|de partenariat))"
)
_RENEWED = re.compile(r"\bl[ae] (?:renouveler|reconduire)\b|\bson renouvellement\b")
_FOLLOWED = re.compile(
    r"\b(?:renouvelle|remplace|relaie|prolonge|succede a|fait suite a|prend la suite d[e'])\s?(?:la |une |sa |l')?"
    r"(?:premiere |precedente |ancienne )?(?P<it>convention)\b(?! (?:d'objectifs|cadre|de partenariat|collective))"
)
_IN_SHORT = re.compile(r"[^.;:,()\d]{0,80}\(\s*(?:la |ci-apres |dite |«\s*)?|\s*,\s*(?:dite\s+)?")


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention within a sentence ``words``: its plain text, where in it the mention stands, how far its words reach.

    ``title`` where it stands on the title page; ``own`` where the convention is called by its name; ``periods`` and
    ``dates`` are those of the whole sentence.
    """

    words: Passage
    text: str
    start: int
    end: int
    left: int
    right: int
    title: bool
    own: bool
    periods: Sequence[Period]
    dates: Sequence[Dated]

    @property
    def before(self) -> str:
        """The plain text before the mention, as far as it belongs to it."""
        return self.text[self.left : self.start]

    @property
    def after(self) -> str:
        """The plain text behind the mention, as far as it belongs to it."""
        return self.text[self.end : self.right]


def find_mentions(words: Passage, title: bool) -> Iterator[Mention]:
    """Give the mentions of a sentence; where no convention is named, "the convention", or the title page's own."""
    text = plain(words.text)
    named = _unrepeated(text, [found.span() for found in MENTION.finditer(text)])
    spans = (
        _with_present(text, _with_followed(text, _with_subject(text, named)))
        or _substitutes(text)
        or ([(0, 0)] if title else [])
    )
    if not spans:
        return
    periods, dates = find_periods(words.text), find_dates(words.text)
    edges = [(0, 0), *sorted((*spans, *(found.span() for found in OTHER.finditer(text)))), (len(text), len(text))]
    for (_, left), (start, end), (right, _) in zip(edges, edges[1:], edges[2:], strict=False):
        own = (start, end) in named
        yield Mention(words, text, start, end, left, right, title, own, periods, dates)


def _unrepeated(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ``spans`` without those that give the one before in short: ``la convention de la vallée (CTG ...)``."""
    kept = spans[:1]
    for span in spans[1:]:
        if not _IN_SHORT.fullmatch(text, kept[-1][1], span[0]):
            kept.append(span)
    return kept


def _with_subject(text: str, named: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ``named`` with the convention that is said to follow the first of them, where it is not named itself.

    ``Elle court jusqu'en 2027 et succède à la CTG 2020-2023`` is about two.
    """
    if not named or not BEFORE["follows"].search(text[: named[0][0]]):
        return named
    return [*_substitutes(text[: named[0][0]])[:1], *named]


def _with_followed(text: str, named: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ``named`` with the convention that the last of them is said to follow, where it is but ``la convention``.

    ``La CTG 2025-2029 renouvelle la convention conclue pour 2021-2024`` is about two.
    """
    followed = _FOLLOWED.search(text, named[-1][1]) if named else None
    return [*named, followed.span("it")] if followed is not None else named


def _with_present(text: str, named: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ``named`` with the present convention, where the sentence names but an earlier one before it.

    ``La première CTG (2020-2023) étant close, la présente convention est signée ...`` is about two, as is whatever
    names one that is over before it, or goes on to ``une nouvelle convention`` or to renew the one it names.
    """
    renewed = _RENEWED.search(text, named[-1][1]) if named else None
    if renewed is not None:
        return [*named, renewed.span()]
    present = _PRESENT.search(text, named[-1][1]) if named else None
    if present is None:
        return named
    above, between = text[: named[0][0]], (named[-1][1], present.start())
    earlier = BEFORE["first"].search(above) or BEFORE["previous"].search(above) or AROUND["over"].search(text, *between)
    return [*named, present.span("it")] if earlier or present["another"] else named


def _substitutes(text: str) -> list[tuple[int, int]]:
    """Return where the first words stand that mean the act's convention without its name, less their adjective.

    With them, where the sentence goes on to its renewal: ``Celle-ci a pris fin ; il convient de la renouveler ...``.
    """
    same = SAME.search(text)
    if same is None:
        return []
    adjective = _ADJECTIVE.match(same[0])
    first = (same.start() + (adjective.end() if adjective else 0), same.end())
    renewed = _RENEWED.search(text, same.end())
    return [first, renewed.span()] if renewed else [first]
