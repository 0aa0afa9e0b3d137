"""The walk through a part of an act: block by block, which bodies it names and who sits in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from loaders.acts.section import Section
from loaders.document import Heading, Item, Paragraph, Table, passages
from loaders.readers.governance.bodies import Bodies
from loaders.readers.governance.cards import is_table_of_cards, read_cards
from loaders.readers.governance.enumerations import listed
from loaders.readers.governance.frames import foreign, is_about_steering
from loaders.readers.governance.instances import Instance, Mention, behind_comma, called_so, headed, opening
from loaders.readers.governance.kinds import OTHER, settle
from loaders.readers.governance.labels import is_whole_label, label
from loaders.readers.governance.lines import (
    first_sentence,
    headed_by_members,
    heads,
    is_section,
    is_somebody,
    leaves_open,
    listed_on,
    names_people,
    parted,
)
from loaders.readers.governance.members import behind_name, composed, in_brackets, item
from loaders.readers.governance.offices import is_enumeration, sorts_people
from loaders.readers.governance.rhythms import frequency, is_rhythm, meeting_in
from loaders.readers.governance.sentences import read_in_passing, read_labelled, read_paragraph
from loaders.readers.governance.side_by_side import bodies_side_by_side, read_side_by_side
from loaders.readers.governance.tables import (
    columns_of_bodies,
    is_table_of_sentences,
    read_groups,
    read_rows,
    read_sentences,
)
from loaders.readers.governance.titles import heads_bodies, is_part, titled
from loaders.words.wording import printed_lines

_BRACKET = re.compile(r"\s*(?:[(–:-]\s*[^()]{3,60}\)?)?[\s:.]*")
_NO_DEPTH = 99
_FAR = 40
"""Blocks of a list that are looked at to tell what it lists."""


def bodies_of(section: Section) -> Iterable[Instance]:
    """Return the bodies that ``section`` names, in order."""
    walk = _Walk(section)
    walk.read()
    found = [instance for instance in walk.bodies.found.values() if instance.told]
    settle(found)
    return found


class _Walk:
    """The reading of one part of an act; ``_depth`` is how deep the item stands that names the body spoken of.

    ``_passed_over`` is how deep an item stands whose own tell other things of it than its members; ``_bare`` whether
    what stands above names a body and says nothing yet of who sits in it.
    """

    def __init__(self, section: Section) -> None:
        self.section = section
        self.bodies = Bodies(section)
        self._depth = self._passed_over = _NO_DEPTH
        self._bare = False
        self._at = 0

    def read(self) -> None:
        """Go through the blocks in order; what is about another frame is passed over."""
        for at, (block, apart) in enumerate(zip(self.section.blocks, foreign(self.section.blocks), strict=True)):
            self._at = at
            self.bodies.next_block()
            if isinstance(block, Table):
                self._table(block)
            elif not apart:
                self._open_list(at, block)
                for line in parted(block):
                    self._block(line)

    def _begins_part(self, title: Heading) -> bool:
        """Whether a title begins a part of its own, and is no label of what is said of the body above it."""
        if not label(title.words) or title.words.text.endswith("?"):
            return True
        return self.bodies.spoken_of is None and is_about_steering(title.words)

    def _open_list(self, at: int, block: Heading | Paragraph | Item) -> None:
        """Say that a list of members begins where items below a body's bare name are people, without a word for it."""
        people = self._bare and isinstance(block, Item) and names_people(self.section.blocks[at : at + _FAR])
        self.bodies.listing = self.bodies.listing or (people and self.bodies.spoken_of is not None)
        self._bare = self._bare and leaves_open(block.words)

    def _table(self, table: Table) -> None:
        """Read a table of bodies; in the cells of any other table, only what founds one or names it in brackets."""
        named = self.bodies.named_above
        columns = columns_of_bodies(table, steering=self.bodies.steering)
        if columns:
            self._put(read_rows(table, columns, self.section))
            return
        if beside := bodies_side_by_side(table, steering=self.bodies.steering):
            self._put(read_side_by_side(table, beside, self.section))
            return
        if is_table_of_cards(table, named):
            self._put(read_cards(table, self.section, named))
            return
        if named is not None and read_groups(table, named, self.section):
            return
        if is_table_of_sentences(table):
            self._put(read_sentences(table, self.section))
            return
        for words in passages(table):
            read_in_passing(words, self.bodies)

    def _put(self, found: Iterable[Instance]) -> None:
        """Keep the bodies of a table."""
        for instance in list(found):
            self.bodies.put(instance)

    def _block(self, block: Heading | Paragraph | Item) -> None:
        """Read a block: the name of a body as a title, an item or a sentence about one, a list of members."""
        if self._titled(block) or self._card(block) or self._composition(block) or self._labelled(block):
            return
        if self._below_name(block) or self._named(block):
            return
        if isinstance(block, Item) and self._item(block):
            return
        if isinstance(block, Heading) and self._begins_part(block):
            self.bodies.begin_section(steering=heads_bodies(self.section.blocks, self._at))
        elif self.bodies.listing and (lines := listed_on(block.words)):
            for line in lines:
                self.bodies.take(item(line, self.section))
        else:
            read_paragraph(block.words, self.bodies)

    def _titled(self, block: Heading | Paragraph | Item) -> bool:
        """Read a title that is a body's name by what stands below it, or a line that heads a part about bodies."""
        if block is not self.section.blocks[self._at]:
            return False
        named = titled(self.section.blocks, self._at, steering=self.bodies.steering)
        if named is None:
            if is_part(block) and heads_bodies(self.section.blocks, self._at):
                self.bodies.begin_section(steering=True)
            return False
        self.bodies.speak_of(self.bodies.add(named, named.words, ()), block.words)
        self.bodies.listing, self._bare, self._depth = False, True, _NO_DEPTH
        return True

    def _card(self, block: Heading | Paragraph | Item) -> bool:
        """Read a body's name and, in the lines below it, without a word that announces them, who sits in it."""
        name, *below = (printed_lines(block.words) if isinstance(block, Paragraph) else ()) or (block.words,)
        named = self.bodies.opening(name) if below else None
        often = named is not None and bool(frequency(name))
        if named is None or not (named.steers or often) or not _BRACKET.fullmatch(name.text[named.end :]):
            return False
        members = sum(below[1:], below[0])
        if is_enumeration(members):
            told = list(listed(members, self.section))
        elif all(map(sorts_people, below)) or (often and all(map(is_somebody, below))):
            told = [member for line in below for member in item(line, self.section)]
        else:
            return False
        self.bodies.speak_of(self.bodies.add(named, name, told), members)
        return True

    def _labelled(self, block: Heading | Paragraph | Item) -> bool:
        """Read what a label of its own line heads, on the lines below it or in the blocks that follow."""
        first, *below = printed_lines(block.words) or (block.words,)
        if isinstance(block, Item) or self.bodies.spoken_of is None or not is_whole_label(first):
            return False
        self.bodies.listing = label(first) == "members" and not below
        for line in below:
            if label(first) == "members":
                self.bodies.take(item(line, self.section))
            elif label(first) == "frequency":
                self.bodies.spoken_of.meets(frequency(line) or line)
        return True

    def _composition(self, block: Heading | Paragraph | Item) -> bool:
        """Read who sits in a body that the label names: ``Composition du comité de pilotage : a, b``."""
        words, *below = (printed_lines(block.words) if isinstance(block, Paragraph) else ()) or (block.words,)
        if not below or headed_by_members(words) is None:
            words, below = block.words, []
        named = headed_by_members(words)
        if named is None:
            return False
        told = behind_name(words, named.end, self.section)
        lead = words.cut(named.start, named.end + len(words.text[named.end :].partition(":")[0]))
        self.bodies.speak_of(self.bodies.add(named, lead, told), words)
        self.bodies.listing = not words.text[named.start + len(lead.text) :].strip(" :)")
        for line in below:
            self.bodies.take(item(line, self.section))
        return True

    def _below_name(self, block: Heading | Paragraph | Item) -> bool:
        """Read what stands below a body's name without a word that announces it: its rhythm, or who sits in it."""
        spoken_of, titled = self.bodies.spoken_of, self.bodies.just_named
        if spoken_of is not None and is_rhythm(block.words):
            spoken_of.frequency = spoken_of.frequency or frequency(block.words).text
            spoken_of.stated.append(block.words)
            return True
        if titled is not None and self._apposed(titled, block):
            return True
        if titled is None or titled.members or not isinstance(block, Paragraph) or not is_enumeration(block.words):
            return False
        self.bodies.take(listed(block.words, self.section))
        return True

    def _apposed(self, titled: Instance, block: Heading | Paragraph | Item) -> bool:
        """Read what a line below a body's own name says it to be, and how often it meets."""
        kind = self.bodies.opening(block.words) if titled.kind == OTHER and not titled.told else None
        if kind is None or kind.kind == OTHER or kind.start or not is_rhythm(block.words.cut(len(kind.words.text))):
            return False
        titled.kind = kind.kind
        titled.meets(frequency(block.words.cut(len(kind.words.text))))
        self._bare = True
        return True

    def _named(self, block: Heading | Paragraph | Item) -> bool:
        """Read a title, an item or a label that begins with a body's name, with those named behind it."""
        words = block.words
        named = self.bodies.opening(words)
        if named is None and isinstance(block, Heading) and (behind := words.cut(words.text.rfind(":") + 1)) != words:
            title = opening(behind)
            words = behind if title is not None and heads(Heading(behind), title) else words
            named = title if words is behind else None
            block = Heading(words, block.level) if named else block
        if named is None or not (heads(block, named) or self._is_beside(block, named)):
            return False
        first, rest = first_sentence(words, named.end)
        told = list(composed(first, self.section)) or list(behind_name(first, named.end, self.section))
        instance = self.bodies.add(named, first, [*in_brackets(first.cut(named.end), self.section), *told])
        instance.name = named.name
        instance.meets(meeting_in(first))
        self.bodies.speak_of(instance, words)
        self.bodies.listing = words.text.rstrip().endswith(":")
        if rest:
            read_paragraph(rest, self.bodies)
        self._bare = not isinstance(block, Item) and not instance.members
        self._depth = block.depth if isinstance(block, Item) else _NO_DEPTH
        self._passed_over = _NO_DEPTH
        return True

    def _is_beside(self, block: Heading | Paragraph | Item, named: Mention) -> bool:
        """Whether an item is the name of a body and stands beside that of another."""
        beside = isinstance(block, Item) and block.depth == self._depth
        return beside and not block.words.text[named.end :].strip(" .;")

    def _item(self, block: Item) -> bool:
        """Read an item that names a body beside others, begins a section, or names members of the body spoken of."""
        bodies = self.bodies
        if bodies.current and block.depth == self._depth and (body := called_so(block.words) or self._sibling(block)):
            instance = bodies.add(body, block.words, ())
            instance.meets(behind_comma(block.words))
            bodies.speak_of(instance, block.words)
            bodies.listing = True
        elif is_section(block) or (block.depth == self._depth and headed(block.words) and not label(block.words)):
            bodies.leave()
        elif bodies.listing or (block.depth > self._depth and bodies.spoken_of is not None):
            self._line(block)
        else:
            return False
        return True

    def _sibling(self, block: Item) -> Mention | None:
        """Return the body of whatever name that stands beside bodies whose members are listed, where its own are."""
        listing = self.bodies.current is not None and bool(self.bodies.current.members) and not label(block.words)
        below = self.section.blocks[self._at + 1 : self._at + _FAR]
        deeper = list(takewhile(lambda one: isinstance(one, Item) and one.depth > block.depth, below))
        return headed(block.words) if listing and names_people(deeper) else None

    def _line(self, block: Item) -> None:
        """Read an item below a body's name: what its label heads, else members; below some other label, nothing."""
        if block.depth > self._passed_over:
            return
        kind = read_labelled(block.words, self.bodies)
        self._passed_over = block.depth if kind == "other" else _NO_DEPTH
        if not kind:
            self.bodies.take(item(block.words, self.section))
