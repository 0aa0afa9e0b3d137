"""Deliberating: which body decides by an act, and of which territory it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from loaders.acts.seats import seat
from loaders.acts.splitting import is_title, words_of
from loaders.document import Block, Passage
from loaders.resolve import Gazetteer
from loaders.vocabulary import groups
from loaders.words.epci_names import epcis
from loaders.words.named import Named
from loaders.words.naming import communes
from loaders.words.proper_names import name_ends
from loaders.words.wording import alternatives, lines, plain
from maillage.reference import Territory

SESSION = re.compile(alternatives(groups("acts", "session")["words"]))
"""What tells the session in which an act was decided, on plain words."""

_BODIES = {kind: re.compile(rf"\b{alternatives(cues)}\b") for kind, cues in groups("acts", "bodies").items()}
_OF = re.compile(r"\s+(?:(?:de la|du|des|de)\s+|(?:de l|d)'\s?)")
_SITTING = re.compile(r"\W*(?:le|la) (?:conseil|commission|bureau)\b")
_MADE_AT = re.compile(r"(?:^|\bfait a )\s*(?=\S[^,]{2,40}, le \d)")
_LETTERHEAD = 6
_EPCI_LENGTHS, _COMMUNE_LENGTHS = range(5, 80), range(60)
Home = tuple[Territory | None, Passage]
Finder = Callable[[str, Gazetteer, Territory | None], Iterator[Named]]


def body_of(head: Sequence[Block]) -> tuple[Passage, str]:
    """Return the body that deliberates as its fullest mention prints it, and its kind of territory.

    It is the first one that a title or the sentence about the session names; another one further down is only spoken
    of.
    """
    found = [body for block in head for body in _bodies(block)]
    same = [body for body in found if body[1] == found[0][1]]
    return max(same, key=lambda body: len(body[0].text), default=(Passage(()), ""))


def _bodies(block: Block) -> Iterator[tuple[Passage, str]]:
    """Give the bodies that a block names in order, if it is a title or about the session."""
    words = words_of(block)
    text = plain(words.text)
    if is_title(block) or SESSION.search(text) or _SITTING.match(text):
        hits = [(match, kind) for kind, pattern in _BODIES.items() for match in pattern.finditer(text)]
        for match, kind in sorted(hits, key=lambda hit: hit[0].start()):
            yield words.cut(*match.span()), kind


def home_of(
    head: Sequence[Block], blocks: Sequence[Block], kind: str, gazetteer: Gazetteer, near: Territory | None
) -> Home:
    """Return the territory whose body of ``kind`` deliberates, and the words that name it.

    ``head`` are the first blocks of an act, ``blocks`` all of them.
    """
    if kind == "departement":
        return near, Passage(())
    homes: Iterable[Home] = ()
    if kind == "epci":
        homes = _epcis(head, gazetteer, near)
    elif kind == "commune":
        homes = _communes(head, blocks, gazetteer, near)
    elif not kind:
        titles = [block for block in head[:_LETTERHEAD] if is_title(block)]
        homes = (_named(titles, finder, gazetteer, near) for finder in (epcis, communes))
    return next((home for home in homes if home[0]), (None, Passage(())))


def _epcis(head: Sequence[Block], gazetteer: Gazetteer, near: Territory | None) -> Iterator[Home]:
    """Give the EPCI that the head of an act names, the surest way of naming it first; some ways name none."""
    yield _stated(head, epcis, "epci", gazetteer, near)
    yield _alone(head, _EPCI_LENGTHS, lambda name: gazetteer.epci(name, near))
    yield seat([words_of(block) for block in head], gazetteer, near)


def _communes(
    head: Sequence[Block], blocks: Sequence[Block], gazetteer: Gazetteer, near: Territory | None
) -> Iterator[Home]:
    """Give the commune that the head of an act names, else the one where it was made; some ways name none."""
    yield _stated(head, communes, "commune", gazetteer, near)
    yield _alone(head, _COMMUNE_LENGTHS, lambda name: gazetteer.commune(name, near))
    yield _made_at(blocks, gazetteer, near)


def _stated(head: Sequence[Block], find: Finder, kind: str, gazetteer: Gazetteer, near: Territory | None) -> Home:
    """Return the first territory that the head names with its form, or another behind its body before it."""
    form = "commune " if kind == "commune" else ""
    resolve = gazetteer.commune if kind == "commune" else gazetteer.epci
    index, home = next(
        ((at, home) for at, block in enumerate(head) if (home := _named([block], find, gazetteer, near))[0]),
        (len(head), (None, Passage(()))),
    )
    before = _behind_body(head[:index], kind, lambda name: resolve(f"{form}{name}", near))
    return before if before[0] is not None and before[0] != home[0] else home


def _named(head: Sequence[Block], find: Finder, gazetteer: Gazetteer, near: Territory | None) -> Home:
    """Return the first territory that the head names with its form."""
    for block in head:
        words = words_of(block)
        for named in find(words.text, gazetteer, near):
            return named.territory, words.cut(named.start, named.end)
    return None, Passage(())


def _alone(head: Sequence[Block], lengths: range, resolve: Callable[[str], Territory | None]) -> Home:
    """Return the territory whose name stands alone on a line of the head, in a title; ``lengths`` are a name's."""
    for block in filter(is_title, head):
        for line in lines(words_of(block)):
            if len(line.text) in lengths and (territory := resolve(line.text.strip())):
                return territory, line
    return None, Passage(())


def _behind_body(head: Sequence[Block], kind: str, resolve: Callable[[str], Territory | None]) -> Home:
    """Return the territory that the name of its body of ``kind`` ends in: ``Conseil communautaire du Trièves``.

    Its preposition may hold a commune's own article: ``Conseil municipal du Brethon``.
    """
    for block in head:
        words = words_of(block)
        text = plain(words.text)
        for lead in filter(None, (_OF.match(text, found.end()) for found in _BODIES[kind].finditer(text))):
            for end in name_ends(words.text, lead.end()):
                if territory := resolve(words.text[lead.start() : end].strip()):
                    return territory, words.cut(lead.end(), end)
    return None, Passage(())


def _made_at(blocks: Sequence[Block], gazetteer: Gazetteer, near: Territory | None) -> Home:
    """Return the commune in which the act was made: ``Fait à X, le 3 mars 2023``."""
    for words in map(words_of, blocks):
        if made := _MADE_AT.search(plain(words.text)):
            for end in name_ends(words.text, made.end()):
                if commune := gazetteer.commune(words.text[made.end() : end], near):
                    return commune, words.cut(made.end(), end)
    return None, Passage(())
