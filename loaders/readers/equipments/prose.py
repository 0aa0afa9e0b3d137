"""Équipements that a sentence names: "les structures du territoire (A, B et C)", "le multi-accueil A, sis à X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from loaders.acts.own_territory import home, name_above
from loaders.acts.section import Section
from loaders.acts.territory_codes import named
from loaders.document import Block, Passage
from loaders.readers.equipments.class_sentences import named_supported
from loaders.readers.equipments.entries import commune_code, entry
from loaders.readers.equipments.enumerating import each_part
from loaders.readers.equipments.labels import supporter
from loaders.readers.equipments.paid_for import paid_for
from loaders.readers.equipments.running import supported
from loaders.readers.equipments.supporters import Supporter
from loaders.readers.equipments.types import leading, mended
from loaders.readers.funding.donors import donors_of
from loaders.readers.funding.giving import named_giver
from loaders.readers.funding.mentions import mentions as named_givers
from loaders.readers.funding.words import cued
from loaders.seeking import Sought
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain, sentences
from maillage.facts import Equipment

_OF_TERRITORY = re.compile(r"\s+(?:du|de la|de l['’]|des|de|d['’]|sur|soutenu|situ|present)\b.*$", re.IGNORECASE)
_SITED = Sought(
    r"\s*,?\s(?:sise?s?|situee?s?|implantee?s?|installee?s?)\s+(?:a|au|aux)\s+(?P<commune>[^,;.()]{2,60}?)"
    r"(?=\set\s|\s*[,;.()]|\s*$)"
)
_NAME = re.compile(r"(?:.*[,;])?\s*(?:(?:et|la|le|les)\s+|l')*(?P<name>.*)", re.DOTALL)


def told(section: Section, words: Passage, above: Sequence[Block]) -> Iterator[Equipment]:
    """Give the équipements that the sentences of ``words`` name; ``above`` are the blocks before them."""
    before = ""
    for sentence in sentences(words):
        read: list[Equipment] = []
        if is_enumeration(sentence.text):
            read = list(enumerated(section, sentence, supporter(section, _giver(section, sentence.text))))
        elif is_sited(sentence.text):
            read = list(sited(section, sentence, supporter(section, name_above(section, above))))
        read = read or named_supported(section, sentence) or list(supported(section, sentence, before))
        yield from read or paid_for(section, sentence, words.text)
        before = sentence.text


def _giver(section: Section, text: str) -> str:
    """Return the collectivité that ``text`` says gives: the act's own where it names nobody, or only "la Ville"."""
    giver = named_giver(donors_of(section), text)
    said = next(iter(named_givers(giver)), None)
    alone = said is not None and not said.full and said.kind in ("epci", "commune")
    return home(section) if alone or not giver else giver


def is_enumeration(text: str) -> bool:
    """Tell whether ``text`` has a class of équipements with an enumeration in brackets."""
    return "(" in text and _bracketed().search(plain(text)) is not None


def is_sited(text: str) -> bool:
    """Tell whether ``text`` says where something stands."""
    return _SITED.search(plain(text)) is not None


def enumerated(section: Section, sentence: Passage, owner: Supporter) -> Iterator[Equipment]:
    """Give the équipements that a sentence about money names in brackets after their class: "les structures (A et B)".

    Two at least, with a capital each, one of a known type, none of them a territory. One that begins with no type has
    that of its class.
    """
    for found in _bracketed().finditer(plain(sentence.text)):
        parts = list(each_part(sentence, *found.span("list")))
        names = [part.text.strip(' «»"“”') for part in parts]
        if len(parts) < 2 or not all(any(map(str.isupper, name)) for name in names) or not any(map(leading, names)):
            continue
        if not cued("given", sentence.text) or any(_is_territory(section, name) for name in names):
            continue
        kind = _class(sentence.text[slice(*found.span("class"))])
        for part in parts:
            read = entry(section, part, owner, mended(leading(part.text)) or kind, "equipments.sentence")
            if read is not None:
                yield read


def sited(section: Section, sentence: Passage, owner: Supporter) -> Iterator[Equipment]:
    """Give the équipements of a sentence that begins with their type and says where each is: "A, sis à X et B, ..."."""
    kind = leading(sentence.text)
    said = plain(sentence.text)
    if not kind:
        return
    start = said.index(plain(kind)) + len(kind)
    for found in _SITED.finditer(said, start):
        called = _NAME.fullmatch(sentence.text, start, found.start())
        begin, end = called.span("name") if called is not None else (0, 0)
        start = found.end()
        commune = sentence.cut(*found.span("commune")).text
        if end <= begin or not commune_code(section, commune):
            continue
        name = sentence.text[begin:end].strip()
        own = leading(name)
        if not own and not any(map(str.isupper, name)):  # ``tous situés à X``
            continue
        read = entry(section, sentence.cut(begin, found.end()), owner, mended(own or kind), "equipments.sentence")
        if read is not None:
            code = commune_code(section, commune)
            yield replace(read, name=name.removeprefix(own).strip() or name, commune=commune, commune_code=code)


def _is_territory(section: Section, name: str) -> bool:
    """Tell whether a name is that of a territory and nothing else."""
    found = named(section, name)
    return found is not None and found.territory is not None


def _class(printed: str) -> str:
    """Return the class of what is enumerated, in the singular and without its place: ``structure jeunesse``."""
    first, _, rest = _OF_TERRITORY.sub("", " ".join(printed.split())).partition(" ")
    return f"{first.removesuffix('s')} {rest}".strip()


@cache
def _bracketed() -> re.Pattern[str]:
    """Return the pattern of a class of équipements with an enumeration in brackets."""
    things = alternatives(groups("equipments", "headings")["things"])
    return re.compile(rf"\b(?P<class>{things}\b[^():;.,]{{0,60}}?)\s*\((?P<list>[^()]{{5,300}})\)")
