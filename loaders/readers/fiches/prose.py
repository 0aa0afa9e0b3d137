"""Fiches in prose: what sentences state of pilot, partners, public, aims, judgement and time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from loaders.document import Heading, Item, Paragraph, Passage
from loaders.readers.fiches.fields import Field
from loaders.seeking import Sought
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain, sentences

_FEW = 2
_LONGEST_SUBJECT = 200
_ASIDE = re.compile(r"(?:depuis|en|des|a (?:partir|compter)|pour|dans|a terme|ensuite)\b[^,]{0,80},\s*")
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
        piloted = False
        for sentence in sentences(block.words):
            cues = list(_cues().finditer(plain(sentence.text)))
            leader = _leader(sentence)
            piloted = piloted or bool(leader) or any(cue.lastgroup == "pilote" for cue in cues)
            if leader:
                yield Field("pilote", [Paragraph(leader)])
            for index, cue in enumerate(cues):
                kind = cue.lastgroup or ""
                end = cues[index + 1].start() if index + 1 < len(cues) else len(sentence.text)
                start = cue.start() if kind == "echeance" else cue.end()
                value = sentence.cut(start, end if end < len(sentence.text) else len(sentence.text.rstrip(" .")))
                wanted = (whole and kind != "associe") or kind == "pilote" or (piloted and kind in _WITH)
                if value and wanted:
                    yield Field(_KINDS.get(kind, kind), [Paragraph(value)])


def says_who_leads(words: Passage) -> bool:
    """Tell whether a sentence of ``words`` says who leads the action: it belongs to no rubric above it."""
    return any(
        bool(_leader(sentence)) or any(cue.lastgroup == "pilote" for cue in _cues().finditer(plain(sentence.text)))
        for sentence in sentences(words)
    )


def _leader(sentence: Passage) -> Passage:
    """Return the subject of a sentence that says of it that it leads the action: ``La Caf pilote l'action``."""
    text = plain(sentence.text)
    led = re.search(alternatives(groups("fiches", "prose_before")["pilote"]), text)
    if led is None:
        return Passage(())
    aside = _ASIDE.match(text, 0, led.start())
    subject = sentence.cut(aside.end() if aside else 0, led.start())
    nobody = plain(subject.text).strip() in groups("fiches", "prose_before")["nobody"]
    return Passage(()) if nobody or len(subject.text) > _LONGEST_SUBJECT else subject


@cache
def _cues() -> Sought:
    """Return the pattern of the cues, a group a kind of rubric."""
    kinds = groups("fiches", "prose").items()
    return Sought("|".join(rf"(?P<{kind}>(?<!\w){alternatives(cues)})" for kind, cues in kinds))
