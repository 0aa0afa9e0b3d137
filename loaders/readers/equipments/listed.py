"""Entries of an open list: the items and lines that designate an équipement, and not a sentence about one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.acts.section import Section
from loaders.document import Heading, Item, Paragraph, Passage
from loaders.readers.equipments.addresses import is_address, split
from loaders.readers.equipments.column_titles import tells_of
from loaders.readers.equipments.headings import inline_start
from loaders.readers.equipments.labels import mark_end, names_kind, subheading
from loaders.readers.equipments.lines import entries
from loaders.readers.equipments.supporters import Supporter, of_nobody, own_supporter
from loaders.readers.equipments.types import known, leading, names_themes
from loaders.words.wording import lines, plain, rejoined
from maillage.facts import Equipment

_LONGEST_ENTRY = 220
_NAMED = re.compile(
    r"\s*[«\"“(:–-]*\s*(?:(?:de|du|des|de la|à|d['’]|de l['’])\s*)?(?:la |le |les |l['’])?[^\W\d_a-zà-öø-ÿ]"
)
_WHOSE = re.compile(r"(?P<whose>[^–—:,;]{4,80}?)\s[–—-]\s")
_VERB = re.compile(r"\b(?:est|sont|sera|seront|ont|doit|doivent|assure|assurent|propose|proposent|permet|permettent)\b")


def listed(
    section: Section, block: Heading | Item | Paragraph, owner: Supporter, kind: str = ""
) -> Iterator[Equipment]:
    """Give the entries that an item or a paragraph of the list of ``owner`` designates; ``kind`` is the type above."""
    for printed in [block.words] if isinstance(block, Item) else _with_addresses(lines(block.words)):
        line = printed.cut(mark_end(printed.text))
        head, colon, _ = line.text.partition(":")
        named = subheading(section, head) if colon else None
        if named is not None:
            owner = named
        if named is not None or (colon and names_themes(head) and not leading(head)):
            line = line.cut(len(head) + 1)
        parted = _WHOSE.match(line.text)
        whose = subheading(section, parted["whose"]) if parted is not None and names_kind(parted["whose"]) else None
        if parted is not None and whose is not None and leading(line.text[parted.end() :]):
            named, owner, line = whose, whose, line.cut(parted.end())
        if _is_entry(line, typed=bool(kind), item=named is not None or isinstance(block, Item)):
            found = entries(section, line, owner if owner.printed else own_supporter(section), kind, "equipments.list")
            yield from found if owner.printed else (of_nobody(section, one) for one in found)


def inline(section: Section, block: Heading | Item | Paragraph, owner: Supporter) -> Iterator[Equipment]:
    """Give the entries that stand behind the colon of a list's heading, in the same block."""
    start = inline_start(block.words.text)
    if start:
        yield from listed(section, Item(block.words.cut(start)), owner)


def designates(text: str) -> bool:
    """Tell whether a text is the designation of an équipement: a type, and a name, a place or its capacity behind it.

    A bare type can be what a sentence or a plan speaks of.
    """
    kind = leading(text)
    if not kind or len(text) > _LONGEST_ENTRY or "€" in text or _VERB.search(text):
        return False
    address = split(text)
    if address.postcode or address.street or address.capacity:
        return True
    end = plain(text).index(plain(kind)) + len(kind)
    if known(text[end:].strip(" :–-«»")):  # ``ALSH : accueil de loisirs`` of a glossary
        return False
    return bool(_NAMED.match(text, end) or leading(text[end:]))


def _with_addresses(printed: Iterable[Passage]) -> Iterator[Passage]:
    """Give the lines of a paragraph, one that is an address or a place and nothing else with the line before it."""
    return rejoined(
        printed,
        lambda above, line: is_address(line.text) or tells_of(line.text) or _lacks_place(above) or _places(above, line),
    )


def _places(above: Passage, line: Passage) -> bool:
    """Tell whether a line without a type says where the équipement above it is: ``Maison X, 38710 Mens``."""
    placed = split(line.text).postcode and not leading(line.text)
    return bool(placed and leading(above.text) and not split(above.text).postcode)


def _lacks_place(words: Passage) -> bool:
    """Tell whether a line ends with a postcode: its place stands on the next one."""
    part = split(words.text)
    return bool(part.postcode) and not part.commune and words.text.rstrip()[-1:].isdigit()


def _is_entry(line: Passage, *, typed: bool, item: bool) -> bool:
    """Tell a designation from a sentence: short, without a verb; outside bullets it has a type or a postcode."""
    text = line.text.strip()
    if len(text) > _LONGEST_ENTRY or _VERB.search(text):  # not « Relais petite enfance Est »
        return False
    return item or bool(leading(text) or split(text).postcode or (typed and split(text).street))
