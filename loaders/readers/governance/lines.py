"""Lines about bodies: the name of one as a title, a label, a rhythm, the opening of a list of members."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from loaders.acts.splitting import is_title
from loaders.document import Block, Heading, Item, Paragraph, Passage, Table, spaced
from loaders.formats.making.continuation import begins_low
from loaders.readers.governance.cues import cues
from loaders.readers.governance.labels import is_whole_label, label_of
from loaders.readers.governance.members import OPEN
from loaders.readers.governance.mentions import Mention, mentions, opening, opening_any
from loaders.readers.governance.offices import begins_with_office, sorts_people, tells
from loaders.resolve import bare
from loaders.seeking import Sought
from loaders.words.actor_heads import kind_at
from loaders.words.rhythms import frequency, is_rhythm, tells_meeting
from loaders.words.wording import gathered, plain, printed_lines, sentences

_COLON = re.compile(r"\s*(?:\([^()]{0,80}\)\s*)?(?:,?\s*c['’]est\s*)?:")
_RUN_IN = re.compile(
    r"\s*(?:ARTICLE|Article|Art\.) \w+\W{1,4}[^\W\d_a-zà-öø-ÿ][^a-zà-öø-ÿ.]{2,80}\s(?=[^\W\d_a-zà-öø-ÿ][a-zà-öø-ÿ])"
)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})+\W{1,3}(?=[^\W\d])")
_QUESTION = Sought(r"(?:(?<=^)|(?<=\. )|(?<=\n))[^\W\d_][^.:?]{2,60}\?\s*")
_OF_IT = re.compile(r"^\W*(?:[\d.]+ )?(?:la |les )?[a-z]+ (?:du |de la |de l'|des )$")
_FOLLOWS = re.compile(
    rf"[ )]*(?:\([^()]{{3,60}}\)\s*)?(?:, (?:qui|lequel|laquelle) [^:,.;]{{3,60}},)?(?: {cues('follows')})?[ )]*(?::|$)"
)
_LONGEST_MEMBER = 120
_WITH = re.compile(r"\bavec\W*$")
_COMPOSITION = re.compile(r"composition|membres|participants")


def parted(block: Heading | Paragraph | Item) -> Iterator[Heading | Paragraph | Item]:
    """Give a block, or the lines of it that stand under one another: a body's name, the labels about it."""
    if (asked := list(_asked(block.words))) or (asked := list(_headed_sentences(block))):
        yield replace(block, words=asked[0])
        yield from map(Paragraph, asked[1:])
        return
    lines = printed_lines(block.words) if isinstance(block, Paragraph) else ()
    if len(lines) > 1 and is_rhythm(lines[0]):
        yield Paragraph(lines[0])
        yield Paragraph(spaced(lines[1:]))
        return
    parts = () if isinstance(block, Heading) else tuple(gathered(printed_lines(block.words), _begins))
    starting = [bool(label_of(part)[0] or opening_any(part) or _headed(part)) for part in parts]
    starting = starting[1:] if isinstance(block, Item) else starting  # an item's own line is of what stands above it
    if len(parts) < 2 or not all(starting) or isinstance(block, Heading):
        yield block
        return
    yield replace(block, words=parts[0])
    yield from map(Paragraph, parts[1:])


def _begins(_: Passage, line: Passage) -> bool:
    """Whether a line names a body, or begins with a label."""
    return _names_body(line) or bool(label_of(line)[0]) or is_whole_label(line)


def _asked(words: Passage) -> Iterator[Passage]:
    """Give the bodies with which questions are answered one after another: ``Qui pilote ? Un comité de pilotage``."""
    asked = list(_QUESTION.finditer(words.text))
    ends = [*(question.start() for question in asked[1:]), len(words.text)][: len(asked)]
    answers = [words.cut(question.end(), end) for question, end in zip(asked, ends, strict=True)]
    if asked and not asked[0].start() and all(map(opening, answers)):
        yield from answers


def _headed_sentences(block: Heading | Paragraph | Item) -> Iterator[Passage]:
    """Give the sentences of a paragraph that a body's name and a colon head each: ``Copil : annuel. Cotech : ...``."""
    said = sentences(block.words) if isinstance(block, Paragraph) else ()
    if len(said) > 1 and all((named := opening(each)) and heads_list(each.cut(named.end)) for each in said):
        yield from said


def _headed(part: Passage) -> bool:
    """Whether the first line of some is a label and no more."""
    return is_whole_label(printed_lines(part)[0])


def _names_body(line: Passage) -> bool:
    """Whether a line is a body's name alone, or stands before a colon."""
    named = opening_any(line)
    alone = named is not None and (named.known or named.steers) and not line.text[named.end :].strip(" :.")
    return named is not None and (alone or heads_list(line.cut(named.end)))


def first_sentence(words: Passage, start: int) -> tuple[Passage, Passage]:
    """Return the first sentence of a block that names a body up to ``start``, and what it says of it behind."""
    end = 0
    for sentence in sentences(words):
        end = words.text.find(sentence.text, end) + len(sentence.text)
        if end > start and sentence.text.endswith((".", "?", "!")) and words.text[end:].lstrip()[:1].isupper():
            return words.cut(0, end), words.cut(end)
    return words, Passage(())


def heads(block: Heading | Paragraph | Item, named: Mention) -> bool:
    """Whether a block that begins with a body's name is a title, an item or a label about it, and no sentence.

    A title, or a line of its own, may say behind the name how often the body meets.
    """
    behind = block.words.text[named.end :]
    often = is_rhythm(block.words.cut(named.end))
    line = isinstance(block, Paragraph) and often and not block.words.text.rstrip().endswith(".")
    alone = line or (is_title(block) and (often or not plain(behind).strip(' :;.»"')))
    return alone or (isinstance(block, Item) and named.steers) or bool(_COLON.match(behind))


def heads_list(behind: Passage) -> bool:
    """Whether what stands ``behind`` a body's name is a colon, perhaps after brackets."""
    return _COLON.match(behind.text) is not None


def is_section(item: Item) -> bool:
    """Whether an item is the title of a section: numbered, in capitals."""
    return item.marker[:1].isdigit() and item.words.text.isupper()


def listed_on(words: Passage) -> tuple[Passage, ...]:
    """Return the lines of a paragraph below the opening of a list that are lines of it, whose bullets are lost."""
    if begins_low(words.text) and words.text.rstrip().endswith((";", ",")):
        return (words,)
    below = () if words.text.rstrip().endswith(":") else printed_lines(words)
    parted = all(line.text.rstrip().endswith((",", ";")) for line in below[:-1]) and len(below) > 1
    if words.text.rstrip().endswith(".") and not parted:
        return ()
    return below if all(map(is_somebody, below)) else ()


def names_people(blocks: Sequence[Block]) -> bool:
    """Whether the items with which ``blocks`` begin name who holds an office, or actors: the first and most of them.

    What a body does is told in other words, or in those of a service: ``Coordination des partenaires``.
    """
    listed = takewhile(lambda block: isinstance(block, Item), blocks)
    items = [block.words.text for block in listed if not isinstance(block, Table)]
    if any(len(text) > _LONGEST_MEMBER or tells(text) for text in items):
        return False
    people = [begins_with_office(text) or kind_at(bare(text)) not in ("", "service") for text in items]
    return people[:1] == [True] and 2 * sum(people) > len(people)


def leaves_open(words: Passage) -> bool:
    """Whether a line below a body's name only says how often it meets, or what it does: who sits in it may follow."""
    kind, said = label_of(words)
    meets = len(words.text) <= _LONGEST_MEMBER and tells_meeting(words) and not OPEN.search(plain(words.text))
    return is_rhythm(words) or meets or (kind in ("frequency", "other") and bool(said))


def is_somebody(line: Passage) -> bool:
    """Whether a line of a list names who holds an office, or an actor, perhaps behind a word that sorts them."""
    if sorts_people(line):
        return True
    said = line.text.lstrip(" .·•*-–—")
    known = begins_with_office(said) or kind_at(bare(said))
    return bool(known) and len(said) <= _LONGEST_MEMBER and not mentions(line) and not tells(said)


def headed_by_members(words: Passage) -> Mention | None:
    """Return the body of which the label that begins ``words`` announces the members: ``Composition du comité``."""
    first = next(iter(mentions(words)), None)
    before = plain(words.text[: first.start]) if first is not None else ""
    whole = first is not None and _FOLLOWS.match(plain(words.text), first.end) is not None
    return first if whole and _COMPOSITION.search(before) and _OF_IT.search(before) else None


def after_title(words: Passage) -> Passage:
    """Return a paragraph without the article's title in capitals that its first line can run on from, or its number."""
    found = _RUN_IN.match(words.text) or _NUMBER.match(words.text)
    return words.cut(found.end()) if found else words


def opens_list(words: Passage) -> bool:
    """Whether a list of members stands below: it is announced, or a body's name stands with its rhythm in brackets."""
    text = plain(words.text).rstrip()
    if any(found.end() == len(text) for found in OPEN.finditer(text)):
        return True
    if text.endswith(":") and (OPEN.search(text) or _COMPOSITION.search(text) or _WITH.search(text)):
        return True
    named = opening(words) if text.endswith(")") else None
    behind = words.cut(named.end) if named is not None else Passage(())
    return behind.text.startswith("(") and bool(frequency(behind))
