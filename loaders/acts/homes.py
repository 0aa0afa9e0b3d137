"""Homes: the territory of an act that no sentence about its convention names, from whatever else tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from loaders.acts.groupings import Where, grouped
from loaders.acts.party_signatures import signing
from loaders.acts.party_tables import tabled
from loaders.acts.splitting import is_title, words_of
from loaders.document import Block, Table, passages
from loaders.resolve import Gazetteer, bare
from loaders.words.agencies import agencies
from loaders.words.epci_names import epci_alone, epcis
from loaders.words.naming import communes
from loaders.words.wording import lines, plain, tidy
from maillage.reference import Territory

_TERRITORY = re.compile(
    r"\W*(?:(?:sur |pour )?(?:le |du )?(?:territoires?|bassin(?: de vie)?|secteur|perimetre)\s*[:–-]?\s*"
    r"|(?:le )?(?:conseil|bureau) (?:communautaire|municipal|de communaute)\s+)"
    r"(?:(?:de la|du|des|de|la|le|les)\s+|(?:de l|d|l)'\s?)?"
)
_LABEL = re.compile(
    r"\W*(?:le |la |l')?(?:territoires?|perimetre|collectivites?|epci|intercommunalite|communaute|commune|porteur)"
    r"(?: (?:concernee?s?|couverte?s?|signataires?|contractante?s?|porteuse|de la (?:convention|ctg)))?\W*"
)
_LONGEST = 80
_FRONT = 20


def homed(titles: Sequence[Block], blocks: Sequence[Block], gazetteer: Gazetteer, near: Territory | None) -> Where:
    """Return the territory of an act and its name as printed; nothing where the act does not tell it.

    It is the one that a line of the title page or the body that deliberates names, else that of the parties and of
    those who sign or of the agency that acts, else that of the communes listed together, last one that a cell of the
    first tables names.
    """
    ways = (
        _titled(titles, gazetteer, near),
        _alone(blocks[:_FRONT], gazetteer, near),
        _rowed(blocks, gazetteer, near),
        _titled(blocks, gazetteer, near),
        _party(blocks, gazetteer, near),
        _agency(blocks[:_FRONT], gazetteer, near),
    )
    for territory, printed in chain.from_iterable(ways):
        return territory, printed
    where = _listed(blocks, gazetteer, near)
    return where if any(where) else next(_in_cells(blocks[:_FRONT], gazetteer, near), where)


def _titled(blocks: Iterable[Block], gazetteer: Gazetteer, near: Territory | None) -> Iterator[Where]:
    """Give the territories that lines call so: ``Territoire X``, ``Conseil communautaire de X``."""
    for words in passages(blocks):
        for line in lines(words):
            found = _TERRITORY.match(plain(line.text)) if len(line.text) < _LONGEST else None
            name = line.text[found.end() :].strip(" .:;,–-") if found else ""
            if len(name) > 2 and (territory := gazetteer.epci(name, near) or gazetteer.commune(name, near)):
                yield territory, name


def _alone(blocks: Iterable[Block], gazetteer: Gazetteer, near: Territory | None) -> Iterator[Where]:
    """Give the EPCI whose names stand alone in a title: ``Intercom de la Vire au Noireau``."""
    for block in (block for block in blocks if is_title(block)):
        for line in lines(words_of(block)):
            if (epci := epci_alone(line.text, gazetteer, near)) is not None:
                yield epci, tidy(line.text)


def _rowed(blocks: Iterable[Block], gazetteer: Gazetteer, near: Territory | None) -> Iterator[Where]:
    """Give the territories that a row of a table labels so: ``Territoire | Communauté de communes du X``."""
    for row in (row for block in blocks if isinstance(block, Table) for row in block.rows if len(row.cells) > 1):
        name = tidy(row.cells[1].text)
        told = 2 < len(name) < _LONGEST and _LABEL.fullmatch(plain(row.cells[0].text))
        if told and (territory := gazetteer.territory(name, near)):
            yield territory, bare(name)


def _party(blocks: Sequence[Block], gazetteer: Gazetteer, near: Territory | None) -> Iterator[Where]:
    """Give the EPCI, then the communes, that are parties or sign."""
    names = [tidy(party.name.text) for party in (*tabled(blocks), *signing(blocks))]
    for finder in (epcis, communes):
        for name in names:
            for named in finder(name, gazetteer, near):
                yield named.territory, named.printed


def _agency(blocks: Iterable[Block], gazetteer: Gazetteer, near: Territory | None) -> Iterator[Where]:
    """Give the territories whose agencies the first lines name: ``Centre communal d'action sociale de X``."""
    for words in passages(blocks):
        yield from ((named.territory, named.printed) for named in agencies(words.text, gazetteer, near))


def _in_cells(blocks: Iterable[Block], gazetteer: Gazetteer, near: Territory | None) -> Iterator[Where]:
    """Give the EPCI that cells of the first tables name."""
    for words in passages(block for block in blocks if isinstance(block, Table)):
        yield from ((named.territory, named.printed) for named in epcis(words.text, gazetteer, near))


def _listed(blocks: Sequence[Block], gazetteer: Gazetteer, near: Territory | None) -> Where:
    """Return the territory of the communes that the first list of several holds."""
    for words in passages(blocks):
        where = grouped([words.text], gazetteer, near, covered=True)
        if any(where):
            return where
    return None, ""
