"""Governance: the bodies that steer a convention, how often they meet, who sits in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from loaders.acts.parts import by_convention
from loaders.acts.section import Section
from loaders.acts.splitting import is_title, words_of
from loaders.acts.statements import MENTION
from loaders.document import Block, Heading, Item, Paragraph, Passage, Table, passages
from loaders.readers.governance import members as sitting
from loaders.readers.governance.instances import Instance, Mention, called_so, frequency, mentions, opening
from loaders.readers.governance.members import Member
from loaders.readers.governance.offices import is_enumeration
from loaders.readers.governance.tables import is_table_of_bodies, is_table_of_cards, read_cards, read_rows
from loaders.vocabulary import words
from loaders.words.wording import alternatives, lines, plain, sentences
from maillage.facts import Governance

_STATES = re.compile(rf"\b{alternatives(words('instances', 'states'))}")
_FOUNDS = re.compile(rf"\b{alternatives(words('instances', 'founds'))}\s*$")
_LABEL = re.compile(rf"^\W*(?:{alternatives(words('instances', 'labels'))})\b")
_LABELLED = re.compile(rf"^\W*(?:{alternatives(words('instances', 'labels'))})\s*:")
_FOREIGN = re.compile(rf"\b{alternatives(words('instances', 'foreign'))}")
_STEERING = re.compile(alternatives(words("instances", "steering")))
_AGAIN = re.compile(rf"^\W*{alternatives(words('instances', 'again'))}")
_WIDENED = re.compile(rf"\b{alternatives(words('instances', 'widened'))}")
_HE = re.compile(r"\W*(?:ils?|elles?|celui-ci|celle-ci) se reuni")
_DECIDED = re.compile(rf"\b{alternatives(words('instances', 'decided'))}\s*$")
_LABELS = re.compile(r"\s*(?:\([^()]{0,80}\)\s*)?:")
_RUN_IN = re.compile(
    r"\s*(?:ARTICLE|Article|Art\.) \w+\W{1,4}[^\W\d_a-zà-öø-ÿ][^a-zà-öø-ÿ.]{2,80}\s(?=[^\W\d_a-zà-öø-ÿ][a-zà-öø-ÿ])"
)
_BRACKET = re.compile(r"\s*(?:[(–:-]\s*[^()]{3,60}\)?)?[\s:.]*")
_MEETING = re.compile(r"reun|frequence|periodicite|rythme|\bse (?:tien|rencontr|retrouv)|\bseance|\bsieg")
_BACK = 10
_ALIVE = 25
_NO_DEPTH = 99


def read(section: Section) -> Iterator[Governance]:
    """Read the bodies of the convention, or of each where the act is about several."""
    for part in _parts(section):
        if part.convention:
            walk = _Walk(part)
            walk.read()
            yield from _facts(part, walk.found.values())


def _parts(section: Section) -> list[Section]:
    """Return the parts of an act about one convention each; what it says of several at once is said of each."""
    parts = [part for part in by_convention(section) if part.convention]
    if parts or section.convention:
        return parts or [section]
    return [replace(section, convention=agreement.key) for agreement in section.agreements if agreement.main]


class _Walk:
    """The reading of one part of an act: the bodies found so far, and the one that is being spoken of."""

    def __init__(self, section: Section) -> None:
        self.section = section
        self.found: dict[tuple[str, str], Instance] = {}
        self._current: Instance | None = None
        self._since = 0
        self._listing = False
        self._depth = _NO_DEPTH
        self._signs = [_sign(block) for block in section.blocks]

    def read(self) -> None:
        """Go through the blocks in order."""
        for index, block in enumerate(self.section.blocks):
            self._since += 1
            if isinstance(block, Table):
                self._table(block)
            elif not self._foreign(index):
                for line in _parted(block):
                    self._block(line)

    def _table(self, table: Table) -> None:
        """Read a table of bodies; in the cells of any other table, only what founds one or names it in brackets."""
        if is_table_of_bodies(table) or is_table_of_cards(table):
            rows = read_rows if is_table_of_bodies(table) else read_cards
            for instance in rows(table, self.section):
                self.found.setdefault((instance.convention, instance.identity), instance)
            return
        for words_ in passages(table):
            for mention in mentions(words_):
                self._secondary(words_, mention)

    def _secondary(self, words_: Passage, mention: Mention) -> None:
        """Take a body that is named in passing: founded by a verb just before, or in brackets after those who meet."""
        text = plain(words_.text)
        before = text[: mention.start].rstrip()
        if not mention.steers:
            return
        if _FOUNDS.search(text[: mention.start]):
            self._add(mention, words_, ())
        elif before.endswith("(") and text[mention.end :].lstrip().startswith(")"):
            self._add(mention, words_, sitting.with_whom(words_, mention.start))

    def _block(self, block: Block) -> None:
        """Read a block: the name of a body as a title, an item or a sentence about one, a list of members."""
        words_ = words_of(block)
        if self._card(block):
            return
        named = opening(words_)
        alone = named is not None and is_title(block) and not plain(words_.text[named.end :]).strip(' :;.»"')
        if named is not None and (
            alone or (isinstance(block, Item) and named.steers) or _LABELS.match(words_.text[named.end :])
        ):
            who = [*sitting.composed(words_, self.section), *sitting.behind_name(words_, named.end, self.section)]
            instance = self._add(named, words_, who)
            instance.name = named.name
            self._speak_of(instance, words_)
            self._listing = _opens_list(words_) or words_.text.rstrip().endswith(":")
            self._depth = block.depth if isinstance(block, Item) else _NO_DEPTH
        elif isinstance(block, Item) and self._current and block.depth == self._depth and (body := called_so(words_)):
            self._speak_of(self._add(body, words_, ()), words_)
            self._listing = True
        elif isinstance(block, Item) and _is_section(block):
            self._current, self._listing = None, False
        elif isinstance(block, Item) and (self._listing or self._below(block)):
            self._take(sitting.item(words_, self.section))
        elif isinstance(block, Heading) and not _LABEL.match(plain(words_.text)):
            self._current, self._listing = None, False
        else:
            self._paragraph(words_)

    def _card(self, block: Block) -> bool:
        """Read a body's name and below it, without a word that announces them, who sits in it; whether it was that."""
        printed = list(lines(words_of(block))) if isinstance(block, Paragraph) else []
        named = opening(printed[0]) if len(printed) > 1 else None
        if named is not None and named.steers and _BRACKET.fullmatch(printed[0].text[named.end :]):
            members = printed[1]
            for line in printed[2:]:
                members += line
            if is_enumeration(members):
                self._speak_of(self._add(named, printed[0], sitting.listed(members, self.section)), members)
                return True
        if self._current is not None and self._spoken_of() and _is_rhythm(words_of(block)):
            self._current.frequency = self._current.frequency or frequency(words_of(block)).text
            self._current.stated.append(words_of(block))
            return True
        titled = self._current if self._since == 1 and not self._listing else None
        if isinstance(block, Paragraph) and titled is not None and not titled.members and is_enumeration(block.words):
            self._take(sitting.listed(block.words, self.section))
            return True
        return False

    def _below(self, item: Item) -> bool:
        """Whether an item is indented under one that names the body spoken of."""
        return item.depth > self._depth and self._spoken_of()

    def _paragraph(self, words_: Passage) -> None:
        """Read the sentences of a paragraph."""
        labelled = _LABELLED.match(plain(words_.text)) and "." not in words_.text.rstrip(" .")
        known = {id(instance): len(instance.members) for instance in self.found.values()}
        for sentence in [words_] if labelled else sentences(_after_title(words_)):
            self._sentence(sentence)
        self._listing = (_opens_list(words_) or _is_name_with_rhythm(words_)) and self._current is not None
        if self._listing and self._current is not None and _WIDENED.search(plain(words_.text)):
            del self._current.members[known.get(id(self._current), 0) :]

    def _sentence(self, words_: Passage) -> None:
        """Read what a sentence states of a body, by its name or of the one spoken of."""
        text = plain(words_.text)
        first = opening(words_)
        found = [mention for mention in mentions(words_) if mention.steers or mention == first]
        if self._spoken_of() and first is None and _HE.match(text):
            found = []
        start, attendants = sitting.attending(words_, self.section) if found else (-1, [])
        if start >= 0 and any(mention.start >= start for mention in found):
            for mention in found:
                if mention.start >= start:
                    self._add(mention, words_, attendants)
        elif found and (_STATES.search(text) or first):
            self._stated(words_, text, found)
        elif not found and self._spoken_of() and (_AGAIN.match(text) or _LABEL.match(text) or sitting.OPEN.match(text)):
            self._take(sitting.composed(words_, self.section))
            self._meets(words_)
        elif not found and self._spoken_of():
            self._take(sitting.called(words_, self.section))
            self._meets(words_)

    def _stated(self, words_: Passage, text: str, found: Sequence[Mention]) -> None:
        """Take the first body of a sentence that states something of it, with those who compose it or met in it."""
        mention = found[0]
        met = sitting.meeting(words_, mention.end, self.section)
        behind = words_.cut(mention.end)
        opened = sitting.opens(plain(behind.text))
        if met or _existing(text, mention):
            behind_it = sitting.composed if opened else sitting.called
            who: Iterable[Member] = met or behind_it(behind, self.section)
            self._speak_of(self._add(mention, words_, who), words_)

    def _add(self, mention: Mention, words_: Passage, members: Iterable[Member]) -> Instance:
        """Add a body, or what is now known of it."""
        new = Instance(mention.name, mention.kind, self._convention(words_), [mention.words])
        known = self.found.setdefault((new.convention, new.identity), new)
        if known is not new:
            known.stated.append(mention.words)
        known.members += list(members)
        if not known.frequency and (often := frequency(words_)):
            known.frequency = often.text
            known.stated.append(often)
        return known

    def _convention(self, words_: Passage) -> str:
        """Return the convention that a sentence about a body names with its years, else the act's own."""
        for agreement in self.section.agreements:
            if agreement.earlier and any(s.words == words_ and s.first for s in agreement.statements):
                return agreement.key
        return self.section.convention

    def _speak_of(self, instance: Instance, words_: Passage) -> None:
        """Make ``instance`` the body that the following sentences are about."""
        if bool(words_) and instance.convention == self.section.convention:
            self._current, self._since = instance, 0

    def _spoken_of(self) -> bool:
        return self._current is not None and self._since <= _ALIVE

    def _take(self, members: Iterable[Member]) -> None:
        """Give members to the body spoken of."""
        if self._current is not None:
            self._current.members += list(members)

    def _meets(self, words_: Passage) -> None:
        """Give the body spoken of how often it meets."""
        often = frequency(words_) if _MEETING.search(plain(words_.text)) else Passage(())
        if self._current is not None and not self._current.frequency and often:
            self._current.frequency = often.text
            self._current.stated.append(often)

    def _foreign(self, index: int) -> bool:
        """Whether a block stands in a passage about another frame, such as a schéma départemental."""
        for above in range(index, max(index - _BACK, -1), -1):
            if self._signs[above] == "foreign":
                return True
            if self._signs[above] == "steering" or (above != index and self._signs[above]):
                return False
        return False


def _parted(block: Heading | Paragraph | Item) -> Iterator[Heading | Paragraph | Item]:
    """Give a block, or the lines of a paragraph that stand under one another: a body's name alone, then its labels."""
    parts: list[Passage] = []
    for line in lines(block.words) if isinstance(block, Paragraph) else ():
        named = opening(line)
        alone = named is not None and not line.text[named.end :].strip(" :.")
        listed = named is not None and named.steers and _LABELS.match(line.text[named.end :])
        if not parts or alone or listed or _LABELLED.match(plain(line.text)):
            parts.append(line)
        else:
            parts[-1] += line
    labelled = any(_LABELLED.match(plain(part.text)) or opening(part) for part in parts[1:])
    yield from map(Paragraph, parts) if labelled and opening(parts[0]) else (block,)


def _is_rhythm(words_: Passage) -> bool:
    """Whether a block says how often a body meets and nothing else."""
    often = frequency(words_)
    return bool(often) and len(often.text) >= len(words_.text.strip(" .()"))


def _is_section(item: Item) -> bool:
    """Whether an item is the title of a section: numbered, in capitals."""
    return item.marker[:1].isdigit() and item.words.text.isupper()


def _after_title(words_: Passage) -> Passage:
    """Return a paragraph without the article's title in capitals that its first line can run on from."""
    found = _RUN_IN.match(words_.text)
    return words_.cut(found.end()) if found else words_


def _sign(block: Block) -> str:
    """Return what a block says of the frame: ``foreign``, ``steering`` (a title), ``mention`` (the CTG), or nothing."""
    text = plain(words_of(block).text)
    if _FOREIGN.search(text):
        return "foreign"
    if is_title(block) and _STEERING.search(text):
        return "steering"
    return "mention" if MENTION.search(text) else ""


def _existing(text: str, mention: Mention) -> bool:
    """Whether the sentence states something of the body, and does not merely happen to name it (``pour le comité``)."""
    before, after = text[: mention.start], text[mention.end : mention.end + 120]
    return bool(
        re.match(r"(?:[^,.;:]{0,60},)?\W*(?:le|la|les|des|un|une|ce|cet|cette|deux|trois|plusieurs|l')?\s*$", before)
        or _FOUNDS.search(before)
        or re.search(r"\banime\w* (?:le|les|la)\s*$", before)
        or _DECIDED.search(before)
        or re.match(r"\W*(?:est|sera|sont|seront|se|,? compos\w*|reunissant|a ete|mis)\b", after)
    )


def _is_name_with_rhythm(words_: Passage) -> bool:
    """Whether a block is a body's name and, in brackets, how often it meets: below it stands who sits in it."""
    named = opening(words_)
    rest = words_.text[named.end :].strip() if named is not None else ""
    return rest.startswith("(") and rest.endswith(")") and bool(frequency(words_.cut(named.end if named else 0)))


def _opens_list(words_: Passage) -> bool:
    """Whether a block announces the list of members that follows it."""
    text = plain(words_.text).rstrip()
    return text.endswith(":") and bool(
        sitting.OPEN.search(text) or re.search(r"composition|membres|participants", text)
    )


def _facts(section: Section, instances: Iterable[Instance]) -> Iterator[Governance]:
    """Make a fact a member; a body without any has one."""
    for instance in instances:
        rows: dict[str, list[Passage]] = {}
        for name, words_ in instance.members:
            rows.setdefault(name, []).append(words_)
        for name, stated in (rows or {"": []}).items():
            yield Governance(
                place=section.place(*(instance.stated[:2] if stated else instance.stated), *stated),
                act=section.act,
                rule="governance.instance",
                convention=instance.convention,
                instance=instance.name,
                instance_kind=instance.kind,
                frequency=instance.frequency,
                member=name,
            )
