"""One indicator and a figure for each of several territories, on one line: ``Naissances : 71 à Mens, 812 en Isère``.

Where each territory stands (behind its figure, in brackets, before it) is the author's; that every part of the line
names one is what shows that they are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.section import Section
from loaders.acts.territories import place_after
from loaders.acts.territory_codes import Named, specific
from loaders.document import Passage
from loaders.readers.statistics.prose import Printed, figures
from loaders.readers.statistics.stated import stated
from loaders.words.numerals import NUMBER
from loaders.words.wording import plain, tidy
from maillage.facts import Statistic

_LABEL = re.compile(r"\W{0,9}(?P<label>[^:;.]{3,100}?)\s*:\s*(?=\S)")
_NEXT = re.compile(r"\s*[;/]\s+|,\s+(?:contre\s+|et\s+)?|\s+(?:contre|et|[–—|-])\s+(?=[^,;]{0,80}\d)")
_BEHIND = re.compile(
    rf"(?P<figure>{NUMBER})\s?(?:%|habitants)?\s*"
    r"(?:(?P<led>(?:en|dans|a|au|aux|sur|pour) [^():\d]{2,60})|\((?P<said>[^()\d]{2,60})\))[\s.]*"
)
_BEFORE = re.compile(rf"(?P<said>[^():\d]{{3,60}}?)\s?:?\s*(?P<figure>{NUMBER})\s?(?:%|habitants)?[\s.]*")
_SWALLOWED = re.compile(r"(?P<article>aux?)\s+")
_ARTICLES = {"au": "Le", "aux": "Les"}
_LONGEST = 240


def told_by_place(section: Section, line: Passage, when: str) -> list[Statistic]:
    """Return the figures of such a line, of the year ``when``; none where a part of it names no territory."""
    text = plain(line.text)
    label = _LABEL.match(text) if len(text) <= _LONGEST else None
    if label is None:
        return []
    found = list(_parts(section, line.text, text, label.end()))
    told = [(there, printed) for there, printed in found if there is not None and printed is not None]
    several = len({there.code for there, _ in told}) == len(found) > 1
    return [stated(section, line, label.span("label"), printed, there, when) for there, printed in told if several]


def _parts(section: Section, words: str, text: str, start: int) -> Iterator[tuple[Named | None, Printed | None]]:
    """Give the territory and the figure of each part of a line, from ``start``: nobody and nothing for any other."""
    ends = [*(found.span() for found in _NEXT.finditer(text, start)), (len(text), len(text))]
    for end, following in ends:
        found = _BEHIND.fullmatch(text, start, end) or _BEFORE.fullmatch(text, start, end)
        if found is None:
            yield None, None
        else:
            named = found.groupdict()
            key = "led" if named.get("led") else "said"
            there = _place(section, words[slice(*found.span(key))], led=key == "led")
            yield there, next(figures(text, found.start("figure"), end), None)
        start = following


def _place(section: Section, name: str, *, led: bool) -> Named | None:
    """Return the territory of a part: that which a preposition leads to, or one that is the whole ``name``.

    The article that a preposition swallows is part of some names: ``au Pré-Saint-Gervais``, ``aux Lilas``.
    """
    swallowed = _SWALLOWED.match(name) if led else None
    if swallowed is not None:
        rest = tidy(name[swallowed.end() :])
        return specific(section, f"{_ARTICLES[swallowed['article']]} {rest}") or specific(section, rest)
    return place_after(section, f" {name}") if led else specific(section, tidy(name))
