"""Splitting: a file can hold several acts, one after the other; each is cut out with its kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.acts.act_cues import BODY, CONFIRM, LONGEST_TITLE, REACH, TITLES, no_parties
from loaders.acts.guessing import guessed, met_and_decided, presented, sat_and_decided
from loaders.acts.minutes import Decided, decided
from loaders.acts.opening_titles import opened, set_apart
from loaders.acts.running_titles import goes_on
from loaders.acts.whole_titles import whole_titles
from loaders.document import Block, Document, Heading, Item, Paragraph, Passage, Table, passages
from loaders.seeking import Sought
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, lines, plain

_LETTERHEAD = re.compile(rf"^\W*{alternatives(groups('acts', 'letterhead')['words'])}")
_NUMBERED = Sought(r"(?<!\ba la )(?<!de la )\bdeliberation (?:n|no)\b\W*\d")
_OF_CONTRACT = re.compile(r"\W*vu l[ae] (?:convention|ctg)\b")
"""A recital that an avenant has too."""

_PAGED = re.compile(r"\b(?:page|p\.) ?\d{1,3}(?: ?(?:/|sur) ?\d{1,3})?\W*$")
_ADOPTED = ("convention", "avenant")
"""The acts that a deliberation above them can adopt without a word that announces it."""
_NOTHING = Passage(())


@dataclass(frozen=True, slots=True)
class Part:
    """The blocks of one act and its kind; ``kind`` is empty where nothing says what it is.

    ``number`` and ``title`` are its own where the minutes that it stands in number it, ``session`` the blocks of these.
    """

    kind: str
    blocks: tuple[Block, ...]
    number: Passage = _NOTHING
    title: Passage = _NOTHING
    session: tuple[Block, ...] = ()


def split(document: Document) -> tuple[Part, ...]:
    """Return the acts of ``document`` in order; one part without a kind where no act announces itself."""
    blocks = whole_titles(set_apart(opened(document.blocks)))
    texts = [plain(block_text(block)) for block in blocks]
    starts: list[tuple[int, str]] = []
    for index in range(len(texts)):
        kind = _announced(texts, index, blocks[index])
        if kind == "convention" and not starts and no_parties(texts, index):
            kind = _of_subject(texts, index)
        if kind and not goes_on(starts, kind, index, texts):
            if not starts and kind in _ADOPTED and met_and_decided(texts[:index]):
                starts.append((0, "deliberation"))
            starts.append((_letterhead(blocks, texts, index, starts), kind))
    if not starts and (kind := guessed(texts, [isinstance(b, Table) or is_title(b) for b in blocks])):
        starts = [(0, kind)]
    return _parts(blocks, starts)


def block_text(block: Block) -> str:
    """Return the text of a block as printed, line by line; of a table its first row."""
    if isinstance(block, Table):
        return "\n".join(cell.text for cell in block.rows[0].cells) if block.rows else ""
    return "\n".join(line.text for line in lines(block.words))


def is_title(block: Block) -> bool:
    """Whether a block is printed as a title: a heading, or a short paragraph that is no sentence."""
    if isinstance(block, Heading):
        return True
    text = block.words.text.strip() if isinstance(block, (Paragraph, Item)) else ""
    return bool(text) and len(text) <= LONGEST_TITLE and not text.endswith((".", ";", ","))


def words_of(block: Block) -> Passage:
    """Return the words of a heading, paragraph or item; of a table none."""
    return Passage(()) if isinstance(block, Table) else block.words


def first_words(blocks: Sequence[Block]) -> Passage:
    """Return the first words of ``blocks``: the place of a fact that nothing else states."""
    return next((words for words in passages(blocks) if words.spans), Passage(()))


def _announced(texts: Sequence[str], index: int, block: Block) -> str:
    """Return the kind of the act whose title stands at ``index``, empty for none."""
    if not is_title(block) or BODY.match(texts[index]) or (index and _PAGED.search(texts[index])):
        return ""
    joined = " ".join(texts[index].split())
    for kind, pattern in TITLES.items():
        found = pattern.match(joined) or _line_start(pattern, texts[index], kind)
        if found and (kind not in CONFIRM or _confirmed(kind, texts, index)):
            return _nearby_avenant(texts, index) if kind == "convention" else kind
    return ""


def _of_subject(texts: Sequence[str], index: int) -> str:
    """Return what an act is whose title at ``index`` names a convention, and which has no parties.

    It can be what was shown of it, or what an assembly decides of it (``CTG 2025-2029 : approbation``).
    """
    if presented(texts):
        return "rapport"
    return "deliberation" if sat_and_decided(texts[index + 1 : index + 1 + REACH]) else "convention"


def _line_start(pattern: re.Pattern[str], text: str, kind: str) -> bool:
    """Whether a line of a title block begins with the cue; a deliberation's number can also end a letterhead line."""
    if any(pattern.match(line.lstrip(" \"'«*#-")) for line in text.split("\n")):
        return True
    return kind == "deliberation" and _NUMBERED.search(text) is not None and len(text) < 160


def _nearby_avenant(texts: Sequence[str], index: int) -> str:
    """Tell a convention's title from that of its avenant, which can stand below the convention's name."""
    for text in texts[index : index + 5]:
        if any(TITLES["avenant"].match(line) for line in (" ".join(text.split()), *text.split("\n"))):
            return "avenant"
    return "convention"


def _confirmed(kind: str, texts: Sequence[str], index: int) -> bool:
    """Whether the first pages after a title are those of such an act."""
    for text in texts[index + 1 : index + 1 + REACH]:
        if CONFIRM[kind].search(text):
            return True
        if (BODY.match(text) and not _OF_CONTRACT.match(text)) or any(
            TITLES[other].match(text) for other in ("deliberation", "rapport")
        ):
            return False
    return False


def _letterhead(blocks: Sequence[Block], texts: Sequence[str], index: int, starts: Sequence[tuple[int, str]]) -> int:
    """Return where the letterhead above the title at ``index`` begins; for the first act, the document's beginning.

    No table stands in a letterhead: what is above one belongs to the act before.
    """
    if not starts:
        return 0
    first = index
    for above in range(index - 1, max(index - 9, starts[-1][0]), -1):
        if (
            isinstance(blocks[above], Table)
            or len(texts[above]) > 120
            or texts[above].rstrip().endswith((".", ";", "signe"))
        ):
            break
        if _LETTERHEAD.match(texts[above]):
            first = above
    return first


def _parts(blocks: tuple[Block, ...], starts: Sequence[tuple[int, str]]) -> tuple[Part, ...]:
    """Cut ``blocks`` at the beginnings of the acts."""
    if not starts:
        return (Part("", blocks),) if blocks else ()
    ends = [begin for begin, _ in starts[1:]] + [len(blocks)]
    parts = [Part(kind, blocks[begin:end]) for (begin, kind), end in zip(starts, ends, strict=True)]
    return tuple(
        Part(part.kind, cut.blocks, cut.number, cut.title, part.blocks if cut.number else ())
        for part in parts
        for cut in (decided(part.blocks, is_title) if part.kind == "deliberation" else (Decided(part.blocks),))
    )
