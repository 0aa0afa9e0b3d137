"""Columns of a budget: funders, objects, amounts, told by their headers; and whether they make a budget."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from loaders.acts.section import Section
from loaders.acts.territory_codes import specific
from loaders.document import Cell, Passage, Row, Table
from loaders.readers.funding.giving import paying
from loaders.readers.funding.mentions import mentions
from loaders.readers.funding.unmarked import are_collectivites, in_euros
from loaders.readers.funding.words import cued, known_object, schemes
from loaders.remembering import remembered, remembered_texts
from loaders.resolve import fold
from loaders.vocabulary import groups
from loaders.words.numerals import figure

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_EUROS = re.compile(r"€|\beuros?\b", re.IGNORECASE)
_THOUSANDS = re.compile(r"\bk\s?(?:€|euros?\b)|\bmilliers? (?:d['’])?euros?\b", re.IGNORECASE)
_PLACES = frozenset(("epci", "commune", "departement", "region"))


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its role (a key of the vocabulary, or empty), its header, and what this names.

    That is a year, a funder with its kind, a scheme, what the money is for, who gets it; each empty where not named.
    ``multiple`` is what its amounts count by (``en K€``: 1000).
    """

    role: str
    header: Passage
    year: str = ""
    funder: str = ""
    scheme: str = ""
    kind: str = ""
    purpose: str = ""
    multiple: int = 1
    recipient: str = ""


def scale(text: str) -> int:
    """Return what the amounts below ``text``, a header or caption, count by: ``en K€``, ``(milliers d'euros)``."""
    return 1000 if _THOUSANDS.search(text) else 1


def columns_of(section: Section | None, table: Table, above: str) -> tuple[Column, ...]:
    """Return the columns of ``table``, which stands below the words ``above``."""
    found = _columns_of(section, table)
    whole = max(scale(above), *(scale(column.header.text) for column in found if column.role != "amount"), 1)
    multiples = [max(scale(column.header.text), whole) for column in found]
    return tuple(
        column if multiple == column.multiple else replace(column, multiple=multiple)
        for column, multiple in zip(found, multiples, strict=True)
    )


@remembered(256)
def _columns_of(section: Section | None, table: Table) -> tuple[Column, ...]:
    """Return the columns of ``table`` by themselves: several readers ask for them, each with its own caption."""
    body = table.rows[1:]
    found = [_column_of(section, index, title, body) for index, title in enumerate(table.rows[0].cells)]
    texts = [[row.cells[index].text for row in body] for index in range(len(found))]
    roles = {column.role for column in found}
    if "amount" not in roles:
        found = [_as(one, "amount") if in_euros(held) else one for one, held in zip(found, texts, strict=True)]
    if section is not None and not roles & {"funder", "recipient", "object"}:
        whose = next((n for n, held in enumerate(texts) if are_collectivites(section, held)), len(found))
        found = [_as(one, "recipient") if n == whose else one for n, one in enumerate(found)]
    return tuple(found)


def _as(column: Column, role: str) -> Column:
    """Return a column whose title says no role with the ``role`` that what it holds gives it."""
    return column if column.role else replace(column, role=role)


def _column_of(section: Section | None, index: int, title: Cell, body: Sequence[Row]) -> Column:
    """Return the column under ``title``: by its header's words, or as amounts of the funder or year it names."""
    text, folded = title.text, fold(title.text)
    years = YEAR.findall(text)
    found = next(mentions(text), None)
    unnamed = found is None or found.start > 0
    place = specific(section, YEAR.sub(" ", text)) if section is not None and unnamed else None
    sums = any((read := figure(row.cells[index].text)) and read.value is not None for row in body)
    year = years[0] if len(years) == 1 else ""
    role = _role(folded)
    if role == "amount" and not sums:
        role = _named_role([row.cells[index].text for row in body])
    if sums and place is not None:
        return Column("amount", title.words, year, place.printed, "", "commune")
    if sums and found is not None and (found.start == 0 or role == "amount"):
        return Column("amount", title.words, year, found.printed, "", found.kind)
    scheme = ";".join(schemes(text))
    by, to = paying(text) if sums else ("", "")
    if by and scheme:
        return Column("amount", title.words, year, by, scheme, found.kind if found else "", recipient=to)
    if sums and ((role in ("", "year") and years) or (role in ("", "scheme") and scheme)):
        role = "amount"
    if sums and not role and known_object(text):
        return Column("amount", title.words, year, purpose=text)
    return Column(role, title.words, year, "", scheme)


def _named_role(cells: Sequence[str]) -> str:
    """Return what a column holds whose header only speaks of money: who gives it (``Financement``), or its schemes."""
    full = [text for text in cells if text]
    givers = sum(1 for text in full if (one := next(mentions(text), None)) is not None and one.start == 0)
    if 2 * givers > len(full):
        return "funder"
    return "scheme" if full and all(map(schemes, full)) else ""


def heads_budget(row: Row) -> bool:
    """Tell whether a row holds the titles of a column of funders and of one of amounts."""
    return {"funder", "amount"} <= {_role(fold(cell.text)) for cell in row.cells}


@remembered_texts(2_048)
def _role(folded: str) -> str:
    """Return the role that a folded header announces, empty where it announces none."""
    return next((role for role, names in _roles().items() if begins(folded, names)), "")


def is_budget(columns: Sequence[Column], table: Table, above: str) -> bool:
    """Tell a budget: amounts in euros, and a column of funders or funders as headers (not territories alone).

    The header says that they are euros, or the words ``above`` do, or the cells.
    """
    amounts = [n for n, column in enumerate(columns) if column.role == "amount"]
    funders = [column.kind for column in columns if column.funder]
    headed = any(column.role == "funder" for column in columns)
    projects = any(column.role in ("object", "recipient") for column in columns)
    schemed = projects and any(column.scheme or column.role == "scheme" for column in columns)
    told = bool(schemes(above)) or next(mentions(above), None) is not None
    crossed = any(column.role == "recipient" for column in columns) and any(
        column.purpose or (told and column.year) for column in columns
    )
    cells = [row.cells[n].text for row in table.rows[1:] for n in amounts if row.cells[n]]
    printed = sum(bool(_EUROS.search(cell)) for cell in cells) > len(cells) / 2
    said = (printed and cued("given", above)) or any(_heads_amounts(columns[n].header.text) for n in amounts)
    titled = projects and told and said
    several = projects and len(funders) > 1
    if not amounts or not (headed or schemed or crossed or titled or several or set(funders) - _PLACES):
        return False
    header = " ".join((above, *(column.header.text for column in columns)))
    shared = projects and len(funders) > 1 and bool(set(funders) - _PLACES)
    return printed or bool(_EUROS.search(header)) or (headed and _says_money(columns)) or shared


def _says_money(columns: Sequence[Column]) -> bool:
    """Tell whether a column says by its header that it holds amounts, or who finances."""
    return any(
        (column.role == "amount" and _heads_amounts(column.header.text))
        or (column.role == "funder" and "financ" in fold(column.header.text))
        for column in columns
    )


def _heads_amounts(text: str) -> bool:
    """Tell whether a header says that amounts stand below it."""
    return begins(fold(text), _roles()["amount"])


def begins(folded: str, names: Sequence[str]) -> bool:
    """Tell whether a folded text is one of ``names``, or begins with it."""
    return any(folded == name or folded.startswith(f"{name} ") for name in names)


@cache
def _roles() -> dict[str, tuple[str, ...]]:
    """Return the roles of columns and the folded headers that announce them."""
    return {role: tuple(fold(name) for name in names) for role, names in groups("budgets", "columns").items()}
