"""Funding: amounts in euros that somebody gives, in sentences, in tables of figures and in budgets.

The amounts within a fiche action are read with the fiche.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from loaders.acts.parts import by_convention
from loaders.acts.section import Section
from loaders.acts.territory_codes import specific
from loaders.document import Block, Passage, Table
from loaders.readers.figures.indicators import is_funding, unit
from loaders.readers.figures.paths import paths
from loaders.readers.figures.tables import FigureTable, Line, Value, read_table
from loaders.readers.funding import words as says
from loaders.readers.funding.budgets import Sum, caption, read_budget
from loaders.readers.funding.donors import Donors, titled_object
from loaders.readers.funding.mentions import mentions
from loaders.readers.funding.prose import Context, next_lead, read_prose
from loaders.readers.outline import Standing, walk
from loaders.resolve import bare, fold
from maillage.facts import Funding


def read(section: Section) -> Iterator[Funding]:
    """Give every amount that the act states as given, with who gives it, to whom and what for."""
    for part in by_convention(section):
        if part.convention or part.mentions:
            yield from _read(part)


def _read(section: Section) -> Iterator[Funding]:
    """Give the amounts of an act, or part of an act, about one convention."""
    donors = Donors(section)
    lead = Passage(())
    before: FigureTable | None = None
    above: list[Block] = []
    for standing in walk(section.blocks):
        context = Context(section, donors, above, lead)
        before = read_table(section, standing.block, before) if isinstance(standing.block, Table) else None
        yield from _block(context, standing, before)
        lead = next_lead(standing.block, lead, above)
        above.append(standing.block)


def _block(context: Context, standing: Standing, table: FigureTable | None) -> Iterator[Funding]:
    """Give the amounts of one block."""
    table_ = standing.block if isinstance(standing.block, Table) else None
    sums = read_budget(table_, context.section, caption(context.above)) if table_ is not None else ()
    if sums:
        shares = next((one.funder for one in sums if one.funder and _is_home(context, one.funder)), "")
        yield from (_budgeted(context, standing, one, shares) for one in sums)
    elif table is not None:
        yield from _rows(context, standing, table)
    else:
        yield from read_prose(context, standing)


def _rows(context: Context, standing: Standing, table: FigureTable) -> Iterator[Funding]:
    """Give the rows of a table of figures that are money given: a total and its parts are each a row."""
    for line, path in paths(table.lines):
        if is_funding(path, unit(path, line.values)):
            for value in line.values:
                if value.figure.value is not None:
                    yield _row(context, standing, line, path, value, value.figure.value)


def _row(
    context: Context, standing: Standing, line: Line, path: tuple[str, ...], value: Value, euros: Decimal
) -> Funding:
    """Return the fact of one amount of a table of figures; such tables give amounts a year."""
    label = path[-1]
    scheme = says.schemes(label) or (says.named_part(label),)
    named = [*reversed(path), *(title.words.text for title in reversed(standing.titles))]
    funder = next((context.donors.printed(one) for text in named for one in mentions(text)), "")
    return Funding(
        place=context.section.place(line.label, value.words),
        act=context.section.act,
        rule="funding.figures",
        tier="normalised",
        convention=context.section.convention,
        funder=funder or context.donors.owner(scheme),
        recipient=value.territory.printed if value.territory is not None else context.home,
        object=_part_named(label, scheme) or titled_object(standing.titles) or says.known_object(" ".join(path)),
        scheme=tuple(name for name in scheme if name),
        amount_eur=euros,
        period="an",
        year=line.year or value.year or next((said for title in named if (said := says.year(title))), ""),
    )


def _part_named(label: str, scheme: tuple[str, ...]) -> str:
    """Return what a row's label says behind its scheme and a colon: ``Action sociale : petite enfance``."""
    head, colon, rest = label.partition(":")
    return rest.strip() if colon and says.schemes(head) == scheme else ""


def _budgeted(context: Context, standing: Standing, one: Sum, shares: str) -> Funding:
    """Return the fact of one amount of a budget, its funder as printed.

    What is given under a scheme goes to the territory where the table names nobody; else nobody is named. Where the
    territory ``shares`` in funding, only what has no other object than its scheme goes to it.
    """
    scheme = says.schemes(one.scheme) or ((one.scheme,) if one.scheme else says.schemes(one.funder))
    scheme = scheme or says.schemes(one.purpose) or says.schemes(caption(context.above))
    headings = [title.words.text for title in reversed(standing.titles)]
    titles = [caption(context.above), *headings]
    named = next((mention.printed for title in titles for mention in mentions(title)), "")
    funder = "" if "funder" in one.summed else bare(one.funder) or named or context.donors.owner(scheme)
    paid = "" if not scheme or _is_home(context, funder) else _paid(context, one, shares)
    announced = [title for title in titles[:2] if title in headings or title.rstrip().endswith(":")]
    told = next((who for title in announced if (who := context.donors.recipient(title))), "")
    year = one.year or next((said for title in titles[:2] if (said := says.year(title))), "")
    return Funding(
        place=context.section.place(*one.words),
        act=context.section.act,
        rule="funding.budget",
        tier="normalised",
        convention=context.section.convention,
        funder=funder,
        recipient=one.recipient or told or paid,
        object=_behind_scheme(one.purpose) or titled_object(standing.titles),
        scheme=scheme,
        amount_eur=one.euros,
        period=one.period or ("an" if year else says.period(caption(context.above))),
        year=year,
    )


def _behind_scheme(purpose: str) -> str:
    """Return what a row is for, without the scheme before a dash: ``Bonus territoire – ludothèque``."""
    head, dash, rest = purpose.replace(" - ", " – ").partition(" – ")
    return rest.strip() if dash and says.schemes(head) else purpose


def _paid(context: Context, one: Sum, shares: str) -> str:
    """Return the territory as the one whom an amount is paid that has no other object than its scheme.

    Who runs the services that it is paid for otherwise is not said. Where the territory ``shares`` in funding, it goes
    by the name that it has there.
    """
    if "recipient" in one.summed or (one.purpose and not says.schemes(one.purpose)):
        return ""
    return bare(shares) or context.home


def _is_home(context: Context, funder: str) -> bool:
    """Tell whether ``funder`` is the act's own territory, under whatever name."""
    found = specific(context.section, funder) if funder else None
    home = context.section.territory
    return fold(funder) == fold(context.home) or (found is not None and home is not None and found.code == home.code)
