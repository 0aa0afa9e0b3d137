"""What tables outside the sheets say of each fiche: a row a fiche, a column a rubric, or a row a funder of it.

A row is about the fiche that its first cell names by number or title, a row of a budget about the one whose title or
number (``Fiche 3``) says what its amount is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from loaders.acts.section import Section
from loaders.document import Block, Paragraph, Passage, Row, Table
from loaders.readers.fiches.fields import Field
from loaders.readers.fiches.sheets import outside
from loaders.readers.fiches.signs import FOR_ACTION, OF_ACTION, number_named
from loaders.readers.fiches.tables_of_fiches import rubrics_of_fiches
from loaders.readers.funding.budget_captions import caption, said_above
from loaders.readers.funding.budget_sums import Sum
from loaders.readers.funding.budgeted import read_sums
from loaders.readers.funding.budgets import read_budget
from loaders.readers.funding.context import Context
from loaders.readers.funding.donors import donors_of
from loaders.readers.funding.prose import read_prose
from loaders.readers.outline import Standing
from loaders.readers.plan.reader import plan_of
from loaders.remembering import remembered
from loaders.resolve import fold
from loaders.words.codes import codes_alone
from loaders.words.wording import plain, sentences

_NUMBER = re.compile(r"(?:n\s?[°o]\s*)?(?P<number>[a-z]{0,2}[.-]?\d{1,2}(?:\.\d{1,2})*(?: ?(?:bis|ter))?|[a-h]|[ivx]+)")

Annexed = Mapping[str, Sequence[Field]]
_Said = Iterator[tuple[str, Field]]


@remembered(2)
def annexed(section: Section) -> Annexed:
    """Return what tables of an act outside its sheets, that of the plan too, say of each fiche, by number or title."""
    found: dict[str, list[Field]] = {}
    blocks = outside(section.blocks)
    for key, field in (*_told(blocks), *_funded(blocks, section), *_granted(blocks, section), *_planned(section)):
        found.setdefault(key, []).append(field)
    return found


def added(fields: Sequence[Field], said: Annexed, number: str, title: str) -> list[Field]:
    """Return ``fields``, and what tables say of the fiche of this number or title.

    That is each funder by a budget, and the rubrics that it has not itself.
    """
    own = {field.kind for field in fields if field.blocks}
    keys = dict.fromkeys(key for key in (fold(number), fold(title)) if key)
    return [*fields, *(field for key in keys for field in said.get(key, ()) if field.closed or field.kind not in own)]


def _told(blocks: Iterable[Block]) -> _Said:
    """Give what each row says of its fiche in the columns that are rubrics; they go on in a table as wide below."""
    heads: tuple[str, ...] = ()
    for block in blocks:
        if not isinstance(block, Table) or not block.rows:
            heads = ()
            continue
        named, at = rubrics_of_fiches(block)
        heads = named or (heads if len(heads) == len(block.rows[0].cells) else ())
        for row in block.rows[at:] if heads else ():
            for key in _keys(row.cells[0].text):
                yield from ((key, field) for field in _fields(heads, row))


def _funded(blocks: Sequence[Block], section: Section) -> _Said:
    """Give who funds each fiche by the budgets (``Fiche | Financeur | Montant``), each in a field of its own."""
    tables = ((index, block) for index, block in enumerate(blocks) if isinstance(block, Table))
    for index, table in tables:
        above = blocks[:index]
        named = fold(_number_in(caption(above)))
        sums = read_budget(table, section, said_above(above))
        context = Context(section, donors_of(section), above, Passage(()))
        for one, fact in zip(sums, read_sums(context, Standing(table, ()), sums), strict=True):
            about = named or number_named(plain(one.purpose)) or fold(one.purpose)
            if about and (giver := _giver(one, fact.funder, above)):
                yield about, Field("financeur", [Paragraph(giver)], closed=True)


def _giver(one: Sum, name: str, above: Sequence[Block]) -> Passage:
    """Return the words that name who gives an amount: those of the table, or those above it that say it in full.

    Where the table names nobody, they are the ``name`` above it.
    """
    said, named = one.funder or name, one.words[:1] if one.funder else ()
    for words in (*named, *(block.words for block in above[-1:] if isinstance(block, Paragraph))):
        if said and (at := words.text.find(said)) >= 0:
            return words.cut(at, at + len(said))
    return one.words[0] if one.funder else Passage(())


def _granted(blocks: Iterable[Block], section: Section) -> _Said:
    """Give who funds each fiche by a sentence that says so: ``Pour l'action 2, la Caf accorde ...``.

    Where it names the fiche behind what is given, one alone gives: what another gives could be for something else.
    """
    for block in blocks:
        for sentence in () if isinstance(block, Table) else sentences(block.words):
            number, opens = _granted_number(sentence.text)
            context = Context(section, donors_of(section), (), Passage(()))
            facts = list(read_prose(context, Standing(Paragraph(sentence), ()))) if number else []
            names = dict.fromkeys(fact.funder for fact in facts)
            for name in names if opens or len(names) == 1 else ():
                at = sentence.text.find(name) if name else -1
                if at >= 0:
                    who = Paragraph(sentence.cut(at, at + len(name)))
                    yield fold(number), Field("financeur", [who], closed=True)


def _granted_number(sentence: str) -> tuple[str, bool]:
    """Return the number of the one fiche that a sentence says is given money, and whether it opens with it."""
    found = list(FOR_ACTION.finditer(plain(sentence)))
    opens = bool(found) and not sentence[: found[0].start()].strip(" -–•*")
    numbers = {match["number"] for match in (found[:1] if opens else found)}
    return (numbers.pop(), opens) if len(numbers) == 1 else ("", False)


def _number_in(above: str) -> str:
    """Return the number of the fiche that the words ``above`` a table name; empty for none or several."""
    found = {match["number"] for match in OF_ACTION.finditer(plain(above))}
    return found.pop() if len(found) == 1 else ""


def _planned(section: Section) -> _Said:
    """Give what the columns of the plan say of each fiche that it lists, and of each action by its title alone.

    The number of an action that the plan does not call a fiche need not be that of its sheet.
    """
    for node in plan_of(section).nodes:
        key = fold(node.number or node.label) if node.fiche else fold(node.label)
        yield from ((key, field) for field in node.fields)


def _keys(said: str) -> tuple[str, ...]:
    """Return the numbers of the fiches that a cell names (``1.1.a et 1.1.b``), else its words, folded."""
    text = plain(said).strip(" .:")
    alone = _NUMBER.fullmatch(text)
    one = alone["number"] if alone is not None else number_named(text)
    several = codes_alone(said.strip(" .:"))
    named = several if len(several) > 1 or not one else (one,)
    return tuple(key for text in named or (said,) if (key := fold(text)))


def _fields(heads: Iterable[str], row: Row) -> Iterator[Field]:
    for kind, cell in zip(heads, row.cells, strict=False):
        if kind and cell:
            yield Field(kind, list(cell.blocks))
