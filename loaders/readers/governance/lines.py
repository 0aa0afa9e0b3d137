"""Lines about bodies: the name of one as a title, a label, a rhythm, the opening of a list of members."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.splitting import is_title
from loaders.document import Heading, Item, Paragraph, Passage
from loaders.formats.continuation import begins_low
from loaders.readers.governance.instances import Mention, frequency, opening
from loaders.readers.governance.labels import label_of
from loaders.readers.governance.members import OPEN
from loaders.words.wording import plain, printed_lines

_COLON = re.compile(r"\s*(?:\([^()]{0,80}\)\s*)?:")
_RUN_IN = re.compile(
    r"\s*(?:ARTICLE|Article|Art\.) \w+\W{1,4}[^\W\d_a-zà-öø-ÿ][^a-zà-öø-ÿ.]{2,80}\s(?=[^\W\d_a-zà-öø-ÿ][a-zà-öø-ÿ])"
)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})+\W{1,3}(?=[^\W\d])")
_COMPOSITION = re.compile(r"composition|membres|participants")


def parted(block: Heading | Paragraph | Item) -> Iterator[Heading | Paragraph | Item]:
    """Give a block, or the lines of a paragraph that stand under one another: a body's name, the labels about it."""
    parts: list[Passage] = []
    for line in printed_lines(block.words) if isinstance(block, Paragraph) else ():
        if not parts or _names_body(line) or label_of(line)[0]:
            parts.append(line)
        else:
            parts[-1] += line
    starting = [bool(label_of(part)[0] or opening(part)) for part in parts]
    yield from map(Paragraph, parts) if len(parts) > 1 and all(starting) else (block,)


def _names_body(line: Passage) -> bool:
    """Whether a line is a body's name alone, or stands before a colon."""
    named = opening(line)
    behind = line.text[named.end :] if named is not None else ""
    return named is not None and (not behind.strip(" :.") or _COLON.match(behind) is not None)


def heads(block: Heading | Paragraph | Item, named: Mention) -> bool:
    """Whether a block that begins with a body's name is a title, an item or a label about it, and no sentence."""
    behind = block.words.text[named.end :]
    alone = is_title(block) and not plain(behind).strip(' :;.»"')
    return alone or (isinstance(block, Item) and named.steers) or bool(_COLON.match(behind))


def is_rhythm(words: Passage) -> bool:
    """Whether ``words`` say how often a body meets and nothing else."""
    often = frequency(words)
    return bool(often) and len(often.text) >= len(words.text.strip(" .()"))


def is_section(item: Item) -> bool:
    """Whether an item is the title of a section: numbered, in capitals."""
    return item.marker[:1].isdigit() and item.words.text.isupper()


def goes_on_listing(words: Passage) -> bool:
    """Whether a paragraph below the opening of a list is a line of it, whose bullet the print has lost."""
    return begins_low(words.text) and words.text.rstrip().endswith((";", ","))


def after_title(words: Passage) -> Passage:
    """Return a paragraph without the article's title in capitals that its first line can run on from, or its number."""
    found = _RUN_IN.match(words.text) or _NUMBER.match(words.text)
    return words.cut(found.end()) if found else words


def opens_list(words: Passage) -> bool:
    """Whether a list of members stands below: it is announced, or a body's name stands with its rhythm in brackets."""
    text = plain(words.text).rstrip()
    if any(found.end() == len(text) for found in OPEN.finditer(text)):
        return True
    if text.endswith(":") and (OPEN.search(text) or _COMPOSITION.search(text)):
        return True
    named = opening(words)
    behind = words.cut(named.end) if named is not None else Passage(())
    rest = behind.text.strip()
    return rest.startswith("(") and rest.endswith(")") and bool(frequency(behind))
