"""Lands of an act that has none of its own: a title that is the name of a territory says of whom it tells below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.acts.part_titles import is_listed, leaves, title_of
from loaders.document import Block, Heading
from loaders.resolve import Gazetteer
from loaders.words.named import Named
from loaders.words.naming import territory_at
from loaders.words.wording import plain
from maillage.reference import Territory

_LEAD = re.compile(
    r"\W{0,4}(?:(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}|[a-h])(?:\s?[.):–—-]+|(?<=\.\d)(?=\s))\s*)?"
    r"(?:(?:pour|sur|concernant|s'agissant de) )?"
    r"(?:(?:le |du )?(?:territoire|secteur)\b(?: (?:n\W{0,3})?\d{1,2}\b)?\W*)?"
)
_REST = re.compile(r"\s*(?:$|[(:,–—-])")


def parted_by_land(
    blocks: Sequence[Block], gazetteer: Gazetteer, near: Territory | None
) -> Iterator[tuple[Sequence[Block], Named | None]]:
    """Give the runs of ``blocks``, each with the territory whose name is the title above it; None where none is."""
    land: Named | None = None
    opener: Block | None = None
    run: list[Block] = []
    for index, block in enumerate(blocks):
        named = _called(blocks, index, gazetteer, near)
        if named is not None or (opener is not None and leaves(blocks, index, opener)):
            yield run, land
            run, land, opener = [], named, block if named is not None else None
        run.append(block)
    yield run, land


def _called(blocks: Sequence[Block], at: int, gazetteer: Gazetteer, near: Territory | None) -> Named | None:
    """Return the EPCI whose name the block at ``at``, a title, is; the items of a list are no titles."""
    block = blocks[at]
    text = "" if is_listed(blocks, at) else title_of(block).text
    lead = _LEAD.match(plain(text)) if text else None
    if lead is None or not (lead[0] or isinstance(block, Heading)):
        return None
    named = territory_at(text, lead.end(), gazetteer, near)
    return named if named is not None and named.territory.kind == "epci" and _REST.match(text, named.end) else None
