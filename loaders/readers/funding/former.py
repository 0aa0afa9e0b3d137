"""Money of another convention than the act's own: one of several, or one that is only mentioned by its years."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from loaders.acts.section import Section
from loaders.words.own_names import own_names
from loaders.words.wording import plain

_OF_YEARS = re.compile(
    r"\b(?:conventions?(?: territoriales? globales?)?|ctg)(?: \(ctg\))?(?: precedente| passee| sur la periode| de)? "
    r"\(?(?P<start>20\d\d) ?(?:-|/|a|au) ?20\d\d\b"
)

_FEWEST_YEARS = 3


def convention_over(section: Section, years: Collection[str]) -> str:
    """Return the key of the earlier convention each of whose ``years`` a table has, and no other; empty for none."""
    if len(years) < _FEWEST_YEARS:
        return ""
    first, last = min(years), max(years)
    whole = len(years) == int(last) - int(first) + 1
    spans = {one.key: (one.start[:4], one.end[:4]) for one in section.agreements if one.earlier and not one.main}
    return next((key for key, span in spans.items() if whole and span == (first, last)), "")


def convention_told(section: Section, texts: Iterable[str]) -> str:
    """Return the key of the convention whose years the first of ``texts`` to name one gives, if the act mentions it.

    Else it is that of the act; of several it is the one whose territory the first of ``texts`` names alone.
    """
    texts = tuple(texts)
    if not section.convention:
        own = [one.key for one in section.agreements if one.main and any(own_names(texts[0], one.territory))]
        return own[0] if len(own) == 1 else ""
    said = ({found["start"] for found in _OF_YEARS.finditer(plain(text))} for text in texts)
    years = next((one for one in said if one), set())
    if len(years) != 1 or section.convention.endswith(f"-{min(years)}"):
        return section.convention
    name = section.convention.rpartition("-")[0]
    former = f"{name}-{years.pop()}"
    return former if name and former in section.mentions else section.convention
