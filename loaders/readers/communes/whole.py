"""Whole: the communes of an EPCI that a contract prints one by one, known by being most of its members.

A title above them can be anything (``Là où elle vaut``), or there is none: bare names, a line, an item or a cell each,
or one after the other in a sentence, are the ground of the convention where they are half of the EPCI at least.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loaders.acts.section import Section
from loaders.document import Block, Passage, Table
from loaders.readers.communes.names import Entry, commune_of
from loaders.remembering import remembered
from loaders.resolve import fold
from loaders.words.enumerating import listed
from loaders.words.moments import year_of
from loaders.words.wording import lines, plain
from maillage.reference import Territory

_FEWEST = 3
_LONGEST_LABEL = 60


def whole(section: Section) -> tuple[Entry, ...]:
    """Return the first list that holds half of the members of the EPCI that the section is about, none other."""
    members = _members(section)
    if len(members) < _FEWEST:
        return ()
    wanted = max(_FEWEST, (len({territory.code for territory in members.values()}) + 1) // 2)
    run: list[Entry] = []
    for block in section.blocks:
        names = list(_names(block))
        own = sum(fold(_bare(name.text)) in members for name in names)
        told = (
            [entry for name in names if (entry := _entry(section, name, members))] if own * 10 >= len(names) * 8 else []
        )
        if told:
            twice = {entry.commune.code for entry in run} & {entry.commune.code for entry in told}
            run = told if twice else [*run, *told]  # a list names each once
        elif not (run and _is_label(block)):
            if len({entry.commune.code for entry in run}) >= wanted:
                break
            run = []
    return tuple(run) if len({entry.commune.code for entry in run}) >= wanted else ()


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


def _names(block: Block) -> Iterator[Passage]:
    """Give what stands alone in a block: the parts of its cells, or of its lines, that are no longer than a name."""
    if isinstance(block, Table):
        words = [part.words for row in block.rows for cell in row.cells for part in cell.blocks]
    else:
        words = list(lines(block.words))
    for told in words:
        yield from (part for part in listed(told) if part.text.strip())


def _bare(text: str) -> str:
    """Return a name without its article, a bullet before it, or what stands in brackets behind it."""
    name = text.strip(" .;,:•·-–—*").split(" (")[0]
    first, _, rest = name.partition(" ")
    return rest if plain(first) in ("le", "la", "les") and rest else name.removeprefix("L'").removeprefix("L’")


def _is_label(block: Block) -> bool:
    """Whether a block is short, as the name of a sector between communes is."""
    return not isinstance(block, Table) and len(block.words.text) < _LONGEST_LABEL
