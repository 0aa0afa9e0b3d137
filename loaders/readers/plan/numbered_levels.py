"""Levels that numbers tell: lines whose codes go on with those of others (``A`` and ``A1``, ``1.1`` and ``1.1.a``).

What the levels are called is left open: the outermost is an enjeu, the innermost an action, what stands between them an
objectif, but where the names of all say otherwise. Where no number goes on with another (``Cap 1``, ``C1``, ``C2``,
``Cap 2``, ``C3``), those that count on through the others stand below them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.document import Heading, Item, Paragraph, Passage
from loaders.readers.plan.code_chains import chains_of
from loaders.readers.plan.codes import Code, Run, code_of_line, runs
from loaders.readers.plan.column_titles import declared
from loaders.readers.plan.marks import closes_plan
from loaders.readers.plan.nodes import LEVELS, OUTER
from loaders.readers.plan.other_subjects import looks_back, speaks_of_its_own
from loaders.readers.plan.part_titles import is_contents
from loaders.readers.plan.prose import says_what_to_do
from loaders.words.numbering import Numbered, numbered
from loaders.words.plan_levels import level_of
from loaders.words.wording import plain

Line = Heading | Paragraph | Item
_NAMED = ("socle", "enjeu", "objectif", "action")
_LEAST = 2
_OBJECTIF = LEVELS.index("objectif")
"""An orientation above an objectif is one too (contract, *Values* of ``plan.kind``)."""


def levels_by_number(lines: Sequence[Line | None]) -> dict[int, Numbered]:
    """Return level and number of each of ``lines`` (by index) that numbers show to stand in a plan's levels."""
    codes = [_code(line) for line in lines]
    if sum(code is not None for code in codes) < _LEAST:
        return {}
    counted = [run for run in runs(codes) if not _is_contents(run, lines)]
    chains = [(chain, _levels(chain, lines)) for chain in chains_of(counted)]
    chains.extend(((run,), ("enjeu",)) for run in counted if _heads_aims(run, lines))
    found: dict[int, Numbered] = {}
    for chain, levels in chains:
        if levels and _is_plan(chain, lines):
            for run, level in zip(chain, levels, strict=True):
                for at, code in zip(run.at, run.codes, strict=True):
                    found.setdefault(at, Numbered(level, code.number, code.start))
    return found


def _code(line: Line | None) -> Code | None:
    if line is None:
        return None
    return code_of_line(line.words, line.marker if isinstance(line, Item) else "")


def _is_contents(run: Run, lines: Sequence[Line | None]) -> bool:
    """Whether most lines of ``run`` are those of a table of contents."""
    return sum((line := lines[at]) is not None and is_contents(line) for at in run.at) * _LEAST >= len(run.at)


def _levels(chain: Sequence[Run], lines: Sequence[Line | None]) -> tuple[str, ...]:
    """Return the levels of the runs of ``chain``; none where their names, well read by themselves, say them all."""
    named = [_named(run) for run in chain]
    ranks = [LEVELS.index(level) for level in named if level]
    placed = all(level or (not run.word and _figures(run)) for run, level in zip(chain, named, strict=True))
    ordered = all(outer < inner or outer == inner == _OBJECTIF for outer, inner in pairwise(ranks))
    if placed and ordered:
        return () if all(_read(run, lines) for run in chain if run.word) else tuple(named)
    first = named[0] if named[0] in OUTER and named[0] != named[1] and len(chain) <= _LEAST else "enjeu"
    middle = ["objectif"] * (len(chain) - _LEAST)
    return (first, *middle, _innermost(chain, named, first, lines))


def _innermost(chain: Sequence[Run], named: Sequence[str], first: str, lines: Sequence[Line | None]) -> str:
    """Return the level of the last run: as it is called, else that of what is done; its place says that of figures.

    What has lists or actions of its own below it stands between these, as does what others call their outermost level
    (``Défi 1``, ``Cap 1.1``), but for what is done (``Chantier 1.1``).
    """
    last = chain[-1]
    if named[-1] in ("objectif", "action", "activite") and LEVELS.index(named[-1]) > LEVELS.index(first):
        return named[-1]
    if not last.word and _figures(last):
        return ""
    heads = sum(_heads_list(at, lines) for at in last.at)
    outer = named[-1] == "enjeu" and re.match(rf"{declared('works')}(?!\w)", last.word) is None
    between = outer or heads * _LEAST > len(last.at)
    return "objectif" if len(chain) == _LEAST and first == "enjeu" and between else "action"


def _figures(run: Run) -> bool:
    """Whether the codes of ``run`` are figures behind full stops: ``1.1``, ``I.2``."""
    return run.codes[0].number.count(".") == run.depth - 1 and run.codes[0].parts[-1].isdigit()


def _heads_list(at: int, lines: Sequence[Line | None]) -> bool:
    """Whether a list stands below the line ``at``, of items without codes, or an action by its name."""
    following = lines[at + 1] if at + 1 < len(lines) else None
    if following is None:
        return False
    head = numbered(following.words.text)
    return head.level == "action" if head is not None else isinstance(following, Item)


def _heads_aims(run: Run, lines: Sequence[Line | None]) -> bool:
    """Whether each line of ``run``, a word that names no level, stands above a list whose items say what to do."""
    if not run.word or run.anew or run.depth > 1 or _named(run):
        return False
    below = [lines[at + 1] if at + 1 < len(lines) else None for at in run.at]
    return all(isinstance(line, Item) and says_what_to_do(line.words.text) for line in below)


def _named(run: Run) -> str:
    """Return the level that the word of ``run`` names, empty for one that none does."""
    return level_of(run.word) or level_of(run.word.partition(" ")[0])


def _read(run: Run, lines: Sequence[Line | None]) -> bool:
    """Whether the lines of ``run`` are read so by the names of their levels alone."""
    for at, code in zip(run.at, run.codes, strict=True):
        line = lines[at]
        head = numbered(line.words.text) if line is not None else None
        if head is None or not head.number.startswith(code.number) or not head.level:
            return False
    return True


def _is_plan(chain: Sequence[Run], lines: Sequence[Line | None]) -> bool:
    """Whether ``chain`` is a plan: a level is called as those of plans are, or its innermost lines say what to do.

    Then little stands between its lines. The parts of an act are none, nor what looks back or speaks of others.
    """
    titles = [_label(lines[at], code) for at, code in zip(chain[0].at, chain[0].codes, strict=True)]
    if any(map(_is_other, titles)):
        return False
    if len(chain) == 1 or any(_named(run) in _NAMED for run in chain):
        return True
    last = chain[-1]
    doing = sum(says_what_to_do(_label(lines[at], code).text) for at, code in zip(last.at, last.codes, strict=True))
    members = sum(len(run.at) for run in chain)
    span = max(run.at[-1] for run in chain) - chain[0].at[0] + 1
    return doing * _LEAST > len(last.at) and span <= _LEAST * members


def _is_other(title: Passage) -> bool:
    """Whether an outermost line has the title of what is no plan."""
    return looks_back(title.text) or speaks_of_its_own(plain(title.text)) or closes_plan(Paragraph(title))


def _label(line: Line | None, code: Code) -> Passage:
    return line.words.cut(code.start) if line is not None else Passage(())
