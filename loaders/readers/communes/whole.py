"""Whole: the communes of an EPCI that an act prints one by one, known by being most of its members.

A title above them can be anything (``Là où elle vaut``), or there is none: bare names, a line, an item or a cell each,
or one after the other, are the ground of a contract where they are half of the EPCI at least. Where a sentence names
them, or a column beside others, and in an act that only speaks of the convention, they are nearly all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from loaders.acts.section import Section
from loaders.document import Block, Passage, Table
from loaders.readers.communes.inline import named_in
from loaders.readers.communes.names import Entry, commune_of, unlabelled
from loaders.remembering import remembered
from loaders.resolve import fold
from loaders.words.enumerating import listed
from loaders.words.moments import year_of
from loaders.words.wording import lines, plain, sentences
from maillage.reference import Territory

_NO_COMMUNE = re.compile(
    r"\W*(?:noms?|communes?|collectivites?|total|sous-total|ensemble|cc|epci|territoire|moyenne)\b"
)
"""What a column of communes has besides them: its title, a total."""
_FEWEST = 3
_LONGEST_LABEL = 60


def whole(section: Section) -> tuple[Entry, ...]:
    """Return the first list of a contract that holds half of the members of its EPCI, else the first of nearly all."""
    members = _members(section)
    if len(members) < _FEWEST:
        return ()
    count = len({territory.code for territory in members.values()})
    half = max(_FEWEST, (count + 1) // 2)
    return _said(section, members) or _printed(section, members, half, apart=False) or nearly_all(section)


def nearly_all(section: Section) -> tuple[Entry, ...]:
    """Return the first list, or enumeration of a sentence, that holds nearly all members of the section's EPCI."""
    members = _members(section)
    if len(members) < _FEWEST:
        return ()
    return _said(section, members) or _printed(section, members, _nearly(members), apart=True)


def _nearly(members: Mapping[str, Territory]) -> int:
    """Return how many communes are nearly all ``members``."""
    return max(_FEWEST, len({territory.code for territory in members.values()}) * 9 // 10)


def _printed(section: Section, members: Mapping[str, Territory], wanted: int, *, apart: bool) -> tuple[Entry, ...]:
    """Return the first list of bare names that holds as many ``members`` as are ``wanted``; ``apart``: or column."""
    run: list[Entry] = []
    for block in section.blocks:
        told = [entry for names in _lists(block, apart=apart) for entry in _own(section, names, members)]
        if told:
            twice = {entry.commune.code for entry in run} & {entry.commune.code for entry in told}
            run = told if twice else [*run, *told]  # a list names each once
        elif not (run and _is_label(block)):
            if len({entry.commune.code for entry in run}) >= wanted:
                break
            run = []
    return tuple(run) if len({entry.commune.code for entry in run}) >= wanted else ()


def _said(section: Section, members: Mapping[str, Territory]) -> tuple[Entry, ...]:
    """Return the first enumeration of communes in a sentence that holds nearly all ``members``."""
    codes, wanted = {territory.code for territory in members.values()}, _nearly(members)
    for block in section.blocks:
        for words in () if isinstance(block, Table) else sentences(block.words):
            found = named_in(section, words, covered=True) if words.text.count(",") + 2 >= wanted else None
            if found is not None and len(codes & {entry.commune.code for entry in found.entries}) >= wanted:
                return found.entries
    return ()


def _own(section: Section, names: Sequence[Passage], members: Mapping[str, Territory]) -> list[Entry]:
    """Return the communes of a list that has hardly anything else than ``members``."""
    own = sum(fold(_bare(name.text)) in members for name in names)
    if own * 10 < len(names) * 8:
        return []
    return [entry for name in names if (entry := _entry(section, name, members)) is not None]


def _entry(section: Section, name: Passage, members: Mapping[str, Territory]) -> Entry | None:
    """Return the commune that stands among members: one of them, or another near by."""
    commune = members.get(fold(_bare(name.text))) or commune_of(section, name, section.territory)
    return Entry(name, commune) if commune is not None else None


@remembered(4)
def _members(section: Section) -> Mapping[str, Territory]:
    """Return the communes of the EPCI that the section is about, by their folded names, with their article or not."""
    territory, reference = section.territory, section.gazetteer.reference
    if territory is None or territory.kind != "epci":
        return {}
    codes = reference.members(territory.code, year_of(section.start) or None)
    communes = [reference.communes[code] for code in codes if code in reference.communes]
    return {fold(name): commune for commune in communes for name in (commune.name, _bare(commune.name))}


def _lists(block: Block, *, apart: bool) -> list[list[Passage]]:
    """Return what stands alone in a block, the parts of its cells or lines that are no longer than a name.

    It is one list; of a table whose columns are taken ``apart``, one a column, without its title and its total.
    """
    if not isinstance(block, Table):
        return [_parts(lines(block.words))]
    if not apart:
        return [_parts(part.words for row in block.rows for cell in row.cells for part in cell.blocks)]
    columns = zip(*(row.cells for row in block.rows), strict=True)
    told = ([cell for cell in column if not _NO_COMMUNE.match(plain(cell.text))] for column in columns)
    return [_parts(part.words for cell in column for part in cell.blocks) for column in told]


def _parts(words: Iterable[Passage]) -> list[Passage]:
    """Return what the lines of ``words`` list, without the label before it."""
    return [part for told in words for part in listed(unlabelled(told)) if part.text.strip()]


def _bare(text: str) -> str:
    """Return a name without its article, a bullet before it, or what stands in brackets behind it."""
    name = text.strip(" .;,:•·-–—*").split(" (")[0]
    first, _, rest = name.partition(" ")
    return rest if plain(first) in ("le", "la", "les") and rest else name.removeprefix("L'").removeprefix("L’")


def _is_label(block: Block) -> bool:
    """Whether a block is short, as the name of a sector between communes is."""
    return not isinstance(block, Table) and len(block.words.text) < _LONGEST_LABEL
