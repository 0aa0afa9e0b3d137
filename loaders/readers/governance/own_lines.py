"""Blocks of several printed lines: what the first names or heads is told of in those below it."""

from __future__ import annotations

import re

from loaders.document import Heading, Item, Paragraph, spaced
from loaders.readers.governance.bodies import Bodies
from loaders.readers.governance.enumerations import listed
from loaders.readers.governance.labels import is_whole_label, label
from loaders.readers.governance.lines import first_sentence, headed_by_members, is_somebody
from loaders.readers.governance.members import behind_name, item
from loaders.readers.governance.offices import is_enumeration, sorts_people
from loaders.words.rhythms import frequency
from loaders.words.wording import printed_lines, sentences

_BRACKET = re.compile(r"\s*(?:[(–:-]\s*[^()]{3,60}\)?)?[\s:.]*")


def reads_card(block: Heading | Paragraph | Item, bodies: Bodies) -> bool:
    """Read a body's name and, in the lines below it, without a word that announces them, who sits in it."""
    name, *below = (printed_lines(block.words) if isinstance(block, Paragraph) else ()) or (block.words,)
    named = bodies.opening(name) if below else None
    often = named is not None and bool(frequency(name))
    if named is None or not (named.steers or often) or not _BRACKET.fullmatch(name.text[named.end :]):
        return False
    members = spaced(below)
    if is_enumeration(members):
        told = list(listed(members, bodies.section))
    elif all(map(sorts_people, below)) or (often and all(map(is_somebody, below))):
        told = [member for line in below for member in item(line, bodies.section)]
    else:
        return False
    bodies.speak_of(bodies.add(named, name, told), members)
    return True


def reads_labelled(block: Heading | Paragraph | Item, bodies: Bodies) -> bool:
    """Read what a label of its own line heads, on the lines below it or in the blocks that follow."""
    first, *below = printed_lines(block.words) or (block.words,)
    if isinstance(block, Item) or bodies.spoken_of is None or not is_whole_label(first):
        return False
    bodies.listing = label(first) == "members" and not below
    for line in below:
        if label(first) == "members":
            bodies.take(item(line, bodies.section))
        elif label(first) == "frequency":
            bodies.spoken_of.meets(frequency(line) or line)
    return True


def reads_composition(block: Heading | Paragraph | Item, bodies: Bodies) -> bool:
    """Read who sits in a body that the label names: ``Composition du comité de pilotage : a, b``."""
    words, *below = (printed_lines(block.words) if isinstance(block, Paragraph) else ()) or (block.words,)
    if not below or headed_by_members(words) is None:
        words, below = block.words, []
    named = headed_by_members(words)
    if named is None:
        return False
    words, rest = first_sentence(words, named.end)
    told = behind_name(words, named.end, bodies.section)
    lead = words.cut(named.start, named.end + len(words.text[named.end :].partition(":")[0]))
    bodies.speak_of(bodies.add(named, lead, told), words)
    bodies.listing = not words.text[named.start + len(lead.text) :].strip(" :)")
    for line in below:
        bodies.take(item(line, bodies.section))
    for sentence in sentences(rest):
        bodies.meets(sentence)
    return True
