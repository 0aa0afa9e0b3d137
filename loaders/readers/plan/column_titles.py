"""Titles of columns of a plan's table: what a cell, or a line above a list, says of what stands below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.document import Heading, Item, Paragraph, Passage
from loaders.remembering import remembered_texts
from loaders.vocabulary import groups
from loaders.words.numbering import numbered
from loaders.words.plan_levels import any_level, complement, level_of
from loaders.words.rubrics import rubric
from loaders.words.wording import alternatives, plain

NOBODY = Passage(())
_LONGEST = 60
_ORIENTATION = re.compile(r"\W*(?:grandes? )?orientations?\b")
_PAST = "realis|men|conduit|achev|termin|abandonn|pass|evalu"
_DONE = rf"(?:a [a-z]{{2,}}(?:er|ir|re)|(?!{_PAST})[a-z]{{3,}}(?:ees?|ues|us|is|ises))"
"""What a title of a column says will be done with what stands below it (``engagées``, ``à conduire``), not what was."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the level of its nodes, ``number`` for their numbers, or empty for something else than the plan.

    ``inner`` is the level of what stands below a node in the same column (``Enjeux et objectifs``); ``fiche`` where
    the column lists fiches action, or their numbers; ``rubric`` what a column beside them says of each fiche.
    ``said`` are the words of a title that is a rubric, though it may name a level too (``Modalités``). ``coded`` where
    a code stands before each title, with no sign between them (``A1 Accueillir``). ``party`` is whom the title names
    where the cells say what that one does or gives (``Rôle de la Caf``).
    """

    level: str = ""
    inner: str = ""
    fiche: bool = False
    rubric: str = ""
    said: str = ""
    coded: bool = False
    party: Passage = NOBODY


Columns = tuple[Column, ...]


def label_of(block: Heading | Paragraph | Item) -> Column | None:
    """Return what a line that is nothing but such a heading says of what stands below it, None for any other line."""
    if isinstance(block, Item):
        return None
    text = block.words.text.strip(" :*_#")
    head = numbered(text) if isinstance(block, Heading) else None
    return column_of(text[head.start :] if head is not None and not head.level else text)


@remembered_texts(2_048)
def column_of(text: str) -> Column | None:
    """Return the column that a heading cell names, None where it names none."""
    words = " ".join(re.sub(r"\([^()]*\)", " ", plain(text)).strip(" :.*").split())
    if not words or len(words) > _LONGEST:
        return None
    if re.fullmatch(declared("number"), words):
        return Column("number", fiche=re.search(r"fich|\bfa\b", words) is not None)
    found = _levels().fullmatch(words)
    kind = rubric(text)
    if found:
        inner, level = level_of(found["inner"] or ""), level_of(found["level"])
        return Column(level, inner if inner != level else "", "fiche" in found["level"], said=text if kind else "")
    if kind or re.fullmatch(rf"{declared('other')}(?:\s+(?:et|ou|/|-|de|des|du|d')\s*.*)?", words):
        return Column(rubric=kind, said=text)
    return None


def names_orientation(text: str) -> bool:
    """Whether a title or a line begins with the name of orientations, which stand above objectifs or are some."""
    return _ORIENTATION.match(plain(text)) is not None


@cache
def _levels() -> re.Pattern[str]:
    """Return the pattern of a heading that names a level, with its complements, and perhaps a level within it."""
    names = any_level()
    following = rf"(?:\s+(?:{complement()}|{_DONE}))*"
    return re.compile(
        rf"(?:n° (?:et )?)?(?:intitules? d(?:e l'|es |e la |u ))?(?P<level>{names}){following}"
        rf"(?:\s*(?:et|/|-|,)\s*(?P<inner>{names}){following})?"
    )


@cache
def declared(key: str) -> str:
    """Return the pattern of the words ``key`` of titles of columns, in the singular or the plural."""
    return alternatives([f"{word}s?" for word in groups("plan", "columns")[key]])
