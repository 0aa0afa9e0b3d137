"""Outline: where a block stands among the titles of its act.

A title is a heading, or a short paragraph or list item that begins with a section's number (``1.2.1 Petite enfance``).
What stands in the sheets of fiches action is left out: they are read as a whole, with their own amounts and figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.readers.fiches.stretches import stretches
from loaders.remembering import remembered
from loaders.words.plan_levels import named_level
from loaders.words.wording import plain

_LONGEST_TITLE = 160
_PARAGRAPH_LEVEL = 9
_UNRANKED = 8
_DEEPEST = 10
_NOTHING: frozenset[type[Block]] = frozenset()
_ITEMS = frozenset((Item,))
_FEWEST_LISTED = 3
_NUMBERED = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2})+|\d(?:-\d)+(?=\s?[.)–:]|\s+[^\W\d_a-zà-öø-ÿ])|\d{1,2}(?=\s?[.)]|\s?[-–—:°]\s))\s?[.)°]?\s*[-–—:]?\s*(?=[^\W\d_]|[«\"'(])"
)
_BARE = re.compile(r"(?P<number>\d{1,2})\s+(?=[^\W\d_a-zà-öø-ÿ])")
"""The number of a heading without a full stop: ``1 Habitants et ménages``."""

_FIGURE = re.compile(r"\W{0,3}\d[\d\s.,]{0,20}%?\s+(?:[dl]['’])?[a-zà-öø-ÿ]")

_LETTERED = re.compile(
    r"(?P<number>(?:[IVX]{1,5}|[A-H])(?:[.-]\d{1,2})+(?!\d)"
    r"|(?:[IVX]{1,5}|[A-H](?:\d{1,2}(?:\.\d{1,2})*)?)(?=\s?[.)–—:-]))\s?[.)]?\s?[–—:-]?\s*(?=[^\W\d_])"
)
_PART = re.compile(
    r"(?:annexes?|article|titre|partie|chapitre)\s+(?:[\dIVX]|[A-H]\s*(?:[:.–—-]|$))|liste des |d[ée]lib[ée]ration",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\W*article\s+(?:n\s?°\s*)?(?P<number>\d{1,2}(?:\.\d{1,2})*)(?:er)?(?!\w)", re.IGNORECASE)
_OF_CLAUSES = re.compile(
    r"\b(?:objets?|objectifs?|enjeux|orientations?|engagements?|missions?|competences?|roles?|champs? d'intervention"
    r"|cadre|principes?|finalites?|priorites|plan d'actions?|partenaires?|signataires?|parties)\b"
)
"""What an article is about that sets terms: figures may stand in it, below words of their own, but it is not theirs."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title above a block: its number as printed (empty where it has none), its words, its level (0 the highest).

    Its ``depth`` is the level at which it is printed: an article is above all else, printed as it may be.
    """

    number: str
    words: Passage
    level: int
    depth: int

    @property
    def article(self) -> str:
        """The number of the article that it heads, empty where it heads none or one of the terms of a contract."""
        found = _ARTICLE.match(self.words.text)
        return found["number"] if found and not _OF_CLAUSES.search(plain(self.words.text)) else ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A block, and the titles above it from the outermost to the nearest (itself where it is one: ``is_title``)."""

    block: Block
    titles: tuple[Title, ...]
    is_title: bool = False

    @property
    def number(self) -> str:
        """The number of the nearest numbered title, an article's too; empty where there is none.

        An article ends with a title that is printed as high as its own: what that heads has no number.
        """
        highest = _DEEPEST
        for title in reversed(self.titles):
            if title.number or (title.article and title.depth < highest):
                return title.number or title.article
            highest = min(highest, title.depth)
        return ""


def walk(blocks: Sequence[Block]) -> Iterator[Standing]:
    """Give each block outside the sheets of fiches action with its standing, in order.

    Where the nodes of a plan are titles with nothing but items below them, the last one ends with its items too.
    """
    titles: tuple[Title, ...] = ()
    for start, stretch in stretches(blocks):
        listed = _listed(stretch).union(_figures(stretch)) if start is None else frozenset()
        below, heads_items = _NOTHING, False
        for index, block in enumerate(() if start is not None else stretch):
            title = None if index in listed else _title(block)
            if title is not None:
                heads_items = below == _ITEMS and _ends_in_node(titles)
                titles, below = (*(above for above in titles if _above(above, title)), title), _NOTHING
            elif heads_items and below == _ITEMS and isinstance(block, Paragraph) and _ends_in_node(titles):
                titles, heads_items = titles[:-1], False
            else:
                below |= {type(block)}
            yield Standing(block, titles, title is not None)


def _ends_in_node(titles: Sequence[Title]) -> bool:
    """Tell whether the nearest title is a node of a plan with its number: ``Enjeu 2 : Soutenir les parents``."""
    return bool(titles) and _node().match(plain(titles[-1].words.text)) is not None


@cache
def _node() -> re.Pattern[str]:
    return re.compile(rf"\W*{named_level()}\s(?:n\s?[°o]\s?)?\d")


def _listed(blocks: Sequence[Block]) -> frozenset[int]:
    """Return where numbered lines follow one another with nothing between: they are a list, and head nothing.

    Items stand between those that a line with a colon announces. A title and the first one below it, ``1. Enfance`` and
    ``1.1 Accueil``, are none.
    """
    found: set[int] = set()
    run: list[int] = []
    before, beside, announced = "", False, False
    for index, block in enumerate((*blocks, None)):
        title = None if block is None or isinstance(block, (Heading, Table)) else _title(block)
        if title is not None and title.number:
            beside = beside or (bool(run) and not title.number.startswith(f"{before}."))
            before = title.number
            run.append(index)
            continue
        if run and announced and isinstance(block, Item):
            continue
        found.update(run if beside and len(run) >= _FEWEST_LISTED else ())
        run, before, beside = [], "", False
        announced = isinstance(block, Paragraph) and block.words.text.rstrip().endswith(":")
    return frozenset(found)


def _figures(blocks: Sequence[Block]) -> Iterable[int]:
    """Give where headings follow one another that are figures in large print: ``742 enfants de moins de 3 ans``."""
    printed = [isinstance(block, Heading) and bool(_FIGURE.match(block.words.text)) for block in blocks]
    return (index for index, pair in enumerate(pairwise(printed)) if all(pair) for index in (index, index + 1))


@remembered(2_048)
def _title(block: Block) -> Title | None:
    """Return the title that ``block`` is, None for any other block."""
    if isinstance(block, Table) or not block.words:
        return None
    words = block.words
    text = words.text.strip(" *_#\n")
    if isinstance(block, Heading):
        if not any(map(str.isalpha, text)):
            return None  # a figure in large print
        found = _NUMBERED.match(text) or _BARE.match(text) or _LETTERED.match(text)
        depth = block.level or _UNRANKED
        return Title(found["number"] if found else "", words, 0 if _PART.match(text) else depth, depth)
    if isinstance(block, Item) and re.fullmatch(r"\d[\d.]*[.)]?", block.marker):
        text = f"{block.marker} {text}"
    if len(text) > _LONGEST_TITLE or text.endswith((".", ";", ",")):
        return None
    found = _NUMBERED.match(text)
    if found is not None:
        return Title(found["number"], words, _PARAGRAPH_LEVEL, _PARAGRAPH_LEVEL)
    return Title("", words, 0, _PARAGRAPH_LEVEL) if _PART.match(text) else None


def _above(title: Title, new: Title) -> bool:
    """Tell whether ``title`` stays above a ``new`` one: between two numbers their parts decide, else the level."""
    if title.number and new.number:
        return new.number.startswith(title.number + ".")
    return title.level < new.level
