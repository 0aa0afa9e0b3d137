"""Lines of a plan: their numbers and levels, printed in the words or as the mark of an item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.formats.making.continuation import hangs
from loaders.readers.plan.behind import actions_behind
from loaders.readers.plan.column_titles import column_of, label_of
from loaders.readers.plan.columns import columns
from loaders.words.numbering import Numbered, numbered
from loaders.words.wording import lines, plain, printed_lines

_MORE = re.compile(r"(?:,|et|a|puis)\s?(?:les? |l'|la )?\d")
_FEWEST = 3
_PAIR = 2
_PLAN = re.compile(r"\W*(?:le |notre )?(?:plan|programme) d'actions?\W*")
_LEVELS = frozenset({"socle", "enjeu", "objectif", "action"})
_OUTLINE = re.compile(
    r"[A-H]\s?[.)–-]\s+[A-ZÀ-Ý][\w'’-]+\s+(?!(?:et|ou)\b)[a-zà-ÿ]|(?:I{2,3}|I?[VX]I{0,3})(?<!\b[VX])\s?[.)–-]\s+[A-ZÀ-Ý]"
)
"""A line that goes on with the letters or the Roman numerals of an outline; ``B. Martin et C. Durand`` are persons."""
_ARTICLE = re.compile(r"\W{0,4}(?:l['’]|l[ae]\s)", re.IGNORECASE)
_GOES_ON = re.compile(r"\s?,|[^\W\d_A-ZÀ-Ý]")
_COUNTS = re.compile(r"\d|[A-Za-z]\)|[IVX]{1,4}[.)]")


def number_of(block: Heading | Paragraph | Item) -> Numbered | None:
    """Return the number of a line, from its words or (an item) from its mark."""
    found = heading_of(block.words.text)
    if found is None and isinstance(block, Item) and _COUNTS.match(block.marker):
        return Numbered("", block.marker.rstrip(".)°"), 0)
    return found


def heading_of(text: str) -> Numbered | None:
    """Return the level and number with which a line begins, None where it is a sentence about them.

    ``L'axe 1 poursuit ...`` and ``La fiche 2, intitulée ...`` speak of nodes, ``L'axe 1 : Grandir`` is one.
    """
    head = numbered(text)
    if head is None or not (head.level and head.number) or not _ARTICLE.match(text):
        return head
    figured = text[: head.start].rstrip().endswith(head.number)
    return None if figured and _GOES_ON.match(text, head.start) else head


def level_of_line(block: Heading | Paragraph | Item) -> str:
    """Return the level that a line names before its number, empty for none."""
    head = heading_of(block.words.text)
    return head.level if head is not None else ""


def heads_table(head: Numbered, following: Block | None) -> bool:
    """Whether a numbered line names the enjeu or socle of the table that follows it."""
    if head.level not in ("socle", "enjeu"):
        return False
    if isinstance(following, Table):
        return columns(following) is not None
    return isinstance(following, Heading) and level_of_line(following) == "enjeu"


def is_of_act(block: Heading | Paragraph | Item, head: Numbered, following: Block | None) -> bool:
    """Whether a numbered line is a title of the act's own (``D.2 Fiches actions``), and no enjeu.

    It names a level of the plan, or the plan, and nothing else, says what the table below lists, or that holds the
    plan from its enjeux on.
    """
    if head.level:
        return False
    said = block.words.text[head.start :]
    if ((named := column_of(said)) is not None and named.level in _LEVELS) or _PLAN.fullmatch(plain(said)):
        return True
    if not isinstance(following, Table):
        return False
    found, _ = columns(following) or ((), 0)
    return label_of(block) is not None or any(column.level in ("socle", "enjeu") for column in found)


def opens_plan(head: Numbered, following: Block | None) -> bool:
    """Whether a numbered line names an enjeu and the line below it, by its words or number, a level within it."""
    if head.level not in ("socle", "enjeu") or following is None or isinstance(following, Table):
        return False
    below = number_of(following)
    if below is None:
        return False
    return below.level in ("objectif", "action") or bool(head.number and below.number.startswith(f"{head.number}."))


def speaks_of_several(block: Heading | Paragraph | Item, head: Numbered) -> bool:
    """Whether a numbered line is a sentence about several nodes: ``Les actions 7 à 9 s'ajoutent ...``."""
    text = plain(block.words.text).rstrip()
    return bool(head.level and text.endswith((".", ";")) and _MORE.match(text, head.start))


def part_of(words: Passage, span: tuple[int, int]) -> Passage:
    """Return the words at ``span``, none where a pattern's group found nothing."""
    return words.cut(*span) if span[0] >= 0 else Passage(())


def apart(block: Block) -> Iterator[Block]:
    """Give ``block``; a paragraph of several printed lines that are numbered, as a paragraph a numbered line.

    What stands below the title that a numbered line is, and begins a sentence of its own, is no part of that title. A
    table that names a level with its number beside each title is as many paragraphs; one of a single cell is but a
    frame around what stands in it.
    """
    if listed := tuple(actions_behind(block)):
        yield from listed
        return
    if isinstance(block, Item):
        yield from _items_apart(block)
        return
    if isinstance(block, Table) and len(block.rows) == len(block.rows[0].cells) == 1:
        yield from (part for framed in block.rows[0].cells[0].blocks for part in apart(framed))
        return
    if isinstance(block, Table) and _is_outline(block):
        yield from (Paragraph(row.cells[0].words + row.cells[1].words) for row in block.rows)
        return
    yield from _lines_apart(block) if isinstance(block, Paragraph) else (block,)


def _lines_apart(block: Paragraph) -> Iterator[Paragraph]:
    """Give a paragraph for each numbered line of ``block``, with the lines that go on with it."""
    whole = Passage(())
    for line in lines(block.words):
        if whole and (heading_of(line.text) is not None or _closed(whole, line)):
            yield Paragraph(whole)
            whole = line
        else:
            whole += line
    yield Paragraph(whole) if whole else block


def _is_outline(table: Table) -> bool:
    """Whether each row of a table of two columns names a level with its number, and beside it what that is called.

    Several levels are named, or that of enjeux from the first on.
    """
    if len(table.rows) < _FEWEST or any(len(row.cells) != _PAIR or not all(row.cells) for row in table.rows):
        return False
    heads = [numbered(f"{row.cells[0].text} : x") for row in table.rows]
    alone = [
        head is not None and head.level and head.number and f"{row.cells[0].text} : x"[head.start :] == "x"
        for head, row in zip(heads, table.rows, strict=True)
    ]
    levels = {head.level for head in heads if head is not None}
    counted = [head.number for head in heads if head is not None] == [str(at) for at in range(1, len(heads) + 1)]
    return all(alone) and (len(levels) > 1 or (levels == {"enjeu"} and counted))


def _items_apart(item: Item) -> Iterator[Item | Paragraph]:
    """Give ``item``, and as paragraphs the lines below it with a number of their own: behind a level, or in parts."""
    whole, first = Passage(()), True
    on_page = any(piece.box for piece in item.words.pieces)
    for line in printed_lines(item.words) if on_page else lines(item.words):
        head = numbered(line.text)
        named = head is not None and head.level and (head.number or (line.text[:1].isupper() and not on_page))
        named = named and not (on_page and (line.text[:1].islower() or hangs(whole.text)))
        counted = _OUTLINE.match(line.text) is not None
        if whole and head is not None and (named or counted or _goes_on(item, head, line)):
            yield Item(whole, item.depth, item.marker) if first else Paragraph(whole)
            whole, first = line, False
        else:
            whole += line
    yield item if first else Paragraph(whole)


def _goes_on(item: Item, head: Numbered, line: Passage) -> bool:
    """Whether ``line``, numbered in parts, is a part of ``item`` by that number: ``1.2 Former`` below ``1.``."""
    number = item.marker.rstrip(".)°")
    return head.number.startswith(f"{number}.") and line.text[head.start :][:1].isupper()


def _closed(above: Passage, line: Passage) -> bool:
    """Whether the numbered title ``above`` is whole, as ``line`` begins a sentence and does not go on with it."""
    return heading_of(above.text) is not None and line.text[:1].isupper() and above.text.rstrip()[-1:].isalnum()
