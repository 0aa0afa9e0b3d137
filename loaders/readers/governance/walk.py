"""The walk through a part of an act: block by block, which bodies it names and who sits in them."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.acts.section import Section
from loaders.document import Heading, Item, Paragraph, Table
from loaders.readers.governance.bodies import Bodies
from loaders.readers.governance.enumerations import listed
from loaders.readers.governance.frames import foreign, is_about_steering
from loaders.readers.governance.instances import Instance
from loaders.readers.governance.items import Items
from loaders.readers.governance.kinds import OTHER, kind_said, settle
from loaders.readers.governance.labels import label
from loaders.readers.governance.lines import first_sentence, heads, leaves_open, listed_on, names_people, parted
from loaders.readers.governance.members import behind_name, composed, in_brackets, item
from loaders.readers.governance.mentions import opening
from loaders.readers.governance.offices import is_enumeration
from loaders.readers.governance.own_lines import reads_card, reads_composition, reads_labelled
from loaders.readers.governance.sentences import read_paragraph
from loaders.readers.governance.table_shapes import read_table
from loaders.readers.governance.titles import heads_bodies, is_article, is_part, titled
from loaders.words.rhythms import frequency, is_rhythm, meeting_in
from loaders.words.wording import plain

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
    """The reading of one part of an act.

    ``_bare`` is whether what stands above names a body and says nothing yet of who sits in it.
    """

    def __init__(self, section: Section) -> None:
        self.section = section
        self.bodies = Bodies(section)
        self._items = Items(self.bodies)
        self._bare = False
        self._at = 0

    def read(self) -> None:
        """Go through the blocks in order; what is about another frame is passed over."""
        for at, (block, apart) in enumerate(zip(self.section.blocks, foreign(self.section.blocks), strict=True)):
            self._at = at
            self.bodies.next_block()
            if isinstance(block, Table):
                read_table(block, self.bodies)
            elif apart:
                self.bodies.listing = self.bodies.listing and isinstance(block, Item)
            else:
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

    def _block(self, block: Heading | Paragraph | Item) -> None:
        """Read a block: the name of a body as a title, an item or a sentence about one, a list of members."""
        if self._titled(block) or reads_card(block, self.bodies):
            return
        if reads_composition(block, self.bodies) or reads_labelled(block, self.bodies):
            return
        if self._below_name(block) or self._named(block):
            return
        if isinstance(block, Item) and self._items.read(block, self.section.blocks[self._at + 1 : self._at + _FAR]):
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
            steering = is_part(block) and heads_bodies(self.section.blocks, self._at)
            if steering or is_article(block):
                self.bodies.begin_section(steering=steering)
            return False
        self.bodies.speak_of(self.bodies.add(named, named.words, ()), block.words)
        self.bodies.listing, self._bare = False, True
        self._items.leave()
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
        if self._said(titled, block):
            return True
        kind = self.bodies.opening(block.words) if titled.kind == OTHER and not titled.told else None
        if kind is None or kind.kind == OTHER or kind.start or not is_rhythm(block.words.cut(len(kind.words.text))):
            return False
        titled.kind = kind.kind
        titled.meets(frequency(block.words.cut(len(kind.words.text))))
        self._bare = True
        return True

    def _said(self, titled: Instance, block: Heading | Paragraph | Item) -> bool:
        """Read a sentence that says of what kind the body named above is, and what goes on behind it."""
        kind = "" if titled.known or titled.kind != OTHER else kind_said(plain(block.words.text))
        if not kind:
            return False
        first, rest = first_sentence(block.words, 0)
        titled.kind = kind
        titled.meets(frequency(first))
        self.bodies.take(composed(first, self.section))
        self.bodies.listing, self._bare = block.words.text.rstrip().endswith(":"), True
        if rest:
            read_paragraph(rest, self.bodies)
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
        if named is None or not (heads(block, named) or self._items.stand_beside(block, named)):
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
        self._items.begin(block)
        return True
