"""Signs of a fiche action: what heads one, what its rubrics are, what ends it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.document import Block, Row, Table
from loaders.readers.fiches.row_roles import titles
from loaders.readers.funding.column_roles import heads_budget, heads_gifts
from loaders.readers.plan.action_tables import action_table
from loaders.readers.plan.columns import columns
from loaders.remembering import remembered
from loaders.seeking import Sought
from loaders.vocabulary import groups
from loaders.words.numbering import NUMBER
from loaders.words.rubrics import leading, rubric
from loaders.words.wording import alternatives, lines, plain

LETTERED = r"(?:[a-z]{1,2}|[ivx]{1,4})[.-]?\d{1,2}(?:\.\d{1,2})*(?!\d)(?:[.-][a-h](?!\w))?|[a-z]?\d+[a-z]?"
"""A fiche's number that a letter or a rank begins, in plain letters: ``a.1``, ``b2.1``, ``pe-3``, ``ii-3``."""

_UNITS = alternatives([rf"{unit}s?" for unit in groups("plan", "sheets")["units"]])
_KINDS = alternatives([rf"{kind}s?" for kind in groups("plan", "sheets")["kinds"]])

FICHE = Sought(
    r"\W*(?:annexe(?:\s(?:n\s?[°o]\s?)?(?:\d{1,2}|[a-h]|[ivx]{1,4}))?\s*[-–:.]\s*)?(?:\d{1,2}(?:\.\d{1,2})*\.?\s*[-–:)]?\s+|(?:[ivx]{1,4}|[a-h])(?:\.\d{1,2}){0,3}\s?[-–—.:)/]\s*)?"
    rf"(?:(?:la |les )?fiches?[\s-]*(?:(?:de )?(?:l'|la |le )?{_UNITS}|{_KINDS})?"
    r"(?:\s+ctg|\W{0,2}[a-z][a-z']*(?:\W{1,3}[a-z][a-z']*){0,5}\W{1,3}(?=n\s?[°o]\s*\d))?"
    r"|fa(?=\s+(?:n\s?[°o]\s*)?\d))\s*(?P<sign>(?:n\s?[°o'’*]s?|#)\s*|numero\s+)?[:–—-]?\s*"
    rf"(?P<number>(?:{NUMBER}|{LETTERED}|[ivx]+|[a-h]l?(?=\s*(?:[:.–—-]|$)))(?![\w%]))?(?:[\s:.|•·–—_*-]|/(?=\s))*"
)
"""A fiche's head in plain letters, up to where its title begins."""

ACTION = re.compile(
    rf"\W*{_UNITS}\s*(?:n\s?[°o]\s*|#\s*|numero\s+)?(?P<number>{NUMBER}|(?:{LETTERED})(?!\w))(?:[\s:.–—_*-]|/(?=\s))*"
)
"""The head of an action that may be a sheet of its own."""

OF_ACTION = Sought(
    r"\b(?:fiche(?:[ -](?:action|projet))?|action) (?:n ?[°o] ?)?(?P<number>\d{1,2}(?:\.\d{1,2})*)(?!\w|[.,]\d)"
)
"""A fiche or an action that words name by its number."""

FOR_ACTION = Sought(
    r"\b(?:pour|au titre de|concernant|s'agissant de|destinee?s? a|consacree?s? a|en faveur de|dans le cadre de)"
    rf" (?:la |l')?{OF_ACTION.pattern[2:]}(?!\s?%)(?!\s?(?:,|et|a)\s?\d)"
)
"""One for which words say that something is given."""

CODE = re.compile(r"(?:[A-H]\d{1,2}|\d{1,2}(?:\.\d{1,2})*|[A-H]\.\d{1,2})\s+")
"""The number of an action before its title, with no sign between them, where the print shows that it is one."""

_ORIENTATION = re.compile(r"\W*orientations?\s+\S+\s*[:.–—-]", re.IGNORECASE)
_ENOUGH = 3
LEADS = frozenset({"pilote", "partenaire", "service"})
"""Kinds of rubric that say who leads an action or takes part in it."""
GOALS = frozenset({"objectif", "resultat", "indicateur"})
"""Kinds of rubric that say what an action is for, and by what that is judged."""
_REACH = 40
_QUOTED = re.compile(r"«[^«»]{3,150}»\s+[a-zà-öø-ÿ]")


def speaks_of_fiche(text: str) -> bool:
    """Whether a sentence is about a fiche rather than its title: it goes on with a small letter behind the number.

    Or it does behind the title, in quotation marks.
    """
    found = FICHE.match(plain(text))
    if found is None or not found["number"] or not text.rstrip().endswith((".", ";")):
        return False
    if _QUOTED.match(text, found.end()):
        return True
    return text[found.end() :][:1].islower() and text[found.end("number") : found.end()].isspace()


def number_named(text: str) -> str:
    """Return the number with which ``text``, in plain letters, names a fiche or an action; empty for none."""
    found = (sign.match(text) for sign in (FICHE, ACTION))
    return next((match["number"] for match in found if match is not None and match["number"]), "")


def has_rubrics(blocks: Sequence[Block], index: int, least: int = 2) -> bool:
    """Whether ``least`` kinds of rubric follow the block at ``index`` before another that could start a sheet."""
    body = blocks[index + 1 : index + _REACH]
    limit = next((other for other, block in enumerate(body) if _could_start(block)), len(body))
    return len(rubric_kinds(body[:limit]) - {"autre"}) >= least


def rubric_kinds(blocks: Sequence[Block]) -> set[str]:
    """Return the kinds of rubric that ``blocks`` open."""
    return {kind for block in blocks for kind in _rubrics(block)}


def describes_action(block: Block) -> bool:
    """Whether a table that is no budget says three things that a fiche says, who leads or takes part among them."""
    if not isinstance(block, Table) or any(map(heads_budget, block.rows[:1])) or lists_gifts(block):
        return False
    kinds = _rubrics(block)
    return len(kinds) >= _ENOUGH and not kinds.isdisjoint(LEADS)


def lists_gifts(block: Block) -> bool:
    """Whether a table's first row heads a budget by who gets how much, unless that is who carries an action."""
    heads = block.rows[0].cells if isinstance(block, Table) and block.rows else ()
    return bool(heads) and heads_gifts(Row(heads)) and not any(rubric(cell.text) in LEADS for cell in heads)


def _could_start(block: Block) -> bool:
    if isinstance(block, Table):
        return False
    text = plain(block.words.text)
    return bool(FICHE.match(text) or ACTION.match(text))


@remembered(2_048)
def _rubrics(block: Block) -> frozenset[str]:
    """Return the kinds of rubric that ``block`` opens; the table of a plan opens none."""
    if isinstance(block, Table):
        cells = [] if _lists_plan(block) else [cell for row in block.rows for cell in row.cells if cell]
        texts = [text for cell in cells for text in (cell.text, cell.blocks[0].words.text)]
    else:
        texts = [block.words.text, *(line.text for line in lines(block.words)[1:])]
    found = frozenset(rubric(text) or (head.kind if (head := leading(text)) else "") for text in texts)
    return found - {"", "modalite", "titre", "numero"}


def _lists_plan(table: Table) -> bool:
    """Whether ``table`` is one of a plan, rather than a fiche's own (``Objectifs | Modalités``), or titles over values.

    A fiche's has neither axes nor actions, or further down a row of other titles. Rows that name fiches by their codes
    are of several.
    """
    found = columns(table)
    if found is None:
        return action_table(table) is not None
    header = [cell.text for cell in table.rows[0].cells]
    stacked = any(titles(row) and [cell.text for cell in row.cells] != header for row in table.rows[found[1] :])
    return not stacked and not {column.level for column in found[0]} <= {"", "objectif", "activite"}


def names_orientation(text: str) -> bool:
    """Whether ``text`` names an orientation of the plan with its number: ``Orientation II – Informer``."""
    return _ORIENTATION.match(text) is not None
