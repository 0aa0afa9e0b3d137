"""Settling: which territory and which conventions an act is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.acts.communal import of_commune
from loaders.acts.contracting import first_printed, of_contract
from loaders.acts.convention_cues import MENTION
from loaders.acts.entitling import called
from loaders.acts.groupings import Where
from loaders.acts.heads import Head
from loaders.acts.homes import homed
from loaders.acts.party_opening import before_parties
from loaders.acts.party_signatures import announced
from loaders.acts.splitting import Part, is_title, words_of
from loaders.acts.statements import Statement
from loaders.document import Block, Paragraph, Passage, Table
from loaders.resolve import Gazetteer
from loaders.words.epci_names import epci_alone, epcis
from loaders.words.wording import plain
from maillage.reference import Territory

_FRONT = 30
_SEVERAL = re.compile(r"\W*conventions\b")
_FRONT_END = re.compile(r"^\W*(?:preambule|sommaire|article\b|vu\b|considerant|entre\b)")


def front(part: Part) -> list[Block]:
    """Return the title page of an act; of a deliberation or rapport the titles of its head that name a convention."""
    titles: list[Block] = []
    contractual = part.kind in ("convention", "avenant")
    for index, block in enumerate(part.blocks[: before_parties(part.blocks) or _FRONT][:_FRONT]):
        text = plain(words_of(block).text)
        if _FRONT_END.match(text) and index:
            break
        if is_title(block) and (contractual or MENTION.search(text)):
            titles.append(block)
    return titles


def running(blocks: Iterable[Block], front: Iterable[Block]) -> Iterator[tuple[Passage, bool]]:
    """Give the words of ``blocks`` of an act and whether they stand on its title page (``front``).

    A paragraph that a page break or a stray empty line has cut in two is joined again.
    """
    titles = {id(block) for block in front}
    pending = Passage(())
    for block in blocks:
        if isinstance(block, Table):
            continue
        words, title = block.words, id(block) in titles
        if pending and (title or not _continues(pending, block)):
            yield pending, False
            pending = Passage(())
        pending = pending + words if pending else words
        if title or not isinstance(block, Paragraph) or not _unfinished(words):
            yield pending, title
            pending = Passage(())
    if pending:
        yield pending, False


def _unfinished(words: Passage) -> bool:
    """Whether a long paragraph ends without a full stop."""
    return len(words.text) > 80 and not words.text.rstrip().endswith((".", ":", ";", "!", "?", "»"))


def _continues(above: Passage, block: Block) -> bool:
    """Whether ``block`` begins in the middle of a sentence."""
    text = words_of(block).text.lstrip()
    return (
        isinstance(block, Paragraph) and bool(above) and (text[:1].islower() or text[:1].isdigit() or text[:1] == "(")
    )


def territory_of(part: Part, head: Head, gazetteer: Gazetteer, near: Territory | None) -> Where:
    """Return the territory of the convention that an act is about, and how the act prints it."""
    if part.kind in ("convention", "avenant", ""):
        pages = [words_of(block).text for block in front(part)]
        names = [party.name.text for party in announced(part.blocks)]
        return of_contract(pages, names, [words_of(block).text for block in part.blocks], gazetteer, near)
    if head.home is None or head.home.kind == "departement":
        return None, ""
    if head.home.kind == "epci":
        return head.home, _printed(part, head.home, gazetteer, near)
    where = of_commune(part, head.home, gazetteer, near)
    if part.session and where[0] == head.home:  # another item of the same minutes can name it
        return of_commune(replace(part, blocks=part.session), head.home, gazetteer, near)
    return where


def told_elsewhere(part: Part, gazetteer: Gazetteer, near: Territory | None) -> Where:
    """Return the territory of an act whose own sentences name none; last what its title page calls the convention's."""
    titles = front(part)
    territory, printed = homed(titles, part.blocks, gazetteer, near)
    if territory is not None or printed:
        return territory, printed
    name = called(words_of(block).text for block in titles)
    return (epci_alone(name, gazetteer, near) or gazetteer.commune(name, near) if name else None), name


def _printed(part: Part, territory: Territory, gazetteer: Gazetteer, near: Territory | None) -> str:
    """Return how the act prints ``territory`` first at full length."""
    texts = [words_of(block).text for block in part.blocks]
    if any(n.territory.code == territory.code for text in texts for n in epcis(text, gazetteer, near)):
        return first_printed(texts, territory.code, gazetteer, near)[1]
    return territory.name


def placed(statements: Iterable[Statement], default: Territory | str | None) -> Iterator[Statement]:
    """Give the statements with the territory that the title above them names, where they name none themselves.

    What is said of several at once (``les deux conventions``) is of no one title.
    """
    context: Statement | None = None
    for statement in statements:
        if statement.named is not None:
            context = statement if len(statement.words.text) < 200 else context
        elif context is not None and not default and not _SEVERAL.match(plain(statement.label.text)):
            statement = replace(statement, named=context.named, above=context.above or context.words)
        yield statement
