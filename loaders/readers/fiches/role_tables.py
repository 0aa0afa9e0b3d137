"""Tables that list actors with the role that each has: ``Acteur | Rôle``, a row an actor."""

from __future__ import annotations

import re

from loaders.document import Row, Table
from loaders.readers.fiches.fields import Field
from loaders.words.role_words import roles_of
from loaders.words.rubrics import rubric
from loaders.words.wording import plain

_ROLE = re.compile(r"(?:le |son )?(?:roles?|implications?|fonctions?|places?)\b")
_PARTNER = "partenaire"


def with_roles(table: Table) -> tuple[Field, ...]:
    """Return who stands in each row of ``table``, in the role that its row gives; none where it is no such table.

    Half of the rows at least must say a role that a fiche knows; whoever does anything else is a partner.
    """
    columns = _columns(table.rows[0]) if table.rows else None
    if columns is None:
        return ()
    who, what = columns
    rows = [row for row in table.rows[1:] if row.cells[who]]
    told = [roles_of(row.cells[what].text) for row in rows]
    if 2 * sum(map(bool, told)) < len(rows) or not rows:
        return ()
    pairs = ((row, role) for row, said in zip(rows, told, strict=True) for role in said or (_PARTNER,))
    return tuple(Field(role, list(row.cells[who].blocks)) for row, role in pairs)


def _columns(head: Row) -> tuple[int, int] | None:
    """Return the columns of actors and of their roles under a ``head``; None where it has not both."""
    what = next((n for n, cell in enumerate(head.cells) if _ROLE.match(plain(cell.text))), None)
    who = next((n for n, cell in enumerate(head.cells) if n != what and rubric(cell.text) == _PARTNER), None)
    return (who, what) if who is not None and what is not None else None
