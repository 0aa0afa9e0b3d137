"""Columns of a budget: funders, objects, amounts, told by their headers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.acts.section import Section
from loaders.document import Row, Table
from loaders.readers.funding.amount_cells import are_periods, are_years
from loaders.readers.funding.budget_titles import Column, column_under, scale
from loaders.readers.funding.column_roles import is_total, role_of, runs_nothing
from loaders.readers.funding.donors import donors_of
from loaders.readers.funding.mentions import COLLECTIVITES, mentions
from loaders.readers.funding.named_getters import named_getter
from loaders.readers.funding.unmarked import in_euros, whose
from loaders.readers.funding.words import cued, is_owned, schemes
from loaders.readers.parties.establishments import own_establishment
from loaders.remembering import remembered, remembered_within
from loaders.resolve import fold
from loaders.words.dates import WHOLE_YEAR
from loaders.words.stems import by_stems
from loaders.words.wording import plain

_PAIR = 2
_BY_TO = re.compile(r"(?:\w+ )?(?:vers|attribu|accord|allou|pay|octroy|donn)e?e?s? par .{2,60} (?:a|aux?|pour)\W*")
_WHOSE_MONEY = re.compile(
    r"\W*(?:participations?|subventions?|aides?|financements?|contributions?|soutiens?|concours|engagements?)"
    r"(?: financiers?| financieres?)? (?:de la |de l'|du |des |de |d')"
    r"|\W*(?:actions?|postes?|projets?|services?|equipements?) (?:co-?)?(?:financ|soutenu|subventionn)e?e?s? par "
)
_SHARED_AMONG = re.compile(
    r"\b(?:couts?|charges?|depenses?|financement|solde|salaires?|postes?)\b[^.;:]{0,60}"
    r" (?:reparti|partage|ventile)e?s? entre (?:les |ses |toutes les |chacune des )?"
    r"(?:communes|collectivites|intercommunalites|membres|signataires)"
    r"|\b(?:participation|contribution|cotisation|quote-part)s? (?:financieres? )?(?:annuelles? )?"
    r"(?:des |de chaque |par |demandees? aux? (?:chaque )?)(?:communes?|collectivites?|membres?)\b"
    r"|\b(?:participation|contribution|cotisation|quote-part)s? (?:communa|municipa)(?:les?|ux)\b"
)
"""Words by which the collectivités of a table give what stands beside them, each its share."""
_WHOSE = re.compile(
    r"\W*(?:structures?|equipements?|services?|etablissements?|accueils?)\b"
    r"(?: (?:soutenu|ger|port|financ)e?e?s?)? (?:par |de |du |d')"
)
"""The title of a column of structures, before whose they are: ``Équipements gérés par la commune de X``."""


def columns_of(section: Section | None, table: Table, above: str) -> tuple[Column, ...]:
    """Return the columns of ``table``, which stands below the words ``above``.

    Collectivités that share in what is financed give what stands beside them.
    """
    found = _columns_of(section, table, is_owned(";".join(schemes(above))))
    if all(one.role != "amount" for one in found):
        return found  # no budget, whatever else is asked of it
    if _SHARED_AMONG.search(plain(" ".join((above, *(one.header.text for one in found))))):
        found = tuple(replace(one, role="funder") if one.role == "recipient" else one for one in found)
    if section is not None and _gets(section, above):
        found = tuple(replace(one, role="object") if runs_nothing(fold(one.header.text)) else one for one in found)
    whole = max(scale(above), *(scale(column.header.text) for column in found if column.role != "amount"), 1)
    multiples = [max(scale(column.header.text), whole) for column in found]
    return tuple(
        column if multiple == column.multiple else replace(column, multiple=multiple)
        for column, multiple in zip(found, multiples, strict=True)
    )


@remembered_within(256)
def _gets(section: Section, above: str) -> bool:
    """Tell whether the words ``above`` a table say that a collectivité gets its amounts, whatever they are for."""
    said = next(iter(mentions(named_getter(donors_of(section), above))), None) if above else None
    return said is not None and said.kind in COLLECTIVITES


@remembered(256)
def _columns_of(section: Section | None, table: Table, owned: bool) -> tuple[Column, ...]:
    """Return the columns of ``table``, whose amounts are ``owned`` where what stands above names a fund's own scheme.

    They are remembered: several readers ask for them, each with a caption of its own.
    """
    body = table.rows[1:]
    found = [column_under(section, index, title, body) for index, title in enumerate(table.rows[0].cells)]
    texts = [[row.cells[index].text for row in body] for index in range(len(found))]
    found = [_as(one, "period") if are_periods(held) else one for one, held in zip(found, texts, strict=True)]
    found = [
        _as(one, "year") if not one.header.text and are_years(held) else one
        for one, held in zip(found, texts, strict=True)
    ]
    if _is_of_schemes(table.rows[0], body):
        found[0] = _as(found[0], "scheme")
    found = _by_whom(found)
    roles = {column.role for column in found}
    if "amount" not in roles:
        found = [_as(one, "amount") if _in_euros(one, held) else one for one, held in zip(found, texts, strict=True)]
    if any(column.role == "recipient" for column in found) or (section is not None and own_establishment(section)):
        found = [replace(one, role="place") if _is_of_places(one) else one for one in found]
    found = _with_structures(found)
    if section is not None and any(column.role == "amount" for column in found):  # else nobody asks whose money it is
        paid = owned or any(column.role == "amount" and is_owned(column.scheme) for column in found)
        told = whose(section, [column.role for column in found], texts, paid=paid)
        found = [_as(one, role) for one, role in zip(found, told, strict=True)]
    return tuple(_with_what_for(found, texts))


def _is_of_places(column: Column) -> bool:
    """Tell whether a column beside those who get, or of what the one that decides gets, says where: ``Commune``."""
    return not column.role and fold(column.header.text) in ("commune", "communes", "ville", "territoire", "secteur")


def _with_structures(found: list[Column]) -> list[Column]:
    """Return the columns, one of structures beside whoever else gets as what those get it for.

    Its own title can say who that is: ``Structures soutenues par la commune de X``.
    """
    found = [_of_owner(column) if column.role != "amount" else column for column in found]
    getters = [column for column in found if column.role == "recipient"]
    named = [runs_nothing(fold(column.header.text)) for column in getters]
    if all(named) or not any(named):
        return found
    return [replace(one, role="object") if runs_nothing(fold(one.header.text)) else one for one in found]


def _of_owner(column: Column) -> Column:
    """Return a column; one of the structures of a collectivité that its title names as what this gets money for."""
    owner = next(iter(mentions(column.header.text)), None) if _WHOSE.match(plain(column.header.text)) else None
    if owner is None or owner.kind not in COLLECTIVITES:
        return column
    return replace(column, role="object", recipient=owner.printed)


def _with_what_for(found: list[Column], texts: Sequence[Sequence[str]]) -> list[Column]:
    """Return the columns, the one of words between schemes and their amounts as what they are for: ``Pour``.

    Its title must say nothing else of them: no day, no remark.
    """
    roles = [column.role for column in found]
    if "scheme" not in roles or "amount" not in roles or {"object", "recipient"} & set(roles):
        return found
    for n in range(roles.index("scheme") + 1, roles.index("amount")):
        if not roles[n] and by_stems(found[n].header.text) in ("", "public") and all(map(_is_named, texts[n])):
            return [*found[:n], replace(found[n], role="object"), *found[n + 1 :]]
    return found


def _is_named(text: str) -> bool:
    """Whether a cell is empty or begins with a word: it is no number and no code."""
    return not text or text[:2].isalpha()


def _by_whom(found: list[Column]) -> list[Column]:
    """Return the columns, one whose title says by whom and to whom (``Versé par la Caf à``) as that of who gets.

    One that says whose money it is, over words (``Participation du Département``), holds what that is for. The amounts
    that name nobody are of whom it names.
    """
    for n, column in enumerate(found):
        said = plain(column.header.text)
        pays = _WHOSE_MONEY.match(said) is not None and column.role in ("", "object")
        role = "recipient" if _BY_TO.fullmatch(said) else "object" if pays else ""
        giver = next(iter(mentions(column.header.text)), None) if role and column.role != "amount" else None
        if giver is not None:
            given = [
                replace(one, funder=giver.printed, kind=giver.kind) if one.role == "amount" and not one.funder else one
                for one in found
            ]
            return [*given[:n], replace(column, role=role), *given[n + 1 :]]
    return found


def _in_euros(column: Column, cells: Sequence[str]) -> bool:
    """Tell whether a column's cells are euros that its title does not say to be a price or an income."""
    return in_euros(cells) and not cued("refused", column.header.text)


def _is_of_schemes(head: Row, body: Sequence[Row]) -> bool:
    """Tell whether a table has years over its columns, and beside them nothing but schemes, totals apart.

    These have no title, or that of the years: ``Année | 2024 | 2025``.
    """
    labels = [row.cells[0].text for row in body if not is_total(row)]
    untitled = bool(head.cells) and (not head.cells[0] or role_of(fold(head.cells[0].text)) == "year")
    years = untitled and all(WHOLE_YEAR.search(cell.text) for cell in head.cells[1:])
    several = len(head.cells) > _PAIR and (len(labels) > 1 or bool(head.cells[0]))
    return years and several and all(schemes(label) and ":" not in label for label in labels)


def _as(column: Column, role: str) -> Column:
    """Return a column whose title says no role with the ``role`` that what it holds gives it."""
    return column if column.role else replace(column, role=role)
