"""What speaks of something else than the plan: another scheme, the past, why and how the plan was made."""

from __future__ import annotations

import re
from functools import cache

from loaders.acts.convention_cues import MENTION
from loaders.readers.plan.part_titles import OPENING
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain


def looks_back(text: str) -> bool:
    """Whether a title speaks of what comes before a plan: a diagnosis, an assessment of the plan before."""
    return bool(_past().match(_unnumbered(text)))


def is_foreword(text: str) -> bool:
    """Whether a title below that of a plan speaks of something else first: why it was made, how, for whom."""
    title = _unnumbered(text)
    return bool(_past().match(title) or _forewords().match(title))


def _unnumbered(text: str) -> str:
    """Return a title in plain words without its number."""
    return re.sub(rf"^{OPENING.pattern}(?:\d[\d.]*\W*)?", "", plain(text).strip(" *_#"))


def speaks_of_other(text: str) -> bool:
    """Whether ``text`` names another scheme, of which the lists that follow it are, and no convention behind it."""
    said = plain(text)
    last = max((found.end() for found in _context().finditer(said)), default=-1)
    return last >= 0 and MENTION.search(said, last) is None


def speaks_of_its_own(clause: str) -> bool:
    """Whether a plain clause speaks of another scheme, or of what one of the parties does everywhere."""
    return bool(_others().search(clause))


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(groups('plan', 'others')['words'])}")


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(groups('plan', 'others')['past'])}(?!\w)")


@cache
def _forewords() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(groups('plan', 'others')['forewords'])}(?!\w)")


@cache
def _context() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(groups('plan', 'others')['context'])}")
