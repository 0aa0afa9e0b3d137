"""Figures that the sentences of a paragraph state one after the other, and what each takes from those before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from loaders.acts.section import Section
from loaders.acts.territory_codes import Named, named, specific
from loaders.document import Heading, Item, Paragraph, Passage
from loaders.readers.equipments.labels import unmarked
from loaders.readers.equipments.listed import designates
from loaders.readers.statistics.clauses import clauses, framing
from loaders.readers.statistics.prose import Repeated
from loaders.readers.statistics.sentences import is_note, only_year, paragraph_year, points_back, read_sentence
from loaders.readers.statistics.whose import told_of
from loaders.words.wording import rejoined, sentences, tidy
from maillage.facts import Statistic

_FIGURE_FIRST = re.compile(r"(?:[^\W\d_]{4}|\bans|[%)»])[.!?]\s+(?=\d)")
_REACH = 400
_NUMBERED = re.compile(r"\W*(?:\d+(?:\.\d+)+\.?\s+[^\W\d]|\d{1,2}\s+[^\W\d_a-zà-öø-ÿ])")
_SIZED = re.compile(r"\([^()\d]{0,60}\d{1,3} (?:places|berceaux|enfants)\b")
_DIGIT = re.compile(r"\d")


def read_paragraph(
    section: Section, words: Passage, repeated: Repeated, there: Named | None, when: str
) -> Iterator[Statistic]:
    """Give the figures that the sentences of ``words`` state and no table has.

    ``there`` is whose their list is, ``when`` the year said above them.
    """
    if not _DIGIT.search(words.text):
        return  # most blocks: without a figure there is no sentence to look at
    year = paragraph_year(words.text) or when
    before = frame = ""
    parts = rejoined(sentences(words), lambda above, line: _is_beside(section, above.text, line.text))
    for sentence in (part for whole in parts for part in _begun_by_figures(whole)):
        frame = framing(sentence.text, frame)
        whose = there = told_of(section, sentence.text) or there
        for clause in clauses(sentence):
            dated = only_year(sentence.text) or frame or year
            figured = _DIGIT.search(clause.text) is not None
            told = list(read_sentence(section, clause, dated, before, whose)) if figured else []
            yield from repeated.new(told) if repeated.take(clause) else told
            whose = (named(section, told[0].territory) if told else None) or whose
            before = f"{before} {clause.text}"[-_REACH:] if points_back(clause.text) else clause.text


def _is_beside(section: Section, above: str, text: str) -> bool:
    """Tell whether what stands behind a semicolon is another territory's figure: ``... 61 % ; Isère : 58 %``."""
    name, colon, _ = text.partition(":")
    return bool(above.endswith(";") and colon and specific(section, tidy(name)) is not None)


def _begun_by_figures(words: Passage) -> Iterator[Passage]:
    """Cut ``words`` where a further sentence begins with its figure: ``... en 2020. 41 % des familles ...``."""
    starts = [0, *(found.end() for found in _FIGURE_FIRST.finditer(words.text))]
    for start, end in zip_longest(starts, starts[1:]):
        yield words.cut(start, end)


def states_nothing(block: Heading | Paragraph | Item) -> bool:
    """Tell whether a block states no figure: a note, an équipement and its places, a title, whose number is its own."""
    text = block.words.text
    entry = _SIZED.search(text) is not None and designates(unmarked(text))  # ``Crèche Les Lutins (Mens, 24 places)``
    return is_note(text) or entry or (isinstance(block, Heading) and _NUMBERED.match(text) is not None)
