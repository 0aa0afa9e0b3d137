"""Money given that stands in a table of figures: a total and its parts are each a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from loaders.readers.figures.figure_table import FigureTable, Line, Value
from loaders.readers.figures.indicators import is_funding, is_total, unit
from loaders.readers.figures.paths import paths
from loaders.readers.funding import words as says
from loaders.readers.funding.budget_captions import caption, said_before
from loaders.readers.funding.context import Context
from loaders.readers.funding.donors import titled_object
from loaders.readers.funding.mentions import mentions
from loaders.readers.funding.named_getters import named_getter
from loaders.readers.funding.objects import known_object
from loaders.readers.outline import Standing
from loaders.words.wording import plain
from maillage.facts import Funding

_COUNTED = re.compile(r"(?:realise|prevu|previsionnel|estime|vote|budget|compte administratif|montant|bp|ca)e?s?\b")


def read_figures(context: Context, standing: Standing, table: FigureTable) -> Iterator[Funding]:
    """Give the rows of a table of figures that are money given."""
    given, shared = False, _is_shared(table)
    for line, path in paths(table.lines):
        given = is_funding(path, unit(path, line.values), above=given)
        if given:
            for value in line.values:
                if value.figure.value is not None:
                    one = _row(context, standing, line, path, value, value.figure.value)
                    yield replace(one, recipient=_place(value)) if shared else one


def _is_shared(table: FigureTable) -> bool:
    """Tell whether the rows of a table name several who give: what each shares in they get nowhere."""
    kinds = {found.kind for line in table.lines if (found := next(iter(mentions(line.label.text)), None)) is not None}
    return len(kinds - {"autre"}) > 1


def _row(
    context: Context, standing: Standing, line: Line, path: tuple[str, ...], value: Value, euros: Decimal
) -> Funding:
    """Return the fact of one amount of a table of figures; such tables give amounts a year."""
    label = path[-1]
    scheme = says.schemes(label) or (() if is_total(path) else (says.named_part(label),))
    headings = [title.words.text for title in reversed(standing.titles)]
    titles = (caption(context.above), said_before(context.above), *headings)
    named = (*reversed(path), *titles)
    told = next((who for text in named if (who := named_getter(context.donors, text))), "")
    givers = (context.donors.printed(one) for text in named for one in context.donors.named(text))
    funder = next((name for name in givers if name != told), "")
    return Funding(
        place=context.section.place(line.label, value.words),
        act=context.section.act,
        rule="funding.figures",
        tier="normalised",
        convention=context.section.convention,
        funder=funder or context.donors.owner(scheme),
        recipient=_place(value) or told or context.home,
        object=_part_named(label, scheme) or titled_object(standing.titles) or known_object(" ".join(path)),
        scheme=tuple(name for name in scheme if name),
        amount_eur=euros,
        period="an",
        year=line.year or value.year or next((said for title in named if (said := says.year(title))), ""),
    )


def _place(value: Value) -> str:
    """Return the territory of a value; empty where its column says how it is counted instead: ``Réalisé 2023``."""
    place = value.territory
    return place.printed if place is not None and not _COUNTED.match(plain(place.printed)) else ""


def _part_named(label: str, scheme: tuple[str, ...]) -> str:
    """Return what a row's label says behind its scheme and a colon: ``Action sociale : petite enfance``."""
    head, colon, rest = label.partition(":")
    return rest.strip() if colon and says.schemes(head) == scheme else ""
