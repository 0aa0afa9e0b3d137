"""Settling: which territory and which conventions an act is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from loaders.acts.agreements import Agreement
from loaders.acts.entitling import by_title, called
from loaders.acts.heads import Head
from loaders.acts.homes import homed
from loaders.acts.party import read_party
from loaders.acts.party_lines import before_parties, party_entries
from loaders.acts.party_tables import tabled
from loaders.acts.splitting import Part, is_title, words_of
from loaders.acts.statements import MENTION, Statement
from loaders.document import Block, Paragraph, Passage, Table
from loaders.resolve import Gazetteer, bare
from loaders.words.naming import Named, communes, epcis, territory_at
from loaders.words.wording import plain, sentences
from maillage.reference import Territory

_FRONT = 30
_FRONT_END = re.compile(r"^\W*(?:preambule|sommaire|article\b|vu\b|considerant|entre\b)")
_OFFICE = re.compile(
    r"(?:president|vice-president|elu|conseiller|delegue|directeur|directrice)\w*\s+(?:a|de|du|d')?\s*(?:la|l'|le)?\s*$"
)
_AGREED = re.compile(r"\bentre\b|\bavec\b")
_COLLECTIVE = re.compile(r"\W*(?:la )?(?:communaute|commune|ville)")
Where = tuple[Territory | None, str]


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


def running(part: Part) -> Iterator[tuple[Passage, bool]]:
    """Give the words of an act's blocks and whether they stand on its title page.

    A paragraph that a page break or a stray empty line has cut in two is joined again.
    """
    titles = {id(block) for block in front(part)}
    pending = Passage(())
    for block in part.blocks:
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
    return len(words.text) > 100 and not words.text.rstrip().endswith((".", ":", ";", "!", "?", "»"))


def _continues(above: Passage, block: Block) -> bool:
    """Whether ``block`` begins in the middle of a sentence."""
    text = words_of(block).text.lstrip()
    return (
        isinstance(block, Paragraph) and bool(above) and (text[:1].islower() or text[:1].isdigit() or text[:1] == "(")
    )


def territory_of(part: Part, head: Head, gazetteer: Gazetteer, near: Territory | None) -> Where:
    """Return the territory of the convention that an act is about, and how the act prints it."""
    if part.kind in ("convention", "avenant", ""):
        return _of_contract(part, gazetteer, near)
    if head.home is None or head.home.kind == "departement":
        return None, ""
    if head.home.kind == "epci":
        return head.home, _printed(part, head.home, gazetteer, near)
    return _of_commune(part, head.home, gazetteer, near)


def _of_contract(part: Part, gazetteer: Gazetteer, near: Territory | None) -> Where:
    """Return the EPCI (else the commune) of a convention: from its title page, its parties, its text."""
    pages = [words_of(block).text for block in front(part)]
    names = [read_party(entry).name.text for entry in party_entries(part.blocks)]
    names += [party.name.text for party in tabled(part.blocks)]
    everything = [words_of(block).text for block in part.blocks]
    titled = {n.territory.code: n for text in pages for n in communes(text, gazetteer, near)}
    parties = {n.territory.code for text in names for n in epcis(text, gazetteer, near)}
    paged = any(True for text in pages for _ in epcis(text, gazetteer, near))
    if not paged and not titled and (entitled := by_title(pages, names, len(parties), gazetteer, near)) is not None:
        return entitled
    if (town := _town(pages, everything, gazetteer, near)) is not None:
        return town.territory, town.printed
    for texts in (pages, names, everything):
        counts = Counter(n.territory.code for text in texts for n in epcis(text, gazetteer, near))
        if counts:
            return _first(texts, counts.most_common(1)[0][0], gazetteer, near)
        if len(titled) == 1:
            (only,) = titled.values()
            return only.territory, only.printed
    for texts in (pages, names):
        for text in texts:
            for named in communes(text, gazetteer, near):
                return named.territory, named.printed
    return _unsigned(pages, names, gazetteer, near)


def _unsigned(pages: Iterable[str], names: Iterable[str], gazetteer: Gazetteer, near: Territory | None) -> Where:
    """Return the EPCI that a title page names without its form, else the name of a party that no reference knows."""
    for text in pages:
        if 4 < len(text) < 80 and (epci := gazetteer.epci(text.strip(), near)):
            return epci, text.strip()
    unknown = next((name for name in names if _COLLECTIVE.match(plain(name))), "")
    return None, bare(unknown)


def _town(
    pages: Iterable[str], everything: Iterable[str], gazetteer: Gazetteer, near: Territory | None
) -> Named | None:
    """Return the commune that a title page names right behind the convention, where it is named before any EPCI."""
    for text in pages:
        found = MENTION.search(plain(text))
        named = territory_at(text, found.end(), gazetteer, near) if found else None
        if named is None or named.territory.kind != "commune" or any(True for _ in epcis(text, gazetteer, near)):
            continue
        for below in everything:
            towns = [town for town in communes(below, gazetteer, near) if town.territory == named.territory]
            others = list(epcis(below, gazetteer, near))
            if towns and (not others or towns[0].start < others[0].start):
                return towns[0]
            if others:
                return None
    return None


def told_elsewhere(part: Part, gazetteer: Gazetteer, near: Territory | None) -> Where:
    """Return the territory of an act whose own sentences name none; last what its title page calls the convention's."""
    titles = front(part)
    territory, printed = homed(titles, part.blocks, gazetteer, near)
    return territory, printed or ("" if territory else called(words_of(block).text for block in titles))


def _first(texts: Iterable[str], code: str, gazetteer: Gazetteer, near: Territory | None) -> Where:
    """Return the EPCI ``code`` as it is printed at full length first."""
    named = [n for text in texts for n in epcis(text, gazetteer, near) if n.territory.code == code]
    full = next((n for n in named if " " in n.printed), named[0])
    return full.territory, full.printed


def _of_commune(part: Part, commune: Territory, gazetteer: Gazetteer, near: Territory | None) -> Where:
    """Return the EPCI for which a commune deliberates, if the act speaks of it; else the commune itself.

    Where a sentence says that the convention binds the commune and names no EPCI, it is the commune's own.
    """
    spoken = (b for b in part.blocks if not is_title(b) or MENTION.search(plain(words_of(b).text)))
    texts = [words for block in spoken for words in sentences(words_of(block))]
    named = [n for words in texts for n in _acting(words.text, gazetteer, near)]
    own = [
        n for words in texts if MENTION.search(plain(words.text)) for n in _bound(words.text, commune, gazetteer, near)
    ]
    if named and not own:
        code = Counter(n.territory.code for n in named).most_common(1)[0][0]
        return _first((words.text for words in texts), code, gazetteer, near)
    printed = own[0].printed if own else commune.name
    return commune, printed


def _acting(text: str, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Named]:
    """Give the EPCI that ``text`` names as such, and not as that of which somebody is an officer."""
    for named in epcis(text, gazetteer, near):
        if not _OFFICE.search(plain(text[max(0, named.start - 40) : named.start])):
            yield named


def _bound(text: str, commune: Territory, gazetteer: Gazetteer, near: Territory | None) -> Iterator[Named]:
    """Give the mentions of ``commune`` in a sentence that says between whom a convention is made, without an EPCI."""
    if not _AGREED.search(plain(text)) or any(True for _ in epcis(text, gazetteer, near)):
        return
    for named in communes(text, gazetteer, near):
        if named.territory == commune:
            yield named


def _printed(part: Part, territory: Territory, gazetteer: Gazetteer, near: Territory | None) -> str:
    """Return how the act prints ``territory`` first at full length."""
    texts = [words_of(block).text for block in part.blocks]
    if any(n.territory.code == territory.code for text in texts for n in epcis(text, gazetteer, near)):
        return _first(texts, territory.code, gazetteer, near)[1]
    return territory.name


def borrow(agreements: Iterable[Agreement], every: Sequence[Agreement]) -> None:
    """Give the agreements the year and the avenant's number that only another act of the document states."""
    for agreement in agreements:
        alike = [a for a in every if a.code and a.code == agreement.code and a is not agreement]
        if not agreement.avenant:
            agreement.other_avenant = next((a.avenant for a in alike if a.main and a.avenant), "")
        if agreement.start:
            continue
        same = [a for a in alike if a.start]
        peers = [a for a in same if a.main == agreement.main] or (same if len(same) == 1 and agreement.main else [])
        if peers:
            agreement.borrowed = max(a.start for a in peers)


def placed(statements: Iterable[Statement], default: Territory | str | None) -> Iterator[Statement]:
    """Give the statements with the territory that the title above them names, where they name none themselves."""
    context: Named | None = None
    for statement in statements:
        if statement.named is not None:
            context = statement.named if len(statement.words.text) < 200 else context
        elif context is not None and not default:
            statement = replace(statement, named=context)
        yield statement
