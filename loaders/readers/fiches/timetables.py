"""Tables of a fiche whose columns are times or measures, and whose cells are no titles of rubrics.

A timetable has years or quarters as columns; beside indicators stand what they are, what they should be, who counts.
"""

from __future__ import annotations

import re

from loaders.document import Row, Table
from loaders.readers.fiches.fields import Field, Fields
from loaders.words.rubrics import rubric
from loaders.words.wording import plain

_TIME = (
    r"(?:(?:annee|rentree|ete|fin|debut|courant) )?20\d\d(?:\s?[-/]\s?(?:20)?\d\d)?"
    r"|(?:[ts]\s?[1-4]|[1-4](?:er|e|eme)? (?:trimestre|semestre))(?: 20\d\d)?"
)
_TIMES = re.compile(_TIME)
_MEASURES = re.compile(
    rf"{_TIME}|valeurs?\b.*|cibles?(?: .*)?|sources?\b.*|(?:periodicite|frequence)s?\b.*|unites?(?: de mesure)?"
    r"|modes? de (?:calcul|recueil|collecte).*|objectifs? (?:20\d\d|cibles?|chiffres?|a atteindre|vises? en 20\d\d)"
    r"|(?:situation|etat) (?:initiale?|de depart|actuelle?)(?: .*)?|t0|(?:realise|atteint|resultat)s? (?:en )?20\d\d"
)
_LEAST = 2
_LISTED = ("modalite", "indicateur", "objectif", "resultat")


def read_timetable(table: Table, above: Field | None, fields: Fields) -> bool:
    """Add to ``fields`` what such a table below the rubric ``above`` says; return whether ``table`` is one.

    A timetable is the fiche's deadline, where that is the rubric. Below ``Étapes`` or ``Indicateurs`` the first column
    lists these.
    """
    if len(table.rows) < _LEAST or not _heads(table.rows[0]):
        return False
    title = table.rows[0].cells[0].text
    if rubric(title) in _LISTED:
        listed = fields.open(rubric(title), said=title)
        listed.blocks.extend(block for row in table.rows[1:] for block in row.cells[0].blocks)
    elif above is not None and above.kind == "echeance":
        above.blocks.extend(block for row in table.rows for cell in row.cells for block in cell.blocks)
    return True


def _heads(row: Row) -> bool:
    """Whether a row heads columns of time, or of what is counted beside indicators: but its first may say what."""
    first, *others = (plain(cell.text).strip(" .:") for cell in row.cells)
    kind = rubric(first)
    if kind == "indicateur":
        return bool(others) and all(_MEASURES.fullmatch(text) for text in others)
    dated = [first, *others] if _TIMES.fullmatch(first) else others
    known = not kind or kind in (*_LISTED, "echeance")
    return known and len(dated) >= _LEAST and all(_TIMES.fullmatch(text) for text in dated)
