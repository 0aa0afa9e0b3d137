"""Money of a convention that the act only mentions: ``au titre de la convention 2020-2023``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.acts.section import Section
from loaders.words.wording import plain

_OF_YEARS = re.compile(
    r"\b(?:conventions?(?: territoriales? globales?)?|ctg)(?: \(ctg\))?(?: precedente| passee| sur la periode| de)? "
    r"\(?(?P<start>20\d\d) ?(?:-|/|a|au) ?20\d\d\b"
)


def convention_told(section: Section, texts: Iterable[str]) -> str:
    """Return the key of the convention whose years the first of ``texts`` to name one gives, if the act mentions it.

    Else it is that of the act.
    """
    said = ({found["start"] for found in _OF_YEARS.finditer(plain(text))} for text in texts)
    years = next((one for one in said if one), set())
    if len(years) != 1 or section.convention.endswith(f"-{min(years)}"):
        return section.convention
    name = section.convention.rpartition("-")[0]
    former = f"{name}-{years.pop()}"
    return former if name and former in section.mentions else section.convention
