"""The conventions of several territories of which an act tells in turn: in items, or in a sentence of what each renews.

``La Caf renouvelle trois conventions : - Pays d'A, pour 2025-2029 ; - ...``; ``Celle du Pays d'A renouvelle une
convention conclue pour 2020-2024.``
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from loaders.acts.convention_cues import MENTION
from loaders.acts.splitting import Part, words_of
from loaders.acts.statements import Statement
from loaders.document import Block, Item, Passage, Table
from loaders.resolve import Gazetteer
from loaders.words.moments import Period
from loaders.words.naming import territory_at
from loaders.words.periods import find_periods
from loaders.words.wording import plain, sentences
from maillage.reference import Territory

SEVERAL = re.compile(r"\bconventions (?:territoriales )?globales\b|\b(?:les|des|ces|\w+s) ctg\b|\bctg suivantes\b")
"""What speaks of several conventions."""

FEWEST = 2
"""Territories of which a roster tells."""

_THAT_OF = re.compile(r"\W*celle (?:du |de la |de l'|des |de |d')")
_RENEWS = re.compile(
    r",? (?:renouvelle|remplace|succede a|fait suite a|prend la suite d[e'])\s?(?:la |une |sa |l')?"
    r"(?=(?:premiere |precedente )?(?:convention|ctg)\b)"
)


def sentence_statements(part: Part, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Statement]:
    """Give a statement for each convention of a territory that items or sentences of a deliberation or report tell."""
    for index, block in enumerate(part.blocks if part.kind in ("deliberation", "rapport") else ()):
        if isinstance(block, Table):
            continue
        if not isinstance(block, Item) and (announcing := _announcing(block)):
            below = takewhile(lambda one: isinstance(one, Item), part.blocks[index + 1 :])
            yield from _listed(announcing, [words_of(item) for item in below], gazetteer, near)
        for sentence in sentences(words_of(block)):
            if (renewed := _renewed(sentence, gazetteer, near)) is not None:
                yield renewed


def stated_of(words: Passage, period: Period, gazetteer: Gazetteer, near: Territory | None) -> Statement | None:
    """Return the statement of the convention of the territory with whose name ``words`` begin, if they do."""
    named = territory_at(words.text, 0, gazetteer, near)
    if named is None:
        return None
    return Statement(
        words=words,
        label=Passage(()),
        named=named,
        first=period.first,
        last=period.last,
        computed=period.computed,
    )


def _announcing(block: Block) -> Passage:
    """Return the sentence of ``block`` that announces conventions, an item each below it; nothing where none does."""
    told = sentences(words_of(block))[-1:]
    last = plain(told[0].text) if told else ""
    return told[0] if last.rstrip().endswith(":") and SEVERAL.search(last) else Passage(())


def _listed(
    announcing: Passage, items: Sequence[Passage], gazetteer: Gazetteer, near: Territory | None
) -> Iterator[Statement]:
    """Give the conventions of items that begin with a territory, with their period or that of what announces them."""
    shared = next((period for period in find_periods(announcing.text) if period.first), None)
    found = []
    for item in items:
        period = next((one for one in find_periods(item.text) if one.first), shared)
        if period is not None and not MENTION.search(plain(item.text)):
            found.append(stated_of(item, period, gazetteer, near))
    stated = [statement for statement in found if statement is not None]
    yield from stated if len(stated) >= FEWEST else ()


def _renewed(sentence: Passage, gazetteer: Gazetteer, near: Territory | None) -> Statement | None:
    """Return the statement of the convention that a sentence says to be over, with its years."""
    text = plain(sentence.text)
    opened = _THAT_OF.match(text)
    named = territory_at(sentence.text, opened.end(), gazetteer, near) if opened is not None else None
    renews = _RENEWS.match(text, named.end) if named is not None else None
    period = next((one for one in find_periods(sentence.text) if one.first), None) if renews is not None else None
    if named is None or renews is None or period is None or named.territory.kind != "epci":
        return None
    return Statement(
        words=sentence,
        label=sentence.cut(renews.end(), len(sentence.text.rstrip(" ."))),
        named=named,
        role="previous",
        over=True,
        first=period.first,
        last=period.last,
        computed=period.computed,
    )
