"""Printed lines into titles and paragraphs by what stands between them: size, white lines, lines that end early."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.document import BULLETS, Cell, Heading, Paragraph, Table
from loaders.formats.laid.geometry import Printed, Word
from loaders.formats.laid.lost_bullets import Bullets
from loaders.formats.laid.setting import Setting, lifted, white_between
from loaders.formats.laid.sizes import Sizes
from loaders.formats.making.bullets import opening
from loaders.formats.making.continuation import begins_low, ended, goes_on, hangs, tears_number, unfinished
from loaders.formats.making.flow import Flow
from loaders.formats.making.joining import Lexicon
from loaders.formats.making.seams import Line
from loaders.formats.making.spelling import normalise
from maillage.facts import Box

MAX_TITLE = 200
"""Characters: larger print that is longer is no title."""

MAX_REST = 40
"""Characters up to which a line in the text's own size can be the rest of a title."""

BELOW, WRAPPED = 0.6, 0.9
"""White, in sizes of the print, up to which two lines are one title; where the second visibly continues the first."""

APART, LOOSELY_APART, FAR_APART = 0.3, 0.4, 1.2
"""White beyond the usual, in sizes of the print, that ends a paragraph: where the print is exact; where it is not and
the text does not visibly go on; in any case."""

INSET, TOLD_INSET = 0.6, 2.0
"""Sizes of the print, besides a line's first word, that the line above leaves free where it was ended; where the file
tells that both are one paragraph."""

INDENTED, OUTDENTED, CENTRED = 1.5, 1.0, 4.0
"""Sizes of the print: an indent of what follows a label; how far left of a bullet what stands below white is no part of
its item; twice the distance of two middles that are one."""

EXACT, STRETCHED, _FEW = 0.5, 0.02, 2
"""Points between two edges that are one; by how many sizes of the print the white of justified lines differs; words
of a line that are too few to show it."""

Spot = tuple[int, Box | None]
"""Where a line stands: its number in the file or its page, there with its box."""

UNKNOWN = Setting()
"""Of a text that was not measured as a whole."""


def cell_of(
    lines: Sequence[Printed],
    lexicon: Lexicon,
    spot_of: Callable[[Printed], Spot],
    setting: Setting = UNKNOWN,
    edge: float | None = None,
) -> Cell:
    """Return the cell in which ``lines`` are printed; they could reach as far as ``edge``."""
    if not lines:
        return Cell()
    flow = Flow(lexicon)
    paragraphs(flow, lines, spot_of, setting, edge)
    blocks = [block for block in flow.close() if not isinstance(block, Table)]
    return Cell(tuple(Paragraph(block.words) if isinstance(block, Heading) else block for block in blocks))


def by_title(lines: Sequence[Printed], sizes: Sizes) -> Iterator[tuple[int, list[Printed]]]:
    """Give titles (with their level) and text (level 0), the lines of each.

    A title that visibly goes on in the next line, a short one or in large print, does so whatever its size (a
    recognised line without tall letters seems smaller).
    """
    group: list[Printed] = []
    level = 0
    for line in lines:
        own = sizes.level(line) if len(line.text) <= MAX_TITLE and not _is_item(line.text) else 0
        near = bool(group) and line.top - group[-1].bottom <= _reach(group[-1], line) * line.size
        if near and level and (_is_rest(group[-1].text, line.text) or (own and begins_low(line.text))):
            own = level
        if group and (own != level or (own and not near)):
            yield level, group
            group = []
        group.append(line)
        level = own
    if group:
        yield level, group


def _is_rest(title: str, text: str) -> bool:
    """Tell whether a line is the rest of the title above: that ends in an article, or this is a few words on."""
    return unfinished(title) or (len(text) <= MAX_REST and goes_on(title, text) and not ended(text))


def _is_item(text: str) -> bool:
    """Tell whether ``text`` is an item of a list, in whatever size: a bullet before words that are no title's."""
    text = normalise(text)
    bullet = opening(text)
    if bullet is None or bullet.marker not in BULLETS:
        return False
    return begins_low(text[bullet.start :]) or text.rstrip().endswith((";", ","))


def _reach(before: Printed, line: Printed) -> float:
    """Return the white, in sizes of the print, up to which ``line`` goes on with the title ``before``."""
    return WRAPPED if goes_on(before.text, line.text) else BELOW


def paragraphs(
    flow: Flow,
    lines: Sequence[Printed],
    spot_of: Callable[[Printed], Spot],
    setting: Setting = UNKNOWN,
    edge: float | None = None,
) -> None:
    """Give ``lines`` to ``flow``: a wider white line, or a line that ends before it must, ends a paragraph.

    ``spot_of`` tells the place of a line, ``setting`` how the document is set; ``edge`` is how far the lines could
    reach, where that is known.
    """
    left = min(line.left for line in lines)
    own = setting.within(lines)
    if edge is not None:
        own = replace(own, right=edge)
    before: Printed | None = None
    listed: float | None = None
    bullets = Bullets()
    narrow: float | None = None
    for line in lines:
        narrow = _column(before, line, narrow)
        standing = own if narrow is None else replace(own, right=min(narrow, own.right))
        ends = before is not None and (_ends(before, line, standing) or _leaves(listed, before, line, own))
        if ends:
            flow.gap()
        begins, text = bullets.begin(line, before, ends=ends)
        indent = " " * min(int((begins - left) / (0.5 * max(line.size, 1.0))), 40)
        number, box = spot_of(line)
        wrapped = before is not None and not ends and line.bold and not before.bold and not ended(before.text)
        flow.text(Line(indent + text, number, line.bold and not wrapped, box=box))
        bullet = opening(text)
        listed = begins if bullet is not None and bullet.marker in BULLETS else None if ends else listed
        before = line


def _column(before: Printed | None, line: Printed, edge: float | None) -> float | None:
    """Return how far the lines of a narrow column reach, which justified lines show; ``edge`` is what those above did.

    None where nothing shows it, or where ``line`` reaches further.
    """
    if before is None or abs(before.left - line.left) > EXACT:
        return None
    whites = [_white_within(one) for one in (before, line)]
    same = abs(before.right - line.right) <= EXACT and abs(whites[0] - whites[1]) > STRETCHED * line.size
    if same and min(len(before.words), len(line.words)) > _FEW:
        return line.right
    return edge if edge is not None and line.right <= edge + EXACT else None


def _white_within(line: Printed) -> float:
    """Return the white between the words of a line, one with another."""
    return sum(after.left - word.right for word, after in pairwise(line.words)) / max(len(line.words) - 1, 1)


def _leaves(listed: float | None, before: Printed, line: Printed, setting: Setting) -> bool:
    """Tell whether ``line`` stands left of the bullet (at ``listed``) of the item above: it does not belong to it.

    In recognised print, where places are not exact, the white above it has to say so too: even below a comma.
    """
    if listed is None:
        return False
    if not setting.exact:
        apart = white_between(before, line) - (setting.white or 0.0) > LOOSELY_APART
        return apart and line.left < listed - OUTDENTED * line.size
    return not begins_low(line.text) and line.left < listed - INDENTED * line.size


def _ends(before: Printed, line: Printed, setting: Setting) -> bool:
    """Tell whether a paragraph ends between two printed lines; where the file tells its blocks, with each of them."""
    if before.words[-1].rank != line.words[0].rank:
        return True
    white = white_between(before, line) - (setting.white or 0.0)
    low = (begins_low(line.text) and not ended(before.text)) or tears_number(before.text, line.text)
    if setting.exact and white > APART:
        return not (low and white - lifted(line) <= APART)
    if white > LOOSELY_APART:
        return white > FAR_APART or not (low or hangs(before.text))
    first: Word = line.words[0]
    inset = TOLD_INSET if first.rank >= 0 else INSET  # the padding of a card around one paragraph that the file tells
    early = setting.right - before.right > (first.right - first.left) + inset * line.size
    if not early or _indented(before, line):
        return early
    if unfinished(before.text) or before.bold != line.bold:
        return before.bold and not line.bold and not unfinished(before.text)
    return not low


def _indented(before: Printed, line: Printed) -> bool:
    """Tell whether ``line`` stands clearly further right than ``before``, as what follows its label on a line."""
    centred = abs((before.left + before.right) - (line.left + line.right)) < CENTRED * line.size
    return line.left - before.left > INDENTED * line.size and not centred
