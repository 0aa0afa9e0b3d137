"""Conventions that those of several lands renew: ``Celle du X renouvelle une convention conclue pour 2020-2024``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.splitting import Part, words_of
from loaders.acts.statements import Statement
from loaders.document import Passage, Table
from loaders.resolve import Gazetteer
from loaders.words.naming import territory_at
from loaders.words.periods import find_periods
from loaders.words.wording import plain, sentences
from maillage.reference import Territory

_THAT_OF = re.compile(r"\W*celle (?:du |de la |de l'|des |de |d')")
_RENEWS = re.compile(
    r",? (?:renouvelle|remplace|succede a|fait suite a|prend la suite d[e'])\s?(?:la |une |sa |l')?"
    r"(?=(?:premiere |precedente )?(?:convention|ctg)\b)"
)


def renewed_statements(part: Part, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Statement]:
    """Give a statement for each convention that a deliberation or a report says that of a territory to renew."""
    for block in part.blocks if part.kind in ("deliberation", "rapport") else ():
        for sentence in () if isinstance(block, Table) else sentences(words_of(block)):
            if (stated := _stated(sentence, gazetteer, near)) is not None:
                yield stated


def _stated(sentence: Passage, gazetteer: Gazetteer, near: Territory | None) -> Statement | None:
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
