"""Columns of a table of figures: what each one holds, by its header or by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from loaders.acts.section import Section
from loaders.acts.territory_codes import Named, named
from loaders.document import Cell, Passage, Row
from loaders.readers.figures.column_words import (
    announced,
    are_dated,
    is_bare,
    is_over_five_years,
    is_wordy,
    is_year,
    say_when,
    says,
)
from loaders.resolve import fold
from loaders.words.dates import WHOLE_YEAR

Role = Literal["label", "year", "value", "change", "unit", "ignored"]
_OF = re.compile(r"^(?:de la|de l'|du|des|de|d'|pour|la|le|les)\b\s*", re.IGNORECASE)
_OVER = re.compile(r"\([^()]*\)|\b(?:sur|en|à|depuis|entre)?\s*\d{1,2}\s+ans\b|\(?\b(?:19|20)\d\d\b\)?|[-–/%]")
_ASIDE = re.compile(r"\(([^()]+)\)\s*$")
_INITIALS = re.compile(r"(?=[a-z0-9&-]{0,8}[A-Z][a-z0-9&-]{0,8}[A-Z])[A-Z0-9&-]{2,9}")
_SHARE = re.compile(r"\s*(?:en )?%")
_NOTE = re.compile(rf"\((?!{WHOLE_YEAR.pattern}\))[*\d]*\)|[*=]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its role; of a value or change also whom its header names, and the year where it names one.

    ``known`` where the header's words are a territory, the act's own or another, and not just any words; or where they
    need be none, since each figure below says itself of which year it is: ``À la signature`` over ``1 204 (2020)``.
    """

    role: Role
    header: Passage
    territory: Named | None = None
    year: str = ""
    known: bool = False


def columns_of(section: Section, header: Row | None, body: Sequence[Row]) -> tuple[Column, ...]:
    """Return the columns; the first that holds words is the label's, else a first one of years beside territories."""
    width = len(body[0].cells) if body else 0
    titles = header.cells if header is not None else (Cell(),) * width
    label = next((n for n in range(width) if is_wordy([row.cells[n] for row in body])), -1)
    themed = label >= 0 and _stands_under(titles[label + 1 :], [row.cells[label + 1 :] for row in body])
    label += themed  # ``Thème | Indicateur | 2021``
    if label < 0 and width > 1 and is_year([row.cells[0] for row in body]) and named(section, titles[1].text):
        label = 0
    columns = [
        Column("label" if n == label else "ignored", titles[n].words)
        if n == label or (themed and n == label - 1)
        else _column(section, titles[n], [row.cells[n] for row in body])
        for n in range(width)
    ]
    known = list(_own_under_initials(section, list(_with_shares(columns))))
    return tuple(_dated_by_sources(list(_own_change(section, known)), body))


def _own_under_initials(section: Section, columns: Sequence[Column]) -> Iterator[Column]:
    """Give ``columns``; initials that the act never wrote out, beside the département, are the act's own territory."""
    values = [column for column in columns if column.role == "value" and column.territory is not None]
    code = section.territory.code if section.territory is not None else ""
    others = [column.territory.code for column in values if column.known and column.territory is not None]
    strange = [column for column in values if not column.known]
    alone = len(strange) == 1 and code and code not in others and any(others)
    for column in columns:
        whose = column.territory
        if alone and column is strange[0] and whose is not None and _INITIALS.fullmatch(whose.printed):
            column = replace(column, territory=Named(whose.printed, code, section.territory), known=True)
        yield column


def _with_shares(columns: Sequence[Column]) -> Iterator[Column]:
    """Give ``columns``; one of percentages, ``% de la population``, is of whom and of when the one before it is."""
    before: Column | None = None
    for column in columns:
        share = column.role == "value" and not column.known and _SHARE.match(column.header.text)
        if share and before is not None:
            column = replace(column, territory=before.territory, year=column.year or before.year, known=before.known)
        before = column if column.role == "value" else before
        yield column


def _dated_by_sources(columns: Sequence[Column], body: Sequence[Row]) -> Iterator[Column]:
    """Give ``columns``; those of sources are of years where nothing else is, and each cell has one: ``RP 2020``."""
    dated = any(column.role == "year" or column.year for column in columns)
    for index, column in enumerate(columns):
        cells = [row.cells[index].text for row in body]
        telling = (
            not dated
            and says(fold(column.header.text), "ignored")
            and all(len(set(WHOLE_YEAR.findall(t))) == 1 for t in cells)
        )
        yield replace(column, role="year") if telling and column.role == "ignored" else column


def _stands_under(titles: Sequence[Cell], body: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether the labels stand in the next column: its title says so, it has words, and another is behind it."""
    labels = [cells[0] for cells in body if len(cells) > 1]
    return len(titles) > 1 and says(fold(titles[0].text), "label") and all(labels) and is_wordy(labels)


def _column(section: Section, title: Cell, cells: Sequence[Cell]) -> Column:
    """Return the column under ``title`` that holds ``cells``."""
    text = _NOTE.sub(" ", title.text).strip()
    if (without := _without_values(section, title, cells, text)) is not None:
        return without
    years = WHOLE_YEAR.findall(text)
    rest = " ".join(WHOLE_YEAR.sub(" ", text).split()).strip(" -–/()")
    year = years[-1] if len(years) == 1 else ""
    valued = says(fold(rest), "value") or bool(year and says(fold(rest), "moment"))
    of_whom = _behind(section, rest) if valued else None
    if not rest or (valued and of_whom is None):
        return Column("value", title.words, None, year)
    territory = of_whom or named(section, rest) or _added_up(section, rest)
    if territory is None and say_when(cells):
        return Column("value", title.words, known=True)
    rest = of_whom.printed if of_whom else rest
    return Column("value", title.words, territory or Named(rest), year, territory is not None)


def _without_values(section: Section, title: Cell, cells: Sequence[Cell], text: str) -> Column | None:
    """Return the column under ``title``, which says ``text``, where it holds something else than values, else None."""
    folded = fold(text)
    if not folded and not any(cells):
        return Column("ignored", title.words)
    if says(folded, "change"):
        over = is_over_five_years(folded, WHOLE_YEAR.findall(text))
        return Column("change" if over else "ignored", title.words, _whose_change(section, title.text))
    if are_dated(title.text, cells):
        return Column("year", title.words)
    if says(folded, "ignored") or not announced("intended").isdisjoint(folded.split()):
        return Column("ignored", title.words)
    if says(folded, "unit"):
        return Column("unit", title.words)
    if is_year(cells) and (not folded or says(folded, "year") or says(folded, "label")):
        return Column("year", title.words)
    return None


def _added_up(section: Section, text: str) -> Named | None:
    """Return the territory of which ``text`` says that its parts are added up: ``Total CC du Trièves``."""
    return _behind(section, text) if is_bare(fold(text.partition(" ")[0]), "whole") else None


def _behind(section: Section, text: str) -> Named | None:
    """Return the territory that ``text`` names behind its first word: ``Valeur CC du Trièves``."""
    return named(section, _OF.sub("", text.partition(" ")[2]))


def _whose_change(section: Section, title: str) -> Named | None:
    """Return the territory that a column of variations names, in brackets or with its other words."""
    aside = _ASIDE.search(title)
    return (named(section, aside[1]) if aside else None) or _behind(section, " ".join(_OVER.sub(" ", title).split()))


def _own_change(section: Section, columns: Sequence[Column]) -> Iterator[Column]:
    """Give ``columns``; the only one of variations is about the act's own territory, where another is beside it."""
    changes = [column for column in columns if column.role == "change"]
    code = section.territory.code if section.territory is not None else ""
    whose = [column.territory for column in columns if column.role == "value" and column.territory is not None]
    mine = next((territory for territory in whose if code and territory.code == code), None)
    for column in columns:
        lone = changes == [column] and column.territory is None
        yield replace(column, territory=mine) if lone else column
