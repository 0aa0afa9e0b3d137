"""Fiches in prose: what sentences state of pilot, partners, public, aims, judgement and time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from loaders.document import Heading, Item, Paragraph
from loaders.readers.fiches.fields import Field
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain, sentences

_FEW = 2
_WITH = ("associe", "partenaire")
_KINDS = {"quand": "echeance", "associe": "partenaire"}


def prose_fields(loose: Iterable[Heading | Paragraph | Item], found: Iterable[Field]) -> Iterator[Field]:
    """Give the fields that the sentences of ``loose``, the blocks outside any rubric, state.

    Where the sheet has rubrics of its own (``found``), sentences only add who pilots it, and with whom.
    """
    whole = len({field.kind for field in found if field.blocks and field.kind != "autre"}) < _FEW
    for block in loose:
        if isinstance(block, Heading):
            continue
        for sentence in sentences(block.words):
            cues = list(_cues().finditer(plain(sentence.text)))
            piloted = any(cue.lastgroup == "pilote" for cue in cues)
            for index, cue in enumerate(cues):
                kind = cue.lastgroup or ""
                end = cues[index + 1].start() if index + 1 < len(cues) else len(sentence.text)
                start = cue.start() if kind == "echeance" else cue.end()
                value = sentence.cut(start, end if end < len(sentence.text) else len(sentence.text.rstrip(" .")))
                wanted = (whole and kind != "associe") or kind == "pilote" or (piloted and kind in _WITH)
                if value and wanted:
                    yield Field(_KINDS.get(kind, kind), [Paragraph(value)])


@cache
def _cues() -> re.Pattern[str]:
    """Return the pattern of the cues, a group a kind of rubric."""
    kinds = groups("fiches", "prose").items()
    return re.compile("|".join(rf"(?P<{kind}>(?<!\w){alternatives(cues)})" for kind, cues in kinds))
