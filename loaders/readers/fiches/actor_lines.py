"""Lines of a list of actors: joined again where a break cuts a name, and cut where another name begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.document import Item, Paragraph, Passage
from loaders.words.actor_heads import calls_on, kind_at
from loaders.words.own_names import own_names
from loaders.words.wording import lines, plain, rejoined
from maillage.reference import Territory

_FORM = re.compile(
    r"\b(?:communaute (?:des? communes|d'agglomeration|urbaine)|metropole)(?: (?:de la|de l'|du|des|de|d'))? $"
)
_HYPHEN = re.compile(r"\w-\s*$")
_END = re.compile(r"(?:CTG|\d\d\d?|2[AB])\s*(?:[,;/–-]|$)")
"""What names no actor by itself: the convention, whose a chargé de coopération is, or a département's number."""
_NEAR = 2
"""Printed lines that tell what actor a name is."""
_ACRONYM = 4
"""Letters of a word that is a name by itself, however it is printed: ``Pmi``."""
_WAITING = frozenset({"service", "equipement", "groupe", "poste", "association"})
_PEOPLE = frozenset({"", "groupe", "poste"})
_SIGNS = (";", ",")


def whole_blocks(blocks: Iterable[Paragraph | Item], territory: Territory | None) -> Iterator[Paragraph | Item]:
    """Give ``blocks``; a paragraph goes on with the block above it where it ends the name of its ``territory``."""
    held: Paragraph | Item | None = None
    for block in blocks:
        if held is not None and isinstance(block, Paragraph) and cuts_own(held.words.text, block.words.text, territory):
            held = replace(held, words=held.words + block.words)
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def whole_lines(text: Passage, territory: Territory | None) -> Iterator[Passage]:
    """Give the printed lines of ``text``, those joined again that a break cut in the middle of a name.

    Where signs part the names, a line's end parts none by itself: what follows it must name an actor by its kind.
    What had no room on the line above can be the rest of it though no sign stands there.
    """
    sign = next((sign for sign in _SIGNS if sign in text.text), "")
    width = max((len(piece.text.strip()) for piece in text.pieces), default=0)
    pieces = (part for printed in lines(text) for part in _pieces(printed))
    return rejoined(
        pieces,
        lambda held, line: (
            _goes_on(held, line) or _is_rest(held, line.text, sign, width) or cuts_own(held.text, line.text, territory)
        ),
    )


def cuts_own(held: str, line: str, territory: Territory | None) -> bool:
    """Whether the break between ``held`` and ``line`` cuts the name of the act's own ``territory``."""
    head = f"{held.rstrip()} "
    least = len(head) if _FORM.search(plain(head)) else len(head) - 1
    return any(start <= least < end for start, end in own_names(head + line, territory) if end > len(head))


def _is_rest(held: Passage, line: str, sign: str, width: int) -> bool:
    """Whether ``line`` is the rest of a name that ``held`` begins, in a list whose names the ``sign`` parts.

    The list is as wide as its longest line, of ``width`` letters.
    """
    if _END.match(line):
        return True
    last, first = held.pieces[-1].text.strip(), line.split()[0]
    parted = not sign or held.text.rstrip().endswith(sign)
    room = sign not in held.text and len(last) + 1 + len(first) <= width
    return not parted and not room and line[:1].isupper() and not kind_at(line)


def _goes_on(held: Passage, line: Passage) -> bool:
    """Whether a break before ``line`` cuts a name that ``held`` begins."""
    last = held.text.rpartition(",")[2].strip()
    if last != held.text and _waits(last) and not kind_at(line.text):
        return True
    return (
        calls_on(held.text)
        or _HYPHEN.search(held.text) is not None
        or (line.text[:1].islower() and not _stands_alone(held.text, line.text))
    )


def _pieces(line: Passage) -> Iterator[Passage]:
    """Give ``line``, cut before each of its pieces that may begin a name: there a break may have been mended."""
    start = 0
    for index in range(1, len(line.pieces)):
        head = Passage(line.pieces[start : min(index, start + _NEAR)]).text
        after = Passage(line.pieces[index : index + _NEAR]).text
        parted = line.pieces[index - 1].text[-1:].isspace()  # else a word goes on over the break
        if parted and _may_begin(head.strip(), after.strip()):
            yield Passage(line.pieces[start:index]).cut(0)
            start = index
    yield Passage(line.pieces[start:]).cut(0)


def _may_begin(before: str, after: str) -> bool:
    """Whether ``after``, behind a break, may begin a name: with a small letter, or as an actor below another."""
    return after[:1].islower() or (bool(kind_at(before)) and not _waits(before) and bool(kind_at(after)))


def _waits(name: str) -> bool:
    """Whether ``name`` is only a kind that waits for its name (``Service``), and no acronym (``Pmi``)."""
    single = len(name.split()) == 1 and not name.isupper() and len(name) > _ACRONYM and not name.endswith("s")
    return single and kind_at(name) in _WAITING


def _stands_alone(before: str, after: str) -> bool:
    """Whether ``after``, which begins with a small letter on a line of its own, is another actor than ``before``.

    It names an institution by more than its kind (``communes de Vay``, ``collège Jean-Mermoz``), or several
    (``associations``); and ``before`` is more than a kind that waits for its name (``Service``).
    """
    if not kind_at(before) or _waits(before):
        return False
    first, *others = after.split()
    several = first.rstrip(",;.").endswith(("s", "x"))
    single = first.rstrip(",;.sx")
    kind = kind_at(" ".join((single, *others)))
    return bool(others or several) and (kind not in _PEOPLE or (several and bool(kind) and bool(others)))
