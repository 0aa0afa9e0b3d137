"""Lines of a plan: their numbers and levels, printed in the words or as the mark of an item."""

from __future__ import annotations

import re

from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.readers.plan.column_titles import column_of, label_of
from loaders.readers.plan.columns import columns
from loaders.words.numbering import Numbered, numbered
from loaders.words.wording import plain

_MORE = re.compile(r"(?:,|et|a|puis)\s?(?:les? |l'|la )?\d")
_PLAN = re.compile(r"\W*(?:le |notre )?(?:plan|programme) d'actions?\W*")
_LEVELS = frozenset({"socle", "enjeu", "objectif", "action"})
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
