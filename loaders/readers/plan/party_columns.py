"""Columns that say what one party does in each fiche, or gives for it: ``Rôle du Département``, ``Concours de la Caf``.

The title names the party, the cells its role or its amount: so a body that decides lists its own engagements. Who gives
an ``Aide 2025 (€)`` stands outside the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.document import Cell, Paragraph, Passage, Row
from loaders.readers.fiches.fields import Field
from loaders.readers.plan.column_titles import Column
from loaders.remembering import remembered_texts
from loaders.words.actor_heads import FUNDERS, kind_at
from loaders.words.amounts import amounts
from loaders.words.cell_kinds import mostly
from loaders.words.role_words import roles_of
from loaders.words.wording import plain

ROLE, GIFT = "role", "gift"
_OF = r"(?: [a-z]+(?:el(?:le)?|e|ier|iere|ant)s?){0,3} (?:attendue? |prevue? )?(?:de la |de l'|du |des |de |d')(?=\S)"
_DOES = re.compile(rf"\W*(?:roles?|places?|implications?|fonctions?|positions?|interventions?){_OF}")
_GIVES = re.compile(
    r"\W*(?:montants? (?:de la |du |des )?)?(?:concours|participations?|contributions?|apports?|subventions?|aides?"
    rf"|soutiens?|financements?|engagements?|parts?|montants?){_OF}"
)
_GIFT = re.compile(
    r"\W*(?:montants? (?:de la |de l'|du |des |d'))?"
    r"(?:aides?|subventions?|participations?|contributions?|soutiens?|concours)"
    r"(?: (?:accord|attribu|octroy|allou|vers|propos|vot)ee?s?|"
    r" (?:financ|annu|communaut|intercommun|municip|commun)\w+)*"
    r"(?: (?:en |pour )?(?:19|20)\d\d)?(?:\W|\ben\b|\beuros?\b|\bpar an\b)*"
)


@remembered_texts(1_024)
def names_party(title: str) -> bool:
    """Whether the ``title`` of a column names one party, with what it does or gives."""
    return names_role(title) or bool(_name(title, _GIVES))


@remembered_texts(1_024)
def names_role(title: str) -> bool:
    """Whether the ``title`` of a column names one party, with what it does."""
    return bool(_name(title, _DOES))


@remembered_texts(1_024)
def names_gift(title: str) -> bool:
    """Whether the ``title`` of a column is of what is given, whoever gives it: ``Aide 2025 (€)``."""
    return _GIFT.fullmatch(plain(title)) is not None


def of_party(found: Sequence[Column], titles: Row, body: Sequence[Row]) -> tuple[Column, ...]:
    """Return the columns ``found`` under ``titles``, those of gifts or of one party as such where ``body`` shows it."""
    texts = [[row.cells[index].text for row in body] for index in range(len(found))]
    return tuple(map(_told, found, titles.cells, texts))


def said_of_party(column: Column, cell: Cell, getter: Passage) -> Iterator[Field]:
    """Give what a ``cell`` says of the party that its ``column`` names; ``getter`` says who gets what it gives."""
    party = Paragraph(column.party)
    if column.rubric == ROLE:
        yield from (Field(role, [party], said=column.said) for role in roles_of(cell.text))
    elif any(amounts(cell.text)):
        gets = [Paragraph(getter)] if getter else []
        yield Field("budget", [*gets, Paragraph(column.party + cell.words)], said=column.said)


def _told(column: Column, title: Cell, texts: Sequence[str]) -> Column:
    """Return a ``column`` as one of the party that its ``title`` names, where most of its ``texts`` tell that."""
    if column.level:
        return column
    if names_gift(title.text) and mostly(texts, _counts):
        return replace(column, rubric=GIFT)
    for kind, pattern, tells in ((ROLE, _DOES, _states_role), ("budget", _GIVES, _states_amount)):
        start = _name(title.text, pattern)
        if start and mostly(texts, tells):
            return replace(column, rubric=kind, said=title.text, party=title.words.cut(start))
    return column


def _states_role(text: str) -> bool:
    return bool(roles_of(text))


def _states_amount(text: str) -> bool:
    return any(amounts(text))


def _counts(text: str) -> bool:
    return text[:1].isdigit()


def _name(title: str, pattern: re.Pattern[str]) -> int:
    """Return where a party's name starts in ``title``, behind the words of ``pattern``; 0 where it names none."""
    found = pattern.match(plain(title))
    return found.end() if found is not None and kind_at(title[found.end() :]) in FUNDERS else 0
